"""Years in a question.

In: the clean question and the newest report year in scope. Out: the years that the answer is for, the years of the
reports that the question names (2021年政府工作报告), plan periods in words, and where all of that stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rag.answers.asked.year_rules import FIVE, WORD, Found, found, plan_end, plan_of
from rag.figures.numbers import numeral

# 2023年全镇工作会议上说今年要…
_OCCASION = re.compile(
    r"年?[^，,。；;？?！!]{0,14}(?:会议|大会|会上|讲话|访谈|专访|采访|发言|报告|方案|要点|通知|意见|文件)"
)
# 镇长2023年春训讲话里: the year is that of the paper, whatever its statements are for
_GIVEN = re.compile(
    r"年?[^，,。；;？?！!]{0,10}?(?:(?:会议|大会|会)(?:上的?)?(?:讲话|报道|发言)|讲话|访谈|专访)(?:稿|材料)?(?:里面|里|中|上|说|讲|提)"
    r"|年?[^，,。；;？?！!]{0,10}?(?:会议|大会|会)上?(?:讲|说|提|谈|介绍|透露|指出|强调)(?:到|过|起|了|道)"
)
_SHIFT = re.compile(
    r"(?:再)?(?:(?P<back>往前推?(?P<b1>[一二两三四五六七八九])年|(?<![比较跟与同])(?:之|此|更|再)?[上前头]一年|(?P<b2>[两二三四五六七八九])年(?:之|以)?前)"
    r"|(?P<forward>(?:往后推?|再?过|又过|隔了?|再等)(?P<f1>[一二两三四五六七八九])年|(?:之|此|再|以)?[下后隔转]一年|第二年|[次转隔翌]年(?!轻)|明年"
    r"|(?P<f2>[两二三四五六七八九])年(?:之|以)?后))"
)


@dataclass(frozen=True, slots=True)
class AskedYears:
    """The years that a question names.

    `years` are those that the answer is for, `reports` those of the reports named, `plan` the plan period in the words of
    the question (十二五). `spans` are the stretches of the question that say so; `shift` is set for 上一年 and the like,
    which count from the year asked before, and `since` for 2012年以来, which has no last year.
    """

    years: tuple[int, ...] = ()
    reports: tuple[int, ...] = ()
    plan: str | None = None
    spans: tuple[tuple[int, int], ...] = ()
    shift: int | None = None
    since: int | None = None

    @property
    def near(self) -> frozenset[int]:
        """The years of the reports in which the targets and the results of these years stand; for a plan period those of
        all its years and of the one before it."""
        told = {year + later for year in self.years for later in (0, 1)}
        return frozenset(told | (self.of_plan | {min(self.of_plan) - 1} if self.of_plan else set()))

    @property
    def of_plan(self) -> frozenset[int]:
        """The years of the plan period that the question names."""
        end = plan_end(self.plan.removesuffix("五")) if self.plan else None
        return frozenset() if end is None else frozenset(range(end - 4, end + 1))


def as_end_of_a_plan(years: AskedYears, clean: str) -> AskedYears | None:
    """到2025年 read as the end of the five-year plan that ends then, whose goals are set years before; None for any other year."""
    if len(years.years) != 1 or years.plan:
        return None
    number = plan_of(years.years[0])
    ahead = re.search(rf"到{years.years[0]}年(?:末|底)?", clean)
    return replace(years, plan=f"{number}五") if number and ahead else None


def asked_years(clean: str, newest: int | None) -> AskedYears:
    """Read the years of a question; 去年 and 今年 count from the report or meeting that the question names with its year, else
    from `newest`, and stay unread where that is None."""
    taken = [_of_occasion(f, clean) for f in found(clean, newest)]
    told = [f for f in taken if f.reports or (len(f.years) == 1 and _OCCASION.match(clean, f.stop))]
    if len(told) == 1 and (WORD.search(clean) or FIVE.search(clean)):
        (year,) = told[0].reports or told[0].years
        taken = [
            replace(_of_occasion(f, clean), years=()) if f.start == told[0].start else f for f in found(clean, year)
        ]
    shift = _SHIFT.search(clean)
    if shift and any(f.stop <= shift.start() or shift.end() <= f.start for f in taken):
        shift = None  # 2023年的报告里明年: it counts from the year beside it
    return AskedYears(
        years=_once(year for f in taken for year in f.years),
        reports=_once(year for f in taken for year in f.reports),
        plan=next((f.plan for f in taken if f.plan), None),
        spans=(*((f.start, f.stop) for f in taken), *((shift.span(),) if shift else ())),
        shift=_shifted(shift),
        since=next((f.since for f in taken if f.since is not None), None),
    )


def _shifted(shift: re.Match[str] | None) -> int | None:
    """By how many years 上一年 and 再过两年 lie off the year asked about before."""
    if shift is None:
        return None
    said = next((shift[name] for name in ("b1", "b2", "f1", "f2") if shift[name]), "一")
    years = int(numeral(said.replace("两", "二")) or 1)
    return -years if shift["back"] else years


def _of_occasion(read: Found, clean: str) -> Found:
    """A year that only says which speech or interview is meant, as the year of a report."""
    if len(read.years) != 1 or read.reports or _GIVEN.match(clean, read.stop) is None:
        return read
    return replace(read, years=(), reports=read.years)


def _once(years: Iterator[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(years))
