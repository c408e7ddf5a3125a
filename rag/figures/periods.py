"""The year that a figure is for, and a deadline inside it, from the words of its sentence.

In: the text before a figure in its sentence, and what is known of the report. Out: a year or None, a date or None. A plan
period gives its last year: 十四五 is 2021 to 2025.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from rag.figures.numbers import numeral
from rag.records import FigureKind

_PLAN_NUMERALS = "一二三四五六七八九十"
# The first five-year plan ran from 1953 to 1957; 1963 to 1965 lay between the second and the third.
_SECOND_PLAN_END, _THIRD_PLAN_END = 1962, 1970

_EXPLICIT = re.compile(
    r"(?P<compared>[比同与较从由自]\s?)?(?<!\d)(?P<year>(?:19|20)\d\d)(?:年|[—\-至到](?P<until>(?:19|20)\d\d)年)(?!代|来|以来)(?P<base>[一-龥]{0,3}(?:相比|的基础|以来|基础上))?"
)
_CHINESE_YEAR = re.compile(
    r"(?P<compared>[比同与较从由自]\s?)?(?P<year>[一二][九〇零○][〇零○一二三四五六七八九]{2})年(?!代|来|以来|以?前)(?P<base>[一-龥]{0,3}(?:相比|的基础|以来|基础上))?"
)
_PLAN = re.compile(
    r"[“\"]?(?P<numeral>十?[一二三四五六七八九十])五[”\"]?(?P<when>末|期末|期间|时期|规划|以来|开局|收官|五年|目标|时)?"
)
_RELATIVE = (
    (re.compile(r"前年"), -2),
    (re.compile(r"去年|上年|上一年|过去一年|一年来|过去的一年"), -1),
    (re.compile(r"今年|本年|当年|年内|全年"), 0),
    (re.compile(r"明年|下一年|来年"), 1),
)
_COMPARISON = re.compile(
    r"(?:比|较|同|与|超|是|高于|低于)(?:去年|上年|前年|上一年|今年|全年)|(?:去年|上年|前年)(?:同期|水平|基础|年底|末)?(?:的基础上|相比|增长|提高)"
)
_QUARTER_ENDS = {
    "一": (3, 31),
    "二": (6, 30),
    "三": (9, 30),
    "四": (12, 31),
    "1": (3, 31),
    "2": (6, 30),
    "3": (9, 30),
    "4": (12, 31),
}
_MONTH_END = re.compile(
    r"(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?P<part>底|末|份|中旬|上旬|下旬|(?P<day>\d{1,2})日)?(?P<before>之?前)?"
)
_QUARTER = re.compile(r"(?P<quarter>[一二三四1-4])季度(?:末|底|前)?")
_HALF = re.compile(r"(?P<half>上半年|下半年)")
_YEAR_END = re.compile(r"年底|年末|岁末")


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
    found: list[tuple[int, Time]] = []
    for match in _EXPLICIT.finditer(text):
        if not match["compared"] and not match["base"]:
            found.append((match.start(), Time(int(match["until"] or match["year"]), "stated")))
        elif match["compared"] and match["until"]:
            found.append((match.start(), Time(int(match["until"]), "stated")))
    for match in _CHINESE_YEAR.finditer(text):
        value = numeral(match["year"])
        if value is not None and not match["compared"] and not match["base"]:
            found.append((match.start(), Time(int(value), "stated")))
    for match in _PLAN.finditer(text):
        if match["when"] in ("末", "期末", "期间", "时期", "五年", "时"):
            found.append((match.start(), Time(plan_end(match["numeral"]), "plan period")))
    if report_year is not None:
        compared = [m.span() for m in _COMPARISON.finditer(text)]
        for pattern, offset in _RELATIVE:
            for match in pattern.finditer(text):
                if not any(a <= match.start() < b for a, b in compared) and match[0] not in ("全年", "当年", "年内"):
                    found.append((match.start(), Time(report_year + offset, "relative")))
    # A list of programmes may name years to come inside a report of what has been done; those are not its year.
    if (
        kind is FigureKind.RESULT
        and report_year is not None
        and any(t.year and t.year <= report_year for _, t in found)
    ):
        found = [(at, t) for at, t in found if t.year and t.year <= report_year]
    # What is promised is promised for the report's year or later; an earlier year there dates something else.
    if kind is FigureKind.TARGET and report_year is not None:
        found = [(at, t) for at, t in found if t.year is None or t.year >= report_year]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def deadline(text: str, year: int | None) -> date | None:
    """The day by which something is to be done, where the clause sets one inside its year: 9月底 → the 30th."""
    if year is None or not 1900 <= year <= 2100:
        return None
    found: list[tuple[int, tuple[int, int]]] = []
    for match in _QUARTER.finditer(text):
        found.append((match.start(), _QUARTER_ENDS[match["quarter"]]))
    for match in _HALF.finditer(text):
        found.append((match.start(), (6, 30) if match["half"] == "上半年" else (12, 31)))
    for match in _MONTH_END.finditer(text):
        if match["part"] or match["before"]:
            found.append((match.start(), _month_day(match, year)))
    for match in _YEAR_END.finditer(text):
        found.append((match.start(), (12, 31)))
    if not found:
        return None
    month, day = max(found, key=lambda pair: pair[0])[1]
    return date(year, month, day) if day <= calendar.monthrange(year, month)[1] else None


def _month_day(match: re.Match[str], year: int) -> tuple[int, int]:
    month = int(numeral(match["month"]) or 12)
    if match["day"]:
        return month, int(match["day"])
    if match["part"] in ("上旬", "中旬"):
        return month, 10 if match["part"] == "上旬" else 20
    return month, calendar.monthrange(year, month)[1]
