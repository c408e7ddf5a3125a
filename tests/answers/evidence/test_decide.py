"""What of a sentence is told with the amount that answers."""

from __future__ import annotations

import pytest

from tests.answers.small import COUNTY, answerer, report

TEXT = """2024年云渚县政府工作报告
一、2023年工作回顾
全县生产总值达到86亿元，按可比价格计算，比上年增长5.2%。接待游客40万人次，开通旅游专线，旅游收入3亿元。
"""
ANSWERS = answerer((report("云渚县/2024.txt", TEXT, COUNTY, 2024, "2024年云渚县政府工作报告"),))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("云渚县2023年生产总值达到多少？", "全县生产总值达到86亿元，按可比价格计算，比上年增长5.2%。[1]"),
        ("云渚县2023年接待游客多少人次？", "接待游客40万人次[1]"),
    ],
)
def test_an_amount_is_told_with_its_rise_also_behind_how_it_is_counted(question: str, told: str) -> None:
    assert ANSWERS.answer(question).text.endswith(told)
