"""What is told of the figures of a document that was read again."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rag.records import Figure, FigureKind, Span
from rag.store.figure_changes import FigureChange, changed_figures, counted
from rag.store.figure_rows import figure_values
from tests.made_figures import figure

GRAIN = figure()
CATTLE = figure(indicator="肉牛", text="9头", value=Decimal(9), unit="头", concept=None)

CHANGES = [
    ("nothing", (GRAIN, CATTLE), (GRAIN, CATTLE), (0, 0, 0)),
    ("another order", (GRAIN, CATTLE), (CATTLE, GRAIN), (0, 0, 0)),
    ("moved in the text", (GRAIN,), (figure(span=Span(90, 95)),), (0, 0, 0)),
    ("one more", (GRAIN,), (GRAIN, CATTLE), (1, 0, 0)),
    ("the same once more", (GRAIN,), (GRAIN, GRAIN), (1, 0, 0)),
    ("one less", (GRAIN, CATTLE), (CATTLE,), (0, 0, 1)),
    ("read as a result", (GRAIN,), (figure(kind=FigureKind.RESULT),), (0, 1, 0)),
    ("another amount", (GRAIN,), (figure(text="6000亩", value=Decimal(6000)),), (0, 1, 0)),
    ("another thing", (GRAIN,), (CATTLE,), (1, 0, 1)),
    ("changed and added", (GRAIN,), (figure(year=2025), CATTLE), (1, 1, 0)),
]


@pytest.mark.parametrize(("before", "after", "told"), [case[1:] for case in CHANGES], ids=[case[0] for case in CHANGES])
def test_figures_are_added_changed_or_removed(
    before: tuple[Figure, ...], after: tuple[Figure, ...], told: tuple[int, int, int]
) -> None:
    change = counted("报告.txt", changed_figures(*(tuple(map(figure_values, figures)) for figures in (before, after))))
    assert change == FigureChange("报告.txt", *told)
    assert bool(change) == any(told)
