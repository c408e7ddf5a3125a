"""The page 问答, run by Streamlit without a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.chat_app import ask, html, opened
from tests.ui.fakes import SENTENCE


@pytest.fixture
def page(tmp_path: Path) -> AppTest:
    return opened(tmp_path)


def test_the_empty_page_welcomes_and_offers_examples(page: AppTest) -> None:
    assert "问一问政府报告" in html(page)
    assert page.button(key="example-0").label == "青石镇2024年计划种多少亩玉米？"
    assert not page.exception


def test_an_example_is_asked_by_its_button(page: AppTest) -> None:
    page.button(key="example-0").click().run()
    assert page.session_state["assistant"].asked[0][0] == "青石镇2024年计划种多少亩玉米？"
    assert f"<mark>{SENTENCE}</mark>" in html(page)
    assert "问一问政府报告" not in html(page)


def test_the_label_of_an_example_is_plain_text_and_the_question_is_asked_unchanged(page: AppTest) -> None:
    label = page.button(key="example-1").label
    assert "\\*" in label
    assert ":smile:" not in label
    page.button(key="example-1").click().run()
    assert page.session_state["assistant"].asked[0][0] == "**粗** $x$ :smile:"


def test_a_question_gets_its_answer_then_its_sources(page: AppTest) -> None:
    shown = html(ask(page, "种多少亩玉米？"))
    order = ["种多少亩玉米？", "计划种植玉米1.2万亩", "<table", "理解为", "zw-source"]
    assert [shown.index(piece) for piece in order] == sorted(shown.index(piece) for piece in order)
    assert '（云溪县/青石镇_2024.txt）">复制</button>' in shown


def test_the_conversation_stays_and_a_new_one_begins_empty(page: AppTest) -> None:
    ask(page, "种多少亩玉米？")
    ask(page, "修几座桥？")
    assert html(page).count("zw-question") == 2
    assert page.session_state["assistant"].asked[1][1][0].content == "种多少亩玉米？"
    page.button(key="new").click().run()
    assert html(page).count("zw-question") == 0
    assert "问一问政府报告" in html(page)


def test_only_a_new_answer_appears_bit_by_bit(page: AppTest) -> None:
    assert "zw-clause" in html(ask(page, "种多少亩玉米？"))
    assert "zw-clause" not in html(page.run())


def test_filters_narrow_the_next_question(page: AppTest) -> None:
    page.multiselect(key="filter-places").select("青石镇")
    page.multiselect(key="filter-years").select("2024").run()
    assert "只在这些范围里找：青石镇、2024 年<" in html(page)
    ask(page, "种多少亩玉米？")
    assert "只在青石镇、2024 年里找，理解为" in html(page)
    given = page.session_state["assistant"].asked[0][2]
    assert (given.places, given.years) == (("青石镇",), (2024,))
    page.button(key="clear-filters").click().run()
    assert page.multiselect(key="filter-places").value == []


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("修几座桥？", "报告里没有找到"),
        ("哪里", "还需要补充一点"),
        ("崩溃", "出了一点意外"),
        ("长" * 10_000, "问题有 10000 个字"),
    ],
)
def test_what_is_no_answer_says_what_it_is_and_the_chat_goes_on(page: AppTest, question: str, said: str) -> None:
    assert said in html(ask(page, question))
    assert not page.exception
    assert "zw-source" in html(ask(page, "种多少亩玉米？"))


@pytest.mark.parametrize("question", ["<img src=x onerror=alert(1)>", "</p><script>1</script>", "$$x$$ **a** [b](c)"])
def test_a_hostile_question_is_shown_as_text(page: AppTest, question: str) -> None:
    shown = html(ask(page, question))
    assert "<img" not in shown
    assert "<script>1" not in shown
    assert not page.markdown


def test_reading_on_opens_at_the_quote_and_turns_pages(page: AppTest) -> None:
    ask(page, "种多少亩玉米？")
    key = page.session_state["exchanges"][0].key
    page.session_state[f"{key}-1-open"] = True
    page.run()
    assert "第 1 页，共 4 页" in html(page)
    page.button(key=f"{key}-1-page-下一页").click().run()
    assert "第 2 页，共 4 页" in html(page)
    page.button(key=f"{key}-1-page-回到引文").click().run()
    assert "第 1 页，共 4 页" in html(page)
    assert page.button(key=f"{key}-1-page-上一页").disabled
