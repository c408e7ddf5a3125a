"""Several names first, their figures after: each figure gets its own."""

import pytest

from tests.figures.read_text import figures

CASES = (
    ("一、二、三产增加值分别增长3.5%以上、7%左右、5%以上。", ("一产增加值", "二产增加值", "三产增加值")),
    ("城镇和农村居民收入分别增长6%、7%。", ("城镇居民收入", "农村居民收入")),
    ("城乡居民收入分别增长6%、7%。", ("城市居民收入", "农村居民收入")),
    ("自来水、卫生厕所普及率分别达到97%和83%。", ("自来水普及率", "卫生厕所普及率")),
    ("接待游客3万人次，花费3亿元，分别增长14%和21%。", ("游客", "花费", "游客", "花费")),
    ("出口和进口均增长5%。", ("出口和进口",)),
)  # fmt: skip


@pytest.mark.parametrize(("text", "names"), CASES)
def test_names_are_given_out_in_their_order(text: str, names: tuple[str, ...]) -> None:
    assert tuple(f.indicator for f in figures(text)) == names
