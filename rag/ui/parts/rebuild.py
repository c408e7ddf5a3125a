"""Bringing the library up to date from the page: a button, live progress, and what came of it."""

from __future__ import annotations

import streamlit as st

from rag.ui.parts.building import Building, BuildView, Phase
from rag.ui.parts.guard import guarded
from rag.ui.parts.panels import build_report_html, notice_html, progress_html

EVERY_S = 1.0
LOOK_EVERY_S = 4.0
SHOWN, WITH_PAGE = "build-shown-as-running", "build-drawn-with-the-page"
MEANWHILE = "更新时可以照常提问。"
BUSY = (Phase.RUNNING, Phase.ELSEWHERE)


def rebuild(
    building: Building, label: str, key: str, remark: str = MEANWHILE, idle_every_s: float | None = None
) -> None:
    """The part of a page that builds; it looks again every second while a build is running, and else every
    `idle_every_s` seconds (None: not by itself), so that a page shows what somebody else has started.

    `remark` is said below the progress.
    """
    busy = building.view().phase in BUSY
    st.session_state[SHOWN], st.session_state[WITH_PAGE] = busy, True
    st.fragment(_panel, run_every=EVERY_S if busy else idle_every_s)(building, label, key, remark)


def _panel(building: Building, label: str, key: str, remark: str) -> None:
    with guarded():
        view = building.view()
        # drawn with the whole page there is nothing to draw anew, and a question just sent must not be lost
        drawn_alone = not st.session_state.pop(WITH_PAGE, False)
        if drawn_alone and (view.phase in BUSY) != st.session_state[SHOWN]:
            # a build has begun or ended: the whole page takes notice, the library in it and how often to look again
            st.rerun()
        if view.phase in BUSY:
            _progress(view, remark)
            if view.phase is Phase.RUNNING:
                stop = building.stop
                st.button("停止更新", key=f"{key}-stop", icon=":material/stop_circle:", on_click=stop, type="tertiary")
            return
        if view.phase is not Phase.IDLE:
            _outcome(view)
            st.button("知道了", key=f"{key}-seen", on_click=building.forget, type="tertiary")
        st.button(label, key=key, icon=":material/sync:", on_click=building.start, width="stretch")


def _progress(view: BuildView, remark: str) -> None:
    state = view.state
    if state is not None and state.total > 0:
        st.progress(min(state.done / state.total, 1.0))
    st.html(progress_html(view, remark))


def _outcome(view: BuildView) -> None:
    if view.phase is Phase.DONE:
        st.html(build_report_html(view.report or {}))
    elif view.phase is Phase.STOPPED:
        st.html(notice_html("更新已停止", view.message))
    else:
        st.html(notice_html("更新没有完成", view.message, tone="problem"))
