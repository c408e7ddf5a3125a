"""Whether a text speaks of a term.

In: a term of the question and a clean text with the concepts found in it. Out: a `Match` with where and how well: 1
for the words themselves or another form of the same concept, less for a kind of it, a slip of the pen or an
abbreviation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import jieba
from rapidfuzz.distance import Hamming

from rag.answers.shares import is_measure_of_another
from rag.answers.synonyms import synonyms
from rag.answers.term import Term
from rag.answers.terms import blank
from rag.answers.vocabulary import ConceptMention, Vocabulary

EXACT, DISTRIBUTED, EVERYDAY, SYNONYM, CORE = 1.0, 1.0, 0.9, 0.95, 0.75
NARROWER, SLIP, SPREAD, ELLIPTIC, ABBREVIATED = 0.9, 0.8, 0.8, 0.85, 0.75
_SLIP_LENGTH = 3
_SPREAD_REACH, _ELLIPSIS_REACH = 6, 24


@dataclass(frozen=True, slots=True)
class Match:
    """Where a text speaks of a term: text[start:stop], and how sure that is, in (0, 1]."""

    start: int
    stop: int
    quality: float


@dataclass(frozen=True, slots=True)
class Spoken:
    """A clean text with the concepts in it."""

    text: str
    concepts: tuple[ConceptMention, ...]


@lru_cache(maxsize=32768)
def spoken(text: str, vocabulary: Vocabulary) -> Spoken:
    """A clean text, read for concepts; sentences of reports come up again with every question about them."""
    return Spoken(text, vocabulary.concepts(text))


def matches(term: Term, spoken: Spoken, vocabulary: Vocabulary) -> tuple[Match, ...]:
    """All places where the text speaks of the term in the best way that it does so; empty where it does not."""
    rules = (
        (_concept, _distributed, _narrower, _spread, _elliptic)
        if term.concept
        else (_words, _everyday, _synonym, _slip, _part, _abbreviated, _pieces, _core)
    )
    for rule in rules:
        if found := rule(term, spoken, vocabulary):
            return found
    return ()


def _concept(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """GDP → 地区生产总值, but not where it is what something else is measured by: 研发投入占地区生产总值比重."""
    return tuple(
        Match(m.start, m.stop, EXACT)
        for m in spoken.concepts
        if m.concept == term.concept and not is_measure_of_another(spoken.text, m)
    )


def _distributed(term: Term, spoken: Spoken, vocabulary: Vocabulary) -> tuple[Match, ...]:
    """城镇居民收入 → 城镇和农村居民人均可支配收入, 一产 → 一、二、三产增加值."""
    siblings = vocabulary.siblings(term.concept or "")
    found = []
    for mention in spoken.concepts:
        if mention.concept in siblings and (before := _list_head(term.text).search(spoken.text[: mention.start])):
            found.append(Match(before.start(), mention.stop, DISTRIBUTED))
    return tuple(found)


@lru_cache(maxsize=4096)
def _list_head(text: str) -> re.Pattern[str]:
    """The first word of a term at the head of a list that ends where the search does: 城镇和, 一、二、."""
    head = next(iter(jieba.cut(text, HMM=False)), text)
    head = head.removesuffix("居民").removesuffix("产") or head
    return re.compile(rf"{re.escape(head)}(?:居民|产)?(?:[、和与及][^，,。；;]{{1,4}}?)*[、和与及]$")


def _narrower(term: Term, spoken: Spoken, vocabulary: Vocabulary) -> tuple[Match, ...]:
    """失业率 → 城镇调查失业率."""
    sorts = vocabulary.narrower.get(term.concept or "", ())
    return tuple(Match(m.start, m.stop, NARROWER) for m in spoken.concepts if m.concept in sorts)


def _spread(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """The words of a term in their order with little between them: 棚户区改造 → 棚户区综合改造; not within other concepts."""
    pattern = _spread_pattern(term.text)
    if pattern is None:
        return ()
    open_text = blank(spoken.text, ((m.start, m.stop) for m in spoken.concepts))
    return tuple(Match(m.start(), m.end(), SPREAD) for m in pattern.finditer(open_text))


@lru_cache(maxsize=4096)
def _spread_pattern(text: str) -> re.Pattern[str] | None:
    words = [word for word in jieba.cut(text, HMM=False) if len(word) > 1]
    if len(words) < 2:
        return None
    return re.compile(rf"[^，,。；;\x00]{{0,{_SPREAD_REACH}}}?".join(re.escape(word) for word in words))


def _elliptic(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """The head of a term in another concept and its tail further on: 粮食产量 → 粮食播种面积43万亩、产量13万吨."""
    pattern = _ellipsis(term.text)
    if pattern is None:
        return ()
    return tuple(Match(m.start("tail"), m.end(), ELLIPTIC) for m in pattern.finditer(spoken.text))


@lru_cache(maxsize=4096)
def _ellipsis(text: str) -> re.Pattern[str] | None:
    parts = list(jieba.cut_for_search(text))
    tail = parts[-1] if len(parts) > 1 and parts[-1] != text else text[-2:]
    head = text[: -len(tail)]
    if len(head) < 2 or not text.endswith(tail):
        return None
    return re.compile(rf"{re.escape(head)}[^。；;]{{2,{_ELLIPSIS_REACH}}}?[、，,](?P<tail>{re.escape(tail)})")


def shortened(term: Term, spoken: Spoken) -> tuple[Match, ...]:
    """棚户区改造 → 完成8008户改造任务, where the text has spoken of it before."""
    pattern = _task(term.concept or term.text)
    return tuple(Match(m.start("task"), m.end(), ELLIPTIC) for m in pattern.finditer(spoken.text)) if pattern else ()


@lru_cache(maxsize=4096)
def _task(name: str) -> re.Pattern[str] | None:
    *rest, tail = jieba.cut(name, HMM=False)
    if not rest or len(tail) < len("改造"):
        return None
    return re.compile(rf"\d[万亿]*[\u4e00-\u9fff]{{1,2}}(?P<task>{re.escape(tail)}(?:任务|工程|项目|目标))")


def _words(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    return tuple(_occurrences(term.text, spoken.text, EXACT))


def _everyday(term: Term, spoken: Spoken, vocabulary: Vocabulary) -> tuple[Match, ...]:
    """老师 → 教师."""
    written = vocabulary.everyday.get(term.text, ())
    return tuple(match for word in written for match in _occurrences(word, spoken.text, EVERYDAY))


def _synonym(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """土豆 → 马铃薯."""
    return tuple(match for word in synonyms(term.text) for match in _occurrences(word, spoken.text, SYNONYM))


def _occurrences(word: str, text: str, quality: float) -> Iterator[Match]:
    at = text.find(word)
    while at >= 0:
        yield Match(at, at + len(word), quality)
        at = text.find(word, at + 1)


def _slip(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """One wrong character in a word that no dictionary has (参合律); 就业率 is no slip for 失业率."""
    size = len(term.text)
    if size < _SLIP_LENGTH or jieba.get_FREQ(term.text):
        return ()
    text = spoken.text
    near = (
        at
        for at in range(len(text) - size + 1)
        if Hamming.distance(text[at : at + size], term.text, score_cutoff=1) == 1
    )
    return tuple(Match(at, at + size, SLIP) for at in near)


def _part(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """The longer part of a long word: 先进制造业集群 → 制造业集群."""
    size = len(term.text)
    for length in range(size - 1, max(1, size // 2), -1):
        for part in (term.text[:length], term.text[size - length :]):
            if len(part) > 1 and jieba.get_FREQ(part) and (at := spoken.text.find(part)) >= 0:
                return (Match(at, at + length, EXACT * length / size * SPREAD),)
    return ()


def _abbreviated(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """Two characters that stand for two words: 申遗 → 申报世界遗产."""
    return _written_out(term.text, spoken.text)


def _written_out(word: str, text: str) -> tuple[Match, ...]:
    if len(word) != 2 or not all(character in text for character in word):
        return ()
    first, second = map(re.escape, word)
    found = re.finditer(rf"{first}[\u4e00-\u9fff]{{1,4}}?{second}", text)
    return tuple(Match(m.start(), m.end(), ABBREVIATED) for m in found)


def _pieces(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """The words that a long word is made of, side by side: 普通高校 → 普通高等学校."""
    pieces = _made_of(term.text)
    found = [_piece(piece, spoken.text) for piece in pieces]
    if not pieces or any(match is None for match in found):
        return ()
    told = [match for match in found if match is not None]
    start, stop = min(m.start for m in told), max(m.stop for m in told)
    if stop - start > len(term.text) + _SPREAD_REACH:
        return ()
    quality = sum(m.quality * len(piece) for m, piece in zip(told, pieces, strict=True)) / len(term.text)
    return (Match(start, stop, quality),)


def _core(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """What is left of a colloquial noun without its affixes: 小巷子 → 背街巷道."""
    found = _AFFIXED.match(term.text)
    return tuple(_occurrences(found["core"], spoken.text, CORE)) if found else ()


_AFFIXED = re.compile(r"[小老大]?(?P<core>[\u4e00-\u9fff]{1,2}?)[子儿]$")


@lru_cache(maxsize=4096)
def _made_of(word: str) -> tuple[str, ...]:
    """The two halves of a word of four characters and more that are words themselves; empty where they are none."""
    for at in range(2, len(word) - 1):
        halves = (word[:at], word[at:])
        if all(jieba.get_FREQ(half) for half in halves):
            return halves
    return ()


def _piece(word: str, text: str) -> Match | None:
    """The first place where a text has a word, a synonym of it, or the words that it stands for."""
    if (at := text.find(word)) >= 0:
        return Match(at, at + len(word), EXACT)
    for other in synonyms(word):
        if (at := text.find(other)) >= 0:
            return Match(at, at + len(other), SYNONYM)
    return next(iter(_written_out(word, text)), None)
