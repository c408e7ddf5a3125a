"""Whether a text speaks of a thing in the question's word or in another.

In: a term that is no concept, and a clean text. Out: where the text has the word itself, a word for the same thing, the word
with a slip of the pen, or the parts that it is made of; the first way that is found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

import ahocorasick
import jieba
from rapidfuzz.distance import Hamming

from rag.answers.spoken import Match, Spoken
from rag.answers.synonyms import synonyms
from rag.answers.term import Term
from rag.answers.vocabulary import Vocabulary
from rag.figures.numbers import numeral

EXACT, EVERYDAY, SYNONYM, CORE = 1.0, 0.9, 0.95, 0.75
SLIP, PART, ABBREVIATED, CONTRACTED, COUNTED = 0.8, 0.8, 0.75, 0.85, 0.9
_SLIP_LENGTH, _REACH = 3, 6
# nouns that say no more than a unit does, and the units that say it
_MEASURES = (
    ("产量", "公?斤|吨|担|立方米|度|千瓦时|台|辆|件|米"),
    ("销量", "公?斤|吨|台|辆|件|套"),
    ("面积", "亩|公顷|平方米|平方公里|平米"),
    ("里程", "公里|千米|米"),
    ("长度", "公里|千米|米"),
    ("人数", "人次?|名|位"),
    ("户数", "户"),
    ("重量", "公?斤|吨|千克"),
    ("数量", "个|家|项|所|座|条|件|台|辆|头|只|处|株|户|人|名|套"),
)
_MEASURED = re.compile(rf"(?P<thing>.+?)(?P<measure>{'|'.join(noun for noun, _ in _MEASURES)})$")
_NUMBERED = re.compile(r"(?P<n>[两三四五六七八九])(?P<shared>[\u4e00-\u9fff])")
_ORDINAL = re.compile(r"第[\d一二三四五六七八九十百]")
_FIRST = re.compile(r"(?:首|(?:第|头)一)[个家座处条所项批次台艘例只支片块]")
_AFFIXED = re.compile(r"[小老大]?(?P<core>[\u4e00-\u9fff]{1,2}?)[子儿]$")

Rule = Callable[[Term, Spoken, Vocabulary], tuple[Match, ...]]


def may_speak(word: str, text: str, vocabulary: Vocabulary) -> bool:
    """False where no rule can find the word in the text, since nothing that they look for stands there; much quicker than they are."""
    return any(True for _ in _sought(word, vocabulary).iter(text)) or (len(word) == 2 and _holds_both(word, text))


@lru_cache(maxsize=4096)
def _sought(word: str, vocabulary: Vocabulary) -> Any:
    """All that some rule needs to stand in a text: words whole, of what may hold a slip one half, of what is in pieces the first."""
    size = len(word)
    core, counted = _AFFIXED.match(word), _MEASURED.match(word)
    parts = {
        part for length in range(size - 1, max(1, size // 2), -1) for part in (word[:length], word[size - length :])
    }
    sought = {word, *vocabulary.everyday.get(word, ()), *synonyms(word), *_contractions(word)}
    sought |= {part for part in parts if len(part) > 1} | {word[: size // 2], word[size // 2 :]}
    sought |= {found for match, name in ((core, "core"), (counted, "thing")) if match for found in (match[name],)}
    if _FIRST.fullmatch(word):
        sought |= {"首", "第一", "头一"}
    if _NUMBERED.fullmatch(word):
        sought.add(word[1])
    for piece in _made_of(word)[:1]:
        sought |= {piece, *synonyms(piece), *(piece if len(piece) == 2 else ())}
    automaton = ahocorasick.Automaton()
    for found in sought:
        if found:
            automaton.add_word(found, found)
    automaton.make_automaton()
    return automaton


def _holds_both(word: str, text: str) -> bool:
    """True where the characters of an abbreviation stand in a text."""
    return word[0] in text and word[1] in text


def _words(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    return tuple(_occurrences(term.text, spoken.text, EXACT))


def _everyday(term: Term, spoken: Spoken, vocabulary: Vocabulary) -> tuple[Match, ...]:
    """老师 → 教师."""
    written = vocabulary.everyday.get(term.text, ())
    return tuple(match for word in written for match in _occurrences(word, spoken.text, EVERYDAY))


def _synonym(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """土豆 → 马铃薯."""
    return tuple(match for word in synonyms(term.text) for match in _occurrences(word, spoken.text, SYNONYM))


def _slip(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """One wrong character in a word that no dictionary has (参合律); 就业率 is no slip for 失业率, nor 第八届 for 第九届."""
    size = len(term.text)
    if size < _SLIP_LENGTH or _frequency(term.text) or _ORDINAL.match(term.text):
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
            if len(part) > 1 and _frequency(part) and (at := spoken.text.find(part)) >= 0:
                return (Match(at, at + length, EXACT * length / size * PART),)
    return ()


def _abbreviated(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """Two characters that stand for two words: 申遗 → 申报世界遗产."""
    return _written_out(term.text, spoken.text)


def _contracted(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """A long word in short: 公共厕所 → 公厕."""
    short = _contractions(term.text)
    return tuple(match for word in short for match in _occurrences(word, spoken.text, CONTRACTED))


def _pieces(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """The words that a long word is made of, side by side: 普通高校 → 普通高等学校."""
    pieces = _made_of(term.text)
    found = [_piece(piece, spoken.text) for piece in pieces]
    if not pieces or any(match is None for match in found):
        return ()
    told = [match for match in found if match is not None]
    start, stop = min(m.start for m in told), max(m.stop for m in told)
    if stop - start > len(term.text) + _REACH:
        return ()
    quality = sum(m.quality * len(piece) for m, piece in zip(told, pieces, strict=True)) / len(term.text)
    return (Match(start, stop, quality),)


def _counted(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """What a noun of measure is of, beside a number in units that measure so: 钢产量 → 钢二百万吨, 草坪面积 → 3万平方米草坪."""
    pattern = _beside_a_number(term.text)
    return tuple(Match(m.start(), m.end(), COUNTED) for m in pattern.finditer(spoken.text)) if pattern else ()


@lru_cache(maxsize=4096)
def _beside_a_number(word: str) -> re.Pattern[str] | None:
    found = _MEASURED.match(word)
    if found is None:
        return None
    units = next(units for noun, units in _MEASURES if noun == found["measure"])
    thing = re.escape(found["thing"])
    number = rf"[余多]?[百千万亿]*(?:{units})"
    said = (
        r"(?:为|是|有|达到?|约|近|超过?|突破)?(?=[\d一二三四五六七八九十两][\d.,，点零〇一二三四五六七八九十百千万亿]*"
    )
    return re.compile(rf"{thing}{said}{number})|(?<=[\d.十百千万亿])(?:{units})的?{thing}")


def _numbered(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """A number and what so many words share: 三早 → 早发现，早报告，早制止."""
    found = _NUMBERED.fullmatch(term.text)
    n = numeral(found["n"]) if found is not None else None
    if found is None or n is None:
        return ()
    row = re.search(rf"(?:{found['shared']}[\u4e00-\u9fff]{{1,4}}[、，,；;“”\"]*){{{n}}}", spoken.text)
    return (Match(row.start(), row.end(), EXACT),) if row is not None else ()


def _first(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """第一处 → 首个."""
    if _FIRST.fullmatch(term.text) is None:
        return ()
    return tuple(Match(m.start(), m.end(), EVERYDAY) for m in _FIRST.finditer(spoken.text))


def _core(term: Term, spoken: Spoken, _: Vocabulary) -> tuple[Match, ...]:
    """What is left of a colloquial noun without its affixes: 小巷子 → 背街巷道."""
    found = _AFFIXED.match(term.text)
    return tuple(_occurrences(found["core"], spoken.text, CORE)) if found else ()


@lru_cache(maxsize=4096)
def _contractions(word: str) -> tuple[str, ...]:
    """The words that the first character of a word makes with one of its second half."""
    halves = _made_of(word)
    pairs = (halves[0][0] + second for second in halves[1]) if halves else ()
    return tuple(dict.fromkeys(pair for pair in pairs if _frequency(pair) and pair not in word))


@lru_cache(maxsize=4096)
def _made_of(word: str) -> tuple[str, ...]:
    """The two halves of a word of four characters and more that are words themselves; empty where they are none."""
    for at in range(2, len(word) - 1):
        halves = (word[:at], word[at:])
        if all(_frequency(half) for half in halves):
            return halves
    return ()


def _frequency(word: str) -> int | None:
    """How often the dictionary has met a word, which it reads at the first need; None where it does not have it."""
    if not jieba.dt.initialized:
        jieba.initialize()
    found: int | None = jieba.get_FREQ(word)
    return found


def _piece(word: str, text: str) -> Match | None:
    """The first place where a text has a word, a synonym of it, or the words that it stands for."""
    if (at := text.find(word)) >= 0:
        return Match(at, at + len(word), EXACT)
    for other in synonyms(word):
        if (at := text.find(other)) >= 0:
            return Match(at, at + len(other), SYNONYM)
    return next(iter(_written_out(word, text)), None)


def _written_out(word: str, text: str) -> tuple[Match, ...]:
    if len(word) != 2 or not all(character in text for character in word):
        return ()
    first, second = map(re.escape, word)
    found = re.finditer(rf"{first}[\u4e00-\u9fff]{{1,4}}?{second}", text)
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
