"""The side of the page: a new conversation, what to search in, the state of the library."""

from __future__ import annotations

import streamlit as st

from rag.records import Facet, Facets, Filter, ReportKind, Statistics
from rag.settings import Settings
from rag.ui.parts.escaping import shortened
from rag.ui.parts.panels import library_html
from rag.ui.parts.wording import REPORT_KINDS

KEYS = ("filter-places", "filter-years", "filter-topics", "filter-kinds")


def filters(facets: Facets) -> Filter:
    """Lets the user narrow the search; returns what was chosen. A field with nothing to choose from is left out."""
    narrowed = any(st.session_state.get(key) for key in KEYS)
    with st.expander("只在这些范围里找", expanded=narrowed, key="zw-filters"):
        chosen = Filter(
            places=_choose("地区", "全部地区", facets.places, KEYS[0]),
            years=tuple(int(year) for year in _choose("年份", "全部年份", facets.years, KEYS[1])),
            topics=_choose("主题", "全部主题", facets.topics, KEYS[2]),
            kinds=tuple(ReportKind(kind) for kind in _choose("类型", "全部类型", facets.kinds, KEYS[3])),
        )
        if chosen:
            st.button(
                "清除筛选", key="clear-filters", on_click=_clear, type="tertiary", icon=":material/filter_alt_off:"
            )
    return chosen


def library(statistics: Statistics, settings: Settings) -> None:
    """Size and age of the index, and which model understands the questions."""
    model = "随程序安装的多语言模型" if settings.encoder == "bundled" else settings.encoder
    st.html(library_html(statistics, model))


def _choose(label: str, placeholder: str, facets: tuple[Facet, ...], key: str) -> tuple[str, ...]:
    if not facets:
        return ()
    counts = {facet.value: facet.documents for facet in facets}

    def shown(value: str) -> str:
        name = REPORT_KINDS[ReportKind(value)] if key == "filter-kinds" else value
        return f"{shortened(name, 24)}（{counts.get(value, 0)}）"

    values = sorted(counts, reverse=True) if key == "filter-years" else list(counts)
    return tuple(
        st.multiselect(
            label,
            values,
            key=key,
            format_func=shown,
            placeholder=placeholder,
            filter_mode="contains",
            select_all=False,
        )
    )


def _clear() -> None:
    for key in KEYS:
        if key in st.session_state:
            st.session_state[key] = []
