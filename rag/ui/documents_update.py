"""The strip of the page 文档 that says what the library does not have yet, and the button that takes it over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import streamlit as st

from rag.errors import ZhengwenError
from rag.records import DocumentSummary
from rag.ui.building import Building, Phase
from rag.ui.documents_pending import Pending, pending, pending_text
from rag.ui.escaping import as_html
from rag.ui.guard import described
from rag.ui.panels import notice_html
from rag.ui.rebuild import LOOK_EVERY_S, rebuild


def update(corpus: Path, documents: Sequence[DocumentSummary], unread: Sequence[str], building: Building) -> Pending:
    """Shows the strip; returns what is to be taken over, nothing where that cannot be told."""
    found, problem = _found(corpus, documents, unread)
    _strip(found, problem, building)
    return found


@contextmanager
def update_around(
    corpus: Path, documents: Sequence[DocumentSummary], unread: Sequence[str], building: Building
) -> Iterator[None]:
    """Shows the strip above what is shown meanwhile where there is something to take over, else below it."""
    found, problem = _found(corpus, documents, unread)
    is_urgent = bool(found or problem) or building.view().phase is not Phase.IDLE
    if is_urgent:
        _strip(found, problem, building)
    yield
    if not is_urgent:
        _strip(found, problem, building)


def _found(
    corpus: Path, documents: Sequence[DocumentSummary], unread: Sequence[str]
) -> tuple[Pending, ZhengwenError | None]:
    try:
        return pending(corpus, documents, unread), None
    except ZhengwenError as error:
        return Pending(), error


def _strip(found: Pending, problem: ZhengwenError | None, building: Building) -> None:
    with st.container(key="zw-waits-update" if found else "zw-agrees-update", gap="small"):
        if problem is not None:
            st.html(notice_html(*described(problem), tone="problem"))
        else:
            st.html(f'<p class="zw-pending">{as_html(pending_text(found))}</p>')
        rebuild(building, "更新资料库", "rebuild-documents", idle_every_s=LOOK_EVERY_S)
