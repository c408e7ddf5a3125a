"""A result that is told by a wider or narrower name than its target."""

from __future__ import annotations

from rag.records import Status
from tests.answers.small import COUNTY, REPORTS, answerer, report

SET = report(
    "芦湾镇/2023.txt",
    "2023年芦湾镇政府工作报告\n一、2023年工作安排\n下岗失业人员和困难人员再就业210人。新建冷库12座。\n",
    (*COUNTY, "芦湾镇"),
    2023,
    "2023年芦湾镇政府工作报告",
)


def told(done: str) -> str:
    after = report(
        "芦湾镇/2024报告.txt",
        f"2024年芦湾镇政府工作报告\n一、2023年工作回顾\n{done}\n二、2024年工作安排\n抓好冬修水利。\n",
        (*COUNTY, "芦湾镇"),
        2024,
        "2024年芦湾镇政府工作报告",
    )
    answer = answerer((*REPORTS[:2], SET, after)).answer(
        "芦湾镇2023年困难人员再就业的目标完成了吗？目标和结果各是多少？"
    )
    assert answer.status is Status.ANSWERED
    assert "210人" in answer.text
    return answer.text


def test_the_result_by_the_end_of_its_name_is_quoted_without_a_verdict() -> None:
    text = told("全年新增就业560人，实现再就业253人。")
    assert "再就业253人" in text and "目标达成" not in text


def test_another_thing_of_the_same_unit_is_no_result() -> None:
    assert "结果：报告没有说明" in told("全年新增就业560人，培训农民253人。")
