"""The state of the page 对比与追踪: what its widgets hold ↔ the view; the link is kept by rag.ui.linked."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from rag.records import FigureKind
from rag.ui.compare.view import View, params_of, scale_param, scale_said, view_of
from rag.ui.parts.linked import LinkedView, into_session

CONCEPT, SCALE, TAB, KIND = "compare-concept", "compare-scale", "compare-tab", "compare-kind"
PLACES, YEAR, FIRST, LAST, ORDER = (
    "compare-places",
    "compare-year",
    "compare-first",
    "compare-last",
    "compare-order",
)

# a widget takes None for nothing chosen
BOTH = "both"


def begin(known: Callable[[View], View]) -> View:
    """The view to show in this run; `known` completes it and drops from it what does not exist."""
    return _LINKED.begin(known)


def keep(view: View) -> None:
    """Remember a view and write it into the link."""
    _LINKED.keep(view)


def _of_widgets(shown: View) -> View:
    """Widgets that a view does not need are not on the page; for them what was last shown holds."""
    state = st.session_state
    return View(
        concept=state.get(CONCEPT) or shown.concept,
        scale=scale_said(state.get(SCALE) or "") or shown.scale,
        tab=state.get(TAB) or shown.tab,
        kind=None if state.get(KIND, BOTH) == BOTH else FigureKind(state[KIND]),
        places=tuple(state.get(PLACES, shown.places)),
        year=state.get(YEAR) or shown.year,
        first=state.get(FIRST) or shown.first,
        last=state.get(LAST) or shown.last,
        order=state.get(ORDER) or shown.order,
    )


def _into_widgets(view: View) -> None:
    into_session(
        {
            CONCEPT: view.concept or None,
            SCALE: scale_param(view.scale) if view.scale else None,
            TAB: view.tab,
            KIND: view.kind.value if view.kind else BOTH,
            PLACES: list(view.places),
            YEAR: view.year or None,
            FIRST: view.first or None,
            LAST: view.last or None,
            ORDER: view.order,
        }
    )


_LINKED = LinkedView("compare", TAB, view_of, params_of, _of_widgets, _into_widgets)
