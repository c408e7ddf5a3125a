"""The answer to a question over many places or years.

In: a reading and the table that it asks for. Out: an unchecked `Answer`, or None where there is nothing to make rows of.
"""

from __future__ import annotations

from rag.answers import refusals
from rag.answers.asked_table import TableAsk
from rag.answers.groups import groups
from rag.answers.holdings import Holdings
from rag.answers.lookup import LookUp
from rag.answers.question import Reading
from rag.answers.routes import MOST_PARTS, Part
from rag.answers.table import Tabler
from rag.answers.table_text import table_text
from rag.answers.vocabulary import Vocabulary
from rag.places import Gazetteer
from rag.records import Answer, Filter, Status


class Tabling:
    """Answers from tables over one generation of one index."""

    def __init__(self, holdings: Holdings, look_up: LookUp, gazetteer: Gazetteer, vocabulary: Vocabulary) -> None:
        self._holdings = holdings
        self._look_up = look_up
        self._gazetteer = gazetteer
        self._tabler = Tabler(holdings, vocabulary)

    def answer(self, reading: Reading, ask: TableAsk, filter: Filter) -> Answer | None:
        """The answer that the table gives; where few places have no record of it, what stands in their sentences."""
        found = groups(reading, ask, self._holdings.shelf, self._gazetteer)
        if not found:
            return None
        table = self._tabler.table(reading, found)
        rows = 0 if table is None else len(table.rows)
        if rows < len(found) <= MOST_PARTS:
            one_each = [Part(group.label, reading.about(group.place, group.year)) for group in found]
            spoken = self._look_up.answer(reading, one_each, filter)
            if spoken.status is Status.ANSWERED and len(spoken.citations) > rows:
                return spoken
        if table is None:
            text = refusals.no_rows(reading, found)
            return Answer(Status.NOT_FOUND, text, reading.question) if len(found) > 1 else None
        made = table_text(table, ask, self._holdings)
        return Answer(Status.ANSWERED, made.text, reading.question, made.citations, made.figures, made.computed)
