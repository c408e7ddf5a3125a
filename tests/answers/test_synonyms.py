"""Words that mean the same, and words that name no thing."""

from __future__ import annotations

import pytest

from rag.answers.synonyms import names_a_thing, share_a_character, synonyms


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


@pytest.mark.parametrize(
    ("word", "text", "shared"),
    [
        ("霜冻", "搭建防霜网80亩", True),
        ("巡查", "巡河任务", True),
        ("果农", "大棚30座", False),
        ("大会", "大桥3座", False),
    ],
)
def test_only_characters_that_few_words_have_tell_of_the_same(word: str, text: str, shared: bool) -> None:
    assert share_a_character(word, text) is shared
