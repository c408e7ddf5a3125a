"""What a follow-up means by 这两样 and the like: what the questions before it differ in."""

from __future__ import annotations

import pytest

from rag.answers.follow_ups.several import asks_together
from rag.records import Status, Turn
from tests.answers.small import COUNTY, answerer, report

TEXT_2024 = """政府工作报告
一、2023年工作回顾
办理县人大代表建议72件，办理政协委员提案95件。
二、2024年工作安排
栽种茶叶3600亩、脆李2100亩。
"""
TEXT_2025 = """政府工作报告
一、2024年工作回顾
办理县人大代表建议61件，办理政协委员提案88件。
"""
REPORTS = (
    report("云渚县/2024.txt", TEXT_2024, COUNTY, 2024, "2024年云渚县政府工作报告"),
    report("云渚县/2025.txt", TEXT_2025, COUNTY, 2025, "2025年云渚县政府工作报告"),
)
ANSWERS = answerer(REPORTS)


def last_of(*turns: str) -> tuple[Status, str]:
    *before, asked = turns
    history = [turn for text in before for turn in (Turn("user", text), Turn("assistant", "……"))]
    answer = ANSWERS.answer(asked, tuple(history))
    return answer.status, answer.text


@pytest.mark.parametrize(
    ("asked", "rest", "count"),
    [
        ("到2024年这两样各办了多少？", "到2024年各办了多少？", 2),
        ("三个省里谁最多", "谁最多", 3),
        ("它俩差多少？", "差多少？", 2),
        ("哪个种得多？", "哪个多？", 2),
    ],
)
def test_words_for_several_things_are_taken_out_and_counted(asked: str, rest: str, count: int) -> None:
    assert asks_together(asked) == (rest, count)


@pytest.mark.parametrize("asked", ["到2015年办了多少？", "聚焦哪两个战场？", "第二年呢？", "还要办几件？"])
def test_other_numbers_mean_no_earlier_question(asked: str) -> None:
    assert asks_together(asked) is None


def test_both_things_are_told_for_another_year() -> None:
    status, text = last_of("云渚县2023年办理了多少件人大代表建议？", "政协提案呢？", "到2024年这两样各办了多少？")
    assert status is Status.ANSWERED
    assert "61件" in text
    assert "88件" in text
    assert "72件" not in text


def test_which_of_two_things_is_more_is_told() -> None:
    status, text = last_of("云渚县2024年要栽种多少亩茶叶？", "脆李呢？", "哪个栽得多？")
    assert status is Status.ANSWERED
    assert "相差1500亩" in text


def test_both_years_are_set_side_by_side() -> None:
    status, text = last_of("云渚县2023年办理了多少件人大代表建议？", "下一年呢？", "这两年差多少？")
    assert status is Status.ANSWERED
    assert "72件" in text
    assert "61件" in text
    assert "相差11件" in text


def test_with_one_question_before_there_are_no_two_things() -> None:
    status, text = last_of("云渚县2023年办理了多少件人大代表建议？", "这两样呢？")
    assert "95件" not in text
    assert status is not Status.UNCLEAR
