"""The state of the page 目标库: what its widgets hold ↔ the view; the link is kept by rag.ui.linked."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from rag.records import FigureKind, FigureOrder
from rag.ui.library.view import View, params_of, view_of
from rag.ui.parts.linked import LinkedView, into_session

AREA, TOPICS, PLACES, YEARS = "library-area", "library-topics", "library-places", "library-years"
CONCEPTS, UNITS, KIND, MASKED = "library-concepts", "library-units", "library-kind", "library-masked"
TEXT, ORDER, PAGE = "library-text", "library-order", "library-page"
_COUNT = re.compile(r"（[\d,]+）$")


def begin(known: Callable[[View], View]) -> View:
    """The view to show in this run; `known` drops from it what does not exist."""
    return _LINKED.begin(known)


def keep(view: View) -> None:
    """Remember a view and write it into the link."""
    _turn_to(view)
    _LINKED.keep(view)


def clear() -> None:
    """Take all filters away; the order stays."""
    _into_widgets(View(order=st.session_state.get(ORDER) or FigureOrder.DOCUMENT))


def page_key(view: View) -> str:
    """The key of the widget that turns pages: one for each filter and order, so that a new one begins at its default."""
    return f"{PAGE}-{hash(replace(view, page=1)):x}"


def _turn_to(view: View) -> None:
    """Move the widget that turns pages where it stands elsewhere."""
    key = page_key(view)
    if st.session_state.get(key, view.page) != view.page:
        st.session_state[key] = view.page


def _bare(label: str) -> str:
    """A value without the count of its label, which the browser may send as it was before the counts changed."""
    return _COUNT.sub("", label)


def _chosen(key: str) -> tuple[str, ...]:
    return tuple(_bare(label) for label in st.session_state.get(key) or ())


def _of_widgets(_: View) -> View:
    state = st.session_state
    kind: FigureKind | None = state.get(KIND)
    view = View(
        area=_bare(state.get(AREA) or ""),
        topics=_chosen(TOPICS),
        places=_chosen(PLACES),
        years=tuple(int(year) for year in _chosen(YEARS) if year.isdigit()),
        concepts=_chosen(CONCEPTS),
        units=_chosen(UNITS),
        kind=kind,
        masked=bool(state.get(MASKED)),
        text=(state.get(TEXT) or "").strip(),
        order=state.get(ORDER) or FigureOrder.DOCUMENT,
    )
    return replace(view, page=state.get(page_key(view)) or 1)


def _into_widgets(view: View) -> None:
    into_session(
        {
            AREA: view.area or None,
            TOPICS: list(view.topics),
            PLACES: list(view.places),
            YEARS: [str(year) for year in view.years],
            CONCEPTS: list(view.concepts),
            UNITS: list(view.units),
            KIND: view.kind,
            MASKED: view.masked,
            TEXT: view.text,
            ORDER: view.order,
        }
    )


_LINKED = LinkedView("library", TEXT, view_of, params_of, _of_widgets, _into_widgets)
