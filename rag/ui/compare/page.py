"""The page 对比与追踪: one indicator across the places of a year or through the years, every point with its source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any
from urllib.parse import urljoin

import streamlit as st

from rag.comparing.comparer import Comparer
from rag.comparing.rows import Comparison
from rag.records import Figure
from rag.ui.compare import filters as compare_filters
from rag.ui.compare import panels as compare_panels
from rag.ui.compare import state as compare_state
from rag.ui.compare.chart import PICKED, point_id
from rag.ui.compare.choices import completed
from rag.ui.compare.colours import palette
from rag.ui.compare.files import downloads
from rag.ui.compare.shown import Shown, shown
from rag.ui.compare.tables import left_out, points_table
from rag.ui.compare.view import Tab, View, params_of
from rag.ui.parts import resources
from rag.ui.parts.escaping import as_html
from rag.ui.parts.figure_card import figure_card
from rag.ui.parts.first_steps import with_library
from rag.ui.parts.links import COMPARE, link

CHOSEN_FOR_YOU, LAST_USED = "compare-chosen-for-you", "compare-last-used"
TABLE = "table"


def page() -> None:
    """The whole page, or what to do where there is no library yet."""
    with_library(lambda settings: resources.comparer(settings.index), compare)


def compare(comparer: Comparer) -> None:
    """Choices, charts, table, sources and files of one indicator."""
    with st.container(key="zw-compare", gap="small"):
        view = compare_state.begin(partial(_completed, comparer))
        compare_state.keep(view)
        if view.scale is None:
            st.html(compare_panels.heading_html("", ()))
            st.html(compare_panels.NO_INDICATOR)
            return
        found = shown(comparer, view)
        st.html(compare_panels.heading_html(found.title, found.summary))
        if st.session_state.get(CHOSEN_FOR_YOU) == view.concept:
            st.html(compare_panels.chosen_html(view.concept))
        with st.sidebar:
            compare_filters.side(found.offered, view)
        compare_filters.above(found.offered, view)
        if found.comparison.points:
            _compared(comparer, found)
        else:
            st.html(compare_panels.nothing_html(view))
        left_out(found, comparer.index)


def _completed(comparer: Comparer, wished: View) -> View:
    """The view that can be shown; remembers an indicator that nobody asked for."""
    view = completed(comparer, wished)
    if view.concept != wished.concept:
        st.session_state[CHOSEN_FOR_YOU] = view.concept
    elif st.session_state.get(CHOSEN_FOR_YOU) != view.concept:
        st.session_state.pop(CHOSEN_FOR_YOU, None)
    return view


def _compared(comparer: Comparer, found: Shown) -> None:
    """Charts, what is to be said of them, table, files, and the source of what was chosen in one of them."""
    if found.view.tab is Tab.THROUGH and not found.view.places:
        st.html(compare_panels.default_place_html(found.rows[0].place, len(found.offered.places) - 1))
    picked = _charts(found)
    if remarks := compare_panels.remarks_html(found):
        st.html(remarks)
    picked[TABLE] = points_table(found, comparer.index, partial(_used, TABLE))
    _files(found)
    figure = _last_used(picked)
    if figure is None:
        st.html(compare_panels.HINT)
    else:
        figure_card(figure, comparer.index, "compare")


def _charts(found: Shown) -> dict[str, Figure | None]:
    """The charts; returns the figure whose mark was clicked in each."""
    picked: dict[str, Figure | None] = {}
    for number, panel in enumerate(found.panels(palette(st.context.theme.type))):
        if panel.heading:
            st.html(f'<h2 class="zw-section">{as_html(panel.heading)}</h2>')
        name = f"chart-{number}"
        event: Any = st.vega_lite_chart(
            panel.chart,
            width="stretch",
            theme=None,
            key=f"compare-{name}-{hash(found.view):x}",
            on_select=partial(_used, name),
            alt="".join(found.summary),
        )
        picked[name] = _picked(event, found.comparison)
    return picked


def _picked(event: Any, comparison: Comparison) -> Figure | None:
    marks: Sequence[Mapping[str, object]] = event.get("selection", {}).get(PICKED) or ()
    wanted = {mark.get("id") for mark in marks}
    return next((point.figure for point in comparison.points if point_id(point) in wanted), None)


def _used(widget: str) -> None:
    st.session_state[LAST_USED] = widget


def _last_used(picked: Mapping[str, Figure | None]) -> Figure | None:
    """What was chosen last, or else anywhere."""
    last = picked.get(st.session_state.get(LAST_USED, ""))
    return last or next((figure for figure in picked.values() if figure), None)


def _files(found: Shown) -> None:
    with st.container(key="zw-compare-files", horizontal=True, vertical_alignment="center"):
        for file in downloads(found):
            st.download_button(
                f"下载 {file.name}",
                file.make,
                file_name=f"{found.view.concept}.{file.ending}",
                mime=file.mime,
                key=f"compare-{file.ending}",
                icon=":material/download:",
                on_click="ignore",
                type="tertiary",
            )
        address = urljoin(st.context.url or "", link(COMPARE, params_of(found.view)))
        st.html(compare_panels.copy_html(address), width="content")
