"""What a follow-up takes over from the questions before it, and which side and sort of amount it means."""

from __future__ import annotations

import pytest

from rag.records import Status, Turn
from tests.answers.small import COUNTY, answerer, report

TEXT_2024 = """政府工作报告
一、2023年工作回顾
全县生产茶叶2100吨。粮食产量13.3万吨，增长2.4%。
二、2024年工作安排
新建冷库3座。粮食产量13.5万吨以上。农村危房改造新开工500户。
"""
TEXT_2025 = """政府工作报告
一、2024年工作回顾
新建冷库2座，建成停车场6个。粮食产量13.9万吨。开工农村危房改造460户。
"""
ANSWERS = answerer(
    (
        report("云渚县/2024.txt", TEXT_2024, COUNTY, 2024, "2024年云渚县政府工作报告"),
        report("云渚县/2025.txt", TEXT_2025, COUNTY, 2025, "2025年云渚县政府工作报告"),
    )
)


def last_of(*turns: str) -> tuple[Status, str]:
    *before, asked = turns
    history = [turn for text in before for turn in (Turn("user", text), Turn("assistant", "……"))]
    answer = ANSWERS.answer(asked, tuple(history))
    return answer.status, answer.text


def test_what_was_done_in_another_place_is_asked_of_the_thing_before() -> None:
    reports = (
        report("云渚县/2025.txt", "一、2024年工作回顾\n改造老旧小区14个。", COUNTY, 2025, "2025年云渚县政府工作报告"),
        report(
            "澄溪县/2025.txt",
            "一、2024年工作回顾\n推进3项改革试点，改造老旧小区9个。",
            ("岚原省", "望川市", "澄溪县"),
            2025,
            "2025年澄溪县政府工作报告",
        ),
    )
    history = (Turn("user", "云渚县2024年改造了多少个老旧小区？"), Turn("assistant", "……"))
    answer = answerer(reports).answer("澄溪县同一年改了多少个？", history)
    assert answer.status is Status.ANSWERED
    assert "9个" in answer.text and "3项" not in answer.text


@pytest.mark.parametrize("asked", ["最后建成多少？", "到头来建了几座？", "实际呢？", "后来建成了多少？"])
def test_what_became_of_a_goal_is_its_result(asked: str) -> None:
    status, text = last_of("云渚县2024年打算新建几座冷库？", asked)
    assert status is Status.ANSWERED
    assert "2座" in text
    assert "3座" not in text


@pytest.mark.parametrize("asked", ["那年实际新开工了多少户？", "后来新开工了多少户？"])
def test_a_word_of_the_thing_asked_before_names_no_other_thing(asked: str) -> None:
    status, text = last_of("2024年云渚县政府工作报告安排农村危房改造新开工多少户？", asked)
    assert status is Status.ANSWERED
    assert "460户" in text


def test_how_fast_it_grew_is_answered_with_a_rate_alone() -> None:
    assert "2.4%" in last_of("云渚县2023年粮食产量是多少？", "那增速呢？")[1]
    assert last_of("云渚县2024年粮食产量实际是多少？", "那增速呢？")[0] is Status.NOT_FOUND


@pytest.mark.parametrize("asked", ["再往后一年呢？", "那下一年呢？", "次年呢"])
def test_years_count_from_the_year_asked_before(asked: str) -> None:
    assert "13.9万吨" in last_of("云渚县2023年粮食产量是多少？", asked)[1]


def test_words_that_point_to_the_place_are_no_subject() -> None:
    assert "6个" in last_of("云渚县2024年新建了几座冷库？", "那边停车场建了多少个？")[1]


HERDS = answerer(
    (
        report(
            "云渚县/2024.txt",
            "政府工作报告\n二、2024年工作安排\n确保肉、奶产量分别稳定在3万吨和7万吨左右。粮食产量13.5万吨以上。\n",
            COUNTY,
            2024,
            "2024年云渚县政府工作报告",
        ),
    )
)


@pytest.mark.parametrize(("asked", "told"), [("奶呢？", "7万吨左右"), ("粮食呢？", "13.5万吨以上")])
def test_a_thing_alone_takes_over_what_was_measured(asked: str, told: str) -> None:
    before = "云渚县2024年肉产量打算稳定在多少？"
    assert told in HERDS.answer(asked, (Turn("user", before), Turn("assistant", "……"))).text
