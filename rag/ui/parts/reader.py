"""Reading on in the document that a source comes from, a page at a time, the quote marked in its place."""

from __future__ import annotations

import streamlit as st

from rag.protocols import Index
from rag.ui.parts.guard import guarded
from rag.ui.parts.pages import page_html, page_of, pages
from rag.ui.parts.panels import notice_html
from rag.ui.parts.sources import Source


@st.fragment
def read_on(source: Source, index: Index, key: str) -> None:
    """A toggle below a source; once open, the page of the document with the quote, and the ways back and forth."""
    with guarded():
        toggle = st.expander("展开阅读原文", type="compact", key=f"{key}-open", on_change="rerun")
        if toggle.open:
            with toggle:
                _page(source, index, f"{key}-page")


def _page(source: Source, index: Index, key: str) -> None:
    citation = source.citation
    document = index.document(citation.doc)
    if document is None or citation.span.of(document.text) != citation.quote:
        st.html(notice_html("原文已经变动", "这份文件在回答之后被修改或移走了；请重新提问。"))
        return
    spans = pages(document.text, citation.span)
    home = page_of(spans, citation.span.start)
    number = min(max(st.session_state.get(key, home), 0), len(spans) - 1)
    st.html(page_html(document.text, spans[number], citation.span))
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        _turn("上一页", ":material/arrow_upward:", key, number - 1, number > 0)
        st.html(f'<p class="zw-place">第 {number + 1} 页，共 {len(spans)} 页</p>', width="content")
        if number != home:
            _turn("回到引文", ":material/format_quote:", key, home, True)
        _turn("下一页", ":material/arrow_downward:", key, number + 1, number < len(spans) - 1)


def _turn(label: str, icon: str, key: str, target: int, possible: bool) -> None:
    def go() -> None:
        st.session_state[key] = target

    st.button(label, icon=icon, key=f"{key}-{label}", on_click=go, disabled=not possible, type="tertiary")
