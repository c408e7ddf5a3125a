"""What the page 目标库 shows ↔ the parameters of its link, and the query that fetches it. Pure functions.

A link comes from anywhere: what it says is bounded, and what makes no sense in it is passed over.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from rag.records import FigureKind, FigureOrder, FigureQuery
from rag.topics import Topics
from rag.ui.parts.params import Params, many, number, one

PAGE_FIGURES = 50
AREA, TOPIC, PLACE, YEAR, CONCEPT, UNIT = "area", "topic", "place", "year", "indicator", "unit"
KIND, MASKED, TEXT, ORDER, PAGE = "kind", "masked", "text", "sort", "page"


@dataclass(frozen=True, slots=True)
class View:
    """Filters, order and page of the library.

    `area` is a topic of the upper level, `topics` those below it that are wanted (none: all of them). `kind` None lets
    both kinds through, `masked` True only figures that the text blanks out. `page` counts from 1.
    """

    area: str = ""
    topics: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    concepts: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    kind: FigureKind | None = None
    masked: bool = False
    text: str = ""
    order: FigureOrder = FigureOrder.DOCUMENT
    page: int = 1

    @property
    def narrowed(self) -> bool:
        """True where any filter is set; order and page are none."""
        return replace(self, order=FigureOrder.DOCUMENT, page=1) != View()


def view_of(params: Params) -> View:
    """The view that a link asks for."""
    kind, order = one(params, KIND), one(params, ORDER)
    return View(
        area=one(params, AREA),
        topics=many(params, TOPIC),
        places=many(params, PLACE),
        years=tuple(year for value in many(params, YEAR) if (year := number(value))),
        concepts=many(params, CONCEPT),
        units=many(params, UNIT),
        kind=FigureKind(kind) if kind in set(FigureKind) else None,
        masked=one(params, MASKED) == "1",
        text=one(params, TEXT),
        order=FigureOrder(order) if order in set(FigureOrder) else FigureOrder.DOCUMENT,
        page=number(one(params, PAGE)) or 1,
    )


def params_of(view: View) -> dict[str, list[str]]:
    """The parameters of a view's link; what is as on the untouched page is left out."""
    found = {
        AREA: [view.area] if view.area else [],
        TOPIC: list(view.topics),
        PLACE: list(view.places),
        YEAR: [str(year) for year in view.years],
        CONCEPT: list(view.concepts),
        UNIT: list(view.units),
        KIND: [view.kind.value] if view.kind else [],
        MASKED: ["1"] if view.masked else [],
        TEXT: [view.text] if view.text else [],
        ORDER: [] if view.order is FigureOrder.DOCUMENT else [view.order.value],
        PAGE: [] if view.page == 1 else [str(view.page)],
    }
    return {name: values for name, values in found.items() if values}


def query_of(view: View, topics: Topics) -> FigureQuery:
    """The query for the page of a view."""
    return FigureQuery(
        places=view.places,
        years=view.years,
        kinds=(view.kind,) if view.kind else (),
        concepts=view.concepts,
        topics=view.topics or area_topics(view.area, topics),
        units=view.units,
        masked=True if view.masked else None,
        text=view.text,
        order=view.order,
        limit=PAGE_FIGURES,
        offset=(view.page - 1) * PAGE_FIGURES,
    )


def area_topics(area: str, topics: Topics) -> tuple[str, ...]:
    """A topic of the upper level and all below it, since figures carry the most exact ones only."""
    return (area, *topics.children(area)) if area else ()


def pages_of(total: int) -> int:
    """How many pages there are; an empty list has one."""
    return max(1, -(-total // PAGE_FIGURES))
