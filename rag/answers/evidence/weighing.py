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

from rag.answers.asked.forms import suits
from rag.answers.asked.question import Reading
from rag.answers.evidence.against import dated, ruled_out, summed, told, turned
from rag.answers.evidence.amounts import KNOWN, Amount
from rag.answers.evidence.familiar import IN_HEADING, Familiar, best, familiar
from rag.answers.reports.sources import Source
from rag.answers.sentences.clauses import clauses
from rag.answers.sentences.tense import Standing, standing
from rag.answers.words.term import Term
from rag.answers.words.vocabulary import Vocabulary
from rag.figures.quantities import Quantity
from rag.records import Figure, FigureKind, Sentence

IN_SENTENCE = 0.9
CLAUSE_COST, OF_PARTS = 0.02, 0.2
MOST_CLAUSES, LONGEST_RUN = 6, 150
NAMELESS = 0.84
# the record of another thing names less than this share of what the best one names
OTHER_NAME = 0.4


@dataclass(frozen=True, slots=True)
class Evidence:
    """A run of clauses, source.passage.sentences[i].text[start:stop], as an answer to a question.

    `coverage` is the share of the subject that the run and its surroundings speak of, in [0, 1]; `quantities` are those in
    the run that can be what was asked for; `years` those that the run is for; `held` the texts of the terms in the run
    itself, `told` those of the terms in its sentence, `missing` the terms that neither it nor its surroundings speak of; `figures` are the records of the quantities,
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
    told: frozenset[str] = frozenset()

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


def evidence(reading: Reading, source: Source, vocabulary: Vocabulary) -> tuple[Evidence, ...]:
    """The best run of each sentence of a passage that speaks of a good part of the subject."""
    found = []
    for sentence in familiar(reading, source, vocabulary):
        runs = [e for run in _runs(sentence, reading) if (e := _weigh(reading, source, sentence, run, vocabulary))]
        if runs:
            found.append(max(runs, key=lambda e: e.support))
    return tuple(found)


def _runs(sentence: Familiar, reading: Reading) -> Iterator[_Run]:
    """The runs of a sentence; each thing that is asked for may take two clauses (增长15%以上、力争达到20%)."""
    parts = clauses(sentence.sentence.text)
    most = max(MOST_CLAUSES, 2 * reading.wanted.parts)
    for first in range(len(parts)):
        for size in range(1, min(most, len(parts) - first) + 1):
            run = _Run(parts[first].start, parts[first + size - 1].stop, size)
            if size == 1 or run.stop - run.start <= LONGEST_RUN:
                yield run


def _weigh(reading: Reading, source: Source, s: Familiar, run: _Run, vocabulary: Vocabulary) -> Evidence | None:
    start, stop = run.start, run.stop
    answers = _of_one_name([a for a in s.answers if start <= a.quantity.start and a.quantity.stop <= stop])
    held, coverage, missing = _coverage(s, start, _told_until(s.sentence.text, answers, stop))
    known = max((a.named for a in answers), default=0.0)
    if not (held or known >= KNOWN) or (reading.wanted.number and not answers):
        return None
    coverage = max(coverage, known)
    standings = [a.standing for a in answers] or [_standing(s.sentence.text, stop, source)]
    years = frozenset(year for said in standings for year in said.years)
    parts = min(len(answers), reading.wanted.parts) / reading.wanted.parts if answers else 1.0
    merit = coverage * (1 - OF_PARTS + OF_PARTS * parts) - CLAUSE_COST * (run.clauses - 1) + s.headline
    against = dated(reading, years, source.summary.metadata.year) * summed(
        reading, s.sentence.text[:stop], source, vocabulary
    )
    against *= ruled_out(reading, s.sentence.text[start:stop])
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
        frozenset(term.text for term, matched in s.found if matched and not term.aside),
    )


def _of_one_name(answers: Sequence[Amount]) -> tuple[Amount, ...]:
    """The amounts without those that a record calls something else, where another is called what was asked for."""
    named = max((a.named for a in answers), default=0.0)
    return tuple(a for a in answers if named < KNOWN or a.figure is None or a.named >= named * OTHER_NAME)


def _told_until(text: str, answers: Sequence[Amount], stop: int) -> int:
    """Where the words end that can name the amounts: behind a semicolon something else is told of
    (城镇居民收入608元；农民的纯收入，…)."""
    end = text.find("；", answers[-1].quantity.stop, stop) if answers else -1
    return stop if end < 0 else end


def _records(answers: Sequence[Amount]) -> tuple[Figure, ...]:
    """The records of the amounts, those first whose indicator is nearest to what was asked."""
    return tuple(a.figure for a in sorted(answers, key=lambda a: -a.named) if a.figure is not None)


def _coverage(s: Familiar, start: int, stop: int) -> tuple[frozenset[str], float, tuple[Term, ...]]:
    """The terms that a run holds itself, how much it covers with its surroundings, and the terms that neither holds."""
    total = covered = 0.0
    held, missing = [], []
    for (term, found), around in zip(s.found, s.around, strict=True):
        inside = best([m for m in found if start <= m.start and m.stop <= stop]) if found else 0.0
        before = best([m for m in found if m.stop <= start]) * IN_SENTENCE if found else 0.0
        quality = max(inside, before, around)
        covered += quality * term.weight
        total += term.weight if quality else term.required
        if inside and not term.aside:
            held.append(term.text)
        if quality < IN_HEADING / 2 and not term.aside:
            missing.append(term)
    return frozenset(held), covered / total if total else 0.0, tuple(missing)


def _standing(sentence: str, at: int, source: Source) -> Standing:
    return standing(sentence, at, source.part, source.passage.headings, source.summary.metadata)
