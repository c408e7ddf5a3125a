"""One document on the page 文档: what it is, what can be done with it, its text, and its figures as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath

import streamlit as st

from rag.protocols import Index
from rag.records import Document, DocumentSummary, Figure
from rag.ui.documents.actions import go
from rag.ui.documents.metadata import metadata
from rag.ui.documents.panels import document_html
from rag.ui.documents.reading import at_span, reading
from rag.ui.documents.removed import take_away
from rag.ui.documents.rows import title_of
from rag.ui.documents.view import DocumentView
from rag.ui.parts.building import Building
from rag.ui.parts.figure_rows import table
from rag.ui.parts.panels import notice_html

ROW_HEIGHT, TABLE_HEIGHT = 38, 420
COLUMNS = ("指标", "数值", "目标或完成", "年份", "地区", "主题")
WIDTHS = {"指标": 220, "数值": 130, "目标或完成": 120, "年份": 70, "地区": 110, "主题": 180}


@dataclass(frozen=True, slots=True)
class Place:
    """Where the page is: the corpus of its documents, the build process, and the page itself, for links to it."""

    corpus: Path
    building: Building
    here: st.Page


def document_page(view: DocumentView, summary: DocumentSummary, index: Index, place: Place) -> None:
    """The whole page of one document of the index."""
    document = index.document(summary.path)
    if document is None:
        st.html(notice_html("这份文档刚被移走", "资料库正好更新了；回到“全部文档”看看。"))
        return
    figures = index.figures_of(document.path)
    view = _within(view, document)
    st.html(document_html(summary, len(figures)))
    _actions(document, summary, place.corpus)
    metadata(place.corpus, summary, place.building)
    if view.astray:
        st.html(notice_html("链接里的位置不在这份文件里", "从头显示全文；可以用目录或数字表找到要看的地方。"))
    reading(view, document, figures, place.here)
    if figures:
        _figures(figures, view)


def _within(view: DocumentView, document: Document) -> DocumentView:
    """The view without what lies outside the document."""
    length = len(document.text)
    if view.span is not None and view.span.stop > length:
        view = replace(view, span=None, astray=True)
    return replace(view, at=None) if view.at is not None and view.at >= length else view


def _actions(document: Document, summary: DocumentSummary, corpus: Path) -> None:
    with st.container(key="zw-file-actions", horizontal=True):
        st.download_button(
            "下载原文",
            partial(document.text.encode, "utf-8", "replace"),
            file_name=f"{PurePosixPath(document.path).stem}.txt",
            mime="text/plain",
            key="documents-download",
            icon=":material/download:",
            on_click="ignore",
        )
        st.button(
            "移走这份文件",
            key="documents-remove",
            icon=":material/delete:",
            on_click=take_away,
            args=(corpus, document.path, title_of(summary)),
        )


def _figures(figures: Sequence[Figure], view: DocumentView) -> None:
    key = f"documents-figures-{hash(view.doc):x}"
    columns = table(figures, {})
    st.html('<h2 class="zw-section">这份文件里的数字</h2><p class="zw-hint">点一行，看它在文中的位置。</p>')
    st.dataframe(
        {name: columns[name] for name in COLUMNS},
        key=key,
        height=min(TABLE_HEIGHT, ROW_HEIGHT * (len(figures) + 1) + 2),
        row_height=ROW_HEIGHT,
        hide_index=True,
        on_select=partial(_selected, key, figures, view),
        selection_mode="single-cell",
        column_config={name: st.column_config.TextColumn(width=width) for name, width in WIDTHS.items()},
        alt="这份文件里的目标和完成数",
    )


def _selected(key: str, figures: Sequence[Figure], view: DocumentView) -> None:
    cells = st.session_state[key]["selection"]["cells"]
    if cells and cells[0][0] < len(figures):
        go(at_span(view, figures[cells[0][0]].span))
