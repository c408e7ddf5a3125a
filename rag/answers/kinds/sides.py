"""Two things set side by side, each in a place of its own: 柏坞镇2024年的监测户跟青筏镇2023年的贫困户比，哪边多.

In: the reading of a question that names several places, and what reads a question. Out: a look-up for each side, read as a
question by itself; empty where the places share their subject and their year, so that crossing them says the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from rag.answers.asked.question import Reading
from rag.answers.asked.routes import Part
from rag.records import QuestionKind

# what leads from one side to the next, and what is asked of all of them together
_JOIN = re.compile(r"[\s，,、；;。？?]*(?:和|跟|与|同|以及|还有|对比|相比|比)?$")
_TOGETHER = re.compile(
    r"(?:相?比(?:较|起来|一比)?)?[，,；;。？?！!]*(?:[，,；;。？?！!]|比|$)\s*(?:两[个者边家地镇县]|二者|哪|谁|各|分别|差|相差|加起来|合计|一共|总共|都|$)"
)
_ASKS = re.compile(r"多少|几|哪|什么|怎么|如何|谁|吗")
_ADJACENT = 1


def sides(reading: Reading, read: Callable[[str], Reading]) -> tuple[Part, ...]:
    """The look-ups of a question whose sides have each a place and a thing, or a place and a year, of their own."""
    if len(reading.places.places) < 2 or reading.question.kind is QuestionKind.TRACK:
        return ()
    found = tuple(_with_year(read(text), reading) for text in _texts(reading))
    if len(found) < 2 or not all(len(one.places.places) == 1 and _names_a_thing(one) for one in found):
        return ()
    if len({(_subject(one), one.years.years) for one in found}) < 2 or len({one.place for one in found}) < 2:
        return ()
    return tuple(Part(_label(one), one) for one in found)


def _texts(reading: Reading) -> Iterator[str]:
    """A question for each side: its own words, and that it is asked how much, where they do not ask themselves."""
    clean = reading.question.clean
    cuts = [*_starts(reading.places.spans), len(clean)]
    head = clean[: cuts[0]]
    for start, stop in pairwise(cuts):
        side = clean[start:stop]
        if stop == len(clean) and (together := _TOGETHER.search(side)):
            side = side[: together.start()]
        side = _JOIN.sub("", side)
        yield f"{head}{side}" if _ASKS.search(side) or not reading.wanted.number else f"{head}{side}是多少"


def _starts(spans: tuple[tuple[int, int], ...]) -> Iterator[int]:
    """Where the names of places begin; one that follows on another belongs to it."""
    last = -_ADJACENT - 1
    for start, stop in sorted(spans):
        if start - last > _ADJACENT:
            yield start
        last = stop


def _with_year(side: Reading, reading: Reading) -> Reading:
    """A side that names no year is for the only one that the question names."""
    alone = len(reading.years.years) == 1 and not (side.years.years or side.years.reports)
    return replace(side, years=reading.years) if alone else side


def _names_a_thing(side: Reading) -> bool:
    return any(term.need == 1 and term.weight >= 1 for term in side.subject)


def _subject(side: Reading) -> frozenset[str]:
    return frozenset(term.concept or term.text for term in side.subject)


def _label(side: Reading) -> str:
    place = side.place.name if side.place else ""
    return place + "".join(f"{year}年" for year in side.years.years)
