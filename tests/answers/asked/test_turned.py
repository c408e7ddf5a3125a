"""How an amount changed from one year to another, as questions ask it."""

from __future__ import annotations

import pytest

from rag.answers.asked.turned import Turned, asked_turn
from rag.answers.asked.years import asked_years

LOWERED, RAISED, KEPT = Turned.LOWERED, Turned.RAISED, Turned.KEPT

ASKED = [
    # question, the ways that it names, whether the earlier year is only called the year before
    ("跟2023年报告相比，澄溪县、云渚县有几个县把2024年的粮食目标调低了", (LOWERED,), False),
    ("2024年粮食目标比2023年高的有几个", (RAISED,), False),
    ("哪些县2024年的就业目标与2023年持平", (KEPT,), False),
    ("和2023年比，2024年哪些县下调了、哪些没变", (LOWERED, KEPT), False),
    ("澄溪县2024年的就业目标比2023年是调高了还是调低了", (), False),
    ("澄溪县2024年财政收入目标跟上年相比变没变", (), True),
    ("澄溪县2024年财政收入目标较上年提高了多少", (RAISED,), True),
    ("澄溪县23年和24年的就业目标有啥变化", (), False),
    ("2023年、2024年的就业目标有没有调整", (), False),
    ("2023年和2024年的就业目标有没有提高", (), False),
    ("2024年的增速比2023年提高了还是降低了", (), False),
    ("2024年就业目标和2023年一样吗", (KEPT,), False),
    ("2024年有哪些县把就业目标调低了", (LOWERED,), True),
    ("2024年和2023年的GDP目标一样吗", (KEPT,), False),
    ("2024年粮食目标低于2023年的有几个", (LOWERED,), False),
    ("2024年就业目标高于上年实际完成的县", (RAISED,), False),
]


@pytest.mark.parametrize(("text", "ways", "last_year"), ASKED)
def test_the_turn_of_a_question_is_read(text: str, ways: tuple[Turned, ...], last_year: bool) -> None:
    years = asked_years(text, 2024)
    turn = asked_turn(text, years.spans, several=len({*years.years, *years.reports}) == 2)
    assert turn is not None
    assert (turn.ways, turn.since_last_year) == (ways, last_year)


@pytest.mark.parametrize(
    ("text", "from_result"),
    [
        ("2024年GDP目标比2023年实际增速低的有几个", True),
        ("2024年GDP目标高于上年实际完成的有哪些", True),
        ("2024年GDP目标比2023年目标低的有几个", False),
        ("2024年实际增速比2023年低的有几个", False),
    ],
)
def test_a_goal_may_be_held_against_what_was_reached_before(text: str, from_result: bool) -> None:
    years = asked_years(text, 2024)
    turn = asked_turn(text, years.spans, several=len(years.years) == 2)
    assert turn is not None
    assert turn.from_result is from_result


NOT_ASKED = [
    "2024年财政收入比2023年增长多少",  # the report tells the growth itself
    "澄溪县2024年比2023年多种了多少亩玉米",
    "2024年粮食产量比上年增加多少",
    "2023年和2024年的粮食目标，哪个更高",
    "2021年到2024年财政收入有什么变化",
    "2024年要提高低保标准吗",
    "2024年单位能耗比2023年下降多少",
]


@pytest.mark.parametrize("text", NOT_ASKED)
def test_growth_and_plain_comparisons_are_no_turn(text: str) -> None:
    years = asked_years(text, 2024)
    assert asked_turn(text, years.spans, several=len({*years.years, *years.reports}) == 2) is None


def test_the_words_of_a_turn_are_told_apart_from_what_turned() -> None:
    text = "云渚县2024年的就业目标比2023年调低了吗"
    turn = asked_turn(text, asked_years(text, 2024).spans, several=True)
    assert turn is not None
    assert [text[start:stop] for start, stop in turn.spans] == ["调低了吗", "比2023年"]
