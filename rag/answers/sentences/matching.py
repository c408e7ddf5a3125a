"""Whether a text speaks of a term.

In: a term of the question and a clean text with the concepts found in it. Out: a `Match` with where and how well: 1
for another form of the same concept, less for a kind of it or for its words further apart; what is no concept is
looked for by its word (`word_matching`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

import jieba

from rag.answers.sentences.spoken import Match, Spoken
from rag.answers.sentences.word_matching import WORD_RULES
from rag.answers.words.blanking import blank
from rag.answers.words.magnitudes import said_as
from rag.answers.words.shares import is_measure_of_another, is_sort_of_another
from rag.answers.words.sought import may_speak
from rag.answers.words.term import Term
from rag.answers.words.vocabulary import Vocabulary
from rag.answers.words.word_forms import beside_a_number

EXACT, DISTRIBUTED, NARROWER, SPREAD, ELLIPTIC = 1.0, 1.0, 0.9, 0.8, 0.85
_SPREAD_REACH, _ELLIPSIS_REACH = 6, 24
_PRODUCING = re.compile(r"(?:产|产出|收获|收)$")


def matches(term: Term, spoken: Spoken, vocabulary: Vocabulary) -> tuple[Match, ...]:
    """All places where the text speaks of the term in the best way that it does so; empty where it does not."""
    if not (found := _matches(term, spoken, vocabulary)) and term.other:
        return _matches(replace(term, text=term.other, concept=None), spoken, vocabulary)
    return found


def _matches(term: Term, spoken: Spoken, vocabulary: Vocabulary) -> tuple[Match, ...]:
    if (size := said_as(term.text)) is not None:
        return tuple(Match(m.start(), m.end(), EXACT) for m in size.finditer(spoken.text))
    if term.concept is None and not may_speak(term.text, spoken.text, vocabulary):
        return ()
    rules = (_concept, _distributed, _narrower, _spread, _elliptic, _produced) if term.concept else WORD_RULES
    for rule in rules:
        if found := rule(term, spoken, vocabulary):
            return found
    return ()


def _concept(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """GDP → 地区生产总值, but not where it is what something else is measured by: 研发投入占地区生产总值比重."""
    return tuple(
        Match(m.start, m.stop, EXACT)
        for m in spoken.concepts
        if m.concept == term.concept
        and not (is_measure_of_another(spoken.text, m) or is_sort_of_another(spoken.text, m))
    )


def _distributed(term: Term, spoken: Spoken, vocabulary: Vocabulary) -> tuple[Match, ...]:
    """城镇居民收入 → 城镇和农村居民人均可支配收入, 城乡居民收入分别…; 一产 → 一、二、三产增加值."""
    siblings = vocabulary.siblings(term.concept or "")
    found = []
    for mention in spoken.concepts:
        if mention.concept in siblings and (before := _list_head(term.text).search(spoken.text[: mention.start])):
            found.append(Match(before.start(), mention.stop, DISTRIBUTED))
        elif term.concept in vocabulary.narrower.get(mention.concept, ()) and _IN_ONE_WORD.match(
            spoken.text, mention.start
        ):
            found.append(Match(mention.start, mention.stop, DISTRIBUTED))
    return tuple(found)


# 城乡居民收入分别增长5%、7%: one word names town and country
_IN_ONE_WORD = re.compile("城乡(?=[^，,。；;]{2,16}?(?:分别|各|均|都)[^，,。；;]{0,6}\\d)")


@lru_cache(maxsize=4096)
def _list_head(text: str) -> re.Pattern[str]:
    """The first word of a term at the head of a list that ends where the search does: 城镇和, 一、二、."""
    head = next(iter(jieba.cut(text, HMM=False)), text)
    head = head.removesuffix("居民").removesuffix("产业").removesuffix("产").removeprefix("第") or head
    return re.compile(rf"{re.escape(head)}(?:居民|产业?)?(?:[、和与及][^，,。；;]{{1,4}}?)*[、和与及]$")


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


def _produced(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """What an output is of, beside the amount that was produced: 原煤产量 → 生产原煤860万吨."""
    pattern = beside_a_number(term.concept or "")
    found = pattern.finditer(spoken.text) if pattern else ()
    return tuple(Match(m.start(), m.end(), ELLIPTIC) for m in found if _PRODUCING.search(spoken.text[: m.start()]))


@lru_cache(maxsize=4096)
def _ellipsis(text: str) -> re.Pattern[str] | None:
    parts = list(jieba.cut_for_search(text))
    tail = parts[-1] if len(parts) > 1 and parts[-1] != text else text[-2:]
    head = text[: -len(tail)]
    if len(head) < 2 or not text.endswith(tail):
        return None
    return re.compile(rf"{re.escape(head)}[^。；;]{{2,{_ELLIPSIS_REACH}}}?[、，,](?P<tail>{re.escape(tail)})")


def shortened(term: Term, spoken: Spoken) -> tuple[Match, ...]:
    """棚户区改造 → 完成460户改造任务, where the text has spoken of it before."""
    pattern = _task(term.concept or term.text)
    return tuple(Match(m.start("task"), m.end(), ELLIPTIC) for m in pattern.finditer(spoken.text)) if pattern else ()


@lru_cache(maxsize=4096)
def _task(name: str) -> re.Pattern[str] | None:
    *rest, tail = jieba.cut(name, HMM=False)
    if not rest or len(tail) < len("改造"):
        return None
    return re.compile(rf"\d[万亿]*[\u4e00-\u9fff]{{1,2}}(?P<task>{re.escape(tail)}(?:任务|工程|项目|目标))")
