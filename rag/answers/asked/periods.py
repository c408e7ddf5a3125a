"""Parts of a year in a text: 二季度末, 4-6月份, 9月底, 上半年.

In: a clean text. Out: the parts of a year that it names, with where, in its order. Two that end in the same month are the
same milestone: 二季度末, 6月底 and 4-6月份 all say by when.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

_DIGITS = {
    "一": 1,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
    "十一": 11,
    "十二": 12,
}
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_END = "(?:底|末)"
_JOINED = re.compile("(?:以及|还有|[和、与跟及到至,，再])?(?:到)?")


@dataclass(frozen=True, slots=True)
class Period:
    """text[start:stop] names the part of a year that ends with this month."""

    start: int
    stop: int
    month: int


_Read = Callable[[re.Match[str]], int]


def periods(clean: str) -> tuple[Period, ...]:
    """All parts of a year that a text names; where two readings overlap, the one of the earlier rule."""
    found: list[Period] = []
    for pattern, month in _RULES:
        for match in pattern.finditer(clean):
            if not any(match.start() < p.stop and p.start < match.end() for p in found):
                found.append(Period(match.start(), match.end(), month(match)))
    return tuple(sorted(found, key=lambda p: p.start))


def asked_periods(clean: str) -> tuple[Period, ...]:
    """The milestones that a question sets side by side, each once; none where it names but one."""
    named = periods(clean)
    joined = all(_JOINED.fullmatch(clean[one.stop : other.start]) for one, other in pairwise(named))
    once = {p.month: p for p in reversed(named)}
    return tuple(sorted(once.values(), key=lambda p: p.start)) if joined and len(once) > 1 else ()


def governing(text: str, at: int) -> Period | None:
    """The part of a year that a place of a sentence is under: the last one named before it."""
    return next(_last_before(periods(text), at), None)


def _last_before(found: tuple[Period, ...], at: int) -> Iterator[Period]:
    return (p for p in reversed(found) if p.start <= at)


def _number(words: str) -> int:
    return _DIGITS[words] if words in _DIGITS else int(words)


_RULES: tuple[tuple[re.Pattern[str], _Read], ...] = (
    (re.compile(rf"(?<!\d){_MONTH}月?(?:份)?[-—–~至到]{{1,2}}(?P<last>{_MONTH})月(?:份)?(?!{_END})"), lambda m: _number(m["last"])),
    (re.compile("前三季度"), lambda m: 9),
    (re.compile(rf"(?:第)?(?P<quarter>[一二三四1-4])季度{_END}?"), lambda m: 3 * _number(m["quarter"])),  # 二季度末
    (re.compile(rf"(?<!\d)(?P<month>{_MONTH})月(?:份)?(?:{_END}|前|中旬|下旬|上旬)?(?!\d{{1,2}}日)"), lambda m: _number(m["month"])),
    (re.compile(rf"上半年{_END}?|年中"), lambda m: 6),
    (re.compile(rf"(?:下半年|全年|年){_END}|下半年"), lambda m: 12),
)  # fmt: skip
