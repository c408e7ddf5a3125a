"""An index → comparisons of one indicator: across the places of a year, and through the years of some places.

What can be chosen is counted by the index; only the figures of one indicator, scale and year (or of some places) are
fetched, at most MOST_FIGURES, and remembered until the index has a new generation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from rag.answers.reports.shelf import Shelf
from rag.comparing.choosing import Candidate, chosen
from rag.comparing.outcomes import judged
from rag.comparing.outliers import marked
from rag.comparing.rows import Comparison, LeftOut, PlacePath, Point, Row
from rag.comparing.scales import Scale, scale_of, scales, shown_unit
from rag.comparing.standing import Stated
from rag.comparing.surroundings import surroundings
from rag.protocols import Index
from rag.records import Figure, FigureCount, FigureGroup, FigureKind, FigureQuery

MOST_FIGURES = 4000
MOST_YEARS = 120
REMEMBERED = 128
# how far apart two figures may stand to be in one row of numbers
NEAR = 6
BOTH = (FigureKind.TARGET, FigureKind.RESULT)


@dataclass(frozen=True, slots=True)
class Ask:
    """One indicator on one scale. `places` are names (none: all), `years` from and to, both included."""

    concept: str
    scale: Scale
    years: tuple[int, int]
    places: tuple[str, ...] = ()
    kinds: tuple[FigureKind, ...] = BOTH


class Comparer:
    """The figures of one index side by side; may be shared between threads."""

    def __init__(self, index: Index) -> None:
        self.index = index
        remember = lru_cache(REMEMBERED)
        self._counts: Callable[[int, FigureQuery, FigureGroup], tuple[FigureCount, ...]] = remember(self._counted)
        self._compared: Callable[[int, Ask], Comparison] = remember(self._compare)
        self._shelves: Callable[[int], Shelf] = lru_cache(1)(lambda _: Shelf.of(index))
        self._texts: Callable[[int, str], str] = remember(self._text)

    def concepts(self) -> tuple[FigureCount, ...]:
        """The indicators that the index has figures of, most frequent first."""
        return self._count(FigureQuery(), FigureGroup.CONCEPT)

    def scales(self, concept: str) -> tuple[tuple[Scale, int], ...]:
        """The scales on which an indicator has figures, most frequent first."""
        return scales(self._count(FigureQuery(concepts=(concept,)), FigureGroup.SCALE))

    def years(self, concept: str, scale: Scale, kinds: tuple[FigureKind, ...] = BOTH) -> tuple[FigureCount, ...]:
        """The years of an indicator's figures on a scale, newest first."""
        counts = self._count(_query(concept, scale, kinds), FigureGroup.YEAR)
        return tuple(sorted(counts, key=lambda count: -int(count.value)))

    def places(self, concept: str, scale: Scale, kinds: tuple[FigureKind, ...] = BOTH) -> tuple[FigureCount, ...]:
        """The places that an indicator has figures of on a scale, most frequent first."""
        return self._count(_query(concept, scale, kinds), FigureGroup.OWN_PLACE)

    def unit(self, concept: str, scale: Scale) -> str:
        """The unit that the figures of an indicator on a scale are most often in; empty where they have none."""
        return next((count.value for count in self._count(_query(concept, scale, BOTH), FigureGroup.UNIT)), "")

    def compare(self, ask: Ask) -> Comparison:
        """The rows of what is asked, by place and year."""
        return self._compared(self.index.generation, ask)

    def _compare(self, generation: int, ask: Ask) -> Comparison:
        first, last = ask.years
        page = self.index.figures(
            FigureQuery(
                concepts=(ask.concept,),
                measures=ask.scale.measures,
                kinds=ask.kinds,
                places=ask.places,
                years=tuple(range(first, min(last, first + MOST_YEARS) + 1)),
                limit=MOST_FIGURES,
            )
        )
        own = [f for f in page.figures if not ask.places or (f.places and f.places[-1] in ask.places)]
        shelf = self._shelves(generation)
        found = chosen(tuple(self._candidates(own, generation, shelf)), ask.scale)
        points = marked(found.points)
        rows = tuple(_rows(ask, points, found.left_out, shelf))
        unit = shown_unit([point.figure for point in points])
        return Comparison(
            ask.concept, ask.scale, ask.kinds, rows, _worth_saying(found.left_out), unit, page.total > MOST_FIGURES
        )

    def _candidates(self, figures: Sequence[Figure], generation: int, shelf: Shelf) -> Iterable[Candidate]:
        ordered = sorted(figures, key=lambda figure: (figure.doc, figure.span))
        for doc, group in groupby(ordered, key=lambda figure: figure.doc):
            text, summary = self._texts(generation, doc), shelf.by_path.get(doc)
            end: int | None = None
            for figure in group:
                gap = text[end : figure.span.start] if end is not None and figure.span.start - end <= NEAR else None
                end = figure.span.stop
                year = summary.metadata.year if summary else None
                stated = Stated(figure, surroundings(text, figure.span), year)
                yield Candidate(stated, summary.metadata.place if summary else None, gap)

    def _text(self, generation: int, path: str) -> str:
        document = self.index.document(path)
        return document.text if document else ""

    def _count(self, query: FigureQuery, by: FigureGroup) -> tuple[FigureCount, ...]:
        return self._counts(self.index.generation, query, by)

    def _counted(self, generation: int, query: FigureQuery, by: FigureGroup) -> tuple[FigureCount, ...]:
        return self.index.figure_counts(query, by)


