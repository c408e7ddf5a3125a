"""Several questions asked at once."""

from __future__ import annotations

import pytest

from rag.answers.follow_ups.at_once import asked_at_once, asked_by_clauses
from rag.records import Status
from tests.answers.small import answerer, reader

READER, ANSWERS = reader(), answerer()

APART = [
    # question, the subject and the place of each part
    (
        "跨江大桥的修复投多少钱？另外云渚县2023年粮食产量目标是多少？",
        (("大桥", "云渚县"), ("粮食产量", "云渚县")),
    ),
    (
        "云渚县2023年粮食产量多少？城镇新增就业多少人？",
        (("粮食产量", "云渚县"), ("城镇新增就业", "云渚县")),
    ),
    ("云渚县2024年要建多少高标准农田，还有老旧小区改造几个", (("高标准农田", "云渚县"), ("老旧小区改造", "云渚县"))),
    ("云渚县2024年粮食产量目标是多少？2022年是多少？", (("粮食产量", "云渚县"), ("粮食产量", "云渚县"))),
    ("云渚县2024年一季度接待游客多少，上半年要接待多少", (("游客", "云渚县"), ("游客", "云渚县"))),
    (
        "云渚县茶园的管护经费，2023年一亩多少钱，2024年打算提到多少？",
        (("管护经费", "云渚县"), ("管护经费", "云渚县")),
    ),
    ("云渚县2023年粮食产量多少？城镇新增就业呢？", (("粮食产量", "云渚县"), ("城镇新增就业", "云渚县"))),
    ("云渚县种多少亩玉米，芦湾镇呢", (("玉米", "云渚县"), ("玉米", "芦湾镇"))),
    ("云渚县2023年粮食产量多少，2024年目标呢", (("粮食产量", "云渚县"), ("粮食产量", "云渚县"))),
    ("云渚县2023年粮食产量，2024年要达到多少", (("粮食产量", "云渚县"), ("粮食产量", "云渚县"))),
    ("芦湾镇种多少玉米；云渚县挖多少公里水渠？", (("玉米", "芦湾镇"), ("水渠", "云渚县"))),
]
ONE = [
    "云渚县2023年粮食产量目标是多少？实际完成多少？",
    "云渚县2023年粮食产量多少？比上年多多少？",
    "云渚县和芦湾镇2024年谁的粮食产量高？高多少？",
    "云渚县的河道修复哪天开工？由哪家公司承建？",
    "云渚县2024年要建多少高标准农田？",
    "云渚县茶园的管护经费，2023年一亩多少钱？",
    "云渚县2024年要建多少高标准农田？它在哪个镇？",
    "云渚县2024年粮食产量目标是多少？2023年呢？",
    "云渚县2023年定的粮食产量目标是多少，完成了没有呢？",
]


@pytest.mark.parametrize(("question", "parts"), APART)
def test_each_of_several_questions_is_read_by_itself(question: str, parts: tuple[tuple[str, str], ...]) -> None:
    read = asked_at_once(READER.read(question), READER)
    assert [one.question.places for one in read] == [(place,) for _, place in parts]
    assert all(subject in (one.question.indicator or "") for one, (subject, _) in zip(read, parts, strict=True))


@pytest.mark.parametrize("question", ONE)
def test_what_goes_on_about_the_same_thing_is_one_question(question: str) -> None:
    assert asked_at_once(READER.read(question), READER) == ()


def test_the_answers_stand_in_the_order_of_the_questions_with_their_own_sources() -> None:
    answer = ANSWERS.answer("云渚县2024年要改造多少个老旧小区？另外，2023年实际新增就业多少人？")
    assert answer.status is Status.ANSWERED
    first, second = answer.text.splitlines()
    assert "9个" in first and "[1]" in first
    assert "2380人" in second and "[2]" in second
    assert [c.n for c in answer.citations] == [1, 2]


def test_a_part_that_no_report_answers_says_so() -> None:
    answer = ANSWERS.answer("云渚县2024年要改造多少个老旧小区？另外地铁修了几公里？")
    first, second = answer.text.splitlines()
    assert "9个" in first
    assert second == "地铁：报告没有说明。"


def test_nothing_is_answered_where_no_part_is() -> None:
    answer = ANSWERS.answer("云渚县2024年火箭发射了几枚？另外地铁修了几公里？")
    assert answer.status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("云渚县2024年要改造多少个老旧小区，粮食产量要达到多少吨？", ("老旧小区", "粮食产量")),
        ("云渚县2024年打算改造多少个老旧小区、挖多少公里水渠？", ("老旧小区", "水渠")),
        ("云渚县2024年要改造多少户、多少个老旧小区？挖多少公里水渠？", ("老旧小区", "水渠")),
        ("云渚县2024年玉米总产多少吨，产值多少？", ()),
        ("云渚县2024年要改造多少个老旧小区？", ()),
        ("云渚县2024年造了多少辆汽车？里头电动车占多少？", ()),
    ],
)
def test_clauses_that_ask_of_things_of_their_own_are_questions(question: str, parts: tuple[str, ...]) -> None:
    read = asked_by_clauses(READER.read(question), READER)
    assert len(read) == len(parts)
    assert all(part in (one.question.indicator or "") for one, part in zip(read, parts, strict=True))
    assert all(one.question.places == ("云渚县",) and one.years.years == (2024,) for one in read)


def test_what_the_whole_leaves_open_is_told_by_the_clauses() -> None:
    answer = ANSWERS.answer("云渚县2024年要改造多少个老旧小区，粮食产量目标是多少吨？")
    assert "9个" in answer.text
    assert "吨" in answer.text
