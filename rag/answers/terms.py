"""The subject of a question: the words that an answer must speak of.

In: a clean question and the stretches of it that are already read as places and years. Out: `Term`s in the order of
the question, each a concept with many forms or a plain word. What frames a question (请问, 是多少, 目标) is no term.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import jieba
from rapidfuzz.distance import Hamming

from rag.answers.shares import is_measure_of_another
from rag.answers.synonyms import names_a_thing
from rag.answers.vocabulary import SLIP_LENGTH, ConceptMention, Vocabulary

_BLANK = "\x00"
_BREAK = re.compile(r"[^\w.%]+|_")
CONCEPT, COUNT, LIGHT = 2.0, 0.8, 0.4
# the kind of thing that is asked for need not be named in the report: 哪个市 is answered by 榆林
KIND_ASKED = 0.4
ASIDE = 0.5
# what is done to a thing is worded in many ways: 管护冬麦 for 冬小麦的田间管理
DONE = 0.3
# a clause that asks nothing tells what the matter is: 会议和文件要精简，发文减了百分之几
TOLD = 0.5
# a mark between the digits of 1,200 or 9:30 parts nothing
_CLAUSE_MARK = re.compile(r"[，。；;？?！!]|(?<!\d)[,：:]|[,：:](?!\d)")
_COUNT = re.compile(r"(?<![\d.第])\d+(?:\.\d+)?[万亿]*(?:[%％]|[个项件亩户人名条座所家张吨斤公元](?!百分))")
_QUOTED = re.compile(r"[“\"《]([^“”\"《》\x00]{2,16})[”\"》]")
_GLOSS = re.compile(r"[^，,。；;？?！!：:()（）]*[(（](?P<gloss>[^()（）]{2,20})[)）]")
# 多少外汇 asks for the thing itself, 哪家企业 for one of a kind
_COUNTED = re.compile("多少")
_GRAMMAR = frozenset("的了着过是有在和与把给对将会能要为以及或也都还就不没个到从向由被让跟同按据")


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that the answer must speak of.

    `text` is the question's own wording. `concept` names the concept that it belongs to, if any; `weight` says how much
    of the subject it is: longer words name more. `need` is the share of the weight that counts against evidence that
    does not speak of it: all of it for a thing, little for what is done to it, nothing for what is said beside the question.
    """

    text: str
    weight: float
    concept: str | None = None
    need: float = 1.0

    @property
    def aside(self) -> bool:
        """True for what is said beside the question: it may help to find the answer and is no part of the subject."""
        return self.need == 0

    @property
    def required(self) -> float:
        """How much evidence loses that does not speak of it."""
        return self.weight * self.need


