"""The year that a figure is for, from the words of its sentence, the headings over it and the report.

In: the text before a figure in its sentence, and what is known of the report. Out: a year or None. A plan
period gives its last year: 十四五 is 2021 to 2025.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.figures.numbers import numeral
from rag.figures.stances import heading_year, part_of_title
from rag.records import FigureKind, Metadata, ReportKind

_PLAN_NUMERALS = "一二三四五六七八九十"
# The first five-year plan ran from 1953 to 1957; 1963 to 1965 lay between the second and the third.
_SECOND_PLAN_END, _THIRD_PLAN_END = 1962, 1970

# 是2011年的1.1倍: the year only says what the amount is a multiple of
_MULTIPLE_OF = r"(?:是|为|达到?|相当于)\s?(?=(?:19|20)\d\d年(?:底|末|同期|全年)?的(?:近|约|将近|接近)?(?:[\d.一二两三四五六七八九十百]+多?倍|$))"
_EXPLICIT = re.compile(
    rf"(?P<compared>[比同与较从由自]\s?|{_MULTIPLE_OF})?(?<!\d)(?P<year>(?:19|20)\d\d)(?:年|[—\-至到](?P<until>(?:19|20)\d\d)年)(?!代|来|以来)(?P<base>[一-龥]{{0,3}}(?:相比|的基础|以来|基础上))?"
)
_CHINESE_YEAR = re.compile(
    r"(?P<compared>[比同与较从由自]\s?)?(?P<year>[一二][九〇零○][〇零○一二三四五六七八九]{2})年(?!代|来|以来|以?前)(?P<base>[一-龥]{0,3}(?:相比|的基础|以来|基础上))?"
)
_PLAN = re.compile(
    r"[“\"]?(?P<numeral>十?[一二三四五六七八九十])五[”\"]?(?P<when>末|期末|期间|时期|规划|以来|开局|收官|五年|目标|时)?"
)
# 较“十三五”末增长
_COMPARED_WITH = ("比", "较", "同", "与", "由", "从", "自")
# 《2023年度茶业考评通报》 is named, not dated; the text may break off inside it
_TITLE = re.compile(r"《[^《》]{2,80}(?:》|$)")
_NTH_PLAN = re.compile(r"第(?P<numeral>[一二三四五六七八九十]{1,2})个五年(?:计划|规划)(?P<when>期间|时期|期内)?")
_RELATIVE = (
    (re.compile(r"前年"), -2),
    (re.compile(r"去年|上年|上一年|过去一年|一年来|过去的一年"), -1),
    (re.compile(r"今年|本年"), 0),
    (re.compile(r"明年|下一年|来年"), 1),
)
_COMPARISON = re.compile(
    r"(?:比|较|同|与|超|是|高于|低于)(?:去年|上年|前年|上一年|今年|全年)|(?:去年|上年|前年)(?:同期|水平|基础|年底|末)?(?:的基础上|相比|增长|提高)"
)


@dataclass(frozen=True, slots=True)
class Time:
    """A year with how it was come by, and whether it lies in what the text looks forward to."""

    year: int | None
    source: str


def plan_end(numeral_text: str) -> int | None:
    """The last year of a five-year plan by its Chinese numeral: 十四 → 2025."""
    value = numeral(numeral_text)
    if value is None or not 1 <= value <= 30:
        return None
    number = int(value)
    if number == 1:
        return 1957
    if number == 2:
        return _SECOND_PLAN_END
    return _THIRD_PLAN_END + 5 * (number - 3)


def stated_year(text: str, report_year: int | None, kind: FigureKind) -> Time | None:
    """The year that the end of `text` speaks of: the last year named in it that nothing is compared with."""
    found = _named(text, report_year)
    if found and report_year is not None:
        found = _of_its_kind(found, report_year, kind)
    return max(found, key=lambda pair: pair[0])[1] if found else None


@lru_cache(maxsize=16)
def _named(text: str, report_year: int | None) -> tuple[tuple[int, Time], ...]:
    """All that `text` says of when, with where it stands; asked twice for each figure."""
    text = _TITLE.sub(lambda title: " " * len(title[0]), text)
    if "年" not in text and "五" not in text:
        return ()
    return (*_written(text), *_plans(text), *(_relative(text, report_year) if report_year is not None else ()))


def _written(text: str) -> Iterator[tuple[int, Time]]:
    """Years in digits, of a stretch its last; those that something is compared with are left out."""
    for match in _EXPLICIT.finditer(text):
        if match["until"] and (match["compared"] or not match["base"]):
            yield match.start(), Time(int(match["until"]), "stated")
        elif not match["compared"] and not match["base"]:
            yield match.start(), Time(int(match["year"]), "stated")
    for match in _CHINESE_YEAR.finditer(text):
        value = numeral(match["year"])
        if value is not None and not match["compared"] and not match["base"]:
            yield match.start(), Time(int(value), "stated")


def _plans(text: str) -> Iterator[tuple[int, Time]]:
    for match in _PLAN.finditer(text):
        if text[: match.start()].endswith(_COMPARED_WITH):
            continue
        if match["when"] in ("末", "期末", "期间", "时期", "五年", "时"):
            yield match.start(), Time(plan_end(match["numeral"]), "plan period")
    for match in _NTH_PLAN.finditer(text):
        if match["when"]:
            yield match.start(), Time(plan_end(match["numeral"]), "plan period")


# a paragraph that speaks of the whole plan, under a heading that names a year beside it
_OF_THE_PLAN = re.compile(r"纲要|规划|“?十[一二三四五六]五”?(?:时期|期间|末)|(?:今后|未来)[五5]年|到20\d\d年")


def heading_plan(headings: tuple[str, ...], opening: str = "") -> int | None:
    """The last year of the plan that the innermost heading with one is about (第六个五年计划的任务, “十四五”时期目标); where it names a
    year besides (“十五五”目标任务和2026年工作安排), only for a paragraph whose `opening` speaks of the plan."""
    for heading in reversed(headings):
        for pattern in (_NTH_PLAN, _PLAN):
            found = pattern.search(heading)
            if found and (pattern is _NTH_PLAN or found["when"] in ("期间", "时期", "规划", "目标")):
                of_a_year = heading_year((heading,)) is not None and not _OF_THE_PLAN.search(opening)
                return None if of_a_year else plan_end(found["numeral"])
    return None


def _relative(text: str, report_year: int) -> Iterator[tuple[int, Time]]:
    compared = [m.span() for m in _COMPARISON.finditer(text)]
    for pattern, offset in _RELATIVE:
        for match in pattern.finditer(text):
            if not any(start <= match.start() < stop for start, stop in compared):
                yield match.start(), Time(report_year + offset, "relative")


def _of_its_kind(found: Sequence[tuple[int, Time]], report_year: int, kind: FigureKind) -> tuple[tuple[int, Time], ...]:
    """What has been done is of no year to come where another is named; what is promised is of no year before the report's."""
    if kind is FigureKind.TARGET:
        return tuple((at, t) for at, t in found if t.year is None or t.year >= report_year)
    past = tuple((at, t) for at, t in found if t.year and t.year <= report_year)
    return past or tuple(found)


