"""What a user thinks of an answer, with all that it takes to ask the question again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rag.records import Answer, Correction, Filter, Turn

LONGEST_REMARK = 1_000


class Reason(StrEnum):
    """Why an answer is not good."""

    NUMBER = "number"
    YEAR = "year"
    PLACE = "place"
    MISSING = "missing"
    QUOTE = "quote"
    UNANSWERED = "unanswered"
    OTHER = "other"


REASONS = {
    Reason.NUMBER: "数字不对",
    Reason.YEAR: "不是我要的年份",
    Reason.PLACE: "不是我要的地区",
    Reason.MISSING: "漏了",
    Reason.QUOTE: "引文不对",
    Reason.UNANSWERED: "应该有答案",
    Reason.OTHER: "其他",
}


@dataclass(frozen=True, slots=True)
class Feedback:
    """One judgement: `good` or not, why, and the question with its circumstances.

    `key` is that of the exchange, `generation` the index's when it answered, `judged` in seconds since 1970.
    """

    key: str
    good: bool
    question: str
    answer: Answer
    generation: int
    history: tuple[Turn, ...] = ()
    filter: Filter = Filter()
    correction: Correction = Correction()
    reason: Reason | None = None
    remark: str = ""
    judged: float = 0.0
