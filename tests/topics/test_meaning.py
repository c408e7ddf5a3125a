"""Topics by meaning: which topic a passage is near to, and where that is not enough."""

from __future__ import annotations

import numpy as np
import pytest

from rag.protocols import Vectors
from rag.records import Passage, Span
from rag.topics import Topic, Topics
from rag.topics.load_other_matters import load_other_matters
from rag.topics.meaning import (
    SHORTEST,
    WORDS_AT_ONCE,
    Meanings,
    described,
    told_by_words,
    with_topics_by_meaning,
)

TOPICS = Topics(
    [
        Topic("农业", None, ("三农",), "三农"),
        Topic("粮食", "农业", ("玉米",), "种玉米", hints=("地力",)),
        Topic("畜牧", "农业", ("肉牛",), "养肉牛"),
        Topic("教育", "民生", ("学校",), "办学校"),
        Topic("民生", None, ("实事",), "办实事"),
    ]
)
OTHERS = (Topic("外交", None, ("建交",), "两国建交"),)
DESCRIPTIONS = described(TOPICS, OTHERS)
LONG = "去年以来大家一起把荒坡重新开出来，田埂加宽，沟渠疏通，到了秋天每一块地里都有了收成，家家户户仓里满满当当。"


def rows(*values: tuple[float, ...]) -> Vectors:
    """Vectors: one direction that all texts share, three of topics, one of the other matter, one of anything else."""
    return np.array(values, dtype=np.float32)


LISTS = rows((1, 1, 0, 0, 0, 0), (1, 0, 1, 0, 0, 0), (1, 0, 0, 1, 0, 0), (1, 0, 0, 0, 1, 0))
# Examples speak a little of other topics too.
EXAMPLES = rows((1, 0.9, 0.4, 0, 0, 0), (1, 0.1, 0.9, 0.2, 0, 0), (1, 0.3, 0, 0.9, 0, 0))
MEANINGS = Meanings(DESCRIPTIONS, LISTS, EXAMPLES)


def passage(text: str = LONG, topics: tuple[str, ...] = ()) -> Passage:
    """A passage of one heading."""
    return Passage("报告.txt", 0, Span(0, len(text)), text, ("二、今年工作",), (), topics)


def tagged(vector: tuple[float, ...], text: str = LONG, topics: tuple[str, ...] = ()) -> tuple[str, ...]:
    (found,) = with_topics_by_meaning([passage(text, topics)], rows(vector), TOPICS, MEANINGS)
    return found.topics


def test_topics_are_told_by_lists_of_their_words_and_by_their_examples() -> None:
    assert DESCRIPTIONS.names == ("粮食", "畜牧", "教育", "外交")
    assert DESCRIPTIONS.topics == 3
    assert DESCRIPTIONS.lists == ("粮食、玉米", "畜牧、肉牛", "教育、学校", "外交、建交")
    assert DESCRIPTIONS.examples[0] == "政府工作报告\n粮食\n种玉米"
    many = Topics([Topic("上", None, ("上",), "上"), Topic("甲", "上", tuple("一二三四五六七八九十"), "一")])
    lists = described(many, ()).lists
    assert [len(words.split("、")) for words in lists] == [WORDS_AT_ONCE, 11 - WORDS_AT_ONCE]


NEAR = (1, 1.6, 0, 0, 0, 0)
NEARER = (1, 1.1, 0.5, 0.3, 0, 0.6)
FAR = (1, 0.7, 0.5, 0.4, 0, 1)
CASES = [
    ("near alone", NEAR, LONG, (), ("粮食",)),
    ("far", FAR, LONG, (), ()),
    ("far, with a hint beside it", FAR, f"{LONG}地力更足。", (), ()),
    ("nearer, with no word", NEARER, LONG, (), ()),
    ("nearer, with a hint beside it", NEARER, f"{LONG}地力更足。", (), ("粮食",)),
    ("nearer to another matter", (1, 1, 0, 0, 1.6, 0), LONG, (), ()),
    ("an upper topic that it lies under", NEAR, LONG, ("农业",), ("粮食",)),
    ("an upper topic that it does not lie under", NEAR, LONG, ("民生",), ("民生",)),
]


@pytest.mark.parametrize(
    ("vector", "text", "by_words", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_passage_gets_the_topic_that_it_is_near_to(
    vector: tuple[float, ...], text: str, by_words: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert tagged(vector, text, by_words) == expected


def test_length_and_order_of_vectors_do_not_matter() -> None:
    alone = tagged(NEAR)
    passages = [passage(), passage(), passage()]
    vectors = rows(FAR, NEAR, (1, 0, 0, 1.6, 0, 0))
    together = [found.topics for found in with_topics_by_meaning(passages, vectors, TOPICS, MEANINGS)]
    assert together == [(), alone, ("教育",)]


def test_words_have_the_say_where_they_tell_a_topic_of_the_lower_level() -> None:
    assert told_by_words(passage(topics=("畜牧",)), TOPICS)
    assert not told_by_words(passage(topics=("农业",)), TOPICS)
    assert not told_by_words(passage(), TOPICS)
    assert told_by_words(passage(LONG[: SHORTEST - 1]), TOPICS)


def test_vectors_without_a_length_are_near_to_nothing_and_do_no_harm() -> None:
    flat = Meanings(DESCRIPTIONS, np.zeros_like(LISTS), np.zeros_like(EXAMPLES))
    (nothing,) = flat.nearest(rows((0, 0, 0, 0, 0, 0)))
    assert nothing is None or nothing.nearness == 0


def test_the_other_matters_are_no_topics() -> None:
    matters = load_other_matters()
    assert [matter.name for matter in matters][:2] == ["外交", "国防"]
    assert all(any(word in matter.example for word in matter.synonyms) for matter in matters)
