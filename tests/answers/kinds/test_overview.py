"""Questions about reports as a whole, and about the reasons for what they say."""

from __future__ import annotations

import pytest

from rag.answers.answering import Answerer
from rag.answers.telling.guard import unsupported
from rag.places import gazetteer
from rag.records import Status, Turn
from rag.topics import load_topics
from tests.answers.small import REPORTS, FindsAll, MemoryIndex, indicators, report
from tests.fakes import HashEncoder

INDEX = MemoryIndex(REPORTS)
ANSWERS = Answerer(
    INDEX, FindsAll(INDEX), HashEncoder(), gazetteer(), topics=load_topics(None).tag, indicators=indicators()
)
TEXTS = {d.path: d.text for d in REPORTS}


def test_the_main_goals_are_listed_a_line_each_with_their_sources() -> None:
    answer = ANSWERS.answer("云渚县2024年的主要目标有哪些？")
    assert answer.text.splitlines()[:4] == [
        "《2024年云渚县政府工作报告》写明的主要目标，共5项：",
        "地区生产总值增长6%以上[1]",
        "粮食产量13.5万吨以上[2]",
        "城镇新增就业2400人[3]",
    ]
    assert [f.text for f in answer.figures][:3] == ["6%以上", "13.5万吨以上", "2400人"]
    assert {c.doc for c in answer.citations} == {"云渚县/2024.txt"}


def test_the_main_goals_that_fulfil_a_condition_are_counted() -> None:
    answer = ANSWERS.answer("云渚县2024年的主要目标里，定在6%以上的有几项？")
    assert answer.text.splitlines() == [
        "《2024年云渚县政府工作报告》写明的主要目标共5项，其中符合的共1项：",
        "地区生产总值增长6%以上[1]",
    ]
    assert unsupported(answer) == frozenset()
    assert ANSWERS.answer("云渚县2024年的主要目标里，定在60%以上的有几项？").status is Status.NOT_FOUND


def test_without_a_year_the_newest_report_is_meant() -> None:
    assert ANSWERS.answer("云渚县2024年目标有哪些？").text == ANSWERS.answer("云渚县2024年的主要目标有哪些？").text
    answer = ANSWERS.answer("云渚县有哪些主要目标？")
    assert {c.doc for c in answer.citations} == {"云渚县/2024.txt"}


def test_what_a_report_says_begins_with_its_parts() -> None:
    answer = ANSWERS.answer("2023年云渚县政府工作报告主要讲了什么？")
    assert answer.text.startswith("《2023年云渚县政府工作报告》的主要内容：")
    assert "地区生产总值增长6.5%左右[1]" in answer.text


def test_what_was_reached_is_told_by_the_report_of_the_year_after() -> None:
    answer = ANSWERS.answer("云渚县2023年取得了哪些主要成绩？")
    assert {c.doc for c in answer.citations} == {"云渚县/2024.txt"}
    assert "地区生产总值92.7亿元" in answer.text


def test_goals_are_followed_into_the_next_report() -> None:
    first, *lines = ANSWERS.answer("云渚县2023年主要目标完成情况怎么样？").text.splitlines()
    assert "达成" in first
    assert "地区生产总值增长：目标6.5%左右[1]，结果6.1%[2]，目标没有达成，比目标少0.4个百分点" in lines
    assert any("粮食产量" in line and "超出目标0.3万吨" in line for line in lines)
    assert any(line.endswith("没有说明结果") for line in lines)


def test_a_topic_alone_asks_for_its_figures() -> None:
    answer = ANSWERS.answer("云渚县2024年就业方面有哪些目标？")
    assert "城镇新增就业2400人" in answer.text
    assert "地区生产总值" not in answer.text


WHOLE = [
    "云渚县2024年的主要目标有哪些？",
    "2023年云渚县政府工作报告主要讲了什么？",
    "云渚县2023年主要目标完成情况怎么样？",
    "云渚县2023年取得了哪些主要成绩？",
    "云渚县2023年农业方面做了哪些事？",
]


@pytest.mark.parametrize("question", WHOLE)
def test_no_overview_says_what_no_source_holds(question: str) -> None:
    answer = ANSWERS.answer(question)
    assert unsupported(answer) == frozenset()
    assert all(c.span.of(TEXTS[c.doc]) == c.quote for c in answer.citations)


REASONED = report(
    "溪桥县/2024.txt",
    "政府工作报告\n\n二、2024年工作安排\n今年发展主要预期目标是：地区生产总值增长6%左右。"
    "提出这一目标，综合考虑了发展基础和外部环境。\n",
    ("岚原省", "望川市", "溪桥县"),
    2024,
    "2024年溪桥县政府工作报告",
)


def test_why_is_answered_with_the_reason_that_the_report_gives() -> None:
    index = MemoryIndex((REASONED,))
    answers = Answerer(
        index, FindsAll(index), HashEncoder(), gazetteer(), topics=load_topics(None).tag, indicators=indicators()
    )
    asked = [Turn("user", "溪桥县2024年GDP增长目标是多少？"), Turn("assistant", "……")]
    answer = answers.answer("为什么？", asked)
    assert answer.status is Status.ANSWERED
    assert answer.citations[0].quote == "提出这一目标，综合考虑了发展基础和外部环境。"


def test_why_without_a_reason_in_the_report_is_refused() -> None:
    asked = [Turn("user", "芦湾镇今年要种多少亩玉米？"), Turn("assistant", "……")]
    answer = ANSWERS.answer("为什么？", asked)
    assert answer.status is Status.NOT_FOUND
    assert "没有说明原因" in answer.text


def test_the_goals_of_one_topic_are_no_list_of_all() -> None:
    answer = ANSWERS.answer("云渚县2023年绿化目标完成得怎么样？")
    assert "项主要目标" not in answer.text
