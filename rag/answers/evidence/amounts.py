"""Which quantities of a sentence can be the amount that was asked for.

In: a clean sentence with where it speaks of what was asked, and what the answer must hold. Out: the quantities that
have a fitting unit and belong to what was asked; dates, ordinals, names and the like are none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rag.answers.asked.periods import governing, periods
from rag.answers.asked.question import Reading
from rag.answers.evidence.fitting import apt, fits
from rag.answers.evidence.stock import as_the_whole
from rag.answers.evidence.stretches import fit, stretch_asked, stretch_told
from rag.answers.reports.holdings import recorded
from rag.answers.reports.sources import Source
from rag.answers.sentences.clauses import clauses
from rag.answers.sentences.enumeration import counts_members
from rag.answers.sentences.likeness import is_in_part, likeness
from rag.answers.sentences.spoken import Match, Spoken, spoken
from rag.answers.sentences.tense import Standing, confirmed, standing
from rag.answers.words.term import Term
from rag.answers.words.vocabulary import Vocabulary
from rag.figures.exclusions import Setting, excluded
from rag.figures.quantities import quantities
from rag.figures.quantity import Quantity
from rag.records import Figure, FigureKind, Sentence

_LAID_OUT = re.compile(
    r"(?:计划|预计|累计|全年|年内|今年|当年|年度|共|总|将|拟|完成|再)*(?:投资|投入|安排|筹措|筹集|争取|整合|落实|拿出)"
)
_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
# 今年的主要预期目标 is no goal of the plan that begins with the year
_THIS_YEAR = re.compile("今年|本年|年内")
_OF_A_PLAN = re.compile('[一二三四五六七八九十]五[”"]?(?!开局)|五年|未来')
# 二次发掘 is the second, 两次发掘 are two
_SECOND = re.compile(r"二次(?![以多左])")
_WHOLE_YEAR = re.compile(r"全年度?|整年|一年到头|一整年")
_COUNTED_ALONG = ("people called by number", "delimiting")
KNOWN, UNRECORDED, ELSEWHERE, OF_PLAN, OTHER_YEAR, OTHER_PART, OF_A_PART = 0.7, 0.5, 0.7, 0.9, 0.95, 0.6, 0.95


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity that can be what was asked for, with what it is and the years that it may be for.

    `figure` is its record, where there is one, `named` the share of the subject that the record's indicator names, `own`
    the same share of what its sentence says of the subject, and `apt` how well its sort of number is the one asked for; all
    in [0, 1].
    """

    quantity: Quantity
    standing: Standing
    figure: Figure | None
    named: float
    own: float
    apt: float


_written = lru_cache(maxsize=16384)(quantities)


@lru_cache(maxsize=16384)
def proper(sentence: str) -> tuple[Quantity, ...]:
    """The quantities of a sentence that say how much: no dates, ordinals, names and the like."""
    return tuple(quantity for quantity in _written(sentence) if not _is_none(sentence, quantity))


def amounts(
    reading: Reading,
    subject: tuple[Term, ...],
    source: Source,
    sentence: Sentence,
    found: Sequence[tuple[Term, tuple[Match, ...]]],
    *,
    vocabulary: Vocabulary,
) -> tuple[Amount, ...]:
    """The amounts of a sentence that can be what was asked for.

    `subject` are the terms that a record should name, all but those that name the document; `found` says where the sentence
    speaks of each term.
    """
    asked = [m for _, of_term in found for m in of_term]
    text = spoken(sentence.text, vocabulary)
    said = _said(sentence.text, asked)
    in_sentence = tuple(term for term, of_term in found if of_term) or reading.terms
    chosen = []
    for quantity, record in zip(said, recorded(said, source.figures, sentence.span), strict=True):
        if not fits(reading.wanted, quantity.unit, record) or _is_where_it_began(reading, sentence.text, quantity):
            continue
        named = own = UNRECORDED
        if record is not None:
            full = _as_part(record, text.text[: quantity.start], source.figures)
            named, own = (_named(reading, terms, full, vocabulary) for terms in (subject, in_sentence))
        # of several numbers each has its own words
        elsewhere = reading.wanted.parts == 1 and _is_told_after(found, text, quantity)
        belongs = (
            _belongs(asked, text, quantity)
            and not elsewhere
            and not (own == 0 and _is_of_a_thing_of_its_own(record, asked, text, quantity))
            and not counts_members(text.text, quantity.start, [(m.start, m.stop) for m in asked])
        )
        if not (named >= KNOWN or belongs):
            continue
        stated, sure = stated_as(reading, source, sentence, quantity, record, vocabulary=vocabulary)
        if is_for(stated, reading.years.years):
            other = record is not None and record.year not in (None, *reading.years.years) and stated.years
            aptness = (
                in_part_of_year(reading, text.text, quantity)
                * (OTHER_YEAR if other and reading.years.years else 1.0)
                * sure
                * apt(reading.wanted, quantity.unit, record)
                * as_the_whole(reading.question.clean, text.text, quantity.start)
                * _whole(reading, record, text.text[: quantity.start], vocabulary)
            )
            chosen.append(Amount(quantity, stated, record, named, own, aptness))
    return tuple(chosen)


