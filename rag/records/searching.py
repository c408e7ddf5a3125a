"""What a search may look at, what it finds, and what an index holds."""

from __future__ import annotations

from dataclasses import dataclass

from rag.records.documents import Passage, ReportKind


@dataclass(frozen=True, slots=True)
class Filter:
    """Which documents and passages a search may look at; an empty field lets everything through.

    Values of one field are alternatives, fields are conditions: places=("甘肃省",) lets through every document whose
    `places` hold 甘肃省 at any level.
    """

    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    kinds: tuple[ReportKind, ...] = ()
    topics: tuple[str, ...] = ()
    docs: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.places or self.years or self.kinds or self.topics or self.docs)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that one search proposes: its id in the index and that search's own similarity."""

    passage_id: int
    similarity: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, best first; `similarity` is the calibrated one in [0, 1] after fusion."""

    passage_id: int
    passage: Passage
    similarity: float


@dataclass(frozen=True, slots=True)
class Facet:
    """A value that can be filtered by, with the number of documents that have it."""

    value: str
    documents: int


@dataclass(frozen=True, slots=True)
class Facets:
    """What an index can be filtered by."""

    places: tuple[Facet, ...] = ()
    years: tuple[Facet, ...] = ()
    kinds: tuple[Facet, ...] = ()
    topics: tuple[Facet, ...] = ()


@dataclass(frozen=True, slots=True)
class Statistics:
    """The size and state of an index."""

    generation: int
    documents: int
    passages: int
    figures: int
    characters: int
    encoder: str
    built_at: str | None
    bytes_on_disk: int
