"""A question → what a search looks for in it: its words, and the pairs of neighbouring characters in them.

Words that only ask (多少, 请问, 有没有) are left out, because every document has them and none is about them. Pairs
of characters find what the words miss where question and text are cut into words differently (畜牧业增加值, 牧业产值).
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rag.text.clean import clean_query
from rag.text.words import words

_CHINESE_OR_NOT = re.compile(r"[\u4e00-\u9fff]+|[^\W\u4e00-\u9fff]+")
MOST_CHARACTERS = 1000
MOST_WORDS = 64


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a search takes it.

    `text` is its clean form, `words` the distinct words that carry its meaning in their order, `pairs` the distinct
    pairs of neighbouring characters that these words cover; a number or a word of another script counts as one pair.
    """

    text: str
    words: tuple[str, ...]
    pairs: tuple[str, ...]


def read_asked(question: str) -> Asked:
    """What is looked for; `words` is empty where the question has none that carries a meaning.

    What goes beyond 1,000 characters or 64 words is left aside, so that no question takes long.
    """
    text = clean_query(question[:MOST_CHARACTERS])
    found = tuple(dict.fromkeys(word for word in words(text) if word not in _asking_words()))[:MOST_WORDS]
    return Asked(text, found, tuple(_pairs(text.lower(), found)))


def _pairs(text: str, found: tuple[str, ...]) -> list[str]:
    pairs: dict[str, None] = {}
    for run in _covered(text, found):
        for part in _CHINESE_OR_NOT.findall(run):
            whole = len(part) == 1 or not "\u4e00" <= part[0] <= "\u9fff"
            pairs.update(dict.fromkeys([part] if whole else map("".join, itertools.pairwise(part))))
    return list(pairs)


def _covered(text: str, found: tuple[str, ...]) -> list[str]:
    """The stretches of `text` that consist of these words."""
    covered = bytearray(len(text))
    for word in found:
        at = text.find(word)
        while at >= 0:
            covered[at : at + len(word)] = b"\x01" * len(word)
            at = text.find(word, at + 1)
    kept = "".join(character if there else "\n" for character, there in zip(text, covered, strict=True))
    return kept.split("\n")


@cache
def _asking_words() -> frozenset[str]:
    lines = files("rag.search").joinpath("asking_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.split("\t")[0] for line in lines if line and not line.startswith("#"))
