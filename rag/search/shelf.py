"""What search knows of the documents of an index: read once a generation, then held in memory.

A passage is found by what its document says of itself too, so each passage gets its context: title, places and year of
the document, and the headings above the passage.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rag.records import DocumentSummary, Passage

_MARKS = "。；：！？;:!? "


@dataclass(frozen=True, slots=True)
class Shelf:
    """The documents of one generation: the number of all passages, and by path the context and the passages of each."""

    generation: int
    passages: int
    about: Mapping[str, str]
    passages_of: Mapping[str, int]

    @classmethod
    def of(cls, generation: int, documents: Iterable[DocumentSummary]) -> Shelf:
        """The shelf of these documents; those folded into another one have no passages that are searched."""
        found = tuple(document for document in documents if document.duplicate_of is None)
        return cls(
            generation=generation,
            passages=max(1, sum(document.passages for document in found)),
            about={document.path: _about(document) for document in found},
            passages_of={document.path: document.passages for document in found},
        )

    def context(self, passage: Passage) -> str:
        """The text around a passage that tells what it is about."""
        return " ".join((self.about.get(passage.doc, ""), *passage.headings))

    def only_a_title(self, passage: Passage) -> bool:
        """True for a passage that repeats a title or heading of a document that says more than that."""
        return self.passages_of.get(passage.doc, 1) > 1 and passage.text.rstrip(_MARKS) in self.context(passage)


def _about(document: DocumentSummary) -> str:
    metadata = document.metadata
    year = f"{metadata.year}年" if metadata.year else ""
    return " ".join((metadata.title, *metadata.places, year))
