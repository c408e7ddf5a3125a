"""The unit behind a question word, and words that a question takes apart."""

from __future__ import annotations

import pytest

from rag.answers.words.asked_amounts import taken_apart, units_asked
from rag.answers.words.load_vocabulary import load_vocabulary

WORDS = load_vocabulary()

APART = [
    ("全县发了多少电", [("发电", "发电量")]),
    ("全县发了多少亿度电？", [("发电", "发电量")]),
    ("矿上挖了多少煤", [("挖煤", "原煤产量")]),
    ("种了多少亩树", [("种树", None)]),
    ("村里存了多少钱", [("存钱", None)]),
    ("几个贫困村摘了帽", [("摘帽", None)]),
    # not one word, or another word goes on
    ("发了多少电脑", []),
    ("种了多少亩玉米", []),
    ("花了多少钱", []),
    ("开了会展中心", []),
    ("存了多少钱包", []),
]


@pytest.mark.parametrize(("question", "words"), APART)
def test_a_deed_and_its_thing_are_one_word_that_the_files_know(
    question: str, words: list[tuple[str, str | None]]
) -> None:
    assert [(w.word, w.concept) for w in taken_apart(question, WORDS)] == words


def test_the_pieces_stand_where_the_question_has_them() -> None:
    question = "澄溪发了多少亿度电"
    (word,) = taken_apart(question, WORDS)
    assert (question[slice(*word.deed)], question[slice(*word.thing)]) == ("发", "电")


@pytest.mark.parametrize(
    ("question", "units"), [("拆了多少栋楼", ["栋"]), ("多少人才", []), ("多少亿美元", ["美元"]), ("几面锦旗", ["面"])]
)
def test_the_unit_behind_how_many_is_found(question: str, units: list[str]) -> None:
    assert [question[start:stop] for start, stop in units_asked(question)] == units
