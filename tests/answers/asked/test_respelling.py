"""Words written with another character of the same sound."""

from __future__ import annotations

import pytest

from rag.answers.asked.respelling import homophones, respelled
from rag.records import Status
from tests.answers.small import answerer

HELD = "工作专班 工业产值 粮食产量 搬迁户 税收 投资 城镇就业 墓地 实习 风险 在建"

RESPELLED = [
    ("云渚县茶业要完成多少产直", "云渚县茶业要完成多少产值"),
    ("云渚县粮时产量是多少", "云渚县粮食产量是多少"),
    ("云渚县2024年搬签多少户", "云渚县2024年搬迁多少户"),
    ("云渚县设了几个工作专斑", "云渚县设了几个工作专班"),
    # nothing else is changed: words of the dictionary, names, what no report holds as it would be meant
    ("云渚县粮食产量是多少", "云渚县粮食产量是多少"),
    ("云渚县种了多少亩地", "云渚县种了多少亩地"),
    ("柏坞镇陆知行说了什么", "柏坞镇陆知行说了什么"),
    ("云渚县的耕低有多少", "云渚县的耕低有多少"),
    ("云渚县下一年打算再建几座冷库", "云渚县下一年打算再建几座冷库"),
    ("石溪县种了多少亩地", "石溪县种了多少亩地"),
    ("禾风县种了多少亩地", "禾风县种了多少亩地"),
    ("粤甘豫三省的产直", "粤甘豫三省的产值"),
]


@pytest.mark.parametrize(("asked", "meant"), RESPELLED)
def test_a_slip_is_read_as_the_word_that_sounds_alike(asked: str, meant: str) -> None:
    assert respelled(asked, lambda words: words in HELD) == meant


def test_what_a_report_holds_is_no_slip() -> None:
    assert respelled("云渚县要完成多少产直", lambda words: True) == "云渚县要完成多少产直"


def test_what_looks_like_the_name_of_a_place_is_left_to_the_reading_of_places() -> None:
    assert respelled("安微建几所学校", lambda words: words == "安危") == "安危建几所学校"
    assert respelled("安微建几所学校", lambda words: words == "安危", {"安徽"}) == "安微建几所学校"


def test_words_that_sound_alike_share_a_character() -> None:
    assert homophones("产直") == ("产值",)
    assert homophones("柏坞") == ()


def test_a_question_with_a_slip_is_answered() -> None:
    answer = answerer().answer("云渚县2024年粮时产量目标是多少？")
    assert answer.status is Status.ANSWERED
    assert "13.5万吨以上" in answer.text
