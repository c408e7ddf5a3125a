"""Whether the best evidence is good enough to be an answer.

In: the findings for one reading. Out: a `Decision`: the evidence to answer with, in the order of the text, or why
there is none. A wrong answer is worse than a refusal, so a figure needs nearly all of the subject and nothing that
speaks against it; a sentence needs most of the subject.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from rag.answers.asked.question import Reading
from rag.answers.evidence.agreement import agreeing, contrary, in_another_unit
from rag.answers.evidence.announced import with_what_follows
from rag.answers.evidence.every_unit import with_every_unit
from rag.answers.evidence.finding import Findings
from rag.answers.evidence.weighing import LONGEST_RUN, Evidence
from rag.answers.sentences.clauses import clauses
from rag.places import NATION
from rag.records import QuestionKind

FIGURE_SUPPORT, TEXT_SUPPORT = 0.66, 0.5
NEAR, RIVAL, RIVAL_OF_PARTS = 0.97, 0.995, 0.8
NEW_PART, MOST_RUNS = 0.8, 6
# the share of the things asked about that an answer in words may leave out
MISSING_THINGS = 0.5


class Outcome(StrEnum):
    """How the search for an answer ended."""

    FOUND = "found"
    MASKED = "masked"
    MISSING = "missing"
    SEVERAL_PLACES = "several places"


@dataclass(frozen=True, slots=True)
class Decision:
    """The runs to answer with, in document order.

    `places` are those that answer differently, where several do; `agreeing` says the same elsewhere, `contrary` otherwise.
    """

    outcome: Outcome
    runs: tuple[Evidence, ...] = ()
    places: tuple[str, ...] = ()
    agreeing: tuple[Evidence, ...] = ()
    contrary: tuple[Evidence, ...] = ()


def decide(reading: Reading, findings: Findings) -> Decision:
    """Choose the best-supported evidence, and with it what answers the parts of the question that it leaves open."""
    enough = FIGURE_SUPPORT if reading.wanted.number else TEXT_SUPPORT
    good = [
        e for e in findings.evidence if e.support >= enough and (reading.wanted.number or names_the_thing(e, reading))
    ]
    rivals = _rivals(good) if good and reading.place is None and reading.wanted.number else ()
    national = [e for e in good if e.source.summary.metadata.place == NATION and e.support >= NEAR * good[0].support]
    if len(rivals) > 1 and not national:
        return Decision(Outcome.SEVERAL_PLACES, places=rivals)
    if _has_parts(reading) and (runs := _joint(reading, findings.evidence, good, enough)):
        alone = len(runs) == 1 and not reading.wanted.number
        return Decision(Outcome.FOUND, with_what_follows(runs[0], reading) if alone else runs)
    if not good:
        return Decision(Outcome.MISSING)
    best = national[0] if len(rivals) > 1 else good[0]
    decision = decided_on(best, reading)
    if decision.outcome is Outcome.MASKED:
        return decision
    if reading.question.kind is QuestionKind.FIGURE and (also := in_another_unit(best, good)):
        both = sorted((*decision.runs, *also), key=lambda e: (e.sentence.span, e.start))
        return Decision(Outcome.FOUND, tuple(both))
    return replace(decision, agreeing=agreeing(best, good), contrary=contrary(best, good))


def names_the_thing(evidence: Evidence, reading: Reading, missing_things: float = MISSING_THINGS) -> bool:
    """True where words that answer speak of what is asked about and not only of what is done to it: 治理 for 治理秸秆."""
    things = sum(t.weight for t in reading.subject if t.need == 1)
    missing = sum(t.weight for t in evidence.missing if t.need == 1)
    return missing <= missing_things * things


def decided_on(best: Evidence, reading: Reading) -> Decision:
    """The decision for one piece of evidence."""
    runs = (
        (with_every_unit(_continued(_from_its_name(best), reading), reading.question.clean),)
        if reading.wanted.number
        else with_what_follows(best, reading)
    )
    return Decision(Outcome.MASKED if best.masked else Outcome.FOUND, runs)


def _rivals(good: Sequence[Evidence]) -> tuple[str, ...]:
    """The places whose reports support an answer as well as the best one does; of several amounts one may have more than was
    asked for, so those count that speak of as much."""
    best = good[0]
    level = [e for e in good if e.coverage >= RIVAL * best.coverage and not (best.held - e.held)]
    near = [e.source.place for e in good if e.support >= RIVAL * best.support]
    near += [e.source.place for e in level if len(best.quantities) > 1 and e.support >= RIVAL_OF_PARTS * best.support]
    return tuple(dict.fromkeys(place for place in near if place is not None))


def _has_parts(reading: Reading) -> bool:
    return len(reading.subject) > 1 and (reading.question.kind is QuestionKind.LIST or reading.wanted.parts > 1)


def _joint(
    reading: Reading, evidence: Sequence[Evidence], good: Sequence[Evidence], enough: float
) -> tuple[Evidence, ...]:
    """The runs of one document that together speak of most of the subject, in the order of the text.

    Each adds a term that those before it leave open; the document is that of the best single run, or else the one whose runs
    cover most.
    """
    weights = {t.text: t.required for t in reading.terms}
    listed = reading.question.kind is QuestionKind.LIST
    docs = dict.fromkeys(e.source.passage.doc for e in (good[:1] or evidence))
    best: tuple[float, tuple[Evidence, ...]] = (0.0, ())
    for doc in docs:
        runs: list[Evidence] = []
        held: frozenset[str] = frozenset()
        for run in evidence:
            # of a list whole sentences are quoted
            speaks_of = run.told if listed else run.held
            new = sum(weights[t] for t in speaks_of - held)
            if run.source.passage.doc == doc and new >= NEW_PART and len(runs) < MOST_RUNS and not run.masked:
                runs.append(run)
                held |= speaks_of
        best = max(best, (sum(weights[t] for t in held), tuple(runs)), key=lambda pair: pair[0])
    if best[0] < enough * sum(weights.values()):
        return ()
    chosen = tuple(sorted(best[1], key=lambda e: (e.sentence.span, e.start)))
    return (_continued(chosen[0], reading),) if len(chosen) == 1 and reading.wanted.number else chosen


def _from_its_name(run: Evidence) -> Evidence:
    """The run from the clause on that names what its amount takes over: 财政收入18亿元，同比增长21% for the 21%."""
    text, name = run.sentence.text, run.figure.indicator if run.figure else ""
    at = text.rfind(name, 0, run.start) if name and name not in text[run.start : run.stop] else -1
    start = next((clause.start for clause in clauses(text) if clause.start <= at < clause.stop), run.start)
    return replace(run, start=start) if run.stop - start <= LONGEST_RUN else run


def _continued(run: Evidence, reading: Reading) -> Evidence:
    """The run with the clauses after it that say more about the same thing: …达到3.7亿元，同比增长9%; with the rank where
    that is asked for: …居全国第3位."""
    run = _with_its_whole(run, reading)
    stop = told_until = run.stop
    ranked = _RANK_ASKED.search(reading.question.clean) is not None
    # 其中茶园1800亩、果园1500亩: the parts of an amount stand side by side
    parts = "其中" in run.sentence.text[run.start : run.stop]
    more = _GROWTH_ASKED.search(reading.question.clean) is not None
    for clause in clauses(run.sentence.text):
        if clause.start != told_until or clause.stop - run.start > LONGEST_RUN:
            continue
        text = run.sentence.text[clause.start : clause.stop]
        if _SAME_SUBJECT.match(text) or (ranked and _RANK.search(text)) or (parts and _ONE_MORE.match(text)):
            stop = told_until = clause.stop
            parts = parts or text.startswith("其中")
        elif _HOW_COUNTED.fullmatch(text) or (more and _HOW_IT_RANKS.fullmatch(text)):
            told_until = clause.stop
    told = (a.figure for a in run.others if run.stop <= a.quantity.start < stop)
    return replace(run, stop=stop, figures=(*run.figures, *(f for f in told if f is not None)))


# 粮食产量多少，比上年多了多少: what stands between may say how it ranks
_GROWTH_ASKED = re.compile(r"比(?:上一?年|去年|前一?年|往年)[^，,。；;？?！!]{0,6}(?:多|增|涨|长|少|降|减)")
_HOW_IT_RANKS = re.compile(r"(?:连续|稳居|位居|居|创|占|再创|首次)[^，,；;。]{2,16}[，,、]")


def _with_its_whole(run: Evidence, reading: Reading) -> Evidence:
    """The run from the whole on whose parts it tells, where several amounts are asked for: 共计28项指标，其中…"""
    text = run.sentence.text
    before = [c for c in clauses(text) if c.stop <= run.start]
    if reading.wanted.parts < 2 or not before or not text.startswith("其中", run.start):
        return run
    whole = text[before[-1].start : before[-1].stop]
    told = any(a.quantity.start >= before[-1].start and a.quantity.stop <= before[-1].stop for a in run.others)
    return replace(run, start=before[-1].start) if told or _ONE_MORE.match(whole) else run


_RANK_ASKED = re.compile(r"(?:超过|高于|低于)了?(?:谁|哪|什么)|第几|排名|名次|位次|位居|排[在到]?[全第]")
_RANK = re.compile(r"首次超过|超过第|第[\d一二三四五六七八九十]|首位|前列|位[次居]|排名")
_ONE_MORE = re.compile(r"[^，,；;。]{2,14}?[\d一二三四五六七八九十百][^，,；;。]{0,8}[，,；;、。]?$")
# 按可比价格计算，比上年增长6%
_HOW_COUNTED = re.compile(r"(?:按|扣除|剔除|若?不计)[^，,；;。]{2,16}[，,]")
_SAME_SUBJECT = re.compile(
    r"(?:同比|比上年|较上年|比去年|比20\d\d年|突破|超过|总量|增长|下降|增速|增幅|提高|达到?|占|年均|力争|其中|增量|增产|净增|增加|减产|减少)[^，,；;。]{0,14}?[\d一二三四五六七八九十百半]"
)
