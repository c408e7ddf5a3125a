"""What can be chosen on the page 对比与追踪: indicator and scale above all, then what each of the two views needs."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from rag.records import FigureKind
from rag.ui.compare import state
from rag.ui.compare.choices import MOST_PANELS, Choices
from rag.ui.compare.view import Order, Tab, View, scale_param
from rag.ui.compare.wording import scale_said
from rag.ui.parts.escaping import as_label
from rag.ui.parts.params import MOST_VALUES

TABS = {Tab.ACROSS: "各地对比", Tab.THROUGH: "历年走势"}
ORDERS = {Order.LARGEST: "从高到低", Order.SMALLEST: "从低到高", Order.NAME: "按地区"}
KINDS = {state.BOTH: "目标和完成", FigureKind.TARGET.value: "只看目标", FigureKind.RESULT.value: "只看完成"}


def above(choices: Choices, view: View) -> None:
    """Indicator, scale and view; next to them the year of a view across places, the years of one through them."""
    with st.container(key="zw-compare-what", horizontal=True, vertical_alignment="bottom"):
        figures = {count.value: count.figures for count in choices.concepts}
        st.selectbox(
            "指标",
            list(figures),
            key=state.CONCEPT,
            format_func=lambda concept: f"{concept}（{figures.get(concept, 0):,}）",
            filter_mode="contains",
            width=300,
        )
        if len(choices.scales) > 1:
            named = {scale_param(scale): scale_said(scale, unit) for scale, unit, _ in choices.scales}
            st.selectbox(
                "口径", list(named), key=state.SCALE, format_func=named.__getitem__, width=190, filter_mode=None
            )
        if view.tab is Tab.ACROSS:
            _year("年份", _years(choices), state.YEAR)
        else:
            _year("从", _years(choices)[::-1], state.FIRST)
            _year("到", _years(choices), state.LAST)
    st.segmented_control(
        "看法", list(TABS), key=state.TAB, format_func=TABS.__getitem__, required=True, label_visibility="collapsed"
    )


def side(choices: Choices, view: View) -> None:
    """Kind, places and order."""
    with st.container(key="zw-compare-filters", gap="small"):
        st.html('<h2 class="zw-side">只看这些</h2>')
        st.selectbox("目标或完成", list(KINDS), key=state.KIND, format_func=KINDS.__getitem__, filter_mode=None)
        st.multiselect(
            "地区",
            [count.value for count in choices.places],
            key=state.PLACES,
            placeholder="全部地区" if view.tab is Tab.ACROSS else "数据最多的一个",
            filter_mode="contains",
            select_all=False,
            max_selections=MOST_VALUES if view.tab is Tab.ACROSS else max(MOST_PANELS, len(view.places)),
        )
        if view.tab is Tab.ACROSS:
            st.selectbox("排列", list(ORDERS), key=state.ORDER, format_func=ORDERS.__getitem__, filter_mode=None)


def _year(label: str, years: Sequence[int], key: str) -> None:
    st.selectbox(as_label(label), years, key=key, width=110, filter_mode="contains")


def _years(choices: Choices) -> list[int]:
    """Newest first."""
    return [int(count.value) for count in choices.years]
