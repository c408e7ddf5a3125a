"""A goal that a report sets without a number: 居民收入增长与经济增长同步, 固定资产投资增速保持在全省平均水平以上.

In: a reading that asks for a goal, and evidence that is found by words alone. Out: the clause that sets the goal for the very
indicator that is asked about; None where none does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from rag.answers.asked.question import Aim, Reading
from rag.answers.evidence.weighing import Evidence
from rag.answers.sentences.clauses import clauses
from rag.answers.sentences.matching import matches
from rag.answers.sentences.spoken import spoken
from rag.answers.words.vocabulary import Vocabulary
from rag.records import FigureKind

# what follows the indicator and sets its goal; a number in it would be the goal itself
_SET = re.compile(
    r"(?:(?!带动|促进|推动|保障|支撑)[^\d，,。；;：:])*?"
    r"(?:同步|平均水平|平均增速|[高快低]于|保持稳定|基本平衡|保持平衡|持平|国家(?:下达|要求)|下达|合理区间|合理水平"
    r"|(?:进一步|持续|继续)(?:下降|降低|减少|提高|增长|改善|优化|缩小))[^\d，,。；;：:]*"
)

_HELD_AGAINST = re.compile("[与和同跟]")


def may_be_set_in_words(reading: Reading) -> bool:
    """True for a question for the goal of one indicator that does not ask for an amount in some unit."""
    things = [t for t in reading.subject if t.need == 1]
    named = len(things) == 1 and things[0].concept is not None
    return (
        named
        and reading.aim is not Aim.RESULT
        and reading.wanted.number
        and (reading.wanted.rates or reading.wanted.percent)
    )


def is_set_in_words(run: Evidence, reading: Reading) -> bool:
    """True for what `set_in_words` has found: a clause without an amount where one is asked for."""
    return (
        may_be_set_in_words(reading)
        and not run.quantities
        and _SET.search(run.sentence.text[run.start : run.stop]) is not None
    )


def set_in_words(reading: Reading, told: Iterable[Evidence], vocabulary: Vocabulary) -> Evidence | None:
    """The clause that sets the goal, as evidence without an amount."""
    thing = next(t for t in reading.subject if t.need == 1)
    for one in told:
        text = one.sentence.text
        if one.kind is not FigureKind.TARGET:
            continue
        for match in matches(thing, spoken(text, vocabulary), vocabulary):
            clause = next(c for c in clauses(text) if c.start <= match.start < c.stop)
            # 与经济增长同步 sets no goal for growth
            if (
                _HELD_AGAINST.search(text[clause.start : match.start]) is None
                and _SET.fullmatch(text[match.stop : clause.stop].rstrip("，,。；;、")) is not None
            ):
                return replace(one, start=clause.start, stop=clause.stop, quantities=(), figures=(), others=())
    return None


def tells_an_amount(run: Evidence, reading: Reading, vocabulary: Vocabulary) -> bool:
    """True for words with a number in the very clause that names an indicator asked about."""
    text = run.sentence.text
    named = [t for t in reading.subject if t.concept is not None]
    said = [m for thing in named for m in matches(thing, spoken(text, vocabulary), vocabulary)]
    return any(
        _DIGIT.search(text[c.start : c.stop]) for c in clauses(text) for m in said if c.start <= m.start < c.stop
    )


_DIGIT = re.compile(r"\d")
