"""The list on the page 文档: found by text, ordered, a page at a time; and around it the other parts of the page."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from rag.records import DocumentSummary
from rag.store import Problem
from rag.ui.documents.actions import go
from rag.ui.documents.panels import entry_html
from rag.ui.documents.rows import listed, page_of, pages_of, title_of
from rag.ui.documents.view import LONGEST_VALUE, DocumentView, ListView, Order, Tab, to_be_linked
from rag.ui.parts.escaping import as_label, shortened
from rag.ui.parts.linked import into_session
from rag.ui.parts.panels import notice_html
from rag.ui.parts.unread import Unread, unread_html

TAB, TEXT, ORDER, PAGE = "documents-tab", "documents-text", "documents-order", "documents-page"
LONGEST_TITLE = 120
TABS = {Tab.ALL: "全部文档", Tab.ADD: "添加文件", Tab.REMOVED: "移走的文件", Tab.CHANGES: "最近的变化"}
ORDERS = {
    Order.PATH: "按文件位置",
    Order.TITLE: "按标题",
    Order.NEWEST: "年份从近到远",
    Order.OLDEST: "年份从远到近",
    Order.PLACE: "按地区",
    Order.LARGEST: "篇幅从长到短",
}


def tabs(view: ListView) -> Tab:
    """The choice among the parts of the page."""
    into_session({TAB: view.tab})
    st.segmented_control(
        "文档页的内容",
        list(TABS),
        key=TAB,
        format_func=TABS.__getitem__,
        required=True,
        label_visibility="collapsed",
        on_change=lambda: go(ListView(tab=st.session_state[TAB])),
    )
    return view.tab


def documents_list(view: ListView, documents: Sequence[DocumentSummary], gone: frozenset[str], here: st.Page) -> None:
    """Search, order and one page of the documents; `gone` are those whose file has been removed."""
    _search(view)
    found = listed(documents, view.text, view.order)
    if not found:
        st.html(notice_html("没有符合条件的文档", f"换一个说法，或清空“{shortened(view.text, 20)}”看全部。"))
        return
    if view.text:
        st.html(f'<p class="zw-hint" role="status">找到 {len(found):,} 份</p>')
    shown, number = page_of(found, view.page)
    for place, document in enumerate(shown):
        with st.container(key=f"zw-entry-{place}", gap=None):
            label = as_label(shortened(title_of(document), LONGEST_TITLE)) or "（没有标题）"
            st.page_link(here, label=label, icon="", query_params=to_be_linked(DocumentView(document.path)))
            st.html(entry_html(document, document.path in gone))
    _pages(pages_of(len(found)), number, view)


def _search(view: ListView) -> None:
    into_session({TEXT: view.text, ORDER: view.order})
    with st.container(key="zw-files-search", horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            "找文档",
            key=TEXT,
            max_chars=LONGEST_VALUE,
            placeholder="找标题、地区、年份、单位、讲话人……",
            label_visibility="collapsed",
            icon=":material/search:",
            on_change=_follow,
        )
        st.selectbox(
            "排序",
            list(ORDERS),
            key=ORDER,
            format_func=ORDERS.__getitem__,
            label_visibility="collapsed",
            filter_mode=None,
            width=180,
            on_change=_follow,
        )


def unread(problems: Sequence[Problem]) -> None:
    """The files that the last build could not read."""
    if problems:
        st.html(unread_html(tuple(Unread(item.path, item.reason, item.remedy) for item in problems)))


def _pages(pages: int, number: int, view: ListView) -> None:
    if pages > 1:
        key = f"{PAGE}-{hash((view.text, view.order)):x}"
        if st.session_state.get(key, number) != number:
            st.session_state[key] = number
        st.pagination(pages, default=number, key=key, max_visible_pages=5, on_change=_turn, args=(key, view))


def _turn(key: str, view: ListView) -> None:
    go(ListView(view.tab, view.text, view.order, st.session_state[key]))


def _follow() -> None:
    go(ListView(text=(st.session_state.get(TEXT) or "").strip(), order=st.session_state.get(ORDER) or Order.PATH))
