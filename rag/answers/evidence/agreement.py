"""Where else the reports say what the best evidence says, and where they say otherwise.

In: the chosen evidence and all that is good enough to be an answer. Out: evidence that states the same amount, or the
same words' worth of the subject, at another place; and evidence of another report of the same year that states another
amount for the same indicator; and the same goal in another unit.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag.answers.evidence.weighing import Evidence
from rag.answers.reports.amounts_said import amount, dimension
from rag.records import Bound, Figure, FigureKind

MOST_AGREEING, MOST_CONTRARY = 2, 1
AS_GOOD, AS_MUCH, ALSO = 0.97, 0.95, 0.7


def agreeing(best: Evidence, good: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The next best evidence that says the same elsewhere, at most MOST_AGREEING."""
    same = _same_amount if best.quantities else _same_subject
    others = [e for e in good if not _is_one(best, e) and not e.masked and same(best, e)]
    return tuple(others[:MOST_AGREEING])


def contrary(best: Evidence, good: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Evidence of another document of the same year that gives another amount for the same thing; at most MOST_CONTRARY."""
    others = [
        e
        for e in good
        if e.source.passage.doc != best.source.passage.doc
        and e.support >= AS_GOOD * best.support
        and e.source.summary.metadata.year == best.source.summary.metadata.year
        and _contradicts(best, e)
    ]
    return tuple(others[:MOST_CONTRARY])


def in_another_unit(best: Evidence, good: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The goal of `best` as its report states it elsewhere in another unit: 进出口总额增长6%, further on 进出口总额3000亿元以上."""
    goal = best.figure
    if goal is None or goal.concept is None or goal.kind is not FigureKind.TARGET:
        return ()
    others = [e for e in good if not _is_one(best, e) and not e.masked and e.support >= AS_GOOD * best.support]
    return tuple(e for e in others if e.source.passage.doc == best.source.passage.doc and _is_in_another_unit(goal, e))[
        :1
    ]


def _is_in_another_unit(goal: Figure, other: Evidence) -> bool:
    also = other.figure
    return (
        also is not None
        and dimension(goal) != dimension(also)
        and (goal.concept, goal.kind, goal.year, goal.place) == (also.concept, also.kind, also.year, also.place)
    )


def _same_amount(best: Evidence, other: Evidence) -> bool:
    if best.figure is None or other.figure is None or other.support < ALSO:
        return False
    # two statements of one amount may differ in tense: what is reached is told of as a goal met
    return _is_for_the_same(best.figure, other.figure) and amount(best.figure) == amount(other.figure)


def _same_subject(best: Evidence, other: Evidence) -> bool:
    return other.support >= AS_MUCH * best.support and other.held >= best.held


def _contradicts(best: Evidence, other: Evidence) -> bool:
    figure, also = best.figure, other.figure
    if figure is None or also is None or not _is_for_the_same(figure, also):
        return False
    if figure.kind is not also.kind:
        return False
    exact = {figure.bound, also.bound} <= {Bound.EXACT}
    named = figure.indicator == also.indicator or (figure.concept is not None and figure.concept == also.concept)
    return exact and named and amount(figure) != amount(also)


def _is_for_the_same(left: Figure, right: Figure) -> bool:
    if left.masked or right.masked:
        return False
    return (left.year, left.measure, left.place, dimension(left)) == (
        right.year,
        right.measure,
        right.place,
        dimension(right),
    )


def _is_one(left: Evidence, right: Evidence) -> bool:
    return left.source.passage.doc == right.source.passage.doc and left.sentence.span == right.sentence.span
