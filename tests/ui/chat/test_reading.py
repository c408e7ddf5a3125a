"""How a question was understood is shown as chips, which can be corrected, dropped, and put back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from rag.records import Correction, Filter, Question, QuestionKind
from rag.ui.chat.conversation import Exchange, exchange, merged
from rag.ui.chat.reading import Chip, Choices, Field, chips, choices, without
from tests.ui.chat_app import ask, html, opened
from tests.ui.fakes import HOSTILE, FakeAssistant, FakeFigures, corn


def said(correction: Correction = Correction(), carried: Correction = Correction()) -> Exchange:
    return Exchange("k", "种多少玉米？", corn("种多少玉米？"), correction=correction, carried=carried)


def test_every_field_that_was_read_is_a_chip_and_says_what_it_was_taken_from() -> None:
    assert chips(said()) == (
        Chip(Field.PLACES, ("云溪县青石镇",), inherited=True),
        Chip(Field.YEARS, ("2024 年",)),
        Chip(Field.INDICATOR, ("玉米",)),
        Chip(Field.TOPICS, ("粮食安全",)),
        Chip(Field.KIND, ("查一个数字",)),
    )
    assert chips(said())[0].text == "云溪县青石镇（沿用上文）"


def test_what_the_user_changed_is_marked_and_what_is_carried_on_counts_as_taken_over() -> None:
    found = {chip.field: chip for chip in chips(said(Correction(years=(2023,)), Correction(indicator="油菜")))}
    assert found[Field.YEARS].changed and not found[Field.YEARS].inherited
    assert found[Field.INDICATOR].inherited and not found[Field.INDICATOR].changed


def test_place_and_year_can_be_named_where_none_was_read() -> None:
    answer = replace(corn("玉米"), question=Question("玉米", "玉米", indicator="玉米"))
    found = chips(Exchange("k", "玉米", answer))
    assert [chip.text for chip in found] == ["不限地区", "不限年份", "玉米", "查一段表述"]


def test_a_question_of_which_nothing_was_made_has_no_chips() -> None:
    assert chips(Exchange("k", "你好", replace(corn("你好"), question=Question("你好", "你好")))) == ()
    assert chips(Exchange("k", "崩溃", problem=("题", "文"))) == ()


def test_what_was_dropped_can_be_seen_and_named_again() -> None:
    answer = replace(corn("玉米"), question=Question("玉米", "玉米", ("青石镇",)))
    found = chips(Exchange("k", "玉米", answer, correction=Correction(indicator="", topics=())))
    assert [chip.text for chip in found if chip.changed] == ["指标不限", "主题"]


@pytest.mark.parametrize(
    ("field", "left"),
    [
        (Field.PLACES, Correction(places=(), kind=QuestionKind.LIST)),
        (Field.YEARS, Correction(years=(), kind=QuestionKind.LIST)),
        (Field.TOPICS, Correction(topics=(), kind=QuestionKind.LIST)),
        (Field.INDICATOR, Correction(indicator="", kind=QuestionKind.LIST)),
        (Field.KIND, Correction(kind=QuestionKind.LIST)),
    ],
)
def test_a_field_is_dropped_by_saying_that_there_is_none(field: Field, left: Correction) -> None:
    assert without(Correction(kind=QuestionKind.LIST), field) == left


def test_an_index_offers_what_it_has() -> None:
    assert choices(FakeFigures()) == Choices(("云溪县", "青石镇"), (2024, 2023), ("玉米面积",), ("粮食安全",))


def test_of_two_corrections_the_later_counts_field_by_field() -> None:
    under, over = Correction(places=("甲",), years=(2023,)), Correction(years=(), kind=QuestionKind.LIST)
    assert merged(under, over) == Correction(places=("甲",), years=(), kind=QuestionKind.LIST)


def test_a_follow_up_goes_on_with_what_was_corrected_before_it() -> None:
    assistant = FakeAssistant()
    first = exchange("种多少玉米？", (), Filter(), assistant, Correction(places=("青石镇",), years=(2023,)))
    then = exchange("那玉米呢？", (first,), Filter(), assistant)
    assert assistant.corrections[-1] == Correction(places=("青石镇",))
    assert then.answer is not None
    assert then.answer.question.places == ("青石镇",)
    assert (then.correction, then.carried) == (Correction(), Correction(places=("青石镇",)))
    third = exchange("再问玉米", (first, then), Filter(), assistant, Correction(places=("云溪县",)))
    assert third.carried == Correction()


@pytest.fixture
def page(tmp_path: Path) -> AppTest:
    return ask(opened(tmp_path), "种多少亩玉米？")


def open_chip(page: AppTest, field: Field) -> str:
    key = f"{page.session_state['exchanges'][-1].key}-{field}"
    page.session_state[key] = True
    page.run()
    return key


def asked(page: AppTest) -> Correction:
    return page.session_state["assistant"].corrections[-1]


def test_a_chip_opens_to_what_the_index_has_and_asks_again_in_the_same_place(page: AppTest) -> None:
    ask(page, "修几座桥？")
    page.session_state[f"{page.session_state['exchanges'][0].key}-years"] = True
    page.run()
    key = f"{page.session_state['exchanges'][0].key}-years"
    years = page.pills(key=f"{key}-choice")
    years.set_value(["2023"])
    page.button(key=f"{key}-apply").click().run()
    assert asked(page) == Correction(years=(2023,))
    assert [e.question for e in page.session_state["exchanges"]] == ["种多少亩玉米？", "修几座桥？"]
    assert page.session_state["exchanges"][0].answer.question.years == (2023,)


def test_corrections_add_up_and_are_all_taken_back_at_once(page: AppTest) -> None:
    key = open_chip(page, Field.KIND)
    page.radio(key=f"{key}-choice").set_value(QuestionKind.TRACK)
    page.button(key=f"{key}-apply").click().run()
    key = open_chip(page, Field.INDICATOR)
    page.selectbox(key=f"{key}-choice").select("玉米面积")
    page.button(key=f"{key}-apply").click().run()
    assert asked(page) == Correction(indicator="玉米面积", kind=QuestionKind.TRACK)
    page.button(key=f"{page.session_state['exchanges'][0].key}-as-read").click().run()
    assert asked(page) == Correction()
    assert page.session_state["exchanges"][0].correction == Correction()
    assert not any(str(b.key).endswith("-as-read") for b in page.button)


def test_a_field_is_taken_away(page: AppTest) -> None:
    key = open_chip(page, Field.YEARS)
    page.button(key=f"{key}-drop").click().run()
    assert asked(page) == Correction(years=())


def test_a_correction_is_kept_with_the_conversation(page: AppTest, tmp_path: Path) -> None:
    key = open_chip(page, Field.PLACES)
    page.button(key=f"{key}-drop").click().run()
    named = page.query_params["c"]
    again = opened(tmp_path, c=named if isinstance(named, str) else named[0])
    assert again.session_state["exchanges"][0].correction == Correction(places=())
    assert any(str(b.key).endswith("-as-read") for b in again.button)


def test_what_was_read_is_shown_as_text(tmp_path: Path) -> None:
    class Hostile(FakeAssistant):
        def _answer(self, question: str):  # type: ignore[no-untyped-def]
            return replace(corn(question), question=Question(question, question, (HOSTILE,), (), (HOSTILE,), HOSTILE))

    page = ask(opened(tmp_path, assistant=Hostile(FakeFigures())), "种多少玉米？")
    assert not page.exception
    assert "<img src=x" not in html(page)
