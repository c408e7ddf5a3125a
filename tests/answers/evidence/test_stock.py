"""What there is by now, and what was only added."""

from __future__ import annotations

import pytest

from rag.answers.evidence.stock import as_the_whole
from tests.answers.small import COUNTY, answerer, report

SENTENCE = "开通环湖线2条，新增运营里程30公里，总里程达240公里。"
REPORT = f"""政府工作报告
一、2023年工作回顾
轻轨{SENTENCE}
二、2024年工作安排
全年种植玉米5000亩。
"""


@pytest.mark.parametrize(
    ("question", "added"),
    [("轻轨一共有多长了", True), ("轻轨总里程多少", True), ("轻轨新增多少公里", False), ("轻轨多少公里", False)],
)
def test_what_came_to_it_is_less_than_what_there_is(question: str, added: bool) -> None:
    assert (as_the_whole(question, SENTENCE, SENTENCE.index("30公里")) < 1) is added
    assert as_the_whole(question, SENTENCE, SENTENCE.index("240公里")) == 1


def test_the_whole_is_told_where_it_is_asked_for() -> None:
    reports = answerer((report("2024.txt", REPORT, COUNTY, 2024, "2024年云渚县政府工作报告"),))
    assert "240公里" in reports.answer("2023年底云渚县轻轨一共有多长了？").text
    assert "新增运营里程30公里" in reports.answer("云渚县2023年轻轨新增多少公里？").text
