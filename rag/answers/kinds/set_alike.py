"""What is set side by side, told of one thing: all goals or all results, and of a row of years one indicator.

In: what the parts of a comparison came to, and a way to look a part up again. Out: the same, or what the parts come to where they
are asked for what they all can tell.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rag.answers.asked.question import Aim
from rag.answers.asked.routes import Part
from rag.answers.evidence.decide import Decision, Outcome
from rag.answers.evidence.finding import Findings
from rag.answers.kinds.tracked import is_goal
from rag.records import FigureKind, QuestionKind

_OVER = 2


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What one part of a question came to."""

    part: Part
    findings: Findings
    decision: Decision


LookUpPart = Callable[[Part], LookedUp]


def set_alike(looked_up: list[LookedUp], look_up: LookUpPart) -> list[LookedUp]:
    """The parts of a comparison of one kind and, where they are years of a place, of one indicator."""
    if any(one.part.reading.question.kind is not QuestionKind.COMPARE for one in looked_up):
        return looked_up
    return _of_one_series(_of_one_kind(looked_up, look_up), look_up)


def _of_one_kind(looked_up: list[LookedUp], look_up: LookUpPart) -> list[LookedUp]:
    """What is set side by side with goals for all where it came to goals for some and results for others, and all have goals; of
    the years of a place several of which are over, the results stay."""
    kinds = [run.figure.kind for one in looked_up for run in one.decision.runs[:1] if run.figure is not None]
    of_one_place = len({one.part.reading.place for one in looked_up}) == 1
    over = of_one_place and kinds.count(FigureKind.RESULT) >= _OVER
    if len({*kinds}) < 2 or over or any(one.part.reading.aim is not Aim.EITHER for one in looked_up):
        return looked_up
    aimed = (_aimed(one.part) for one in looked_up)
    goals = [look_up(part) for part in aimed]
    all_goals = all(one.decision.outcome is Outcome.FOUND and is_goal(one.decision.runs[0]) for one in goals)
    return goals if all_goals else looked_up


def _of_one_series(looked_up: list[LookedUp], look_up: LookUpPart) -> list[LookedUp]:
    """The years of a place with one indicator for all, where they came to several: 财政收入 of two years is 财政总收入 of both or
    一般公共预算收入 of both, whichever the reports tell of all."""
    for name in _of_other_indicators(looked_up):
        alike = [look_up(_called(one.part, name)) for one in looked_up]
        if all(_tells_of(one.decision, name) for one in alike):
            return alike
    return looked_up


def _of_other_indicators(looked_up: Sequence[LookedUp]) -> tuple[str, ...]:
    """The indicators that the years of a place were answered with, where these are several and each has a name of its own."""
    asked = [one.part.reading for one in looked_up]
    years = len({r.years.years for r in asked}) == len(asked) > 1 == len({r.place for r in asked})
    figures = [run.figure for one in looked_up for run in one.decision.runs[:1]]
    names = {figure.concept for figure in figures if figure is not None}
    of_one_term = all(len(r.subject) == 1 for r in asked)
    differ = years and of_one_term and len(figures) == len(asked) and len(names) > 1
    return tuple(sorted(name for name in names if name is not None)) if differ and None not in names else ()


def _tells_of(decision: Decision, name: str) -> bool:
    figure = decision.runs[0].figure if decision.outcome is Outcome.FOUND else None
    return figure is not None and figure.concept == name


def _called(part: Part, name: str) -> Part:
    """The part about an indicator under another name."""
    terms = tuple(replace(t, text=name, concept=name) if t.concept is not None else t for t in part.reading.terms)
    return replace(part, reading=replace(part.reading, terms=terms, names=(name,)))


def _aimed(part: Part) -> Part:
    """A part about what is to be reached, and called so."""
    return replace(part, reading=replace(part.reading, aim=Aim.TARGET), label=f"{part.label}目标" if part.label else "")
