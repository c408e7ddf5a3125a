"""What a click on the page 文档 does: errors of it are kept for the page to show, since a callback has no place of its own."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from rag.ui.documents.view import DocumentView, ListView, params_of, view_of
from rag.ui.parts.guard import Told
from rag.ui.parts.panels import notice_html

PROBLEM, SEEN = "documents-problem", "documents-link-seen"


def attempt(action: Callable[[], None]) -> None:
    """Do it; what goes wrong is shown at the top of the page."""
    with Told() as told:
        action()
    if told.problem is not None:
        st.session_state[PROBLEM] = told.problem


def show_problem() -> None:
    """What went wrong with the last click, once."""
    problem: tuple[str, str] | None = st.session_state.pop(PROBLEM, None)
    if problem is not None:
        title, text = problem
        st.html(notice_html(title, text, tone="problem"))


def followed() -> ListView | DocumentView:
    """The view that the link asks for, which then also stands in the address bar.

    A link from this page to itself changes what the page is told, but not the address.
    """
    params = {name: st.query_params.get_all(name) for name in st.query_params}
    if st.session_state.get(SEEN) not in (None, params):
        st.query_params.from_dict(params)
    st.session_state[SEEN] = params
    return view_of(params)


def go(view: ListView | DocumentView) -> None:
    """Put a view into the link, which the page follows."""
    st.query_params.from_dict(params_of(view))
