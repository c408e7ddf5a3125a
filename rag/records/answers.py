"""A question as it was read, and its answer with sources."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from rag.records.documents import Span
from rag.records.figures import Figure
from rag.records.searching import Hit


class QuestionKind(StrEnum):
    """What sort of answer a question asks for."""

    FIGURE = "figure"
    TEXT = "text"
    LIST = "list"
    COMPARE = "compare"
    COUNT = "count"
    EXTREME = "extreme"
    TRACK = "track"


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a conversation: `role` is "user" or "assistant"."""

    role: str
    content: str


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, read.

    `text` is the question as typed, `clean` its search form. `places` are full names where the gazetteer or the
    index knows them; `inherited` names the fields that a follow-up took over from the conversation.
    """

    text: str
    clean: str
    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    topics: tuple[str, ...] = ()
    indicator: str | None = None
    kind: QuestionKind = QuestionKind.TEXT
    inherited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """What a user says a question means, in the words of `Question`; None leaves a field as it was read, and an empty
    tuple or string says that the question is about none."""

    places: tuple[str, ...] | None = None
    years: tuple[int, ...] | None = None
    topics: tuple[str, ...] | None = None
    indicator: str | None = None
    kind: QuestionKind | None = None

    def __bool__(self) -> bool:
        return self != Correction()


class Status(StrEnum):
    """How an answer ended."""

    ANSWERED = "answered"
    NOT_FOUND = "not_found"
    MASKED = "masked"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Citation:
    """The source of a statement: `quote` is exactly the document's original text at `span`."""

    n: int
    doc: str
    span: Span
    quote: str
    title: str
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What is shown for a question; every number in `text` stands in a citation's quote or in `computed`."""

    status: Status
    text: str
    question: Question
    citations: tuple[Citation, ...] = ()
    figures: tuple[Figure, ...] = ()
    computed: tuple[str, ...] = ()
    elapsed_ms: float = 0.0
    searched: tuple[Hit, ...] = field(default=(), repr=False)
