"""Whether a passage looks back or forward, and the year that a number in it is for.

In: the passages of one document in their order, the year of the report, and a clean sentence. Out: for each passage PLAN,
REVIEW or OPEN; for a place in a sentence the years it may be for. Headings say it first (2024年工作回顾), then openings (主要预期目标是),
and a passage that says nothing is like the one before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rag.answers.asked_years import full_year, plan_end
from rag.answers.vocabulary import Vocabulary
from rag.records import Passage


class Tense(StrEnum):
    """Which way a statement looks."""

    PLAN = "plan"
    REVIEW = "review"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class SpokenYears:
    """The years that a statement may be for; `stated` where the sentence itself says so."""

    years: frozenset[int]
    stated: bool


_SAID = re.compile(
    r"(?:(?P<compared>[比较与和同])|(?P<start>[由从自]))?[“\"]?"
    r"(?:(?P<year>(?:19|20)\d\d|[一二][〇零○一二三四五六七八九]{3})(?=年|[—–-]20)"
    r"|(?<!第)(?P<plan>十[一二三四五六七八九]?|[六七八九])五[”\"](?P<left>以来)?"
    r"|(?P<last>去年|上年末)|(?P<this>今年|本年))"
)
# 由2010年的5亿元增加到15亿元: what follows is no longer for 2010
_REACHED = re.compile(r"(?:增加|提高|上升|增长|扩大|提升|下降|降低|减少|压减|缩小)?[到至]")


def tenses(passages: Sequence[Passage], vocabulary: Vocabulary) -> tuple[Tense, ...]:
    """The tense of each passage of one document, in their order."""
    found: list[Tense] = []
    current = Tense.OPEN
    for passage in passages:
        current = _of_headings(passage.headings, vocabulary) or _of_opening(passage.text, vocabulary) or current
        found.append(current)
    return tuple(found)


def sentence_tense(sentence: str, passage_tense: Tense, vocabulary: Vocabulary) -> Tense:
    """The tense of one sentence: that of its passage, unless it stands apart from it by its own words."""
    review = vocabulary.statements["review"].search(sentence) is not None
    plan = vocabulary.statements["plan"].search(sentence) is not None
    if passage_tense is Tense.OPEN and review != plan:
        return Tense.REVIEW if review else Tense.PLAN
    if passage_tense is Tense.PLAN and re.match(r"(?:过去(?:的)?[一二三四五]?年|去年)", sentence):
        return Tense.REVIEW
    return passage_tense


def spoken_years(sentence: str, at: int, tense: Tense, report_year: int | None) -> SpokenYears:
    """The years that what stands at `sentence[at:]` may be for: the nearest year before it, else what the tense says.

    A year that is only compared with (比2010年增加) does not count.
    """
    nearest: int | None = None
    for said in _SAID.finditer(sentence, 0, at):
        left_behind = said["start"] and _REACHED.search(sentence, said.end(), at)
        if not left_behind and (year := _year(said, report_year)) is not None:
            nearest = year
    if nearest is not None:
        return SpokenYears(frozenset({nearest}), True)
    if report_year is None:
        return SpokenYears(frozenset(), False)
    years = {Tense.PLAN: {report_year}, Tense.REVIEW: {report_year - 1}, Tense.OPEN: {report_year - 1, report_year}}
    return SpokenYears(frozenset(years[tense]), False)


def _year(said: re.Match[str], report_year: int | None) -> int | None:
    if said["compared"] and (said["year"] or said["plan"]):
        return None
    if said["year"]:
        return full_year(said["year"])
    if said["plan"]:
        return plan_end(said["plan"])
    if report_year is None:
        return None
    return report_year - 1 if said["last"] else report_year


def _of_headings(headings: tuple[str, ...], vocabulary: Vocabulary) -> Tense | None:
    for heading in headings:
        if vocabulary.statements["review_heading"].search(heading):
            return Tense.REVIEW
        if vocabulary.statements["plan_heading"].search(heading):
            return Tense.PLAN
    return None


def _of_opening(text: str, vocabulary: Vocabulary) -> Tense | None:
    return Tense.PLAN if vocabulary.statements["plan_opening"].search(text) else None
