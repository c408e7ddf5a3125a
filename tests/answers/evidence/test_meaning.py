"""Choosing by meaning where the words of a question are not the report's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from rag.answers.answering import Answerer
from rag.places import gazetteer
from rag.protocols import Vectors
from rag.records import Answer, Status
from tests.answers.small import TOWN, FindsAll, MemoryIndex, indicators, no_topics, report

TEXT = """芦湾镇政府工作报告
二、2024年工作安排
修剪养护行道树26公里，新修生产便道31公里。
搭建防霜网80亩。
加装电梯21部，亮化楼宇31栋。
"""


class Senses:
    """An encoder that knows which of a few words are near: each text lies where the first sense that it names lies."""

    name, dimension = "senses", 4

    def __init__(self, senses: Mapping[str, int]) -> None:
        self._senses = senses

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            row[next((axis for word, axis in self._senses.items() if word in text), 0)] = 1.0
        return rows

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self.encode_passages(texts)


def asked(question: str, senses: Mapping[str, int]) -> Answer:
    index = MemoryIndex((report("芦湾镇/2024.txt", TEXT, TOWN, 2024, "2024年芦湾镇政府工作报告"),))
    encoder = Senses(senses)
    return Answerer(index, FindsAll(index), encoder, gazetteer(), topics=no_topics, indicators=indicators()).answer(
        question
    )


QUESTION = "芦湾镇2024年要养护路旁绿植多少公里？"


def test_what_lies_nearest_answers_though_its_words_say_only_a_part() -> None:
    answer = asked(QUESTION, {"绿植": 1, "行道树": 1, "便道": 2})
    assert (answer.status, [c.quote for c in answer.citations]) == (Status.ANSWERED, ["修剪养护行道树26公里"])


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("芦湾镇2024年给旧楼装多少部电梯？", Status.ANSWERED),
        ("芦湾镇2024年给旧楼装多少部电话？", Status.NOT_FOUND),
        ("芦湾镇2024年加装多少部天线？", Status.NOT_FOUND),
    ],
)
def test_what_is_counted_otherwise_is_no_rival(question: str, status: Status) -> None:
    assert asked(question, {"楼": 1, "电": 1}).status is status


def test_where_something_else_lies_nearer_nothing_is_answered() -> None:
    assert asked(QUESTION, {"绿植": 1, "便道": 1, "行道树": 2}).status is Status.NOT_FOUND


@pytest.mark.parametrize("question", ["芦湾镇2024年要架设光缆多少公里？", "芦湾镇2025年要养护路旁绿植多少公里？"])
def test_meaning_alone_is_no_answer(question: str) -> None:
    """Where no word of the subject is spoken of, or the year is another, nearness says nothing."""
    assert asked(question, {"光缆": 1, "绿植": 1, "行道树": 1}).status is Status.NOT_FOUND


def test_a_word_that_shares_a_telling_character_anchors_the_nearest_amount() -> None:
    answer = asked("芦湾镇2024年为了防霜冻要拉多少亩网？", {"霜": 1, "公里": 2})
    assert [c.quote for c in answer.citations] == ["搭建防霜网80亩。"]


def test_two_things_equally_near_are_no_answer() -> None:
    assert asked(QUESTION, {"绿植": 1, "便道": 1, "行道树": 1}).status is Status.NOT_FOUND


JOBS = """2024年芦湾镇政府工作报告
一、2023年工作回顾
2023年，农村劳务输出人数达到1300人。
二、2024年工作安排
2024年，农村劳务输出人数要达到1500人。新修生产便道31公里。
"""


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("芦湾镇2023年农村外出打工的一共多少人？", "1300人"),
        ("芦湾镇2024年农村外出打工的打算达到多少人？", "1500人"),
    ],
)
def test_amounts_of_one_thing_are_told_apart_by_side_and_year(question: str, number: str) -> None:
    index = MemoryIndex((report("芦湾镇/2024.txt", JOBS, TOWN, 2024, "2024年芦湾镇政府工作报告"),))
    encoder = Senses({"打工": 1, "劳务": 1, "便道": 2})
    answerer = Answerer(index, FindsAll(index), encoder, gazetteer(), topics=no_topics, indicators=indicators())
    assert number in answerer.answer(question).text


def test_a_question_without_a_place_is_not_answered_from_any_township() -> None:
    assert asked("2024年要养护路旁绿植多少公里？", {"绿植": 1, "行道树": 1, "便道": 2}).status is Status.NOT_FOUND


PLAN = """2024年芦湾镇政府工作报告
二、2024年工作安排
用3年时间引进返乡工匠，其中木匠90名、瓦匠60名。
今年引进返乡工匠50名，其中木匠30名、瓦匠20名。
"""


def test_what_a_plan_of_years_comes_to_is_not_for_one_year() -> None:
    index = MemoryIndex((report("芦湾镇/2024.txt", PLAN, TOWN, 2024, "2024年芦湾镇政府工作报告"),))
    answerer = Answerer(index, FindsAll(index), Senses({}), gazetteer(), topics=no_topics, indicators=indicators())
    assert "30名" in answerer.answer("芦湾镇2024年要引进多少名木匠？").text


APART = """2024年芦湾镇政府工作报告
一、2023年工作回顾
2023年全镇非农居民每户平均每人可用于生活的收入达到3.2万元，扣除物价因素增长6%；茶农的纯收入，全镇平均每人达到1.4万元。
"""


def test_words_behind_a_semicolon_name_no_amount_before_it() -> None:
    index = MemoryIndex((report("芦湾镇/2024.txt", APART, TOWN, 2024, "2024年芦湾镇政府工作报告"),))
    answerer = Answerer(index, FindsAll(index), Senses({}), gazetteer(), topics=no_topics, indicators=indicators())
    assert "1.4万元" in answerer.answer("芦湾镇2023年茶农平均每人纯收入是多少元？").text


def test_the_thing_named_last_must_be_told_or_nothing_else_lie_near() -> None:
    assert asked("芦湾镇2024年要给便道装多少公里护栏？", {"便道": 1, "行道树": 1}).status is Status.NOT_FOUND
