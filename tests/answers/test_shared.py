"""Questions about real reports of one district, read from beside the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.evaluation.questions import QuestionReport, Verdict, evaluate_questions, read_questions
from rag.reading import read
from tests.answers.small import answerer

pytestmark = pytest.mark.shared

LOOK_UPS = ("lookup_target", "lookup_result", "lookup_text", "followup")


@pytest.fixture(scope="module")
def judged(shared: Path) -> QuestionReport:
    corpus = shared / "corpus"
    documents = tuple(read(path, corpus) for path in sorted((corpus / "hailar").glob("*.txt")))
    names = {Path(document.path).name for document in documents}
    questions = [
        asked
        for asked in read_questions(shared / "eval" / "questions_dev.jsonl")
        if {e.doc for e in asked.evidence} <= names and (asked.evidence or "海拉尔" in asked.question)
    ]
    return evaluate_questions(questions, answerer(documents).answer)


def test_most_look_ups_are_right(judged: QuestionReport) -> None:
    rows = [j for j in judged.judged if j.asked.type in LOOK_UPS]
    assert len(rows) > 15
    assert sum(j.verdict is Verdict.RIGHT for j in rows) / len(rows) >= 0.75


def test_what_no_report_says_is_refused(judged: QuestionReport) -> None:
    assert [j.asked.id for j in judged.judged if j.verdict is Verdict.ANSWERED] == []


def test_no_answer_has_a_number_without_a_source(judged: QuestionReport) -> None:
    assert [j.asked.id for j in judged.judged if j.loose] == []
