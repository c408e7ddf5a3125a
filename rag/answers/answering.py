"""Question in, answer out: the stages of this package in their order.

    intake → question (conversation) → routes → finding → decide → compose → guard

Nothing here knows the disk or the screen; the clock belongs to the assistant.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace

from rag.answers import refusals
from rag.answers.conversation import read_in_conversation
from rag.answers.correcting import corrected
from rag.answers.finding import Finder, Search
from rag.answers.guard import unsupported
from rag.answers.holdings import Holdings
from rag.answers.intake import objection
from rag.answers.lookup import LookUp
from rag.answers.meaning import Meaning
from rag.answers.overview import Overview
from rag.answers.provenance import provenance
from rag.answers.question import FindNames, Reader, Reading, TagTopics
from rag.answers.reasons import asks_why, reason
from rag.answers.routes import over_many, ways
from rag.answers.speaker import asks_for_speaker, speaker_of
from rag.answers.tabling import Tabling
from rag.answers.vocabulary import vocabulary
from rag.places import Gazetteer
from rag.protocols import Encoder, Index
from rag.records import Answer, Correction, Filter, Question, Status, Turn

_LOG = logging.getLogger(__name__)


class Answerer:
    """Answers questions from one generation of one index; safe to share between threads."""

    def __init__(
        self,
        index: Index,
        search: Search,
        encoder: Encoder,
        gazetteer: Gazetteer,
        *,
        topics: TagTopics,
        names: FindNames,
    ) -> None:
        words = vocabulary()
        self._held = Holdings(index)
        self.shelf = self._held.shelf
        self._reader = Reader(self.shelf, gazetteer, words, topics, names, self._held.mentioning)
        meaning = Meaning(self._held, encoder)
        self._look_up = LookUp(Finder(self._held, search, words), self._held, meaning.nearest)
        self._overview = Overview(self._held, topics, words)
        self._tabling = Tabling(self._held, self._look_up, gazetteer, words)

    def answer(
        self,
        text: str,
        history: Sequence[Turn] = (),
        filter: Filter = Filter(),
        correction: Correction = Correction(),
    ) -> Answer:
        """The checked answer to one question, read as it stands but for what the user corrects."""
        if (reply := objection(text)) is not None:
            return Answer(Status.UNCLEAR, reply, Question(text=text[:200], clean=""))
        reading = corrected(read_in_conversation(text, history, self._reader), correction, self._reader)
        if reading.topics:
            filter = replace(filter, topics=reading.topics)
        answer = self._reason(reading, history, filter) or self._answer(reading, filter, correction)
        if loose := unsupported(answer, history):
            _LOG.warning("withheld an answer with the unsupported numbers %s to %r", sorted(loose), text)
            return Answer(Status.NOT_FOUND, refusals.withheld(), reading.question, searched=answer.searched)
        return answer

    def _reason(self, reading: Reading, history: Sequence[Turn], filter: Filter) -> Answer | None:
        """The reason for what was told last, where nothing but that is asked for."""
        asked = [turn for turn in history if turn.role == "user"]
        if not asked or not asks_why(reading.question.clean):
            return None
        before = read_in_conversation(asked[-1].content, asked[:-1], self._reader)
        told = self._answer(before, filter, Correction())
        return reason(reading.question, told, self._held)

    def _answer(self, reading: Reading, filter: Filter, correction: Correction) -> Answer:
        question = reading.question
        if (said := provenance(reading, self._held)) is not None:
            return said
        if asks_for_speaker(question.clean):
            found = speaker_of(reading, self._held)
            if found is not None:
                return Answer(Status.ANSWERED, found.text, question, found.citations)
        if (seen := self._overview.answer(reading, filter)) is not None:
            return seen
        if not reading.subject:
            return Answer(Status.UNCLEAR, refusals.which_subject(), question)
        if (ask := over_many(reading)) is not None:
            tabled = self._tabling.answer(reading, ask, filter)
            if tabled is not None:
                return tabled
            if not question.inherited:
                reading = corrected(self._reader.read(question.text, tabled=False), correction, self._reader)
        return self._look_up.answer(reading, ways(reading), filter)
