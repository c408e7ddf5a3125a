"""The page 目标库: every figure of the reports, to narrow down, look up in its source, and take along as a file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import streamlit as st

from rag.records import Figure, Filter
from rag.topics import load_topics
from rag.ui.compare.view import comparison_link
from rag.ui.library import filters, panels, state
from rag.ui.library.catalog import Catalog
from rag.ui.library.view import View, pages_of
from rag.ui.parts.figure_card import figure_card
from rag.ui.parts.figure_files import FILE_KINDS, MOST_FIGURES, exported
from rag.ui.parts.figure_rows import WIDTHS, table
from rag.ui.parts.first_steps import with_library
from rag.ui.parts.resources import stored_index

TABLE_HEIGHT = 420
ROW_HEIGHT = 38


def page() -> None:
    """The whole page, or what to do where there is no library yet."""
    with_library(lambda settings: _catalog(settings.index, settings.topics), library)


@st.cache_resource(show_spinner=False)
def _catalog(index: Path, topics: Path | None) -> Catalog:
    """The figures of the index by topic; raises StoreError and DataFileError, and is tried anew then."""
    return Catalog(stored_index(index), load_topics(topics))


def library(catalog: Catalog) -> None:
    """Filters, table, source and download of one catalog."""
    view, found = catalog.page(state.begin(catalog.known))
    state.keep(view)
    choices = catalog.choices(view)
    with st.sidebar:
        filters.side(choices, view)
    with st.container(key="zw-library", gap="small"):
        st.html(panels.heading_html(found.total, view.narrowed))
        filters.above(choices, view)
        if not found.total:
            st.html(panels.nothing_html(view))
            return
        selected = _table(found.figures, view, catalog)
        _below_table(found.total, view, catalog)
        if selected is None:
            st.html(panels.HINT)
        else:
            figure_card(selected, catalog.index, "library", comparison_link(selected))


def _table(figures: Sequence[Figure], view: View, catalog: Catalog) -> Figure | None:
    """The table of one page; returns the figure whose row is selected."""
    # another page or filter is another table, in which nothing is selected yet
    key = f"library-table-{catalog.index.generation}-{hash(view):x}"
    event = st.dataframe(
        table(figures, _titles(figures, catalog)),
        key=key,
        height=min(TABLE_HEIGHT, ROW_HEIGHT * (len(figures) + 1) + 2),
        row_height=ROW_HEIGHT,
        hide_index=True,
        on_select="rerun",
        selection_mode="single-cell",
        column_config={name: st.column_config.TextColumn(width=width) for name, width in WIDTHS.items()},
        alt="目标和完成数的表格",
    )
    rows = (row for row, _ in event["selection"]["cells"])
    return next((figures[row] for row in rows if row < len(figures)), None)


def _below_table(total: int, view: View, catalog: Catalog) -> None:
    with st.container(
        key="zw-library-below", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        if (pages := pages_of(total)) > 1:
            st.pagination(pages, default=view.page, key=state.page_key(view), max_visible_pages=5, width=320)
        with st.container(key="zw-library-files", horizontal=True, width="content"):
            for kind in FILE_KINDS:
                st.download_button(
                    f"下载 {kind.name}",
                    partial(exported, kind, view, catalog),
                    file_name=f"目标库.{kind.ending}",
                    mime=kind.mime,
                    key=f"library-{kind.ending}",
                    icon=":material/download:",
                    on_click="ignore",
                    type="tertiary",
                )
    if total > MOST_FIGURES:
        st.html(panels.export_limit_html(MOST_FIGURES))


def _titles(figures: Sequence[Figure], catalog: Catalog) -> dict[str, str]:
    docs = tuple(dict.fromkeys(figure.doc for figure in figures))
    return {summary.path: summary.metadata.title for summary in catalog.index.documents(Filter(docs=docs))}
