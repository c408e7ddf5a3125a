"""Questions over many places or years: what the rows are, what is asked of them, which of them count."""

from __future__ import annotations

import pytest

from rag.answers.asked.conditions import Than
from rag.answers.asked.table import Asks, Over, asked_table
from rag.answers.words.load_vocabulary import load_vocabulary

ASKED = [
    # question, rows, what is asked of them, the ranks
    ("2024年各省的外贸增速目标里谁定得最低", Over.PROVINCES, Asks.LOWEST, range(1, 2)),
    ("哪个省粮食产量最高？", Over.PROVINCES, Asks.HIGHEST, range(1, 2)),
    ("粮食产量目标最高的三个省是哪几个", Over.PROVINCES, Asks.HIGHEST, range(1, 4)),
    ("有几个市提出了粮食目标", Over.CITIES, Asks.COUNT, range(1, 2)),
    ("目标超过6%的省有几个？", Over.PROVINCES, Asks.COUNT, range(1, 2)),
    ("哪个乡镇种得最多？", Over.TOWNSHIPS, Asks.HIGHEST, range(1, 2)),
    ("各县的投资目标分别是多少", Over.COUNTIES, Asks.ROWS, range(1, 2)),
    ("云渚县历年粮食产量最高的是哪一年？", Over.YEARS, Asks.HIGHEST, range(1, 2)),
    ("全国各省新增就业目标加起来是多少", Over.PROVINCES, Asks.SUM, range(1, 2)),
    ("粮食产量排前五的省是哪几个", Over.PROVINCES, Asks.HIGHEST, range(1, 6)),
    ("哪个省的粮食目标倒数第二", Over.PROVINCES, Asks.LOWEST, range(2, 3)),
    ("粮食目标第三高的是哪个省", Over.PROVINCES, Asks.HIGHEST, range(3, 4)),
    ("粮食目标最低的前两名是哪两个县", Over.COUNTIES, Asks.LOWEST, range(1, 3)),
    ("各省粮食目标后三名是谁", Over.PROVINCES, Asks.LOWEST, range(1, 4)),
    ("哪个县的增速垫底", Over.COUNTIES, Asks.LOWEST, range(1, 2)),
    ("各省粮食目标最多与最少相差多少", Over.PROVINCES, Asks.SPREAD, range(1, 2)),
    ("有几个省没提粮食目标", Over.PROVINCES, Asks.SILENT, range(1, 2)),
    ("云渚县从哪年起粮食产量超过20万吨", Over.YEARS, Asks.FIRST, range(1, 2)),
    ("云渚县有几年粮食产量没到20万吨", Over.YEARS, Asks.COUNT, range(1, 2)),
    ("云渚县历年的粮食产量各是多少", Over.YEARS, Asks.ROWS, range(1, 2)),
    ("云渚县这五年平均每年新增就业多少人", Over.YEARS, Asks.MEAN, range(1, 2)),
    ("全国粮食目标最高的三年是哪三年", Over.YEARS, Asks.HIGHEST, range(1, 4)),
    ("云渚县哪一年第一次把粮食目标定到20万吨以上", Over.YEARS, Asks.FIRST, range(1, 2)),
    ("云渚县粮食产量哪年突破20万吨", Over.YEARS, Asks.FIRST, range(1, 2)),
    ("哪三个省的粮食目标最高", Over.PROVINCES, Asks.HIGHEST, range(1, 4)),
    ("各省粮食目标的最小值是多少", Over.PROVINCES, Asks.LOWEST, range(1, 2)),
    ("各省的粮食目标", Over.PROVINCES, Asks.ROWS, range(1, 2)),
    ("把粮食目标定成“5%左右”的省区，一共多少个？都列出来", Over.PROVINCES, Asks.COUNT, range(1, 2)),
    ("粮食增长目标写成“5%左右”的县数一数，几个？是谁？", Over.COUNTIES, Asks.COUNT, range(1, 2)),
    ("粮食增长目标5%的省市区总共几个", Over.PROVINCES, Asks.COUNT, range(1, 2)),
    ("数一数粮食增长目标定在5%左右的市", Over.CITIES, Asks.COUNT, range(1, 2)),
    ("把粮食目标定在5%左右的省份，数量是多少？", Over.PROVINCES, Asks.COUNT, range(1, 2)),
    ("粮食增长目标在5%左右的省，有哪几个", Over.PROVINCES, Asks.COUNT, range(1, 2)),
    ("粮食增长目标定在5%以内的省份一共几个，列名单", Over.PROVINCES, Asks.COUNT, range(1, 2)),
    ("云渚县2012年到2016年粮食增长目标是5%左右的年份？", Over.YEARS, Asks.COUNT, range(1, 2)),
    ("粮食增长目标定在5%左右的有几个", Over.PLACES, Asks.COUNT, range(1, 2)),
    ("云渚县粮食增长目标定在5%左右的年份有几个", Over.YEARS, Asks.COUNT, range(1, 2)),
]


@pytest.mark.parametrize(("text", "over", "asks", "ranks"), ASKED)
def test_the_table_of_a_question_is_read(text: str, over: Over, asks: Asks, ranks: range) -> None:
    ask = asked_table(text, load_vocabulary())
    assert ask is not None
    assert (ask.over, ask.asks, ask.ranks) == (over, asks, ranks)


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("云渚县2023、2024、2025年粮食产量各是多少，哪年最高", True),
        ("云渚县2023、2024、2025年粮食产量是多少？最低是哪一年", True),
        ("云渚县2023、2024、2025年哪年粮食产量最高，是多少", False),
    ],
)
def test_the_rows_beside_the_one_sought_are_told_where_they_are_asked_for(text: str, each: bool) -> None:
    ask = asked_table(text, load_vocabulary())
    assert ask is not None
    assert ask.each is each


NOT_ASKED = [
    "云渚县2024年各乡镇一共要到位多少资金",
    "早籼稻最低收购价是多少",
    "支持哪个市建设试验区",
    "哪年的高铁通车了",
    "云渚县2024年粮食产量目标是多少",
    "一、二、三产分别增长多少",
    "云渚县前三季度工业增长多少",
    "云渚县前两年种了多少玉米",
    "石桥河堤加固写进了哪几年的报告",
    "云渚县从哪年起推行河长制",
]


@pytest.mark.parametrize("text", NOT_ASKED)
def test_a_question_about_one_thing_asks_for_no_table(text: str) -> None:
    ask = asked_table(text, load_vocabulary())
    assert ask is None or not ask.explicit


AGAINST = [
    ("2024年GDP目标高于全国的省有哪些", Than.ABOVE),
    ("2024年GDP目标不低于全国水平的省有几个", Than.NOT_BELOW),
    ("有几个省的GDP目标低于全国平均水平", Than.BELOW),
    ("2024年哪些省的GDP增速没达到全国平均水平", Than.BELOW),
    ("2024年哪些省的GDP增速达到了全国水平", Than.NOT_BELOW),
    ("2024年有几个省的GDP增速没有超过全国", Than.NOT_ABOVE),
    ("2024年哪些省的GDP增速跑赢全国", Than.ABOVE),
    ("有几个省的GDP目标比全国定得高", Than.ABOVE),
    ("哪些省的GDP目标和全国一样", Than.SAME),
    ("哪些省的GDP目标超过6%", None),
]


@pytest.mark.parametrize(("text", "than"), AGAINST)
def test_rows_may_be_held_against_the_figure_of_a_place(text: str, than: Than | None) -> None:
    ask = asked_table(text, load_vocabulary())
    assert ask is not None
    assert ask.than is than
