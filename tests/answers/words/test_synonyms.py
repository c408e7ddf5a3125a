"""Words that mean the same, and words that name no thing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rag.answers.words.synonyms import (
    is_full_name,
    names_a_place,
    names_a_setting,
    names_a_thing,
    names_people,
    share_a_character,
    share_a_rare_character,
    synonyms,
)


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


@pytest.mark.parametrize(
    ("names", "yes", "no"),
    [
        (names_a_place, ("日本", "祁连山", "牡丹江"), ("城市", "玉米", "中央")),
        (names_a_setting, ("晚上", "旁边"), ("玉米", "教师")),
        (names_people, ("教师", "员工"), ("企业", "玉米")),
        (is_full_name, ("马克思", "赫鲁晓夫"), ("冬小麦", "敬老院", "文明")),
    ],
)
def test_names_of_places_settings_and_people_are_known(
    names: Callable[[str], bool], yes: tuple[str, ...], no: tuple[str, ...]
) -> None:
    assert [word for word in (*yes, *no) if names(word)] == list(yes)


@pytest.mark.parametrize(
    ("word", "text", "shared"),
    [("冰雹", "防雹网", True), ("蚕茧", "产鲜茧", True), ("地铁", "铁路", False), ("美术馆", "和美乡村", False)],
)
def test_only_a_character_of_few_words_says_that_two_are_alike(word: str, text: str, shared: bool) -> None:
    assert share_a_rare_character(word, text) is shared
