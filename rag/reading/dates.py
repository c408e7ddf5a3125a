"""Dates written in figures or Chinese numerals, found in clean text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_DIGITS = {digit: str(value) for value, digit in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0", "O": "0"}
_DATE = re.compile(
    r"""
    (?<![\d.])
    (?P<year>(?:19|20)\d{2} | [一二][〇零○O九][〇零○O一二三四五六七八九]{2})
    (?:
        \s*年\s*(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*月
        (?:\s*(?P<day>3[01]|[12]\d|0?[1-9]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])\s*日)?
      | (?P<mark>[-/.])(?P<month_n>1[0-2]|0?[1-9])(?P=mark)(?P<day_n>3[01]|[12]\d|0?[1-9])(?!\d)
    )
    """,
    re.VERBOSE,
)


_YEAR_IN_NUMERALS = re.compile(
    r"(?<![一二三四五六七八九十百千万〇零])[一二][〇零○O九][〇零○O一二三四五六七八九]{2}(?=\s*年)"
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at text[start:stop]; `day` is None where only year and month are given."""

    start: int
    stop: int
    year: int
    month: int
    day: date | None


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """The dates in `text` that exist in the calendar, in their order."""
    return tuple(found for match in _DATE.finditer(text) if (found := _found(match)) is not None)


def years_in_figures(text: str) -> str:
    """The text, of the same length, with its years in figures: 二〇一四年工作要点 → 2014年工作要点."""
    return _YEAR_IN_NUMERALS.sub(lambda year: "".join(_DIGITS.get(digit, digit) for digit in year[0]), text)


def _found(match: re.Match[str]) -> FoundDate | None:
    year = int("".join(_DIGITS.get(digit, digit) for digit in match["year"]))
    month = _small_number(match["month"] or match["month_n"])
    day = match["day"] or match["day_n"]
    try:
        whole = date(year, month, _small_number(day)) if day else None
    except ValueError:
        return None
    return FoundDate(match.start(), match.end(), year, month, whole)


def _small_number(text: str) -> int:
    """1 to 39 from figures or Chinese numerals: 07, 七, 十二, 二十, 三十一."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    value = int(_DIGITS[ones]) if ones else 0
    return value + 10 * (int(_DIGITS[tens]) if tens else 1) if ten else value
