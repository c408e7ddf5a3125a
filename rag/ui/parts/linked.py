"""The state of a page that a link describes: widgets ↔ view ↔ the link in the address bar.

The link leads: where it differs from what was last written into it (opened, or gone back to), the widgets follow it;
otherwise the view follows the widgets, and the link the view.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

import streamlit as st

from rag.ui.parts.params import Params

ON_ITS_WAY_S = 1.0
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class LinkedView(Generic[V]):
    """A page with views of one type.

    `page` begins the keys of what is remembered, `widget` is the key of a widget that is there whenever the page is.
    `of_widgets` gives the view that the widgets say, from the one last shown.
    """

    page: str
    widget: str
    view_of: Callable[[Params], V]
    params_of: Callable[[V], dict[str, list[str]]]
    of_widgets: Callable[[V], V]
    into_widgets: Callable[[V], None]

    def begin(self, known: Callable[[V], V]) -> V:
        """The view to show in this run; `known` drops from it what does not exist."""
        shown: V | None = st.session_state.get(self._shown)
        params = _in_the_link()
        on_the_page = self.widget in st.session_state
        if shown is not None and on_the_page and (params == self.params_of(shown) or self._just_written()):
            view = known(self.of_widgets(shown))
        elif shown is not None and not on_the_page and not params:
            view = known(shown)  # back from another page
        else:
            view = known(self.view_of(params))
        self.into_widgets(view)
        return view

    def keep(self, view: V) -> None:
        """Remember a view and write it into the link."""
        st.session_state[self._shown] = view
        wanted = self.params_of(view)
        if _in_the_link() != wanted:
            st.query_params.from_dict(wanted)
            st.session_state[self._written] = time.monotonic()

    @property
    def _shown(self) -> str:
        return f"{self.page}-view"

    @property
    def _written(self) -> str:
        return f"{self.page}-link-written"

    def _just_written(self) -> bool:
        """True while the browser may still send the link as it was before."""
        written: float | None = st.session_state.get(self._written)
        return written is not None and time.monotonic() - written < ON_ITS_WAY_S


def into_session(values: Mapping[str, object]) -> None:
    """Set what widgets hold, by their keys, where they hold something else."""
    for key, value in values.items():
        if key not in st.session_state or st.session_state[key] != value:
            st.session_state[key] = value


def _in_the_link() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}
