"""A plan and what became of it: which statements can be the one or the other.

In: the reading of one side of a tracked target, evidence, and the plan that was found for it. Out: whether the evidence can be that
side, and the reading of a result with the year of its plan.
"""

from __future__ import annotations

from rag.answers.asked.periods import periods
from rag.answers.asked.question import Aim, Reading
from rag.answers.evidence.decide import Decision
from rag.answers.evidence.weighing import Evidence
from rag.answers.reports.amounts_said import dimension, measured_alike
from rag.records import Figure, FigureKind, QuestionKind

_RATIO = "ratio"


def is_result_of_a_plan(reading: Reading) -> bool:
    """True for the part of a tracked target that asks what became of it."""
    return reading.question.kind is QuestionKind.TRACK and reading.aim is Aim.RESULT


def of_its_year(reading: Reading, plan: Evidence) -> Reading:
    """A result that is asked for without a year is of the year of its plan."""
    if not is_result_of_a_plan(reading) or reading.years.years or reading.years.reports:
        return reading
    years = {plan.figure.year} if plan.figure is not None else plan.years
    return reading.about(None, next(iter(years)) if len(years) == 1 else None)


def is_of_the_side(decision: Decision, reading: Reading) -> bool:
    """Where a target is tracked, a goal is no result and a result no goal."""
    if reading.question.kind is not QuestionKind.TRACK or not decision.runs:
        return True
    return (reading.aim is Aim.TARGET) is is_goal(decision.runs[0])


def is_goal(run: Evidence) -> bool:
    """True for what is to be reached, not for what has been."""
    return (run.figure.kind if run.figure is not None else run.kind) is FigureKind.TARGET


def is_told_too_early(result: Evidence, plan: Evidence, reading: Reading) -> bool:
    """True for what stands in the report that sets out the plan for its own year or a later one; how far it has come within the year
    is told there too, where a part of it is asked about (一季度实际多少)."""
    if periods(reading.question.clean) or max(result.years, default=0) < min(plan.years, default=0):
        return False
    report = plan.source.summary.metadata.year
    own = result.source.passage.doc == plan.source.passage.doc and result.sentence.span != plan.sentence.span
    return own and report is not None and plan.kind is FigureKind.TARGET and min(plan.years, default=0) >= report


def moves_alike(evidence: Evidence, target: Figure) -> bool:
    """True for a result that is an amount, a rise or a fall in the dimension of the target."""
    return any(
        f.kind is FigureKind.RESULT and f.measure is target.measure and measured_alike(f, target)
        for f in evidence.figures
    )


def is_measured_in_another_way(evidence: Evidence, target: Figure) -> bool:
    """True for the money that was laid out where tonnes were aimed at; a rate may stand for any amount."""
    told = [f for f in evidence.figures if dimension(f) is not None]
    rates = _RATIO in (dimension(target), *(dimension(f) for f in told))
    return bool(told) and not rates and not any(measured_alike(f, target) for f in told)
