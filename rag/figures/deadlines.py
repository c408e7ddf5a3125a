"""The day by which something is to be done, where the text sets one inside a year: 9月底 → the 30th of September.

In: the text before a figure in its sentence, and the figure's year. Out: a date or None.
"""

from __future__ import annotations

import calendar
import re
from datetime import date

from rag.figures.numbers import numeral

_QUARTER_ENDS = {
    "一": (3, 31), "二": (6, 30), "三": (9, 30), "四": (12, 31), "1": (3, 31), "2": (6, 30), "3": (9, 30), "4": (12, 31),
}  # fmt: skip
_QUARTER = re.compile(r"(?P<quarter>[一二三四1-4])季度(?:末|底|前)?")
_HALF = re.compile(r"(?P<half>上半年|下半年)")
_YEAR_END = re.compile(r"年底|年末|岁末")
_MONTH_END = re.compile(
    r"(?P<month>1[0-2]|(?<!\d)[1-9]|十[一二]?|[一二三四五六七八九])月"
    r"(?:(?P<part>底|末|份|中旬|上旬|下旬)|(?P<day>\d{1,2})日)?(?P<before>之?前)?"
)
_NEW_MATTER = re.compile(r"[；。]|，(?:并|同时|另外?|此外)")


def deadline(before: str, year: int | None) -> date | None:
    """The last day named in the part of the sentence that leads up to a figure; it holds for the clauses that follow."""
    if year is None or not 1900 <= year <= 2100:
        return None
    text = before[max((m.end() for m in _NEW_MATTER.finditer(before)), default=0) :]
    found: list[tuple[int, tuple[int, int]]] = []
    for match in _QUARTER.finditer(text):
        found.append((match.start(), _QUARTER_ENDS[match["quarter"]]))
    for match in _HALF.finditer(text):
        found.append((match.start(), (6, 30) if match["half"] == "上半年" else (12, 31)))
    for match in _MONTH_END.finditer(text):
        if match["part"] or match["day"] or match["before"]:
            found.append((match.start(), _month_day(match, year)))
    for match in _YEAR_END.finditer(text):
        found.append((match.start(), (12, 31)))
    if not found:
        return None
    month, day = max(found, key=lambda pair: pair[0])[1]
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def _month_day(match: re.Match[str], year: int) -> tuple[int, int]:
    month = int(numeral(match["month"]) or 12)
    if match["day"]:
        return month, int(match["day"])
    if match["part"] in ("上旬", "中旬"):
        return month, 10 if match["part"] == "上旬" else 20
    return month, calendar.monthrange(year, month)[1]
