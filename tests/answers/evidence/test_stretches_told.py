"""What several years came to is told of none of them alone."""

from __future__ import annotations

from rag.answers.telling.guard import unsupported
from rag.records import Status
from tests.answers.small import COUNTY, answerer, report

SET = """云渚县政府工作报告
二、2022年工作安排
完成棚户区改造600户。
"""
TOLD = """云渚县政府工作报告
一、过去五年工作回顾
五年来，我们稳住了民生。棚户区改造2600户，上万人喜迁新居。
二、2023年工作安排
粮食产量12万吨以上。
"""
ANSWERS = answerer(
    (
        report("云渚县/2022.txt", SET, COUNTY, 2022, "2022年云渚县政府工作报告"),
        report("云渚县/2023.txt", TOLD, COUNTY, 2023, "2023年云渚县政府工作报告"),
    )
)


def test_a_sum_over_a_term_of_office_meets_no_goal_of_its_last_year() -> None:
    answer = ANSWERS.answer("云渚县2022年棚户区改造的目标和实际各是多少？")
    assert answer.status is Status.ANSWERED
    assert "600户" in answer.text
    assert "目标达成" not in answer.text
    assert unsupported(answer) == frozenset()


def test_a_deed_behind_its_thing_is_done_in_the_years_that_the_paragraph_names() -> None:
    assert "2600户" in ANSWERS.answer("云渚县过去五年棚户区改造了多少户？").text
