"""Which reports there are for which place and year.

In: the summaries of all documents of an index. Out: a `Shelf` that says, for a place that a question names, which
documents speak for it, and, where there are none, what there is instead.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rag.places import Place, gazetteer, zone_names
from rag.protocols import Index
from rag.records import DocumentSummary

_SUFFIX = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:特别行政区|自治[区州县旗]|[省市县区旗盟镇乡]|街道|苏木)$")


@dataclass(frozen=True, slots=True)
class AskedPlace:
    """A place that a question names: its full name, the names it may be spoken of by, and its path from the province.

    `path` ends with the place itself; a place that neither gazetteer nor index knows has its name alone.
    """

    name: str
    spoken: tuple[str, ...]
    path: tuple[str, ...]

    @classmethod
    def named(cls, name: str, path: tuple[str, ...] = ()) -> AskedPlace:
        """The place of this full name, with the names that places of its form go by."""
        return cls(name, spoken_names(name), path or (name,))

    @property
    def is_listed(self) -> bool:
        """True for a place that the gazetteer has, or of which it is known where it lies."""
        return len(self.path) > 1 or bool(gazetteer().resolve(self.name))

    @classmethod
    def of(cls, place: Place) -> AskedPlace:
        """The place as the gazetteer has it."""
        return cls(place.name, tuple(dict.fromkeys((place.name, place.short))), place.path)


@dataclass(frozen=True)
class Shelf:
    """The documents of an index by place and year."""

    documents: tuple[DocumentSummary, ...]

    @classmethod
    def of(cls, index: Index) -> Shelf:
        """The shelf of an index as it stands now."""
        return cls(index.documents())

    @cached_property
    def by_path(self) -> Mapping[str, DocumentSummary]:
        """Summaries by the path of their document."""
        return {d.path: d for d in self.documents}

    @cached_property
    def by_place(self) -> Mapping[str, tuple[DocumentSummary, ...]]:
        """The documents that speak for a place, by its full name."""
        found: dict[str, list[DocumentSummary]] = defaultdict(list)
        for document in self.documents:
            if document.metadata.place is not None:
                found[document.metadata.place].append(document)
        return {place: tuple(documents) for place, documents in found.items()}

    @cached_property
    def by_speaker(self) -> Mapping[str, tuple[DocumentSummary, ...]]:
        """The documents by the name of who speaks in them."""
        found: dict[str, list[DocumentSummary]] = defaultdict(list)
        for document in self.documents:
            if document.metadata.speaker:
                found[document.metadata.speaker].append(document)
        return {speaker: tuple(documents) for speaker, documents in found.items()}

    @cached_property
    def unplaced(self) -> tuple[DocumentSummary, ...]:
        """The documents of which neither text nor gazetteer says what place they speak for."""
        return tuple(d for d in self.documents if d.metadata.place is None)

    @cached_property
    def paths(self) -> Mapping[str, tuple[str, ...]]:
        """The path of each place that some document names for itself or lies under."""
        found: dict[str, tuple[str, ...]] = {}
        for document in self.documents:
            places = document.metadata.places
            for depth, place in enumerate(places, start=1):
                found.setdefault(place, places[:depth])
        return found

    @cached_property
    def shorts(self) -> frozenset[str]:
        """The short names of these places."""
        return frozenset(short_name(name) for name in self.paths)

    def speaking_for(self, place: AskedPlace) -> tuple[DocumentSummary, ...]:
        """The documents of exactly this place; of namesakes only those on its path, of no place those with it in the title."""
        own = self.by_place.get(place.name, ())
        titled = tuple(d for d in self.unplaced if place.name in d.metadata.title)
        return (*(d for d in own if _on_one_path(d.metadata.places, place.path)), *titled)

    def is_titled(self, word: str) -> bool:
        """True where some document has this word in its title."""
        return any(word in d.metadata.title for d in self.documents)

    def below(self, place: AskedPlace) -> tuple[DocumentSummary, ...]:
        """The documents of places that lie under this one."""
        return tuple(d for d in self.documents if place.name in d.metadata.places[:-1])

    def above(self, place: AskedPlace) -> tuple[DocumentSummary, ...]:
        """The documents of the smallest place above this one that has any."""
        for name in reversed(place.path[:-1]):
            if documents := self.by_place.get(name, ()):
                return documents
        return ()

    def years(self, documents: Iterable[DocumentSummary] | None = None) -> tuple[int, ...]:
        """The report years of these documents (of all, where None), ascending."""
        chosen = self.documents if documents is None else documents
        return tuple(sorted({d.metadata.year for d in chosen if d.metadata.year is not None}))


def short_name(name: str) -> str:
    """澄溪 for 澄溪县; the name itself where too little would be left, or where it is a zone's."""
    return name if zone_names(name) else _SUFFIX.sub("", name)


@lru_cache(maxsize=4096)
def spoken_names(name: str) -> tuple[str, ...]:
    """The names that a place goes by: the full one, and the short one or those of a zone."""
    return zone_names(name) or tuple(dict.fromkeys((name, short_name(name))))


def _on_one_path(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """True where no level names two different places: 青筏镇 of 澄溪县 is not that of another county."""
    if len(left) == 1 or len(right) == 1:
        return True
    shared = set(left) & set(right)
    return len(shared) > 1 or left == right
