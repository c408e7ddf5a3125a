"""Questions for a person: the office asked for decides, and nobody is named for another's."""

from __future__ import annotations

import pytest

from rag.records import Status
from tests.answers.pages import PAGES
from tests.answers.small import COUNTY, COUNTY_2024, REPORTS, answerer, report

MEETING = """2024年3月6日，芦湾镇召开干部大会。镇党委书记沈怀瑾传达精神，镇党委副书记、代镇长许砚舟作安排，副镇长顾南亭宣读通报。
"""
OTHER = """2024年3月8日，青蒲镇召开干部大会，镇党委书记陆知行讲话。
"""
PEOPLE = answerer(
    (
        *REPORTS,
        report("芦湾镇/大会.txt", MEETING, ("岚原省", "望川市", "云渚县", "芦湾镇"), 2024, "芦湾镇干部大会"),
        report("青蒲镇/大会.txt", OTHER, ("岚原省", "望川市", "云渚县", "青蒲镇"), 2024, "青蒲镇干部大会"),
    )
)


def test_the_office_that_is_asked_for_is_quoted() -> None:
    assert "许砚舟" in PEOPLE.answer("芦湾镇的代理镇长是谁？").text
    assert "沈怀瑾" in PEOPLE.answer("芦湾镇党委书记叫什么名字？").text


def test_a_deputy_is_not_named_for_the_office() -> None:
    answer = PEOPLE.answer("青蒲镇现任镇长叫什么名字？")
    assert answer.status is Status.NOT_FOUND
    assert "陆知行" not in answer.text
    assert "顾南亭" in PEOPLE.answer("芦湾镇副镇长是谁？").text


def test_each_place_has_its_own_line_and_source() -> None:
    answer = PEOPLE.answer("芦湾镇、青蒲镇的一把手（党委书记）各是谁？")
    first, second = answer.text.splitlines()
    assert first.startswith("芦湾镇") and "沈怀瑾" in first
    assert second.startswith("青蒲镇") and "陆知行" in second
    assert [(c.n, c.doc) for c in answer.citations] == [(1, "芦湾镇/大会.txt"), (2, "青蒲镇/大会.txt")]


@pytest.mark.parametrize("question", ["2024年作云渚县政府工作报告的县长是谁？", "云渚县2024年的政府工作报告是谁作的？"])
def test_who_gave_the_report_stands_in_its_head(question: str) -> None:
    answer = PEOPLE.answer(question)
    assert answer.text.startswith("据《2024年云渚县政府工作报告》：沈砚秋（")


def test_the_head_of_a_report_is_read_whatever_its_line_ends_are() -> None:
    windows = report("云渚县/2024.txt", COUNTY_2024.replace("\n", "\r\n"), COUNTY, 2024, "2024年云渚县政府工作报告")
    answer = answerer((REPORTS[0], windows)).answer("2024年作云渚县政府工作报告的县长是谁？")
    assert answer.text == "据《2024年云渚县政府工作报告》：沈砚秋（云渚县人民政府县长沈砚秋）[1]"


def test_whose_office_is_asked_for_is_quoted_with_it() -> None:
    answer = answerer((*REPORTS, *PAGES)).answer("接受专访的陆知行是什么身份？")
    assert "芦湾镇党委书记陆知行" in answer.text
    assert [c.doc for c in answer.citations] == ["访谈.txt"]


def test_where_no_report_names_the_holder_nothing_else_answers() -> None:
    for question in ("芦湾镇现任的镇纪委副书记是谁？", "青蒲镇镇长姓什么？", "青蒲镇的报告是哪位作的？"):
        answer = PEOPLE.answer(question)
        assert answer.status is Status.NOT_FOUND
        assert answer.citations == ()


def test_the_head_of_a_report_names_the_office_of_who_gave_it() -> None:
    assert "沈砚秋" in PEOPLE.answer("云渚县县长是谁？").text
    assert PEOPLE.answer("云渚县副县长是谁？").status is Status.NOT_FOUND
