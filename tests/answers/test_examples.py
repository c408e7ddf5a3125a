"""Example questions drawn from an index."""

from __future__ import annotations

from rag.answers.examples import example_questions
from rag.records import Status
from tests.answers.small import REPORTS, MemoryIndex, answerer

ANSWERS = answerer()


def test_every_example_is_answered() -> None:
    examples = example_questions(MemoryIndex(REPORTS), 4, ANSWERS.answer)
    assert len(examples) >= 3
    assert {ANSWERS.answer(question).status for question in examples} == {Status.ANSWERED}


def test_examples_speak_of_different_places_and_of_what_is_to_come() -> None:
    examples = example_questions(MemoryIndex(REPORTS), 3, ANSWERS.answer)
    assert "云渚县2024年" in examples[0]
    assert "目标" in examples[0]
    assert any(question.startswith("全国") for question in examples)


def test_an_empty_index_gives_no_examples() -> None:
    assert example_questions(MemoryIndex(()), 4) == ()


def test_a_question_that_does_not_lead_back_is_left_out() -> None:
    refusing = answerer(REPORTS[:1])
    examples = example_questions(MemoryIndex(REPORTS), 4, refusing.answer)
    assert all("2023" in question or "2022" in question for question in examples)