# 今后五年, 三年内, 五年新增装机 from the report's year on: the first of them is the year of the report itself.
_YEARS_TO_COME = re.compile(
    r"(?:(?:今后|未来)(?P<coming>[二两三四五六七八九十])年|(?<![一-龥\d])(?P<within>[二两三四五六七八九十])年(?:内|(?:共|累计|合计)?(?=新增|投入|投资|实施|完成|新建|建设)))(?![行攻规计])"
)


def years_to_come(text: str, report_year: int | None) -> int | None:
    """The last of the years to come that the end of `text` speaks of: 今后五年 in a report of 2021 → 2025."""
    found = list(_YEARS_TO_COME.finditer(text))
    years = numeral(found[-1]["coming"] or found[-1]["within"]) if found else None
    return None if years is None or report_year is None else report_year + int(years) - 1


# The sources of a year that stands in the words before a figure.
SAID = ("stated", "relative")
_LOOKS_BACK = (ReportKind.WORK_REPORT, ReportKind.SPEECH)
# Interviews are given around the sessions of the first months, and tell of the year before.
_SESSIONS_END = 4


def _looks_back(metadata: Metadata) -> bool:
    if metadata.kind is ReportKind.INTERVIEW:
        return metadata.date is None or metadata.date.month <= _SESSIONS_END
    return metadata.kind in _LOOKS_BACK


# 2014年上半年工作总结: what it promises is for the rest of its year
_PART_OF_YEAR = re.compile(r"半年|季度|月份?(?![一-龥]*年)")


def summed_up(metadata: Metadata, kind: FigureKind) -> int | None:
    """The year that 2021年就业工作总结 tells of, and for what it promises the next; None for what is no summary of a year."""
    if metadata.year is None or part_of_title(metadata.title) is not FigureKind.RESULT:
        return None
    named = {time.year for _, time in _written(metadata.title) if time.year is not None}
    if named != {metadata.year}:
        return None  # 2023年工作总结及2024年打算 sums up the year before the later one
    return metadata.year + (kind is FigureKind.TARGET and not _PART_OF_YEAR.search(metadata.title))


def year_of(
    before: str,
    headings: tuple[str, ...],
    metadata: Metadata,
    kind: FigureKind,
    told: int | None = None,
    *,
    opening: str = "",
) -> tuple[int | None, str]:
    """The year of a figure and what decided: the text before it, a heading, or the report's year as its kind has it.

    `told` is the year that results just before it under the same heading were said to be of; `opening` the first sentence of its
    paragraph.
    """
    planned = heading_plan(headings, opening)
    for time in (stated_year(before, metadata.year, kind), _to_come(before, planned, metadata.year, kind)):
        if time is not None:
            return time.year, time.source
    named = heading_year(headings)
    looking_back = kind is FigureKind.RESULT and told is not None and named == metadata.year
    if named is not None and not looking_back:
        return named, "heading"
    return _of_the_report(metadata, kind, told)


def _of_the_report(metadata: Metadata, kind: FigureKind, told: int | None) -> tuple[int | None, str]:
    """The year of a figure that neither its words nor a heading dates."""
    planned = heading_plan((metadata.title,)) if metadata.year is None and kind is FigureKind.TARGET else None
    if metadata.year is None:
        return planned, "the document does not say" if planned is None else "the plan of the title"
    if (summed := summed_up(metadata, kind)) is not None:
        return summed, "the year summed up"
    if kind is FigureKind.RESULT and told is not None and metadata.kind not in _LOOKS_BACK:
        return told, "the results before it"
    if kind is FigureKind.RESULT and _looks_back(metadata):
        return metadata.year - 1, "the year before the report"
    return metadata.year, "the report's year"


def _to_come(before: str, planned: int | None, report_year: int | None, kind: FigureKind) -> Time | None:
    """The end of what a promise is for: of the plan that the heading is about (`planned`), or of the years that its words count."""
    if kind is not FigureKind.TARGET:
        return None
    if planned is not None and (report_year is None or planned >= report_year):
        return Time(planned, "plan of the heading")
    coming = years_to_come(before, report_year)
    return None if coming is None else Time(coming, "years to come")
