"""What is typed and is no question."""

from __future__ import annotations

import time

import pytest

from rag.answers.asked.intake import LONGEST, objection
from rag.records import Status
from tests.answers.small import answerer

OBJECTED = [
    ("", "还没有写问题"),
    (" \n\t　", "还没有写问题"),
    ("？？！……", "没有看到文字"),
    ("😀😀", "没有看到文字"),
    ("问" * (LONGEST + 1), "太长"),
    ("问" * 10_000, "太长"),
    ("What is the GDP target?", "中文"),
    ("Какая цель?", "中文"),
    ("<script>alert(1)</script>", "代码"),
    ("'; DROP TABLE documents; --", "代码"),
    ("SELECT * FROM figures", "代码"),
    ("12345", "只看到数字"),
]


@pytest.mark.parametrize(("text", "reply"), OBJECTED)
def test_what_is_no_question_gets_a_kind_reply(text: str, reply: str) -> None:
    assert reply in (objection(text) or "")
    answer = answerer().answer(text)
    assert answer.status is Status.UNCLEAR
    assert answer.citations == ()


@pytest.mark.parametrize("text", ["GDP目标是多少？", "<b>粮食产量</b>目标是多少？", "2024年呢", "問"])
def test_a_question_with_chinese_words_is_taken(text: str) -> None:
    assert objection(text) is None


def test_a_hostile_text_takes_no_longer_than_its_length() -> None:
    began = time.process_time()
    for text in ("<a" * 50_000, "select " * 50_000, "是" * 500, "1、" * 250, "“" * 499, "2012、" * 100):
        objection(text)
    assert time.process_time() - began < 5


def test_markup_beside_a_question_changes_nothing() -> None:
    plain = answerer().answer("云渚县2024年粮食产量目标是多少？")
    marked = answerer().answer("<i>云渚县2024年粮食产量目标是多少？</i>")
    assert [c.quote for c in marked.citations] == [c.quote for c in plain.citations]


def test_a_text_without_a_subject_is_asked_for_one() -> None:
    answer = answerer().answer("是多少？")
    assert answer.status is Status.UNCLEAR
    assert "具体事项" in answer.text
