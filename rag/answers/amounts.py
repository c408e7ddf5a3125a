"""Which quantities of a sentence can be the amount that was asked for.

In: a clean sentence with where it speaks of what was asked, and what the answer must hold. Out: the quantities that
have a fitting unit and belong to what was asked; dates, ordinals, names and the like are none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.answers.clauses import clauses
from rag.answers.matching import Match, Spoken
from rag.answers.question import Wanted
from rag.answers.tense import Standing
from rag.figures.exclusions import Setting, excluded
from rag.figures.quantities import quantities
from rag.figures.quantity import Quantity
from rag.records import Figure, Measure

_LAID_OUT = re.compile(
    r"(?:计划|预计|累计|全年|今年|共|总|将|拟|完成|再)*(?:投资|投入|安排|筹措|筹集|争取|整合|落实|拿出)"
)
_RATES = ("%", "‰", "个百分点", "百分点", "倍", "番")


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity that can be what was asked for, with what it is and the years that it may be for.

    `figure` is its record, where there is one, and `named` the share of the subject that the record's indicator names.
    """

    quantity: Quantity
    standing: Standing
    figure: Figure | None
    named: float


@lru_cache(maxsize=16384)
def proper(sentence: str) -> tuple[Quantity, ...]:
    """The quantities of a sentence that say how much: no dates, ordinals, names and the like."""
    return tuple(quantity for quantity in quantities(sentence) if not _is_none(sentence, quantity))


def fits(wanted: Wanted, unit: str | None, figure: Figure | None) -> bool:
    """True where a unit is one that was asked for, or the record tells of a change where a change was asked for."""
    changed = figure is not None and figure.measure is not Measure.LEVEL
    return _fits(wanted, unit or "") or (wanted.percent and changed)


def is_for(said: Standing, years: Collection[int]) -> bool:
    """True where a statement may be for one of these years, or nothing says for which it is; any, where none are asked."""
    return not years or not said.years or not said.years.isdisjoint(years)


def _fits(wanted: Wanted, unit: str) -> bool:
    """True where the unit is one that was asked for; a bare 1000万 may count anything."""
    rate = unit.startswith(_RATES)
    if wanted.percent:
        return rate
    plain = unit.lstrip("十百千万亿")
    if not wanted.units or (unit and not plain):
        return bool(unit)
    return plain.startswith(wanted.units) or (rate and wanted.rates)


def _is_none(text: str, quantity: Quantity) -> bool:
    """True for dates, ordinals, names and the like; a starting value can be what was asked for."""
    if quantity.masked:
        return False
    setting = Setting(quantity, text, text[: quantity.start], text[quantity.stop :])
    return excluded(setting) not in (None, "starting value")


def belongs(asked: Sequence[Match], text: Spoken, quantity: Quantity) -> bool:
    """True where what was asked about stands before the quantity with no other concept between, or behind it in its clause,
    or in the next clause after money that is laid out (投资3亿元，推进河道治理)."""
    last = max((m.stop for m in asked if m.stop <= quantity.stop), default=None)
    if last is not None:
        return not any(last <= c.start and c.stop <= quantity.number_start for c in text.concepts)
    parts = clauses(text.text)
    at = next(i for i, c in enumerate(parts) if c.start <= quantity.start < c.stop)
    laid_out = _LAID_OUT.match(text.text, parts[at].start) is not None
    reach = parts[min(at + laid_out, len(parts) - 1)].stop
    return any(m.start < reach for m in asked)
