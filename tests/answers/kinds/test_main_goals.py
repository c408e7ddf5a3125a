"""The words for a figure in a list of goals."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rag.answers.kinds.main_goals import main_goals, named
from rag.answers.reports.holdings import Holdings
from rag.answers.words.load_vocabulary import load_vocabulary
from rag.records import Bound, Figure, FigureKind, Measure, Span
from tests.answers.small import REPORTS, MemoryIndex


def figure(indicator: str, measure: Measure) -> Figure:
    return Figure(
        "a.txt", Span(0, 2), "5%", FigureKind.TARGET, indicator, measure, Decimal(5), None, "%", Bound.EXACT,
        2024, None, "岚原省", False, "number/named",
    )  # fmt: skip


NAMED = [
    ("地区生产总值", Measure.INCREASE, "地区生产总值增长"),
    ("居民消费价格", Measure.INCREASE, "居民消费价格上涨"),
    ("单位能耗", Measure.DECREASE, "单位能耗下降"),
    ("调查失业率", Measure.LEVEL, "调查失业率"),
    ("居民消费价格涨幅", Measure.INCREASE, "居民消费价格涨幅"),
]


@pytest.mark.parametrize(("indicator", "measure", "words"), NAMED)
def test_a_figure_is_named_with_the_way_it_moves(indicator: str, measure: Measure, words: str) -> None:
    assert named(figure(indicator, measure)) == words


def test_the_main_goals_are_those_of_the_passage_that_lists_them() -> None:
    holdings = Holdings(MemoryIndex(REPORTS))
    passages = holdings.passages("云渚县/2024.txt")
    found = main_goals(passages, FigureKind.TARGET, holdings, load_vocabulary())
    assert [f.indicator for f in found][:3] == ["地区生产总值", "粮食产量", "城镇新增就业"]
