"""Goals that are set without a number are quoted as they are set."""

from __future__ import annotations

import pytest

from rag.answers.telling.guard import unsupported
from rag.records import Status
from tests.answers.small import COUNTY, answerer, report

PLAN = """政府工作报告
一、2023年工作回顾
城镇新增就业2600人，固定资产投资增速高于全市。
二、2024年工作安排
主要预期目标是：地区生产总值增长6%左右，固定资产投资增速保持在全市平均水平以上，居民人均可支配收入增长与经济增长基本同步，粮食产量保持稳定，单位地区生产总值能耗完成市下达任务，进出口带动就业稳定。
"""
ANSWERS = answerer((report("云渚县/2024.txt", PLAN, COUNTY, 2024, "2024年云渚县政府工作报告"),))


@pytest.mark.parametrize(
    ("question", "goal"),
    [
        ("云渚县2024年居民收入目标是多少？", "居民人均可支配收入增长与经济增长基本同步"),
        ("云渚县2024年固投增速", "固定资产投资增速保持在全市平均水平以上"),
        ("云渚县2024年粮食产量目标", "粮食产量保持稳定"),
        ("云渚县2024年居民收入要增长百分之几？", "居民人均可支配收入增长与经济增长基本同步"),
        ("云渚县2024年GDP目标是多少？", "地区生产总值增长6%左右"),
    ],
)
def test_a_goal_in_words_is_quoted_alone(question: str, goal: str) -> None:
    answer = ANSWERS.answer(question)
    assert answer.status is Status.ANSWERED
    assert [c.quote for c in answer.citations] == [goal]
    assert unsupported(answer) == frozenset()


@pytest.mark.parametrize(
    "question",
    [
        "云渚县2024年居民收入要达到多少元？",  # an amount is asked for
        "云渚县2024年进出口目标是多少？",  # what it brings about is no goal of its own
        "云渚县2023年居民收入实际增长多少？",  # no goal is asked for
    ],
)
def test_words_answer_for_nothing_else(question: str) -> None:
    assert ANSWERS.answer(question).status is Status.NOT_FOUND


def test_how_fast_it_grew_is_not_told_in_words() -> None:
    assert ANSWERS.answer("云渚县2023年固投增速是多少？").status is Status.NOT_FOUND


def test_a_goal_gives_no_reason_for_itself() -> None:
    answer = ANSWERS.answer("云渚县2024年GDP目标为什么定在6%左右？")
    assert answer.status is Status.NOT_FOUND
    assert answer.text == "云渚县2024年的报告没有说明“GDP”的原因。"


def test_an_amount_of_another_year_is_none_in_words() -> None:
    assert ANSWERS.answer("云渚县“十五五”期间GDP增速").status is Status.NOT_FOUND
    assert ANSWERS.answer("云渚县2024年GDP总量").status is Status.NOT_FOUND


def test_the_goals_of_a_year_are_none_of_the_plan_that_begins_with_it() -> None:
    text = """政府工作报告
二、“十五五”时期目标
城镇新增就业2.6万人。
三、今年工作安排
主要预期目标是：地区生产总值增长6%左右，城镇新增就业5000人。
"""
    answers = answerer((report("云渚县/2026.txt", text, COUNTY, 2026, "2026年云渚县政府工作报告"),))
    assert answers.answer("云渚县“十五五”末GDP要增长多少？").status is Status.NOT_FOUND
    assert "2.6万人" in answers.answer("云渚县“十五五”期间要新增城镇就业多少人？").text
