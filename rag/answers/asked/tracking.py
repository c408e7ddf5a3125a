"""Two years of one target: when it was set, and when it is told what became of it.

In: a reading that tracks a target. Out: the ways to understand its two years, each as the year that the target is for and
the year that the result is for; None where it names no such two. A target set in the report of a year is for that year
unless it says otherwise, and the report of the year after tells what became of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.answers.asked.question import Reading

_LISTED = re.compile(r"\d年?度?[、和与跟及,，到至\-—~～]+(?:19|20)?\d\d")


@dataclass(frozen=True, slots=True)
class TrackYear:
    """The year that a target or a result is for; `reports` are those of the reports to look in, any where empty."""

    year: int
    reports: tuple[int, ...] = ()


# 2025年的目标比2024年实际增速高吗: which side of the reports a year is followed by
_GOAL = re.compile(r"目标|计划|预期|安排")
_REACHED = re.compile(r"实际|完成|实现|结果|达到")
_HELD_AGAINST = re.compile(r"比|较|跟|和|与|同|相差|差|[高低快慢多少大小]于|超过|不及")
_HOW_MUCH = re.compile(r"多少|几|多[高大]|什么")
_AGAINST_LAST = re.compile(
    r"(?:[比跟和与同较]|[高低快慢多少大小]于|超过|不及)(?:上一?年度?|去年|前一?年)(?:的|年度?)*(?:实际|完成|达到|实现|结果)"
)


def goal_against_earlier_result(reading: Reading) -> tuple[TrackYear, TrackYear] | None:
    """The goal of one year and the result of an earlier one that it is held against, which is no tracking; else None."""
    clean, spans = reading.question.clean, sorted(reading.years.spans)
    years = reading.years.years
    if len(years) == 1 and (last := _AGAINST_LAST.search(clean)) and _GOAL.search(clean[: last.start()]):
        return TrackYear(years[0]), TrackYear(years[0] - 1)
    if len(spans) != 2 or len(set(reading.years.years)) != 2 or len(reading.places.places) > 1:
        return None
    (_, first), (second, behind) = spans
    between, after = clean[first:second], clean[behind:]
    told = dict(zip(reading.years.years, (between, after), strict=True))
    later, earlier = max(told), min(told)
    aimed = _GOAL.search(told[later]) and not _REACHED.search(told[later])
    reached = _REACHED.search(told[earlier]) and not _GOAL.search(told[earlier])
    held = _HELD_AGAINST.search(between) or _HELD_AGAINST.search(after)
    # 2025年目标多少，2024年实际多少
    held = held or (_HOW_MUCH.search(between) and _HOW_MUCH.search(after))
    return (TrackYear(later), TrackYear(earlier)) if aimed and reached and held else None


def set_and_told(reading: Reading) -> tuple[tuple[TrackYear, TrackYear], ...] | None:
    """The target's year and the result's, the likeliest way first: 2017年定的目标2018年完成了吗; of a report that is named
    the year that it sets out, 2025年报告定的目标后来实现了吗."""
    if (apart := goal_against_earlier_result(reading)) is not None:
        return (apart,)
    named = sorted({*reading.years.years, *reading.years.reports})
    if len(named) == 1 and reading.years.reports and len(reading.places.places) <= 1 and not reading.places.documents:
        # what came of a goal is told in another report than the one that set it
        return ((TrackYear(named[0], reading.years.reports), TrackYear(named[0])),)
    if len(named) != 2 or len(reading.places.places) > 1 or _is_list(reading):
        return None
    first, last = named
    own = (TrackYear(first), TrackYear(first))
    if last in reading.years.reports:
        return ((TrackYear(first), TrackYear(first, (last,))), own)
    later = (TrackYear(last, (first,)), TrackYear(last))
    # a target for the later year may as well stand in that year's own report
    restated = (TrackYear(last), TrackYear(last))
    if last == first + 1:
        return (own, later)
    return (later, own, restated)


def _is_list(reading: Reading) -> bool:
    """True for 2023年、2024年的目标, each of which is tracked by itself."""
    return any(
        _LISTED.search(reading.question.clean[max(0, start - 2) : stop + 6]) is not None
        for start, stop in reading.years.spans
    )
