"""Words of a question written with another character of the same sound: 产直 → 产值.

In: a clean question, and what tells whether any report holds some words. Out: the question with each such word as it was
meant. People type Chinese by its sound, so a slip is mostly a homophone. Only two characters that the dictionary does not join and
that no report holds are taken for a slip, and only a common word that reports do hold for what was meant; so names that
stand in no dictionary stay as they are, those of places also where a report holds a word of their sound (石溪县, 实习).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import cache
from itertools import pairwise

import jieba
from pypinyin import lazy_pinyin

from rag.answers.asked.place_slips import seen_as_name
from rag.figures.units import unit
from rag.places import divisions, gazetteer, townships
from rag.text.characters import CJK

HoldsWords = Callable[[str], bool]
_HAN = re.compile(f"[{CJK}]")
_WORD_BEFORE = re.compile(f"[{CJK}]{{2}}$")
# 多少亩地: what counts is no part of the word behind it
_HOW_MANY = re.compile(r"(?:多少|[几每数两\d〇零一二三四五六七八九十百千万亿])$")
# a word this rare is hardly what was meant
COMMON = 50
_GRAMMAR = frozenset(
    "的了着过是有在和与把给对将会能要为以及或也都还就不没个到从向由被让跟同按据几多少各哪年月日几谁去今明前而之其此再又已才更最"
)


def respelled(clean: str, held: HoldsWords, names: Collection[str] = ()) -> str:
    """The question in the words that were meant; of the same length, so that offsets stay. What looks like one of the `names`
    of places is left to whoever reads those."""
    for start, pair in _loose_pairs(clean):
        if not held(pair) and not seen_as_name(pair, names) and (meant := _meant(pair, clean[:start], held)):
            clean = clean[:start] + meant + clean[start + len(pair) :]
    return clean


def _meant(pair: str, before: str, held: HoldsWords) -> str | None:
    """The word that a slip stands for: a common one that reports hold, or any that they hold behind the word before it (工作专班)."""
    known = next((word for word in homophones(pair) if held(word)), None)
    if known is not None or (lead := _WORD_BEFORE.search(before)) is None:
        return known
    return next((word for word in _sounding_like(pair) if held(lead[0] + word)), None)


def _sounding_like(pair: str) -> Iterator[str]:
    """Two characters with one of them exchanged for another of its sound, be they a word or none."""
    first, second = pair[0], pair[1]
    yield from (first + other for other in _of_sound().get(_sound(second), ()) if other != second)
    yield from (other + second for other in _of_sound().get(_sound(first), ()) if other != first)


def _sound(character: str) -> str:
    return "".join(lazy_pinyin(character))


@cache
def _of_sound() -> dict[str, tuple[str, ...]]:
    """The common characters of each sound, the most frequent first."""
    jieba.initialize()
    alone = [(f, w) for w, f in jieba.dt.FREQ.items() if len(w) == 1 and f >= COMMON and _HAN.match(w)]
    by_sound: dict[str, tuple[str, ...]] = {}
    for _, character in sorted(alone, reverse=True):
        by_sound[_sound(character)] = (*by_sound.get(_sound(character), ()), character)
    return by_sound


def homophones(pair: str) -> tuple[str, ...]:
    """The common words that sound like two characters and share one of them, the most frequent first."""
    sound = lazy_pinyin(pair)
    alike = {w for at, character in enumerate(pair) for w in _common()[at].get(character, ())}
    found = [w for w in alike if w != pair and lazy_pinyin(w) == sound]
    return tuple(sorted(found, key=lambda w: (-(jieba.get_FREQ(w) or 0), w)))


def _loose_pairs(clean: str) -> Iterator[tuple[int, str]]:
    """Neighbouring characters that belong to no word, with where they stand."""
    at = 0
    loose: list[int] = []
    named = tuple(_named(clean))
    initials = {mention.start for mention in gazetteer().abbreviated(clean)}
    for word in jieba.cut(clean, HMM=False):
        # 新能源车占了多少: what 了 stands behind is a verb by itself
        alone = clean.startswith(("了", "过"), at + 1) or word in _GRAMMAR or at in initials
        if len(word) == 1 and not alone and _HAN.match(word) and not _counts(clean, at, word):
            loose.append(at)
        at += len(word)
    for first, second in pairwise(loose):
        # 多少亩地: a unit belongs to its number
        inside = any(start <= first and second < stop for start, stop in named)
        if second == first + 1 and unit(clean[first]) is None and not inside:
            yield first, clean[first : second + 1]


def _named(clean: str) -> Iterator[tuple[int, int]]:
    """Where places are named by their form: a name need be no word."""
    yield from ((d.start, d.stop) for d in divisions(clean))
    yield from (found.span() for name in townships(clean) for found in re.finditer(re.escape(name), clean))


def _counts(clean: str, at: int, character: str) -> bool:
    return unit(character) is not None and _HOW_MANY.search(clean[:at]) is not None


@cache
def _common() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """The common words of two characters by their first and by their last."""
    jieba.initialize()
    words = [w for w, frequency in jieba.dt.FREQ.items() if len(w) == 2 and frequency >= COMMON]
    by_first: dict[str, tuple[str, ...]] = {}
    by_last: dict[str, tuple[str, ...]] = {}
    for word in words:
        by_first[word[0]] = (*by_first.get(word[0], ()), word)
        by_last[word[1]] = (*by_last.get(word[1], ()), word)
    return by_first, by_last