def _query(concept: str, scale: Scale, kinds: tuple[FigureKind, ...]) -> FigureQuery:
    return FigureQuery(concepts=(concept,), measures=scale.measures, dimensions=(scale.dimension,), kinds=kinds)


def _rows(ask: Ask, points: Iterable[Point], left_out: Iterable[LeftOut], shelf: Shelf) -> Iterable[Row]:
    """A row for each place and year of which there is a point, by place and year; and where places of the same level have
    one, for those whose reports could have it."""
    cells = {(point.places, point.year, point.kind): point for point in points}
    reports = _reports(shelf, frozenset(ask.places))
    unclear = {
        (one.figure.places, one.report_year, one.figure.kind) for one in left_out if _is_on(one.figure, ask.scale)
    }
    first, last = _drawn_years(ask, cells)
    levels = {len(path) for path, _, _ in cells}
    alike = (path for path in reports if ask.places or len(path) in levels)
    for path in sorted(dict.fromkeys((*(path for path, _, _ in cells), *alike))):
        for year in range(first, last + 1):
            given = reports.get(path, frozenset())
            due = {kind: year + (kind is FigureKind.RESULT) for kind in ask.kinds}
            target, result = (cells.get((path, year, kind)) for kind in BOTH)
            reported = frozenset(kind for kind in due if due[kind] in given)
            if target or result or reported or ask.places:
                yield Row(
                    path,
                    year,
                    target,
                    result,
                    judged(ask.concept, target, result) if len(ask.kinds) > 1 else None,
                    reported,
                    frozenset(kind for kind in due if (path, due[kind], kind) in unclear),
                )


def _is_on(figure: Figure, scale: Scale) -> bool:
    return not figure.masked and scale_of(figure) == scale


def _drawn_years(ask: Ask, cells: Mapping[tuple[PlacePath, int, FigureKind], Point]) -> tuple[int, int]:
    """The years asked for, without those before the first point and after the last."""
    years = [year for _, year, _ in cells]
    return (max(ask.years[0], min(years)), min(ask.years[1], max(years))) if years else (1, 0)


def _reports(shelf: Shelf, places: frozenset[str]) -> dict[PlacePath, frozenset[int]]:
    """The years of the reports of each place."""
    found: dict[PlacePath, set[int]] = {}
    for document in shelf.documents:
        path, year = document.metadata.places, document.metadata.year
        if path and year is not None and (not places or path[-1] in places):
            found.setdefault(path, set()).add(year)
    return {path: frozenset(years) for path, years in found.items()}


def _worth_saying(left_out: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    """By place, year and position; figures of no known year or place at the end."""
    return tuple(
        sorted(
            left_out,
            key=lambda one: (one.figure.places, one.figure.year or 0, one.figure.doc, one.figure.span),
        )
    )
