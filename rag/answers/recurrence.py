"""In which years a thing stands in the reports of a place: 先后写进了哪几年的工作安排.

In: a reading that asks for years and names one place. Out: an unchecked `Answer` that names the years of the reports that
speak of the thing, each with its words; None where that is not asked, or fewer than two reports speak of it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rag.answers.asked_years import AskedYears
from rag.answers.finding import Finder
from rag.answers.holdings import Holdings
from rag.answers.lookup import LookUp
from rag.answers.question import Reading
from rag.answers.routes import MOST_PARTS, Part
from rag.answers.wanted import Wanted
from rag.records import Answer, Filter, QuestionKind, Status

_WHICH_YEARS = re.compile(r"哪(?:几|些)个?年(?:份|度)?|(?:先后|分别|都)[^，,。；;？?！!]{0,8}哪一?年")


class Recurrence:
    """Answers for report after report of one place, over one generation of one index."""

    def __init__(self, finder: Finder, look_up: LookUp, holdings: Holdings) -> None:
        self._finder = finder
        self._look_up = look_up
        self._holdings = holdings

    def answer(self, reading: Reading, filter: Filter) -> Answer | None:
        """The years of the reports that speak of the subject, and their words."""
        asked = _WHICH_YEARS.search(reading.question.clean)
        if asked is None or reading.table is not None or reading.place is None or len(reading.places.places) > 1:
            return None
        wanted = replace(reading, wanted=Wanted(), question=replace(reading.question, kind=QuestionKind.TEXT))
        parts = [Part(f"{year}年", _of_report(wanted, year)) for year in self._years(wanted, filter)]
        found = [part for part in parts if self._look_up.best(part.reading, filter) is not None][:MOST_PARTS]
        if len(found) < 2:
            return None
        told = self._look_up.answer(wanted, (tuple(found),), filter)
        if told.status is not Status.ANSWERED:
            return None
        count = str(len(found))
        lead = f"有{count}年的报告说到：{'、'.join(part.label for part in found)}。"
        computed = (*told.computed, count, *(part.label.removesuffix("年") for part in found))
        return replace(told, text=f"{lead}\n{told.text}", question=reading.question, computed=computed)

    def _years(self, reading: Reading, filter: Filter) -> tuple[int, ...]:
        """The years of the reports in which a search over all of them finds the subject."""
        found = self._finder.find(replace(reading, years=AskedYears()), filter)
        paths = {e.source.passage.doc for e in found.evidence} | {hit.passage.doc for hit in found.hits}
        return self._holdings.shelf.years(d for d in found.documents if d.path in paths and d.duplicate_of is None)


def _of_report(reading: Reading, year: int) -> Reading:
    """The same question put to the report of one year alone."""
    return replace(reading, years=replace(reading.years, years=(), reports=(year,)))
