"""The words of a question that name something."""

from __future__ import annotations

import pytest

from rag.answers.words.load_vocabulary import load_vocabulary
from rag.answers.words.segments import deeds_apart

WORDS = load_vocabulary()

SEGMENTS = [
    # what is left of a question, its words with where they stand
    ("安全生产责任书", [(0, "安全生产"), (4, "责任书")]),
    ("脱贫攻坚\x00举措", [(0, "脱贫攻坚"), (5, "举措")]),
    ("人居\x00环境", [(0, "人居"), (3, "环境")]),
    ("三家茶企", [(2, "茶企")]),
    ("防雹网搭\x00", [(0, "防雹"), (2, "网"), (3, "搭")]),
    ("康养工程", [(0, "康养"), (2, "工程")]),
]


@pytest.mark.parametrize(("text", "words"), SEGMENTS)
def test_names_of_policies_are_one_word_where_nothing_stands_between(text: str, words: list[tuple[int, str]]) -> None:
    assert list(deeds_apart(text, WORDS)) == words
