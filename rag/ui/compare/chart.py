"""What all charts of the page 对比与追踪 share: data of a point, colours, type, sizes.

A chart is a dict as Vega-Lite reads it (vega.github.io/vega-lite/docs); the same one is shown on the page and drawn into
a file. Pure functions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rag.comparing.rows import Comparison, Point, Row
from rag.records import FigureKind
from rag.ui.compare.colours import Palette
from rag.ui.compare.wording import OPEN_DOWN, OPEN_UP, judged_said, value_said
from rag.ui.parts.escaping import shortened
from rag.ui.parts.wording import FIGURE_KINDS

Spec = dict[str, Any]

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
FONT = "PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Source Han Sans SC, WenQuanYi Micro Hei, sans-serif"
PICKED = "picked"
LONGEST_LABEL = 26
TARGET, RESULT = FIGURE_KINDS[FigureKind.TARGET], FIGURE_KINDS[FigureKind.RESULT]
LEGEND: Spec = {"title": None, "orient": "top", "direction": "horizontal", "symbolSize": 110, "labelLimit": 0}
TOOLTIP: list[Spec] = [
    {"field": "place", "title": "地区"},
    {"field": "year", "title": "年份"},
    {"field": "kind", "title": "性质"},
    {"field": "said", "title": "数值"},
    {"field": "indicator", "title": "指标原词"},
    {"field": "outcome", "title": "对照"},
]
SELECTION: list[Spec] = [{"name": PICKED, "select": {"type": "point", "fields": ["id"]}}]


def chart(values: Sequence[Spec], layers: Sequence[Spec], height: Any, palette: Palette) -> Spec:
    """The whole of a chart; the menu of Vega, which is in English, is left away."""
    return {
        "$schema": SCHEMA,
        "data": {"values": list(values)},
        "height": height,
        "layer": list(layers),
        "config": config(palette),
        "usermeta": {"embedOptions": {"actions": False, "renderer": "svg"}},
    }


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
        # Vega names its groups of marks in English; the sentence above the chart and the table below say all that it shows
        "mark": {"aria": False},
        "font": FONT,
        "background": None,
        "view": {"stroke": None},
        "axis": axis,
        "legend": {"labelColor": palette.ink, "labelFontSize": 13},
        "title": {"color": palette.ink, "subtitleColor": palette.soft, "anchor": "start"},
    }


def point_id(point: Point) -> str:
    """What a click on a mark sends back."""
    return f"{point.figure.doc}#{point.figure.span.start}-{point.figure.span.stop}"


def described(comparison: Comparison, row: Row, point: Point, place: str) -> Spec:
    """What the chart knows of a point; floats are exact enough to be drawn."""
    kind, said = FIGURE_KINDS[point.kind], value_said(point.figure)
    return {
        "id": point_id(point),
        "place": place,
        "year": row.year,
        "kind": kind,
        "said": said,
        "indicator": shortened(point.figure.indicator, LONGEST_LABEL),
        "outcome": judged_said(row.judged) or "—",
        "value": float(comparison.drawn(point.low)),
        "high": float(comparison.drawn(point.high)),
        "label": shortened(said, LONGEST_LABEL),
        "open": open_side(point),
    }


def open_side(point: Point) -> str:
    """up for a target that may be exceeded, down for one that may not; empty for results and for exact targets."""
    if point.kind is FigureKind.RESULT:
        return ""
    return "up" if point.figure.bound in OPEN_UP else "down" if point.figure.bound in OPEN_DOWN else ""


def axis_title(comparison: Comparison) -> str:
    """The unit that the axis counts in."""
    return comparison.unit.name if comparison.unit else ""


def coloured(field: str, domain: Sequence[str], colours: Mapping[str, str]) -> Spec:
    """A colour for each of the values of a field, with a legend."""
    scale = {"domain": list(domain), "range": [colours[name] for name in domain]}
    return {"field": field, "type": "nominal", "legend": LEGEND, "scale": scale}


def by_kind(target: Any, result: Any) -> Spec:
    """One look for targets and another for results, without a legend."""
    return {"field": "kind", "legend": None, "scale": {"domain": [TARGET, RESULT], "range": [target, result]}}


def pixels(text: str) -> int:
    """About how wide a label is."""
    return sum(8 if character.isascii() else 13 for character in text)
