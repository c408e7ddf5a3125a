"""Phrases that fix a year without naming it: 今年是“十四五”开局之年 is said in 2021 and in no other year.

In: clean text. Out: the year and the words it follows from. The facts stand in data/known_years.yaml.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

# the subject: 今年 or 本年, or a bare 年 whose digits were lost
_SUBJECT = r"(?:(?P<stated>今年|本年)|(?<![\d\u4e00-\u9fff])年)是"
_REACH = r"[^。；;？?]{0,40}?"


@dataclass(frozen=True, slots=True)
class KnownYear:
    """A year worked out, and the words that give it."""

    year: int
    words: str


@dataclass(frozen=True, slots=True)
class _Facts:
    plans: dict[str, int]
    plan_years: dict[str, int]
    anniversaries: dict[str, int]
    congresses: dict[str, int]


def find_known_year(text: str) -> KnownYear | None:
    """The year that the text fixes by a fact; None where it has no such phrase or they contradict each other."""
    found = [known for find in (_by_plan, _by_anniversary, _by_congress) for known in find(text, _facts())]
    return found[0] if len({known.year for known in found}) == 1 else None


def _by_plan(text: str, facts: _Facts) -> list[KnownYear]:
    form = rf"{_SUBJECT}{_REACH}[“\"「]?(?P<plan>{_any(facts.plans)})[”\"」]?[^。，,；;]{{0,12}}?(?P<which>{_any(facts.plan_years)})"
    return [
        KnownYear(facts.plans[match["plan"]] + facts.plan_years[match["which"]], f"{match['plan']}{match['which']}")
        for match in re.finditer(form, text)
    ]


def _by_anniversary(text: str, facts: _Facts) -> list[KnownYear]:
    form = rf"{_SUBJECT}{_REACH}(?P<event>{_any(facts.anniversaries)})[^\d。，,]{{0,6}}(?P<count>\d{{1,3}})周年"
    return [
        KnownYear(facts.anniversaries[match["event"]] + int(match["count"]), f"{match['event']}{match['count']}周年")
        for match in re.finditer(form, text)
    ]


def _by_congress(text: str, facts: _Facts) -> list[KnownYear]:
    form = rf"{_SUBJECT}{_REACH}(?P<congress>{_any(facts.congresses)})精神的?(?P<which>开局之年|第一年)"
    return [
        KnownYear(facts.congresses[match["congress"]] + 1, f"{match['congress']}精神{match['which']}")
        for match in re.finditer(form, text)
    ]


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _facts() -> _Facts:
    data = yaml.safe_load(files("rag.reading").joinpath("data/known_years.yaml").read_text(encoding="utf-8"))
    return _Facts(data["plans"], data["plan_years"], data["anniversaries"], data["congresses"])
