"""The result of a target that a report tells by a wider or a narrower name: 再就业 for 下岗失业人员再就业.

In: the target that was found, and every amount of the passages found that can be its result by its form. Out: the statement
of the one result whose name ends as that of the target does; None where there is none, or more than one amount. No figure is
handed on with it, so that nobody holds two things of different width against each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rag.answers.evidence.weighing import Evidence
from rag.answers.reports.amounts_said import measured_alike
from rag.records import Figure, FigureKind

# two characters (收入, 投资) name nothing yet
SHORTEST = 3


def told_by_head(target: Figure, statements: Iterable[Evidence]) -> Evidence | None:
    """The only result of the target's year, measured as it is, that one of the two names by the end of the other's name."""
    found = [e for e in statements if e.figure is not None and _is_result(e.figure, target)]
    amounts = {(e.figure.value, e.figure.unit) for e in found if e.figure is not None}
    return replace(found[0], figures=()) if len(amounts) == 1 else None


def _is_result(figure: Figure, target: Figure) -> bool:
    shorter, longer = sorted((figure.indicator, target.indicator), key=len)
    named = len(shorter) >= SHORTEST and longer.endswith(shorter)
    alike = (figure.measure, figure.year) == (target.measure, target.year) and measured_alike(figure, target)
    return named and alike and figure.kind is FigureKind.RESULT and not figure.masked
