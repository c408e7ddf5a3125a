"""What speaks against evidence: the wrong year, a sum over years that was not asked for, the other side of the reports.

In: a reading and what is known of a stretch of a report. Out: factors in [0, 1], 1 where nothing speaks against it.
"""

from __future__ import annotations

import re
from datetime import MAXYEAR

from rag.answers.asked.forms import asks
from rag.answers.asked.question import Aim, Reading
from rag.answers.evidence.stretches import ONE_YEAR
from rag.answers.reports.sources import Source
from rag.answers.sentences.tense import Standing
from rag.answers.words.vocabulary import Vocabulary
from rag.records import FigureKind, QuestionKind

WRONG_SIDE, UNSURE_SIDE, PLANNED = 0.6, 0.85, 0.97
ASKED = 0.7
PLANNED_FOR_LATER = 0.8
RULED_OUT = 0.6
_RULED_OUT = re.compile(
    r"(?:不是|不要|并非|而非)(?:那个|那种)?(?P<words>(?!目标|计划|任务|指标|实际|结果)[\u4e00-\u9fff]{2,8}?)的?那[个项种类一]*(?:数字?|口径|数据)"
)
NOT_DATED, OF_THE_REPORT, IN_BETWEEN, OVER_YEARS, OVER_YEARS_BY_HEADING = 0.7, 0.85, 0.9, 0.9, 0.9


def dated(reading: Reading, years: frozenset[int], report: int | None) -> float:
    """1 where the evidence is for the year asked about, less where nothing says so, 0 where it is for another.

    What a whole plan period comes to stands in the report after its end, or in those that set it out, not in those between.
    """
    if not reading.years.years:
        return PLANNED_FOR_LATER if is_for_later(reading, years) else 1.0
    if not years:
        return NOT_DATED
    asked = reading.years.years if reading.wanted.number else (*reading.years.years, *reading.years.of_plan)
    if not years.intersection(asked):
        if report not in reading.years.years:
            return 0.0
        # what is lacking is so when it is said; 2016年说哪所学校… is as likely to be the year of the report
        if asks(reading.question.clean, "shortcomings"):
            return 1.0
        return OF_THE_REPORT if reading.question.kind is QuestionKind.TEXT else 0.0
    plan = reading.years.of_plan
    between = plan and reading.wanted.number and report in range(min(plan) + 1, max(plan) + 1)
    return IN_BETWEEN if between else 1.0


def is_for_later(reading: Reading, years: frozenset[int]) -> bool:
    """True for an amount of years after the report that is asked about: what that says is above all what it tells of its own
    year or the one before."""
    asked = reading.wanted.number and reading.aim is not Aim.TARGET
    return bool(years) and asked and max(years) > max(reading.years.reports, default=MAXYEAR)


def summed(reading: Reading, before: str, source: Source, vocabulary: Vocabulary) -> float:
    """Less than 1 for words about several years (五年来…) that were not asked for.

    `before` is the sentence up to the end of what is weighed: what it sums over holds until it speaks of one year again; the
    innermost heading may say that it is one (五年来，…). Amounts are weighed each by itself, by `stretches`.
    """
    over_years = vocabulary.statements["over_years"]
    if reading.wanted.number or reading.years.plan or over_years.search(reading.question.clean):
        return 1.0
    if any(over_years.search(heading) for heading in source.passage.headings[1:][-1:]):
        return OVER_YEARS_BY_HEADING
    said = max((match.end() for match in over_years.finditer(before)), default=None)
    return 1.0 if said is None or ONE_YEAR.search(before, said) else OVER_YEARS


def turned(reading: Reading, said: Standing) -> float:
    """1 for the side of the report asked about, less for the other and for one that only lacks the signs of a plan.

    An amount of a year, asked for without saying which, is the one that was reached, where it is known.
    """
    target = said.kind is FigureKind.TARGET
    if reading.aim is Aim.EITHER:
        return PLANNED if target and reading.years.years and not reading.years.reports else 1.0
    if (reading.aim is Aim.TARGET) is target:
        return 1.0
    return WRONG_SIDE if said.sure else UNSURE_SIDE


def ruled_out(reading: Reading, words: str) -> float:
    """Less than 1 for what a question says that it does not ask for: 不是脱贫户那个数."""
    return RULED_OUT if any(said["words"] in words for said in _RULED_OUT.finditer(reading.question.clean)) else 1.0


def told(sentence: str, title: str) -> float:
    """Less than 1 for an interviewer's question and for the title over again, which answer nothing by themselves."""
    words = sentence.strip()
    return ASKED if words.endswith(("?", "？")) or (words and words in title) else 1.0
