"""What can be drawn together, and in which unit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rag.comparing.scales import Scale, scale_of, scales, shown_unit
from rag.records import FigureCount, Measure
from tests.made_figures import figure

AMOUNTS = [
    ([("240", "亿元"), ("9600", "万元")], "亿元"),
    ([("1.2", "万亿元"), ("800", "亿元"), ("700", "亿元")], "亿元"),
    ([("134.9", "万亿元"), ("126", "万亿元"), ("3500", "亿元")], "万亿元"),
    ([("5527", "人"), ("6128", "人")], "人"),
    ([("0.5", "万亩")], "万亩"),
    ([("12", "吨粮")], "吨粮"),
]


@pytest.mark.parametrize(("amounts", "unit"), AMOUNTS)
def test_the_unit_shown_is_the_largest_in_which_the_middle_amount_is_at_least_one(
    amounts: list[tuple[str, str]], unit: str
) -> None:
    found = shown_unit([figure(value=Decimal(value), unit=name) for value, name in amounts])
    assert found is not None
    assert found.name == unit


def test_without_figures_there_is_no_unit() -> None:
    assert shown_unit([]) is None


def test_money_and_rates_lie_on_scales_of_their_own_and_rises_with_falls() -> None:
    level = scale_of(figure(unit="亿元"))
    assert scale_of(figure(unit="万元")) == level != scale_of(figure(unit="%"))
    rise, fall = (scale_of(figure(unit="%", measure=measure)) for measure in (Measure.INCREASE, Measure.DECREASE))
    assert rise == fall == Scale(True, "ratio")
    assert scale_of(figure(value=None, unit="万元", masked=True)) == level


def test_counts_of_rises_and_falls_are_added_and_the_fullest_scale_comes_first() -> None:
    counts = [
        FigureCount("level/money", 5),
        FigureCount("increase/ratio", 4),
        FigureCount("decrease/ratio", 3),
        FigureCount("level/money/月", 1),
    ]
    assert scales(counts) == (
        (Scale(True, "ratio"), 7),
        (Scale(False, "money"), 5),
        (Scale(False, "money/月"), 1),
    )
