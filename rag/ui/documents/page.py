"""The page 文档: the documents of the library, one of them in full, and all that can be done to the corpus."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import streamlit as st

from rag.errors import IndexMissing, ReadError, ZhengwenError
from rag.protocols import Index
from rag.reading import source_files
from rag.settings import Settings
from rag.store import ChangedFigure, FigureChange, Problem, SourceState
from rag.ui.documents import list as documents_list
from rag.ui.documents.actions import followed, show_problem
from rag.ui.documents.changes import changes
from rag.ui.documents.one import Place, document_page
from rag.ui.documents.panels import heading_html
from rag.ui.documents.removed import last_removed, trash
from rag.ui.documents.update import update
from rag.ui.documents.upload import upload
from rag.ui.documents.view import DocumentView, ListView, Tab
from rag.ui.parts import resources
from rag.ui.parts.building import Building, Phase
from rag.ui.parts.escaping import shortened
from rag.ui.parts.first_steps import no_documents
from rag.ui.parts.guard import described
from rag.ui.parts.links import DOCUMENTS, link
from rag.ui.parts.panels import notice_html

LONGEST_DOC = 200


class Documents(Index, Protocol):
    """What the page needs of an index: all that others need, and what builds have to tell."""

    def problems(self) -> Sequence[Problem]:
        """The source files that the last build could not read."""

    def sources(self) -> Sequence[SourceState]:
        """What the last build found of each source file."""

    def changes(self) -> tuple[FigureChange, ...] | None:
        """The documents that the last build wrote or dropped; None where nothing is known of it."""

    def changed_figures(self, path: str) -> tuple[ChangedFigure, ...]:
        """The figures of one document that it changed."""


def page() -> None:
    """The whole page; without a library the way to a first one."""
    settings = resources.settings()
    building = resources.building(settings.corpus, settings.index)
    with st.container(key="zw-files", gap="small"):
        show_problem()
        try:
            index = resources.stored_index(settings.index)
            is_empty = not index.statistics().documents
        except IndexMissing:
            _first(settings, building)
        except ZhengwenError as error:
            st.html(notice_html(*described(error), tone="problem"))
            st.button("再试一次", key="retry-documents", icon=":material/refresh:")
        else:
            if is_empty:
                _first(settings, building)
            else:
                documents(index, settings, building)


def documents(index: Documents, settings: Settings, building: Building) -> None:
    """The list or one document, as the link says."""
    view = followed()
    here = st.Page(page, url_path=DOCUMENTS)
    if isinstance(view, DocumentView):
        _one(view, index, settings, building, here)
    else:
        _all(view, index, settings, building, here)


def _first(settings: Settings, building: Building) -> None:
    """No library yet: where to put the files, and then the button that reads them."""
    st.html(
        '<header class="zw-heading"><h1>文档</h1></header>'
        '<p class="zw-about">先加入几份报告，再点“建立资料库”，就可以提问了。</p>'
    )
    upload(settings)
    last_removed(settings.corpus)
    if building.view().phase is not Phase.IDLE or _has_files(settings.corpus):
        no_documents(settings, building)
    else:
        ask = f'<a href="{link("", {})}" target="_self">问答</a>'
        st.html(f'<p class="zw-hint">手边没有报告？到“{ask}”页可以先导入示例资料试一试。</p>')


def _has_files(corpus: Path) -> bool:
    try:
        return bool(source_files(corpus).files)
    except ReadError:
        return False


def _all(view: ListView, index: Documents, settings: Settings, building: Building, here: st.Page) -> None:
    found = index.documents()
    problems = index.problems()
    st.html(heading_html(len(found)))
    last_removed(settings.corpus)
    pending = update(settings.corpus, index, found, building)
    tab = documents_list.tabs(view)
    if tab is Tab.ADD:
        upload(settings)
    elif tab is Tab.REMOVED:
        trash(settings.corpus)
    elif tab is Tab.CHANGES:
        changes(index, found)
    else:
        documents_list.unread(problems)
        documents_list.documents_list(view, found, frozenset(pending.gone), here)


def _one(view: DocumentView, index: Documents, settings: Settings, building: Building, here: st.Page) -> None:
    st.page_link(here, label="全部文档", icon=":material/arrow_back:", query_params={})
    found = index.documents()
    summary = next((document for document in found if document.path == view.doc), None)
    if summary is None:
        said = f"{shortened(view.doc, LONGEST_DOC)}\n它可能被移走或改了名；到“全部文档”里找找看。"
        st.html(notice_html("资料库里没有这份文档", said))
        return
    update(settings.corpus, index, found, building)
    document_page(view, summary, index, Place(settings.corpus, building, here))
