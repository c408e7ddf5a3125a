"""How well a stretch of a report answers a question.

In: a `Reading` and one passage with what is known of its document. Out: `Evidence`: a run of clauses of one sentence
with how much of the subject it speaks of (`coverage`), the quantities in it that can be the answer, and `support`, by
which evidence is ranked. Nothing is decided here.

Support is the coverage of the subject by the run and, at a discount, by what stands around it; less a little for
every clause, plus a little where a report states its main goals; times a factor below one for each thing that speaks
against it: no date, a sum over years that was not asked for, a statement that looks the other way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.answers.against import dated, summed, told, turned
from rag.answers.amounts import KNOWN, Amount, amounts
from rag.answers.clauses import clauses
from rag.answers.forms import suits
from rag.answers.matching import matches, shortened
from rag.answers.question import Aim, Reading
from rag.answers.sources import Source
from rag.answers.spoken import Match, spoken
from rag.answers.synonyms import synonyms
from rag.answers.tense import Standing, standing
from rag.answers.term import Term
from rag.answers.vocabulary import Vocabulary
from rag.figures.quantities import Quantity
from rag.records import Figure, FigureKind, Passage, QuestionKind, Sentence

IN_SENTENCE, IN_TITLE, IN_HEADING, IN_PASSAGE = 0.9, 0.9, 0.6, 0.6
CLAUSE_COST, HEADLINE, OF_PARTS = 0.02, 0.02, 0.2
MOST_CLAUSES, LONGEST_RUN = 6, 150
FAMILIAR, FAMILIAR_IN_LIST = 0.34, 0.1
NAMELESS = 0.84


@dataclass(frozen=True, slots=True)
class Evidence:
    """A run of clauses, source.passage.sentences[i].text[start:stop], as an answer to a question.

    `coverage` is the share of the subject that the run and its surroundings speak of, in [0, 1]; `quantities` are those in
    the run that can be what was asked for; `years` those that the run is for; `held` the texts of the terms in the run
    itself, `missing` the terms that neither it nor its surroundings speak of; `figures` are the records of the quantities,
    `others` the amounts of the sentence that stand outside the run.
    """

    source: Source
    sentence: Sentence
    start: int
    stop: int
    coverage: float
    support: float
    quantities: tuple[Quantity, ...]
    years: frozenset[int]
    kind: FigureKind
    held: frozenset[str]
    missing: tuple[Term, ...]
    figures: tuple[Figure, ...] = ()
    others: tuple[Amount, ...] = ()

    @property
    def figure(self) -> Figure | None:
        """The record of the amount that answers best, where there is one."""
        return self.figures[0] if self.figures else None

    @property
    def masked(self) -> bool:
        """True where every number that could be the answer is blanked out or lost."""
        return bool(self.quantities) and all(q.masked for q in self.quantities)


@dataclass(frozen=True, slots=True)
class _Run:
    """Consecutive clauses: sentence[start:stop] and how many they are."""

    start: int
    stop: int
    clauses: int


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence with what every run in it shares: where it speaks of each term, and what stands around it."""

    sentence: Sentence
    found: tuple[tuple[Term, tuple[Match, ...]], ...]
    around: tuple[float, ...]
    headline: float
    answers: tuple[Amount, ...]


def evidence(reading: Reading, source: Source, vocabulary: Vocabulary) -> tuple[Evidence, ...]:
    """The best run of each sentence of a passage that speaks of a good part of the subject."""
    found = []
    for sentence in _sentences(reading, source, vocabulary):
        runs = [e for run in _runs(sentence) if (e := _weigh(reading, source, sentence, run, vocabulary))]
        if runs:
            found.append(max(runs, key=lambda e: e.support))
    return tuple(found)


def is_about(reading: Reading, passage: Passage, vocabulary: Vocabulary) -> bool:
    """True where a passage holds some term of the question in its own words or another form: cheap enough for any passage."""
    concepts = {m.concept for s in passage.sentences for m in spoken(s.text, vocabulary).concepts}
    written = {
        t.text: (t.text, *vocabulary.everyday.get(t.text, ()), *synonyms(t.text))
        for t in reading.terms
        if t.concept is None
    }
    return any(
        t.concept in concepts or not concepts.isdisjoint(vocabulary.narrower.get(t.concept, ()))
        if t.concept
        else any(word in passage.text for word in written[t.text])
        for t in reading.terms
    )


