"""Whether an amount is of one year or of several together."""

from __future__ import annotations

import pytest

from rag.answers.evidence.stretches import AT_ITS_END, DOUBTFUL, OTHER, Stretch, fit, stretch_told
from rag.answers.words.load_vocabulary import load_vocabulary
from rag.records import Status
from tests.answers.small import answerer, report

TOLD = [
    ("城镇新增就业【2.6万人】", True, Stretch.SEVERAL),
    ("城镇新增就业【2.6万人】", False, Stretch.YEAR),
    ("公路里程达到【400公里】", True, Stretch.END),
    ("生产总值【86亿元】", True, Stretch.END),
    ("2025年城镇新增就业【5100人】", True, Stretch.YEAR),
    ("五年来城镇新增就业【2.6万人】", False, Stretch.SEVERAL),
    ("“十四五”期间，城镇新增就业【2.6万人】", False, Stretch.SEVERAL),
    ("五年来社会大局稳定，2025年城镇新增就业【5100人】", False, Stretch.YEAR),
    ("城镇居民收入年均增长【6%】", False, Stretch.SEVERAL),
    ("PM2.5年均浓度降至【36微克】", False, Stretch.END),
    ("全年累计新增就业【5100人】", False, Stretch.YEAR),
    ("累计新增就业【5100人】", False, Stretch.DOUBTFUL),
    ("累计接待游客60万人次、旅游收入【3亿元】", True, Stretch.SEVERAL),
    ("新增公路40公里，其中县道【12公里】", True, Stretch.SEVERAL),
    ("推进工业振兴三年行动，新增企业【12家】", False, Stretch.YEAR),
]


@pytest.mark.parametrize(("words", "reviewed", "stretch"), TOLD)
def test_what_was_done_or_added_is_of_the_years_that_are_spoken_of(
    words: str, reviewed: bool, stretch: Stretch
) -> None:
    before, _, rest = words.partition("【")
    over = load_vocabulary().statements["over_years"]
    told = stretch_told(before + rest.replace("】", ""), len(before), None, reviewed=reviewed, over=over)
    assert told is stretch


FITS = [
    (Stretch.YEAR, Stretch.SEVERAL, OTHER),
    (Stretch.YEAR, Stretch.DOUBTFUL, DOUBTFUL),
    (Stretch.YEAR, Stretch.END, 1.0),
    (Stretch.END, Stretch.SEVERAL, DOUBTFUL),
    (Stretch.SEVERAL, Stretch.SEVERAL, 1.0),
    (Stretch.SEVERAL, Stretch.YEAR, OTHER),
    (Stretch.SEVERAL, Stretch.END, AT_ITS_END),
]


@pytest.mark.parametrize(("asked", "told", "factor"), FITS)
def test_one_stretch_does_not_stand_for_another(asked: Stretch, told: Stretch, factor: float) -> None:
    assert fit(asked, told) == factor


REVIEW = """政府工作报告
——2026年1月15日在云渚县第十八届人民代表大会第四次会议上

一、“十四五”时期和2025年工作回顾
五年来，全县经济稳步向好。地区生产总值86亿元，年均增长5.5%。城镇新增就业2.6万人，改造老旧小区40个。公路里程达到900公里。

刚刚过去的2025年，全县上下同心协力。地区生产总值增长5.1%，粮食产量13万吨。

二、2026年工作安排
地区生产总值增长5%。
"""
ASKED = [
    ("云渚县2025年改造老旧小区多少个？", None),
    ("云渚县“十四五”期间改造老旧小区多少个？", "40个"),
    ("云渚县2025年城镇新增就业多少万人？", None),
    ("云渚县2025年底公路里程多少公里？", "900公里"),
    ("云渚县2025年地区生产总值是多少亿元？", "86亿元"),
    ("云渚县2025年地区生产总值增长多少？", "5.1%"),
    ("云渚县“十四五”时期地区生产总值年均增长多少？", "5.5%"),
    ("云渚县过去五年改造老旧小区多少个？", "40个"),
    ("云渚县五年来城镇新增就业多少万人？", "2.6万人"),
    ("云渚县2026年报告说五年新增城镇就业多少？", "2.6万人"),
]


@pytest.mark.parametrize(("question", "amount"), ASKED)
def test_a_question_about_a_year_is_not_answered_with_the_sum_of_five(question: str, amount: str | None) -> None:
    county = ("岚原省", "望川市", "云渚县")
    document = report("云渚县/2026.txt", REVIEW, county, 2026, "2026年云渚县政府工作报告")
    answer = answerer((document,)).answer(question)
    assert answer.status is (Status.NOT_FOUND if amount is None else Status.ANSWERED)
    assert (amount or "") in answer.text
