"""What the page 对比与追踪 shows ↔ the parameters of its link. Pure functions.

A link comes from anywhere: what it says is bounded, and what makes no sense in it is passed over.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rag.comparing.comparer import BOTH
from rag.comparing.scales import Scale, scale_of
from rag.records import Figure, FigureKind
from rag.ui.parts.links import COMPARE, link
from rag.ui.parts.params import Params, many, number, one

INDICATOR, SCALE, TAB, KIND, PLACE = "indicator", "measure", "view", "kind", "place"
YEAR, FIRST, LAST, ORDER = "year", "from", "to", "sort"
CHANGE, LEVEL = "change", "level"


class Tab(StrEnum):
    """The two ways to look at an indicator."""

    ACROSS = "places"
    THROUGH = "years"


class Order(StrEnum):
    """In which order places are drawn."""

    LARGEST = "largest"
    SMALLEST = "smallest"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class View:
    """One indicator on one scale, across the places of `year` or through the years from `first` to `last`.

    Empty, 0 and None: not said, as the index has it. `kind` None lets both kinds through.
    """

    concept: str = ""
    scale: Scale | None = None
    tab: Tab = Tab.ACROSS
    kind: FigureKind | None = None
    places: tuple[str, ...] = ()
    year: int = 0
    first: int = 0
    last: int = 0
    order: Order = Order.LARGEST

    @property
    def kinds(self) -> tuple[FigureKind, ...]:
        """The kinds that are drawn."""
        return (self.kind,) if self.kind else BOTH


def view_of(params: Params) -> View:
    """The view that a link asks for."""
    tab, kind, order = one(params, TAB), one(params, KIND), one(params, ORDER)
    return View(
        concept=one(params, INDICATOR),
        scale=scale_said(one(params, SCALE)),
        tab=Tab(tab) if tab in set(Tab) else Tab.ACROSS,
        kind=FigureKind(kind) if kind in set(FigureKind) else None,
        places=many(params, PLACE),
        year=number(one(params, YEAR)),
        first=number(one(params, FIRST)),
        last=number(one(params, LAST)),
        order=Order(order) if order in set(Order) else Order.LARGEST,
    )


def params_of(view: View) -> dict[str, list[str]]:
    """The parameters of a view's link; what is as on the untouched page is left out."""
    found = {
        INDICATOR: [view.concept] if view.concept else [],
        SCALE: [scale_param(view.scale)] if view.scale else [],
        TAB: [] if view.tab is Tab.ACROSS else [view.tab.value],
        KIND: [view.kind.value] if view.kind else [],
        PLACE: list(view.places),
        YEAR: [str(view.year)] if view.year and view.tab is Tab.ACROSS else [],
        FIRST: [str(view.first)] if view.first and view.tab is Tab.THROUGH else [],
        LAST: [str(view.last)] if view.last and view.tab is Tab.THROUGH else [],
        ORDER: [] if view.order is Order.LARGEST or view.tab is Tab.THROUGH else [view.order.value],
    }
    return {name: values for name, values in found.items() if values}


def comparison_link(figure: Figure) -> str:
    """The address at which a figure stands among those of the other places of its year; empty where it has no like."""
    if figure.concept is None:
        return ""
    view = View(figure.concept, scale_of(figure), year=figure.year or 0)
    return link(COMPARE, params_of(view))


def scale_param(scale: Scale) -> str:
    """A scale in a link: change/ratio."""
    return f"{CHANGE if scale.change else LEVEL}/{scale.dimension}"


def scale_said(text: str) -> Scale | None:
    """The scale of a link, None where it says none."""
    measure, _, dimension = text.partition("/")
    return Scale(measure == CHANGE, dimension) if measure in (CHANGE, LEVEL) and dimension else None
