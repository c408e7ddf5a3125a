"""What a report tells of several years together: the review of a plan period, or of a term of office.

In: the passages of a report. Out: the sentences that are part of such a review: under a heading that names the period, from a
paragraph on that opens with it (这五年, 五年来, 这是…的五年), up to what opens with one year (刚刚过去的2025年) or looks ahead. What
they tell has been added up over several years, though no sentence says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rag.figures.periods import plan_end
from rag.records import Passage, Sentence, Span

_NUMBER = r"[“\"]?(?P<plan>十?[一二三四五六七八九]|十)五[”\"]?"
_FIVE = r"(?<![\d十])[五5]年"
_PERIOD_SAID = re.compile(rf"{_NUMBER}(?:时期|期间|以来)?(?!规划的?建议)|{_FIVE}")
_YEAR_SAID = re.compile(r"(?:19|20)\d\d年|(?:过去|上)一年|去年")
_REVIEWS = re.compile(rf"回顾|成就|成绩|成效|总结|历程|工作$|[来的]{_FIVE}$|{_FIVE}来")

_STROKE = r"\s*(?:—+|－+|[·•●]|各位(?:代表|委员)[！!，,：]?)?\s*(?:[一二三四五六七八九十]+是)?"
_OPENS_PERIOD = re.compile(
    rf"{_STROKE}(?:(?:回[顾首望]|总结|经过|刚刚){{0,2}}(?:过去的?|这|走过的?)[^，,。；;\d]{{0,8}}{_FIVE}(?![规计])"
    rf"|{_FIVE}(?:来|间)|这是[^。]{{2,40}}的{_FIVE}|{_NUMBER}(?:时期|期间|以来|这{_FIVE}))"
)
# 刚刚过去的2025年 turns to the year wherever it stands, 2025年 and 去年 only where a paragraph of a review of both begins
_TURNS_TO_YEAR = re.compile(rf"{_STROKE}(?:(?:刚刚)?过去的?(?:这?一年|(?:19|20)\d\d年)|这?一年(?:来|里|中|间)?[，,])")
_OPENS_YEAR = re.compile(rf"{_STROKE}(?:去年|(?:19|20)\d\d年(?!以?来|[至到—-]))")
_TURNS_AHEAD = re.compile(rf"{_STROKE}(?:今后|未来|今年|明年|展望|下一步)")
# a mean or a sum of the years, in a review of both that does not say where it goes over to the period
_OVER_THE_PERIOD = re.compile(
    rf"年均(?:增|递增|实际)|{_FIVE}(?:来|间|累计|共|增|新增)|{_NUMBER}末".replace("?P<plan>", "?:")
)

# an enumeration goes on with what the paragraph before it opened
_GOES_ON = re.compile(r"\s*(?:—|－|[一二三四五六七八九十]+是|第[一二三四五六七八九十]|[（(][一二三四五六七八九十])")


@dataclass(frozen=True, slots=True)
class _Told:
    """Whether a part of a report tells of a period, and whether its heading names one, and a year besides."""

    period: bool = False
    headed: bool = False
    both: bool = False


def reviewing_a_plan(passages: Sequence[Passage], report_year: int | None) -> frozenset[Span]:
    """The spans of the sentences that tell what several years came to."""
    found: list[Span] = []
    told = _Told()
    path: tuple[str, ...] = ()
    for headings, paragraph in _paragraphs(passages):
        if headings != path:
            told, path = _under(headings, path, told, report_year), headings
        if not (told.headed or _GOES_ON.match(paragraph[0].text)):
            told = replace(told, period=False)
        said = told
        if told.both and any(_OVER_THE_PERIOD.search(s.text) for s in paragraph):
            said = replace(told, period=True)
        for number, sentence in enumerate(paragraph):
            said = _after(sentence.text, said, report_year, opens=number == 0)
            if said.period:
                found.append(sentence.span)
        told = said
    return frozenset(found)


def _paragraphs(passages: Sequence[Passage]) -> Iterator[tuple[tuple[str, ...], list[Sentence]]]:
    """The sentences that follow each other without a break, under their headings."""
    headings: tuple[str, ...] = ()
    paragraph: list[Sentence] = []
    for passage in passages:
        for sentence in passage.sentences:
            broken = bool(paragraph) and (sentence.span.start > paragraph[-1].span.stop or passage.headings != headings)
            if broken:
                yield headings, paragraph
                paragraph = []
            headings = passage.headings
            paragraph.append(sentence)
    if paragraph:
        yield headings, paragraph


def _under(headings: tuple[str, ...], before: tuple[str, ...], told: _Told, report_year: int | None) -> _Told:
    """What the last of the new headings says that says anything; a chapter that says nothing tells of no period."""
    shared = next((n for n, (new, old) in enumerate(zip(headings, before, strict=False)) if new != old), len(before))
    new = headings[shared:]
    if shared == 0 and new:
        told = _Told()
    for heading in new:
        period, year = _PERIOD_SAID.search(heading), _YEAR_SAID.search(heading)
        if period and _REVIEWS.search(heading) and _is_over(period, report_year):
            told = _Told(year is None or period.start() < year.start(), headed=True, both=year is not None)
        elif period or year:
            opens = _OPENS_PERIOD.match(heading)
            period_opens = opens is not None and _is_over(opens, report_year)
            told = replace(told, period=period_opens, headed=told.headed or period_opens)
    return told


def _after(sentence: str, told: _Told, report_year: int | None, *, opens: bool) -> _Told:
    """What is told of from a sentence on; `opens` says that a paragraph begins with it."""
    opening = _OPENS_PERIOD.match(sentence)
    if opening is not None and (opens or not told.headed):
        return replace(told, period=_is_over(opening, report_year))
    return replace(told, period=False) if _turns(sentence, told, opens=opens) else told


def _turns(sentence: str, told: _Told, *, opens: bool) -> bool:
    """True where a sentence turns from a period to one year, or to what is to come."""
    if _TURNS_TO_YEAR.match(sentence) or (opens and _TURNS_AHEAD.match(sentence)):
        return True
    return opens and told.both and _OPENS_YEAR.match(sentence) is not None


def _is_over(said: re.Match[str], report_year: int | None) -> bool:
    """True for a period that ended before the report; one without a number is the last one."""
    end = plan_end(said["plan"]) if said["plan"] else None
    return end is None or report_year is None or end < report_year
