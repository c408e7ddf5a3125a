"""A figure that was chosen on a page, with its source: the sentence that states it, highlighted."""

from __future__ import annotations

import streamlit as st

from rag.protocols import Index
from rag.records import Figure
from rag.ui.parts import cards
from rag.ui.parts.figure_panels import comparison_html, figure_html
from rag.ui.parts.figure_source import figure_source
from rag.ui.parts.reader import read_on

TO_THE_SOURCE = """<script>
document.querySelector(".st-key-zw-card-%s").scrollIntoView({block: "nearest", behavior: "instant"});
</script>"""


def figure_card(figure: Figure, index: Index, page: str, compare: str = "") -> None:
    """The card of a figure on a page of this name, brought into view; `compare` is the address of its comparison."""
    key = f"{page}-{figure.span.start}-{figure.span.stop}"
    source = figure_source(figure, index)
    with st.container(key=f"zw-card-{page}", gap=None):
        st.html(figure_html(figure))
        st.html(cards.source_html(source, key))
        if compare:
            st.html(comparison_html(compare))
        read_on(source, index, key)
    st.html(TO_THE_SOURCE % page, unsafe_allow_javascript=True)
