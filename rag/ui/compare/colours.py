"""The colours of charts, light and dark: the pairs of style.css, which a chart cannot read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as #rrggbb; `target` and `result` stand out from `page` by at least 4.5 to 1."""

    page: str
    ink: str
    soft: str
    line: str
    target: str
    target_wash: str
    result: str


LIGHT = Palette("#fdfcfa", "#22272b", "#5b6268", "#e2ded6", "#8a4b08", "#fcf1e3", "#1f5f7a")
DARK = Palette("#16191c", "#e6e4df", "#a9b0b6", "#343a40", "#f0b878", "#35281a", "#8bc8e2")


def palette(theme: str | None) -> Palette:
    """The palette for what Streamlit calls the theme's type."""
    return DARK if theme == "dark" else LIGHT
