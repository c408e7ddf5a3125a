"""The part of the page 文档 that tells what the last build changed, document by document and figure by figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import streamlit as st

from rag.records import DocumentSummary
from rag.store import ChangedFigure, FigureChange
from rag.ui.documents.panels import changes_html, counts_text, totals_html
from rag.ui.documents.rows import PAGE_DOCUMENTS, pages_of, title_of
from rag.ui.parts.escaping import as_label, shortened
from rag.ui.parts.panels import notice_html

LONGEST_TITLE = 80


class Logged(Protocol):
    """What this part needs of an index."""

    def changes(self) -> tuple[FigureChange, ...] | None:
        """The documents that the last build wrote or dropped; None where nothing is known of it."""

    def changed_figures(self, path: str) -> tuple[ChangedFigure, ...]:
        """The figures of one document that it changed."""


def changes(index: Logged, documents: Sequence[DocumentSummary]) -> None:
    """All of it, a page of documents at a time, each folded away."""
    found = index.changes()
    if found is None:
        st.html(notice_html("还没有记录", "下一次更新资料库有改动时，这里会逐个列出数字的变化。"))
        return
    st.html(f'<div class="zw-totals">{totals_html(found)}</div>')
    touched = [change for change in found if change]
    titles = {document.path: title_of(document) for document in documents}
    pages = pages_of(len(touched))
    number = min(st.session_state.get("documents-changes-page", 1), pages)
    shown = touched[(number - 1) * PAGE_DOCUMENTS : number * PAGE_DOCUMENTS]
    for change in shown:
        title = as_label(shortened(titles.get(change.path, change.path), LONGEST_TITLE))
        label = f"{title}　{counts_text(change)}"
        fold = st.expander(label, expanded=len(touched) == 1, key=f"documents-change-{change.path}", on_change="rerun")
        if fold.open:
            with fold:
                st.html(changes_html(change, index.changed_figures(change.path), change.path in titles))
    if pages > 1:
        st.pagination(pages, key="documents-changes-page", max_visible_pages=5)
