"""What was asked and answered in one user's session, and how the next question is put to the assistant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import uuid4

from rag.protocols import Index
from rag.records import Answer, Filter, Hit, Status, Turn
from rag.ui.guard import described
from rag.ui.sources import Source, sources

REMEMBERED = 6
NEAREST = 3


class Asks(Protocol):
    """What the chat needs of the assistant."""

    @property
    def index(self) -> Index:
        """The index that answers come from."""

    def ask(self, question: str, history: Sequence[Turn] = (), filter: Filter = Filter()) -> Answer:
        """One answer; raises ZhengwenError with a message for the user."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question and what came of it: an answer with its sources, or a problem as title and text.

    `nearest` are passages near to the question that do not answer it. `key` is unique within the session.
    """

    key: str
    question: str
    answer: Answer | None = None
    sources: tuple[Source, ...] = ()
    nearest: tuple[Hit, ...] = ()
    problem: tuple[str, str] | None = None


def exchange(question: str, earlier: Sequence[Exchange], chosen: Filter, assistant: Asks) -> Exchange:
    """Ask; whatever goes wrong becomes part of the conversation instead of ending it."""
    key = f"q{len(earlier)}-{uuid4().hex[:6]}"
    try:
        answer = assistant.ask(question, turns(earlier), chosen)
        found = sources(answer.citations, answer.searched, assistant.index)
    except Exception as error:  # noqa: BLE001 - told in the conversation, logged where it was not foreseen
        return Exchange(key, question, problem=described(error))
    nearest = answer.searched[:NEAREST] if answer.status is Status.NOT_FOUND and not found else ()
    return Exchange(key, question, answer, found, nearest)


def turns(earlier: Sequence[Exchange]) -> tuple[Turn, ...]:
    """The last questions that were answered, as the history that a follow-up refers to."""
    answered = [(said.question, said.answer.text) for said in earlier if said.answer is not None][-REMEMBERED:]
    return tuple(turn for question, text in answered for turn in (Turn("user", question), Turn("assistant", text)))
