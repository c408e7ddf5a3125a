"""Charts → a picture to take along, PNG or SVG: one below the other on a light page, with title, what it shows and its origin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rag.ui.compare.chart import SCHEMA, Spec
from rag.ui.compare.colours import LIGHT

WIDTH = 900
SCALE = 2
ORIGIN = "数字摘自各地政府工作报告原文 · 政问整理"
VERSION = "6.4"


def sheet(charts: Sequence[Spec], headings: Sequence[str], title: str, subtitle: Sequence[str]) -> Spec:
    """One chart of all `charts`, each below its heading where that is not empty."""
    shared: Any = charts[0]["config"]
    panels = [
        {
            **{name: value for name, value in chart.items() if name not in ("$schema", "config", "usermeta")},
            "width": WIDTH,
            **({"title": {"text": heading, "fontSize": 14}} if heading else {}),
        }
        for chart, heading in zip(charts, headings, strict=True)
    ]
    return {
        "$schema": SCHEMA,
        "title": {"text": title, "subtitle": [*subtitle, ORIGIN], "fontSize": 20, "subtitleFontSize": 12, "offset": 16},
        "vconcat": panels,
        "padding": 24,
        "resolve": {"legend": dict.fromkeys(("fill", "stroke", "shape"), "independent")},
        "config": {**shared, "background": LIGHT.page},
    }


def png(spec: Spec) -> bytes:
    """The picture in pixels, SCALE of them a point."""
    import vl_convert  # noqa: PLC0415 - starts an engine that only a download needs

    drawn: bytes = vl_convert.vegalite_to_png(spec, vl_version=VERSION, scale=SCALE)
    return drawn


def svg(spec: Spec) -> bytes:
    """The picture in lines and text."""
    import vl_convert  # noqa: PLC0415 - starts an engine that only a download needs

    drawn: str = vl_convert.vegalite_to_svg(spec, vl_version=VERSION)
    return drawn.encode()
