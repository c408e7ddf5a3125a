"""Two things set side by side, each in a place of its own."""

from __future__ import annotations

import pytest

from rag.answers.kinds.sides import sides
from rag.records import Status
from tests.answers.small import REPORTS, answerer, reader, report

DISTRICT = """政府工作报告

二、2023年工作安排
新建高标准农田0.7万亩，改造老旧小区31个。
"""
PLACES = (
    *REPORTS,
    report("松陵区/2023.txt", DISTRICT, ("岚原省", "望川市", "松陵区"), 2023, "2023年松陵区政府工作报告"),
)
ANSWERS, READER = answerer(PLACES), reader(PLACES)

APART = [
    (
        "芦湾镇2024年要种的玉米，跟松陵区2023年改造的老旧小区比，哪边多？",
        [("芦湾镇2024年", {"玉米"}, (2024,)), ("松陵区2023年", {"老旧小区改造"}, (2023,))],
    ),
    (
        "2024年芦湾镇新栽的茶叶和云渚县的粮食产量目标分别是多少？",
        [("芦湾镇2024年", {"茶叶"}, (2024,)), ("云渚县2024年", {"粮食产量"}, (2024,))],
    ),
]


@pytest.mark.parametrize(("question", "expected"), APART)
def test_each_side_is_a_question_of_its_own(
    question: str, expected: list[tuple[str, set[str], tuple[int, ...]]]
) -> None:
    parts = sides(READER.read(question), READER.read)
    assert [part.label for part in parts] == [label for label, _, _ in expected]
    for part, (_, things, years) in zip(parts, expected, strict=True):
        assert things <= {t.concept or t.text for t in part.reading.subject}
        assert part.reading.years.years == years


@pytest.mark.parametrize(
    "question",
    [
        "云渚县和芦湾镇2024年粮食产量谁高？",
        "芦湾镇2024年种多少亩玉米？",
        "云渚县2023年粮食产量比芦湾镇高多少？",
        "2024年云渚县和全国的城镇新增就业目标各是多少？",
    ],
)
def test_places_that_share_their_thing_and_year_are_no_sides(question: str) -> None:
    assert sides(READER.read(question), READER.read) == ()


def test_both_sides_are_told_with_their_sources() -> None:
    answer = ANSWERS.answer("芦湾镇2024年要种的玉米和松陵区2023年新建的高标准农田分别是多少亩？")
    assert answer.status is Status.ANSWERED
    assert "4200亩" in answer.text
    assert "0.7万亩" in answer.text
    assert [c.doc for c in answer.citations] == ["芦湾镇/2024.txt", "松陵区/2023.txt"]