def _sentences(reading: Reading, source: Source, vocabulary: Vocabulary) -> Iterator[_Sentence]:
    titled = _spoken_of(reading.terms, source.summary.metadata.title, vocabulary)
    headings = " ".join(source.passage.headings)
    headed = _spoken_of(reading.terms, headings, vocabulary)
    above = [max(IN_TITLE * t, IN_HEADING * h) for t, h in zip(titled, headed, strict=True)]
    subject = tuple(t for t, in_title in zip(reading.terms, titled, strict=True) if not in_title) or reading.terms
    before = [0.0 for _ in reading.terms]
    headline = _headline(reading, source.passage, vocabulary)
    listed = reading.question.kind is QuestionKind.LIST
    enough = sum(t.required for t in reading.terms) * (FAMILIAR_IN_LIST if listed else FAMILIAR)
    for sentence in source.passage.sentences:
        text = spoken(sentence.text, vocabulary)
        found = tuple(
            (term, matches(term, text, vocabulary) or (shortened(term, text) if said else ()))
            for term, said in zip(reading.terms, before, strict=True)
        )
        own = [_best(m) for _, m in found]
        around = tuple(max(h, b) for h, b in zip(above, before, strict=True))
        before = [max(b, o * IN_PASSAGE) for b, o in zip(before, own, strict=True)]
        covered = sum(t.weight * max(o, a) for t, o, a in zip(reading.terms, own, above, strict=True)) * any(own)
        speaks = not source.spoken_for or any(name in sentence.text or name in headings for name in source.spoken_for)
        if not speaks:
            continue
        answers = (
            amounts(reading, subject, source, sentence, found, vocabulary=vocabulary) if reading.wanted.number else ()
        )
        if (covered >= enough > 0 and not reading.wanted.number) or any(
            covered >= enough > 0 or a.named >= KNOWN for a in answers
        ):
            yield _Sentence(sentence, found, around, headline, answers)


def _headline(reading: Reading, passage: Passage, vocabulary: Vocabulary) -> float:
    """Of several places that state a goal, the list of the main goals is the one to quote."""
    goals_asked = reading.aim is Aim.TARGET or bool(reading.years.reports)
    return HEADLINE if goals_asked and vocabulary.statements["headline"].search(passage.text) else 0.0


@lru_cache(maxsize=1024)
def _spoken_of(terms: tuple[Term, ...], heading: str, vocabulary: Vocabulary) -> tuple[float, ...]:
    """How well a title or headings speak of each term."""
    text = spoken(heading, vocabulary)
    return tuple(_best(matches(term, text, vocabulary)) for term in terms)


def _runs(sentence: _Sentence) -> Iterator[_Run]:
    parts = clauses(sentence.sentence.text)
    for first in range(len(parts)):
        for size in range(1, min(MOST_CLAUSES, len(parts) - first) + 1):
            run = _Run(parts[first].start, parts[first + size - 1].stop, size)
            if size == 1 or run.stop - run.start <= LONGEST_RUN:
                yield run


def _weigh(reading: Reading, source: Source, s: _Sentence, run: _Run, vocabulary: Vocabulary) -> Evidence | None:
    start, stop = run.start, run.stop
    answers = tuple(a for a in s.answers if start <= a.quantity.start and a.quantity.stop <= stop)
    held, coverage, missing = _coverage(s, start, stop)
    known = max((a.named for a in answers), default=0.0)
    if not (held or known >= KNOWN) or (reading.wanted.number and not answers):
        return None
    coverage = max(coverage, known)
    standings = [a.standing for a in answers] or [_standing(s.sentence.text, stop, source)]
    years = frozenset(year for said in standings for year in said.years)
    parts = min(len(answers), reading.wanted.parts) / reading.wanted.parts if answers else 1.0
    merit = coverage * (1 - OF_PARTS + OF_PARTS * parts) - CLAUSE_COST * (run.clauses - 1) + s.headline
    against = dated(reading, years, source.summary.metadata.year) * summed(
        reading, s.sentence.text[start:stop], source.passage.headings, vocabulary
    )
    if not reading.wanted.number:
        against *= told(s.sentence.text, source.summary.metadata.title)
        against *= suits(reading.question.clean, s.sentence.text[start:stop])
    if answers:
        against *= max(a.apt * (NAMELESS + (1 - NAMELESS) * a.own) for a in answers)
    support = merit * against * max(turned(reading, said) for said in standings)
    if not support > 0:
        return None
    found = tuple(a.quantity for a in answers)
    return Evidence(
        source,
        s.sentence,
        start,
        stop,
        coverage,
        support,
        found,
        years,
        standings[0].kind,
        held,
        missing,
        _records(answers),
        tuple(a for a in s.answers if a not in answers),
    )


def _records(answers: Sequence[Amount]) -> tuple[Figure, ...]:
    """The records of the amounts, those first whose indicator is nearest to what was asked."""
    return tuple(a.figure for a in sorted(answers, key=lambda a: -a.named) if a.figure is not None)


def _coverage(s: _Sentence, start: int, stop: int) -> tuple[frozenset[str], float, tuple[Term, ...]]:
    """The terms that a run holds itself, how much it covers with its surroundings, and the terms that neither holds."""
    total = covered = 0.0
    held, missing = [], []
    for (term, found), around in zip(s.found, s.around, strict=True):
        inside = _best([m for m in found if start <= m.start and m.stop <= stop])
        quality = max(inside, _best([m for m in found if m.stop <= start]) * IN_SENTENCE, around)
        covered += quality * term.weight
        total += term.weight if quality else term.required
        if inside and not term.aside:
            held.append(term.text)
        if quality < IN_HEADING / 2 and not term.aside:
            missing.append(term)
    return frozenset(held), covered / total if total else 0.0, tuple(missing)


def _standing(sentence: str, at: int, source: Source) -> Standing:
    return standing(sentence, at, source.part, source.passage.headings, source.summary.metadata)


def _best(found: Sequence[Match]) -> float:
    return max((m.quality for m in found), default=0.0)
