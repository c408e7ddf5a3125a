"""Whether evidence speaks of another sort of the thing asked about: the output of rapeseed where that of cotton is asked for.

In: a reading and evidence. Out: True where a word of the question that the evidence lacks stands right before one that it
has, and there another word stands in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import jieba

from rag.answers.asked.question import Reading
from rag.answers.evidence.weighing import Evidence
from rag.answers.sentences.matching import matches
from rag.answers.sentences.spoken import spoken
from rag.answers.words.asides import OF_ANY_SORT
from rag.answers.words.shares import is_measure_of_another
from rag.answers.words.synonyms import names_a_setting, names_a_thing, synonyms
from rag.answers.words.term import Term
from rag.answers.words.vocabulary import ConceptMention, Vocabulary

_JOINED = re.compile(r"的?")
_SHARE_NAMED = re.compile("占(.+?)(?:的?(?:比重|比例))?")
_LONG_WORD = range(4, 7)
_BEFORE = re.compile(r"[\u4e00-\u9fff]{2,8}$")


def is_of_another_sort(reading: Reading, evidence: Evidence, missing: Sequence[Term]) -> bool:
    """True where the evidence has the thing asked about, but of another sort everywhere; `missing` are the terms that it leaves
    out."""
    clean = _undated(reading)
    words = evidence.sentence.text[evidence.start : evidence.stop]
    left_out = {t.text for t in missing if t.need == 1 and t.weight >= 1 and t.concept is None}
    of_words = ((sort, thing) for sort, thing in _sorts(reading.subject, clean) if sort in left_out)
    within = (pair for text in left_out for pair in _within(text))
    for sort, thing in (*of_words, *within):
        if names_a_setting(sort):
            continue
        places = [m.start() for m in re.finditer(re.escape(thing), words)]
        if places and all(_other(words[:at], sort, clean) for at in places):
            return True
    return False


def is_named_for_another_sort(reading: Reading, evidence: Evidence, vocabulary: Vocabulary) -> bool:
    """True where the name of the amount has the thing asked about with another sort before it, though the sentence speaks of the
    one that is asked about: 茶叶产值 for 药材产值."""
    one = evidence.figure if reading.wanted.parts == 1 else None
    name = one.indicator if one is not None else ""
    for sort, thing in _pairs(reading.subject, _undated(reading)):
        at = name.find(thing.text) if sort.need == 1 and sort.weight >= 1 else -1
        if at > 0 and not matches(sort, spoken(name, vocabulary), vocabulary) and not set(sort.text) & set(name[:at]):
            words = [w for w in jieba.cut(name[:at], HMM=False) if len(w) > 1 and w not in reading.question.clean]
            if any(names_a_thing(w) and not names_a_setting(w) for w in words):
                return True
    return False


def lacks_its_head(reading: Reading, missing: Sequence[Term]) -> bool:
    """True where only what stands before the thing asked about is spoken of: 新生 alone for 新生婴儿."""
    left_out = {t.text for t in missing if t.concept is None and t.need == 1 and t.weight >= 1}
    told = [t for t in reading.subject if t.need == 1 and t.text not in left_out]
    return len(told) == 1 and any(
        second.text in left_out and first.text not in left_out and names_a_thing(second.text)
        for first, second in _pairs(reading.subject, _undated(reading))
        if first.concept is None and len(first.text) > 1
    )


# those of which a place has many, each with a share of its indicators
_PART = re.compile("开发区|园区|[新高经]区|保税区|示范区|片区|集群|产业带|企业|公司|集团|合作社|家庭")


def is_of_a_part(reading: Reading, evidence: Evidence, vocabulary: Vocabulary) -> bool:
    """True where nothing but an indicator is asked for and the name of the amount says that it is of a part: 开发区 of
    开发区工业增加值."""
    one = evidence.figure if reading.wanted.parts == 1 else None
    asked = [t for t in reading.subject if t.need == 1]
    if one is None or len(asked) != 1 or asked[0].concept is None:
        return False
    found = matches(asked[0], spoken(one.indicator, vocabulary), vocabulary)
    before = one.indicator[: min((m.start for m in found), default=0)]
    return any(part[0] not in reading.question.clean for part in _PART.finditer(before))


# what has been added, and what there is altogether
_ADDED = re.compile(r"新(?:推广|增|建|添|购|招|种|栽|认定|发展|开|设|签|引进|登记|培育)|净增|增加了|推广了")
_STOCK = re.compile(r"保有量|存量|总数|总量|总里程|总面积|现有|共有|拥有")


def is_stock_for_added(reading: Reading, evidence: Evidence) -> bool:
    """True for all that there is (保有量50万辆), where it is asked how much has been added (新推广多少辆)."""
    if _ADDED.search(reading.question.clean) is None or not evidence.quantities:
        return False
    text, at = evidence.sentence.text, evidence.quantities[0].start
    before = re.split("[，,；;。、]", text[evidence.start : at])[-1]
    return _STOCK.search(before) is not None and _ADDED.search(before) is None


def is_share_of_another(reading: Reading, evidence: Evidence, vocabulary: Vocabulary) -> bool:
    """True for a share of something else than the one asked for is of: 占生产总值比例 for 占财政支出比重."""
    asked, told = (
        {name for m in vocabulary.concepts(text) if (name := _measure(text, m))}
        for text in (reading.question.clean, evidence.sentence.text[evidence.start : evidence.stop])
    )
    return bool(asked) and bool(told) and asked.isdisjoint(told)


def _measure(text: str, mention: ConceptMention) -> str | None:
    """What a share is of: 生产总值 in 占生产总值比重, be that one name or several words."""
    whole = _SHARE_NAMED.fullmatch(mention.concept)
    if whole is not None:
        return whole[1]
    return mention.concept if is_measure_of_another(text, mention) else None


# 重点项目 are what a report counts as projects
_NO_SORT = frozenset(("重点", "重大", "主要", "大型", "骨干", "各类"))


def is_of_one_sort_alone(reading: Reading, evidence: Evidence) -> bool:
    """True for an amount of one sort (村级卫生室项目, 高新技术企业) where what is asked about may be of any: 引进了几个项目."""
    one = evidence.figure if reading.wanted.parts == 1 else None
    things = [t.text for t in reading.subject if t.need == 1 and names_a_thing(t.text)]
    if one is None or not things or not OF_ANY_SORT.issuperset(things):
        return False
    at = one.indicator.find(things[-1])
    sorts = [w for w in jieba.cut(one.indicator[: max(at, 0)], HMM=False) if len(w) > 1]
    return any(names_a_thing(w) and w not in reading.question.clean and w not in _NO_SORT for w in sorts)


def _undated(reading: Reading) -> str:
    """The question without its years: 茶叶2020年产值 asks for 茶叶产值."""
    clean = reading.question.clean
    for start, stop in sorted(reading.years.spans, reverse=True):
        clean = clean[:start] + clean[stop:]
    return clean


def _sorts(terms: tuple[Term, ...], clean: str) -> Iterator[tuple[str, str]]:
    """The pairs of words of the question that stand side by side: 棉花 产量."""
    return ((first.text, second.text) for first, second in _pairs(terms, clean))


def _pairs(terms: tuple[Term, ...], clean: str) -> Iterator[tuple[Term, Term]]:
    for first in terms:
        for second in terms:
            at = clean.find(first.text)
            behind = at + len(first.text)
            start = clean.find(second.text, behind)
            if at >= 0 and start >= 0 and len(second.text) > 1 and _JOINED.fullmatch(clean[behind:start]):
                yield first, second


def _within(word: str) -> Iterator[tuple[str, str]]:
    """The sort and the thing that a long word of the dictionary names: 文化 遗产."""
    sort, thing = word[:-2], word[-2:]
    if len(word) in _LONG_WORD and jieba.get_FREQ(word) and jieba.get_FREQ(sort) and names_a_thing(thing):
        yield sort, thing


def _other(before: str, sort: str, clean: str) -> bool:
    """True where what stands there is a word, and none of the question."""
    found = _BEFORE.search(before)
    if found is None:
        return False
    *_, word = jieba.cut(found[0], HMM=False)
    word = word if len(word) > 1 else found[0][-2:]
    return not (set(word) & set(sort) or word in clean or word in synonyms(sort))
