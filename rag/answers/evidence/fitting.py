"""Whether a number is of the sort that was asked for.

In: what an answer must hold, a unit and the record of the number, where there is one. Out: whether it can be the answer, and
how well its sort is the one asked for.
"""

from __future__ import annotations

import re

from rag.answers.asked.wanted import Wanted
from rag.records import Figure, Measure

RATE, SHARE, AGAINST, STEP, OTHERWISE = 0.97, 0.85, 0.6, 0.9, 0.9
_SHARE = re.compile(r"占|比重|比例|之比")
_AGAINST = re.compile(r"[高低快慢多少大小]于|高出|超出|领先")
_MOVING = re.compile(r"[涨增降]幅|增速|增长|速度|失业率")
_RATES = ("%", "‰", "个百分点", "百分点", "倍", "番")


def fits(wanted: Wanted, unit: str | None, figure: Figure | None) -> bool:
    """True where a unit is one that was asked for, or the record tells of a change where a change was asked for."""
    changed = figure is not None and figure.measure is not Measure.LEVEL
    return _fits(wanted, unit or "") or (wanted.percent and changed)


def apt(wanted: Wanted, unit: str | None, figure: Figure | None) -> float:
    """Less than 1 for a rate where an amount was asked for, for things counted by another word (3个 for 多少只), for a share (研发投入占生产总值比重) where no share was, for a
    level where a change was and the other way round (提高3个百分点), and for how far one thing lies above another
    (高于全国0.4个百分点)."""
    if figure is None:
        return 1.0
    if not wanted.against and _AGAINST.search(figure.indicator):
        return AGAINST
    of_a_whole = _SHARE.search(figure.indicator) is not None
    level = figure.measure is Measure.LEVEL
    rate_of_change = not level or _MOVING.search(figure.indicator) is not None
    still_for_pace = wanted.percent and wanted.pace and not rate_of_change
    moves_for_share = wanted.share and not wanted.change and not (of_a_whole or level)
    if still_for_pace or moves_for_share:
        return AGAINST
    share = not wanted.share and of_a_whole
    still = wanted.change and figure.measure is Measure.LEVEL and _MOVING.search(figure.indicator) is None
    moving = wanted.share and figure.measure is not Measure.LEVEL
    step = not wanted.change and figure.measure is not Measure.LEVEL and not (unit or "").startswith(("%", "倍", "番"))
    rate = bool(wanted.units) and not wanted.percent and (unit or "").startswith(_RATES)
    otherwise = bool(wanted.counted) and not (unit or "").lstrip("十百千万亿").startswith((*wanted.counted, *_RATES))
    return (
        (SHARE if share or still or moving else STEP if step else 1.0)
        * (RATE if rate and _units_are_amounts(wanted) else 1.0)
        * (OTHERWISE if otherwise else 1.0)
    )


def _fits(wanted: Wanted, unit: str) -> bool:
    """True where the unit is one that was asked for; a bare 1000万 may count anything."""
    rate = unit.startswith(_RATES)
    if wanted.percent:
        return rate
    plain = unit.lstrip("十百千万亿")
    if not wanted.units:
        return bool(unit) and (wanted.rates or not rate)
    if unit and not plain:
        return True
    return plain.startswith(wanted.units) or (rate and wanted.rates)


def _units_are_amounts(wanted: Wanted) -> bool:
    return not any(unit.startswith(_RATES) for unit in wanted.units)