def stated_as(
    reading: Reading,
    source: Source,
    sentence: Sentence,
    quantity: Quantity,
    record: Figure | None,
    *,
    vocabulary: Vocabulary,
) -> tuple[Standing, float]:
    """What a quantity is and for which years, and how sure that is, with how well the stretch of years that it is of is the one
    asked for. A goal of the report that sets out a five-year plan can be for the plan's last year, where the plan is asked about."""
    metadata = source.summary.metadata
    stated = standing(sentence.text, quantity.start, source.part, source.passage.headings, metadata)
    stated = stated if record is None else confirmed(stated, record)
    over = vocabulary.statements["over_years"]
    told = stretch_told(sentence.text, quantity.start, record, reviewed=source.reviews(sentence), over=over)
    ends = reading.years.years if reading.years.plan else ()
    if stated.kind is FigureKind.TARGET and metadata.year is not None and not stated.years.intersection(ends):
        planned = {end for end in ends if metadata.year in (end - 4, end - 5)}
        around = "\n".join((*source.passage.headings, sentence.text[: quantity.start]))
        of_its_year = _THIS_YEAR.search(around) or (f"{metadata.year}年" in around)
        if planned and not (of_its_year and _OF_A_PLAN.search(around) is None):
            return replace(stated, years=stated.years | planned), OF_PLAN
    own_year = stated.kind is FigureKind.RESULT or stated.years == {metadata.year}
    return stated, fit(stretch_asked(reading, vocabulary), told, of_a_year=own_year)


def _as_part(figure: Figure, before: str, figures: Sequence[Figure]) -> Figure:
    """A figure behind 其中 with the name of the whole before its own: 到位资金23亿元，其中各乡镇8亿元; a semicolon ends the parts."""
    at = before.rfind("其中", max(before.rfind("；"), before.rfind(";")) + 1)
    if at < 0 or not any(c.isdigit() for c in before[:at]):
        return figure
    parts = sum(c == "\x00" for c in re.sub(r"\d[\d.,]*", "\x00", before[at:]))
    index = figures.index(figure) - parts - 1
    return replace(figure, indicator=figures[index].indicator + figure.indicator) if index >= 0 else figure


def _named(reading: Reading, terms: tuple[Term, ...], figure: Figure, vocabulary: Vocabulary) -> float:
    """How far the record of a figure is of these terms, and of the place asked about."""
    here = reading.place is None or figure.place is None or figure.place in reading.place.path
    return likeness(terms, figure, vocabulary).named * (1.0 if here else ELSEWHERE)


def _whole(reading: Reading, figure: Figure | None, before: str, vocabulary: Vocabulary) -> float:
    """Less than 1 for the figure of a part of an indicator, where nothing but the indicator is asked for."""
    asked = [t for t in reading.subject if t.need == 1]
    if figure is None or len(asked) != 1 or asked[0].concept is None:
        return 1.0
    names = (*figure.places, *(reading.place.spoken if reading.place is not None else ()))
    in_part = is_in_part(asked[0], figure, before, reading.question.clean, names, vocabulary=vocabulary)
    return OF_A_PART if in_part else 1.0


def is_for(said: Standing, years: Collection[int]) -> bool:
    """True where a statement may be for one of these years, or nothing says for which it is; any, where none are asked."""
    return not years or not said.years or not said.years.isdisjoint(years)


