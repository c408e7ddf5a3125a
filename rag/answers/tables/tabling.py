"""The answer to a question over many places or years.

In: a reading and the table that it asks for. Out: an unchecked `Answer`, or None where there is nothing to make rows of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from rag.answers.asked.conditions import relative
from rag.answers.asked.groups import Group, groups
from rag.answers.asked.outcomes import asked_outcomes
from rag.answers.asked.places import AskedPlaces
from rag.answers.asked.question import Aim, Reading
from rag.answers.asked.routes import MOST_PARTS
from rag.answers.asked.table import Asks, Over, TableAsk
from rag.answers.evidence.fitting import apt
from rag.answers.evidence.weighing import Evidence
from rag.answers.kinds.lookup import LookUp
from rag.answers.reports.amounts_said import dimension
from rag.answers.reports.holdings import Holdings
from rag.answers.reports.quoting import quoted
from rag.answers.reports.shelf import AskedPlace
from rag.answers.reports.sourcing import Sources
from rag.answers.tables.met import met_text
from rag.answers.tables.rows import Table
from rag.answers.tables.table import APT, Tabler, completed
from rag.answers.tables.table_text import table_text
from rag.answers.tables.turned import turned_text
from rag.answers.telling import refusals
from rag.answers.words.vocabulary import Vocabulary
from rag.places import NATION, Gazetteer
from rag.records import Answer, Figure, Filter, Status

_COUNTRY = AskedPlace(NATION, (NATION,), (NATION,))


class Tabling:
    """Answers from tables over one generation of one index."""

    def __init__(self, holdings: Holdings, look_up: LookUp, gazetteer: Gazetteer, vocabulary: Vocabulary) -> None:
        self._holdings = holdings
        self._look_up = look_up
        self._gazetteer = gazetteer
        self._tabler = Tabler(holdings, vocabulary)

    def answer(self, reading: Reading, ask: TableAsk, filter: Filter) -> Answer | None:
        """The answer that the table gives, completed from sentences where the places are few."""
        if ask.than is not None:
            return self._against_place(reading, ask, filter)
        left_out = {place.name for place in reading.places.places} if ask.besides else set()
        reading = replace(reading, places=AskedPlaces()) if left_out else self._of_country(reading, ask)
        every = groups(
            reading, ask, self._holdings.shelf, self._gazetteer, partial(self._holdings.passing, filter=filter)
        )
        found = tuple(group for group in every if group.place.name not in left_out)
        if not found:
            return None
        measured = ask.condition.dimension_among(reading.wanted.units) if ask.condition is not None else None
        table = self._table(reading, found, measured, filter)
        if table is None:
            text = refusals.no_rows(reading, found)
            # where the place above is named, its own report may speak of all of them together
            return Answer(Status.NOT_FOUND, text, reading.question) if reading.place is None else None
        met = ask.condition is None or any(ask.condition.met_by(row.figure) for row in table.rows)
        if not met and (ask.asks is Asks.FIRST or (ask.condition is not None and ask.condition.exact)):
            # a sentence may say it of a year or a place that has no row
            return None
        made = table_text(table, ask, self._holdings)
        return Answer(Status.ANSWERED, made.text, reading.question, made.citations, made.figures, made.computed)

    def turned(self, reading: Reading, filter: Filter) -> Answer | None:
        """How the amounts of several places changed between two years; None where that is not asked or hardly told."""
        ask, turn = reading.table or TableAsk(Over.PLACES, Asks.ROWS, explicit=False), reading.turn
        if turn is None or not (ask.explicit or len(reading.places.places) > 1) or ask.over is Over.YEARS:
            return None
        found = groups(
            reading, ask, self._holdings.shelf, self._gazetteer, partial(self._holdings.passing, filter=filter)
        )
        first, last = reading.years.years
        plain = _plainly(reading, last)
        plain = replace(plain, aim=Aim.TARGET) if turn.from_result else plain
        later = self._table(plain, found, None, filter) if found else None
        if later is None or later.year != last:
            return self._no_turn(reading, found) if ask.explicit else None
        alike = replace(_plainly(reading, first), aim=Aim.RESULT if turn.from_result else Aim(later.kind.value))
        earlier = self._table(alike, found, dimension(later.rows[0].figure), filter)
        if earlier is None or earlier.year != first or not later.told & earlier.told:
            return self._no_turn(reading, found) if ask.explicit else None
        made = turned_text(earlier, later, turn, ask, self._holdings)
        return Answer(Status.ANSWERED, made.text, reading.question, made.citations, made.figures, made.computed)

    def met(self, reading: Reading, filter: Filter) -> Answer | None:
        """Which of many places met their goal for a year; None where that is not asked."""
        ask, asked = reading.table, asked_outcomes(reading.question.clean)
        if not asked or ask is None or not ask.explicit or ask.over is Over.YEARS or len(reading.years.years) != 1:
            return None
        if ask.condition is not None or ask.than is not None:
            return None
        found = groups(
            reading, ask, self._holdings.shelf, self._gazetteer, partial(self._holdings.passing, filter=filter)
        )
        plain = _plainly(reading, reading.years.years[0])
        goals = self._table(replace(plain, aim=Aim.TARGET), found, None, filter) if found else None
        like = dimension(goals.rows[0].figure) if goals is not None else None
        results = self._table(replace(plain, aim=Aim.RESULT), found, like, filter) if goals is not None else None
        if goals is None or results is None or goals.year != results.year or not goals.told & results.told:
            return Answer(Status.NOT_FOUND, refusals.no_outcome(reading, found), reading.question) if found else None
        made = met_text(goals, results, asked, ask, self._holdings)
        return Answer(Status.ANSWERED, made.text, reading.question, made.citations, made.figures, made.computed)

    def _no_turn(self, reading: Reading, found: Sequence[Group]) -> Answer:
        return Answer(Status.NOT_FOUND, refusals.no_turn(reading, found), reading.question)

    def _table(self, reading: Reading, found: Sequence[Group], dimension: str | None, filter: Filter) -> Table | None:
        """The table over some groups, completed from sentences where they are few."""
        # what one document says of many is found by its sentences
        table = None if reading.places.documents else self._tabler.table(reading, found, dimension)
        if len(found) > MOST_PARTS:
            return table
        return completed(table, [group.label for group in found], self._spoken(reading, found, table, filter))

    def _against_place(self, reading: Reading, ask: TableAsk, filter: Filter) -> Answer | None:
        """The places whose figure lies to that of the place named as the question says, after that figure."""
        places = reading.places.places
        if not places or ask.than is None or (len(places) > 1 and not reading.places.national):
            return None
        # of several places each is held against the country
        place = _COUNTRY if len(places) > 1 else places[0]
        those = AskedPlaces(places, reading.places.spans) if len(places) > 1 else AskedPlaces()
        own = self._holdings.passing(self._holdings.shelf.speaking_for(place), filter)
        base = self._tabler.table(reading, (Group(place.name, place, own),))
        if base is None:
            return None
        figure = base.rows[0].figure
        years = replace(reading.years, years=(figure.year,) if figure.year is not None else reading.years.years)
        others = replace(reading, places=those, years=years, aim=Aim(figure.kind.value))
        told = self.answer(others, replace(ask, condition=relative(figure, ask.than), than=None), filter)
        if told is None or told.status is not Status.ANSWERED:
            return told
        sources = Sources(self._holdings, list(told.citations))
        cited = sources.cite(figure)
        text = f"{told.text}\n{place.name}：{quoted(cited).rstrip('。；，')}[{cited.n}]。"
        figures = (*told.figures, figure)
        return replace(told, text=text, citations=tuple(sources.citations), figures=figures)

    def _of_country(self, reading: Reading, ask: TableAsk) -> Reading:
        """Years of which the question names no place are those of the country, where it has reports."""
        if ask.over is not Over.YEARS or reading.place is not None or reading.places.documents:
            return reading
        if NATION not in self._holdings.shelf.by_place:
            return reading
        return reading.about(_COUNTRY, None)

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
                if best is None or best.figure is None or not _stands_for(best, group, year, reading):
                    continue
                if not self._tabler.is_of_other_years(reading, best.figure):
                    spoken[group.label] = best.figure
        return spoken


def _plainly(reading: Reading, year: int) -> Reading:
    """The question about one of its years alone."""
    return replace(reading.about(None, year), table=None, turn=None)


def _stands_for(best: Evidence, group: Group, year: int | None, reading: Reading) -> bool:
    """True where the record is for the place and the year of a row: by itself, by its document or by its headings."""
    figure, name = best.figure, group.place.name
    if figure is None or figure.masked or apt(reading.wanted, figure.unit, figure) < APT:
        return False
    here = name in (figure.place, best.source.summary.metadata.place) or any(
        spoken in heading for heading in best.source.passage.headings for spoken in group.place.spoken
    )
    return here and (year is None or figure.year == year)
