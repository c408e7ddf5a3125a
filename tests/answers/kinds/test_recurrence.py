"""In which years a thing stands in the reports of a place."""

from __future__ import annotations

import pytest

from rag.answers.telling.guard import unsupported
from rag.records import Document, Status
from tests.answers.small import answerer, report

WORKS = {
    2022: "新建养老服务中心1个。",
    2023: "继续推进石桥河堤加固。新建养老服务中心2个。",
    2024: "改造老旧小区9个。",
    2025: "完成石桥河堤加固收尾工程。",
}


def county(year: int, works: str) -> Document:
    text = f"政府工作报告\n\n二、{year}年工作安排\n{works}\n"
    return report(f"云渚县/{year}.txt", text, ("岚原省", "望川市", "云渚县"), year, f"{year}年云渚县政府工作报告")


COUNTY = tuple(county(year, works) for year, works in WORKS.items())

ASKED = [
    ("云渚县石桥河堤加固，出现在哪几年的工作安排里？", "资料库里4年的报告中，有2年说到：2023年、2025年。"),
    ("云渚县新建养老服务中心这件事，都在哪几年的报告里提到过？", "资料库里4年的报告中，有2年说到：2022年、2023年。"),
]


@pytest.mark.parametrize(("question", "first"), ASKED)
def test_the_years_of_all_reports_that_speak_of_it_are_named(question: str, first: str) -> None:
    answer = answerer(COUNTY).answer(question)
    assert answer.status is Status.ANSWERED
    lead, *lines = answer.text.splitlines()
    assert lead == first
    assert [line[:5] for line in lines] == lead.partition("说到：")[2].removesuffix("。").split("、")
    assert unsupported(answer) == frozenset()


@pytest.mark.parametrize(
    "question",
    ["云渚县哪一年的报告提到改造老旧小区？", "改造老旧小区是写在云渚县哪年的政府工作报告里的？"],
)
def test_the_year_of_the_one_report_that_speaks_of_it_is_named(question: str) -> None:
    answer = answerer(COUNTY).answer(question)
    assert answer.text.startswith("资料库里4年的报告中，有1年说到：2024年。")
    assert [c.doc for c in answer.citations] == ["云渚县/2024.txt"]
    assert unsupported(answer) == frozenset()


def test_what_one_report_alone_speaks_of_is_told_of_it_alone() -> None:
    answer = answerer(COUNTY).answer("云渚县老旧小区改造先后写进了哪几年的报告？")
    assert answer.text.startswith("资料库里4年的报告中，有1年说到：2024年。")


EDGES = [
    ("云渚县石桥河堤加固最早出现在哪一年的报告里？", "最早说到的是2023年（"),
    ("云渚县从哪年开始提石桥河堤加固的？", "最早说到的是2023年（"),
    ("云渚县最后一次提到石桥河堤加固是哪年的报告？", "最近一次说到的是2025年（"),
]


@pytest.mark.parametrize(("question", "first"), EDGES)
def test_the_first_or_the_last_of_the_years_may_be_asked_for(question: str, first: str) -> None:
    answer = answerer(COUNTY).answer(question)
    assert answer.text.startswith(first)
    assert answer.text.endswith("资料库里4年的报告中，有2年说到：2023年、2025年。")
    assert len(answer.citations) == 1
    assert unsupported(answer) == frozenset()


COUNTED = [
    ("云渚县一共有几年的报告提到养老服务中心？", "有2年说到：2022年、2023年。"),
    ("2023年以来云渚县哪几年的报告提到了养老服务中心？", "资料库里3年的报告中，有1年说到：2023年。"),
    ("云渚县哪几年的报告提到“石桥河堤”？", "有2年说到：2023年、2025年。"),
]


@pytest.mark.parametrize(("question", "told"), COUNTED)
def test_the_years_are_counted_and_kept_to_those_asked_about(question: str, told: str) -> None:
    answer = answerer(COUNTY).answer(question)
    assert told in answer.text
    assert unsupported(answer) == frozenset()


def test_what_no_report_speaks_of_is_said_to_stand_in_none() -> None:
    answer = answerer(COUNTY).answer("云渚县哪几年的报告提到了跨海大桥？")
    assert answer.status is Status.NOT_FOUND
    assert answer.text == "云渚县2022—2025年的报告都没有说到“跨海大桥”。"
