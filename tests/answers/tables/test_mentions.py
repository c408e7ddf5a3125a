"""Which places speak of a thing in their reports."""

from __future__ import annotations

import pytest

from rag.answers.telling.guard import unsupported
from rag.records import Document, Status
from tests.answers.small import answerer, report

WORKS = (
    ("岚原省", 2024, "培育低空经济，建设算力中心。"),
    ("岚原省", 2023, "发展海洋牧场。"),
    ("汀湖省", 2024, "支持机器人产业，低空飞行经济起步，谋划“十五五”。"),
    ("溟海省", 2024, "积极发展低空经济；发展海洋牧场。粮食产量300万吨。"),
)


def province(name: str, year: int, works: str) -> Document:
    text = f"政府工作报告\n\n二、{year}年工作安排\n{works}\n"
    return report(f"{name}/{year}.txt", text, (name,), year, f"{year}年{name}政府工作报告")


ANSWERS = answerer(tuple(province(*work) for work in WORKS))
ASKED = [
    (
        "哪些省的报告提到了低空经济？",
        "有2个省区市的报告提到“低空经济”：岚原省[1]、溟海省[2]。",
        "没有提到的有1个：汀湖省。",
    ),
    (
        "2024年有多少个省把“算力中心”写进了报告？",
        "有1个省区市的报告提到“算力中心”：岚原省[1]。",
        "没有提到的有2个：汀湖省、溟海省。",
    ),
    (
        "有几个省提出发展低空经济",
        "有2个省区市的报告提到“低空经济”：岚原省[1]、溟海省[2]。",
        "没有提到的有1个：汀湖省。",
    ),
    # the plan is what is spoken of, not when
    (
        "哪些省2024年的报告提到“十五五”",
        "有1个省区市的报告提到“十五五”：汀湖省[1]。",
        "没有提到的有2个：岚原省、溟海省。",
    ),
    ("2023年说到海洋牧场的有哪些省", "有1个省区市的报告提到“海洋牧场”：岚原省[1]。", "读了资料库里1个省区市的报告。"),
]


@pytest.mark.parametrize(("question", "first", "rest"), ASKED)
def test_the_places_whose_newest_report_has_the_words_are_named(question: str, first: str, rest: str) -> None:
    answer = ANSWERS.answer(question)
    assert answer.status is Status.ANSWERED
    told, read = answer.text.splitlines()
    assert told == first
    assert read.endswith(rest)
    assert unsupported(answer) == frozenset()


def test_each_place_is_cited_with_the_clause_that_has_the_words() -> None:
    answer = ANSWERS.answer("哪些省的报告提到了低空经济？")
    assert [(c.doc, c.quote) for c in answer.citations] == [
        ("岚原省/2024.txt", "培育低空经济"),
        ("溟海省/2024.txt", "积极发展低空经济"),
    ]


def test_those_that_do_not_speak_of_it_come_first_where_they_are_asked_for() -> None:
    answer = ANSWERS.answer("哪些省的报告没有提到低空经济？")
    assert answer.text.splitlines()[0] == "有1个省区市的报告没有提到“低空经济”：汀湖省。"


def test_what_no_report_speaks_of_is_refused() -> None:
    answer = ANSWERS.answer("哪些省的报告提到了深海采矿？")
    assert answer.status is Status.NOT_FOUND
    assert answer.text == "资料库里3个省区市的报告都没有提到“深海采矿”。"
    assert not answer.citations


def test_the_goals_of_an_indicator_are_told_with_their_amounts() -> None:
    assert "300万吨" in ANSWERS.answer("哪些省2024年提到了粮食产量目标？").text
