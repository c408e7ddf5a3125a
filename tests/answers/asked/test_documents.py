"""Documents are known by their speaker, their kind and what is in them as well as by their place."""

from __future__ import annotations

import pytest

from tests.answers.pages import PAGES
from tests.answers.small import COUNTY, REPORTS, answerer, reader, report

READER = reader((*REPORTS, *PAGES))


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("陆知行那期访谈里说要争创什么？", ("访谈.txt",)),
        ("芦湾镇那篇专访提到今年新栽多少亩茶叶？", ("访谈.txt",)),
        ("2023年镇长讲话里，硬化村组道路多少公里？", ("讲话.txt",)),
        ("渚溪河边那个镇2023年硬化村组道路多少公里？", ("讲话.txt",)),
        ("渚溪河所在的镇要组织几次行动？", ("讲话.txt",)),
        ("有渚溪河的那个镇要组织几次行动？", ("讲话.txt",)),
        ("青蒲镇开大会的那条新闻说了什么？", ("大会.txt",)),
        # nothing is narrowed down by what fits no document
        ("大青山脚下那个镇今年种多少亩玉米？", ()),
        ("云渚县的新闻出版业产值是多少？", ()),
        ("渚溪河在哪个镇？", ()),
    ],
)
def test_the_documents_that_a_question_describes(question: str, documents: tuple[str, ...]) -> None:
    assert READER.read(question).places.documents == documents


def test_of_the_reports_of_one_speaker_those_that_tell_of_the_year() -> None:
    assert READER.read("沈砚秋说2023年建成多少高标准农田？").places.documents == ("云渚县/2023.txt", "云渚县/2024.txt")
    assert READER.read("沈砚秋说2024年建成多少高标准农田？").places.documents == ("云渚县/2024.txt",)


def test_reports_that_do_not_say_who_speaks_stand_beside_those_of_the_speaker_of_the_place() -> None:
    nameless = report("云渚县/2021.txt", "政府工作报告\n种植玉米4200亩。", COUNTY, 2021, "2021年云渚县政府工作报告")
    asked = reader((*REPORTS, nameless)).read("沈砚秋县长2021年的报告里要种多少玉米？")
    assert asked.places.documents == ("云渚县/2021.txt",)
    assert [term.text for term in asked.terms] == ["种", "玉米"]


def test_words_that_only_say_which_document_are_no_subject() -> None:
    reading = READER.read("渚溪河边那个镇的镇长讲话里，硬化村组道路多少公里？")
    assert "渚溪河" not in (reading.question.indicator or "") and "讲话" not in (reading.question.indicator or "")


def test_a_township_that_is_named_by_its_river_is_answered_for() -> None:
    answer = answerer((*REPORTS, *PAGES)).answer("渚溪河流域那个镇，组织清源行动几次？")
    assert "2次" in answer.text
    assert {c.doc for c in answer.citations} == {"讲话.txt"}


MEETING = """在全县三级干部大会上的发言

篇1：芦湾镇
今年招商引资到位资金1.3亿元。

篇2：青蒲镇
今年招商引资到位资金9000万元。
"""


def test_the_occasion_that_a_title_names_says_where_to_look_and_each_place_has_its_own_words() -> None:
    meeting = report("大会.txt", MEETING, ("岚原省", "望川市", "云渚县"), 2024, "在2024年全县三级干部大会上的发言")
    answers = answerer((*REPORTS, meeting))
    answer = answers.answer("三级干部大会上，芦湾镇、青蒲镇2024年招商引资到位资金各报了多少？")
    first, second = answer.text.splitlines()
    assert "1.3亿元" in first and "9000万元" in second
    assert {c.doc for c in answer.citations} == {"大会.txt"}


def test_a_meeting_is_known_by_what_its_paper_is_called() -> None:
    meeting = report("会议.txt", "建设蚕桑基地900亩。", (), 2024, "镇长在2024年全镇农经工作会议上的讲话")
    reading = reader((*REPORTS, meeting)).read("镇长在2024年全镇农经工作会议上讲到，蚕桑基地要建多少亩？")
    assert reading.places.documents == ("会议.txt",)
    assert reading.years.reports == (2024,)
