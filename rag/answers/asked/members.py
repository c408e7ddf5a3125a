"""What a question sets side by side besides places and years: 规上工业和特色产业，哪一块涨得更凶.

In: a clean question, the stretches of it that name places and years, and its terms. Out: the members, each with the words
of the question for it and the terms that an answer about it must speak of; empty where nothing is compared or added up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import jieba

from rag.answers.words.asides import ASIDE, TOLD
from rag.answers.words.blanking import blank
from rag.answers.words.term import Term
from rag.answers.words.vocabulary import Vocabulary

MOST_MEMBERS = 6
# what is said of all members together need not be said again where one of them stands
COMMON = 0.5
_COMPARED = re.compile(
    r"(?:哪|谁)[^，,、。；;？?！!]{0,8}?(?:[高低少大小快慢长短猛凶强弱重]|厉害|多(?!少))|差(?:距|多少|几|多大)|相差|[高低多少大小快慢]出?(?:多少|几)"
    r"|比[^，,、。；;？?！!]{1,12}[高低多少大小快慢][^，,、。；;？?！!]{0,3}(?:多少|几)|对比|相比|加起来|合计|总和|一共|总共|合起来|共计"
)
_SEVERAL = re.compile(r"分别|各自|各(?:是|为|有|要|多少|定)")
# 一共多少项指标，预期性的和约束性的各几项: the whole and its parts, which one sentence tells
_WHOLE_AND_PARTS = re.compile(
    r"(?:一共|总共|合计|共计|共)[^，,。；;？?！!]*?(?:多少|几)[^，,。；;？?！!]*[，,；;？?].*[和与及、][^，,。；;？?！!]*(?:分别|各)"
)
_JOINS = frozenset(("和", "与", "跟", "及", "以及", "还是", "同", "、", "比", "对比"))
# what ends the name of a member on either side
_ENDS = re.compile(
    r"[\s，,。；;：:？?！!（(）)\x00]|^(?:的|里|里面|中|上|哪.*|谁|各.*|分别|差.*|相差|几.*|更|多少.*|[高低多少大小快慢][种栽养建修收投招产报定]?|都|也|要|把|将|在|到|加|加上|加起来|合计|一共|总共|提到|安排|给|对|对于|关于|为|向|就|定.*|设.*|下达.*|计划.*|打算|准备|想|力争|争取)$"
)
_SIZES = ("大", "小")
_TRAILING = re.compile(r"(?:增长|增速|目标|任务|指标|增幅|涨幅)+$")


@dataclass(frozen=True, slots=True)
class Member:
    """One of the things set side by side: its words in the question, and the terms of a question about it alone."""

    label: str
    terms: tuple[Term, ...]


def asked_members(
    clean: str, spans: Sequence[tuple[int, int]], terms: Sequence[Term], vocabulary: Vocabulary, several: bool
) -> tuple[Member, ...]:
    """The members in the order of the question; `several` is set where it names several places or years, for each of which
    all members are asked for."""
    if (both := _town_and_country(terms, vocabulary)) and not several:
        return both
    asked = _COMPARED.search(clean) or (several and _SEVERAL.search(clean))
    if not asked or (_WHOLE_AND_PARTS.search(clean) and not several):
        return ()
    words = tuple(_words(blank(clean, spans), vocabulary))
    names = _names(words) or _one_after_another(words, vocabulary)
    own = [_terms_of(name, names, terms, vocabulary) for name in names]
    if not 2 <= len(names) <= MOST_MEMBERS or not all(own):
        return ()
    told = {term.text for found in own for term in found}
    common = tuple(
        t if t.concept else replace(t, need=t.need * COMMON)
        for t in terms
        if t.text not in (*told, *vocabulary.measures) and not any(t.text in name for name in names)
    )
    return tuple(
        Member(_TRAILING.sub("", name) or name, (*found, *common)) for name, found in zip(names, own, strict=True)
    )


def _town_and_country(terms: Sequence[Term], vocabulary: Vocabulary) -> tuple[Member, ...]:
    """城乡居民收入 is that of the town and that of the country, where reports tell the two apart."""
    if sum(term.need == 1 for term in terms) != 1:
        return ()
    for at, term in enumerate(terms):
        names = [term.text.replace("城乡", side, 1) for side in ("城镇", "农村")]
        known = [vocabulary.forms.get(name) for name in names]
        if term.concept and term.text.startswith("城乡") and None not in known and len({*known}) == len(known):
            return tuple(
                Member(name, (*terms[:at], replace(term, text=name, concept=concept), *terms[at + 1 :]))
                for name, concept in zip(names, known, strict=True)
            )
    return ()


def _words(text: str, vocabulary: Vocabulary) -> Iterator[str]:
    """The words of a text, the names of concepts whole."""
    at = 0
    for mention in vocabulary.concepts(text):
        yield from jieba.cut(text[at : mention.start], HMM=False)
        yield text[mention.start : mention.stop]
        at = mention.stop
    yield from jieba.cut(text[at:], HMM=False)


def _names(words: Sequence[str]) -> tuple[str, ...]:
    """The first stretches that stand in a row with 和, 、 or the like between them."""
    for at, word in enumerate(words):
        if word in _JOINS and at > 0:
            found = tuple(_row(words, at))
            if len(found) > 1 and all(len(name) > 1 for name in found):
                return found
    return ()


def _one_after_another(words: Sequence[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The first names of indicators that stand in a row with nothing between them: 一产二产三产."""
    known = [word.upper() in vocabulary.forms for word in words]
    for at, known_here in enumerate(known):
        stop = next((n for n in range(at, len(words)) if not known[n]), len(words))
        if known_here and stop - at > 1:
            return tuple(words[at:stop])
    return ()


def _row(words: Sequence[str], first: int) -> Iterator[str]:
    """The stretch before the first join, and those after it as far as joins go on."""
    before = first
    while before > 0 and not _ENDS.search(words[before - 1]):
        before -= 1
    yield "".join(words[before:first])
    at = first
    while at < len(words) and words[at] in _JOINS:
        stop = at + 1
        # 小杂粮, 大樱桃
        if stop < len(words) and words[stop] in _SIZES:
            stop += 1
        while stop < len(words) and words[stop] not in _JOINS and not _ENDS.search(words[stop]):
            stop += 1
        yield "".join(words[at + 1 : stop])
        at = stop


def _terms_of(name: str, names: Sequence[str], terms: Sequence[Term], vocabulary: Vocabulary) -> tuple[Term, ...]:
    """The terms that stand in a name; 城镇居民 beside 农村居民收入 is 城镇居民收入."""
    own = tuple(_whole(t) for t in terms if t.text in name)
    if any(t.concept for t in own):
        return own
    heads = [t for t in terms if t.concept and t.text in names[-1]]
    for head in heads:
        for form, concept in vocabulary.forms.items():
            if concept in vocabulary.siblings(head.concept or "") and form.startswith(name):
                return (Term(form, head.weight, concept),)
    return own if any(t.need == 1 for t in own) else ()


def _whole(term: Term) -> Term:
    """A thing that is named before the clause that asks (茶园和果园，面积差多少) is no less asked about."""
    return replace(term, need=1.0, weight=term.weight / ASIDE) if term.need == TOLD else term
