"""In which years a thing stands in the reports of a place."""

from __future__ import annotations

import pytest

from rag.answers.guard import unsupported
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
    ("云渚县石桥河堤加固，出现在哪几年的工作安排里？", "有2年的报告说到：2023年、2025年。"),
    ("云渚县新建养老服务中心这件事，都在哪几年的报告里提到过？", "有2年的报告说到：2022年、2023年。"),
]


@pytest.mark.parametrize(("question", "first"), ASKED)
def test_the_years_of_all_reports_that_speak_of_it_are_named(question: str, first: str) -> None:
    answer = answerer(COUNTY).answer(question)
    assert answer.status is Status.ANSWERED
    lead, *lines = answer.text.splitlines()
    assert lead == first
    assert [line[:5] for line in lines] == lead.removeprefix("有2年的报告说到：").removesuffix("。").split("、")
    assert unsupported(answer) == frozenset()


def test_what_one_report_alone_speaks_of_does_not_recur() -> None:
    answer = answerer(COUNTY).answer("云渚县老旧小区改造先后写进了哪几年的报告？")
    assert "年的报告说到" not in answer.text
