"""The year that a document is given in and looks forward to, by rules from the strongest evidence to the weakest.

Only what the text states counts; where evidence conflicts the stronger is taken and a note says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from rag.reading.clues import Clues
from rag.reading.dates import years_in_figures
from rag.reading.known_years import find_known_year
from rag.records import ReportKind

_YEAR = r"(?<!\d)(?P<year>(?:19[5-9]|20[0-4])\d)"
_TITLE_YEAR = re.compile(rf"{_YEAR}\s*年(?!远景|愿景)")
_SPAN_OF_YEARS = re.compile(r"(?:19|20)\d\d\s*年?\s*[-—–~至到]+\s*(?:19|20)\d\d")
# 某区_2013, 20130228某区; not the digits of a number or of a hash
_FILE_YEAR = re.compile(r"(?<![0-9A-Za-z])(?P<year>(?:19[5-9]|20[0-4])\d)(?:[01]\d[0-3]\d)?(?![0-9A-Za-z])")
_HEADING = r"^(?:第?[一二三四五六七八九十]+(?:部分)?[、.\s]|[(（][一二三四五六七八九十]+[)）])?\s*[\u4e00-\u9fff、“”和与及]{0,16}?"
_REVIEW = re.compile(
    rf"{_HEADING}{_YEAR}年[^。,，]{{0,14}}(?:回顾|总结|完成情况|主要成效|主要成绩|执行情况|所做的?工作)", re.M
)
_OUTLOOK = re.compile(
    rf"{_HEADING}{_YEAR}年[^。,，]{{0,16}}(?:安排|任务|重点|目标|要求|打算|计划|部署|建议|思路|取向|举措|工作)\s*$",
    re.M,
)
_SPOKEN = re.compile(
    rf"{_YEAR}年[,，]?[^。；;\d]{{0,24}}?(?:我们?(?:将|要)|将|要|力争|计划|确保|目标任务|重点工作|工作安排)"
)
_LATE_MONTH = 11
_LONGEST_HEADING = 40


@dataclass(frozen=True, slots=True)
class FoundYear:
    """A year, the rule that gave it, and what the user should know of it."""

    year: int
    rule: str
    note: str | None = None


Rule = Callable[[Clues, date | None], FoundYear | None]


def find_year(clues: Clues, published: date | None) -> tuple[int | None, tuple[str, ...]]:
    """The document's year and the notes on it; None where nothing in text or name gives one."""
    found = [year for rule in RULES if (year := rule(clues, published)) is not None]
    if not found:
        return None, ()
    chosen = found[0]
    notes = [chosen.note] if chosen.note else []
    for other in found[1:]:
        if other.rule in _WORTH_A_NOTE and other.year != chosen.year:
            notes.append(f"{other.rule}是 {other.year} 年，{chosen.rule}是 {chosen.year} 年，以{chosen.rule}为准")
    return chosen.year, tuple(notes)


def _by_delivery(clues: Clues, published: date | None) -> FoundYear | None:
    """——2012年2月29日在…会议上; a report given at the very end of a year for the next one belongs to the next."""
    if clues.delivery is None or clues.delivery.date is None:
        return None
    given = clues.delivery.date
    if given.month >= _LATE_MONTH and _ahead(clues) == given.year + 1:
        note = f"报告作于 {given.year} 年 {given.month} 月，安排的是 {given.year + 1} 年的工作"
        return FoundYear(given.year + 1, "报告日期", note)
    return FoundYear(given.year, "报告日期")


def _by_title(clues: Clues, published: date | None) -> FoundYear | None:
    """2025年政府工作报告; of 2023年工作总结和2024年工作计划 the later."""
    years = [
        int(match["year"]) for match in _TITLE_YEAR.finditer(_SPAN_OF_YEARS.sub("", years_in_figures(clues.title)))
    ]
    return FoundYear(max(years), "标题年份") if years else None


def _by_headings(clues: Clues, published: date | None) -> FoundYear | None:
    """二、2024年重点工作 is for 2024; 一、2023年工作回顾 alone is given in 2024."""
    year = _ahead(clues)
    return FoundYear(year, "章节年份") if year is not None else None


def _by_publication(clues: Clues, published: date | None) -> FoundYear | None:
    """发布时间: 2024年01月23日."""
    return FoundYear(published.year, "发布年份") if published else None


def _by_fact(clues: Clues, published: date | None) -> FoundYear | None:
    """今年是“十四五”开局之年."""
    known = find_known_year(clues.opening.text)
    return FoundYear(known.year, "推出的年份", f"年份由“{known.words}”推出：{known.year} 年") if known else None


def _by_speech(clues: Clues, published: date | None) -> FoundYear | None:
    """2020年，我们将…: the year that the text most often makes plans for, in a text that is not a plan of many years."""
    if clues.kind is ReportKind.POLICY:
        return None
    counts = Counter(int(match["year"]) for match in _SPOKEN.finditer(years_in_figures(clues.opening.text)))
    ranked = sorted(counts.items(), key=lambda item: (-item[1], -item[0]))
    return FoundYear(ranked[0][0], "正文年份") if ranked else None


def _by_path(clues: Clues, published: date | None) -> FoundYear | None:
    """某区_2013.txt or 2013/某区.txt, where the text itself says nothing stronger; the nearest name with one year."""
    for name in clues.path_names:
        years = {int(match["year"]) for match in _FILE_YEAR.finditer(_SPAN_OF_YEARS.sub("", years_in_figures(name)))}
        if len(years) == 1:
            return FoundYear(years.pop(), "文件名年份")
    return None


def _ahead(clues: Clues) -> int | None:
    """The year that the headings look forward to."""
    headings = "\n".join(
        years_in_figures(line.text) for line in clues.opening.lines if len(line.text) <= _LONGEST_HEADING
    )
    outlooks = [int(match["year"]) for match in _OUTLOOK.finditer(headings)]
    reviews = [int(match["year"]) for match in _REVIEW.finditer(headings)]
    if reviews:
        return max(reviews) + 1
    return max(outlooks, default=None)


RULES: tuple[Rule, ...] = (
    _by_delivery,
    _by_title,
    _by_headings,
    _by_publication,
    _by_fact,
    _by_path,
    _by_speech,
)
_WORTH_A_NOTE = frozenset({"标题年份", "文件名年份"})
