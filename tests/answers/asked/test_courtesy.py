"""What only greets, thanks or takes leave is answered in kind and asks for nothing."""

from __future__ import annotations

import pytest

from rag.answers.asked.courtesy import courtesy_alone, without_courtesy
from rag.answers.words.load_vocabulary import load_vocabulary
from rag.records import Status, Turn
from tests.answers.small import answerer

ANSWERS = answerer()

ALONE = [
    # what is said, how the reply begins
    ("你好", "您好。"),
    ("老师好，打扰一下", "您好。"),
    ("谢谢！", "不客气。"),
    ("好的，非常感谢", "不客气。"),
    ("明白了", "好的。"),
    ("再见", "再见"),
]


@pytest.mark.parametrize("history", [(), (Turn("user", "云渚县2023年GDP增长目标是多少？"), Turn("assistant", "……"))])
@pytest.mark.parametrize(("said", "reply"), ALONE)
def test_courtesy_is_returned_wherever_it_stands_in_a_conversation(
    said: str, reply: str, history: tuple[Turn, ...]
) -> None:
    answer = ANSWERS.answer(said, history)
    assert answer.status is Status.UNCLEAR
    assert answer.text.startswith(reply)
    assert answer.citations == ()
    assert not answer.question.inherited


@pytest.mark.parametrize(
    "said", ["2024年呢", "好的，那2024年呢", "谢谢，粮食产量呢", "为什么", "请问友好城市", "能" * 400]
)
def test_a_question_is_no_courtesy(said: str) -> None:
    assert courtesy_alone(said, load_vocabulary()) is None


def test_a_follow_up_after_thanks_takes_over_what_was_asked_before() -> None:
    said = ("云渚县2023年GDP增长目标是多少？", "谢谢")
    history = [turn for text in said for turn in (Turn("user", text), Turn("assistant", "……"))]
    assert "6%以上" in ANSWERS.answer("2024年呢？", history).text


@pytest.mark.parametrize("said", ["谢" * 480, "我想请教" * 110, "您好，" * 150])
def test_no_end_of_courtesy_keeps_the_reader_busy(said: str) -> None:
    assert without_courtesy(f"{said}玉米种在哪里", load_vocabulary()).endswith("玉米种在哪里")
