"""Every figure of a document, as a record that a person can rely on.

In: a document and its clean text with its sections. Out: `Figure`s in spans of the original, in the order of the text,
each with the rule that found it. Pure; linear in the length of the text.

The stages are the modules of this package: marks → quantities → exclusions → clauses → indicators → distribution →
stances, periods, areas.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rag.figures.areas import Areas, area_of, areas
from rag.figures.clauses import Context, contexts, sentences
from rag.figures.deadlines import deadline
from rag.figures.distribution import distributed, places_in_a_row
from rag.figures.exclusions import Setting, excluded
from rag.figures.indicators import Reading, polished, read_indicators, trimmed
from rag.figures.marks import full_width
from rag.figures.periods import SAID, stated_year, year_of
from rag.figures.quantities import quantities
from rag.figures.quantity import Quantity, bounded_apart
from rag.figures.stances import (
    Stance,
    looked_back,
    looked_forward,
    mood,
    opens_review,
    part_of,
    part_of_title,
    stance,
    turns_ahead,
    year_before_told,
)
from rag.records import Document, Figure, FigureKind, ReportKind, Section
from rag.text.clean import CleanText

# How far before a figure its clause and its time may reach, and how far the words that make a number none.
REACH = 200
NEAR = 80
LONGEST_CLAUSE = 120
LONGEST_MOOD = 400


@dataclass(frozen=True, slots=True)
class Explained:
    """A figure with how each field was come by, for the debug view."""

    figure: Figure
    clause: str
    evidence: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Source:
    """What is known of a whole document; `text` is its clean text with full-width marks, of the same length."""

    document: Document
    clean: CleanText
    text: str
    areas: Areas
    title_part: FigureKind | None


@dataclass(frozen=True, slots=True)
class _Place:
    """One sentence text[start:stop] under its headings, the kind of the figure before it, the year that was told of it, and its
    indicator where it stands in the sentence right before; `reviews` says that its paragraph opens with the year that is over; `opening` is the first sentence of that.

    `time_start` is where the words begin that may say when: with the sentence before where it opens with 其中.
    """

    start: int
    stop: int
    time_start: int
    headings: tuple[str, ...]
    last: FigureKind | None
    told: int | None
    named: str
    reviews: bool
    opening: str


def extract(document: Document, clean: CleanText, sections: Sequence[Section]) -> tuple[Figure, ...]:
    """The figures of a document, in the order of its text."""
    return tuple(explained.figure for explained in explain(document, clean, sections))


def explain(document: Document, clean: CleanText, sections: Sequence[Section]) -> Iterator[Explained]:
    """The figures of a document with the evidence for each field."""
    text = full_width(clean.text)
    title_part = part_of_title(document.metadata.title)
    source = _Source(document, clean, text, areas(clean.text, document.metadata), title_part)
    starts = [clean.clean_range(section.span)[0] for section in sections]
    found, position = quantities(text), 0
    last: FigureKind | None = None
    time_start = before = 0
    told: int | None = None
    headings: tuple[str, ...] = ()
    named = ""
    reviews, opening = False, ""
    for start, stop in sentences(text):
        time_start, before = (before if text.startswith("其中", start) else start), start
        upto = position
        while upto < len(found) and found[upto].start < stop:
            upto += 1
        kept = _kept(text, start, stop, found[position:upto])
        position = upto
        under = bisect_right(starts, start) - 1
        told = told if under < 0 or sections[under].path == headings else None
        headings = sections[under].path if under >= 0 else ()
        if start == 0 or text[start - 1] == "\n":
            named = ""
            opening = text[start : min(stop, start + NEAR)]
            reviews = opens_review(opening, document.metadata.year)
        reviews = reviews and not turns_ahead(text[start : min(stop, start + LONGEST_MOOD)], document.metadata.year)
        if not kept:
            named = ""
            silent = text[start : min(stop, start + LONGEST_MOOD)]
            last = mood(silent) or last
            told = year_before_told(silent, document.metadata.year) or told
            continue
        place = _Place(start, stop, time_start, headings, last, told, named, reviews, opening)
        for explained in _of_sentence(source, place, kept):
            last, named = explained.figure.kind, explained.figure.indicator
            told = _told(explained, told)
            yield explained


def _told(explained: Explained, told: int | None) -> int | None:
    """The year that results go on to be of: the last one said of a result, until something is promised."""
    if explained.figure.kind is FigureKind.TARGET:
        return None
    return explained.figure.year if dict(explained.evidence)["year"] in SAID else told


def _kept(text: str, start: int, stop: int, inside: Sequence[Quantity]) -> list[Quantity]:
    return [
        q
        for q in inside
        if excluded(
            Setting(q, text, text[max(start, q.start - NEAR) : q.start], text[q.stop : min(stop, q.stop + NEAR)])
        )
        is None
    ]


def _of_sentence(source: _Source, place: _Place, kept: Sequence[Quantity]) -> Iterator[Explained]:
    found = contexts(source.text, place.start, place.stop, kept)
    readings = distributed(source.text, found, read_indicators(found))
    readings = places_in_a_row(source.text, found, readings)
    is_news = source.document.metadata.kind is ReportKind.NEWS
    part = None if is_news else part_of(place.headings, source.title_part) or source.title_part
    if part is None and place.reviews:
        part = FigureKind.RESULT
    last = place.last
    for context, reading in zip(found, readings, strict=True):
        meant = _stance(source, place, context, part, last)
        last = meant.kind
        yield _figure(source, place, context, reading, meant)


def _stance(
    source: _Source, place: _Place, context: Context, part: FigureKind | None, last: FigureKind | None
) -> Stance:
    text, report_year = source.text, source.document.metadata.year
    before = text[max(place.start, context.quantity.start - REACH) : context.quantity.start]
    sentence = text[place.start : min(place.stop, place.start + LONGEST_MOOD)]
    behind = text[context.quantity.stop : min(place.stop, context.quantity.stop + NEAR)]
    meant = looked_back(stance(part, before, sentence, last, behind), before, report_year)
    stated = stated_year(_says_when(text, place, context.quantity.start), report_year, meant.kind)
    return looked_forward(meant, stated.year if stated else None, report_year)


# 是“十一五”时期的2.7倍: the time of what it is measured by.
_BASE = re.compile(r"(?:是|为|等于|相当于)[^，。；]{2,24}的$")


def _says_when(text: str, place: _Place, at: int) -> str:
    """What stands before a figure and may say when it is; a sentence that opens with 其中 goes on with the one before."""
    return _BASE.sub("", text[max(place.time_start, at - REACH) : at])


def _figure(source: _Source, place: _Place, context: Context, reading: Reading, meant: Stance) -> Explained:
    document, text, at = source.document, source.text, context.quantity.start
    before = text[max(place.start, at - REACH) : at]
    year, year_source = year_of(
        _says_when(text, place, at), place.headings, document.metadata, meant.kind, place.told, opening=place.opening
    )
    clause_start = _clause_start(text, at, place.start)
    clause = text[clause_start : context.quantity.stop]
    quantity = replace(context.quantity, bound=bounded_apart(context.quantity, clause))
    area, area_source = area_of(source.areas, text, place.start, clause_start, at, headings=place.headings)
    span = source.clean.span(quantity.start, quantity.stop)
    figure = Figure(
        doc=document.path,
        span=span,
        text=span.of(document.text),
        kind=meant.kind,
        indicator=polished(reading.indicator) or _unnamed(reading, place),
        measure=reading.measure,
        value=quantity.value,
        value_high=quantity.high,
        unit=quantity.unit,
        bound=quantity.bound,
        year=year,
        deadline=deadline(before, year) if meant.kind is FigureKind.TARGET else None,
        place=area,
        masked=quantity.masked,
        rule=f"{quantity.form}/{reading.frame}",
    )
    sources = (("kind", meant.evidence), ("year", year_source), ("indicator", reading.frame), ("place", area_source))
    return Explained(figure, clause, sources)


_CLAUSE_END = re.compile(r"[，；：。]")


def _clause_start(text: str, at: int, start: int) -> int:
    low = max(start, at - LONGEST_CLAUSE)
    return max((m.end() for m in _CLAUSE_END.finditer(text, low, at)), default=low)


_AMOUNT = "数量"
_SHORT_HEADING = re.compile(r"[^，。；,;]{2,24}")


def _unnamed(reading: Reading, place: _Place) -> str:
    """A name for a figure whose clause gives none: for a rate what the sentence before is about (…。涨幅高达21%), else the heading
    over it, where that is a name and no sentence."""
    if reading.frame == "rate" and place.named:
        return place.named
    heading = place.headings[-1] if place.headings else ""
    return (polished(trimmed(heading)) if _SHORT_HEADING.fullmatch(heading) else "") or _AMOUNT
