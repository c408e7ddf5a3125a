"""Years in a question.

In: the clean question and the newest report year in scope. Out: the years that the answer is for, the years of the
reports that the question names (2021年政府工作报告), plan periods in words, and where all of that stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from rag.figures.numbers import numeral

FIRST, LAST = 1949, 2099

_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
# the last year of each five-year plan: the third ended in 1970, every later one five years after the one before
_PLAN_NUMBERS = {"六": 6, "七": 7, "八": 8, "九": 9, "十": 10} | {
    f"十{digit}": 10 + number for number, digit in enumerate("一二三四五六七八九", start=1)
}
_RELATIVE = {"大前年": -3, "前年": -2, "去年": -1, "上年": -1, "今年": 0, "本年度": 0, "本年": 0, "明年": 1}

_YEAR = r"(?:19|20)\d\d"
_SHORT = r"(?<![\d.])\d\d(?=年)(?!年(?:来|间|以来|期|内|后|前|代))"
_SPOKEN = r"[一二][〇零○一二三四五六七八九]{3}(?=年)"
_REPORT_AFTER = (
    r"(?=年?(?:[一二三]?月)?(?:\d{1,2}月)?(?:[^，,。？?、]{0,10}?)(?:(?<!农)(?:工作报告|作报告|公作报告)|报告(?=里|中|上|提|说|讲|把|的主要|主要)|两会|人代会)"
    r"|年(?:度|的)?报告(?:[)）\]，,。；;：:]|$))"
)

_RANGE = re.compile(
    rf"(?<!\d)(?P<first>{_YEAR})年?(?:到|至|[-—–~～]{{1,2}})(?P<last>{_YEAR}(?=[年这那各间期，,、。？?！!)）\s的里]|$)|\d\d(?=年))年?"
)
_SINCE = re.compile(rf"(?<!\d)(?P<first>{_YEAR})年?(?:以来|至今|到现在)")
_LATELY = re.compile(
    r"(?:最近|近|过去|这)(?:[两二三四五六七八九十]{1,2}|几|\d{1,2})年(?!来?(?:年均|平均|累计))(?:来|间|里)?"
)
_LISTED = re.compile(rf"(?:{_YEAR}年?[、和与跟及,，]){{1,8}}{_YEAR}年?")
_REPORT = re.compile(rf"(?:{_YEAR}|{_SHORT}){_REPORT_AFTER}年?(?:\d{{1,2}}月)?")
_ONE = re.compile(rf"(?:(?<!\d)(?:{_YEAR})(?!\d)(?![亿万亩吨元个户人公米])|{_SHORT}|{_SPOKEN})(?:年度|年末|年底|年)?")
_PLAN = re.compile(
    r"(?<!第)[“\"]?(?P<number>十[一二三四五六七八九]?|[六七八九])五(?![届次名个条项件位万亿年])[”\"]?(?P<part>末|规划|时期|期间|开局之年|收官之年)?"
)
_RECENT = re.compile(r"(?:最近|近|过去)(?P<count>[两二三四五六]|\d)年(?!来?(?:年均|平均|累计))(?![（(]\d{4})来?")
# 相当于1949年的几倍 asks for no other year
_MULTIPLE = re.compile(rf"(?:相当于|等于|是|为)(?:{_YEAR}|{_SHORT}|{_SPOKEN})年(?=的?(?:几|多少)倍)")
# 2023年全镇工作会议上说今年要…
_OCCASION = re.compile(
    r"年?[^，,。；;？?！!]{0,14}(?:会议|大会|会上|讲话|访谈|专访|采访|发言|报告|方案|要点|通知|意见|文件)"
)
# 比上年增加多少 asks for no other year
_BASE = "比较同与跟按为"
_WORD = re.compile(f"(?<![{_BASE}])(?:{'|'.join(sorted(_RELATIVE, key=len, reverse=True))})")


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


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    stop: int
    years: tuple[int, ...] = ()
    reports: tuple[int, ...] = ()
    plan: str | None = None
    since: int | None = None


_Reader = Callable[[re.Match[str], int | None], _Found | None]


def asked_years(clean: str, newest: int | None) -> AskedYears:
    """Read the years of a question; 去年 and 今年 count from the report or meeting that the question names with its year, else
    from `newest`, and stay unread where that is None."""
    taken = _found(clean, newest)
    told = [f for f in taken if f.reports or (len(f.years) == 1 and _OCCASION.match(clean, f.stop))]
    if len(told) == 1 and _WORD.search(clean):
        (year,) = told[0].reports or told[0].years
        taken = [replace(f, years=()) if f.start == told[0].start else f for f in _found(clean, year)]
    shift = _SHIFT.search(clean)
    return AskedYears(
        years=_once(year for f in taken for year in f.years),
        reports=_once(year for f in taken for year in f.reports),
        plan=next((f.plan for f in taken if f.plan), None),
        spans=(*((f.start, f.stop) for f in taken), *((shift.span(),) if shift else ())),
        shift=None if shift is None else -1 if shift["back"] else 1,
        since=next((f.since for f in taken if f.since is not None), None),
    )


def _found(clean: str, newest: int | None) -> list[_Found]:
    """What each rule reads, in the order of the question; where two readings overlap, the one of the earlier rule."""
    taken: list[_Found] = []
    for pattern, reader in _RULES:
        for match in pattern.finditer(clean):
            if any(match.start() < f.stop and f.start < match.end() for f in taken):
                continue
            if (found := reader(match, newest)) is not None:
                taken.append(found)
    return sorted(taken, key=lambda f: f.start)


def full_year(digits: str) -> int | None:
    """2015 for "2015", "15" and "二〇一五"; None where that is no year of the reports."""
    plain = digits.translate(_DIGITS)
    if not plain.isdigit():
        return None
    year = int(plain)
    if len(plain) == 2:
        year += 1900 if year >= 49 else 2000
    return year if FIRST <= year <= LAST else None


def plan_end(number: str) -> int | None:
    """The last year of a five-year plan: 2025 for 十四."""
    plan = _PLAN_NUMBERS.get(number)
    return None if plan is None else 1955 + 5 * plan


def _base(match: re.Match[str], _: int | None) -> _Found | None:
    return _Found(match.start(), match.end())


def _range(match: re.Match[str], _: int | None) -> _Found | None:
    first, last = full_year(match["first"]), full_year(match["last"])
    if first is None or last is None or not first <= last <= first + 20:
        return None
    return _Found(match.start(), match.end(), years=tuple(range(first, last + 1)))


def _since(match: re.Match[str], _: int | None) -> _Found | None:
    first = full_year(match["first"])
    return None if first is None else _Found(match.start(), match.end(), years=(first,), since=first)


def _lately(match: re.Match[str], _: int | None) -> _Found | None:
    return _Found(match.start(), match.end())


def _listed(match: re.Match[str], _: int | None) -> _Found | None:
    years = tuple(int(year) for year in re.findall(_YEAR, match[0]))
    return _Found(match.start(), match.end(), years=years)


def _report(match: re.Match[str], _: int | None) -> _Found | None:
    year = full_year(match[0].partition("年")[0])
    return None if year is None else _Found(match.start(), match.end(), reports=(year,))


def _one(match: re.Match[str], _: int | None) -> _Found | None:
    year = full_year(match[0].partition("年")[0])
    return None if year is None else _Found(match.start(), match.end(), years=(year,))


def _plan(match: re.Match[str], _: int | None) -> _Found | None:
    end = plan_end(match["number"])
    if end is None:
        return None
    first = match["part"] == "开局之年"
    return _Found(match.start(), match.end(), years=(end - 4 if first else end,), plan=match["number"] + "五")


def _recent(match: re.Match[str], newest: int | None) -> _Found | None:
    count = numeral(match["count"])
    if newest is None or count is None:
        return None
    return _Found(match.start(), match.end(), years=tuple(range(newest - int(count) + 1, newest + 1)))


def _word(match: re.Match[str], newest: int | None) -> _Found | None:
    if newest is None:
        return None
    return _Found(match.start(), match.end(), years=(newest + _RELATIVE[match[0]],))


_RULES: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_MULTIPLE, _base),  # 相当于1949年的几倍
    (_RANGE, _range),  # 2012到2014年
    (_LISTED, _listed),  # 2012、2013、2014这三年
    (_REPORT, _report),  # 2021年国务院政府工作报告
    (_PLAN, _plan),  # “十四五”末
    (_SINCE, _since),  # 2012年以来
    (_ONE, _one),  # 2024年、15年、二〇二四年
    (_RECENT, _recent),  # 近三年
    (_LATELY, _lately),  # 2012到2021这十年
    (_WORD, _word),  # 去年
)

_SHIFT = re.compile(
    r"(?:再)?(?:(?P<back>往前推?一年|[上前头]一年)|(?P<forward>往后推?一年|[下后隔转]一年|第二年|[次转隔翌]年(?!轻)))"
)


def _once(years: Iterator[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(years))
