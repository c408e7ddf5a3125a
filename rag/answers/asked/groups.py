"""What a table has a row for: places of one level, or years of one place.

In: a reading of a question over many places or years, and the shelf. Out: `Group`s, each with the documents in which
its figure can stand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rag.answers.asked.question import Reading
from rag.answers.asked.table import Over, TableAsk
from rag.answers.reports.shelf import AskedPlace, Shelf
from rag.places import NATION, Gazetteer, Level
from rag.records import DocumentSummary

_LEVELS = {
    Over.PROVINCES: Level.PROVINCE,
    Over.CITIES: Level.CITY,
    Over.COUNTIES: Level.COUNTY,
    Over.TOWNSHIPS: Level.TOWNSHIP,
}
# the level of a place that no gazetteer has, by the end of its name
_ENDINGS = (
    (re.compile(r"(?:省|自治区|特别行政区)$"), Level.PROVINCE),
    (re.compile(r"(?:市|自治州|盟)$"), Level.CITY),
    (re.compile(r"[县区旗]$"), Level.COUNTY),
    (re.compile(r"(?:[镇乡]|街道|苏木)$"), Level.TOWNSHIP),
)


@dataclass(frozen=True, slots=True)
class Group:
    """One row to be: the place or year that `label` names, and the documents to read for it.

    `place` is the place whose figures count; `year` is set where the rows are years.
    """

    label: str
    place: AskedPlace
    documents: tuple[DocumentSummary, ...]
    year: int | None = None


Passing = Callable[[Iterable[DocumentSummary]], tuple[DocumentSummary, ...]]


def groups(reading: Reading, ask: TableAsk, shelf: Shelf, gazetteer: Gazetteer, passing: Passing) -> tuple[Group, ...]:
    """The rows to be, in the order of the names of the places or of the years; `passing` keeps out what a filter does."""
    if ask.over is Over.YEARS:
        return tuple(_years(reading, shelf, passing)) if reading.place is not None else ()
    if len(reading.places.places) > 1:
        return tuple(_named(reading, shelf, gazetteer, passing))
    found = tuple(_places(reading, ask, shelf, gazetteer, passing))
    if ask.over is not Over.PLACES:
        return tuple(group for _, group in found)
    levels = Counter(level for level, _ in found)
    return tuple(group for level, group in found if level == levels.most_common(1)[0][0])


def level_of(name: str, path: tuple[str, ...], gazetteer: Gazetteer) -> Level | None:
    """The level of a place: as the gazetteer has it, else by the end of its name."""
    levels = {place.level for place in gazetteer.resolve(name, path) if place.name == name}
    if len(levels) == 1:
        return levels.pop()
    return next((level for ending, level in _ENDINGS if ending.search(name)), None)


def _places(
    reading: Reading, ask: TableAsk, shelf: Shelf, gazetteer: Gazetteer, passing: Passing
) -> Iterable[tuple[Level | None, Group]]:
    """The places below the one named, with their level; all, where none is named."""
    above = reading.place.name if reading.place is not None and reading.place.name != NATION else None
    level = _LEVELS.get(ask.over)
    for name, documents in sorted(shelf.by_place.items()):
        path = shelf.paths[name]
        if name == NATION or (above is not None and above not in path[:-1]):
            continue
        its = level_of(name, path, gazetteer)
        if level is None or its is level:
            own = passing(documents)
            place = AskedPlace.named(name, path)
            if own:
                yield its, Group(_spoken(name, path, gazetteer), place, own)


def _named(reading: Reading, shelf: Shelf, gazetteer: Gazetteer, passing: Passing) -> Iterable[Group]:
    """The places that the question names, in its order."""
    for place in reading.places.places:
        yield Group(_spoken(place.name, place.path, gazetteer), place, passing(shelf.speaking_for(place)))


def _years(reading: Reading, shelf: Shelf, passing: Passing) -> Iterable[Group]:
    assert reading.place is not None
    documents = passing(shelf.speaking_for(reading.place))
    reports = shelf.years(documents)
    known = tuple(sorted({*reports, *(year - 1 for year in reports)}))
    since = reading.years.since
    years = tuple(y for y in known if y >= since) if since is not None else reading.years.years or known
    for year in years:
        near = tuple(d for d in documents if d.metadata.year in (year, year + 1))
        yield Group(f"{year}年", reading.place, near, year)


def _spoken(name: str, path: tuple[str, ...], gazetteer: Gazetteer) -> str:
    """西藏 for 西藏自治区: as the gazetteer shortens provinces and cities; smaller places keep their names."""
    known = [p for p in gazetteer.resolve(name, path) if p.name == name and p.level <= Level.CITY]
    return known[0].short if len(known) == 1 else name
