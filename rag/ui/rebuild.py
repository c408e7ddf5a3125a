"""Bringing the library up to date from the page: a button, live progress, and what came of it."""

from __future__ import annotations

import streamlit as st

from rag.ui.building import Building, BuildView, Phase
from rag.ui.guard import guarded
from rag.ui.panels import build_report_html, notice_html, progress_html

EVERY_S = 1.0
SEEN = "build-phase"
BUSY = (Phase.RUNNING, Phase.ELSEWHERE)


def rebuild(building: Building, label: str, key: str) -> None:
    """The part of a page that builds; it looks again every second while a build is running, and only then."""
    busy = building.view().phase in BUSY
    st.fragment(_panel, run_every=EVERY_S if busy else None)(building, label, key)


def _panel(building: Building, label: str, key: str) -> None:
    with guarded():
        view = building.view()
        before, st.session_state[SEEN] = st.session_state.get(SEEN), view.phase
        if (before in BUSY) != (view.phase in BUSY) and before is not None:
            st.rerun()
        if view.phase in BUSY:
            _progress(view)
            return
        if view.phase is Phase.DONE:
            st.html(build_report_html(view.report or {}))
        elif view.phase is Phase.FAILED:
            st.html(notice_html("更新没有完成", view.message, tone="problem"))
        st.button(label, key=key, icon=":material/sync:", on_click=building.start, width="stretch")


def _progress(view: BuildView) -> None:
    state = view.state
    if state is not None and state.total > 0:
        st.progress(min(state.done / state.total, 1.0))
    st.html(progress_html(view))
