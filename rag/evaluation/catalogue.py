"""An index → what there is to ask of it, and what there is not.

In: an index, the names of indicators and the gazetteer. Out: a `Catalogue`: the cells that have one value, the names by
which they can be asked for, and what absences are read from: years, texts, and places that no report names. A thing
counts as absent only where neither a figure nor the text itself speaks of it.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from rag.evaluation.askable import Cell, cells
from rag.places import Gazetteer, Level
from rag.protocols import Index
from rag.records import FigureQuery
from rag.text.folding import fold
from rag.text.script import to_simplified
from rag.topics import Indicators

STRANGERS = 500
# plans look five years ahead, reviews five years back
PLAN, REVIEW = 5, 5
# so many characters of a name in a text may well mean what it names
PIECE = 4
SEED = 2024

_SENTENCE = re.compile(r"[^。；;！？\n]+")


@dataclass(frozen=True, slots=True)
class Report:
    """What absences are read from: the places that a document speaks for, its year, and its text in
    Simplified characters and half-width digits."""

    places: tuple[str, ...]
    year: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What there is to ask.

    `words` are the names of each shared indicator, `kin` those of its like, `spoken` the names of each place; `dated`
    holds the years of which something is said of a place, `strangers` are places that no report names.
    """

    cells: tuple[Cell, ...]
    words: Mapping[str, tuple[str, ...]]
    kin: Mapping[str, tuple[str, ...]]
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
        Report(d.metadata.places, d.metadata.year, to_simplified(fold(originals.get(d.path, "")))) for d in documents
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
        kin=_kin(indicators),
        spoken={place: _names(place, gazetteer) for place in places},
        dated={place: frozenset(years) for place, years in dated.items()},
        reports=reports,
        strangers=tuple(islice(_strangers(reports, gazetteer), STRANGERS)),
    )


def is_silent(place: str, year: int, subject: str, known: Catalogue) -> bool:
    """True where the reports of a place around a year neither use a name of an indicator nor could mean it by parts of one."""
    near = [
        report.text
        for report in known.reports
        if place in report.places and (report.year is None or year - PLAN <= report.year <= year + REVIEW)
    ]
    own, kin = known.words.get(subject, (subject,)), known.kin.get(subject, ())
    return not any(any(name in text for name in kin) or any(_speaks_of(name, text) for name in own) for text in near)


def _speaks_of(name: str, text: str) -> bool:
    """A good piece of the name, or its beginning and its end in one sentence: 城镇和农村居民收入 speaks of 城镇居民收入."""
    if any(name[at : at + PIECE] in text for at in range(max(1, len(name) - PIECE + 1))):
        return True
    head, tail = name[:2], name[-2:]
    if head not in text or tail not in text:
        return False
    return any(head in found[0] and tail in found[0] for found in _SENTENCE.finditer(text))


def _kin(indicators: Indicators) -> dict[str, tuple[str, ...]]:
    """For each indicator the names of others that many take for it: of its topic and of its ending (财政收入, 一般公共预算收入)."""
    groups: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for indicator in indicators:
        for name in (indicator.name, *indicator.synonyms):
            groups[indicator.topic, name[-2:]].append(name)
    return {i.name: tuple(groups[i.topic, i.name[-2:]]) for i in indicators}


def _names(place: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The full name, and the short one of a place that the gazetteer knows under it."""
    found = gazetteer.resolve(place)
    return tuple(dict.fromkeys((place, *(p.short for p in found if len(found) == 1 and p.level <= Level.CITY))))


def _dated(place: str, reports: Iterable[Report]) -> set[int]:
    """The years of the reports of a place, those that they look back at, and those that their texts name."""
    years: set[int] = set()
    for report in reports:
        if place in report.places:
            years |= {report.year, report.year - 1} if report.year else set()
            years |= {int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", report.text)}
    return years


def _strangers(reports: Sequence[Report], gazetteer: Gazetteer) -> Iterator[str]:
    """Existing places of a name that no other bears, of which no report speaks."""
    everything = "\n".join(report.text for report in reports)
    spoken_for = {place for report in reports for place in report.places}
    for place in random.Random(SEED).sample(gazetteer.places, len(gazetteer.places)):
        alone = place.current and len(place.name) > 2 and len(gazetteer.resolve(place.name)) == 1
        if alone and place.name not in spoken_for and place.short not in everything:
            yield place.name
