"""The words around 多少 and 几: the unit in which a thing is counted, and a deed that stands apart from its thing.

In: a clean question with places and years blanked out. Out: the stretches that are units (多少栋楼), and the words that a question takes
apart and the data files know as one: 发了多少亿度电 for 发电, 摘了帽 for 摘帽.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import jieba

from rag.answers.words.vocabulary import Vocabulary
from rag.figures.units import unit

LONGEST_UNIT = 3
# the dictionary has 头牛 and 盏灯 as words, which are met less often than this
SELDOM = 100
_MAGNITUDE = r"[十百千万亿]*"
_HOW_MANY = re.compile(rf"(?:多少|(?<![十第百好])几){_MAGNITUDE}")
_HAN = "[\u4e00-\u9fff]"
LONGEST_THING = 2
_ASKED = re.compile(
    rf"(?P<deed>{_HAN})(?:了|过|完|出)?(?:多少|几){_MAGNITUDE}(?P<counted>{_HAN}{{1,{LONGEST_UNIT + LONGEST_THING}}})(?!{_HAN})"
)
_DONE = re.compile(rf"(?P<deed>{_HAN})了(?P<thing>{_HAN})")
# 发电 is measured by 发电量
_OUTPUT = "量"


@dataclass(frozen=True, slots=True)
class TakenApart:
    """One word of which the question has the deed at `deed` and the thing at `thing`, both half-open spans."""

    word: str
    concept: str | None
    deed: tuple[int, int]
    thing: tuple[int, int]


def taken_apart(text: str, vocabulary: Vocabulary) -> Iterator[TakenApart]:
    """The words that stand in two pieces."""
    for deed, thing in (*_around_an_amount(text), *((m.span("deed"), m.span("thing")) for m in _DONE.finditer(text))):
        word = text[slice(*deed)] + text[slice(*thing)]
        concept = vocabulary.forms.get(word) or vocabulary.forms.get(word + _OUTPUT)
        known = concept is not None or (word in vocabulary.everyday and not vocabulary.plain.issuperset(word))
        if known and ends_a_word(text[thing[0] :], thing[1] - thing[0]):
            yield TakenApart(word, concept, deed, thing)


def _around_an_amount(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """A deed and the thing that ends the clause behind 多少, with a unit between them or none."""
    for asked in _ASKED.finditer(text):
        start, stop = asked.span("counted")
        for at in range(max(start, stop - LONGEST_THING), stop):
            if at == start or unit(text[start:at]) is not None:
                yield asked.span("deed"), (at, stop)


def units_asked(text: str) -> Iterator[tuple[int, int]]:
    """The unit behind 多少 or 几, which says in what the thing is counted and not what it is: 多少栋楼, 多少美元."""
    for asked in _HOW_MANY.finditer(text):
        for stop in range(min(len(text), asked.end() + LONGEST_UNIT), asked.end(), -1):
            if unit(text[asked.end() : stop]) is not None and ends_a_word(text[asked.end() :], stop - asked.end()):
                yield asked.end(), stop
                break


def ends_a_word(text: str, length: int) -> bool:
    """True where the first characters are words of their own: 人 of 人得到培训 and 头 of 头牛, not 人 of 人才."""
    at = 0
    for word in jieba.cut(text[: length + LONGEST_UNIT], HMM=False):
        at += len(word)
        if at >= length:
            break
    return at == length or (at == len(word) == length + 1 and (jieba.get_FREQ(word) or 0) < SELDOM)
