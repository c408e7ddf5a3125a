"""A question goes to the assistant, and whatever comes of it becomes part of the conversation."""

import logging

import pytest

from rag.errors import EncoderError, IndexMissing, QuestionError, ZhengwenError
from rag.records import Filter, Status, Turn
from rag.ui.chat.conversation import Exchange, exchange, turns
from rag.ui.parts.guard import described
from tests.ui.fakes import FakeAssistant, corn


def test_an_answer_comes_with_its_sources() -> None:
    said = exchange("种多少玉米？", (), Filter(), FakeAssistant())
    assert said.answer is not None
    assert [source.citation.n for source in said.sources] == [1]
    assert said.problem is None
    assert said.nearest == ()


def test_the_filter_and_the_earlier_turns_are_handed_on() -> None:
    assistant, chosen = FakeAssistant(), Filter(places=("青石镇",), years=(2024,))
    first = exchange("种多少玉米？", (), chosen, assistant)
    exchange("那油菜呢？", (first,), chosen, assistant)
    question, history, given = assistant.asked[-1]
    assert question == "那油菜呢？"
    assert [turn.role for turn in history] == ["user", "assistant"]
    assert history[0] == Turn("user", "种多少玉米？")
    assert given == chosen


def test_what_is_not_found_shows_what_comes_near() -> None:
    said = exchange("修几座桥？", (), Filter(), FakeAssistant())
    assert said.answer is not None
    assert said.answer.status is Status.NOT_FOUND
    assert [hit.passage.text for hit in said.nearest] == ["村级道路硬化12公里。"]


def test_an_error_for_the_user_is_shown_as_it_is() -> None:
    said = exchange("长" * 600, (), Filter(), FakeAssistant())
    assert said.problem == ("这个问题没法处理", "问题有 600 个字，最多 500 个；请缩短后再问")


def test_an_unexpected_error_gives_a_reference_and_no_internals(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        said = exchange("崩溃", (), Filter(), FakeAssistant())
    assert said.problem is not None
    title, text = said.problem
    assert title == "出了一点意外"
    assert "internals" not in text
    reference = text.split("编号 ")[1][:8]
    assert reference in caplog.text
    assert "ZeroDivisionError" in caplog.text


def test_only_what_was_answered_is_remembered_and_not_without_end() -> None:
    answered = Exchange("a", "种多少玉米？", corn("种多少玉米？"))
    failed = Exchange("b", "崩溃", problem=("题", "文"))
    assert turns([answered, failed]) == (Turn("user", "种多少玉米？"), Turn("assistant", corn("").text))
    assert len(turns([answered] * 50)) == 12


@pytest.mark.parametrize(
    ("error", "title"),
    [
        (IndexMissing("x"), "资料库还没有建立"),
        (QuestionError("x"), "这个问题没法处理"),
        (EncoderError("x"), "语义模型没能载入"),
        (ZhengwenError("x"), "暂时无法完成"),
    ],
)
def test_every_error_of_ours_has_a_title_and_keeps_its_message(error: ZhengwenError, title: str) -> None:
    assert described(error) == (title, "x")
