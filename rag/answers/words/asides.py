"""What of a question is the subject itself, and what is only said beside it.

In: the terms of a question with where they stand, and where it asks and where it names something. Out: the terms with how
much each counts and how far an answer must speak of it. A clause that asks nothing and names no place, year, concept,
number or title is no part of the subject as soon as the other clauses have one (领导让我核实个数，…), unless it points to it
(关于小客车指标，…).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rag.answers.words.term import Term

ASIDE = 0.5
# the weight of words that say little (新增, 建设)
LITTLE = 0.4
# what is done to a thing is worded in many ways: 管护冬麦 for 冬小麦的田间管理
DONE = 0.3
# a clause that asks nothing tells what the matter is: 会议和文件要精简，发文减了百分之几
TOLD = 0.5
# a mark between the digits of 1,200 or 9:30 parts nothing
_CLAUSE_MARK = re.compile(r"[，。；;？?！!～~…]|\s+|(?<!\d)[,：:]|[,：:](?!\d)")
_POINTS = re.compile(r"\s*(?:那么?|关于|对于|至于|说到|换成|再说|还有|有关|针对)")
_SHARE_OF = "占"
_NAME = re.compile(r"[\u4e00-\u9fff]{2,6}")
_GLOSS = re.compile(r"[^，,。；;？?！!：:()（）]*[(（](?P<gloss>[^()（）]{2,20})[)）]")


def said_twice(found: Iterable[tuple[int, Term]], clean: str) -> list[tuple[int, Term]]:
    """Brackets say once more what stands before them: where they name a concept that is what to look for (物价（居民消费价格）), else
    what they say need not be spoken of (航空枢纽（东西两场）), and a name is another for the same (民营经济（非公经济）)."""
    terms = list(found)
    for gloss in _GLOSS.finditer(clean):
        inside = [i for i, (at, _) in enumerate(terms) if gloss.start("gloss") <= at < gloss.end("gloss")]
        before = [i for i, (at, _) in enumerate(terms) if gloss.start() <= at < gloss.start("gloss")]
        # 研发投入强度（占GDP比例）: of what it is a share is no other name for it
        concepts = [terms[i][1].concept or _SHARE_OF for i in inside]
        named = any(not concept.startswith(_SHARE_OF) for concept in concepts)
        for i in before if named else inside if before else ():
            terms[i] = (terms[i][0], replace(terms[i][1], need=0.0))
        if before and inside and not named and _NAME.fullmatch(gloss["gloss"]):
            at, called = terms[before[-1]]
            if clean[at:].startswith((f"{called.text}(", f"{called.text}（")):
                terms[before[-1]] = (at, replace(called, other=gloss["gloss"]))
    return terms


_SUCH = re.compile(
    r"(?P<such>[\u4e00-\u9fff、和]{2,16}?)(?:这些|这类|这种|这样的|之类的?|一类的?|(?<![高初中平均相同劣优上特])等(?![级待于候量额离同值]))(?=[\u4e00-\u9fff]{2})"
)


def for_example(found: Iterable[tuple[int, Term]], clean: str) -> list[tuple[int, Term]]:
    """枇杷、脆李这些水果, 枇杷等水果 ask about the sort; its examples need not be spoken of."""
    terms = list(found)
    for such in _SUCH.finditer(clean):
        named = any(at == such.end() for at, _ in terms)
        terms = [
            (at, replace(t, need=t.need * DONE)) if named and such.start() <= at < such.end("such") else (at, t)
            for at, t in terms
        ]
    return terms


# what may be of any sort says nothing by itself
OF_ANY_SORT = frozenset(("项目", "企业", "工程", "公司", "单位", "机构", "设施"))


def things_first(terms: Iterable[Term]) -> Iterator[Term]:
    """What is done is all there is to go by where no thing is named: 要拆除多少平方米, 引进了几个项目."""
    found = tuple(terms)
    named = any(
        term.need >= TOLD and (term.weight > LITTLE or len(term.text) == 1) and term.text not in OF_ANY_SORT
        for term in found
    )
    for term in found:
        yield term if named or term.aside else replace(term, need=1.0)


def beside(found: Sequence[tuple[int, Term]], clean: str, asked: Iterable[int], named: Iterable[int]) -> Iterator[Term]:
    """The terms with those of clauses beside the question marked as such, and not needed where other clauses have the subject;
    terms of clauses that tell what the matter is count half where the asking clauses have a subject of their own. `asked` and `named` are where the question asks and names."""
    starts = [0, *(mark.end() for mark in _CLAUSE_MARK.finditer(clean))]
    asking = {bisect_right(starts, at - 1) for at in asked}
    telling = {bisect_right(starts, at) for at in named} | {bisect_right(starts, at) for at, t in found if t.concept}
    telling |= {number for number, start in enumerate(starts, start=1) if _POINTS.match(clean, start)}
    clauses = [bisect_right(starts, at) for at, _ in found]
    things = {clause for clause, (_, t) in zip(clauses, found, strict=True) if t.weight >= 1 and t.need == 1}
    again = _told_again([(clause, t) for clause, (_, t) in zip(clauses, found, strict=True)], asking)
    subject = _subject(
        asking, telling, things, {clause for clause, (_, t) in zip(clauses, found, strict=True) if t.concept}
    )
    for clause, (_, term) in zip(clauses, found, strict=True):
        if clause in again:
            # what is only told of the thing that is asked about: 那几年产量涨得快，1978年产量多少
            yield replace(term, weight=term.weight * ASIDE, need=0.0)
        elif clause not in asking and clause not in telling and clause not in subject:
            yield (
                replace(term, weight=term.weight * ASIDE, need=0.0, beside=True)
                if subject
                else replace(term, beside=True)
            )
        elif clause in asking or not things.intersection(asking):
            yield term
        else:
            yield replace(term, weight=term.weight * ASIDE, need=term.need * TOLD)


def _told_again(terms: Sequence[tuple[int, Term]], asking: set[int]) -> set[int]:
    """The clauses that only tell something of the very thing that is asked about: 那几年产量涨得快，1978年产量多少."""
    things = [(clause, t.concept or t.text) for clause, t in terms if t.weight >= 1 and t.need == 1]
    own = {thing for clause, thing in things if clause in asking}
    return {clause for clause, thing in things if thing in own and clause not in asking}


def _subject(asking: set[int], telling: set[int], things: set[int], concepts: set[int]) -> set[int]:
    """The clauses that name what is asked about: those that ask, or tell of a concept; where these name no thing, the last
    one before the question that does (村集体收入上10万元的村，占比要到多少)."""
    if named := things & asking or concepts & telling:
        return named
    before = [clause for clause in things if clause < min(asking, default=0)]
    return {max(before)} if before else things & telling
