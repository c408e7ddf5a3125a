"""Questions over many places or years: what the rows are, what is asked of them, which of them count."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rag.answers.asked_table import Asks, Over, asked_table
from rag.answers.load_vocabulary import load_vocabulary
from rag.records import Bound, Figure, FigureKind, Measure, Span

ASKED = [
    # question, rows, what is asked of them, how many
    ("2024年各省的外贸增速目标里谁定得最低", Over.PROVINCES, Asks.LOWEST, 1),
    ("哪个省粮食产量最高？", Over.PROVINCES, Asks.HIGHEST, 1),
    ("粮食产量目标最高的三个省是哪几个", Over.PROVINCES, Asks.HIGHEST, 3),
    ("有几个市提出了粮食目标", Over.CITIES, Asks.COUNT, 1),
    ("目标超过6%的省有几个？", Over.PROVINCES, Asks.COUNT, 1),
    ("哪个乡镇种得最多？", Over.TOWNSHIPS, Asks.HIGHEST, 1),
    ("各县的投资目标分别是多少", Over.COUNTIES, Asks.ROWS, 1),
    ("云渚县历年粮食产量最高的是哪一年？", Over.YEARS, Asks.HIGHEST, 1),
    ("全国各省新增就业目标加起来是多少", Over.PROVINCES, Asks.SUM, 1),
    ("各省的粮食目标", Over.PROVINCES, Asks.ROWS, 1),
]


@pytest.mark.parametrize(("text", "over", "asks", "first"), ASKED)
def test_the_table_of_a_question_is_read(text: str, over: Over, asks: Asks, first: int) -> None:
    ask = asked_table(text, load_vocabulary())
    assert ask is not None
    assert (ask.over, ask.asks, ask.first) == (over, asks, first)


NOT_ASKED = [
    "云渚县2024年各乡镇一共要到位多少资金",
    "早籼稻最低收购价是多少",
    "支持哪个市建设试验区",
    "哪年的高铁通车了",
    "云渚县2024年粮食产量目标是多少",
    "一、二、三产分别增长多少",
]


@pytest.mark.parametrize("text", NOT_ASKED)
def test_a_question_about_one_thing_asks_for_no_table(text: str) -> None:
    ask = asked_table(text, load_vocabulary())
    assert ask is None or not ask.explicit


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
    ("6%左右", "6", Bound.AT_LEAST, False),
    ("6%", "6", Bound.ABOUT, True),
    ("超过6%", "6", Bound.AT_LEAST, False),
    ("超过6%", "6.5", Bound.EXACT, True),
    ("低于5%", "4.5", Bound.ABOUT, True),
    ("低于5%", "5", Bound.EXACT, False),
    ("5%以内", "5", Bound.AT_MOST, True),
    ("5%以内", "4", Bound.ABOUT, True),
    ("写成“5%以内”", "4", Bound.AT_MOST, False),
    ("写成“5%以内”", "5", Bound.AT_MOST, True),
    ("5%至6%", "5.5", Bound.EXACT, True),
    ("5%至6%", "6.5", Bound.EXACT, False),
]


@pytest.mark.parametrize(("limit", "value", "bound", "met"), MEETING)
def test_a_figure_counts_by_its_value_and_its_bound(limit: str, value: str, bound: Bound, met: bool) -> None:
    ask = asked_table(f"有几个省把GDP目标定在{limit}？", load_vocabulary())
    assert ask is not None
    assert ask.condition is not None
    assert ask.condition.met_by(figure(value, bound)) is met


def test_amounts_in_other_units_of_the_same_dimension_count() -> None:
    ask = asked_table("有几个省城镇新增就业目标超过50万人？", load_vocabulary())
    assert ask is not None
    assert ask.condition is not None
    assert ask.condition.met_by(figure("600000", Bound.EXACT, unit="人"))
    assert not ask.condition.met_by(figure("60", Bound.EXACT, unit="%"))
