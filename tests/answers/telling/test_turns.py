"""How the amount of one year lies to that of another."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rag.answers.asked.turned import Turned
from rag.answers.telling.turns import turn_said, way
from rag.records import Bound, Figure, FigureKind, Measure, Span


def goal(text: str, value: str, unit: str = "%", bound: Bound = Bound.ABOUT, high: str | None = None) -> Figure:
    return Figure(
        "a.txt", Span(0, len(text)), text, FigureKind.TARGET, "粮食产量", Measure.INCREASE, Decimal(value),
        Decimal(high) if high else None, unit, bound, 2024, None, "云渚县", False, "number/named",
    )  # fmt: skip


FIVE = goal("5%左右", "5")
RANGE = goal("4.5%—5%", "4.5", bound=Bound.RANGE, high="5")
TURNS = [
    (goal("6%左右", "6"), FIVE, Turned.LOWERED, "由6%左右到5%左右，降低1个百分点", ("1",)),
    (
        FIVE,
        goal("5.5%以上", "5.5", bound=Bound.AT_LEAST),
        Turned.RAISED,
        "由5%左右到5.5%以上，提高0.5个百分点",
        ("0.5",),
    ),
    (FIVE, FIVE, Turned.KEPT, "没有变，都是5%左右", ()),
    (goal("5%以上", "5", bound=Bound.AT_LEAST), FIVE, Turned.KEPT, "数值没有变，写法由5%以上到5%左右", ()),
    (FIVE, RANGE, Turned.LOWERED, "由5%左右到4.5%—5%，有所降低", ()),
    (RANGE, goal("4%—6%", "4", bound=Bound.RANGE, high="6"), None, "", ()),
    (FIVE, goal("20万吨", "20", "万吨"), None, "", ()),
]


@pytest.mark.parametrize(("before", "after", "turned", "words", "numbers"), TURNS)
def test_a_later_amount_is_held_against_the_earlier_one(
    before: Figure, after: Figure, turned: Turned | None, words: str, numbers: tuple[str, ...]
) -> None:
    assert way(before, after) is turned
    assert turn_said(before, after) == (words, numbers)
