"""One figure, and the way to others like it → HTML for `st.html`. Pure functions."""

from __future__ import annotations

from rag.records import Figure
from rag.ui.parts.escaping import as_html, shortened
from rag.ui.parts.wording import figure_nature

LONGEST_NAME = 60


def figure_html(figure: Figure) -> str:
    """The figure whose source stands below: what, how much, what sort, for when and where."""
    value = "原文隐去" if figure.masked else figure.text
    facts = (
        figure_nature(figure),
        f"{figure.year} 年" if figure.year else "",
        f"{figure.deadline.isoformat()} 前" if figure.deadline else "",
        figure.place or "",
    )
    said = "　".join(as_html(fact) for fact in facts if fact)
    name = as_html(shortened(figure.indicator, LONGEST_NAME))
    return f'<p class="zw-figure"><span>{name}</span><strong>{as_html(value)}</strong><span>{said}</span></p>'


def comparison_html(address: str) -> str:
    """The way from a figure to those of other places and years."""
    return f'<p class="zw-ways"><a href="{as_html(address)}" target="_self">对比这个指标</a></p>'
