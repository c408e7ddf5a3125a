"""What is said where the reports do not say."""

from __future__ import annotations

import pytest

from rag.records import Status
from tests.answers.small import COUNTY, answerer, report

PLAN = """政府工作报告
一、2023年工作回顾
粮食产量12.6万吨。
二、2024年工作安排
今年发展主要预期目标是：地区生产总值增长6.5%左右，城镇新增就业2300人。
"""


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "云渚县2024年GDP目标是多少亿元？",
            "云渚县2024年的报告只写了“GDP”的比例或增速，没有写数量。",
        ),
        (
            "云渚县2023年粮食产量增长了百分之几？",
            "云渚县2024年的报告只写了“粮食产量”的数量，没有写比例或增速。",
        ),
        ("云渚县2024年进出口目标是多少亿元？", "云渚县2024年的报告没有说明“进出口”。"),
    ],
)
def test_what_is_told_in_another_sort_of_number_is_not_said_to_be_missing(question: str, text: str) -> None:
    answer = answerer((report("2024.txt", PLAN, COUNTY, 2024, "2024年云渚县政府工作报告"),)).answer(question)
    assert answer.status is Status.NOT_FOUND
    assert answer.text.startswith(text)
