"""Several questions asked at once: 大桥什么时候通车？另外今年交通上要投多少钱？

In: the reading of all of it. Out: a reading of each question, as a follow-up of those before it; empty where it is one question,
or what stands behind it asks on about the same thing (…？哪个多).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from rag.answers.asked.periods import periods
from rag.answers.asked.question import Aim, Reader, Reading
from rag.answers.follow_ups.conversation import inherit
from rag.answers.words.term import Term, own_terms
from rag.answers.words.vocabulary import Vocabulary
from rag.figures.lexicon import lexicon
from rag.records import QuestionKind

MOST = 4
_MORE = r"(?:另外|此外|还有|顺便|顺带|同时|再(?:问|说|者)|并且|以及)"
_WHEN = r"(?:\d{4}年|[上下]半年|全年|[一二三四]季度|[去今明上]年)"
# 农民收入呢, 贵州呢 ask the same of another thing or place; 完成了没有呢 asks on
_THE_SAME = r"(?:(?![了没不怎为是否吗如])[^，,、；;？?。！!]){1,15}呢"
_ASKS_THE_SAME = re.compile(rf"^{_THE_SAME}$")
_END = re.compile(rf"[？?；;。！!]+\s*|[，,]\s*(?={_MORE}|{_WHEN}|{_THE_SAME}[？?。！!]*$)")
_PIECE = r"[^，,、；;？?。！!]+"
# 甲、乙、丙各多少 is one clause
_ROW = rf"(?:(?!{_PIECE}?(?:多少|几|什么|啥)){_PIECE}、)+[^，,、；;？?。！!]*?(?:各|分别)[^，,、；;？?。！!]*"
_CLAUSE = re.compile(rf"(?:{_ROW}|{_PIECE})[，,、；;？?。！!]*")
_WHEN_ALONE = re.compile(_WHEN)
_LEAD = re.compile(
    rf"^(?:{_MORE}|再(?=[问请说看给帮来告打想要了，,])|也|还)*(?:(?:想|要)?(?:问|请教|打听|了解|知道)(?:一下|下|一句)?)?[，,、：:]?"
)
_ASKS = re.compile(r"多少|几|什么|啥|哪|谁|百分之|多[高大长快重远宽]")
# 它后来建成了吗 asks on about the same thing
_POINTS_BACK = re.compile(
    r"^(?:那|这|它|其|该|此|他|她|前者|后者|两者|其中|里头|里面|当中|第[一二三四五六七八九十\d])|[它他她](?:们|的|是|在|要)|这[个些项件样]|那[个些项件样]|各自|哪[个家地边]?(?:更|最)"
    # 多少项指标？预期性的和约束性的各几项: its sorts
    r"|^[\u4e00-\u9fff]{1,5}[性型类级]的?(?:[和与及、][\u4e00-\u9fff]{1,5}[性型类级]的?)*(?:分别|各|有|占|是|又)*(?:多少|几)"
)
_ALONE = (QuestionKind.FIGURE, QuestionKind.TEXT, QuestionKind.LIST)


def asked_at_once(reading: Reading, reader: Reader) -> tuple[Reading, ...]:
    """The questions of one text, each with the place and the year that the others name; fewer than two make none."""
    if reading.question.inherited:
        return ()
    within = reading.places.places[0].path if reading.places.places else ()
    pieces = tuple(_pieces(reading.question.clean, lambda piece: reader.read(piece, within)))
    if not 2 <= len(pieces) <= MOST or any(_POINTS_BACK.search(p) for p in pieces):
        return ()
    read = [reader.read(piece, within) for piece in pieces]
    # 甲县和乙县多少，丙县呢: the same of one more
    alone = (*_ALONE, QuestionKind.COMPARE) if all(map(_ASKS_THE_SAME.search, pieces[1:])) else _ALONE
    if not all(one.question.kind in alone and one.table is None for one in read) or not _things(read[0]):
        return ()
    again = [_is_of_another_time(one, other, reading) for other, one in pairwise(read)]
    if not all(timed or _is_whole(one, reading) for one, timed in zip(read[1:], again, strict=True)):
        return ()
    if not any(again) and any(_things(one) & _things(other) for i, one in enumerate(read) for other in read[:i]):
        return ()
    return tuple(_told_in_full(read, (False, *again), reading, reader.vocabulary))


def asked_by_clauses(reading: Reading, reader: Reader) -> tuple[Reading, ...]:
    """The questions that the clauses of one text ask, each of a thing of its own: 要改造多少个小区，粮食产量要到多少; fewer than
    two make none. They may mean more together than alone, so that only answers to all of them can stand for the whole."""
    alone = reading.question.kind in _ALONE and reading.table is None and not reading.question.inherited
    if not alone or len(_ASKS.findall(reading.question.clean)) == 1:
        return ()
    within = reading.places.places[0].path if reading.places.places else ()
    pieces: list[str] = []
    whole = True
    for clause in _CLAUSE.findall(reading.question.clean):
        if whole and (not pieces or _asks_of_a_thing(clause, reader, within)):
            pieces.append(clause)
        else:
            pieces[-1] += clause
        whole = _asks_of_a_thing(pieces[-1], reader, within)
    read = [reader.read(piece, within) for piece in pieces]
    if not 2 <= len(read) <= MOST or not all(one.question.kind in _ALONE and one.table is None for one in read):
        return ()
    return tuple(_told_in_full(read, (False,) * len(read), reading, reader.vocabulary))


def _asks_of_a_thing(piece: str, reader: Reader, within: tuple[str, ...]) -> bool:
    """True for a clause that asks, and of a thing of its own: 产值多少 behind 玉米总产要到多少 asks on about the maize."""
    if _ASKS.search(piece) is None or _POINTS_BACK.search(piece) is not None:
        return False
    measures = reader.vocabulary.measures
    return any(t not in measures and t not in lexicon().general_head for t in _things(reader.read(piece, within)))


def _pieces(clean: str, read: Callable[[str], Reading]) -> tuple[str, ...]:
    """The questions, without the words that lead from one to the next; a clause that asks nothing belongs to the question behind it
    (农田管护经费，2023年一亩多少钱); none where the last asks nothing."""
    said = [words for piece in _END.split(clean) if (words := _LEAD.sub("", piece.strip()))]
    found: list[str] = []
    waiting = ""
    for words, then in zip_longest(said, said[1:], fillvalue=""):
        waiting += words
        if _asks(words) or _names_a_year_of_its_own(waiting, then, read):
            found.append(waiting)
            waiting = ""
        else:
            waiting += "，"
    return () if waiting else tuple(found)


def _asks(words: str) -> bool:
    return _ASKS.search(words) is not None or _ASKS_THE_SAME.search(words) is not None


def _names_a_year_of_its_own(words: str, then: str, read: Callable[[str], Reading]) -> bool:
    """True for 2023年粮食产量 before 2024年要达到多少: an indicator of one year, and the next question is of another."""
    if not _asks(then) or _ASKS_THE_SAME.search(then) or (year := _WHEN_ALONE.match(then)) is None:
        return False
    one = read(words)
    timed = one.years.years and year[0] not in words
    return bool(timed) and one.wanted.supposed and any(t.concept for t in one.subject)


def _is_whole(one: Reading, reading: Reading) -> bool:
    """True for a question that is led to by words for one more or asks the same of its thing, or names a place, a year or an
    indicator beside it; without them it goes on about what the question before it named (…？由哪家媒体提供？)."""
    led = re.search(rf"{_MORE}[^？?。；;]{{0,12}}{re.escape(one.question.clean)}", reading.question.clean)
    named = one.places.places or one.years.years or one.years.reports or any(t.concept for t in one.subject)
    if _ASKS_THE_SAME.search(one.question.clean):
        return bool(one.places.places or _things(one))
    return bool(_things(one)) and bool(led or named)


def _is_of_another_time(one: Reading, before: Reading, reading: Reading) -> bool:
    """True for 上半年要接待多少 behind 一季度接待游客多少: the same of another part of the year, or of another year; what became of a
    target is one question."""
    clean = one.question.clean
    timed = one.years.years or periods(clean) or _WHEN_ALONE.match(clean)
    same = all(t.text in before.question.clean for t in _timeless(one.subject) if t.need == 1)
    # 2015年呢 sets two years side by side, 2016年目标呢 asks for the other side
    turned = one.aim not in (before.aim, Aim.EITHER)
    same = same and not (_ASKS_THE_SAME.search(clean) and not _things(one) and not turned)
    return bool(timed) and same and not one.places.places and reading.question.kind is not QuestionKind.TRACK


def _timeless(terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(t for t in terms if not _WHEN_ALONE.match(t.text))


def _things(reading: Reading) -> frozenset[str]:
    return frozenset(_name(t) for t in reading.subject if t.need == 1 and t.weight >= 1)


def _name(term: Term) -> str:
    return term.concept or term.text


def _told_in_full(
    read: Sequence[Reading], again: Sequence[bool], reading: Reading, vocabulary: Vocabulary
) -> Iterator[Reading]:
    """Each question with what those before it say, the very subject where it asks `again`; one that names no place is about the
    place that a later one names."""
    before: Reading | None = None
    for one, same in zip(read, again, strict=True):
        told = one
        if before is not None:
            told = inherit(one, before, vocabulary)
            # 2012年是多少 behind 2013年目标是多少 asks for what it was
            told = replace(told, aim=one.aim)
        if before is not None and same:
            terms = _timeless(before.terms)
            question = replace(told.question, indicator="".join(t.text for t in own_terms(terms)) or None)
            told = replace(told, question=question, terms=terms)
        if not (told.places.places or told.places.documents) and reading.places.places:
            question = replace(told.question, places=reading.question.places, inherited=("places",))
            told = replace(told, question=question, places=reading.places)
        before = told
        yield told
