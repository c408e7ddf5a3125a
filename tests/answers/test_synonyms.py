"""Words that mean the same, and words that name no thing."""

from __future__ import annotations

import pytest

from rag.answers.synonyms import names_a_thing, synonyms


@pytest.mark.parametrize(("word", "other"), [("土豆", "马铃薯"), ("行长", ""), ("老师", "教师"), ("棉花糖厂", "")])
def test_words_that_mean_the_same_are_found(word: str, other: str) -> None:
    assert (other in synonyms(word)) is bool(other)
    assert word not in synonyms(word)


def test_meaning_the_same_goes_both_ways() -> None:
    assert all("土豆" in synonyms(other) for other in synonyms("土豆"))


WORDS = [
    ("果园", True),
    ("培训", False),
    ("渚上飞", True),
    ("修剪", False),
    ("重大", False),
    ("手里", False),
    ("咱们", False),
]


@pytest.mark.parametrize(("word", "thing"), WORDS)
def test_nouns_and_unknown_words_name_things(word: str, thing: bool) -> None:
    assert names_a_thing(word) is thing
