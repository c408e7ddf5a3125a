"""Which sorts of a thing there are, and how many of each."""

from __future__ import annotations

import pytest

from rag.records import Status
from tests.answers.small import answerer, report

WORKS = """2024年岚原省政府工作报告

一、2023年工作回顾
过去一年，新增茶业龙头企业17家、机械制造企业9家、上市公司2家。

二、2024年工作安排
发展壮大县域经济。培育4个茶叶大县、6个机械强县、3个旅游名县，推动各县错位发展。建成水库2座。
创建省级低碳园区8个、低碳工厂21家；改造旧厂房5万平方米。
"""
ANSWERS = answerer((report("岚原省/2024.txt", WORKS, ("岚原省",), 2024, "2024年岚原省政府工作报告"),))

ASKED = [
    ("岚原省2024年壮大县域经济，要培育哪几类县？每类几个？", "培育4个茶叶大县、6个机械强县、3个旅游名县"),
    ("岚原省2024年要培育哪些类型的县，各多少个", "培育4个茶叶大县、6个机械强县、3个旅游名县"),
    ("岚原省2023年新增了哪几种企业，分别有多少家？", "新增茶业龙头企业17家、机械制造企业9家"),
    ("岚原省2024年要创建哪几类低碳单位，每类多少？", "创建省级低碳园区8个、低碳工厂21家"),
]


@pytest.mark.parametrize(("question", "told"), ASKED)
def test_the_row_that_counts_the_sorts_is_quoted(question: str, told: str) -> None:
    answer = ANSWERS.answer(question)
    assert answer.status is Status.ANSWERED
    assert told in answer.text
    assert "5万平方米" not in answer.text


@pytest.mark.parametrize(
    "question", ["岚原省2024年要培育哪几类渔港？每类几个？", "岚原省2024年要建成哪几类水库，每类几座？"]
)
def test_what_no_row_counts_is_not_told(question: str) -> None:
    answer = ANSWERS.answer(question)
    assert "县" not in answer.text or answer.status is Status.NOT_FOUND
