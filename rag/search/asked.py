"""A question → what a search looks for in it: its words, other words for them, and pairs of neighbouring characters.

Words that only ask (多少, 请问, 有没有) are left out, because every document has them and none is about them. Pairs
of characters find what the words miss where question and text are cut into words differently (畜牧业增加值, 牧业产值).
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rag.text.clean import clean_query
from rag.text.words import words

MOST_CHARACTERS = 1000
MOST_WORDS = 64

_CHINESE_OR_NOT = re.compile(r"[\u4e00-\u9fff]+|[^\W\u4e00-\u9fff]+")
_ASKING = re.compile(
    r"""
      哪[一几两]?[些个年月日天里儿处位家种类项条座次届部本所时]?   # 哪一年, 哪些, 哪
    | (?:于|在|为)?何[时年月日处地人者种]                          # 于何时, 何处
    | 什么(?:时候|样|地方)? | 为什么 | 为何 | 如何 | 怎么样? | 怎样
    | 多少 | 多(?=[大高长久远快重深宽]) | 几(?=[个家件项条座户人年月日天次种类位名所辆台倍成]) | 百分之几
    | [请想]问 | 请告诉我 | 有没有 | 是不是 | 能不能 | 会不会 | 是否
    """,
    re.VERBOSE,
)
_NUMBER_ASKED = re.compile(
    r"多少|几[个家件项条座户人年月日天次种类位名所辆台倍成]|多[大高长久远快重深宽]|百分之几|何[时年]|哪一?年|什么时候"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a search takes it.

    `text` is its clean form; `words` are the distinct words that carry its meaning in their order, and `forms` for each
    of them what counts as the word: itself and its equivalents. `pairs` are the distinct pairs of neighbouring
    characters that the words cover; a number or a word of another script counts as one pair. `number` is set where a
    number is asked for.
    """

    text: str
    words: tuple[str, ...]
    forms: tuple[tuple[str, ...], ...]
    pairs: tuple[str, ...]
    number: bool


def read_asked(question: str) -> Asked:
    """What is looked for; `words` is empty where the question has none that carries a meaning.

    What goes beyond 1,000 characters or 64 words is left aside, so that no question takes long.
    """
    text = clean_query(question[:MOST_CHARACTERS])
    said = _ASKING.sub(" ", text)
    found = tuple(dict.fromkeys(word for word in words(said) if word not in _asking_words()))[:MOST_WORDS]
    return Asked(
        text=text,
        words=found,
        forms=tuple((word, *_equivalents().get(word, ())) for word in found),
        pairs=tuple(_pairs(said.lower(), found)),
        number=_NUMBER_ASKED.search(text) is not None,
    )


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


def _entries(name: str) -> Iterator[str]:
    for line in files("rag.search").joinpath(name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")[0]


@cache
def _asking_words() -> frozenset[str]:
    return frozenset(_entries("asking_words.txt"))


@cache
def _equivalents() -> Mapping[str, tuple[str, ...]]:
    """For each word the other words of its groups."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for line in _entries("equivalents.txt"):
        group = line.lower().split()
        for word in group:
            found[word].update(dict.fromkeys(other for other in group if other != word))
    return {word: tuple(others) for word, others in found.items()}
