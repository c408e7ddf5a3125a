"""A document → its figures as the index holds them: read out of the text, with the topics that each speaks of.

The reading itself is `rag.figures`; what is added here is known only from data files that users edit, so it is added
where those are loaded, by one object that worker processes are handed.
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
from rag.records import Document, Figure, Section
from rag.text.clean import CleanText
from rag.topics import Topics

RULES = ("rag.figures", "rag.places")
SUFFIXES = (".py", ".yaml")


@dataclass(frozen=True, slots=True)
class Extraction:
    """Finds the figures of documents; can be sent to other processes."""

    topics: Topics

    def __call__(self, document: Document, clean: CleanText, sections: Sequence[Section]) -> tuple[Figure, ...]:
        """The figures of a document, in the order of its text."""
        return tuple(explained.figure for explained in self.explained(document, clean, sections))

    def explained(self, document: Document, clean: CleanText, sections: Sequence[Section]) -> Iterator[Explained]:
        """The figures of a document with the evidence for each field."""
        starts = [section.span.start for section in sections]
        for found in explain(document, clean, sections):
            under = bisect_right(starts, found.figure.span.start) - 1
            headings = sections[under].path if under >= 0 else ()
            topics = self.topics.tag(f"{found.figure.indicator}\n{found.clause}", headings)
            yield replace(found, figure=replace(found.figure, topics=topics))

    @property
    def version(self) -> str:
        """Changes whenever a figure might come out differently."""
        return f"{rules_version()}:{self.topics.version}"


@cache
def rules_version() -> str:
    """Hash of the code and the data files that figures are read by, so that no change of a rule can be forgotten."""
    found = hashlib.sha256()
    for package in RULES:
        for path, content in _sources(files(package), package):
            found.update(f"{path}\0{hashlib.sha256(content).hexdigest()}\n".encode())
    return found.hexdigest()[:16]


def _sources(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _sources(entry, f"{path}/{entry.name}")
        elif entry.name.endswith(SUFFIXES):
            yield f"{path}/{entry.name}", entry.read_bytes()
