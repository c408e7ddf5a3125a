"""The rows of one year → a bar for each place, target and result beside one another. Pure functions.

Targets are outlined and results filled, an arrow says 以上 or 以内, a dashed end a range, and every bar has its words
behind it, so that nothing is said by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rag.comparing.rows import Comparison, Row
from rag.records import FigureKind
from rag.ui.compare.chart import (
    RESULT,
    SELECTION,
    TARGET,
    TOOLTIP,
    Spec,
    axis_title,
    chart,
    coloured,
    described,
    pixels,
)
from rag.ui.compare.colours import Palette
from rag.ui.compare.wording import OUTCOMES, TELLING
from rag.ui.parts.wording import FIGURE_KINDS

MOST_BARS = 60
BAND = {1: 28, 2: 23}
BESIDE = 18


def across(comparison: Comparison, rows: Sequence[Row], palette: Palette, width: int | None = None) -> Spec:
    """Bars in the order of `rows`, at most MOST_BARS places; rows without a point are left out.

    `width` in points; None: as wide as the page lets it be.
    """
    drawn = [row for row in rows if row.points][:MOST_BARS]
    names = place_names(drawn)
    values = list(_values(comparison, drawn, names))
    kinds = [name for name in FIGURE_KINDS.values() if any(value["kind"] == name for value in values)]
    shared: Spec = {
        "y": {
            "field": "place",
            "type": "nominal",
            "sort": [names[row.places] for row in drawn],
            "axis": {"title": None, "labelLimit": 0, "ticks": False, "domain": False, "labelPadding": 8},
        }
    }
    if len(kinds) > 1:
        shared["yOffset"] = {"field": "kind", "type": "nominal", "sort": kinds}
    layers = (
        _bars(_amounts(comparison, values, width), kinds, palette, shared),
        _ranges(palette, shared),
        *_arrows(palette, shared),
        *_labels(palette, shared),
    )
    height = {"step": BAND[1]} if len(kinds) < 2 else {"step": BAND[2], "for": "offset"}
    return chart(values, layers, height, palette)


def place_names(rows: Iterable[Row]) -> dict[tuple[str, ...], str]:
    """What to call each place: its name, its whole path where two places share the name."""
    paths = {row.places for row in rows}
    names = [path[-1] for path in paths]
    return {path: path[-1] if names.count(path[-1]) == 1 else "".join(path) for path in paths}


def _values(comparison: Comparison, rows: Sequence[Row], names: dict[tuple[str, ...], str]) -> Iterator[Spec]:
    for row in rows:
        for point in row.points:
            value = described(comparison, row, point, names[row.places])
            told = row.judged is not None and row.judged.outcome in TELLING and point.kind is FigureKind.RESULT
            if told and row.judged:
                value["label"] += f"　{OUTCOMES[row.judged.outcome]}"
            yield value


def _amounts(comparison: Comparison, values: Sequence[Spec], width: int | None) -> Spec:
    """The axis of amounts, with room for the labels beyond the longest bars."""
    room = max((pixels(value["label"]) for value in values), default=0) + BESIDE
    left = room if any(value["value"] < 0 for value in values) else 0
    right = room if any(value["high"] >= 0 for value in values) else 0
    stop: Any = {"expr": f"width - {right}"} if width is None else width - right
    return {
        "field": "value",
        "type": "quantitative",
        "axis": {"title": axis_title(comparison), "tickCount": 5, "grid": True},
        "scale": {"range": [left, stop], "nice": False, "zero": True},
    }


def _bars(amounts: Spec, kinds: Sequence[str], palette: Palette, shared: Spec) -> Spec:
    return {
        "mark": {"type": "bar", "strokeWidth": 1.5, "cursor": "pointer", "height": {"band": 0.7}},
        "params": SELECTION,
        "encoding": {
            "x": amounts,
            "x2": {"datum": 0},
            "fill": coloured("kind", kinds, {TARGET: palette.target_wash, RESULT: palette.result}),
            "stroke": coloured("kind", kinds, {TARGET: palette.target, RESULT: palette.result}),
            "tooltip": TOOLTIP,
            **shared,
        },
    }


def _ranges(palette: Palette, shared: Spec) -> Spec:
    """From the lower to the upper end of a range."""
    return {
        "transform": [{"filter": "datum.high != datum.value"}],
        "mark": {"type": "rule", "strokeWidth": 4, "strokeDash": [3, 2], "color": palette.target},
        "encoding": {"x": {"field": "value", "type": "quantitative"}, "x2": {"field": "high"}, **shared},
    }


def _arrows(palette: Palette, shared: Spec) -> Iterator[Spec]:
    for side, shape, shift in (("up", "triangle-right", 4), ("down", "triangle-left", -4)):
        yield {
            "transform": [{"filter": f"datum.open == '{side}'"}],
            "mark": {
                "type": "point",
                "shape": shape,
                "filled": True,
                "size": 46,
                "color": palette.target,
                "opacity": 1,
                "xOffset": shift,
            },
            "encoding": {"x": {"field": "high", "type": "quantitative"}, **shared},
        }


def _labels(palette: Palette, shared: Spec) -> Iterator[Spec]:
    for sign, align, shift in ((">=", "left", 12), ("<", "right", -12)):
        yield {
            "transform": [{"filter": f"datum.high {sign} 0"}],
            "mark": {"type": "text", "align": align, "dx": shift, "fontSize": 12, "color": palette.ink},
            "encoding": {"x": {"field": "high", "type": "quantitative"}, "text": {"field": "label"}, **shared},
        }
