"""What a user asks for on the command line or on a page → a FigureQuery, and whether a figure passes one.

An index answers a query itself; figures that were read from files a moment ago are asked one by one. Both understand a
query alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from rag.errors import QuestionError
from rag.figures.units import comparable
from rag.places import Gazetteer
from rag.records import Figure, FigureKind, FigureQuery
from rag.topics import Topics


def figure_query(
    gazetteer: Gazetteer,
    known: Topics,
    *,
    places: Sequence[str] = (),
    years: Sequence[int] = (),
    topics: Sequence[str] = (),
    kinds: Sequence[FigureKind] = (),
) -> FigureQuery:
    """The query for places by full or short name, topics of either level, years and kinds.

    Raises QuestionError for a topic that there is not.
    """
    return FigureQuery(
        places=tuple(dict.fromkeys(name for place in places for name in _names(place, gazetteer))),
        years=tuple(years),
        topics=tuple(dict.fromkeys(name for topic in topics for name in _with_children(topic, known))),
        kinds=tuple(kinds),
    )


def passes(figure: Figure, query: FigureQuery) -> bool:
    """True where a query lets a figure through; order and page play no part."""
    return (
        _any(query.places, figure.places or (figure.place,))
        and _any(query.topics, figure.topics)
        and _any(query.years, (figure.year,))
        and _any(query.kinds, (figure.kind,))
        and _any(query.concepts, (figure.concept,))
        and _any(query.measures, (figure.measure,))
        and _any(query.dimensions, (comparable(figure.value or Decimal(0), figure.unit)[0],))
        and _any(query.units, (figure.unit,))
        and _any(query.docs, (figure.doc,))
        and query.masked in (None, figure.masked)
        and query.indicator.lower() in figure.indicator.lower()
        and any(query.text.lower() in said.lower() for said in (figure.indicator, figure.text))
    )


def _any(wanted: Sequence[object], given: Iterable[object]) -> bool:
    return not wanted or any(value in wanted for value in given)


def _names(place: str, gazetteer: Gazetteer) -> Iterator[str]:
    """The name itself, since townships are in no gazetteer, and the full names of what it may be short for."""
    yield place
    for known in gazetteer.resolve(place):
        yield known.name


def _with_children(topic: str, known: Topics) -> tuple[str, ...]:
    names = (topic,) if topic in known else known.find(topic)
    if not names:
        raise QuestionError(f"没有主题“{topic}”；可用的主题有 {'、'.join(entry.name for entry in known)}")
    return tuple(found for name in names for found in (name, *known.children(name)))
