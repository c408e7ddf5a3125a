"""The answer to a question over many places or years.

In: a reading and the table that it asks for. Out: an unchecked `Answer`, or None where there is nothing to make rows of.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from rag.answers import refusals
from rag.answers.asked_table import TableAsk
from rag.answers.evidence import Evidence
from rag.answers.fitting import apt
from rag.answers.groups import Group, groups
from rag.answers.holdings import Holdings
from rag.answers.lookup import LookUp
from rag.answers.question import Reading
from rag.answers.routes import MOST_PARTS
from rag.answers.table import APT, Table, Tabler, completed
from rag.answers.table_text import table_text
from rag.answers.vocabulary import Vocabulary
from rag.places import Gazetteer
from rag.records import Answer, Figure, Filter, Status


class Tabling:
    """Answers from tables over one generation of one index."""

    def __init__(self, holdings: Holdings, look_up: LookUp, gazetteer: Gazetteer, vocabulary: Vocabulary) -> None:
        self._holdings = holdings
        self._look_up = look_up
        self._gazetteer = gazetteer
        self._tabler = Tabler(holdings, vocabulary)

    def answer(self, reading: Reading, ask: TableAsk, filter: Filter) -> Answer | None:
        """The answer that the table gives, completed from sentences where the places are few."""
        found = groups(
            reading, ask, self._holdings.shelf, self._gazetteer, partial(self._holdings.passing, filter=filter)
        )
        if not found:
            return None
        # what one document says of many is found by its sentences
        table = None if reading.places.documents else self._tabler.table(reading, found)
        if len(found) <= MOST_PARTS:
            table = completed(table, [group.label for group in found], self._spoken(reading, found, table, filter))
        if table is None:
            text = refusals.no_rows(reading, found)
            # where the place above is named, its own report may speak of all of them together
            return Answer(Status.NOT_FOUND, text, reading.question) if reading.place is None else None
        made = table_text(table, ask, self._holdings)
        return Answer(Status.ANSWERED, made.text, reading.question, made.citations, made.figures, made.computed)

    def _spoken(
        self, reading: Reading, found: Sequence[Group], table: Table | None, filter: Filter
    ) -> dict[str, Figure]:
        """For groups of which no record says enough by itself, the record that a sentence about them answers with."""
        silent = {group.label for group in found} if table is None else set(table.silent)
        spoken = {}
        for group in found:
            if group.label in silent:
                best = self._look_up.best(reading.about(group.place, group.year), filter)
                year = group.year or (table.year if table is not None else None)
                if best is not None and best.figure is not None and _stands_for(best, group, year, reading):
                    spoken[group.label] = best.figure
        return spoken


def _stands_for(best: Evidence, group: Group, year: int | None, reading: Reading) -> bool:
    """True where the record is for the place and the year of a row: by itself, by its document or by its headings."""
    figure, name = best.figure, group.place.name
    if figure is None or figure.masked or apt(reading.wanted, figure.unit, figure) < APT:
        return False
    here = name in (figure.place, best.source.summary.metadata.place) or any(
        spoken in heading for heading in best.source.passage.headings for spoken in group.place.spoken
    )
    return here and (year is None or figure.year == year)
