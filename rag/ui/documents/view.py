"""What the page 文档 shows ↔ the parameters of its link. Pure functions.

A link comes from anywhere: what it says is bounded, and what makes no sense in it is passed over. A document in it is a name to be
looked up in the index, never a path to a file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rag.records import Span
from rag.ui.parts.links import DOC, START, STOP

LONGEST_VALUE = 80
LONGEST_DOC = 4_000
LARGEST_NUMBER = 1_000_000_000
TAB, TEXT, ORDER, PAGE = "tab", "text", "sort", "page"
FORM, AT, CLEAN = "form", "at", "clean"

Params = Mapping[str, Sequence[str]]


class Tab(StrEnum):
    """The parts of the page."""

    ALL = "all"
    ADD = "add"
    REMOVED = "removed"
    CHANGES = "changes"


class Order(StrEnum):
    """In which order documents are listed."""

    PATH = "path"
    TITLE = "title"
    NEWEST = "newest"
    OLDEST = "oldest"
    PLACE = "place"
    LARGEST = "largest"


@dataclass(frozen=True, slots=True)
class ListView:
    """The list of documents, or what can be done with them; `page` counts from 1."""

    tab: Tab = Tab.ALL
    text: str = ""
    order: Order = Order.PATH
    page: int = 1


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One document: the `span` of its original text that is pointed at, the place `at` which it is open where that is
    another, both in the original's code points; `clean` shows the cleaned text. `astray` is set where a link points at
    no place."""

    doc: str
    span: Span | None = None
    at: int | None = None
    clean: bool = False
    astray: bool = False


def view_of(params: Params) -> ListView | DocumentView:
    """The view that a link asks for."""
    if doc := _one(params, DOC, LONGEST_DOC):
        span, astray = _span(params)
        return DocumentView(doc, span, _number(_one(params, AT)), _one(params, FORM) == CLEAN, astray)
    tab, order = _one(params, TAB), _one(params, ORDER)
    return ListView(
        tab=Tab(tab) if tab in set(Tab) else Tab.ALL,
        text=_one(params, TEXT),
        order=Order(order) if order in set(Order) else Order.PATH,
        page=_number(_one(params, PAGE)) or 1,
    )


def params_of(view: ListView | DocumentView) -> dict[str, list[str]]:
    """The parameters of a view's link; what is as on the untouched page is left out."""
    if isinstance(view, DocumentView):
        found = {
            DOC: view.doc,
            START: str(view.span.start) if view.span else "",
            STOP: str(view.span.stop) if view.span else "",
            AT: "" if view.at is None else str(view.at),
            FORM: CLEAN if view.clean else "",
        }
    else:
        found = {
            TAB: "" if view.tab is Tab.ALL else view.tab.value,
            TEXT: view.text,
            ORDER: "" if view.order is Order.PATH else view.order.value,
            PAGE: "" if view.page == 1 else str(view.page),
        }
    return {name: [value] for name, value in found.items() if value}


def to_be_linked(view: ListView | DocumentView) -> dict[str, str]:
    """The parameters of a view's link, each with its one value."""
    return {name: values[0] for name, values in params_of(view).items()}


def _span(params: Params) -> tuple[Span | None, bool]:
    """The span that a link points at, and whether it points at none though it tries to."""
    said = _one(params, START), _one(params, STOP)
    start, stop = map(_number, said)
    if start is None or stop is None or stop <= start:
        return None, any(said)
    return Span(start, stop), False


def _one(params: Params, name: str, longest: int = LONGEST_VALUE) -> str:
    return next((value.strip()[:longest] for value in params.get(name, ())), "")


def _number(text: str) -> int | None:
    """A whole number in plain digits; None for anything else."""
    plain = text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST_NUMBER))
    return min(int(text), LARGEST_NUMBER) if plain else None
