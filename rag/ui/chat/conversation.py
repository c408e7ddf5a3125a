"""What was asked and answered in a conversation, and how the next question is put to the assistant."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from uuid import uuid4

from rag.protocols import Index
from rag.records import Answer, Correction, Filter, Hit, Status, Turn
from rag.ui.parts.guard import Told
from rag.ui.parts.sources import Source, sources

REMEMBERED = 6
NEAREST = 3


class Asks(Protocol):
    """What the chat needs of the assistant."""

    @property
    def index(self) -> Index:
        """The index that answers come from."""

    def ask(
        self,
        question: str,
        history: Sequence[Turn] = (),
        filter: Filter = Filter(),
        correction: Correction = Correction(),
    ) -> Answer:
        """One answer; raises ZhengwenError with a message for the user."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question and what came of it: an answer with its sources, or a problem as title and text.

    `nearest` are passages near to the question that do not answer it. `key` is unique. `filter`, `correction` (the
    user's own) and `carried` (taken over from the question before) are what it was asked with, `generation` the
    index's, `asked` when, in seconds since 1970.
    """

    key: str
    question: str
    answer: Answer | None = None
    sources: tuple[Source, ...] = ()
    nearest: tuple[Hit, ...] = ()
    problem: tuple[str, str] | None = None
    filter: Filter = Filter()
    correction: Correction = Correction()
    carried: Correction = Correction()
    generation: int = 0
    asked: float = 0.0


def exchange(
    question: str,
    earlier: Sequence[Exchange],
    chosen: Filter,
    assistant: Asks,
    correction: Correction = Correction(),
) -> Exchange:
    """Ask; whatever goes wrong becomes part of the conversation instead of ending it."""
    asked = Exchange(f"q{uuid4().hex}", question, filter=chosen, correction=correction, asked=time.time())
    with Told() as told:
        return _answered(asked, earlier, assistant)
    return replace(asked, problem=told.problem)


def _answered(asked: Exchange, earlier: Sequence[Exchange], assistant: Asks) -> Exchange:
    generation = assistant.index.generation
    history = turns(earlier)
    answer = assistant.ask(asked.question, history, asked.filter, asked.correction)
    carried = _carried(answer, earlier)
    if carried:
        answer = assistant.ask(asked.question, history, asked.filter, merged(carried, asked.correction))
    found = sources(answer.citations, answer.searched, assistant.index)
    return replace(
        asked,
        answer=replace(answer, searched=()),
        sources=found,
        nearest=answer.searched[:NEAREST] if answer.status is Status.NOT_FOUND and not found else (),
        carried=carried,
        generation=generation,
    )


def turns(earlier: Sequence[Exchange]) -> tuple[Turn, ...]:
    """The last questions that were answered, as the history that a follow-up refers to."""
    answered = [(said.question, said.answer.text) for said in earlier if said.answer is not None][-REMEMBERED:]
    return tuple(turn for question, text in answered for turn in (Turn("user", question), Turn("assistant", text)))


def merged(under: Correction, over: Correction) -> Correction:
    """Both corrections, `over` where they speak of the same."""
    return Correction(
        places=under.places if over.places is None else over.places,
        years=under.years if over.years is None else over.years,
        topics=under.topics if over.topics is None else over.topics,
        indicator=under.indicator if over.indicator is None else over.indicator,
        kind=under.kind if over.kind is None else over.kind,
    )


def _carried(answer: Answer, earlier: Sequence[Exchange]) -> Correction:
    """What the question before was corrected in and this one takes over from it as it was read at first."""
    before = next((said for said in reversed(earlier) if said.answer is not None), None)
    if before is None:
        return Correction()
    held = merged(before.carried, before.correction)
    inherited = answer.question.inherited
    return Correction(
        places=held.places if "places" in inherited else None,
        years=held.years if "years" in inherited else None,
        indicator=held.indicator if "indicator" in inherited else None,
    )
