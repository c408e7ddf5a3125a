"""The catalogue → questions that cross its places, years and indicators, with the answer that it implies.

In: a `Catalogue`. Out: `Generated` questions: for figures that are there, worded in many ways, and for what is not
there: a year of which no report of a place speaks, an indicator that its reports of that year do not mention, a place
that no report names. The same catalogue gives the same questions in every run.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import TypeVar

import yaml

from rag.evaluation.askable import Cell
from rag.evaluation.catalogue import Catalogue, is_silent
from rag.places import NATION
from rag.records import Measure

DEFAULT, SEED = 2000, 2024
# years are asked for from so many before the newest report of a place to so many after it
YEARS_BEFORE, YEARS_AFTER = 12, 4
# how often a cell may come up, each time in another wording
ROUNDS = 12
_NATIONAL = ("全国", "国家", "国内", "国民", "我国")

_Item = TypeVar("_Item")


class Sort(StrEnum):
    """What sort of question it is."""

    SHARED = "有的：通用指标"
    OWN = "有的：报告自己的说法"
    NO_YEAR = "没有的：年份"
    NO_SUBJECT = "没有的：指标"
    NO_PLACE = "没有的：地区"


SHARES = {Sort.SHARED: 0.35, Sort.OWN: 0.15, Sort.NO_YEAR: 0.2, Sort.NO_SUBJECT: 0.15, Sort.NO_PLACE: 0.15}


@dataclass(frozen=True, slots=True)
class Generated:
    """One question; `texts` are the ways in which its answer may be written and `docs` where it stands, both empty where there
    is none."""

    sort: Sort
    question: str
    texts: tuple[str, ...] = ()
    docs: tuple[str, ...] = ()


def generated(known: Catalogue, n: int = DEFAULT, seed: int = SEED) -> tuple[Generated, ...]:
    """At most `n` questions, of each sort its share; fewer where the catalogue has no more."""
    found: list[Generated] = []
    for sort, source in _SOURCES.items():
        chance = random.Random(f"{seed} {sort}")
        unique = dict.fromkeys(islice(source(known, chance), 4 * n))
        found += islice(unique, round(n * SHARES[sort]))
    return tuple(found)


def _shared(known: Catalogue, chance: random.Random) -> Iterator[Generated]:
    yield from _there(Sort.SHARED, [c for c in known.cells if c.shared], known, chance)


def _own(known: Catalogue, chance: random.Random) -> Iterator[Generated]:
    yield from _there(Sort.OWN, [c for c in known.cells if not c.shared], known, chance)


def _there(sort: Sort, asked: Sequence[Cell], known: Catalogue, chance: random.Random) -> Iterator[Generated]:
    """Every cell once in a random order and wording, then again in others."""
    for cell in _rounds(asked, chance):
        yield Generated(sort, _worded(cell, cell.place, cell.year, known, chance), cell.texts, cell.docs)


def _no_year(known: Catalogue, chance: random.Random) -> Iterator[Generated]:
    for cell in _rounds([c for c in known.cells if c.shared], chance):
        newest = max((r.year for r in known.reports if cell.place in r.places and r.year), default=cell.year)
        near = range(newest - YEARS_BEFORE, newest + YEARS_AFTER + 1)
        if missing := [year for year in near if year not in known.dated[cell.place]]:
            yield Generated(Sort.NO_YEAR, _worded(cell, cell.place, chance.choice(missing), known, chance))


def _no_subject(known: Catalogue, chance: random.Random) -> Iterator[Generated]:
    shared = [c for c in known.cells if c.shared]
    there = [(c.place, c.year, c.kind) for c in shared]
    silent = cache(lambda place, year, subject: is_silent(place, year, subject, known))
    for place, year, kind in _rounds(there, chance):
        other = chance.choice([c for c in shared if c.kind is kind])
        if silent(place, year, other.subject):
            yield Generated(Sort.NO_SUBJECT, _worded(other, place, year, known, chance))


def _no_place(known: Catalogue, chance: random.Random) -> Iterator[Generated]:
    for cell in _rounds([c for c in known.cells if c.shared], chance):
        if known.strangers:
            yield Generated(Sort.NO_PLACE, _worded(cell, chance.choice(known.strangers), cell.year, known, chance))


_SOURCES: Mapping[Sort, Callable[[Catalogue, random.Random], Iterator[Generated]]] = {
    Sort.SHARED: _shared,
    Sort.OWN: _own,
    Sort.NO_YEAR: _no_year,
    Sort.NO_SUBJECT: _no_subject,
    Sort.NO_PLACE: _no_place,
}


def _rounds(items: Sequence[_Item], chance: random.Random) -> Iterator[_Item]:
    for _ in range(ROUNDS):
        yield from chance.sample(items, len(items))


def _worded(cell: Cell, place: str, year: int, known: Catalogue, chance: random.Random) -> str:
    wordings = _wordings()[f"{cell.kind} {cell.measure}"]
    amount = cell.measure is Measure.LEVEL and cell.unit is not None
    fitting = [w for w in wordings if ("{unit}" in w) or not (amount and cell.rated)]
    what = chance.choice([w for w in known.words.get(cell.subject, ()) if _fits(w, place)] or [cell.subject])
    named = chance.choice(known.spoken.get(place, (place,)))
    unit = "" if cell.unit is None or "%" in cell.unit else cell.unit
    return chance.choice(fitting).format(place=named, year=year, what=what, unit=unit)


def _fits(word: str, place: str) -> bool:
    """全国居民收入 is asked of the whole country only."""
    return place == NATION or not word.startswith(_NATIONAL)


@cache
def _wordings() -> Mapping[str, tuple[str, ...]]:
    loaded = yaml.safe_load(files("rag.evaluation").joinpath("wordings.yaml").read_text(encoding="utf-8"))
    return {name: tuple(wordings) for name, wordings in loaded.items()}
