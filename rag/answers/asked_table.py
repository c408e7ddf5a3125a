"""Questions over many places or years at once: which is highest, how many have 5%左右, what they add up to.

In: a clean question. Out: a `TableAsk`: over what the table runs, what is asked of it, the condition that its rows
must meet, and which stretches of the question say so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from rag.answers.vocabulary import Vocabulary
from rag.figures.numbers import numeral
from rag.figures.quantities import quantities
from rag.figures.quantity import Quantity
from rag.figures.units import comparable
from rag.records import Bound, Figure


class Over(StrEnum):
    """What the rows of a table are: places of one level, years, or what one sentence of a report lists."""

    PROVINCES = "provinces"
    CITIES = "cities"
    COUNTIES = "counties"
    TOWNSHIPS = "townships"
    PLACES = "places"
    YEARS = "years"
    LISTED = "listed"


class Asks(StrEnum):
    """What is asked of a table."""

    HIGHEST = "highest"
    LOWEST = "lowest"
    COUNT = "count"
    SUM = "sum"
    MEAN = "mean"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Condition:
    """What the figure of a row must be to count: one of `limits`.

    `written` asks for the very form (写成“5%以内”), not for what it amounts to.
    """

    limits: tuple[Quantity, ...]
    strict: bool = False
    written: bool = False

    def met_by(self, figure: Figure) -> bool:
        """True where the figure fulfils one of the limits."""
        return any(_meets(figure, limit, self.written, self.strict) for limit in self.limits)


@dataclass(frozen=True, slots=True)
class TableAsk:
    """A question over a table.

    `first` says how many of the highest or lowest are asked for; `explicit` is set where the question says what the rows are,
    `total` where it asks for their sum besides, `both` where for the highest and the lowest.
    """

    over: Over
    asks: Asks
    first: int = 1
    condition: Condition | None = None
    spans: tuple[tuple[int, int], ...] = ()
    explicit: bool = True
    total: bool = False
    both: bool = False


def asked_table(clean: str, vocabulary: Vocabulary, read: tuple[tuple[int, int], ...] = ()) -> TableAsk | None:
    """The table that a question asks for, None where it asks for none; `read` are the stretches that name places and years."""
    over = [(Over(name), m) for name, pattern in vocabulary.rows for m in pattern.finditer(clean)]
    asks = [(Asks(name), m) for name, pattern in vocabulary.asks for m in pattern.finditer(clean)]
    if not asks and any(_EVERY.match(m[0]) for _, m in over) and not _TOTAL.search(clean):
        asks = [(Asks.ROWS, over[0][1])]
    if not asks or (not over and asks[0][0] is Asks.ROWS):
        return None
    told = asks[0][0] in (Asks.COUNT, Asks.ROWS) and _amounts(clean, vocabulary, read)
    if told and any(_is_of_the_subject(clean, q) for q in told):
        return None
    condition, limits = _condition(clean, vocabulary, read) if asks[0][0] is Asks.COUNT else (None, ())
    spans = (*(m.span() for _, m in (*over, *asks)), *limits)
    first = _FIRST.search(clean)
    many = numeral(first["n"]) if first else None
    return TableAsk(
        over=over[0][0] if over else Over.PLACES,
        asks=asks[0][0],
        first=int(many) if many else 1,
        condition=condition,
        spans=(*spans, first.span()) if first else spans,
        explicit=bool(over),
        both={Asks.HIGHEST, Asks.LOWEST} <= {name for name, _ in asks},
    )


# 各乡镇一共要完成多少 asks for what the report of them all says
_TOTAL = re.compile("一共|总共|共计|总计")
_EVERY = re.compile("各|所有|每|历")
_FIRST = re.compile(r"(?:(?:排名?)?前|(?<=最[高低大小多少快慢]的))(?P<n>[两二三四五六七八九十]|\d{1,2})(?:名|位|个)?")
_WRITTEN = re.compile(r"写[成为的]|表述[成为]|[“\"《][^”\"》]{1,12}[”\"》]")
_STRICT = re.compile(
    r"(?:超过|高于|大于|多于|低于|小于|少于|不到|不足)$|^(?:超过|高于|大于|多于|低于|小于|少于|不到|不足|超)"
)


def _condition(
    clean: str, vocabulary: Vocabulary, read: tuple[tuple[int, int], ...]
) -> tuple[Condition | None, tuple[tuple[int, int], ...]]:
    """The limits that a question sets, and where they stand; a year is none."""
    limits = _amounts(clean, vocabulary, read)
    if not limits:
        return None, ()
    # 10%或更高 takes in what is given as 10%左右
    limits += tuple(replace(q, bound=Bound.EXACT) for q in limits if _OR.search(clean[q.start : q.stop]))
    strict = any(_STRICT.search(clean[q.start : q.stop]) for q in limits)
    return Condition(limits, strict, _WRITTEN.search(clean) is not None), tuple((q.start, q.stop) for q in limits)


def _amounts(clean: str, vocabulary: Vocabulary, read: tuple[tuple[int, int], ...]) -> tuple[Quantity, ...]:
    """The amounts that a question names, without years and without the number of places (31个省)."""
    counted = [*read, *(m.span() for _, pattern in vocabulary.rows for m in pattern.finditer(clean))]
    return tuple(
        _bounded(q, clean)
        for q in quantities(clean)
        if q.value is not None
        and q.unit not in (None, "年")
        and not _POINTED.search(clean[: q.start])
        and not any(q.start < stop and start < q.stop for start, stop in counted)
    )


# 哪一块 is no money
_POINTED = re.compile("[哪某每这那]$")
_OR = re.compile("或|及|和")
_REACHED = re.compile(r"(?:达到?了?|[超破过上]了?)$")
_OR_MORE = re.compile(r"(?:[及或和]|以及|或者)(?:其)?(?:以上|更[高多大快]|之上)")
_OR_LESS = re.compile(r"(?:[及或和]|以及|或者)(?:其)?(?:以下|更[低少小慢]|之下)")


def _bounded(amount: Quantity, clean: str) -> Quantity:
    """10%或更高: the words behind an amount that make a bound of it."""
    if amount.bound is Bound.EXACT and (before := _REACHED.search(clean[: amount.start])):
        return replace(amount, start=before.start(), bound=Bound.AT_LEAST)
    for pattern, bound in ((_OR_MORE, Bound.AT_LEAST), (_OR_LESS, Bound.AT_MOST)):
        if behind := pattern.match(clean, amount.stop):
            return replace(amount, stop=behind.end(), bound=bound)
    return amount


_SET = re.compile(r"(?:定[在为到]?|[为是在到达过成]|增长|[“\"])$")
_NOUN = re.compile(r"的?[\u4e00-\u9fff]{2}")


def _is_of_the_subject(clean: str, amount: Quantity) -> bool:
    """True for the 3万亩 of 3万亩高标准农田任务分到哪几个乡镇: it says what is spoken of and sets no limit."""
    if amount.bound is not Bound.EXACT or _SET.search(clean[: amount.start]):
        return False
    return _NOUN.match(clean, amount.stop) is not None


def _meets(figure: Figure, limit: Quantity, written: bool, strict: bool) -> bool:
    if figure.value is None or limit.value is None:
        return False
    dimension, value = comparable(figure.value, figure.unit)
    wanted, least = comparable(limit.value, limit.unit)
    if dimension != wanted:
        return False
    if written or limit.bound is Bound.ABOUT:
        return value == least and figure.bound is limit.bound
    if limit.high is not None:
        return least <= value <= comparable(limit.high, limit.unit)[1]
    return _BY_BOUND[limit.bound](value, least, figure.bound, strict)


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
