"""The rows of one place → a point for each year, targets and results, joined where years follow one another.

Pure functions. Targets are hollow diamonds (▲ 以上, ▼ 以内) on dashed lines, results filled circles on whole ones; below
stands in one character whether the target of a year was reached.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rag.comparing.rows import Comparison, Outcome, Point, Row
from rag.records import FigureKind
from rag.ui.compare.chart import (
    LEGEND,
    RESULT,
    SELECTION,
    TARGET,
    TOOLTIP,
    Spec,
    axis_title,
    by_kind,
    chart,
    coloured,
    described,
    pixels,
)
from rag.ui.compare.colours import Palette

PANEL, ONLY_PANEL = 280, 400
SHORT = {Outcome.MET: "达", Outcome.NEARLY: "近", Outcome.MISSED: "未", Outcome.UNSURE: "?"}
AT_LEAST, AT_MOST = f"{TARGET}（以上）", f"{TARGET}（以内）"
SERIES = {TARGET: "diamond", AT_LEAST: "triangle-up", AT_MOST: "triangle-down", RESULT: "circle"}
CHARACTER = 13


@dataclass(frozen=True, slots=True)
class Size:
    """Height and width in points; `width` None: as the page has it, where legend and axes take their part of both."""

    height: int
    width: int | None = None

    def above_bottom(self, points: int) -> Any:
        """A place so far above the lower end of the plot."""
        return {"expr": f"height - {points}"} if self.width is None else self.height - points

    def shown_from(self, width: int) -> Any:
        """Opacity 1 where the plot is wider, else 0."""
        return {"expr": f"width > {width} ? 1 : 0"} if self.width is None else int(self.width > width)


def through(comparison: Comparison, rows: Sequence[Row], palette: Palette, size: Size) -> Spec:
    """The chart of one place; at least one of its rows has a point."""
    values = list(_values(comparison, rows))
    first, last = min(value["year"] for value in values), max(value["year"] for value in values)
    years = last - first + 1
    places: Spec = {"x": _years(first, last), "y": _amounts(axis_title(comparison), size)}
    layers = (
        _lines(palette, places),
        _ranges(palette, places),
        _marks(values, palette, places),
        *_labels(values, years, palette, places, size),
        _outcomes(years, palette, places, size),
    )
    return chart(values, layers, size.height, palette)


def _years(first: int, last: int) -> Spec:
    """The axis of the years, a little of it left free on both sides."""
    return {
        "field": "year",
        "type": "quantitative",
        "axis": {
            "title": None,
            "format": "d",
            "tickMinStep": 1,
            "grid": False,
            "labelOverlap": True,
            "labelSeparation": 8,
        },
        "scale": {"domain": [first - 0.6, last + 0.6], "nice": False},
    }


def _amounts(title: str, size: Size) -> Spec:
    """The axis of the amounts; its title stands above it, where it neither turns nor takes from the width."""
    return {
        "field": "value",
        "type": "quantitative",
        "axis": {
            "title": title,
            "tickCount": 5,
            "titleAngle": 0,
            "titleAnchor": "end",
            "titleAlign": "left",
            "titleX": 2,
            "titleY": 8,
        },
        "scale": {"zero": False, "nice": False, "range": [size.above_bottom(40), 22]},
    }


def _values(comparison: Comparison, rows: Sequence[Row]) -> Iterator[Spec]:
    """The points of a place; `run` joins those of one kind whose years follow one another."""
    last: dict[FigureKind, tuple[int, int]] = {}
    for row in sorted(rows, key=lambda row: row.year):
        for point in row.points:
            year, run = last.get(point.kind, (row.year - 1, 0))
            run += row.year - year > 1
            last[point.kind] = (row.year, run)
            value = described(comparison, row, point, row.place)
            judged = row.judged if point.kind is FigureKind.RESULT else None
            yield value | {
                "side": "below" if _is_lower(point, row) else "above",
                "series": RESULT
                if point.kind is FigureKind.RESULT
                else {"up": AT_LEAST, "down": AT_MOST}.get(value["open"], TARGET),
                "run": f"{point.kind.value}-{run}",
                "short": SHORT.get(judged.outcome, "") if judged else "",
            }


def _is_lower(point: Point, row: Row) -> bool:
    """True for the lower of two points of a year; of equals one."""
    other = next((one for one in row.points if one is not point), None)
    return other is not None and (point.low, point.kind) < (other.low, other.kind)


def _lines(palette: Palette, places: Spec) -> Spec:
    return {
        "mark": {"type": "line", "strokeWidth": 2, "opacity": 0.75},
        "encoding": {
            **places,
            "detail": {"field": "run"},
            "color": by_kind(palette.target, palette.result),
            "strokeDash": by_kind([5, 4], [1, 0]),
        },
    }


def _ranges(palette: Palette, places: Spec) -> Spec:
    """From the lower to the upper end of a range."""
    return {
        "transform": [{"filter": "datum.high != datum.value"}],
        "mark": {"type": "rule", "strokeWidth": 5, "opacity": 0.45, "color": palette.target},
        "encoding": {**places, "y2": {"field": "high"}},
    }


def _marks(values: Sequence[Spec], palette: Palette, places: Spec) -> Spec:
    series = [name for name in SERIES if any(value["series"] == name for value in values)]
    outline = dict.fromkeys(SERIES, palette.target) | {RESULT: palette.result}
    inside = dict.fromkeys(SERIES, palette.page) | {RESULT: palette.result}
    shapes = {"domain": series, "range": [SERIES[name] for name in series]}
    return {
        "mark": {"type": "point", "strokeWidth": 2, "opacity": 1, "cursor": "pointer"},
        "params": SELECTION,
        "encoding": {
            **places,
            "shape": {"field": "series", "legend": LEGEND, "scale": shapes},
            "stroke": coloured("series", series, outline),
            "fill": coloured("series", series, inside),
            # the outline of a target stays to be seen around a result of the same amount
            "size": by_kind(130, 60),
            "tooltip": TOOLTIP,
        },
    }


def _labels(values: Sequence[Spec], years: int, palette: Palette, places: Spec, size: Size) -> Iterator[Spec]:
    """The words of each point; where they would run into one another they are left to the table and the pointer."""
    widest = max(pixels(value["label"]) for value in values) + 6
    for side, shift in (("above", -13), ("below", 15)):
        yield {
            "transform": [{"filter": f"datum.side == '{side}'"}],
            "mark": {
                "type": "text",
                "dy": shift,
                "fontSize": 12,
                "color": palette.ink,
                "opacity": size.shown_from(years * widest),
            },
            "encoding": {**places, "text": {"field": "label"}},
        }


def _outcomes(years: int, palette: Palette, places: Spec, size: Size) -> Spec:
    return {
        "transform": [{"filter": "datum.short != ''"}],
        "mark": {
            "type": "text",
            "fontSize": 12,
            "color": palette.soft,
            "y": size.above_bottom(8),
            "opacity": size.shown_from(years * CHARACTER),
        },
        "encoding": {"x": places["x"], "text": {"field": "short"}},
    }
