"""The answer of look-ups: each part of a question by itself, then together.

In: a reading and its parts. Out: an unchecked `Answer`: found, masked, or refused with what is missing and what is
there instead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from rag.answers.asked.question import Aim, Reading
from rag.answers.asked.routes import Part, parts
from rag.answers.asked.wanted import Wanted
from rag.answers.evidence.decide import TEXT_SUPPORT, Decision, Outcome, decide, decided_on, names_the_thing
from rag.answers.evidence.finding import SURE, Finder, Findings
from rag.answers.evidence.fitting import fits
from rag.answers.evidence.in_sentence import stretch_of
from rag.answers.evidence.meaning import Nearest
from rag.answers.evidence.named import names_whom_it_asks_of
from rag.answers.evidence.set_in_words import may_be_set_in_words, set_in_words, tells_an_amount
from rag.answers.evidence.statements import statements
from rag.answers.evidence.stretches import Stretch, stretch_asked
from rag.answers.evidence.told_by_head import told_by_head
from rag.answers.evidence.weighing import Evidence
from rag.answers.kinds.fitness import can_answer
from rag.answers.kinds.set_alike import LookedUp, set_alike
from rag.answers.kinds.tracked import (
    is_measured_in_another_way,
    is_of_the_side,
    is_result_of_a_plan,
    is_told_too_early,
    moves_alike,
    of_its_year,
)
from rag.answers.reports.holdings import Holdings
from rag.answers.reports.shelf import AskedPlace
from rag.answers.telling import refusals
from rag.answers.telling.compose import Labelled, compose
from rag.answers.words.vocabulary import Vocabulary
from rag.records import Answer, FigureKind, FigureQuery, Filter, QuestionKind, Status

_SHOWN_HITS = 10
_NEXT, _HARDLY_WORSE = 5, 0.85
_MOST_YEARS = 8
_WHICH_YEARS = re.compile(r"哪一?年|哪[几些]个?年|历年|逐年|各年|每一?年|这[几些]年")


class LookUp:
    """Looks up parts of questions in one generation of one index."""

    def __init__(self, finder: Finder, holdings: Holdings, nearest: Nearest, vocabulary: Vocabulary) -> None:
        """`nearest` chooses by meaning where words do not decide."""
        self._finder = finder
        self._holdings = holdings
        self._nearest = nearest
        self._vocabulary = vocabulary

    def answer(self, reading: Reading, ways: Sequence[Sequence[Part]], filter: Filter) -> Answer:
        """The answer of the parts of a question together; `ways` are those in which it can be understood."""
        by_year = self._year_by_year(reading)
        every = self._of_every_year(by_year, filter) if _WHICH_YEARS.search(reading.question.clean) else []
        looked_up = every or set_alike(self._best_way(by_year or ways, filter), partial(self._look_up, filter=filter))
        outcomes = [one.decision.outcome for one in looked_up]
        if Outcome.FOUND not in outcomes and Outcome.MASKED not in outcomes:
            return self._refused(reading, looked_up)
        status = Status.ANSWERED if Outcome.FOUND in outcomes else Status.MASKED
        decided = [Labelled(one.part.label, one.decision, one.part.reading.aim) for one in looked_up]
        composed = compose(decided, reading, self._holdings.original)
        hits = tuple(hit for one in looked_up for hit in one.findings.hits[:_SHOWN_HITS])
        return Answer(
            status,
            composed.text,
            reading.question,
            composed.citations,
            composed.figures,
            composed.computed,
            searched=hits,
        )

    def _best_way(self, ways: Sequence[Sequence[Part]], filter: Filter) -> list[LookedUp]:
        """What the parts come to in the first way in which all are found, else in that in which most are."""
        best: list[LookedUp] = []
        most = (False, -1)
        for asked in ways:
            looked_up: list[LookedUp] = []
            for part in asked:
                looked_up.append(self._look_up(self._like_before(part, looked_up), filter, _plan(part, looked_up)))
            found = sum(one.decision.outcome in (Outcome.FOUND, Outcome.MASKED) for one in looked_up)
            if (reached := (found == len(asked), found)) > most:
                best, most = looked_up, reached
            if most[0]:
                break
        return best

    def best(self, reading: Reading, filter: Filter) -> Evidence | None:
        """The evidence that answers a question about one place and year, where there is any."""
        decision = decide(reading, self._finder.find(reading, filter))
        return decision.runs[0] if decision.outcome is Outcome.FOUND else None

    def _year_by_year(self, reading: Reading) -> tuple[tuple[Part, ...], ...]:
        """The target and the result of one year, the newest first, where a question that tracks a target names no year."""
        told = reading.years.years or reading.years.reports or reading.places.documents
        if reading.question.kind is not QuestionKind.TRACK or told or reading.place is None:
            return ()
        shelf = self._holdings.shelf
        years = shelf.years(shelf.speaking_for(reading.place))[-_MOST_YEARS:]
        return tuple(parts(reading.about(None, year)) for year in reversed(years))

    def _of_every_year(self, by_year: Sequence[Sequence[Part]], filter: Filter) -> list[LookedUp]:
        """The target and the result of every year that has both, in the order of the years, under labels that say which it is."""
        found: list[LookedUp] = []
        for year in reversed(by_year):
            pair = self._best_way((year,), filter)
            if all(one.decision.outcome is Outcome.FOUND for one in pair):
                told = f"{year[0].reading.years.years[0]}年"
                found += (replace(one, part=replace(one.part, label=told + one.part.label)) for one in pair)
        return found

    def _like_before(self, part: Part, before: Sequence[LookedUp]) -> Part:
        """A part without a place is about the place that a part before it was answered for, a result without a year about the
        year of its target."""
        runs = before[-1].decision.runs if before else ()
        if not runs:
            return part
        reading, places = part.reading, runs[0].source.summary.metadata.places
        if reading.place is None and places:
            reading = reading.about(AskedPlace(places[-1], (places[-1],), places), None)
        return replace(part, reading=of_its_year(reading, runs[0]))

    def _look_up(self, part: Part, filter: Filter, plan: Evidence | None = None) -> LookedUp:
        """The decision on one part; where a number was only supposed to be wanted, words will do as well. The result of a
        `plan` is sought among what is measured as it is."""
        findings = self._finder.find(part.reading, filter)
        if plan is not None:
            findings = replace(
                findings, evidence=tuple(e for e in findings.evidence if not is_told_too_early(e, plan, part.reading))
            )
        target = plan.figure if plan is not None else None
        alike = tuple(e for e in findings.evidence if target is not None and moves_alike(e, target))
        decision = decide(part.reading, replace(findings, evidence=alike or findings.evidence))
        if alike and decision.outcome is Outcome.MISSING:
            decision = decide(part.reading, findings)
        if target is not None and any(is_measured_in_another_way(run, target) for run in decision.runs[:1]):
            decision = Decision(Outcome.MISSING)
        nearest = self._nearest(part.reading, findings) if _is_open(decision, part.reading) else None
        if nearest is not None and not self._adds_years_up(nearest, part.reading):
            decision = decision if _tells(decision, nearest) else decided_on(nearest, part.reading)
        if not (is_of_the_side(decision, part.reading) and can_answer(decision, part.reading, self._vocabulary)):
            decision = _next_best(part.reading, findings, self._vocabulary)
        if not names_whom_it_asks_of(part.reading, decision.runs, self._holdings.mentioning):
            decision = Decision(Outcome.MISSING)
        if decision.outcome is Outcome.MISSING and target is not None:
            told = told_by_head(target, statements(part.reading, findings, self._vocabulary))
            decision = Decision(Outcome.FOUND, (told,)) if told is not None else decision
        if decision.outcome is Outcome.MISSING and may_be_set_in_words(part.reading):
            words = self._finder.find(replace(part.reading, wanted=Wanted()), filter).evidence
            goal = set_in_words(part.reading, words, self._vocabulary)
            decision = Decision(Outcome.FOUND, (goal,)) if goal is not None else decision
        if decision.outcome is Outcome.MISSING and part.reading.wanted.supposed:
            in_text = self._look_up(replace(part, reading=replace(part.reading, wanted=Wanted())), filter, plan)
            # an amount that was no answer is none in words
            if not any(tells_an_amount(run, part.reading, self._vocabulary) for run in in_text.decision.runs):
                return in_text
        return LookedUp(part, findings, decision)

    def _adds_years_up(self, run: Evidence, reading: Reading) -> bool:
        """True for what several years came to, where one of them is asked about."""
        if run.figure is None or stretch_asked(reading, self._vocabulary) is not Stretch.YEAR:
            return False
        return stretch_of(run.figure, self._holdings, self._vocabulary) is Stretch.SEVERAL

    def _refused(self, reading: Reading, looked_up: Sequence[LookedUp]) -> Answer:
        hits = tuple(hit for one in looked_up for hit in one.findings.hits[:_SHOWN_HITS])
        several = next((one.decision.places for one in looked_up if one.decision.outcome is Outcome.SEVERAL_PLACES), ())
        if several:
            return Answer(Status.UNCLEAR, refusals.which_place(several), reading.question, searched=hits)
        asked = looked_up[0].part.reading
        asked = replace(asked, terms=reading.terms) if len(reading.members) == len(looked_up) else asked
        findings = looked_up[0].findings
        otherwise = self._is_told_otherwise(asked, findings)
        text = refusals.not_found(asked, findings, self._holdings.shelf, otherwise=otherwise)
        return Answer(Status.NOT_FOUND, text, reading.question, searched=hits)

    def _is_told_otherwise(self, reading: Reading, findings: Findings) -> bool:
        """True where the reports give the one indicator asked about for that year, but not in the sort of number that is asked for."""
        if len(reading.names) != 1 or len(reading.subject) != 1 or not reading.years.years or not reading.wanted.number:
            return False
        docs = tuple(d.path for d in findings.looked_at)
        kinds = () if reading.aim is Aim.EITHER else (FigureKind(reading.aim.value),)
        query = FigureQuery(concepts=reading.names, years=reading.years.years, kinds=kinds, docs=docs, masked=False)
        own = (None, reading.place.name) if reading.place is not None else ()
        told = [figure for figure in self._holdings.asked(query) if figure.place in own] if docs else []
        return bool(told) and not any(fits(reading.wanted, figure.unit, figure) for figure in told)


def _next_best(reading: Reading, findings: Findings, vocabulary: Vocabulary) -> Decision:
    """Words hardly worse than the best, where these say nothing of what is demanded (who held the meeting, not that it was held)."""
    good = [
        e
        for e in findings.evidence[:_NEXT]
        if e.support >= max(TEXT_SUPPORT, _HARDLY_WORSE * findings.evidence[0].support)
    ]
    for one in good if not reading.wanted.number and reading.question.kind is not QuestionKind.TRACK else ():
        decision = decided_on(one, reading)
        if names_the_thing(one, reading) and can_answer(decision, reading, vocabulary):
            return decision
    return Decision(Outcome.MISSING)


def _is_open(decision: Decision, reading: Reading) -> bool:
    """True where words alone found nothing, or not for sure the one amount that the whole question asks for."""
    if decision.outcome is not Outcome.FOUND:
        return decision.outcome is Outcome.MISSING
    alone = reading.question.kind is QuestionKind.FIGURE and reading.wanted.parts == 1
    return alone and len(decision.runs) == 1 and bool(decision.runs[0].quantities) and decision.runs[0].support < SURE


def _tells(decision: Decision, nearest: Evidence) -> bool:
    """True where the sentence that was decided on is the nearest one."""
    return any(
        (r.source.passage.doc, r.sentence.span) == (nearest.source.passage.doc, nearest.sentence.span)
        for r in decision.runs
    )


def _plan(part: Part, before: Sequence[LookedUp]) -> Evidence | None:
    """What was planned, found for a part that looks for what became of it."""
    runs = before[-1].decision.runs if is_result_of_a_plan(part.reading) and before else ()
    return runs[0] if runs else None
