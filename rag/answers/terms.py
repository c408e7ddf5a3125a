"""The subject of a question: the words that an answer must speak of.

In: a clean question and the stretches of it that are already read as places and years. Out: `Term`s in the order of
the question, each a concept with many forms or a plain word. What frames a question (请问, 是多少, 目标) is no term.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import jieba
from rapidfuzz.distance import Hamming

from rag.answers.vocabulary import ConceptMention, Vocabulary

_BLANK = "\x00"
_BREAK = re.compile(r"[^\w.%]+|_")
_SLIP_LENGTH = 4
CONCEPT, COUNT, LIGHT = 2.0, 0.8, 0.4
# the kind of thing that is asked for need not be named in the report: 哪个市 is answered by 榆林
KIND_ASKED = 0.4
ASIDE = 0.5
_CLAUSE_MARK = re.compile(r"[，,。；;？?！!：:](?!\d)")
_COUNT = re.compile(r"(?<![\d.第])\d+(?:\.\d+)?[万亿]*(?:[%％]|[个项件亩户人名条座所家张吨斤公元](?!百分))")
_QUOTED = re.compile(r"[“\"《]([^“”\"《》\x00]{2,16})[”\"》]")
_GRAMMAR = frozenset("的了着过是有在和与把给对将会能要为以及或也都还就不没个到从向由被让跟同按据")


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that the answer must speak of.

    `text` is the question's own wording. `concept` names the concept that it belongs to, if any; `weight` says how much
    of the subject it is: longer words name more.
    """

    text: str
    weight: float
    concept: str | None = None


def subject_terms(clean: str, read: Iterable[tuple[int, int]], vocabulary: Vocabulary) -> tuple[Term, ...]:
    """The terms of a question; `read` are the stretches that name places and years."""
    rest = blank(clean, read)
    asked = [m.end() for m in vocabulary.asking.finditer(rest)]
    quoted = [(m.start(1), m.end(1)) for m in _QUOTED.finditer(rest)]
    counts = [(m.start(), m.end()) for m in _COUNT.finditer(rest)]
    rest = blank(rest, quoted)
    counts = [(start, stop) for start, stop in counts if _BLANK not in rest[start:stop]]
    rest = blank(rest, ((m.start(), m.end()) for m in vocabulary.frame.finditer(rest)))
    mentions = [*vocabulary.concepts(rest)]
    mentions += [m for m in _slipped_concepts(rest, vocabulary) if not _touches(m, mentions)]
    found = [(m.start, Term(rest[m.start : m.stop], CONCEPT, m.concept)) for m in mentions]
    found += [(start, Term(clean[start:stop], COUNT)) for start, stop in counts]
    found += [(start, Term(clean[start:stop], CONCEPT)) for start, stop in quoted]
    rest = blank(rest, [*((m.start, m.stop) for m in mentions), *counts])
    for at, word in _words(rest, vocabulary):
        weight = _weight(word, vocabulary)
        found.append((at, Term(word, weight * KIND_ASKED if at in asked else weight)))
    found.sort(key=lambda pair: pair[0])
    return _unique(_asides_lighter(found, clean, asked))


def _asides_lighter(found: list[tuple[int, Term]], clean: str, asked: list[int]) -> Iterator[Term]:
    """Terms of clauses that ask nothing count half where the asking clauses have a subject of their own."""
    starts = [0, *(mark.end() for mark in _CLAUSE_MARK.finditer(clean))]
    asking = {bisect_right(starts, at - 1) for at in asked}
    main = any(bisect_right(starts, at) in asking and term.weight >= 1 for at, term in found)
    for at, term in found:
        aside = main and bisect_right(starts, at) not in asking
        yield replace(term, weight=term.weight * ASIDE) if aside else term


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """`text` with these stretches replaced, so that offsets stay and no word joins across them."""
    characters = list(text)
    for start, stop in spans:
        characters[start:stop] = _BLANK * (stop - start)
    return "".join(characters)


def _slipped_concepts(text: str, vocabulary: Vocabulary) -> Iterator[ConceptMention]:
    """Concept forms of four characters and more that stand in the text with one wrong character (旅游收如)."""
    for stretch in re.finditer(rf"[^{_BLANK}\W]{{{_SLIP_LENGTH},}}", text):
        for form, concept in vocabulary.forms.items():
            size = len(form)
            if size < _SLIP_LENGTH or size > len(stretch[0]):
                continue
            for at in range(stretch.start(), stretch.end() - size + 1):
                window = text[at : at + size]
                if window[0] == form[0] and Hamming.distance(window, form, score_cutoff=1) == 1:
                    yield ConceptMention(at, at + size, concept)
                    break


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


def _mere_number(word: str) -> bool:
    return re.fullmatch(r"[\d.%一二三四五六七八九十百千万亿两]+[年个]?", word) is not None


def _weight(word: str, vocabulary: Vocabulary) -> float:
    if word in vocabulary.light or len(word) == 1:
        return LIGHT
    return min(0.4 + 0.3 * len(word), CONCEPT)


def _unique(terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple({(t.concept or t.text): t for t in terms}.values())
