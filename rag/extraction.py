"""A document → its figures as the index holds them: read out of the text, then named, placed and put under topics.

The reading itself is `rag.figures`. What is added here makes figures of different reports meet: the one name of an
indicator, the places that a figure counts for, its topics. Names and topics come from data files that users edit, so one
object holds them, which worker processes are handed.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from rag.figures.extract import Explained, explain
from rag.places import gazetteer
from rag.records import Document, Figure, Section
from rag.text.clean import CleanText
from rag.topics import Indicators, Topics

RULES = ("rag.figures", "rag.places", "rag.topics")
SUFFIXES = (".py", ".yaml", ".txt", ".tsv")


@dataclass(frozen=True, slots=True)
class Extraction:
    """Finds the figures of documents; can be sent to other processes."""

    topics: Topics
    indicators: Indicators

    def __call__(self, document: Document, clean: CleanText, sections: Sequence[Section]) -> tuple[Figure, ...]:
        """The figures of a document, in the order of its text."""
        return tuple(explained.figure for explained in self.explained(document, clean, sections))

    def explained(self, document: Document, clean: CleanText, sections: Sequence[Section]) -> Iterator[Explained]:
        """The figures of a document with the evidence for each field."""
        starts = [section.span.start for section in sections]
        for found in explain(document, clean, sections):
            under = bisect_right(starts, found.figure.span.start) - 1
            headings = sections[under].path if under >= 0 else ()
            yield self._known(document, headings, found)

    @property
    def version(self) -> str:
        """Changes whenever a figure might come out differently."""
        return f"{rules_version(RULES)}:{self.topics.version}:{self.indicators.version}"

    def _known(self, document: Document, headings: tuple[str, ...], found: Explained) -> Explained:
        figure = found.figure
        concept = self.indicators.name(figure.indicator)
        topics = self._topics(concept, f"{figure.indicator}\n{found.clause}", headings)
        places = counted_for(figure.place, document.metadata.places)
        return replace(found, figure=replace(figure, concept=concept, topics=topics, places=places))

    def _topics(self, concept: str | None, text: str, headings: tuple[str, ...]) -> tuple[str, ...]:
        """The topic of the indicator first, then those that the words speak of."""
        spoken = self.topics.tag(text, headings)
        own = self.indicators.topic(concept) if concept else None
        return tuple(dict.fromkeys((own, *spoken))) if own and own in self.topics else spoken


def counted_for(place: str | None, own: tuple[str, ...]) -> tuple[str, ...]:
    """The places that a figure for `place` in a document for `own` counts for, the largest first.

    One of the document's own places counts for those above it; another counts where the gazetteer knows it to lie, and
    one that it does not know, a township or a zone, lies in the document's own.
    """
    if place is None:
        return own
    if place in own:
        return own[: own.index(place) + 1]
    known = gazetteer().resolve(place, own)
    if len(known) == 1:
        return known[0].path
    return (place,) if known and not own else (*own, place)


@cache
def rules_version(packages: tuple[str, ...]) -> str:
    """Hash of the code and the data files of some packages, so that no change of a rule can be forgotten."""
    found = hashlib.sha256()
    for package in packages:
        for path, content in _sources(files(package), package):
            found.update(f"{path}\0{hashlib.sha256(content).hexdigest()}\n".encode())
    return found.hexdigest()[:16]


def _sources(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _sources(entry, f"{path}/{entry.name}")
        elif entry.name.endswith(SUFFIXES):
            yield f"{path}/{entry.name}", entry.read_bytes()
