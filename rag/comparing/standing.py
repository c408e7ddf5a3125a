"""Whether a figure says what its indicator comes to for its whole place in its one year.

In: a figure, the words around it, and the year of its report. Out: the reason why it does not, None where it does.
The rules are an ordered table; each names what the reports do.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from rag.comparing.rows import Reason
from rag.comparing.surroundings import Surroundings
from rag.comparing.times import YEAR, time_of
from rag.figures.lexicon import lexicon
from rag.records import Figure, FigureKind


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure with what it stands in; `report_year` None where the document does not say."""

    figure: Figure
    around: Surroundings
    report_year: int | None


def _late_target(stated: Stated) -> bool:
    """A goal of a year that was over when the report was given: it is looked back on, or the year is not its own."""
    year, report = stated.figure.year, stated.report_year
    return stated.figure.kind is FigureKind.TARGET and None not in (year, report) and (report or 0) > (year or 0)


def _early_result(stated: Stated) -> bool:
    """A result of a year that was not over when the report was given: progress, or the year is not its own."""
    year, report = stated.figure.year, stated.report_year
    return stated.figure.kind is FigureKind.RESULT and None not in (year, report) and (report or 0) <= (year or 0)


# 旗县经济总量: of each of the places inside
_PARTS = re.compile(r"(?:各|全部|所有|其他)?[县市区旗盟州镇乡]{2}(?![场级])|[县镇村]域")
# 生产总值【超200亿元】县（区）达26个
_DEFINED = re.compile(r"的?(?:[县市区旗镇乡村](?![场域级])|企业|城市|园区|单位|家庭|项目)")


def _of_parts(stated: Stated) -> bool:
    return _PARTS.match(stated.figure.indicator) is not None


def _defines(stated: Stated) -> bool:
    return _DEFINED.match(stated.around.after) is not None


# what a clause says without a subject of its own: 按可比口径比上年增长
_FUNCTION = re.compile(
    rf"(?:同口径|(?:按|扣除)?可比(?:价格?|口径)?|按?不变价格?|现价|价格因素|比上年|比去年|较上年|实际|名义|计划|增速|左右|可以"
    rf"|{YEAR}年|{lexicon().level.pattern}|{lexicon().increase.pattern}|{lexicon().decrease.pattern}"
    rf"|{lexicon().adverb.pattern}|[\d.%年月的比与同较由又将拟])"
)
_HAN = re.compile(r"[一-龥]")


def inherited(stated: Stated) -> bool:
    """True where the clause does not name the indicator itself."""
    tail = stated.figure.indicator[-2:]
    return tail not in stated.around.clause


def _other_subject(stated: Stated) -> bool:
    """The clause has a subject of its own, which shares nothing with the indicator (出口首次【突破2万亿元】)."""
    if not inherited(stated) or "分别" in stated.around.clause:
        return False
    own = "".join(_HAN.findall(_FUNCTION.sub(" ", stated.around.clause)))
    named = stated.figure.indicator + (stated.figure.concept or "")
    return len(own) >= 2 and not any(own[at : at + 2] in named for at in range(len(own) - 1))


_RULES: tuple[tuple[Reason, Callable[[Stated], bool]], ...] = (
    (Reason.MASKED, lambda stated: stated.figure.value is None),
    (Reason.NO_YEAR, lambda stated: stated.figure.year is None),
    (Reason.NO_PLACE, lambda stated: not stated.figure.places),
    (Reason.LATE_TARGET, _late_target),
    (Reason.EARLY_RESULT, _early_result),
    (Reason.PART_OF_PLACE, _of_parts),
    (Reason.DEFINES, _defines),
    (Reason.OTHER_SUBJECT, _other_subject),
)


def against(stated: Stated) -> Reason | None:
    """The first reason not to take a figure for what its place comes to in its year; None where there is none."""
    found = next((reason for reason, holds in _RULES if holds(stated)), None)
    return found or time_of(stated.figure, stated.around)
