"""The conversations of this browser, in the side of the page: searched, opened, renamed, exported, deleted and brought back."""

from __future__ import annotations

from datetime import date, datetime
from itertools import groupby

import streamlit as st

from rag.conversations import Listed, Page
from rag.ui.chat.export import as_markdown, file_name
from rag.ui.chat.session import Talk
from rag.ui.chat.word import as_word
from rag.ui.parts.escaping import as_html, as_label, shortened
from rag.ui.parts.guard import guarded
from rag.ui.parts.panels import notice_html

SHOWN, MORE = 8, 20
SEARCH_FROM = 2
LONGEST_SEARCH = 100
LONGEST_TITLE = 60
SEARCH, LIMIT, CHANGED = "history-search", "history-limit", "history-conversation-changed"
DELETED, WAS_CURRENT = "history-deleted", "history-deleted-current"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@st.fragment
def history(talk: Talk) -> None:
    """The list; what is done in it redraws the rest of the page only where the conversation on it changes."""
    if st.session_state.pop(CHANGED, False):
        st.rerun()
    with guarded():
        search = str(st.session_state.get(SEARCH) or "").strip()
        page = talk.listed(search, st.session_state.get(LIMIT, SHOWN))
        if talk.trouble:
            st.html(
                notice_html(
                    "对话没有保存", f"{talk.trouble}\n可以照常提问，关掉页面后这些对话就没有了。", tone="problem"
                )
            )
        deleted: Listed | None = st.session_state.get(DELETED)
        if page is not None and (page.total or search or deleted):
            with st.container(key="zw-history", gap=None):
                _list(page, search, deleted, talk)


def _list(page: Page, search: str, deleted: Listed | None, talk: Talk) -> None:
    if search or page.total >= SEARCH_FROM:
        st.text_input(
            "搜索对话",
            key=SEARCH,
            type="search",
            live=True,
            max_chars=LONGEST_SEARCH,
            placeholder="搜索问过的问题和回答",
            label_visibility="collapsed",
            icon=":material/search:",
        )
    if deleted is not None:
        _undo(deleted, talk)
    if search and not page.total:
        st.html('<p class="zw-soft" role="status">没有找到</p>')
    today = date.today()
    for name, listed in groupby(page.listed, lambda one: "今天" if _day(one) == today else "更早"):
        st.html(f'<h2 class="zw-when">{name}</h2>')
        for one in listed:
            _row(one, talk)
    if (rest := page.total - len(page.listed)) > 0:
        more = len(page.listed) + MORE
        st.button(f"更多（还有 {rest} 个）", key="history-more", type="tertiary", on_click=_show_more, args=(more,))


def _undo(deleted: Listed, talk: Talk) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="zw-deleted", gap="small"):
        st.html(f'<p role="status">已删除“{as_html(shortened(deleted.title, 14))}”</p>')
        st.button("撤销", key="history-undo", type="tertiary", on_click=_restore, args=(deleted, talk))


def _row(one: Listed, talk: Talk) -> None:
    current = "now" if one.id == talk.id else "other"
    with st.container(horizontal=True, vertical_alignment="center", key=f"zw-talk-{current}-{one.id}", gap=None):
        label, key = as_label(one.title), f"history-open-{one.id}"
        st.button(label, key=key, type="tertiary", width="stretch", on_click=_open, args=(one.id, talk))
        menu = st.popover(
            f"“{as_label(shortened(one.title, 20))}”的更多操作",
            key=f"history-menu-{one.id}",
            icon=":material/more_horiz:",
            type="tertiary",
            on_change="rerun",
        )
        if menu.open:
            with menu, st.container(key=f"zw-menu-{one.id}", gap="xsmall"):
                _menu(one, talk)


def _menu(one: Listed, talk: Talk) -> None:
    name = f"history-name-{one.id}"

    def rename() -> None:
        talk.rename(one, st.session_state[name])

    st.text_input("名称", one.title, key=name, max_chars=LONGEST_TITLE, on_change=rename)
    st.download_button(
        "导出为 Word",
        lambda: as_word(one.title, talk.exchanges_of(one.id)),
        file_name(one.title, "docx"),
        WORD,
        key=f"history-word-{one.id}",
        icon=":material/description:",
        type="tertiary",
        on_click="ignore",
    )
    st.download_button(
        "导出为 Markdown",
        lambda: as_markdown(one.title, talk.exchanges_of(one.id)),
        file_name(one.title, "md"),
        "text/markdown",
        key=f"history-markdown-{one.id}",
        icon=":material/notes:",
        type="tertiary",
        on_click="ignore",
    )
    key = f"history-delete-{one.id}"
    st.button("删除", key=key, icon=":material/delete:", type="tertiary", on_click=_delete, args=(one, talk))


def _show_more(limit: int) -> None:
    st.session_state[LIMIT] = limit


def _open(id: str, talk: Talk) -> None:
    talk.open(id)
    st.session_state[CHANGED] = True


def _delete(one: Listed, talk: Talk) -> None:
    current = one.id == talk.id
    talk.delete(one)
    st.session_state[DELETED], st.session_state[WAS_CURRENT], st.session_state[CHANGED] = one, current, current


def _restore(deleted: Listed, talk: Talk) -> None:
    talk.restore(deleted.id)
    st.session_state.pop(DELETED, None)
    if st.session_state.pop(WAS_CURRENT, False):
        _open(deleted.id, talk)


def _day(one: Listed) -> date:
    return datetime.fromtimestamp(one.changed).date()
