"""Which look-ups a question comes down to.

In: a `Reading`. Out: its `Part`s, each about at most one place, one year and one side of the reports, with the words
that introduce what is found. A plain question is one part without an introduction; a comparison has one for each
place and year, keeping track of a target has one for the target and one for the result.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rag.answers.asked.question import Aim, Reading
from rag.answers.asked.table import Asks, Over, TableAsk
from rag.answers.asked.tracking import TrackYear, set_and_told
from rag.answers.asked.wanted import Wanted
from rag.answers.asked.years import AskedYears, as_end_of_a_plan
from rag.answers.words.term import Term
from rag.places import NATION
from rag.records import QuestionKind

MOST_PARTS = 12
# of as many places or years as these the highest is read from a table, which says what it rests on
FEWEST = 3
# 几样作物里, 三个村, 这些指标中: only a few things that are named together
_AMONG = re.compile(
    r"[里中](?:面|头|间)?[，,、：:]?(?:哪|什么|谁|最|数)|[里中](?:面|头|间)?[，,]|几[样种类项块个]|哪一?[样种类]|这些|[两三四五六七八九十\d][样种类项块个次大](?!百分)"
)
_WHOSE = re.compile(
    r"(?:哪一?[个家座]|最[高低大小多少快慢]的)(?P<whose>村|社区|屯|街道|镇|乡|园区|企业|公司|单位|部门|学校|医院)"
)
TOTAL = re.compile(r"(?:一共|总共|共计|拢共|合起来|合在一起|加起来|合计)")
# 三年累计, 三年一共
_OF_YEARS = re.compile(rf"{TOTAL.pattern}|累计")
# a sum of what is listed is stated beside it
_OF_ALL = (Asks.SUM, Asks.MEAN, Asks.MEDIAN)
_OF_A_LIST = (Asks.HIGHEST, Asks.LOWEST, Asks.SPREAD, Asks.MEAN)
_SIDES = {Aim.TARGET: "目标", Aim.RESULT: "结果"}


@dataclass(frozen=True, slots=True)
class Part:
    """One look-up; `label` introduces its answer, empty where there is but one."""

    label: str
    reading: Reading


def parts(reading: Reading) -> tuple[Part, ...]:
    """The look-ups of a question in the order of the question; at most MOST_PARTS."""
    return ways(reading)[0]


def ways(reading: Reading) -> tuple[tuple[Part, ...], ...]:
    """The ways in which a question can be looked up, the likeliest first."""
    if reading.members:
        return (_parts(reading), _parts(replace(reading, members=())))
    track = set_and_told(reading) if reading.question.kind is QuestionKind.TRACK else None
    if track is None:
        planned = as_end_of_a_plan(reading.years, reading.question.clean)
        later = (_parts(replace(reading, years=planned)),) if planned is not None else ()
        return (_parts(reading), *later)
    return tuple(tuple(_of_track(reading, way)) for way in track)


def _parts(reading: Reading) -> tuple[Part, ...]:
    tracked = reading.question.kind is QuestionKind.TRACK
    places = reading.places.places or (None,)
    times = _times(reading)
    subjects = _subjects(reading) if tracked else _members(reading)
    aims = (Aim.TARGET, Aim.RESULT) if tracked else (reading.aim,)
    found = []
    for place, (when, years), (subject, terms), side_asked in itertools.islice(
        itertools.product(places, times, subjects, aims), MOST_PARTS
    ):
        aim = side_asked if tracked else _aim_of(years, reading)
        spoken = "" if place is None else "国务院" if place.name == NATION else place.name
        side = _SIDES.get(aim, "") if tracked else ""
        label = "".join((spoken if len(places) > 1 else "", when if len(times) > 1 else "", subject, side))
        wanted = _wanted(reading, several=len(subjects) > 1)
        one = replace(reading.about(place, None), years=years, terms=terms, wanted=wanted)
        found.append(Part(label, _aimed(one, aim, tracked)))
    return tuple(found)


def _aim_of(years: AskedYears, reading: Reading) -> Aim:
    """The side asked about of one of several years: 2024年增速和2025年目标 asks for the goal of the later one alone."""
    said = list(_YEAR_NAMED.finditer(reading.question.clean))
    if reading.aim is not Aim.TARGET or len(reading.years.years) < 2 or len(said) != len(reading.years.years):
        return reading.aim
    clean = reading.question.clean
    at = next((i for i, m in enumerate(said) if int(m[1]) == years.years[0]), len(said) - 1)
    stop = said[at + 1].start() if at + 1 < len(said) else len(clean)
    own = _JOINING.sub("", clean[said[at].end() : stop])
    return Aim.EITHER if _SAYS_WHAT.search(own) and _GOAL.search(clean[:stop]) is None else reading.aim


# behind a year, what is asked of it and no more than a joining word: 2024年和2025年目标 asks for two goals
_YEAR_NAMED = re.compile(r"((?:19|20)\d\d)年")
_JOINING = re.compile("提出|提到|制定|设定|定下|以及|报告|[里中的定设和与及跟同]")
_SAYS_WHAT = re.compile(r"[\u4e00-\u9fff]{2}")
_GOAL = re.compile("目标|计划|任务|指标|预期|打算|预计|要求|安排")


def _times(reading: Reading) -> tuple[tuple[str, AskedYears], ...]:
    """The years that a question asks about, each by itself, under the words for it; else the reports that it names."""
    years = reading.years
    if years.years:
        return tuple((f"{year}年", replace(years, years=(year,))) for year in years.years)
    if len(years.reports) > 1:
        return tuple((f"{year}年的报告", replace(years, reports=(year,))) for year in years.reports)
    return (("", years),)


def _members(reading: Reading) -> tuple[tuple[str, tuple[Term, ...]], ...]:
    """What is set side by side, each by itself; the whole subject where nothing is."""
    return tuple((member.label, member.terms) for member in reading.members) or (("", reading.terms),)


def _subjects(reading: Reading) -> tuple[tuple[str, tuple[Term, ...]], ...]:
    """The indicators whose targets are to be tracked, each by itself with what else is said of them."""
    # 物价（CPI） is one: what stands in brackets says it again
    concepts = [term for term in reading.terms if term.concept is not None and term.need]
    if len(concepts) < 2:
        return (("", reading.terms),)
    others = tuple(term for term in reading.terms if term.concept is None)
    return tuple((term.text, (term, *others)) for term in concepts)


def _of_track(reading: Reading, way: tuple[TrackYear, TrackYear]) -> Iterator[Part]:
    """The target of one year and the result of one, under labels that say which year each is for."""
    subjects = _subjects(reading)
    wanted = _wanted(reading, several=len(subjects) > 1)
    for (subject, terms), (aim, of) in itertools.product(subjects, zip((Aim.TARGET, Aim.RESULT), way, strict=True)):
        years = replace(reading.years, years=(of.year,), reports=of.reports)
        about = replace(reading.about(reading.place, None), years=years, terms=terms, wanted=wanted)
        yield Part(f"{of.year}年{subject}{_SIDES[aim]}", _aimed(about, aim, tracked=True))


def _wanted(reading: Reading, several: bool) -> Wanted:
    """What each of several indicators is measured in, the question does not say."""
    return replace(reading.wanted, units=(), rates=True, percent=False, parts=1) if several else reading.wanted


def _aimed(reading: Reading, aim: Aim, tracked: bool) -> Reading:
    """A reading of one side; the number that a goal is named by is not that of its result: 7%左右的目标实现了吗."""
    terms = tuple(t for t in reading.terms if not t.text[0].isdigit()) if tracked else reading.terms
    return replace(reading, aim=aim, terms=terms or reading.terms)


def over_many(reading: Reading) -> TableAsk | None:
    """The table that is asked for: over places or years that the question does not name one by one (哪个省最高, 历年), or over
    those that it names, of which the highest, the sum or the like is wanted."""
    ask, places, years = reading.table, reading.places.places, reading.years
    each_tracked = ask is not None and ask.asks is Asks.ROWS and reading.question.kind is QuestionKind.TRACK
    if each_tracked or (len(places) > 1 and reading.members):
        return None
    if len(places) > 1:
        return _over_places(reading, ask) if len(years.years) < 2 else None
    if ask is None:
        total = _OF_YEARS.search(reading.question.clean) and reading.wanted.number and len(years.years) >= FEWEST
        return TableAsk(Over.YEARS, Asks.SUM, explicit=False) if total and not reading.members else None
    if reading.members and not ask.explicit:
        return None
    if ask.over is Over.YEARS or (not ask.explicit and len(years.years) >= FEWEST):
        few = len(years.years) < FEWEST if years.years and years.since is None else False
        # a few years that are named are told one by one
        listed = ask.asks is Asks.ROWS and 0 < len(years.years) <= MOST_PARTS
        return None if few or listed else replace(ask, over=Over.YEARS)
    alone = ask.explicit or (not places and ask.asks not in _OF_ALL)
    return ask if alone else None


def over_listed(reading: Reading) -> TableAsk | None:
    """The highest or lowest that is asked for of what a report lists by itself (几样作物里哪样最多)."""
    ask = reading.table
    if ask is None or ask.explicit or ask.asks not in _OF_A_LIST or reading.members:
        return None
    if len(reading.places.places) > 1 or len(reading.years.years) > 1:
        return None
    clean = reading.question.clean
    return replace(ask, total=TOTAL.search(clean) is not None) if _AMONG.search(clean) else None


def whose_most(reading: Reading) -> str | None:
    """The sort of those of which one is asked for as having most (哪个村); an answer must speak of such."""
    extreme = reading.table is not None and reading.table.asks in (Asks.HIGHEST, Asks.LOWEST)
    found = _WHOSE.search(reading.question.clean) if extreme else None
    return found["whose"] if found is not None else None


def _over_places(reading: Reading, ask: TableAsk | None) -> TableAsk | None:
    """The table over the places named; two that are only compared are looked up one by one."""
    if ask is None:
        total = TOTAL.search(reading.question.clean) and reading.wanted.number
        return TableAsk(Over.PLACES, Asks.SUM, explicit=False) if total else None
    many = len(reading.places.places) >= FEWEST and (ask.asks is not Asks.ROWS or ask.ordered)
    return ask if many or ask.asks in (*_OF_ALL, Asks.COUNT) else None
