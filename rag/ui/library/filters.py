"""The filters of the page 目标库: what to narrow by at the side, search, order and topics above the table."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from rag.records import FigureCount, FigureKind, FigureOrder
from rag.ui.library import state
from rag.ui.library.catalog import Choices
from rag.ui.library.view import View
from rag.ui.parts.escaping import as_label
from rag.ui.parts.params import LONGEST_VALUE, MOST_VALUES
from rag.ui.parts.wording import FIGURE_KINDS

ORDERS = {
    FigureOrder.DOCUMENT: "按文件顺序",
    FigureOrder.LARGEST: "数值从大到小",
    FigureOrder.SMALLEST: "数值从小到大",
    FigureOrder.NEWEST: "年份从新到旧",
    FigureOrder.OLDEST: "年份从旧到新",
}


def side(choices: Choices, view: View) -> None:
    """Place, year, indicator, unit, kind, and whether the text blanks the number out."""
    with st.container(key="zw-library-filters", gap="small"):
        st.html('<h2 class="zw-side">只看这些数字</h2>')
        st.segmented_control(
            "目标或完成",
            list(FigureKind),
            key=state.KIND,
            format_func=FIGURE_KINDS.__getitem__,
            width="stretch",
        )
        _choose("地区", "全部地区", choices.places, view.places, state.PLACES)
        years = sorted(choices.years, key=lambda count: count.value, reverse=True)
        _choose("年份", "全部年份", years, tuple(map(str, view.years)), state.YEARS)
        _choose("指标", "全部指标", choices.concepts, view.concepts, state.CONCEPTS)
        _choose("单位", "全部单位", choices.units, view.units, state.UNITS)
        st.toggle("只看原文隐去的数字", key=state.MASKED)
        if view.narrowed:
            icon = ":material/filter_alt_off:"
            st.button("清除筛选", key="library-clear", on_click=state.clear, type="tertiary", icon=icon)


def above(choices: Choices, view: View) -> None:
    """Free text, order, and the topics: areas first, those below an area once it is chosen."""
    with st.container(key="zw-library-search", horizontal=True):
        st.text_input(
            "查找",
            key=state.TEXT,
            placeholder="找指标或数字，如：播种面积",
            max_chars=LONGEST_VALUE,
            label_visibility="collapsed",
            icon=":material/search:",
        )
        st.selectbox(
            "排序",
            list(ORDERS),
            key=state.ORDER,
            format_func=ORDERS.__getitem__,
            label_visibility="collapsed",
            filter_mode=None,
            width=180,
        )
    with st.container(key="zw-library-topics", gap="small"):
        _pills("主题", choices.areas, (view.area,) if view.area else (), state.AREA, "single")
        if view.area and (choices.topics or view.topics):
            _pills(f"{view.area}之下", choices.topics, view.topics, state.TOPICS, "multi")


def _pills(label: str, counts: Sequence[FigureCount], chosen: tuple[str, ...], key: str, mode: str) -> None:
    if not counts and not chosen:
        return
    figures = _figures(counts, chosen)
    st.pills(
        as_label(label),
        list(figures),
        selection_mode="multi" if mode == "multi" else "single",
        key=key,
        format_func=lambda topic: f"{as_label(topic)}（{figures.get(topic, 0):,}）",
        label_visibility="collapsed",
    )


def _choose(label: str, placeholder: str, counts: Sequence[FigureCount], chosen: tuple[str, ...], key: str) -> None:
    figures = _figures(counts, chosen)
    if not figures:
        return
    st.multiselect(
        label,
        list(figures),
        key=key,
        format_func=lambda value: f"{value}（{figures.get(value, 0):,}）",
        placeholder=placeholder,
        filter_mode="contains",
        select_all=False,
        max_selections=MOST_VALUES,
    )


def _figures(counts: Sequence[FigureCount], chosen: tuple[str, ...]) -> dict[str, int]:
    """Figures by value; what is chosen stays among them though nothing has it, so that it can be taken back."""
    return {count.value: count.figures for count in counts} | {
        value: next((count.figures for count in counts if count.value == value), 0) for value in chosen
    }
