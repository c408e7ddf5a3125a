"""Judging answers against a question set."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rag.errors import ReadError
from rag.evaluation.questions import (
    Asked,
    Evidence,
    Verdict,
    evaluate_questions,
    flat,
    holds,
    judge,
    read_questions,
)
from rag.records import Answer, Citation, Question, Span, Status, Turn

QUESTION = Question("云渚县2024年种多少亩玉米？", "云渚县2024年种多少亩玉米?")
ASKED = Asked(
    "q1",
    "lookup_target",
    QUESTION.text,
    (),
    (("4200亩",),),
    (Evidence("a.txt", (Span(10, 20),)),),
    ("350亩",),
    False,
    False,
)

CITED = Span(12, 18)


def answer(text: str, status: Status = Status.ANSWERED, span: Span = CITED, doc: str = "云渚县/a.txt") -> Answer:
    return Answer(status, text, QUESTION, (Citation(1, doc, span, text, "报告"),), elapsed_ms=4.0)


def variant(**changes: object) -> Asked:
    return Asked(**{**{name: getattr(ASKED, name) for name in Asked.__slots__}, **changes})  # type: ignore[arg-type]


VERDICTS = [
    (ASKED, answer("种植玉米4200亩"), Verdict.RIGHT),
    (ASKED, answer("种植玉米４，２００亩"), Verdict.RIGHT),
    (ASKED, answer("种植玉米14200亩"), Verdict.MISSING),
    (ASKED, answer("种植玉米4200亩、茶叶350亩"), Verdict.FORBIDDEN),
    (ASKED, answer("种植玉米4200亩" + "。" * 200), Verdict.TOO_LONG),
    (ASKED, answer("种植玉米4200亩", span=Span(20, 25)), Verdict.NOT_CITED),
    (ASKED, answer("种植玉米4200亩", doc="b.txt"), Verdict.NOT_CITED),
    (ASKED, answer("没有", Status.NOT_FOUND), Verdict.REFUSED),
    (variant(refuse=True), answer("没有", Status.NOT_FOUND), Verdict.RIGHT),
    (variant(refuse=True), answer("种植玉米4200亩"), Verdict.ANSWERED),
    (variant(masked=True, pieces=()), answer("隐去", Status.MASKED), Verdict.RIGHT),
    (variant(masked=True, pieces=()), answer("XX亩"), Verdict.NOT_MASKED),
    (variant(masked=True, pieces=()), answer("隐去", Status.MASKED, Span(30, 31)), Verdict.NOT_CITED),
]


@pytest.mark.parametrize(("asked", "given", "verdict"), VERDICTS)
def test_an_answer_is_judged(asked: Asked, given: Answer, verdict: Verdict) -> None:
    assert judge(asked, given) is verdict


@pytest.mark.parametrize(
    ("text", "piece", "found"),
    [
        ("增长5%", "5%", True),
        ("增长3.5%", "5%", False),
        ("共15个", "5个", False),
        ("5.5亿元", "5.5", True),
        ("5.55亿", "5.5", False),
    ],
)
def test_numbers_are_compared_whole(text: str, piece: str, found: bool) -> None:
    assert holds(flat(text), piece) is found


def test_a_report_counts_by_type_and_tells_loose_numbers() -> None:
    def ask(question: str, history: object) -> Answer:
        return Answer(
            Status.ANSWERED, "种植玉米4200亩，又99亩", QUESTION, answer("种植玉米4200亩").citations, elapsed_ms=4.0
        )

    report = evaluate_questions((ASKED, variant(id="q2", type="unanswerable", refuse=True)), ask)
    assert report.right == 0.5
    assert [j.verdict for j in report.judged] == [Verdict.RIGHT, Verdict.ANSWERED]
    assert [j.loose for j in report.judged] == [{"99"}, {"99"}]
    table = report.table()
    assert "| lookup_target | 1 | 1 | 1.000 |" in table
    assert "| 合计 | 2 | 1 | 0.500 |" in table
    assert "答了不能答的 1" in table
    assert "含有无出处数字的回答：2" in table


def test_an_empty_set_has_a_table_too() -> None:
    assert "| 合计 | 0 | 0 | 0.000 |" in evaluate_questions((), lambda q, h: answer("")).table()


def test_questions_are_read_with_their_history(tmp_path: Path) -> None:
    line = {"id": "d1", "type": "followup", "question": "2024年呢？", "history": [{"role": "user", "content": "种多少？"}],
            "answers": [["4200亩"]], "evidence": [{"doc": "a.txt", "spans": [[1, 2]]}]}  # fmt: skip
    path = tmp_path / "q.jsonl"
    path.write_text(json.dumps(line, ensure_ascii=False) + "\n\n", encoding="utf-8")
    (asked,) = read_questions(path)
    assert asked.history == (Turn("user", "种多少？"),)
    assert asked.evidence == (Evidence("a.txt", (Span(1, 2),)),)
    assert not asked.refuse


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"id": "a"}', '{"id":"a","type":"t","question":"q","evidence":[{"doc":"d"}]}']
)
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "q.jsonl"
    path.write_text('{"id":"a","type":"t","question":"q"}\n' + line, encoding="utf-8")
    with pytest.raises(ReadError, match="第 2 行"):
        read_questions(path)


def test_a_missing_file_is_an_error_for_users(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="读不出来"):
        read_questions(tmp_path / "none.jsonl")
