"""Several names first, their figures after: each figure gets its own."""

import pytest

from rag.records import Measure
from tests.figures.read_text import figures

CASES = (
    ("一、二、三产增加值分别增长3.5%以上、7%左右、5%以上。", ("一产增加值", "二产增加值", "三产增加值")),
    ("城镇和农村居民收入分别增长6%、7%。", ("城镇居民收入", "农村居民收入")),
    ("城乡居民收入分别增长6%、7%。", ("城市居民收入", "农村居民收入")),
    ("自来水、卫生厕所普及率分别达到97%和83%。", ("自来水普及率", "卫生厕所普及率")),
    ("接待游客3万人次，花费3亿元，分别增长14%和21%。", ("游客", "花费", "游客", "花费")),
    ("出口和进口均增长5%。", ("出口和进口",)),
    ("生活补贴、护理补贴标准分别从202元、270元提高到209元、280元。", ("生活补贴标准", "护理补贴标准")),
    ("商品房销售面积环比、同比分别增长51.3%、15.3%。", ("商品房销售面积", "商品房销售面积")),
    ("在XX（900亩）、XX（700亩）两个村修建石坎梯田。", ("石坎梯田", "石坎梯田")),
    ("在柏坞镇（3000亩）、青筏镇（2000亩）建设高标准农田。", ("高标准农田", "高标准农田")),
)  # fmt: skip


@pytest.mark.parametrize(("text", "names"), CASES)
def test_names_are_given_out_in_their_order(text: str, names: tuple[str, ...]) -> None:
    assert tuple(f.indicator for f in figures(text)) == names


def test_the_share_of_each_place_in_a_row_is_of_that_place() -> None:
    text = "在柏坞镇（3000亩）、青筏镇（2000亩）等地建设高标准农田。"
    assert [(f.text, f.place, f.indicator) for f in figures(text)] == [
        ("3000亩", "柏坞镇", "高标准农田"),
        ("2000亩", "青筏镇", "高标准农田"),
    ]


def test_a_rise_that_is_named_holds_for_its_own_name_alone() -> None:
    text = "城镇调查失业率、居民消费价格涨幅分别控制在6%和2%以内。"
    assert [(f.indicator, f.measure) for f in figures(text)] == [
        ("城镇调查失业率", Measure.LEVEL),
        ("居民消费价格涨幅", Measure.INCREASE),
    ]
