"""Which amounts fulfil the condition that a question sets."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rag.answers.asked.conditions import Than, condition, relative
from rag.answers.asked.table import asked_table
from rag.answers.words.load_vocabulary import load_vocabulary
from rag.records import Bound, Figure, FigureKind, Measure, Span


def figure(value: str, bound: Bound, high: str | None = None, unit: str = "%") -> Figure:
    upper = Decimal(high) if high else None
    return Figure(
        "a.txt", Span(0, 2), value, FigureKind.TARGET, "地区生产总值", Measure.INCREASE, Decimal(value), upper, unit, bound,
        2024, None, "岚原省", False, "number/named",
    )  # fmt: skip


MEETING = [
    # the condition in words, value and bound of a figure, whether it counts
    ("6%以上", "6", Bound.AT_LEAST, True),
    ("6%以上", "7", Bound.ABOUT, True),
    ("6%以上", "6", Bound.ABOUT, False),
    ("6%左右或6%以上", "6", Bound.ABOUT, True),
    ("6%左右或者更高", "6", Bound.ABOUT, True),
    ("6%左右或者更高", "7", Bound.AT_LEAST, True),
    ("6%左右或者更高", "5.5", Bound.ABOUT, False),
    ("6%左右", "6", Bound.AT_LEAST, False),
    ("6%", "6", Bound.ABOUT, True),
    ("超过6%", "6", Bound.AT_LEAST, False),
    ("超过6%", "6.5", Bound.EXACT, True),
    ("达到或超过6%", "6", Bound.AT_LEAST, True),
    ("低于5%", "4.5", Bound.ABOUT, True),
    ("低于5%", "5", Bound.EXACT, False),
    ("5%以内", "5", Bound.AT_MOST, True),
    ("5%以内", "4", Bound.ABOUT, True),
    ("写成“5%以内”", "4", Bound.AT_MOST, False),
    ("写成“5%以内”", "5", Bound.AT_MOST, True),
    ("两位数", "12", Bound.EXACT, True),
    ("没达到两位数", "12", Bound.EXACT, False),
    ("没达到两位数", "9", Bound.EXACT, True),
    ("5%（含“左右”）", "5", Bound.ABOUT, True),
    ("5%（含“左右”）", "5", Bound.EXACT, True),
    ("5%（含“左右”）", "5", Bound.AT_LEAST, False),
    ("5%（不含“左右”）", "5", Bound.ABOUT, False),
    ("5%（带“左右”的不算）", "5", Bound.ABOUT, False),
    ("5%（带“左右”的也算）", "5", Bound.ABOUT, True),
    ("5%（包括5%以上）", "6", Bound.AT_LEAST, True),
    ("5%至6%", "5.5", Bound.EXACT, True),
    ("5%至6%", "6.5", Bound.EXACT, False),
]


@pytest.mark.parametrize(("limit", "value", "bound", "met"), MEETING)
def test_a_figure_counts_by_its_value_and_its_bound(limit: str, value: str, bound: Bound, met: bool) -> None:
    ask = asked_table(
        f"有几个省把GDP目标定在{limit}？" if not limit.startswith("没") else f"有几个省的GDP目标{limit}？",
        load_vocabulary(),
    )
    assert ask is not None
    assert ask.condition is not None
    assert ask.condition.met_by(figure(value, bound)) is met


def test_amounts_in_other_units_of_the_same_dimension_count() -> None:
    ask = asked_table("有几个省城镇新增就业目标超过50万人？", load_vocabulary())
    assert ask is not None
    assert ask.condition is not None
    assert ask.condition.met_by(figure("600000", Bound.EXACT, unit="人"))
    assert not ask.condition.met_by(figure("60", Bound.EXACT, unit="%"))


WORDED = [
    # the condition in words, value and unit of a figure, whether it counts
    ("没超过6%的", "6", "%", True),
    ("没超过6%的", "6.5", "%", False),
    ("未达到6%的", "6", "%", False),
    ("还没到2万亿的", "1.9", "万亿元", True),
    ("过万亿的", "13000", "亿元", True),
    ("过万亿的", "9000", "亿元", False),
    ("超过1000亿的", "1344", "亿斤", True),
    ("超过1000亿的", "820", "亿斤", False),
    ("大于等于6%的", "6", "%", True),
    ("两位数的", "12", "%", True),
    ("两位数的", "9.5", "%", False),
    ("两位数的", "100", "%", False),
    ("个位数的", "7.5", "%", True),
    ("个位数的", "10", "%", False),
    ("5%到6%之间的", "5.5", "%", True),
    ("不是6%的", "6", "%", False),
    ("不是6%的", "5", "%", True),
    ("不在6%的", "6", "%", False),
    ("不在6%的", "5", "%", True),
    ("没有定在6%的", "6", "%", False),
    ("不定为6%的", "5", "%", True),
    ("定在6%，哪些比它高", "6", "%", False),
    ("定在6%，哪些比它高", "6.1", "%", True),
]


@pytest.mark.parametrize(("words", "value", "unit", "met"), WORDED)
def test_a_condition_is_read_as_it_is_worded(words: str, value: str, unit: str, met: bool) -> None:
    read, _ = condition(words, ())
    assert read is not None
    assert read.met_by(figure(value, Bound.EXACT, unit=unit)) is met


BESIDE = [
    (Than.ABOVE, "6", Bound.ABOUT, True),
    (Than.ABOVE, "5", Bound.AT_LEAST, False),
    (Than.BELOW, "4.5", Bound.ABOUT, True),
    (Than.SAME, "5", Bound.ABOUT, True),
    (Than.SAME, "5", Bound.AT_LEAST, False),
    (Than.NOT_BELOW, "5", Bound.ABOUT, True),
    (Than.NOT_ABOVE, "5.5", Bound.ABOUT, False),
]


@pytest.mark.parametrize(("than", "value", "bound", "met"), BESIDE)
def test_an_amount_is_held_against_that_of_another_place(than: Than, value: str, bound: Bound, met: bool) -> None:
    country = figure("5", Bound.ABOUT)
    assert relative(country, than).met_by(figure(value, bound)) is met


def test_a_limit_says_what_the_table_is_to_be_of() -> None:
    told = [condition(words, ())[0] for words in ("超过5万亿元", "超过5%", "两位数", "没到2万亿")]
    assert [read.dimension for read in told if read] == ["money", "ratio", "ratio", None]


def test_a_range_lies_below_a_limit_by_its_upper_end() -> None:
    limit, _ = condition("有几个省把目标定在5%以下", ())
    assert limit is not None
    within, beyond = (figure("4.5", Bound.RANGE, high) for high in ("5", "5.5"))
    assert [limit.met_by(f) for f in (within, beyond)] == [True, False]
