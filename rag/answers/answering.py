"""Question in, answer out: the stages of this package in their order.

    intake → question (conversation) → routes → finding → decide → compose → guard

Nothing here knows the disk or the screen; the clock belongs to the assistant.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import lru_cache

from rag.answers import refusals
from rag.answers.compose import Composed, Labelled, compose
from rag.answers.conversation import read_in_conversation
from rag.answers.decide import Decision, Outcome, decide
from rag.answers.finding import Finder, Findings, Search
from rag.answers.guard import unsupported
from rag.answers.intake import objection
from rag.answers.question import Reader, Reading, TagTopics
from rag.answers.routes import Part, over_all_places, parts
from rag.answers.shelf import Shelf
from rag.answers.speaker import asks_for_speaker, speaker_of
from rag.answers.vocabulary import Vocabulary, vocabulary
from rag.places import Gazetteer
from rag.protocols import Index
from rag.records import Answer, Filter, Hit, Question, Status, Turn

_LOG = logging.getLogger(__name__)
_SHOWN_HITS = 10


class Answerer:
    """Answers questions from one generation of one index; safe to share between threads."""

    def __init__(
        self, index: Index, search: Search, gazetteer: Gazetteer, topics: TagTopics, words: Vocabulary | None = None
    ) -> None:
        self._index = index
        self._words = words or vocabulary()
        self.shelf = Shelf.of(index)
        self._reader = Reader(self.shelf, gazetteer, self._words, topics)
        self._finder = Finder(index, search, self.shelf, self._words)
        self._original = lru_cache(maxsize=64)(self._read_original)

    def answer(self, text: str, history: Sequence[Turn] = (), filter: Filter = Filter()) -> Answer:
        """The checked answer to one question."""
        if (reply := objection(text)) is not None:
            return Answer(Status.UNCLEAR, reply, Question(text=text[:200], clean=""))
        reading = read_in_conversation(text, history, self._reader)
        answer = self._answer(reading, filter)
        if loose := unsupported(answer, history):
            _LOG.warning("withheld an answer with the unsupported numbers %s to %r", sorted(loose), text)
            return Answer(Status.NOT_FOUND, refusals.withheld(), reading.question, searched=answer.searched)
        return answer

    def _answer(self, reading: Reading, filter: Filter) -> Answer:
        question = reading.question
        if asks_for_speaker(question.clean):
            found = speaker_of(reading, self.shelf, self._original)
            if found is not None:
                return Answer(Status.ANSWERED, found.text, question, found.citations)
        if not reading.terms:
            return Answer(Status.UNCLEAR, refusals.which_subject(), question)
        if over_all_places(reading):
            return Answer(Status.UNCLEAR, refusals.needs_figures(self._places()), question)
        looked_up = [(part, self._finder.find(part.reading, filter)) for part in parts(reading)]
        decided = [Labelled(part.label, decide(part.reading, findings)) for part, findings in looked_up]
        hits = tuple(hit for _, findings in looked_up for hit in findings.hits[:_SHOWN_HITS])
        outcomes = [d.decision.outcome for d in decided]
        if Outcome.FOUND not in outcomes and Outcome.MASKED not in outcomes:
            return self._refused(reading, looked_up, [d.decision for d in decided], hits)
        status = Status.ANSWERED if Outcome.FOUND in outcomes else Status.MASKED
        composed: Composed = compose(decided, question.kind, reading.wanted.number, self._original)
        return Answer(status, composed.text, question, composed.citations, searched=hits)

    def _refused(
        self,
        reading: Reading,
        looked_up: Sequence[tuple[Part, Findings]],
        decisions: Sequence[Decision],
        hits: tuple[Hit, ...],
    ) -> Answer:
        several = next((d.places for d in decisions if d.outcome is Outcome.SEVERAL_PLACES), ())
        if several:
            return Answer(Status.UNCLEAR, refusals.which_place(several), reading.question, searched=hits)
        part, findings = looked_up[0]
        text = refusals.not_found(part.reading, findings, self.shelf)
        return Answer(Status.NOT_FOUND, text, reading.question, searched=hits)

    def _places(self) -> tuple[str, ...]:
        return tuple(self.shelf.by_place)

    def _read_original(self, path: str) -> str:
        document = self._index.document(path)
        return "" if document is None else document.text
