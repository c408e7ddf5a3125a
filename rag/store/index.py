"""An index folder, open for reading: the Index of rag.protocols over catalogue, tantivy and FAISS.

Every call looks whether a new generation was published, which costs some ten microseconds, and follows it.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from rag.protocols import Vectors
from rag.records import (
    Candidate,
    Document,
    DocumentSummary,
    Facets,
    Figure,
    FigureCount,
    FigureGroup,
    FigurePage,
    FigureQuery,
    Filter,
    Passage,
    Statistics,
)
from rag.store import change_log, figure_queries, queries
from rag.store.catalog import SourceState, source_states
from rag.store.change_log import ChangedFigure
from rag.store.failures import reported
from rag.store.figure_changes import FigureChange
from rag.store.lexical import LexicalWeights
from rag.store.publication import heal
from rag.store.snapshot import Snapshot, missing, open_snapshot
from rag.store.vectors import APPROXIMATE_FROM

EVEN = LexicalWeights()


@dataclass(frozen=True, slots=True)
class Problem:
    """A source file that the last build could not read; `reason` and `remedy` are fit for the screen."""

    path: str
    reason: str
    remedy: str


class StoredIndex:
    """An Index kept in a folder; any number of threads may use one."""

    def __init__(self, folder: Path, weights: LexicalWeights = EVEN, approximate_from: int = APPROXIMATE_FROM) -> None:
        """Raises IndexMissing or IndexUnusable."""
        self._folder = folder
        self._weights = weights
        self._approximate_from = approximate_from
        self._following = threading.Lock()
        with reported(folder):
            self._held = open_snapshot(folder, approximate_from)

    @property
    def generation(self) -> int:
        """Grows by one with every committed build that changed anything."""
        return self._snapshot().generation

    def statistics(self) -> Statistics:
        """Size and state."""
        snapshot = self._snapshot()
        with reported(self._folder), snapshot.connections.borrowed() as connection:
            documents, characters, passages, figures = queries.totals(connection, snapshot.generation)
            return Statistics(
                generation=snapshot.generation,
                documents=documents,
                passages=passages,
                figures=figures,
                characters=characters,
                encoder=queries.meta(connection, "encoder") or "",
                built_at=queries.meta(connection, "built_at"),
                bytes_on_disk=_bytes_below(self._folder),
            )

    def facets(self) -> Facets:
        """What can be filtered by, most frequent first."""
        with reported(self._folder):
            return self._snapshot().facets()

    def documents(self, filter: Filter = Filter()) -> tuple[DocumentSummary, ...]:
        """The documents that pass, by path; duplicates folded into one another are among them."""
        snapshot = self._snapshot()
        with reported(self._folder), snapshot.connections.borrowed() as connection:
            return queries.documents(connection, snapshot.generation, filter)

    def document(self, path: str) -> Document | None:
        """One document with its original text, or None where the index has none of that path."""
        snapshot = self._snapshot()
        with reported(self._folder), snapshot.connections.borrowed() as connection:
            return queries.document(connection, snapshot.generation, path)

    def passages(self, ids: Sequence[int]) -> tuple[Passage, ...]:
        """The passages of these ids, in this order. Raises KeyError for an unknown id."""
        with reported(self._folder):
            return self._snapshot().passages(ids)

    def passages_of(self, path: str) -> tuple[Passage, ...]:
        """All passages of one document in their order."""
        snapshot = self._snapshot()
        with reported(self._folder), snapshot.connections.borrowed() as connection:
            return queries.passages_of(connection, snapshot.generation, path)

    def figures_of(self, path: str) -> tuple[Figure, ...]:
        """All figures of one document in their order."""
        snapshot = self._snapshot()
        with reported(self._folder), snapshot.connections.borrowed() as connection:
            return figure_queries.figures_of(connection, snapshot.generation, path)

    def figures(self, query: FigureQuery) -> FigurePage:
        """The page of the figures that a query lets through, and how many there are in all."""
        snapshot = self._snapshot()
        with reported(self._folder), snapshot.connections.borrowed() as connection:
            return figure_queries.figures(connection, snapshot.generation, query)

    def figure_counts(self, query: FigureQuery, by: FigureGroup) -> tuple[FigureCount, ...]:
        """How many of the figures that a query lets through have each value, most frequent first."""
        snapshot = self._snapshot()
        with reported(self._folder), snapshot.connections.borrowed() as connection:
            return figure_queries.counts(connection, snapshot.generation, query, by)

    def lexical(self, words: Sequence[str], filter: Filter, limit: int) -> tuple[Candidate, ...]:
        """BM25 candidates for `words` (see rag.text.words), best first, the filter applied inside the search."""
        snapshot = self._snapshot()
        with reported(self._folder):
            resolved = snapshot.resolved(filter)
        if resolved is None:
            return ()
        return snapshot.lexical.search(words, resolved, limit, self._weights)

    def frequencies(self, words: Sequence[str]) -> tuple[int, ...]:
        """In how many passages each word stands, in their text or in their title and headings, by the larger of the two."""
        return self._snapshot().lexical.frequencies(words)

    def dense(self, vector: Vectors, filter: Filter, limit: int) -> tuple[Candidate, ...]:
        """Nearest passages to one vector of shape (dimension,), best first, the filter applied inside the search."""
        snapshot = self._snapshot()
        _check_shape(vector, snapshot)
        with reported(self._folder):
            resolved = snapshot.resolved(filter)
            if resolved is None:
                return ()
            among = snapshot.passing(resolved) if resolved else None
        return snapshot.vectors.search(vector, limit, among)

    def similarities(self, vector: Vectors, ids: Sequence[int]) -> Vectors:
        """Dot products of one vector with the vectors of these passages, shape (len(ids),)."""
        snapshot = self._snapshot()
        _check_shape(vector, snapshot)
        with reported(self._folder), snapshot.connections.borrowed() as connection:
            rows = queries.vectors(connection, ids, snapshot.vectors.dimension)
        return np.asarray(rows @ vector, dtype=np.float32)

    def problems(self) -> tuple[Problem, ...]:
        """The source files that the last build could not read, by path."""
        with reported(self._folder), self._snapshot().connections.borrowed() as connection:
            return tuple(Problem(*row) for row in queries.problems(connection))

    def sources(self) -> tuple[SourceState, ...]:
        """What the last build found of each source file, by path."""
        with reported(self._folder), self._snapshot().connections.borrowed() as connection:
            return source_states(connection)

    def changes(self) -> tuple[FigureChange, ...] | None:
        """The documents that the last build wrote or dropped, by path, with exact counts of their figures; None where
        nothing is known of it."""
        snapshot = self._snapshot()
        with reported(self._folder), snapshot.connections.borrowed() as connection:
            return change_log.changes(connection, snapshot.generation)

    def changed_figures(self, path: str) -> tuple[ChangedFigure, ...]:
        """The figures of one document that the last build changed; of a very large build only the first are kept."""
        snapshot = self._snapshot()
        with reported(self._folder), snapshot.connections.borrowed() as connection:
            return change_log.changed_figures(connection, snapshot.generation, path)

    def close(self) -> None:
        """Give up files and connections."""
        self._held.close()

    def _snapshot(self) -> Snapshot:
        held = self._held
        with reported(self._folder):
            if held.is_current(self._folder) or not self._following.acquire(blocking=False):
                return held
            try:
                fresh = open_snapshot(self._folder, self._approximate_from)
                held, self._held = self._held, fresh
            finally:
                self._following.release()
        held.close()
        return fresh


def open_index(folder: Path, weights: LexicalWeights = EVEN, approximate_from: int = APPROXIMATE_FROM) -> StoredIndex:
    """The index in a folder; raises IndexMissing where there is none and IndexUnusable where it is damaged.

    What a killed build left undone is finished first. Works while another process builds.
    """
    if not folder.is_dir():
        raise missing(folder)
    with reported(folder):
        heal(folder, approximate_from)
    return StoredIndex(folder, weights, approximate_from)


def _check_shape(vector: Vectors, snapshot: Snapshot) -> None:
    if vector.shape != (snapshot.vectors.dimension,):
        raise ValueError(f"a vector of shape ({snapshot.vectors.dimension},) is needed, got {vector.shape}")


def _bytes_below(folder: Path) -> int:
    """What is there at the moment; a build may replace files and whole folders meanwhile."""
    total = 0
    # a folder that has gone is left out, where Path.rglob raises
    for parent, _, names in os.walk(folder):
        for name in names:
            with suppress(FileNotFoundError):
                total += (Path(parent) / name).stat().st_size
    return total
