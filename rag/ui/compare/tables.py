"""The tables of the page 对比与追踪: one line a point, and folded away below what is not drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import streamlit as st

from rag.protocols import Index
from rag.records import Figure, Filter
from rag.ui.compare.rows import SOURCE, WIDTHS, left_out_table, table
from rag.ui.compare.shown import Shown

HEIGHT, LEFT_OUT_HEIGHT, ROW_HEIGHT = 460, 320, 38


def points_table(shown: Shown, index: Index, used: Callable[[], None]) -> Figure | None:
    """The lines of what is shown; returns the figure whose line is selected. `used` is called on every selection."""
    found = shown.lines
    event = st.dataframe(
        table(found, _titles(index, (line.figure for line in found if line.figure))),
        key=f"compare-table-{index.generation}-{hash(shown.view):x}",
        height=_height(found, HEIGHT),
        row_height=ROW_HEIGHT,
        hide_index=True,
        placeholder="",
        on_select=used,
        selection_mode="single-cell",
        column_config=_columns(),
        alt="图中各点的表格",
    )
    chosen = (row for row, _ in event["selection"]["cells"])
    return next((found[row].figure for row in chosen if row < len(found)), None)


def left_out(shown: Shown, index: Index) -> None:
    """What is not drawn, with the reasons."""
    left = shown.comparison.left_out
    if not left:
        return
    with st.expander(f"没有画出的 {len(left)} 个数和原因", key="compare-left-out"):
        st.dataframe(
            left_out_table(left, _titles(index, (one.figure for one in left))),
            key="compare-left-out-table",
            height=_height(left, LEFT_OUT_HEIGHT),
            row_height=ROW_HEIGHT,
            hide_index=True,
            placeholder="",
            column_config=_columns(),
            alt="没有画出的数和原因",
        )


def _height(rows: Sequence[object], most: int) -> int:
    return min(most, ROW_HEIGHT * (len(rows) + 1) + 2)


def _columns() -> dict[str, Any]:
    columns: dict[str, Any] = {name: st.column_config.TextColumn(width=width) for name, width in WIDTHS.items()}
    return columns | {SOURCE: st.column_config.LinkColumn(width=WIDTHS[SOURCE], display_text="看原文")}


def _titles(index: Index, figures: Iterable[Figure]) -> dict[str, str]:
    docs = tuple(dict.fromkeys(figure.doc for figure in figures))
    return {summary.path: summary.metadata.title for summary in index.documents(Filter(docs=docs))} if docs else {}
