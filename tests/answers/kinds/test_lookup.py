"""What is set side by side is of one kind."""

from __future__ import annotations

from tests.answers.small import COUNTY, answerer, report

FIRST = """政府工作报告
二、2024年工作安排
新开工水利工程20项。新栽茶园800亩。
"""
SECOND = """政府工作报告
一、2024年工作回顾
新开工水利工程23项。
二、2025年工作安排
新开工水利工程15项。
"""
ANSWERS = answerer(
    (
        report("云渚县/2024.txt", FIRST, COUNTY, 2024, "2024年云渚县政府工作报告"),
        report("云渚县/2025.txt", SECOND, COUNTY, 2025, "2025年云渚县政府工作报告"),
    )
)


def test_a_goal_is_compared_with_a_goal_and_no_result() -> None:
    text = ANSWERS.answer("云渚县2024年和2025年相比，新开工水利工程哪年多，各多少项？").text
    assert "20项" in text and "15项" in text
    assert "23项" not in text


def test_a_result_that_is_asked_for_stays_one() -> None:
    assert "23项" in ANSWERS.answer("云渚县2024年实际新开工水利工程多少项？").text
