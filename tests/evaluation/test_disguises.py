"""Questions in disguise, and how many verdicts stay."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from rag.evaluation.disguises import FULL_WIDTH, POLITE, REORDERED, SLIP, TRADITIONAL, disguises
from rag.evaluation.questions import Asked, Verdict
from rag.evaluation.robustness import evaluate_disguises, known_places
from rag.places import gazetteer
from rag.records import Answer, Question, Status, Turn
from tests.answers.small import REPORTS, MemoryIndex

NAMES = ("云渚县", "芦湾镇", "河泉省", "河前省", "松林")


def worn(question: str, names: Sequence[str] = NAMES) -> dict[str, str]:
    return {d.name: d.question for d in disguises(question, names)}


def test_a_full_question_has_all_five_disguises_in_their_order() -> None:
    assert list(worn("2024年云渚县的GDP目标是多少亿元？")) == [TRADITIONAL, FULL_WIDTH, POLITE, SLIP, REORDERED]


def test_script_and_width_change_and_nothing_else() -> None:
    found = worn("2024年云渚县的GDP目标是多少亿元，占5%吗？")
    assert found[TRADITIONAL] == "2024年雲渚縣的GDP目標是多少億元，佔5%嗎？"
    assert found[FULL_WIDTH] == "２０２４年云渚县的ＧＤＰ目标是多少亿元，占５％吗？"


def test_politeness_stands_around_the_question() -> None:
    question = "云渚县种多少亩玉米"
    assert f"{question}，" in worn(question)[POLITE]
    assert not worn(question)[POLITE].startswith(question)


@pytest.mark.parametrize(
    ("question", "disguised"),
    [
        ("2024年云渚县种多少亩玉米？", "种多少亩玉米，2024年云渚县的？"),
        ("云渚县2022、2023年的粮食产量各是多少", "粮食产量各是多少，云渚县2022、2023年的？"),
        ("种多少亩玉米，云渚县二〇二四年打算？", "云渚县二〇二四年，种多少亩玉米，打算？"),
        ("粮食产量，2024年云渚县和芦湾镇各是多少？", "2024年云渚县和芦湾镇，粮食产量，各是多少？"),
        ("雲渚縣2024年種多少畝玉米？", "種多少畝玉米，雲渚縣2024年的？"),
    ],
)
def test_place_and_year_go_to_the_other_end(question: str, disguised: str) -> None:
    assert worn(question)[REORDERED] == disguised


@pytest.mark.parametrize(
    "question",
    [
        "2024年呢？",  # nothing would be left
        "粮食产量是多少？",  # nothing to move
        "截至2024年粮食产量达到多少？",  # the year belongs to the word before it
        "云渚县比芦湾镇多种多少亩玉米？",  # the places are two sides of one comparison
        "2024年末常住人口有多少万人？",  # the year is but the head of a date
    ],
)
def test_what_cannot_be_moved_stays(question: str) -> None:
    assert REORDERED not in worn(question)


def test_a_slip_changes_one_character_of_the_name_but_not_what_sort_of_place_it_is() -> None:
    question = "2024年云渚县种多少亩玉米？"
    wrong = worn(question)[SLIP]
    assert len(wrong) == len(question)
    assert [at for at, pair in enumerate(zip(question, wrong, strict=True)) if pair[0] != pair[1]] in ([5], [6])


def test_a_slip_reaches_a_name_in_traditional_characters() -> None:
    assert "雲渚縣" not in worn("雲渚縣2024年種多少畝玉米？")[SLIP]


def test_short_names_and_names_that_would_become_another_place_keep_their_characters() -> None:
    assert SLIP not in worn("松林2024年种多少亩玉米？")
    assert "河" not in worn("河泉省2024年种多少亩玉米？")[SLIP].partition("2024")[0]


def test_disguises_are_the_same_in_every_run() -> None:
    question = "2024年云渚县的GDP目标是多少亿元？"
    assert disguises(question, NAMES) == disguises(question, tuple(reversed(NAMES)))


def test_a_verdict_is_kept_where_the_disguise_does_no_harm() -> None:
    asked = Asked("q1", "lookup_target", "云渚县2024年种多少亩玉米？", (), (("350亩",),), (), (), False, False)

    def ask(question: str, history: Sequence[Turn]) -> Answer:
        right = "云渚县" in question and "2024" in question
        text, status = ("350亩", Status.ANSWERED) if right else ("没有", Status.NOT_FOUND)
        return Answer(status, text, Question(question, question))

    report = evaluate_disguises((asked,), ask, NAMES)
    kept = {c.disguise: c.kept for c in report.compared}
    assert kept == {TRADITIONAL: False, FULL_WIDTH: False, POLITE: True, SLIP: False, REORDERED: True}
    assert report.kept == 0.4
    assert f"| {POLITE} | 1 | 1.000 | 1 | 1.000 |" in report.table()
    assert f"{SLIP} q1 正确 → 拒答了能答的" in report.worst()


def test_a_question_answered_wrong_in_the_same_way_keeps_its_verdict() -> None:
    asked = Asked("q1", "unanswerable", "云渚县2024年种多少亩玉米？", (), (), (), (), True, False)
    report = evaluate_disguises(
        (asked,), lambda question, _: Answer(Status.ANSWERED, "350亩", Question(question, question)), NAMES
    )
    assert {c.disguised.verdict for c in report.compared} == {Verdict.ANSWERED}
    assert report.kept == 1.0
    assert report.worst() == "没有因写法而变的。"


def test_places_are_known_from_the_index_and_from_the_questions() -> None:
    asked = Asked("q1", "unanswerable", "清水县2024年种多少亩玉米？", (), (), (), (), True, False)
    names = known_places(MemoryIndex(REPORTS), (asked,), gazetteer())
    assert {"云渚县", "云渚", "芦湾镇", "清水县", "岚原省"} <= names
