"""Every amount in the passages found that can be the answer by its form, whatever words tell of it.

In: a reading and its findings. Out: `Evidence` for each amount of the sort, the side and the year that are asked for, the
likeliest passages first; and how much of the subject a statement tells of, a word that shares a character with it which few
words have (冰雹 with 防雹网) counting for half.
"""

from __future__ import annotations

from collections.abc import Iterator

from rag.answers.asked.question import Aim, Reading
from rag.answers.evidence.against import is_for_later, turned
from rag.answers.evidence.amounts import in_part_of_year, is_for, proper, stated_as
from rag.answers.evidence.familiar import best, speaks
from rag.answers.evidence.finding import Findings
from rag.answers.evidence.fitting import apt, fits
from rag.answers.evidence.weighing import Evidence
from rag.answers.reports.holdings import recorded
from rag.answers.reports.sources import Source
from rag.answers.sentences.clauses import clauses
from rag.answers.sentences.enumeration import counts_members
from rag.answers.sentences.matching import matches
from rag.answers.sentences.spoken import spoken
from rag.answers.words.asides import LITTLE
from rag.answers.words.synonyms import names_a_setting, share_a_character, share_a_rare_character
from rag.answers.words.term import Term
from rag.answers.words.vocabulary import Vocabulary
from rag.records import Sentence

MOST_STATEMENTS = 40
# how much the words before a statement tell of it, and a character that it shares with a word
BEFORE, SHARED = 0.8, 0.5
# a level where a change was asked for is no answer by its form, nor how far one thing lies above another
APT = 0.7


def statements(reading: Reading, findings: Findings, vocabulary: Vocabulary) -> tuple[Evidence, ...]:
    """The amounts that can be the answer by their form, at most MOST_STATEMENTS, each once."""
    found: dict[tuple[str, int], Evidence] = {}
    for source in findings.sources:
        for sentence in source.passage.sentences:
            if not speaks(source, sentence):
                continue
            for one in _in_sentence(reading, source, sentence, vocabulary):
                found.setdefault((source.passage.doc, sentence.span.start + one.quantities[0].start), one)
        if len(found) >= MOST_STATEMENTS:
            break
    return tuple(found.values())[:MOST_STATEMENTS]


def _in_sentence(reading: Reading, source: Source, sentence: Sentence, vocabulary: Vocabulary) -> Iterator[Evidence]:
    text = sentence.text
    said = proper(text)
    parts = clauses(text) if said else ()
    for quantity, figure in zip(said, recorded(said, source.figures, sentence.span), strict=True):
        if figure is None or not fits(reading.wanted, quantity.unit, figure):
            continue
        stated, sure = stated_as(reading, source, sentence, quantity, figure, vocabulary=vocabulary)
        other_side = reading.aim is not Aim.EITHER and reading.aim.value != stated.kind.value
        aptness = sure * apt(reading.wanted, quantity.unit, figure) * in_part_of_year(reading, text, quantity)
        timely = is_for(stated, reading.years.years) and not is_for_later(reading, stated.years)
        if other_side or aptness < APT or not timely:
            continue
        clause = next(c for c in parts if c.start <= quantity.start < c.stop)
        yield Evidence(
            source,
            sentence,
            clause.start,
            clause.stop,
            coverage=0.0,
            support=aptness * turned(reading, stated),
            quantities=(quantity,),
            years=stated.years,
            kind=stated.kind,
            held=frozenset(),
            missing=(),
            figures=(figure,),
        )


def names_the_last(evidence: Evidence, reading: Reading, vocabulary: Vocabulary) -> bool:
    """True where a statement tells of the thing that the question names last, of which the others say more (老人的电梯)."""
    things = [t for t in reading.subject if t.need == 1 and t.weight > LITTLE and not t.beside]
    return not things or _told(things[-1], *_words(evidence), vocabulary) > 0


def told_share(evidence: Evidence, reading: Reading, vocabulary: Vocabulary) -> float:
    """The share of the subject that a statement tells of, in [0, 1]; 0 where a concept of the subject is not in it."""
    if _is_of_a_thing_of_its_own(evidence, reading, vocabulary):
        return 0.0
    own, before = _words(evidence)
    told = total = 0.0
    for term in reading.terms:
        quality = 0.0 if _is_of_a_member(term, evidence, vocabulary) else _told(term, own, before, vocabulary)
        if term.concept and not quality:
            return 0.0
        told += term.weight * quality
        total += term.weight if quality else term.required
    return told / total if total else 0.0


def _is_of_a_member(term: Term, evidence: Evidence, vocabulary: Vocabulary) -> bool:
    """True where a statement counts the members of a list and the term is no more than a word of them."""
    text = evidence.sentence.text
    said = [(m.start, m.stop) for m in matches(term, spoken(text, vocabulary), vocabulary)]
    return bool(said) and counts_members(text, evidence.quantities[0].start, said)


def _words(evidence: Evidence) -> tuple[str, str]:
    """The words that tell of an amount: its name with its clause, and what stands before them."""
    text = evidence.sentence.text
    name = evidence.figure.indicator if evidence.figure is not None else ""
    own = f"{name}\n{text[evidence.start : evidence.stop]}"
    return own, "\n".join((*evidence.source.passage.headings, text[: evidence.start]))


def _is_of_a_thing_of_its_own(evidence: Evidence, reading: Reading, vocabulary: Vocabulary) -> bool:
    """True for an amount whose clause names what it is of and has nothing of the subject: 加强道路绿化，修剪行道树42公里 for 修路."""
    own, _ = _words(evidence)
    name = evidence.figure.indicator if evidence.figure is not None else ""
    named = bool(name) and name in evidence.sentence.text[evidence.start : evidence.quantities[0].start]
    return named and not any(_told(term, own, "", vocabulary) for term in reading.terms)


def _told(term: Term, own: str, before: str, vocabulary: Vocabulary) -> float:
    inside = best(matches(term, spoken(own, vocabulary), vocabulary))
    if inside or term.concept:
        return inside
    if (above := best(matches(term, spoken(before, vocabulary), vocabulary))) > 0:
        return BEFORE * above
    share = share_a_character if names_a_setting(term.text) else share_a_rare_character  # 开春 and 春季
    return SHARED if share(term.text, own) else 0.0
