"""What became of a goal of one year is nothing that several years came to."""

from __future__ import annotations

import pytest

from tests.answers.small import COUNTY, answerer, report

SET = """政府工作报告
二、2024年工作安排
工业总产值增长8%左右，城镇新增就业9000人以上。接待游客40万人次。居民消费价格涨幅2%左右。实施6公里环湖公路改造，10月底前建成通车。
"""
TOLD = """政府工作报告
一、过去五年工作回顾
2024年，工业总产值达到24亿元，比2019年增长65%，年均增长10.6%。五年累计城镇新增就业51000人。
2024年，接待游客42万人次，比2023年增长5%，居民消费价格上涨1.5%。6公里环湖公路于11月建成通车。
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


def test_an_indicator_that_brackets_say_again_is_one() -> None:
    text = ANSWERS.answer("云渚县2024年物价（CPI）涨幅的目标是多少，实际涨了多少？").text
    assert text.count("1.5%") == 1
    assert text.startswith("目标达成，比目标低0.5个百分点。")


def test_when_it_was_done_is_not_told_by_its_length() -> None:
    text = ANSWERS.answer("云渚县2024年6公里环湖公路计划什么时候建成通车，实际哪个月通的车？").text
    assert "10月底前" in text and "11月" in text
    assert "达成" not in text


def test_a_goal_and_its_result_can_be_counted_in_other_words() -> None:
    lifts = answerer(
        (
            report("云渚县/2023.txt", "政府工作报告\n二、2023年工作安排\n老楼加装电梯60部。\n", COUNTY, 2023, "2023年云渚县政府工作报告"),
            report("云渚县/2024.txt", "政府工作报告\n一、2023年工作回顾\n老楼加装电梯72台，改造楼房5栋。\n", COUNTY, 2024, "2024年云渚县政府工作报告"),
        )
    )  # fmt: skip
    told = lifts.answer("云渚县2023年计划老楼加装电梯多少部，后来装成了多少？").text
    assert "60部" in told
    assert "72台" in told
    assert "超出目标12部" in told or "超出目标12台" in told
