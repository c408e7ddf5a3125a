"""Of all figures for an indicator, the one that stands for each place, year and kind.

In: figures with the words around them. Out: points, and the figures left out with their reasons. A figure in the place's
own report comes before one in another's, the report of the year before a later one, what is promised before what is
striven for, a target whose paragraph names its year before one without, a clause that names the indicator before
one that inherits it, and of equals the first.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from rag.comparing.rows import LeftOut, PlacePath, Point, Reason, signed
from rag.comparing.scales import Scale, scale_of
from rag.comparing.standing import Stated, against, inherited
from rag.comparing.stocks import Amount, amount_of, usual
from rag.comparing.times import is_dated
from rag.figures.units import comparable
from rag.records import Bound, Figure, FigureKind, Measure, Span

_STRIVEN = re.compile(r"力争|争取|冲刺|奋力|奋斗目标|向.{0,4}迈进|冲击")
# 分别增长【9.8%】和【8.5%】: several numbers in a row, of several things
_IN_A_ROW = re.compile(r"\s*(?:和|与|及|、|以及)\s*")
NOT_SAID = 100
_AT_LEAST = (Bound.AT_LEAST, Bound.OVER)
# how far an amount may lie above one that it is said to exceed
WELL_ABOVE = Decimal("1.2")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure that may stand for its place: with its words, the places of its document, and what lies between it and the
    figure before it in the document (None where that is far)."""

    stated: Stated
    document_place: str | None
    gap: str | None = None

    @property
    def figure(self) -> Figure:
        """The figure itself."""
        return self.stated.figure

    @property
    def amount(self) -> Amount | None:
        """What a level is the amount of; None for changes and where the words leave it open."""
        return None if self.figure.measure is not Measure.LEVEL else amount_of(self.figure, self.stated.around)

    @property
    def striven(self) -> bool:
        """True for what a report strives for beyond what it promises (确保7%、力争8%)."""
        return _STRIVEN.search(self.stated.around.clause) is not None


@dataclass(frozen=True, slots=True)
class Chosen:
    """Points by place, year and kind, and what was left out."""

    points: tuple[Point, ...]
    left_out: tuple[LeftOut, ...]


def chosen(candidates: Sequence[Candidate], scale: Scale) -> Chosen:
    """One point for each place, year and kind of which some figure on this scale stands."""
    in_rows = frozenset(_in_rows(candidates))
    standing, left = [], []
    for candidate in candidates:
        reason = _against(candidate, scale, in_rows)
        if reason is None:
            standing.append(candidate)
        else:
            left.append(LeftOut(candidate.figure, reason, candidate.stated.report_year))
    wanted = usual(candidate.amount for candidate in standing)
    cells: dict[tuple[PlacePath, int, FigureKind], list[Candidate]] = defaultdict(list)
    for candidate in standing:
        figure = candidate.figure
        if candidate.amount in (None, wanted) and figure.year is not None:
            cells[figure.places, figure.year, figure.kind].append(candidate)
        else:
            left.append(LeftOut(figure, Reason.OTHER_AMOUNT, candidate.stated.report_year))
    return Chosen(tuple(_point(cell, found) for cell, found in cells.items()), tuple(left))


def _against(candidate: Candidate, scale: Scale, in_rows: frozenset[tuple[str, Span]]) -> Reason | None:
    figure = candidate.figure
    reason = against(candidate.stated)
    if reason is None and scale_of(figure) != scale:
        return Reason.OTHER_UNIT
    if reason is None and (figure.doc, figure.span) in in_rows:
        return Reason.LISTED
    return reason


def _point(cell: tuple[PlacePath, int, FigureKind], found: Sequence[Candidate]) -> Point:
    places, year, kind = cell
    ranked = sorted(found, key=_rank)
    best = ranked[0]
    others = _differing(best.figure, ranked[1:])
    return Point(
        places,
        year,
        kind,
        best.figure,
        best.stated.report_year,
        otherwise=tuple(c.figure for c in others if not c.striven),
        ambitions=tuple(c.figure for c in others if c.striven),
    )


def _rank(candidate: Candidate) -> tuple[bool, int, bool, bool, bool, bool, str, int]:
    figure, stated = candidate.figure, candidate.stated
    return (
        candidate.document_place != figure.places[-1],
        _years_off(figure, stated.report_year),
        candidate.striven,
        figure.kind is FigureKind.TARGET and not is_dated(stated.around),
        inherited(stated),
        figure.bound in _AT_LEAST,
        figure.doc,
        figure.span.start,
    )


def _years_off(figure: Figure, report_year: int | None) -> int:
    """How far the report is from the one that has to state the figure: of the year a target, of the next a result."""
    if report_year is None or figure.year is None:
        return NOT_SAID
    return abs(report_year - figure.year - (1 if figure.kind is FigureKind.RESULT else 0))


def _differing(figure: Figure, others: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The candidates that state another amount, one of each amount."""
    found: list[Candidate] = []
    for other in others:
        if not any(same_amount(known, other.figure) for known in (figure, *(c.figure for c in found))):
            found.append(other)
    return tuple(found)


def same_amount(left: Figure, right: Figure) -> bool:
    """True where two figures say the same, one of them perhaps less exactly (6.27亿元, 6.3亿元, 超6亿元)."""
    if left.value is None or right.value is None or (left.value_high is None) is not (right.value_high is None):
        return False
    pairs = [(left.value, right.value)]
    if left.value_high is not None and right.value_high is not None:
        pairs.append((left.value_high, right.value_high))
    return all(_rounded_alike(a, left, b, right) for a, b in pairs) or _is_floor(left, right) or _is_floor(right, left)


def _is_floor(least: Figure, other: Figure) -> bool:
    """True for 突破8000公里 beside 8184公里."""
    if least.bound not in _AT_LEAST or other.bound is not Bound.EXACT or least.value is None or other.value is None:
        return False
    floor, amount = signed(least, least.value), signed(other, other.value)
    return 0 < floor <= amount <= floor * WELL_ABOVE


def _rounded_alike(a: Decimal, left: Figure, b: Decimal, right: Figure) -> bool:
    amounts = signed(left, a), signed(right, b)
    if amounts[0] == amounts[1]:
        return True
    step = max(_step(a, left.unit), _step(b, right.unit))
    return len({(amount / step).quantize(Decimal(1), ROUND_HALF_UP) for amount in amounts}) == 1


def _step(value: Decimal, unit: str | None) -> Decimal:
    """What the last decimal place of a value is worth in the first unit of its dimension; whole numbers are exact."""
    exponent = value.as_tuple().exponent
    places = min(exponent, 0) if isinstance(exponent, int) else 0
    return comparable(Decimal(1).scaleb(places), unit)[1]


def _in_rows(candidates: Sequence[Candidate]) -> Iterable[tuple[str, Span]]:
    """Figures that stand in a row with another of the same indicator and cell: which is of what cannot be told."""
    cells = Counter((c.figure.doc, c.figure.indicator, c.figure.year, c.figure.kind) for c in candidates)
    ordered = sorted(candidates, key=lambda c: (c.figure.doc, c.figure.span))
    for left, right in pairwise(ordered):
        a, b = left.figure, right.figure
        cell = (b.doc, b.indicator, b.year, b.kind)
        same = cell == (a.doc, a.indicator, a.year, a.kind) and a.measure is b.measure and cells[cell] > 1
        if same and right.gap is not None and _IN_A_ROW.fullmatch(right.gap) and scale_of(a) == scale_of(b):
            yield a.doc, a.span
            yield b.doc, b.span
