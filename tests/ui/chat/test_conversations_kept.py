"""Conversations stay: over a new session, in the list, under their link; they are searched, renamed, deleted, brought back."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from rag.conversations import MOST_ENTRIES, Conversations, Entry, written
from rag.records import Measure
from rag.ui.chat.conversation import Exchange
from rag.ui.chat.session import Talk
from tests.ui.chat_app import ask, html, opened
from tests.ui.fakes import HOSTILE, SENTENCE, FakeAssistant, FakeFigures, corn


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def current(page: AppTest) -> str:
    named = page.query_params["c"]
    return named if isinstance(named, str) else str(named[0])


def rows(page: AppTest) -> list[str]:
    return [b.label.replace("\u2060\\", "") for b in page.button if str(b.key).startswith("history-open")]


def talked(state: Path, *questions: str, owner: str = "ann") -> AppTest:
    page = opened(state, owner)
    for question in questions:
        ask(page, question)
    return page


def test_the_link_names_the_conversation_from_its_first_answer_on(state: Path) -> None:
    page = opened(state)
    assert "c" not in page.query_params
    ask(page, "种多少亩玉米？")
    named = current(page)
    ask(page, "那2023年玉米呢？")
    assert current(page) == named


def test_an_answer_is_shown_again_as_it_was_without_being_asked_again(state: Path) -> None:
    first = talked(state, "种多少亩玉米？", "修几座桥？", "崩溃", "脚本")
    again = opened(state, c=current(first))
    shown = html(again)
    assert again.session_state["exchanges"] == first.session_state["exchanges"]
    assert f"<mark>{SENTENCE}</mark>" in shown
    assert "村级道路硬化12公里。" in shown
    assert "出了一点意外" in shown
    assert again.session_state["assistant"].asked == []


def test_the_newest_conversation_heads_the_list_and_opens_by_its_row(state: Path) -> None:
    talked(state, "修几座桥？")
    page = talked(state, "种多少亩玉米？")
    assert rows(page) == ["种多少亩玉米？", "修几座桥？"]
    page.button(key=next(b.key for b in page.button if b.label == "修几座桥？")).click().run()
    assert "报告里没有找到" in html(page)
    assert "zw-source" not in html(page)


def test_everybody_sees_their_own_list_only(state: Path) -> None:
    talked(state, "种多少亩玉米？")
    assert rows(opened(state, "ben")) == []


def test_a_shared_link_is_read_by_others_and_what_they_ask_goes_into_a_copy(state: Path) -> None:
    mine = current(talked(state, "种多少亩玉米？"))
    theirs = opened(state, "ben", c=mine)
    assert "这是别人分享的对话" in html(theirs)
    ask(theirs, "修几座桥？")
    assert current(theirs) != mine
    assert [e.question for e in theirs.session_state["exchanges"]] == ["种多少亩玉米？", "修几座桥？"]
    assert "这是别人分享的对话" not in html(theirs.run())
    kept = Conversations(state).opened(mine)
    assert kept is not None
    assert [e.question for e in kept.entries] == ["种多少亩玉米？"]


@pytest.mark.parametrize("link", ["nobody-knows", "' OR 1=1", "x" * 10_000, "\x00"])
def test_a_link_to_nothing_says_so_and_the_page_is_there(state: Path, link: str) -> None:
    page = opened(state, c=link)
    assert "没有找到这个对话" in html(page)
    assert "问一问政府报告" in html(page)
    assert "c" not in page.query_params
    assert "没有找到这个对话" not in html(page.run())


def test_a_question_in_the_link_is_asked_once_in_a_conversation_of_its_own(state: Path) -> None:
    page = opened(state, q="种多少亩玉米？")
    assert [asked[0] for asked in page.session_state["assistant"].asked] == ["种多少亩玉米？"]
    assert "q" not in page.query_params
    page.run()
    page.run()
    assert len(page.session_state["assistant"].asked) == 1
    assert rows(page) == ["种多少亩玉米？"]


@pytest.mark.parametrize("question", [HOSTILE, "长" * 20_000])
def test_any_question_in_a_link_is_text(state: Path, question: str) -> None:
    page = opened(state, q=question)
    assert not page.exception
    assert "<img src=x" not in html(page)
    assert len(page.session_state["exchanges"][0].question) <= 10_000


def test_a_conversation_is_renamed_and_found(state: Path) -> None:
    talked(state, "修几座桥？")
    page = talked(state, "种多少亩玉米？")
    id = current(page)
    page.session_state[f"history-menu-{id}"] = True
    page.run()
    page.text_input(key=f"history-name-{id}").set_value("玉米 <b>的事</b>").run()
    assert rows(page) == ["玉米 <b>的事</b>", "修几座桥？"]
    page.text_input(key="history-search").set_value("地膜玉米").run()
    assert rows(page) == ["玉米 <b>的事</b>"]
    page.text_input(key="history-search").set_value("没有这个").run()
    assert rows(page) == []
    assert "没有找到" in html(page)


def test_a_deleted_conversation_can_be_brought_back(state: Path) -> None:
    talked(state, "修几座桥？")
    page = talked(state, "种多少亩玉米？")
    id = current(page)
    page.session_state[f"history-menu-{id}"] = True
    page.run()
    page.button(key=f"history-delete-{id}").click().run()
    assert rows(page) == ["修几座桥？"]
    assert "已删除“种多少亩玉米？”" in html(page)
    assert "问一问政府报告" in html(page)
    page.button(key="history-undo").click().run()
    assert rows(page) == ["种多少亩玉米？", "修几座桥？"]
    assert current(page) == id
    assert f"<mark>{SENTENCE}</mark>" in html(page)


def test_hundreds_of_conversations_are_shown_a_few_at_a_time(state: Path) -> None:
    kept = Conversations(state)
    for n in range(120):
        kept.append("ann", None, Entry(f"k{n}", f"第{n}个", "", written(Exchange(f"k{n}", f"第{n}个"))))
    page = opened(state)
    assert len(rows(page)) == 8
    page.button(key="history-more").click().run()
    assert (len(rows(page)), rows(page)[0]) == (28, "第119个")


def test_a_long_conversation_shows_its_end_first_and_takes_no_more_when_full(state: Path) -> None:
    kept, id = Conversations(state), None
    for n in range(MOST_ENTRIES):
        said = Exchange(f"k{n}", f"第{n}个", corn(f"第{n}个"), generation=3)
        id = kept.append("ann", id, Entry(said.key, said.question, "", written(said)))
    page = opened(state, c=str(id))
    assert html(page).count("zw-question") == 10
    assert page.chat_input[0].disabled
    page.button(key="show-earlier").click().run()
    assert html(page).count("zw-question") == MOST_ENTRIES


def test_a_damaged_answer_is_said_in_its_place_and_the_rest_is_there(state: Path) -> None:
    page = talked(state, "修几座桥？", "种多少亩玉米？")
    with sqlite3.connect(state / "conversations.sqlite") as db:
        db.execute("UPDATE exchange SET content = '{' WHERE ordinal = 0")
    db.close()
    again = html(opened(state, c=current(page)))
    assert "这条记录读不出来" in again
    assert f"<mark>{SENTENCE}</mark>" in again


@pytest.mark.parametrize(
    ("content", "said"), [(b"no database" * 999, "已损坏"), (None, "更新版本")], ids=["damaged", "newer"]
)
def test_without_its_file_the_chat_works_and_says_that_nothing_is_kept(
    state: Path, content: bytes | None, said: str
) -> None:
    talked(state, "修几座桥？")
    if content is None:
        with sqlite3.connect(state / "conversations.sqlite") as db:
            db.execute("PRAGMA user_version = 9")
        db.close()
    else:
        (state / "conversations.sqlite").write_bytes(content)
    page = talked(state, "种多少亩玉米？", "修几座桥？")
    assert said in html(page)
    assert "可以照常提问" in html(page)
    assert html(page).count("zw-question") == 2
    assert page.session_state["assistant"].asked[1][1][0].content == "种多少亩玉米？"
    assert not page.exception


def test_what_could_not_be_kept_at_first_is_kept_as_soon_as_it_can_be(state: Path) -> None:
    state.write_text("a file where the folder is to be", encoding="utf-8")
    page = talked(state, "种多少亩玉米？")
    assert "对话没有保存" in html(page)
    state.unlink()
    ask(page, "修几座桥？")
    assert "对话没有保存" not in html(page)
    again = opened(state, c=current(page))
    assert [e.question for e in again.session_state["exchanges"]] == ["种多少亩玉米？", "修几座桥？"]


def test_an_answer_from_before_an_update_is_kept_and_can_be_asked_again(state: Path) -> None:
    first = talked(state, "种多少亩玉米？")
    assert "资料库已更新" not in html(first.run())
    assistant = FakeAssistant(FakeFigures())
    assistant.index.generation = 4
    later = opened(state, c=current(first), assistant=assistant)
    key = later.session_state["exchanges"][0].key
    assert "资料库已更新" in html(later)
    assert f"<mark>{SENTENCE}</mark>" in html(later)
    later.button(key=f"{key}-again").click().run()
    assert [e.generation for e in later.session_state["exchanges"]] == [4]
    assert "资料库已更新" not in html(later)
    assert [e.generation for e in opened(state, c=current(later), assistant=assistant).session_state["exchanges"]] == [
        4
    ]


def test_what_failed_can_be_asked_once_more_in_its_place(state: Path) -> None:
    page = talked(state, "崩溃", "种多少亩玉米？")
    failed = page.session_state["exchanges"][0]
    page.session_state["assistant"].index = FakeFigures()
    page.button(key=f"{failed.key}-retry").click().run()
    assert [e.question for e in page.session_state["exchanges"]] == ["崩溃", "种多少亩玉米？"]
    assert page.session_state["exchanges"][0].key != failed.key


def test_an_export_reads_the_file_and_no_session(state: Path) -> None:
    page = talked(state, "种多少亩玉米？")
    found = Talk(Conversations(state), "ann").exchanges_of(current(page))
    assert [replace(said, sources=()) for said in found] == [
        replace(said, sources=()) for said in page.session_state["exchanges"]
    ]


def test_suggestions_are_asked_by_their_button(state: Path) -> None:
    grown = replace(corn("").figures[0], topics=("粮食安全",))
    figures = FakeFigures(
        (grown, replace(grown, year=2023), replace(grown, doc="另一份.txt", measure=Measure.INCREASE))
    )
    figures.generation = 71
    page = ask(opened(state, assistant=FakeAssistant(figures)), "种多少亩玉米？")
    suggested = [b for b in page.button if "-next-" in str(b.key)]
    assert [b.label for b in suggested] == ["青石镇2024年玉米增长目标是多少？"]
    suggested[0].click().run()
    assert page.session_state["exchanges"][-1].question == "青石镇2024年玉米增长目标是多少？"
