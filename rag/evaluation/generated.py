"""The catalogue → questions that cross its places, years and indicators, with the answer that it implies.

In: an index, the names of indicators and the gazetteer. Out: `Generated` questions: for figures that are there, worded in
many ways, and for what is not there: a year of which no report of a place speaks, an indicator that its reports of that
year do not mention, a place that no report names. The same index gives the same questions in every run.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import TypeVar

import yaml

from rag.evaluation.askable import Cell, cells
from rag.places import NATION, Gazetteer, Level
from rag.protocols import Index
from rag.records import FigureQuery, Measure
from rag.text.script import to_simplified
from rag.topics import Indicators

DEFAULT, SEED = 2000, 2024
# years are asked for from so many before the newest report of a place to so many after it
YEARS_BEFORE, YEARS_AFTER = 12, 4
STRANGERS = 500
# a plan looks five years ahead, a report one year back
PLAN, REVIEW = 5, 1
_Item = TypeVar("_Item")

_NATIONAL = ("全国", "国家", "国内", "国民", "我国")
_SENTENCE = re.compile(r"[^。；;！？\n]+")


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


@dataclass(frozen=True, slots=True)
class Report:
    """What absences are read from: the places that a document speaks for, its year, and its text in Simplified characters."""

    places: tuple[str, ...]
    year: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What there is to ask.

    `words` are the names of each shared indicator, `spoken` those of each place; `dated` holds the years of which something
    is said of a place, `strangers` yields places that no report names.
    """

    cells: tuple[Cell, ...]
    words: Mapping[str, tuple[str, ...]]
    spoken: Mapping[str, tuple[str, ...]]
    dated: Mapping[str, frozenset[int]]
    reports: tuple[Report, ...]
    strangers: tuple[str, ...]


def catalogue(index: Index, indicators: Indicators, gazetteer: Gazetteer) -> Catalogue:
    """Read an index for questions; takes about as long as reading all of its texts."""
    documents = tuple(d for d in index.documents() if d.duplicate_of is None)
    originals = {d.path: found.text for d in documents if (found := index.document(d.path)) is not None}
    figures = index.figures(FigureQuery()).figures
    reports = tuple(
        Report(d.metadata.places, d.metadata.year, to_simplified(originals.get(d.path, ""))) for d in documents
    )
    asked = cells(figures, documents, lambda path: originals.get(path, ""))
    places = dict.fromkeys(cell.place for cell in asked)
    dated = {place: _dated(place, reports) for place in places}
    for figure in figures:
        for place in dated.keys() & set(figure.places):
            dated[place] |= {figure.year} if figure.year else set()
    return Catalogue(
        cells=asked,
        words={indicator.name: (indicator.name, *indicator.synonyms) for indicator in indicators},
        spoken={place: _names(place, gazetteer) for place in places},
        dated={place: frozenset(years) for place, years in dated.items()},
        reports=reports,
        strangers=tuple(islice(_strangers(reports, gazetteer), STRANGERS)),
    )


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
    silent = cache(lambda place, year, subject: _is_silent(place, year, subject, known))
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
ROUNDS = 12


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


def _names(place: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The full name, and the short one of a place that the gazetteer knows under it."""
    found = gazetteer.resolve(place)
    return tuple(dict.fromkeys((place, *(p.short for p in found if len(found) == 1 and p.level <= Level.CITY))))


def _dated(place: str, reports: Iterable[Report]) -> set[int]:
    """The years of the reports of a place, those that they look back at, and those that their texts name."""
    years: set[int] = set()
    for report in reports:
        if place in report.places:
            years |= {report.year, report.year - REVIEW} if report.year else set()
            years |= {int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", report.text)}
    return years


def _is_silent(place: str, year: int, subject: str, known: Catalogue) -> bool:
    """True where the reports of a place around a year neither use a name of an indicator nor could mean it by parts of one."""
    near = [
        report.text
        for report in known.reports
        if place in report.places and (report.year is None or year - PLAN <= report.year <= year + REVIEW)
    ]
    return not any(_speaks_of(name, text) for name in known.words[subject] for text in near)


def _speaks_of(name: str, text: str) -> bool:
    """The end of the name, or its beginning and its end in one sentence: 城镇和农村居民收入 speaks of 城镇居民收入."""
    if name[-3:] in text:
        return True
    return any(name[:2] in found[0] and name[-2:] in found[0] for found in _SENTENCE.finditer(text))


def _strangers(reports: Sequence[Report], gazetteer: Gazetteer) -> Iterator[str]:
    """Existing places of a name that no other bears, of which no report speaks."""
    everything = "\n".join(report.text for report in reports)
    spoken_for = {place for report in reports for place in report.places}
    for place in random.Random(SEED).sample(gazetteer.places, len(gazetteer.places)):
        alone = place.current and len(place.name) > 2 and len(gazetteer.resolve(place.name)) == 1
        if alone and place.name not in spoken_for and place.short not in everything:
            yield place.name