def in_part_of_year(reading: Reading, sentence: str, quantity: Quantity) -> float:
    """Less than 1 for what is told under another part of the year than the one that the question names, or under a part where it
    asks for the whole."""
    clean = reading.question.clean
    months = {period.month for period in periods(clean)} or ({12} if _WHOLE_YEAR.search(clean) else set())
    told = governing(sentence, quantity.start) if len(months) == 1 else None
    return OTHER_PART if told is not None and told.month not in months else 1.0


def _said(text: str, asked: Sequence[Match]) -> tuple[Quantity, ...]:
    """The quantities that say how much, with those that only count along what is asked about by name (全县12万父老乡亲)."""
    named = {m.start for m in asked}
    counted = [q for q in _written(text) if q.stop in named and excluded(_setting(text, q)) in _COUNTED_ALONG]
    return tuple(sorted({*proper(text), *counted}, key=lambda q: q.start)) if counted else proper(text)


def _setting(text: str, quantity: Quantity) -> Setting:
    return Setting(quantity, text, text[: quantity.start], text[quantity.stop :])


def _is_where_it_began(reading: Reading, text: str, quantity: Quantity) -> bool:
    """True for a starting value that the question names itself (从3200元提高到多少), or that is of another year than it asks for
    (由2022年的8%降为6%)."""
    if excluded(_setting(text, quantity)) != "starting value":
        return False
    said = {int(year) for year in _YEAR.findall(text[max(0, quantity.start - len("由2022年底的")) : quantity.start])}
    other = bool(said) and bool(reading.years.years) and said.isdisjoint(reading.years.years)
    return other or text[quantity.start : quantity.stop] in reading.question.clean


def _is_none(text: str, quantity: Quantity) -> bool:
    """True for dates, ordinals, names and the like; a starting value can be what was asked for."""
    if quantity.masked:
        return False
    if _SECOND.match(text, quantity.start):
        return True
    return excluded(_setting(text, quantity)) not in (None, "starting value")


def _is_told_after(found: Sequence[tuple[Term, tuple[Match, ...]]], text: Spoken, quantity: Quantity) -> bool:
    """True for an amount whose sentence comes to the very thing that was asked about only in a later clause that opens with it
    (特色产业产值占88%，葡萄酒产量居首位)."""
    needed = [(term, of_term) for term, of_term in found if of_term and term.need == 1]
    most = max((term.weight for term, _ in needed), default=0.0)
    heaviest = [m for term, of_term in needed if term.weight == most for m in of_term]
    others = [m for term, of_term in needed if term.weight < most for m in of_term]
    if not heaviest or not others or any(m.start < quantity.stop for m in heaviest):
        return False
    parts = clauses(text.text)
    at = next(i for i, c in enumerate(parts) if c.start <= quantity.start < c.stop)
    return at + 1 < len(parts) and any(m.start == c.start for c in parts[at + 1 :] for m in heaviest)


def _is_of_a_thing_of_its_own(record: Figure | None, asked: Sequence[Match], text: Spoken, quantity: Quantity) -> bool:
    """True for an amount whose clause names what it is of and says nothing of what was asked about: 加强道路绿化，修剪行道树42公里."""
    clause = next(c for c in clauses(text.text) if c.start <= quantity.start < c.stop)
    said = text.text[clause.start : quantity.start]
    named = record is not None and bool(record.indicator) and record.indicator in said
    if not named or _LAID_OUT.match(said):
        return False
    return not any(clause.start < m.stop and m.start < clause.stop for m in asked)


def _belongs(asked: Sequence[Match], text: Spoken, quantity: Quantity) -> bool:
    """True where what was asked about stands before the quantity with no other concept between, or behind it in its clause,
    or in the next clause after money that is laid out (投资3亿元，推进河道治理)."""
    last = max((m.stop for m in asked if m.stop <= quantity.stop), default=None)
    if last is not None:
        return not any(last <= c.start and c.stop <= quantity.number_start for c in text.concepts)
    parts = clauses(text.text)
    at = next(i for i, c in enumerate(parts) if c.start <= quantity.start < c.stop)
    laid_out = _LAID_OUT.match(text.text, parts[at].start) is not None
    reach = parts[min(at + laid_out, len(parts) - 1)].stop
    return any(m.start < reach for m in asked)
