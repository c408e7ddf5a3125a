"""Quantities are found in every form, with their bounds, and with spans that hold them exactly."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.figures.quantities import quantities
from rag.records import Bound

# text, as written, value, high, unit, bound
FORMS = (
    ("新修水渠32公里", "32公里", "32", None, "公里", Bound.EXACT),
    ("增长5%左右", "5%左右", "5", None, "%", Bound.ABOUT),
    ("不低于5600吨", "不低于5600吨", "5600", None, "吨", Bound.AT_LEAST),
    ("栽种1.2万余亩", "1.2万余亩", "1.2", None, "万亩", Bound.OVER),
    ("栽种14500余亩", "14500余亩", "14500", None, "亩", Bound.OVER),
    ("超过百分之七点九", "超过百分之七点九", "7.9", None, "%", Bound.AT_LEAST),
    ("占三分之一", "三分之一", "33.33", None, "%", Bound.EXACT),
    ("占比近1/3", "近1/3", "33.33", None, "%", Bound.ABOUT),
    ("一半以上农户", "一半以上", "50", None, "%", Bound.AT_LEAST),
    ("收入翻一番", "翻一番", "2", None, "倍", Bound.EXACT),
    ("收入翻两番", "翻两番", "4", None, "倍", Bound.EXACT),
    ("七成以上", "七成以上", "70", None, "%", Bound.AT_LEAST),
    ("两成左右", "两成左右", "20", None, "%", Bound.ABOUT),
    ("增长一成二，", "一成二", "12", None, "%", Bound.EXACT),
    ("做到零事故", "零", "0", None, None, Bound.EXACT),
    ("引进3至5家", "3至5家", "3", "5", "家", Bound.RANGE),
    ("栽种3000亩到5000亩", "3000亩到5000亩", "3000", "5000", "亩", Bound.RANGE),
    ("百分之五至百分之八", "百分之五至百分之八", "5", "8", "%", Bound.RANGE),
    ("产值超千亿元", "超千亿元", "1000", None, "亿元", Bound.AT_LEAST),
    ("产值突破万亿元", "突破万亿元", "1", None, "万亿元", Bound.AT_LEAST),
    ("帮扶XX户", "XX户", None, None, "户", Bound.EXACT),
    ("栽种XX余亩", "XX余亩", None, None, "亩", Bound.OVER),
    ("增长X.X%", "X.X%", None, None, "%", Bound.EXACT),
    ("增长X%以上", "X%以上", None, None, "%", Bound.AT_LEAST),
    ("引进项目X个", "X个", None, None, "个", Bound.EXACT),
    ("增长5·2%", "5·2%", "5.2", None, "%", Bound.EXACT),
    ("新增3万多亿元", "3万多亿元", "3", None, "万亿元", Bound.OVER),
    ("更新设备3.6万台（套）", "3.6万台（套）", "3.6", None, "万台（套）", Bound.EXACT),
    ("为企业减负1800万元", "1800万元", "1800", None, "万元", Bound.EXACT),
    ("总收入迈上万亿台阶", "万亿", "1", None, "万亿", Bound.EXACT),
    ("投入**万元", "**万元", None, None, "万元", Bound.EXACT),
    ("总产值万元，", "万元", None, None, "万元", Bound.EXACT),
    ("同比增长%，", "%", None, None, "%", Bound.EXACT),
    ("人均收入元，", "元", None, None, "元", Bound.EXACT),
    ("增长-3.5%", "-3.5%", "-3.5", None, "%", Bound.EXACT),
    ("壹佰贰拾户", "壹佰贰拾户", "120", None, "户", Bound.EXACT),
    ("粮食2，737万吨", "2，737万吨", "2737", None, "万吨", Bound.EXACT),
    ("十七八个村", "十七八个", "17", "18", "个", Bound.RANGE),
    ("产值超过了5亿元", "超过了5亿元", "5", None, "亿元", Bound.AT_LEAST),
    ("吸纳30人或以上", "30人或以上", "30", None, "人", Bound.AT_LEAST),
    ("培育3 - 5家", "3 - 5家", "3", "5", "家", Bound.RANGE),
    ("保持在5%和6%之间", "5%和6%", "5", "6", "%", Bound.RANGE),
    ("迈上12亿台阶", "12亿", "12", None, "亿", Bound.EXACT),
    ("车流量突破8万辆次", "突破8万辆次", "8", None, "万辆次", Bound.AT_LEAST),
    ("月薪8000元/月", "8000元/月", "8000", None, "元/月", Bound.EXACT),
)  # fmt: skip


@pytest.mark.parametrize("case", FORMS, ids=lambda case: case[0])
def test_a_quantity_is_read(case: tuple[str, str, str | None, str | None, str | None, Bound]) -> None:
    text, written, value, high, unit, bound = case
    (found,) = quantities(text)
    assert text[found.start : found.stop] == written
    assert (found.value, found.high) == (value and Decimal(value), high and Decimal(high))
    assert (found.unit, found.bound) == (unit, bound)
    assert found.masked is (value is None)


LISTS = (
    ("分别增长6%、7%左右", (("6", "%", Bound.ABOUT), ("7", "%", Bound.ABOUT))),
    ("达到90%和98%以上", (("90", "%", Bound.AT_LEAST), ("98", "%", Bound.AT_LEAST))),
    ("分别提高11.1、11.2个百分点", (("11.1", "个百分点", Bound.EXACT), ("11.2", "个百分点", Bound.EXACT))),
    ("对21户60人帮扶", (("21", "户", Bound.EXACT), ("60", "人", Bound.EXACT))),
)


@pytest.mark.parametrize(("text", "wanted"), LISTS)
def test_what_closes_a_list_holds_for_its_members(text: str, wanted: tuple[tuple[str, str, Bound], ...]) -> None:
    assert [(q.value, q.unit, q.bound) for q in quantities(text)] == [(Decimal(v), u, b) for v, u, b in wanted]


WORDS_BESIDE = (
    ("签约12个项目", "12个"), ("节约30万元", "30万元"), ("侦破15起案件", "15起"), ("队伍30人", "30人"), ("大陆10家企业", "10家"), ("附近3公里", "3公里"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "written"), WORDS_BESIDE)
def test_half_of_a_word_is_no_qualifier_and_no_digit(text: str, written: str) -> None:
    (found,) = quantities(text)
    assert text[found.start : found.stop] == written
    assert found.bound is Bound.EXACT


@pytest.mark.parametrize(
    "text", ["", "没有数字的一句话。".replace("一", ""), "百分点", "上万元的投入", "队伍建设", "数万元，"]
)
def test_where_no_quantity_stands_none_is_found(text: str) -> None:
    assert quantities(text) == ()


SCRAPS = st.lists(
    st.sampled_from(
        [*"一二两十百千万亿零点至到约近超不余多以上左右、，和%个亩户元XX12.3—/-负翻番成分之伍拾", "百分之", "个百分点"]
    ),
    max_size=40,
)


@given(st.one_of(st.text(max_size=60), SCRAPS.map("".join)))
def test_on_any_text_quantities_are_apart_and_ranges_rise(text: str) -> None:
    found = quantities(text)
    assert all(0 <= q.start <= q.number_start < q.stop <= len(text) for q in found)
    assert all(a.stop <= b.start for a, b in pairwise(found))
    assert all(q.value is not None and q.value < q.high for q in found if q.high is not None)
