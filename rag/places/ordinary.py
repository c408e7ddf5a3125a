"""Which words of Chinese are too ordinary to be the name of a place by themselves: 示范, 贫困, 工业, but not 沃野 or 飞瀑.

In: a word. Out: whether jieba's dictionary has it as a word of doing, quality, time or number, or as a common noun.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

# how often jieba's corpus has a noun, and a word that it also knows as a name, before it is taken for an ordinary one
COMMON_NOUN, COMMON_NAME = 200, 1500
_NAMES = ("ns", "nr", "nt", "nz")


def is_ordinary(word: str) -> bool:
    """True for a word of two characters and more that names nothing in particular."""
    return word in _ordinary()


def is_place_word(word: str) -> bool:
    """True for a word that the dictionary has as the name of a place, be it a common one (天门, 平原)."""
    return word in _place_words()


def is_term(word: str) -> bool:
    """True for a word that the dictionary has as another thing than a place or a person (直辖市, 红旗)."""
    return word in _terms()


@cache
def _entries() -> tuple[tuple[str, int, str], ...]:
    lines = files("jieba").joinpath("dict.txt").read_text(encoding="utf-8").splitlines()
    entries = (line.split(" ") for line in lines)
    return tuple((word, int(count), tag) for word, count, tag in entries if 2 <= len(word) <= 4)


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(word for word, count, tag in _entries() if _is_ordinary(count, tag))


@cache
def _place_words() -> frozenset[str]:
    return frozenset(word for word, _, tag in _entries() if tag == "ns")


@cache
def _terms() -> frozenset[str]:
    return frozenset(word for word, count, tag in _entries() if tag not in _NAMES or count >= COMMON_NAME)


def _is_ordinary(count: int, tag: str) -> bool:
    if tag in _NAMES:
        return count >= COMMON_NAME
    return count >= COMMON_NOUN or not tag.startswith(("n", "j", "i", "x"))
