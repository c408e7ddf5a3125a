"""What only measures something else is not what is spoken of."""

from __future__ import annotations

import pytest

from rag.answers.words.shares import is_measure_of_another, is_sort_of_another
from rag.answers.words.vocabulary import ConceptMention

NAME = "生产总值"
SAID = [
    ("研发投入占生产总值比重达到2.8%", True),
    ("生产总值里茶业占多大比重", True),
    ("茶业增加值要占到生产总值的三成", True),
    ("工业增加值相当于全县生产总值的三成", True),
    ("研发经费与生产总值之比超过2%", True),
    ("生产总值里头茶业占几成", True),
    ("生产总值有多大一块用在了办学上", True),
    ("生产总值投到茶业上的有多少", True),
    ("生产总值86亿元，用在办学上的有2亿元", False),
    ("生产总值与财政收入同步增长", False),
    ("生产总值增长6%", False),
    ("占地12亩，生产总值增长6%", False),
]


@pytest.mark.parametrize(("text", "measures"), SAID)
def test_what_a_share_or_a_ratio_is_of_only_measures(text: str, measures: bool) -> None:
    at = text.index(NAME)
    assert is_measure_of_another(text, ConceptMention(at, at + len(NAME), NAME)) is measures


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("外贸集装箱吞吐量增长9%", True),
        ("外贸集装箱吞吐量", True),
        ("外贸增长9%", False),
        ("外贸总额80亿元", False),
        ("外贸企业数量达到60家", True),
        ("外贸保持增长，产量提高", False),
    ],
)
def test_a_concept_before_another_thing_and_its_measure_only_says_which_sort_is_meant(text: str, sort: bool) -> None:
    assert is_sort_of_another(text, ConceptMention(0, len("外贸"), "进出口")) is sort
