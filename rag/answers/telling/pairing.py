"""Which result belongs to which target.

In: the targets and the results of a place for one year. Out: each target with the first result for the same indicator,
None where no report tells of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag.answers.reports.amounts_said import measured_alike
from rag.records import Figure


def paired(targets: Sequence[Figure], results: Sequence[Figure]) -> tuple[tuple[Figure, Figure | None], ...]:
    """Every target that has a number with its result, in the order of the targets."""
    return tuple((t, next((r for r in results if answers(t, r)), None)) for t in targets if not t.masked)


def answers(target: Figure, result: Figure) -> bool:
    """True where a result is of the target's indicator, measured in the same way."""
    if result.masked or target.measure is not result.measure or not measured_alike(target, result):
        return False
    if target.concept is not None or result.concept is not None:
        return target.concept == result.concept
    return target.indicator == result.indicator
