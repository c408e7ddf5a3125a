"""What a user thinks of an answer is kept with its circumstances, shown again, changed and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from rag.conversations import Conversations, Reason
from rag.records import Turn
from rag.ui.chat.feedback import BAD, GOOD
from tests.ui.chat_app import ask, html, opened


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def page(state: Path) -> AppTest:
    return ask(ask(opened(state), "修几座桥？"), "种多少亩玉米？")


def key(page: AppTest) -> str:
    return str(page.session_state["exchanges"][-1].key)


def judge(page: AppTest, value: str | None) -> AppTest:
    return page.pills(key=f"{key(page)}-thumbs").set_value(value).run()


def test_a_thumb_up_is_kept_with_question_history_answer_and_generation(page: AppTest, state: Path) -> None:
    judge(page, GOOD)
    (kept,) = Conversations(state).all_feedback()
    assert (kept.good, kept.question, kept.generation) == (True, "种多少亩玉米？", 3)
    assert kept.history[0] == Turn("user", "修几座桥？")
    assert kept.answer == page.session_state["exchanges"][-1].answer
    assert "哪里不对" not in [group.label for group in page.pills]


def test_a_thumb_down_asks_why_and_keeps_the_reason(page: AppTest, state: Path) -> None:
    judge(page, BAD)
    assert "已记下" in html(page)
    page.pills(key=f"{key(page)}-reason").set_value(Reason.YEAR).run()
    page.text_input(key=f"{key(page)}-remark").set_value("<b>我要2023年的</b>").run()
    (kept,) = Conversations(state).all_feedback()
    assert (kept.good, kept.reason, kept.remark) == (False, Reason.YEAR, "<b>我要2023年的</b>")


def test_a_judgement_is_changed_and_taken_back(page: AppTest, state: Path) -> None:
    judge(page, BAD)
    judge(page, GOOD)
    assert [kept.good for kept in Conversations(state).all_feedback()] == [True]
    judge(page, None)
    assert Conversations(state).all_feedback() == ()


def test_a_judgement_is_there_again_in_a_new_session(page: AppTest, state: Path) -> None:
    judge(page, BAD)
    page.pills(key=f"{key(page)}-reason").set_value(Reason.NUMBER).run()
    named = page.query_params["c"]
    again = opened(state, c=named if isinstance(named, str) else named[0])
    assert again.pills(key=f"{key(again)}-thumbs").value == BAD
    assert again.pills(key=f"{key(again)}-reason").value == Reason.NUMBER


def test_a_judgement_that_cannot_be_kept_is_said(page: AppTest, state: Path) -> None:
    for path in state.glob("conversations.sqlite*"):
        path.unlink()
    (state / "conversations.sqlite").write_bytes(b"no database" * 999)
    judge(page, BAD)
    assert "没有记下" in html(page)
