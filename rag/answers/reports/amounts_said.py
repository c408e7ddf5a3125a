"""Amounts in words for the user, and the differences between them.

In: figures. Out: a figure's own words with the qualifier that the sentence gives it from afar, and differences in the
unit of the first figure, with the numbers that were worked out and so stand in no quote.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from rag.figures.units import comparable, count_alike, unit
from rag.records import Bound, Figure

_QUALIFIED = re.compile(r"[^\d.,，%％‰]")
_AFTER = {Bound.AT_LEAST: "以上", Bound.AT_MOST: "以内", Bound.ABOUT: "左右"}
_BREAKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Difference:
    """How far one amount lies above another (below, where `amount` is negative), in words and as a number."""

    amount: Decimal
    text: str
    number: str


def said(figure: Figure) -> str:
    """5%以内 for the 5% of 分别控制在5%和3%以内; else the words as they stand."""
    text = _BREAKS.sub("", figure.text)
    own = text.removesuffix(figure.unit or "")
    return text if _QUALIFIED.search(own) else text + _AFTER.get(figure.bound, "")


def dimension(figure: Figure) -> str | None:
    """What the unit of a figure measures; None where the number is blanked out."""
    return None if figure.value is None else comparable(figure.value, figure.unit)[0]


def measured_alike(figure: Figure, other: Figure) -> bool:
    """True for two amounts that compare: of one dimension, or things counted in words for one another (部, 台)."""
    same = dimension(figure) == dimension(other)
    return dimension(figure) is not None and (same or count_alike(figure.unit, other.unit))


def amount(figure: Figure) -> Decimal:
    """The value in the first unit of its dimension; the lower end of a range. The figure is not masked."""
    assert figure.value is not None
    return comparable(figure.value, figure.unit)[1]


def upper(figure: Figure) -> Decimal:
    """The upper end of a range in the first unit of its dimension; the amount itself, where it is none."""
    return amount(figure) if figure.value_high is None else comparable(figure.value_high, figure.unit)[1]


def difference(figure: Figure, other: Figure) -> Difference | None:
    """How far `figure` lies above `other`, in the unit of `figure`; None where they do not compare."""
    if figure.value is None or other.value is None or not measured_alike(figure, other):
        return None
    known = unit(figure.unit)
    apart = (amount(figure) - amount(other)) / (known.factor if known else Decimal(1))
    number = plain(abs(apart))
    return Difference(apart, f"{number}{_unit_of_difference(figure.unit)}", number)


def plain(value: Decimal) -> str:
    """A decimal without exponent and closing zeros: 2.9, 1200."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _unit_of_difference(name: str | None) -> str:
    return "个百分点" if name == "%" else name or ""
