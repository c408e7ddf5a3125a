"""Sentences into clauses, the smallest stretches that an answer is cut from.

In: the clean text of a sentence. Out: ranges that together cover it, each up to and with its mark. A comma inside a
number (1,200) and marks inside quotation marks or brackets do not divide; 、 divides only members of a list that have
each its own quantity (工业园区12亿元、文旅专班3亿元), not those that share one (城镇、农村分别增长5%、7%).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(
    r"[，；。！？：;!?]|,(?!\d{3})|:(?!\d)|\n"
    r"|(?<=[\u4e00-\u9fff%‰])、(?=[\u4e00-\u9fff]{2,14}?\d)"
)
_OWN_QUANTITY = re.compile(r"\d[\d.]*[万亿千百]*[\u4e00-\u9fff%‰]{1,4}$")
_OPENING, _CLOSING = "“‘（(《【", "”’）)》】"


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: sentence[start:stop], its mark included."""

    start: int
    stop: int


def clauses(sentence: str) -> tuple[Clause, ...]:
    """The clauses of a sentence in their order."""
    found: list[Clause] = []
    start = 0
    for mark in _MARK.finditer(sentence):
        if _is_inside(sentence, start, mark.start()) or _is_shared(sentence, start, mark):
            continue
        found.append(Clause(start, mark.end()))
        start = mark.end()
    if start < len(sentence):
        found.append(Clause(start, len(sentence)))
    return tuple(found)


def _is_inside(sentence: str, start: int, at: int) -> bool:
    """True within a pair that the clause opened and that the rest of the sentence closes."""
    opened = sum(sentence.count(mark, start, at) for mark in _OPENING)
    closed = sum(sentence.count(mark, start, at) for mark in _CLOSING)
    return opened > closed and any(sentence.find(mark, at) >= 0 for mark in _CLOSING)


def _is_shared(sentence: str, start: int, mark: re.Match[str]) -> bool:
    """True for a 、 between members that have not each their own quantity."""
    before = sentence[start : mark.start()]
    return mark[0] == "、" and ("分别" in before or _OWN_QUANTITY.search(before) is None)
