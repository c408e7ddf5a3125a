"""Rows of a comparison → the data and settings of a chart, as Vega-Lite reads them (vega.github.io/vega-lite/docs).

Pure functions; the same chart is shown on the page and drawn into a file. Targets and results differ by shape and by
outline as well as by colour, and every mark carries its words, so that nothing is said by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from rag.comparing.rows import Comparison, Outcome, Point, Row
from rag.records import FigureKind
from rag.ui.compare_colours import Palette
from rag.ui.compare_wording import OPEN_DOWN, OPEN_UP, OUTCOMES, TELLING, judged_said, value_said
from rag.ui.escaping import shortened
from rag.ui.wording import FIGURE_KINDS

Spec = dict[str, Any]

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
FONT = "PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Source Han Sans SC, WenQuanYi Micro Hei, sans-serif"
PICKED = "picked"
MOST_BARS = 60
BAND, BAND_OF_TWO = 28, 46
PANEL, ONLY_PANEL = 280, 400
LONGEST_LABEL = 26
TARGET, RESULT = FIGURE_KINDS[FigureKind.TARGET], FIGURE_KINDS[FigureKind.RESULT]
AT_LEAST, AT_MOST = f"{TARGET}（以上）", f"{TARGET}（以内）"
# one character each, so that they stand below their year
SHORT = {Outcome.MET: "达", Outcome.NEARLY: "近", Outcome.MISSED: "未", Outcome.UNSURE: "?"}
SERIES = (TARGET, AT_LEAST, AT_MOST, RESULT)
SHAPES = ("diamond", "triangle-up", "triangle-down", "circle")


def point_id(point: Point) -> str:
    """What a click on a mark sends back."""
    return f"{point.figure.doc}#{point.figure.span.start}-{point.figure.span.stop}"


def across(comparison: Comparison, rows: Sequence[Row], palette: Palette, width: int | None = None) -> Spec:
    """Bars for the places of one year, in the order of `rows`; those without a point are left out.

    `width` in points; None: as wide as the page lets it be.
    """
    drawn = [row for row in rows if row.points][:MOST_BARS]
    names = place_names(drawn)
    values = [_bar(comparison, row, point, names[row.places]) for row in drawn for point in row.points]
    kinds = [FIGURE_KINDS[kind] for kind in FigureKind if any(value["kind"] == FIGURE_KINDS[kind] for value in values)]
    falls, rises = any(value["end"] < 0 for value in values), any(value["end"] > 0 for value in values)
    pad = max((_pixels(value["label"]) for value in values), default=0) + 18
    x: Spec = {
        "field": "end",
        "type": "quantitative",
        "axis": {"title": axis_title(comparison), "tickCount": 5, "grid": True},
        "scale": {
            "range": [pad if falls else 0, _width(width, f"- {pad if rises else 0}")],
            "nice": False,
            "zero": True,
        },
    }
    y: Spec = {
        "field": "place",
        "type": "nominal",
        "sort": [names[row.places] for row in drawn],
        "axis": {"title": None, "labelLimit": 0, "ticks": False, "domain": False, "labelPadding": 8},
    }
    offset = {"field": "kind", "type": "nominal", "sort": kinds} if len(kinds) > 1 else None
    shared: Spec = {"y": y, **({"yOffset": offset} if offset else {})}
    bar: Spec = {
        "mark": {"type": "bar", "strokeWidth": 1.5, "cursor": "pointer", "height": {"band": 0.7}},
        "params": [{"name": PICKED, "select": {"type": "point", "fields": ["id"]}}],
        "encoding": {
            "x": x,
            "x2": {"datum": 0},
            "fill": _colours(kinds, {TARGET: palette.target_wash, RESULT: palette.result}),
            "stroke": _colours(kinds, {TARGET: palette.target, RESULT: palette.result}),
            "tooltip": TOOLTIP,
            **shared,
        },
    }
    stretch: Spec = {
        "transform": [{"filter": "datum.high != datum.end"}],
        "mark": {"type": "rule", "strokeWidth": 4, "strokeDash": [3, 2], "color": palette.target},
        "encoding": {"x": {"field": "end", "type": "quantitative"}, "x2": {"field": "high"}, **shared},
    }
    opened: list[Spec] = [
        {
            "transform": [{"filter": f"datum.open == '{way}'"}],
            "mark": {
                "type": "point",
                "shape": shape,
                "filled": True,
                "size": 46,
                "color": colour,
                "xOffset": xoff,
                "opacity": 1,
            },
            "encoding": {"x": {"field": "high", "type": "quantitative"}, **shared},
        }
        for way, shape, colour, xoff in (
            ("up", "triangle-right", palette.target, 4),
            ("down", "triangle-left", palette.target, -4),
        )
    ]
    texts: list[Spec] = [
        {
            "transform": [{"filter": f"datum.high {sign} 0"}],
            "mark": {"type": "text", "align": align, "dx": dx, "fontSize": 12, "color": palette.ink},
            "encoding": {"x": {"field": "high", "type": "quantitative"}, "text": {"field": "label"}, **shared},
        }
        for sign, align, dx in ((">=", "left", 12), ("<", "right", -12))
    ]
    height = {"step": BAND} if len(kinds) < 2 else {"step": BAND_OF_TWO / 2, "for": "offset"}
    return {
        "$schema": SCHEMA,
        "data": {"values": values},
        "height": height,
        "layer": [bar, stretch, *opened, *texts],
        "config": config(palette),
        **_PLAIN,
    }


def through(
    comparison: Comparison, rows: Sequence[Row], palette: Palette, height: int = ONLY_PANEL, width: int | None = None
) -> Spec:
    """The years of one place: targets and results as points joined where the years follow one another.

    `height` and `width` in points; `width` None: as wide as the page lets it be.
    """
    values = list(_marks(comparison, rows))
    years = [value["year"] for value in values]
    first, last = min(years), max(years)
    count = last - first + 1
    series = [name for name in SERIES if any(value["series"] == name for value in values)]
    shapes = dict(zip(SERIES, SHAPES, strict=True))
    colours = {name: palette.result if name == RESULT else palette.target for name in SERIES}
    x = {
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
    y = {
        "field": "value",
        "type": "quantitative",
        "axis": {"title": axis_title(comparison), "tickCount": 5},
        "scale": {"zero": False, "nice": False, "range": [_height(height, width, 40), 22]},
    }
    lines = {
        "mark": {"type": "line", "strokeWidth": 2, "opacity": 0.75},
        "encoding": {
            "x": x,
            "y": y,
            "detail": {"field": "run"},
            "color": {
                "field": "kind",
                "legend": None,
                "scale": {"domain": [TARGET, RESULT], "range": [palette.target, palette.result]},
            },
            "strokeDash": {
                "field": "kind",
                "legend": None,
                "scale": {"domain": [TARGET, RESULT], "range": [[5, 4], [1, 0]]},
            },
        },
    }
    stretch: Spec = {
        "transform": [{"filter": "datum.high != datum.value"}],
        "mark": {"type": "rule", "strokeWidth": 5, "opacity": 0.45, "color": palette.target},
        "encoding": {"x": x, "y": y, "y2": {"field": "high"}},
    }
    marks = {
        "mark": {"type": "point", "strokeWidth": 2, "opacity": 1, "cursor": "pointer"},
        "params": [{"name": PICKED, "select": {"type": "point", "fields": ["id"]}}],
        "encoding": {
            "x": x,
            "y": y,
            "shape": {
                "field": "series",
                "legend": LEGEND,
                "scale": {"domain": series, "range": [shapes[name] for name in series]},
            },
            "stroke": _colours(series, colours, "series"),
            "fill": _colours(series, {**dict.fromkeys(SERIES, palette.page), RESULT: palette.result}, "series"),
            # the outline of a target stays to be seen around a result of the same amount
            "size": {
                "field": "kind",
                "legend": None,
                "scale": {"domain": [TARGET, RESULT], "range": [130, 60]},
            },
            "tooltip": TOOLTIP,
        },
    }
    widest = max(_pixels(value["label"]) for value in values)
    labels = [
        {
            "transform": [{"filter": f"datum.side == '{side}'"}],
            "mark": {
                "type": "text",
                "dy": dy,
                "fontSize": 12,
                "color": palette.ink,
                # words that would run into one another are left to the table and to the pointer
                "opacity": _shown_from(count * (widest + 6), width),
            },
            "encoding": {"x": x, "y": y, "text": {"field": "label"}},
        }
        for side, dy in (("above", -13), ("below", 15))
    ]
    outcomes = {
        "transform": [{"filter": "datum.short != ''"}],
        "mark": {
            "type": "text",
            "fontSize": 12,
            "color": palette.soft,
            "y": _height(height, width, 8),
            "opacity": _shown_from(count * 13, width),
        },
        "encoding": {"x": x, "text": {"field": "short"}},
    }
    return {
        "$schema": SCHEMA,
        "data": {"values": values},
        "height": height,
        "layer": [lines, stretch, marks, *labels, outcomes],
        "config": config(palette),
        **_PLAIN,
    }


LEGEND: Spec = {"title": None, "orient": "top", "direction": "horizontal", "symbolSize": 110, "labelLimit": 0}
TOOLTIP: list[Spec] = [
    {"field": "place", "title": "地区"},
    {"field": "year", "title": "年份"},
    {"field": "kind", "title": "性质"},
    {"field": "said", "title": "数值"},
    {"field": "indicator", "title": "指标原词"},
    {"field": "outcome", "title": "对照"},
]
# the menu of Vega is in English; the page has buttons of its own
_PLAIN: Spec = {"usermeta": {"embedOptions": {"actions": False, "renderer": "svg"}}}


def config(palette: Palette) -> Spec:
    """Type and colours of a chart."""
    axis = {
        "labelColor": palette.ink,
        "titleColor": palette.soft,
        "gridColor": palette.line,
        "domainColor": palette.line,
        "tickColor": palette.line,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
    }
    return {
        "font": FONT,
        "background": None,
        "view": {"stroke": None},
        "axis": axis,
        "legend": {"labelColor": palette.ink, "labelFontSize": 13},
        "title": {"color": palette.ink, "subtitleColor": palette.soft, "anchor": "start"},
        "text": {"font": FONT},
    }


def axis_title(comparison: Comparison) -> str:
    """The unit that the axis counts in."""
    return comparison.unit.name if comparison.unit and comparison.unit.name else ""


def place_names(rows: Iterable[Row]) -> dict[tuple[str, ...], str]:
    """What to call each place: its name, its whole path where two places share the name."""
    paths = {row.places for row in rows}
    names = [path[-1] for path in paths]
    return {path: path[-1] if names.count(path[-1]) == 1 else "".join(path) for path in paths}


def _bar(comparison: Comparison, row: Row, point: Point, name: str) -> Spec:
    told = row.judged is not None and row.judged.outcome in TELLING and point is row.result
    outcome = f"　{OUTCOMES[row.judged.outcome]}" if told and row.judged else ""
    label = shortened(value_said(point.figure), LONGEST_LABEL) + outcome
    return {
        **_said(row, point, name),
        "end": _number(comparison, point.low),
        "high": _number(comparison, point.high),
        "label": label,
        "open": _open(point),
    }


def _marks(comparison: Comparison, rows: Sequence[Row]) -> Iterable[Spec]:
    """The points of a place; `run` joins those of one kind whose years follow one another."""
    last: dict[FigureKind, tuple[int, int]] = {}
    for row in sorted(rows, key=lambda row: row.year):
        for point in row.points:
            year, run = last.get(point.kind, (row.year - 1, 0))
            run += row.year - year > 1
            last[point.kind] = (row.year, run)
            other = next((one for one in row.points if one is not point), None)
            below = other is not None and (point.low, point.kind) < (other.low, other.kind)
            judged = row.judged if point is row.result else None
            yield {
                **_said(row, point, row.place),
                "value": _number(comparison, point.low),
                "high": _number(comparison, point.high),
                "label": shortened(value_said(point.figure), LONGEST_LABEL),
                "side": "below" if below else "above",
                "series": _series(point),
                "run": f"{point.kind.value}-{run}",
                "short": SHORT.get(judged.outcome, "") if judged else "",
            }


def _said(row: Row, point: Point, name: str) -> Spec:
    return {
        "id": point_id(point),
        "place": name,
        "year": row.year,
        "kind": FIGURE_KINDS[point.kind],
        "said": value_said(point.figure),
        "indicator": shortened(point.figure.indicator, LONGEST_LABEL),
        "outcome": judged_said(row.judged) or "—",
    }


def _series(point: Point) -> str:
    if point.kind is FigureKind.RESULT:
        return RESULT
    return {"up": AT_LEAST, "down": AT_MOST}.get(_open(point), TARGET)


def _open(point: Point) -> str:
    """up for a target that may be exceeded, down for one that may not; empty for results and for exact targets."""
    if point.kind is FigureKind.RESULT:
        return ""
    return "up" if point.figure.bound in OPEN_UP else "down" if point.figure.bound in OPEN_DOWN else ""


def _number(comparison: Comparison, amount: Decimal) -> float:
    """An amount for the screen, where a float is exact enough to be drawn."""
    return float(comparison.drawn(amount))


def _colours(domain: Sequence[str], colours: dict[str, str], field: str = "kind") -> Spec:
    return {
        "field": field,
        "type": "nominal",
        "legend": LEGEND,
        "scale": {"domain": list(domain), "range": [colours[name] for name in domain]},
    }


def _width(width: int | None, less: str) -> Any:
    """The width less something: a number, or what the chart works out once it knows its width."""
    return {"expr": f"width {less}"} if width is None else width + int(less.replace(" ", ""))


def _height(height: int, width: int | None, above: int) -> Any:
    """A place so far above the lower end of the plot, which on the page is lower than the chart by legend and axis."""
    return {"expr": f"height - {above}"} if width is None else height - above


def _shown_from(least: int, width: int | None) -> Any:
    """Opacity 1 where a chart is wider than `least`, else 0."""
    return {"expr": f"width > {least} ? 1 : 0"} if width is None else int(width > least)


def _pixels(text: str) -> int:
    """About how wide a label is."""
    return sum(8 if character.isascii() else 13 for character in text)
