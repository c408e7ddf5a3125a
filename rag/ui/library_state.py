"""The state of the page 目标库: widgets ↔ view ↔ the link in the address bar.

The link leads: where it differs from what was last written into it (opened, or gone back to), the widgets follow it;
otherwise the view follows the widgets, and the link the view.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from rag.records import FigureKind, FigureOrder
from rag.ui.library_view import View, params_of, view_of

ON_ITS_WAY_S = 1.0
SHOWN, WRITTEN = "library-view", "library-link-written"
AREA, TOPICS, PLACES, YEARS = "library-area", "library-topics", "library-places", "library-years"
CONCEPTS, UNITS, KIND, MASKED = "library-concepts", "library-units", "library-kind", "library-masked"
TEXT, ORDER, PAGE = "library-text", "library-order", "library-page"


def begin(known: Callable[[View], View]) -> View:
    """The view to show in this run; `known` drops from it what does not exist."""
    shown: View | None = st.session_state.get(SHOWN)
    params = {name: st.query_params.get_all(name) for name in st.query_params}
    if shown is not None and TEXT in st.session_state and (params == params_of(shown) or _just_written()):
        view = known(_of_widgets())
    elif shown is not None and TEXT not in st.session_state and not params:
        view = shown  # back from another page
    else:
        view = known(view_of(params))
    _into_widgets(view)
    return view


def keep(view: View) -> None:
    """Remember a view and write it into the link."""
    st.session_state[SHOWN] = view
    _turn_to(view)
    wanted = params_of(view)
    if {name: st.query_params.get_all(name) for name in st.query_params} != wanted:
        st.query_params.from_dict(wanted)
        st.session_state[WRITTEN] = time.monotonic()


def clear() -> None:
    """Take all filters away; the order stays."""
    _into_widgets(View(order=st.session_state.get(ORDER) or FigureOrder.DOCUMENT))


def _just_written() -> bool:
    """True while the browser may still send the link as it was before."""
    written: float | None = st.session_state.get(WRITTEN)
    return written is not None and time.monotonic() - written < ON_ITS_WAY_S


def page_key(view: View) -> str:
    """The key of the widget that turns pages: one for each filter and order, so that a new one begins at its default."""
    return f"{PAGE}-{hash(replace(view, page=1)):x}"


def _turn_to(view: View) -> None:
    """Move the widget that turns pages where it stands elsewhere."""
    key = page_key(view)
    if st.session_state.get(key, view.page) != view.page:
        st.session_state[key] = view.page


def _bare(label: str) -> str:
    """A topic without the count of its label, which the browser may send as it was before the counts changed."""
    return label.partition("（")[0]


def _of_widgets() -> View:
    state = st.session_state
    kind: FigureKind | None = state.get(KIND)
    view = View(
        area=_bare(state.get(AREA) or ""),
        topics=tuple(_bare(topic) for topic in state.get(TOPICS) or ()),
        places=tuple(state.get(PLACES) or ()),
        years=tuple(int(year) for year in state.get(YEARS) or () if year.isdigit()),
        concepts=tuple(state.get(CONCEPTS) or ()),
        units=tuple(state.get(UNITS) or ()),
        kind=kind,
        masked=bool(state.get(MASKED)),
        text=(state.get(TEXT) or "").strip(),
        order=state.get(ORDER) or FigureOrder.DOCUMENT,
    )
    return replace(view, page=state.get(page_key(view)) or 1)


def _into_widgets(view: View) -> None:
    values = {
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
    for key, value in values.items():
        if key not in st.session_state or st.session_state[key] != value:
            st.session_state[key] = value
