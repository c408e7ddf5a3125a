"""Which look-ups a question comes down to.

In: a `Reading`. Out: its `Part`s, each about at most one place, one year and one side of the reports, with the words
that introduce what is found. A plain question is one part without an introduction; a comparison has one for each
place and year, keeping track of a target has one for the target and one for the result.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace

from rag.answers.asked_table import Over, TableAsk
from rag.answers.question import Aim, Reading
from rag.places import NATION
from rag.records import QuestionKind

MOST_PARTS = 12


@dataclass(frozen=True, slots=True)
class Part:
    """One look-up; `label` introduces its answer, empty where there is but one."""

    label: str
    reading: Reading


def parts(reading: Reading) -> tuple[Part, ...]:
    """The look-ups of a question in the order of the question; at most MOST_PARTS."""
    places = reading.places.places or (None,)
    years = reading.years.years or (None,)
    aims = (Aim.TARGET, Aim.RESULT) if reading.question.kind is QuestionKind.TRACK else (reading.aim,)
    found = []
    for place, year, aim in itertools.islice(itertools.product(places, years, aims), MOST_PARTS):
        spoken = "" if place is None else "国务院" if place.name == NATION else place.name
        label = "".join(
            (
                spoken if len(places) > 1 else "",
                f"{year}年" if len(years) > 1 else "",
                {Aim.TARGET: "目标", Aim.RESULT: "结果"}.get(aim, "") if len(aims) > 1 else "",
            )
        )
        one = replace(reading.about(place, year), aim=aim)
        # the number that a goal is named by is not that of its result: 7%左右的目标实现了吗
        terms = tuple(t for t in one.terms if not t.text[0].isdigit()) if len(aims) > 1 else one.terms
        found.append(Part(label, replace(one, terms=terms or one.terms)))
    return tuple(found)


def over_many(reading: Reading) -> TableAsk | None:
    """The table that is asked for over places or years that the question does not name one by one (哪个省最高, 历年)."""
    ask = reading.table
    if ask is None or len(reading.places.places) > 1:
        return None
    if ask.over is Over.YEARS:
        return ask if reading.place is not None and not reading.years.years else None
    return ask if ask.explicit or not reading.places.places else None
