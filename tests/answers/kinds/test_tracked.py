"""What became of a goal of one year is nothing that several years came to."""

from __future__ import annotations

import pytest

from tests.answers.small import COUNTY, answerer, report

SET = """政府工作报告
二、2024年工作安排
工业总产值增长8%左右，城镇新增就业9000人以上。接待游客40万人次。
"""
TOLD = """政府工作报告
一、过去五年工作回顾
2024年，工业总产值达到24亿元，比2019年增长65%，年均增长10.6%。五年累计城镇新增就业51000人。
2024年，接待游客42万人次，比2023年增长5%。
"""
ANSWERS = answerer(
    (
        report("云渚县/2024.txt", SET, COUNTY, 2024, "2024年云渚县政府工作报告"),
        report("云渚县/2025.txt", TOLD, COUNTY, 2025, "2025年云渚县政府工作报告"),
    )
)


@pytest.mark.parametrize("indicator", ["工业总产值", "城镇新增就业"])
def test_a_rise_over_years_and_a_sum_of_years_are_held_against_no_goal_of_one(indicator: str) -> None:
    text = ANSWERS.answer(f"云渚县2024年{indicator}的目标完成了吗？").text
    assert "达成" not in text.splitlines()[0]


def test_a_result_of_the_year_is_held_against_its_goal() -> None:
    assert ANSWERS.answer("云渚县2024年接待游客的目标完成了吗？").text.startswith("目标达成，超出目标2万人次。")
