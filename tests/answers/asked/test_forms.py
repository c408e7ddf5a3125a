"""Of two statements about one thing the one with the form of an answer is taken, and what is only announced is told."""

from __future__ import annotations

import pytest

from rag.answers.asked.forms import asks, suits
from rag.records import Status
from tests.answers.small import TOWN, answerer, report

MEETING = """2024年在全镇干部大会上的讲话

一、会议情况
3月6日，芦湾镇召开镇村干部大会。主持干部大会的是镇人大主席何书宁。
二、今年工作
一是壮大茶叶产业。整合山场资源，培育“渚上春”公用品牌。
学习运用邻县“百湖千塘”经验，推进清淤疏浚。
腾退旧宅，签订腾退协议(协议签订后旧宅不能出租)。
渠道清淤要赶在汛前完成。汛期一到机具就进不了河道。
"""
ANSWERS = answerer((report("芦湾镇/大会.txt", MEETING, TOWN, 2024, "2024年芦湾镇干部大会讲话"),))


@pytest.mark.parametrize(
    ("question", "better", "worse"),
    [
        ("大会由谁主持？", "主持大会的是镇人大主席何书宁", "3月6日召开大会"),
        ("那所学院改名叫什么？", "石笕学院更名为石笕职业大学", "建成石笕学院新校区"),
        ("什么时候验收？", "9月底完成镇级验收", "加快验收"),
        ("为什么要早办？", "因为入汛以后没法施工", "要尽早办"),
        ("旧宅能不能出租？", "旧宅不能出租", "签订腾退协议"),
        ("想创建什么牌子？", "创建“茶旅强镇”", "创建强镇"),
        ("学哪里的什么经验？", "运用“百湖”经验", "运用“百湖”做法"),
        ("印发了哪两份文件？", "印发《春季工作安排》、《考核办法》", "印发会议材料"),
    ],
)
def test_the_form_that_is_asked_for_counts(question: str, better: str, worse: str) -> None:
    assert suits(question, better) == 1.0 > suits(question, worse)


@pytest.mark.parametrize("question", ["芦湾镇今年种多少亩玉米？", "哪几条路修通了？", "芦湾镇的茶园有多大？"])
def test_other_questions_ask_for_no_form(question: str) -> None:
    assert suits(question, "任何一句话") == 1.0
    assert not asks(question, "why")


@pytest.mark.parametrize(
    ("question", "piece"),
    [
        ("芦湾镇2024年的干部大会是谁主持的？", "何书宁"),
        ("芦湾镇打算怎么壮大茶叶产业？", "整合山场资源"),
        ("芦湾镇腾退的旧宅可以出租吗？", "不能出租"),
        ("为什么芦湾镇渠道清淤要赶在汛前完成？", "机具就进不了河道"),
    ],
)
def test_the_statement_that_answers_is_quoted(question: str, piece: str) -> None:
    answer = ANSWERS.answer(question)
    assert answer.status is Status.ANSWERED
    assert piece in answer.text
    assert all(c.quote for c in answer.citations)


@pytest.mark.parametrize("question", ["芦湾镇治理秸秆有什么原则？", "芦湾镇要学习运用哪座水库的调度办法？"])
def test_what_is_done_alone_is_no_answer_where_the_thing_is_not_spoken_of(question: str) -> None:
    assert ANSWERS.answer(question).status is Status.NOT_FOUND


def test_a_name_in_other_words_is_found_by_its_quotation_marks() -> None:
    assert "渚上春" in ANSWERS.answer("芦湾镇想叫响一个什么招牌？").text
