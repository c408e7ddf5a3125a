"""An index and the topics → what the page 目标库 needs of them: a page of figures, and counts to choose by.

Every count is of the figures that all other filters let through, so that no choice leads to nothing unawares. Counts are
remembered until the index has a new generation.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from rag.protocols import Index
from rag.records import FigureCount, FigureGroup, FigurePage, FigureQuery
from rag.topics import Topics
from rag.ui.library.view import View, area_topics, pages_of, query_of

REMEMBERED = 512
# a query without its condition on the field that each group counts by
WITHOUT: dict[FigureGroup, Callable[[FigureQuery], FigureQuery]] = {
    FigureGroup.TOPIC: lambda query: replace(query, topics=()),
    FigureGroup.CONCEPT: lambda query: replace(query, concepts=()),
    FigureGroup.PLACE: lambda query: replace(query, places=()),
    FigureGroup.YEAR: lambda query: replace(query, years=()),
    FigureGroup.UNIT: lambda query: replace(query, units=()),
}


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen, with counts, most frequent first; areas and topics in the order of the topics file."""

    areas: tuple[FigureCount, ...]
    topics: tuple[FigureCount, ...]
    places: tuple[FigureCount, ...]
    years: tuple[FigureCount, ...]
    concepts: tuple[FigureCount, ...]
    units: tuple[FigureCount, ...]


class Catalog:
    """The figures of one index; may be shared between threads."""

    def __init__(self, index: Index, topics: Topics) -> None:
        self.index = index
        self.topics = topics
        self._counts: Callable[[int, FigureQuery, FigureGroup], tuple[FigureCount, ...]] = lru_cache(REMEMBERED)(
            self._counted
        )
        self._total: Callable[[int, FigureQuery], int] = lru_cache(REMEMBERED)(self._totalled)

    def known(self, view: View) -> View:
        """The view without an area that is none, and without topics that do not lie in its area."""
        area = view.area if view.area in self.topics and self.topics.parent(view.area) is None else ""
        below = frozenset(self.topics.children(area))
        return replace(view, area=area, topics=tuple(topic for topic in view.topics if topic in below))

    def page(self, view: View) -> tuple[View, FigurePage]:
        """The figures of a view; where its page lies beyond the end, the last page and the view of it."""
        page = self.index.figures(query_of(view, self.topics))
        last = pages_of(page.total)
        if view.page <= last:
            return view, page
        view = replace(view, page=last)
        return view, self.index.figures(query_of(view, self.topics))

    def choices(self, view: View) -> Choices:
        """What the filters of the page offer while a view is shown."""
        query = replace(query_of(view, self.topics), limit=None, offset=0)
        return Choices(
            areas=self._areas(query),
            topics=self._topics_below(view.area, query),
            places=self._others(query, FigureGroup.PLACE),
            years=self._others(query, FigureGroup.YEAR),
            concepts=self._others(query, FigureGroup.CONCEPT),
            units=self._others(query, FigureGroup.UNIT),
        )

    def _areas(self, query: FigureQuery) -> tuple[FigureCount, ...]:
        """A figure with two topics of an area counts once, so these are no sums."""
        generation = self.index.generation
        areas = (topic.name for topic in self.topics if topic.parent is None)
        totals = (
            FigureCount(area, self._total(generation, replace(query, topics=area_topics(area, self.topics), limit=0)))
            for area in areas
        )
        return tuple(counted for counted in totals if counted.figures)

    def _topics_below(self, area: str, query: FigureQuery) -> tuple[FigureCount, ...]:
        counted = {count.value: count for count in self._others(query, FigureGroup.TOPIC)}
        return tuple(counted[topic] for topic in self.topics.children(area) if topic in counted)

    def _others(self, query: FigureQuery, by: FigureGroup) -> tuple[FigureCount, ...]:
        """Counts by one field, by all conditions but the one on this field."""
        return self._counts(self.index.generation, WITHOUT[by](query), by)

    def _counted(self, generation: int, query: FigureQuery, by: FigureGroup) -> tuple[FigureCount, ...]:
        return self.index.figure_counts(query, by)

    def _totalled(self, generation: int, query: FigureQuery) -> int:
        return self.index.figures(query).total
