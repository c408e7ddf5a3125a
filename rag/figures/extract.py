"""Every figure of a document, as a record that a person can rely on.

In: a document and its clean text with its sections. Out: `Figure`s in spans of the original, in the order of the text,
each with the rule that found it. Pure; linear in the length of the text.

The stages are the modules of this package: quantities → exclusions → clauses → indicators → distribution → stances,
periods, places.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rag.figures.clauses import contexts, sentences
from rag.figures.distribution import distributed
from rag.figures.exclusions import Setting, excluded
from rag.figures.indicators import read_indicators
from rag.figures.periods import Time, deadline, stated_year
from rag.figures.quantities import Quantity, quantities
from rag.figures.stances import heading_year, looked_forward, mood, part_of, stance
from rag.places import gazetteer, townships
from rag.records import Bound, Document, Figure, FigureKind, Metadata, ReportKind, Section
from rag.text.clean import CleanText

LONGEST_SENTENCE = 4000
LONGEST_MOOD = 400


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of clean text under the same headings."""

    start: int
    headings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """A figure with how each field was come by, for the debug view."""

    figure: Figure
    clause: str
    evidence: tuple[tuple[str, str], ...]


def extract(document: Document, clean: CleanText, sections: Sequence[Section]) -> tuple[Figure, ...]:
    """The figures of a document, in the order of its text."""
    return tuple(explained.figure for explained in explain(document, clean, sections))


def explain(document: Document, clean: CleanText, sections: Sequence[Section]) -> Iterator[Explained]:
    """The figures of a document with the evidence for each field."""
    parts = _parts(clean, sections)
    starts = [part.start for part in parts]
    found = quantities(clean.text)
    own_places = townships(clean.text)
    last: FigureKind | None = None
    position = 0
    for start, stop in sentences(clean.text):
        upto = position
        while upto < len(found) and found[upto].start < stop:
            upto += 1
        inside, position = found[position:upto], upto
        if not inside:
            last = mood(clean.text[start : min(stop, start + LONGEST_MOOD)]) or last
            continue
        headings = parts[bisect_right(starts, start) - 1].headings if parts else ()
        for explained in _of_sentence(document, clean, start, stop, inside, headings, own_places, last):
            last = explained.figure.kind
            yield explained


def _parts(clean: CleanText, sections: Sequence[Section]) -> tuple[Part, ...]:
    return tuple(Part(clean.clean_range(section.span)[0], section.path) for section in sections)


def _kept(text: str, start: int, stop: int, inside: Sequence[Quantity]) -> list[Quantity]:
    low, high = max(start, inside[0].start - LONGEST_SENTENCE), min(stop, inside[-1].stop + LONGEST_SENTENCE)
    return [
        q
        for q in inside
        if excluded(Setting(q, text, text[max(low, q.start - 200) : q.start], text[q.stop : min(high, q.stop + 200)]))
        is None
    ]


def _of_sentence(
    document: Document,
    clean: CleanText,
    start: int,
    stop: int,
    inside: Sequence[Quantity],
    headings: tuple[str, ...],
    own_places: tuple[str, ...],
    last: FigureKind | None,
) -> Iterator[Explained]:
    text = clean.text
    kept = _kept(text, start, stop, inside)
    if not kept:
        return
    found = contexts(text, start, stop, kept)
    readings = distributed(text, found, read_indicators(found, text[start:stop]))
    part = part_of(headings) if document.metadata.kind is not ReportKind.NEWS else None
    for context, reading in zip(found, readings, strict=True):
        before = text[max(start, context.quantity.start - 200) : context.quantity.start]
        meant = stance(part, before, text[start : min(stop, start + 400)], last)
        stated = stated_year(before, document.metadata.year, meant.kind)
        meant = looked_forward(meant, stated.year if stated else None, document.metadata.year)
        last = meant.kind
        year, year_source = _year(stated, headings, document.metadata, meant.kind)
        clause = text[_clause_start(text, context.quantity.start, start) : context.quantity.stop]
        quantity = replace(context.quantity, bound=_bound(context.quantity, clause))
        span = clean.span(quantity.start, quantity.stop)
        place, place_source = _place(clause, own_places, document.metadata)
        figure = Figure(
            doc=document.path,
            span=span,
            text=span.of(document.text),
            kind=meant.kind,
            indicator=reading.indicator,
            measure=reading.measure,
            value=quantity.value,
            value_high=quantity.high,
            unit=quantity.unit,
            bound=quantity.bound,
            year=year,
            deadline=deadline(clause, year),
            place=place,
            masked=quantity.masked,
            rule=f"{quantity.form}/{reading.frame}",
        )
        yield Explained(
            figure,
            clause,
            (("kind", meant.evidence), ("year", year_source), ("indicator", reading.frame), ("place", place_source)),
        )


_CLAUSE_END = re.compile(r"[，；：。,;:]")


def _clause_start(text: str, at: int, start: int) -> int:
    low = max(start, at - 120)
    return max((m.end() for m in _CLAUSE_END.finditer(text, low, at)), default=low)


_APART = (
    (re.compile(r"(?:不低于|不少于|至少|不小于)[^，。；\d]*$"), Bound.AT_LEAST),
    (re.compile(r"(?:不超过|不高于|不多于|最多|最高不)[^，。；\d]*$"), Bound.AT_MOST),
)


def _bound(quantity: Quantity, clause: str) -> Bound:
    """A qualifier that stands apart from its number (至少培育新型主体10家) bounds it too."""
    if quantity.bound is not Bound.EXACT:
        return quantity.bound
    return next((bound for pattern, bound in _APART if pattern.search(clause)), Bound.EXACT)


def _year(
    stated: Time | None, headings: tuple[str, ...], metadata: Metadata, kind: FigureKind
) -> tuple[int | None, str]:
    if stated is not None:
        return stated.year, stated.source
    named = heading_year(headings)
    if named is not None:
        return named, "heading"
    if metadata.year is None:
        return None, "the document does not say"
    backward = kind is FigureKind.RESULT and metadata.kind in (ReportKind.WORK_REPORT, ReportKind.SPEECH)
    return (metadata.year - 1, "the year before the report") if backward else (metadata.year, "the report's year")


def _place(clause: str, own_places: tuple[str, ...], metadata: Metadata) -> tuple[str | None, str]:
    smaller = [name for name in own_places if name in clause and name not in metadata.places]
    if smaller:
        return smaller[-1], "named in the clause"
    for mention in reversed(gazetteer().find(clause)):
        place = mention.place
        if (
            place is not None
            and metadata.places
            and place.path[: len(metadata.places)] == metadata.places
            and place.name != metadata.place
        ):
            return place.name, "named in the clause"
    return metadata.place, "the document's place"
