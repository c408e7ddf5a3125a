"""Whether a text speaks of a thing in the question's word or in another.

In: a term that is no concept, and a clean text. Out: where the text has the word itself, a word for the same thing, the word
with a slip of the pen, or the parts that it is made of; the first way that is found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate

import jieba
from rapidfuzz.distance import Hamming

from rag.answers.sentences.spoken import Match, Spoken
from rag.answers.words.synonyms import is_common_noun, synonyms
from rag.answers.words.term import Term
from rag.answers.words.vocabulary import Vocabulary
from rag.answers.words.word_forms import (
    AFFIXED,
    FIRST,
    NOUN_ENDINGS,
    NUMBERED,
    beside_a_number,
    contractions,
    frequency,
    made_of,
)
from rag.figures.numbers import numeral

EXACT, EVERYDAY, SYNONYM, CORE = 1.0, 0.9, 0.95, 0.75
SLIP, PART, ABBREVIATED, CONTRACTED, COUNTED, WITHIN = 0.8, 0.8, 0.75, 0.85, 0.9, 0.6
_SLIP_LENGTH, _REACH = 3, 6
_ABBREVIATED_LENGTHS = (2, 3)
_AMOUNT = "量"
_ORDINAL = re.compile(r"第[\d一二三四五六七八九十百]")
Rule = Callable[[Term, Spoken, Vocabulary], tuple[Match, ...]]


def _words(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """The word itself; a thing of one character less surely where no word ends with it (煤 of 原煤, and of 煤矿)."""
    found = tuple(_occurrences(term.text, spoken.text, EXACT))
    if not found or len(term.text) > 1 or not is_common_noun(term.text):
        return found
    ends = _ends_of_words(spoken.text)
    return tuple(match for match in found if match.stop in ends) or tuple(replace(m, quality=WITHIN) for m in found)


@lru_cache(maxsize=8192)
def _ends_of_words(text: str) -> frozenset[int]:
    """Where words of a text end, also those that are measured (电 of 电量)."""
    words = [*jieba.cut(text, HMM=False)]
    ends = [*accumulate(map(len, words))]
    return frozenset(ends) | {end - 1 for word, end in zip(words, ends, strict=True) if word.endswith(_AMOUNT)}


def _everyday(term: Term, spoken: Spoken, vocabulary: Vocabulary) -> tuple[Match, ...]:
    """老师 → 教师."""
    written = vocabulary.everyday.get(term.text, ())
    return tuple(match for word in written for match in _occurrences(word, spoken.text, EVERYDAY))


def _synonym(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """土豆 → 马铃薯."""
    return tuple(match for word in synonyms(term.text) for match in _occurrences(word, spoken.text, SYNONYM))


def _slip(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """One wrong character in a word that no dictionary has (参合律); 就业率 is no slip for 失业率, nor 第八届 for 第九届, nor 消费券 for
    消费品."""
    size = len(term.text)
    if size < _SLIP_LENGTH or frequency(term.text) or _ORDINAL.match(term.text):
        return ()
    text = spoken.text
    near = (
        at
        for at in range(len(text) - size + 1)
        if Hamming.distance(text[at : at + size], term.text, score_cutoff=1) == 1
        and not (term.text[-1] in NOUN_ENDINGS and text[at + size - 1] != term.text[-1])
    )
    return tuple(Match(at, at + size, SLIP) for at in near)


def _part(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """The longer part of a long word: 先进制造业集群 → 制造业集群; 消费券 is no 消费."""
    size = len(term.text)
    if term.text[-1] in NOUN_ENDINGS and size <= _SLIP_LENGTH:
        return ()
    for length in range(size - 1, max(1, size // 2), -1):
        for part in (term.text[:length], term.text[size - length :]):
            if len(part) > 1 and frequency(part) and (at := spoken.text.find(part)) >= 0:
                return (Match(at, at + length, EXACT * length / size * PART),)
    return ()


def _abbreviated(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """Characters that stand for words: 申遗 → 申报世界遗产, 科技奖 → 科学技术奖; no part of a concept (产值 of 生产总值)."""
    return tuple(m for m in _written_out(term.text, spoken.text) if not _is_of_a_concept(m, spoken))


def _is_of_a_concept(match: Match, spoken: Spoken) -> bool:
    return any(c.start <= match.start and match.stop <= c.stop for c in spoken.concepts)


def _contracted(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """A long word in short: 公共厕所 → 公厕; no part of a concept (出口 for 出生人口)."""
    short = contractions(term.text)
    found = (match for word in short for match in _occurrences(word, spoken.text, CONTRACTED))
    return tuple(m for m in found if not _is_of_a_concept(m, spoken))


def _pieces(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """The words that a long word is made of, side by side: 普通高校 → 普通高等学校."""
    pieces = made_of(term.text)
    reach = len(term.text) + _REACH
    starts = {at for piece in pieces for at in _beginnings(piece, spoken.text)}
    for at in sorted(starts):
        found = [_piece(piece, spoken.text[at : at + reach]) for piece in pieces]
        told = [match for match in found if match is not None]
        if len(told) == len(pieces):
            quality = sum(m.quality * len(piece) for m, piece in zip(told, pieces, strict=True)) / len(term.text)
            return (Match(at + min(m.start for m in told), at + max(m.stop for m in told), quality),)
    return ()


def _beginnings(word: str, text: str) -> Iterator[int]:
    """Where a text has a word, a synonym of it, or the first of the words that it stands for."""
    for written in (word, *synonyms(word)):
        yield from (match.start for match in _occurrences(written, text, EXACT))
    yield from (match.start for match in _written_out(word, text))


def _counted(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """What a noun of measure is of, beside a number in units that measure so: 钢产量 → 钢二百万吨, 草坪面积 → 3万平方米草坪."""
    pattern = beside_a_number(term.text)
    return tuple(Match(m.start(), m.end(), COUNTED) for m in pattern.finditer(spoken.text)) if pattern else ()


def _numbered(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """A number and what so many words share: 三早 → 早发现，早报告，早制止."""
    found = NUMBERED.fullmatch(term.text)
    n = numeral(found["n"]) if found is not None else None
    if found is None or n is None:
        return ()
    row = re.search(rf"(?:{found['shared']}[\u4e00-\u9fff]{{1,4}}[、，,；;“”\"]*){{{n}}}", spoken.text)
    return (Match(row.start(), row.end(), EXACT),) if row is not None else ()


def _first(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """第一处 → 首个."""
    if FIRST.fullmatch(term.text) is None:
        return ()
    return tuple(Match(m.start(), m.end(), EVERYDAY) for m in FIRST.finditer(spoken.text))


def _core(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """What is left of a colloquial noun without its affixes: 小巷子 → 背街巷道."""
    found = AFFIXED.match(term.text)
    return tuple(_occurrences(found["core"], spoken.text, CORE)) if found else ()


def _piece(word: str, text: str) -> Match | None:
    """The first place where a text has a word, a synonym of it, or the words that it stands for."""
    if (at := text.find(word)) >= 0:
        return Match(at, at + len(word), EXACT)
    for other in synonyms(word):
        if (at := text.find(other)) >= 0:
            return Match(at, at + len(other), SYNONYM)
    return next(iter(_written_out(word, text)), None)


def _written_out(word: str, text: str) -> tuple[Match, ...]:
    if len(word) not in _ABBREVIATED_LENGTHS or not all(character in text for character in word):
        return ()
    gap = rf"[\u4e00-\u9fff]{{1,{4 if len(word) == 2 else 2}}}?"
    found = re.finditer(gap.join(map(re.escape, word)), text)
    return tuple(Match(m.start(), m.end(), ABBREVIATED) for m in found)


def _occurrences(word: str, text: str, quality: float) -> Iterator[Match]:
    at = text.find(word)
    while at >= 0:
        yield Match(at, at + len(word), quality)
        at = text.find(word, at + 1)


WORD_RULES: tuple[Rule, ...] = (
    _words,  # 玉米
    _everyday,  # 老师 → 教师
    _synonym,  # 土豆 → 马铃薯
    _counted,  # 钢产量 → 钢二百万吨
    _slip,  # 参合律 → 参合率
    _part,  # 先进制造业集群 → 制造业集群
    _abbreviated,  # 申遗 → 申报世界遗产
    _pieces,  # 普通高校 → 普通高等学校
    _contracted,  # 公共厕所 → 公厕
    _numbered,  # 三早 → 早发现，早报告，早制止
    _first,  # 第一处 → 首个
    _core,  # 小巷子 → 背街巷道
)
