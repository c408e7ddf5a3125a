"""What a user says that a question means, in place of what was read.

In: a `Reading` and a `Correction`. Out: the reading with the corrected fields, and with all that follows from them: what
the answer must hold, its kind, and the table it is read from. A field that says what was read changes nothing, so that the
words in which a question is shown can be sent back as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.answers.asked.places import asked_places
from rag.answers.asked.question import Reader, Reading
from rag.answers.asked.routes import MOST_PARTS
from rag.answers.asked.table import Asks, Over, TableAsk
from rag.answers.asked.wanted import LISTED_PARTS, Wanted, wanted_in
from rag.answers.asked.year_rules import FIRST, LAST
from rag.answers.asked.years import AskedYears
from rag.answers.reports.shelf import AskedPlace
from rag.answers.words.term import Term, own_terms
from rag.answers.words.terms import CONCEPT, subject_terms
from rag.records import Correction, Question, QuestionKind
from rag.text.clean import clean_query

LONGEST_NAME = 60
_TABLED = {
    QuestionKind.EXTREME: (Asks.HIGHEST, Asks.LOWEST, Asks.SPREAD),
    QuestionKind.COUNT: (Asks.COUNT, Asks.SILENT, Asks.FIRST),
}
_IN_NUMBERS = (QuestionKind.FIGURE, QuestionKind.COMPARE, QuestionKind.TRACK, *_TABLED)


def corrected(reading: Reading, correction: Correction, reader: Reader) -> Reading:
    """`reading` as the user means it; the same where the correction says what was read."""
    correction = _differing(correction, reading.question)
    if not correction:
        return reading
    terms, clean = _subject(reading, correction.indicator, reader)
    places = reading.places
    if correction.places is not None:
        places = replace(places, places=_places(correction.places, reading, reader))
    years = reading.years if correction.years is None else _years(correction.years, reading.years)
    topics = reading.question.topics if correction.topics is None else correction.topics
    several = len(places.places) > 1 or len(years.years) > 1
    kind = correction.kind or _kind(reading, several)
    named = {name for name in ("places", "years", "indicator") if getattr(correction, name) is not None}
    question = replace(
        reading.question,
        clean=clean,
        places=tuple(p.name for p in places.places),
        years=years.years or years.reports,
        topics=topics,
        indicator="".join(t.text for t in own_terms(terms)) or None,
        kind=kind,
        inherited=tuple(name for name in reading.question.inherited if name not in named),
    )
    wanted = reading.wanted
    if correction.indicator is not None:
        one = not several and kind is not QuestionKind.TRACK
        read = wanted_in(clean, terms, reader.vocabulary, one=one, tabled=reading.table is not None)
        wanted = _measured(read, terms, reader)
    return replace(
        reading,
        question=question,
        places=places,
        years=years,
        terms=terms,
        wanted=_wanted(wanted, kind, terms, reader) if correction.kind else wanted,
        table=_table(reading.table, correction.kind, len(places.places)),
        names=reading.names if correction.indicator is None else reader.names(correction.indicator),
        topics=correction.topics or (),
    )


def _differing(correction: Correction, read: Question) -> Correction:
    """The correction without the fields that say what was read."""
    return Correction(
        places=None if correction.places == read.places else correction.places,
        years=None if correction.years == read.years else correction.years,
        topics=None if correction.topics == read.topics else correction.topics,
        indicator=None if correction.indicator == (read.indicator or "") else correction.indicator,
        kind=None if correction.kind is read.kind else correction.kind,
    )


def _places(names: Sequence[str], reading: Reading, reader: Reader) -> tuple[AskedPlace, ...]:
    """The places of these names: those that were read keep what is known of them."""
    read = {place.name: (place,) for place in reading.places.places}
    found = [place for name in names[:MOST_PARTS] for place in read.get(name) or _place(name, reader)]
    return tuple(dict.fromkeys(found))


def _place(name: str, reader: Reader) -> tuple[AskedPlace, ...]:
    """What a full, short or abbreviated name names; a name that nobody knows stands for itself."""
    clean = clean_query(name[:LONGEST_NAME]).strip()
    found = asked_places(clean, reader.gazetteer, reader.shelf, (), reader.vocabulary.regions).places
    return found or ((AskedPlace.named(clean),) if clean else ())


def _years(years: Sequence[int], read: AskedYears) -> AskedYears:
    """These years; where the question named the report of a year, they are years of reports."""
    known = tuple(dict.fromkeys(year for year in years if FIRST <= year <= LAST))[:MOST_PARTS]
    if read.reports and not read.years:
        return AskedYears(reports=known, spans=read.spans)
    return AskedYears(years=known, spans=read.spans)


def _subject(reading: Reading, indicator: str | None, reader: Reader) -> tuple[tuple[Term, ...], str]:
    """The terms of a corrected indicator, and the question with it in place of what was read."""
    clean = reading.question.clean
    if indicator is None:
        return reading.terms, clean
    words = clean_query(indicator[:LONGEST_NAME]).strip()
    terms = subject_terms(words, (), reader.vocabulary) or ((Term(words, CONCEPT),) if words else ())
    for term in reading.subject:
        clean = clean.replace(term.text, words, 1)
        words = ""
    return terms, f"{clean}{words}" if words and not reading.subject else clean


def _kind(reading: Reading, several: bool) -> QuestionKind:
    """The kind that was read, unless it only said that there were several places or years, or does so now."""
    kind = reading.question.kind
    if several and kind in (QuestionKind.FIGURE, QuestionKind.TEXT, QuestionKind.LIST):
        return QuestionKind.COMPARE
    if kind is QuestionKind.COMPARE and not several:
        return QuestionKind.FIGURE if reading.wanted.number else QuestionKind.TEXT
    return kind


def _measured(wanted: Wanted, terms: tuple[Term, ...], reader: Reader) -> Wanted:
    """The unit that the question asks for (多少万吨) is that of what was read; another thing may be measured in others."""
    own = _units(terms, reader)
    if not own or not wanted.units or set(own) & set(wanted.units):
        return wanted
    return replace(wanted, units=own, rates=True)


def _units(terms: tuple[Term, ...], reader: Reader) -> tuple[str, ...]:
    return reader.vocabulary.units_of(terms[-1].concept or terms[-1].text) if terms else ()


def _wanted(wanted: Wanted, kind: QuestionKind, terms: tuple[Term, ...], reader: Reader) -> Wanted:
    """What an answer of a corrected kind must hold."""
    if kind is QuestionKind.TEXT:
        return Wanted()
    if kind is QuestionKind.LIST:
        return replace(wanted, parts=max(wanted.parts, LISTED_PARTS))
    if kind in _IN_NUMBERS and not wanted.number:
        return Wanted(True, _units(terms, reader), rates=True, supposed=kind is not QuestionKind.FIGURE)
    return wanted


def _table(table: TableAsk | None, kind: QuestionKind | None, places: int) -> TableAsk | None:
    """The table that a corrected kind is read from; rows are the years of one place, or else places."""
    if kind is None:
        return table
    if kind not in _TABLED:
        return None
    if table is not None:
        return table if table.asks in _TABLED[kind] else replace(table, asks=_TABLED[kind][0])
    return TableAsk(Over.YEARS if places == 1 else Over.PLACES, _TABLED[kind][0])
