"""The review of a whole plan period that stands before that of its last year: “十四五”时期和2025年工作回顾.

In: the passages of a report. Out: those that review the period: under a heading that names first the period and then a year, all up
to the first that begins to speak of that year. What they tell is of several years, though no sentence says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from rag.records import Passage

_PERIOD_AND_YEAR = re.compile(
    r"(?:十[一二三四五六七八九]?五[”\"]?(?:时期|期间)?|五年)[^，,。；;\d]{0,8}(?:[和及与暨、]|以及)[^，,。；;\d]{0,4}(?P<year>20\d\d)年"
)
_BEGINS = r"(?:刚刚)?过去的?这?一年|这?一年(?:来|里|中|间)?[，,]|去年"


def reviewing_a_plan(passages: Sequence[Passage]) -> frozenset[int]:
    """The ordinals of the passages that review the period."""
    return frozenset(p.ordinal for _, part in groupby(passages, key=_head) for p in _before_the_year(list(part)))


def _head(passage: Passage) -> str:
    return passage.headings[0] if passage.headings else ""


def _before_the_year(part: Sequence[Passage]) -> Iterator[Passage]:
    """The passages before the first with a sentence that begins with the year; none where no passage does."""
    said = _PERIOD_AND_YEAR.search(_head(part[0]))
    if said is None:
        return
    begins = re.compile(rf"{_BEGINS}|(?:刚刚过去的|过去的)?{said['year']}年")
    first = next((n for n, p in enumerate(part) if any(begins.match(s.text.strip()) for s in p.sentences)), 0)
    yield from part[:first]
