"""Taking a document out of the corpus from the page 文档, and putting it back."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

import streamlit as st

from rag.intake import Removed, remove, removed, restore
from rag.ui.documents.actions import attempt, go
from rag.ui.documents.view import ListView
from rag.ui.parts.escaping import as_html, shortened
from rag.ui.parts.panels import notice_html
from rag.ui.parts.wording import in_bytes, moment

LAST, BACK = "documents-last-removed", "documents-last-restored"
LISTED = 50
LONGEST_NAME = 120


def take_away(corpus: Path, path: str, title: str) -> None:
    """Move a document into the trash and go to the list; a callback."""

    def action() -> None:
        st.session_state[LAST] = remove(corpus, path, title, datetime.now().astimezone())
        st.session_state[BACK] = ""
        go(ListView())

    attempt(action)


def last_removed(corpus: Path) -> None:
    """What was removed or put back a moment ago, with the way back."""
    if back := st.session_state.get(BACK):
        st.html(f'<p class="zw-pending" role="status">已放回：{as_html(back)}</p>')
    last: Removed | None = st.session_state.get(LAST)
    if last is None:
        return
    with st.container(key="zw-last-removed", gap="small"):
        name = shortened(last.title or last.path, LONGEST_NAME)
        st.html(notice_html(f"已移走：{name}", "文件还留着，可以放回；更新资料库以后就查不到它了。"))
        with st.container(horizontal=True):
            st.button(
                "放回", key="documents-restore-last", icon=":material/undo:", on_click=_restored, args=(corpus, last.id)
            )
            st.button("知道了", key="documents-removed-seen", on_click=_forget, type="tertiary")


def trash(corpus: Path) -> None:
    """Everything in the trash, the last one first."""
    found = removed(corpus)
    if not found:
        st.html(notice_html("没有移走的文件", "从文档页面移走的文件会列在这里，随时可以放回。"))
        return
    for number, item in enumerate(found[:LISTED]):
        with st.container(key=f"zw-removed-{number}", horizontal=True, vertical_alignment="center"):
            st.html(_item_html(item))
            st.button(
                "放回",
                key=f"documents-restore-{item.id}",
                icon=":material/undo:",
                on_click=_restored,
                args=(corpus, item.id),
            )
    left = len(found) - LISTED
    where = as_html(str((corpus / ".removed").absolute()))
    more = f"另有 {left:,} 份没有列出。" if left > 0 else ""
    st.html(f'<p class="zw-hint">{more}这些文件保存在 {where}；要彻底删除，请在那里删。</p>')


def _item_html(item: Removed) -> str:
    title = as_html(shortened(item.title or item.path, LONGEST_NAME))
    said = "　".join(
        (as_html(shortened(item.path, LONGEST_NAME)), in_bytes(item.size), f"{moment(item.removed_at)} 移走")
    )
    return f'<div class="zw-removed"><strong>{title}</strong><p class="zw-facts">{said}</p></div>'


def _restored(corpus: Path, id: str) -> None:
    def action() -> None:
        st.session_state[BACK] = restore(corpus, id)
        last: Removed | None = st.session_state.get(LAST)
        if last is not None and last.id == id:
            st.session_state[LAST] = None

    attempt(partial(action))


def _forget() -> None:
    st.session_state[LAST] = None
    st.session_state[BACK] = ""
