"""The condition that a question sets for the amounts of a table: 超过6%, 定在5%左右, 没到2万亿, 两位数.

In: a clean question, and the stretches of it that name places, years and rows. Out: a `Condition` with where it stands, and
whether an amount fulfils it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from rag.figures.quantities import quantities
from rag.figures.quantity import Quantity
from rag.figures.units import MULTIPLIERS, comparable
from rag.records import Bound, Figure

DIGITS = "digits"
Spans = tuple[tuple[int, int], ...]


class Than(StrEnum):
    """How an amount is to lie to that of a place that the question names."""

    ABOVE = "above"
    BELOW = "below"
    SAME = "same"
    NOT_BELOW = "not below"
    NOT_ABOVE = "not above"


@dataclass(frozen=True, slots=True)
class Condition:
    """What the figure of a row must be to count: one of `limits`.

    `written` asks for the very form (写成“5%以内”), not for what it amounts to; a limit without a unit is held against the
    number as it is written (两位数). `denied` asks for all that fulfil none of them (不是2%).
    """

    limits: tuple[Quantity, ...]
    strict: bool = False
    written: bool = False
    denied: bool = False

    @property
    def exact(self) -> bool:
        """True for one amount and no other (1344亿斤), which tells of which row a question speaks."""
        return not (self.denied or self.strict) and all(limit.bound is Bound.EXACT for limit in self.limits)

    @property
    def dimension(self) -> str | None:
        """What the unit of the first limit measures; None where it names no unit. What has two digits is a rate."""
        unit = self.limits[0].unit
        if self.limits[0].form == DIGITS:
            return "ratio"
        return None if unit is None or unit in MULTIPLIERS else comparable(Decimal(1), unit)[0]

    def dimension_among(self, units: Sequence[str]) -> str | None:
        """The same, where a number without a unit (超过10万亿) is in those that what is asked about is measured in."""
        bare = self.limits[0].unit in MULTIPLIERS and bool(units)
        return comparable(Decimal(1), units[0])[0] if bare else self.dimension

    def met_by(self, figure: Figure) -> bool:
        """True where the figure fulfils one of the limits."""
        met = any(_meets(figure, limit, self.written, self.strict) for limit in self.limits)
        return figure.value is not None and met is not self.denied


def condition(clean: str, taken: Spans) -> tuple[Condition | None, Spans]:
    """The limits that a question sets, and where they stand; `taken` are the stretches that name something else."""
    limits = (*amounts(clean, taken), *_of_digits(clean))
    if not limits:
        return None, ()
    if (worded := _QUALIFIER.search(clean)) is not None:
        return _worded(limits[0], worded), (*_set_at(clean, limits), worded.span())
    # 10%或更高 takes in what is given as 10%左右
    either = tuple(replace(q, bound=Bound.EXACT) for q in limits if _OR.search(clean[q.start : q.stop]))
    strict = any(_STRICT.search(clean[q.start : q.stop]) and not _OR_AT.search(clean[: q.start]) for q in limits)
    spans = _set_at(clean, limits)
    if (beyond := _BEYOND_IT.search(clean)) is not None:
        bound = Bound.AT_LEAST if beyond["more"] else Bound.AT_MOST
        return Condition(tuple(replace(q, bound=bound) for q in limits), strict=True), (*spans, beyond.span())
    denied = next((m for q in limits if (m := _denial(clean, q))), None)
    told = (*spans, denied.span()) if denied is not None else spans
    return Condition((*limits, *either), strict, _WRITTEN.search(clean) is not None, denied is not None), told


def _denial(clean: str, limit: Quantity) -> re.Match[str] | None:
    """What denies a limit: 不是5%; of digits also 没达到两位数."""
    before = clean[: limit.start]
    return _OTHER_THAN.search(before) or (_NOT_REACHED_DIGITS.search(before) if limit.form == DIGITS else None)


def _worded(limit: Quantity, qualifier: re.Match[str]) -> Condition:
    """The very number, with or without a word behind it."""
    form = _FORMS.get(qualifier["form"], Bound.AT_MOST)
    bounds = (Bound.EXACT,) if qualifier["without"] or qualifier["left_out"] else (Bound.EXACT, form)
    return Condition(tuple(replace(limit, bound=bound) for bound in bounds), written=True)


def _set_at(clean: str, limits: Sequence[Quantity]) -> Spans:
    """Where the limits stand, with the words that set them."""
    found = []
    for q in limits:
        before = _SETS.search(clean[: q.start])
        found.append((before.start() if before else q.start, q.stop))
    return tuple(found)


def amounts(clean: str, taken: Spans) -> tuple[Quantity, ...]:
    """The amounts that a question names, with the words that make bounds of them, without years and what is counted by 哪."""
    return tuple(
        _bounded(q, clean)
        for q in quantities(clean)
        if q.value is not None
        and q.unit not in (None, "年")
        and not _POINTED.search(clean[: q.start])
        and not clean.startswith("位数", q.stop - 1)
        and not any(q.start < stop and start < q.stop for start, stop in taken)
    )


def is_of_the_subject(clean: str, amount: Quantity) -> bool:
    """True for the 3万亩 of 3万亩高标准农田任务分到哪几个乡镇: it says what is spoken of and sets no limit."""
    if amount.bound is not Bound.EXACT or _SET.search(clean[: amount.start]):
        return False
    return _NOUN.match(clean, amount.stop) is not None


def relative(amount: Figure, than: Than) -> Condition:
    """The condition to lie above, below or at an amount: 高于全国. What is the same is worded the same."""
    bounds = {Than.ABOVE: Bound.AT_LEAST, Than.NOT_BELOW: Bound.AT_LEAST, Than.SAME: amount.bound}
    bound = bounds.get(than, Bound.AT_MOST)
    limit = Quantity(0, 1, 0, amount.value, amount.value_high, amount.unit, bound, "figure")
    # what is worded otherwise and comes to as much (5%左右 beside 5%以上) is neither above nor below
    level = (replace(limit, bound=Bound.EXACT),) if than in (Than.NOT_BELOW, Than.NOT_ABOVE) else ()
    return Condition((limit, *level), strict=than in (Than.ABOVE, Than.BELOW), written=than is Than.SAME)


# 全国定在5%左右，哪些省比它高
_BEYOND_IT = re.compile(r"[比较](?:它|其|这个?数?|此)(?:还要?|更|要|定得|都)*(?:(?P<more>[高大多快])|[低小少慢])")
# 哪一块 is no money
_POINTED = re.compile("[哪某每这那]$")
_WRITTEN = re.compile(r"写[成为的]|表述[成为]|[“\"《][^”\"》]{0,6}\d[^”\"》]{0,6}[”\"》]")
# 7.5%（含“左右”）, 定在5%（带“左右”的不算）
_QUALIFIER = re.compile(
    r"[（(]?(?:(?P<without>不(?:包?[含括]|包括|[算带计加])|除[去开]?|去掉|剔除)|包?含|包括|连同?|算上|加上|带)(?:了|有|着)?"
    r"[“\"]?(?P<form>左右|上下|以上|以下|以内|之内)[”\"]?(?:[二两]个?字|字样|字眼)?(?:的)?"
    r"(?:(?P<left_out>[都也就]?(?:不[算计]|除外))|也?[都就]?(?:算|在内|计入))?[）)]?"
)
_FORMS = {"左右": Bound.ABOUT, "上下": Bound.ABOUT, "以上": Bound.AT_LEAST}
# what sets an amount is no part of what the amount is of: 把目标写成“5%左右”的省
_SETS = re.compile(
    r"(?:(?:[写定设说列]|表述|确定|设定|明确|写明|标明)(?:[成为在到的作]|上|了)?|[是为到在超过]|[高低大小多少快慢]于|达到|控制)?[“\"]?$"
)
_STRICT = re.compile(
    r"(?<!不)(?:超过|高于|大于|多于|低于|小于|少于|不到|不足)$|^(?:超过|高于|大于|多于|低于|小于|少于|不到|不足|超)(?!等于)"
    r"|^(?:[没未](?:有)?|尚未)(?:达?到|达|满|够)"
)
# 达到或超过10万吨 takes in what is 10万吨
_OR_AT = re.compile("(?:达到?|等于|持平)(?:或者?|[、及和])$")
_OR = re.compile("或|及|和")
_DENIED = re.compile("(?:没有?|还没|尚?未|不曾)$")
_NOT_REACHED_DIGITS = re.compile("(?:没有?|还没|尚?未|不)(?:能)?(?:达到|到|达|满|够|超过|过)(?:了)?$")
_NOT_REACHED = re.compile("(?:没有?|还没|尚?未|不)(?:达到|到|达|满|够)$")
_REACHED = re.compile(r"(?:大于等于|[≥]|达到?了?|[超破过上]了?)$")
_AT_MOST = re.compile(r"(?:小于等于|[≤]|控制在)$")
_OR_MORE = re.compile(r"(?:[及或和]|以及|或者)(?:其)?(?:以上|更[高多大快]|之上)")
_OR_LESS = re.compile(r"(?:[及或和]|以及|或者)(?:其)?(?:以下|更[低少小慢]|之下)")
_OTHER_THAN = re.compile(
    "(?:不[是为在]|不等于|不处[在于]|不属于|不定[在为成]|没有?[定写][在为成]|没有?(?=定|写|在)|并非|并不是|非)(?:[定写][在为成])?$"
)
_NUMBER_OF_DIGITS = re.compile("(?P<n>[个一两二三四1-4])位数(?:以上)?")
_DIGITS = {"个": 1, "一": 1, "两": 2, "二": 2, "三": 3, "四": 4}
_BEFORE = ((_NOT_REACHED, Bound.AT_MOST), (_REACHED, Bound.AT_LEAST), (_AT_MOST, Bound.AT_MOST))
_BEHIND = ((_OR_MORE, Bound.AT_LEAST), (_OR_LESS, Bound.AT_MOST))


def _bounded(amount: Quantity, clean: str) -> Quantity:
    """10%或更高, 没超过6%: the words around an amount that make a bound of it."""
    if amount.bound is Bound.AT_LEAST and (denied := _DENIED.search(clean[: amount.start])):
        return replace(amount, start=denied.start(), bound=Bound.AT_MOST)
    if amount.bound is Bound.ABOUT and (more := _OR_MORE.match(clean, amount.stop)):
        return replace(amount, stop=more.end(), bound=Bound.AT_LEAST)
    if amount.bound is not Bound.EXACT:
        return amount
    for pattern, bound in _BEFORE:
        if before := pattern.search(clean[: amount.start]):
            return replace(amount, start=before.start(), bound=bound)
    for pattern, bound in _BEHIND:
        if behind := pattern.match(clean, amount.stop):
            return replace(amount, stop=behind.end(), bound=bound)
    return amount


def _of_digits(clean: str) -> Sequence[Quantity]:
    """Numbers of so many digits: 个位数 is below ten, 两位数 from ten on."""
    found = []
    for match in _NUMBER_OF_DIGITS.finditer(clean):
        digits = _DIGITS.get(match["n"]) or int(match["n"])
        least, most = (Decimal(10 ** (digits - 1)), Decimal(10**digits)) if digits > 1 else (Decimal(0), Decimal(10))
        open_to = match[0].endswith("以上")
        high = None if open_to else most - Decimal("0.0001")
        bound = Bound.AT_LEAST if open_to else Bound.RANGE
        found.append(Quantity(match.start(), match.end(), match.start(), least, high, None, bound, DIGITS))
    return found


_SET = re.compile(r"(?:定[在为到]?|[为是在到达过成]|增长|[“\"])$")
_NOUN = re.compile(r"的?[\u4e00-\u9fff]{2}")


def _meets(figure: Figure, limit: Quantity, written: bool, strict: bool) -> bool:
    if figure.value is None or limit.value is None:
        return False
    dimension, value = comparable(figure.value, figure.unit)
    wanted, least = comparable(limit.value, limit.unit)
    if limit.unit is None:
        value = figure.value
    elif limit.unit in MULTIPLIERS:
        # 没到2万亿 leaves the unit to what is spoken of, and 超过1000亿 is 1000亿斤 of what is given in 亿斤
        wanted = dimension if dimension != "ratio" else wanted
        value = _as_written(figure.value, figure.unit)
    if limit.unit is not None and dimension != wanted:
        return False
    if written or limit.bound is Bound.ABOUT:
        return value == least and figure.bound is limit.bound
    if limit.bound is Bound.AT_MOST and figure.value_high is not None:
        # a range lies below a limit where its upper end does
        value = figure.value_high if limit.unit is None else comparable(figure.value_high, figure.unit)[1]
    if limit.high is not None:
        high = limit.high if limit.unit is None else comparable(limit.high, limit.unit)[1]
        return least <= value <= high
    return _BY_BOUND[limit.bound](value, least, figure.bound, strict)


def _as_written(value: Decimal, unit: str | None) -> Decimal:
    """A value with the multiplier of its unit alone: 1600亿斤 as 1600亿."""
    multiplier = max((m for m in MULTIPLIERS if (unit or "").startswith(m)), key=len, default=None)
    return comparable(value, multiplier)[1] if multiplier is not None else value


def _at_least(value: Decimal, least: Decimal, bound: Bound, strict: bool) -> bool:
    return value > least or (value == least and not strict and bound not in (Bound.ABOUT, Bound.AT_MOST))


def _at_most(value: Decimal, most: Decimal, bound: Bound, strict: bool) -> bool:
    return value < most or (value == most and not strict and bound not in (Bound.ABOUT, Bound.AT_LEAST, Bound.OVER))


def _equal(value: Decimal, wanted: Decimal, bound: Bound, strict: bool) -> bool:
    return value == wanted


_BY_BOUND = {
    Bound.EXACT: _equal,
    Bound.AT_LEAST: _at_least,
    Bound.OVER: _at_least,
    Bound.AT_MOST: _at_most,
    Bound.RANGE: _equal,
}