def own_terms(terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms that are the subject itself."""
    return tuple(term for term in terms if not term.aside)


def subject_terms(clean: str, spans: Sequence[tuple[int, int]], vocabulary: Vocabulary) -> tuple[Term, ...]:
    """The terms of a question; `spans` are the stretches that name places and years."""
    rest = blank(clean, spans)
    asked = [m.end() for m in vocabulary.asking.finditer(rest)]
    kinds = [m.end() for m in vocabulary.asking.finditer(rest) if not _COUNTED.search(m[0])]
    quoted = [(m.start(1), m.end(1)) for m in _QUOTED.finditer(rest)]
    counts = [(m.start(), m.end()) for m in _COUNT.finditer(rest)]
    rest = blank(rest, quoted)
    counts = [(start, stop) for start, stop in counts if _BLANK not in rest[start:stop]]
    rest = blank(rest, ((m.start(), m.end()) for m in vocabulary.frame.finditer(rest)))
    mentions = [*vocabulary.concepts(rest)]
    mentions += [m for m in _slipped_concepts(rest, vocabulary) if not _touches(m, mentions)]
    found = [(m.start, _of_concept(rest, m)) for m in mentions]
    found += [(start, Term(clean[start:stop], COUNT)) for start, stop in counts]
    found += [(start, Term(clean[start:stop], CONCEPT)) for start, stop in quoted]
    rest = blank(rest, [*((m.start, m.stop) for m in mentions), *counts])
    for at, word in _words(rest, vocabulary):
        weight = _weight(word, vocabulary)
        need = 1.0 if _names_a_thing(word) else DONE
        found.append((at, Term(word, weight * KIND_ASKED if at in kinds else weight, need=need)))
    found.sort(key=lambda pair: pair[0])
    named = [start for start, _ in (*spans, *quoted, *counts)]
    return _unique(_things_first(_asides_lighter(_said_twice(found, clean), clean, asked, named)))


def _said_twice(found: Iterable[tuple[int, Term]], clean: str) -> list[tuple[int, Term]]:
    """Brackets say once more what stands before them: where they name a concept that is what to look for (物价（居民消费价格）), else
    what they say need not be spoken of (航空枢纽（东西两场）)."""
    terms = list(found)
    for gloss in _GLOSS.finditer(clean):
        inside = [i for i, (at, _) in enumerate(terms) if gloss.start("gloss") <= at < gloss.end("gloss")]
        before = [i for i, (at, _) in enumerate(terms) if gloss.start() <= at < gloss.start("gloss")]
        named = any(terms[i][1].concept for i in inside)
        for i in before if named else inside if before else ():
            terms[i] = (terms[i][0], replace(terms[i][1], need=0.0))
    return terms


def _things_first(terms: Iterable[Term]) -> Iterator[Term]:
    """What is done is all there is to go by where no thing is named: 要拆除多少平方米."""
    found = tuple(terms)
    named = any(term.need >= TOLD and (term.weight > LIGHT or len(term.text) == 1) for term in found)
    for term in found:
        yield term if named or term.aside else replace(term, need=1.0)


def _of_concept(text: str, mention: ConceptMention) -> Term:
    """A concept; one that only measures another (占公共预算支出) narrows that down a little."""
    words = text[mention.start : mention.stop]
    if is_measure_of_another(text, mention):
        return Term(words, LIGHT)
    return Term(words, CONCEPT, mention.concept)


def _asides_lighter(found: list[tuple[int, Term]], clean: str, asked: list[int], named: list[int]) -> Iterator[Term]:
    """Terms of clauses that ask nothing count half where the asking clauses have a subject of their own, and need not be
    spoken of where such a clause names no place, year, concept or number either (领导让我核实个数)."""
    starts = [0, *(mark.end() for mark in _CLAUSE_MARK.finditer(clean))]
    asking = {bisect_right(starts, at - 1) for at in asked}
    main = any(bisect_right(starts, at) in asking and term.weight >= 1 and term.need == 1 for at, term in found)
    telling = {bisect_right(starts, at) for at in named} | {bisect_right(starts, at) for at, t in found if t.concept}
    for at, term in found:
        clause = bisect_right(starts, at)
        if not main or clause in asking:
            yield term
        else:
            yield replace(term, weight=term.weight * ASIDE, need=term.need * TOLD if clause in telling else 0.0)


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """`text` with these stretches replaced, so that offsets stay and no word joins across them."""
    characters = list(text)
    for start, stop in spans:
        characters[start:stop] = _BLANK * (stop - start)
    return "".join(characters)


def _slipped_concepts(text: str, vocabulary: Vocabulary) -> Iterator[ConceptMention]:
    """Concept forms of four characters and more that stand in the text with one wrong character (旅游收如)."""
    for stretch in re.finditer(rf"[^{_BLANK}\W]{{{SLIP_LENGTH},}}", text):
        for at in range(stretch.start(), stretch.end() - SLIP_LENGTH + 1):
            for form in vocabulary.by_first.get(text[at], ()):
                window = text[at : min(at + len(form), stretch.end())]
                if Hamming.distance(window, form, score_cutoff=1) == 1 and not _sound(window):
                    yield ConceptMention(at, at + len(form), vocabulary.forms[form])


def _sound(window: str) -> bool:
    """True for 农村道路, which is one character off 农村公路 and no slip of it: all of it are words."""
    return all(len(word) > 1 for word in jieba.cut(window, HMM=False))


def _touches(mention: ConceptMention, others: Iterable[ConceptMention]) -> bool:
    return any(mention.start < other.stop and other.start < mention.stop for other in others)


def _words(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, str]]:
    """Words outside the concepts that name something, with where they stand; single characters that stand together are a
    word that the dictionary lacks (户厕)."""
    at, run = 0, ""
    for word in (*jieba.cut(text, HMM=False), _BLANK):
        if len(word) == 1 and word not in _GRAMMAR and not _BREAK.search(word) and word != _BLANK:
            run += word
        else:
            if run and not (run in vocabulary.plain or all(c in vocabulary.plain for c in run) or _mere_number(run)):
                yield at - len(run), run
            run = ""
            if len(word) > 1 and word not in vocabulary.plain and not _BREAK.search(word) and not _mere_number(word):
                yield at, word
        at += len(word)


def _names_a_thing(word: str) -> bool:
    """False for verbs and the like, and for characters that are such each by itself (各减, 涨得更猛)."""
    if jieba.get_FREQ(word) is None:
        return any(names_a_thing(character) for character in word)
    return names_a_thing(word)


def _mere_number(word: str) -> bool:
    return re.fullmatch(r"[\d.%一二三四五六七八九十百千万亿两]+[年个]?", word) is not None


def _weight(word: str, vocabulary: Vocabulary) -> float:
    if word in vocabulary.light or len(word) == 1:
        return LIGHT
    return min(0.4 + 0.3 * len(word), CONCEPT)


def _unique(terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple({(t.concept or t.text): t for t in terms}.values())
