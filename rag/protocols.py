"""The narrow interfaces between stages, so that each can be replaced and tested with a small fake."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

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

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """Turns texts into unit vectors whose dot product says how near they are in meaning."""

    @property
    def name(self) -> str:
        """Identifies model and way of running; stored vectors are keyed by it."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), dimension), float32, rows of length 1, in the order of `texts`."""

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), dimension), float32, rows of length 1, in the order of `texts`."""


class Index(Protocol):
    """What search and answers need of an index; nothing above the store knows how it is kept."""

    @property
    def generation(self) -> int:
        """Grows by one with every committed build that changed anything."""

    def statistics(self) -> Statistics:
        """Size and state."""

    def facets(self) -> Facets:
        """What can be filtered by, most frequent first."""

    def documents(self, filter: Filter = Filter()) -> tuple[DocumentSummary, ...]:
        """The documents that pass, by path; duplicates folded into one another are among them."""

    def document(self, path: str) -> Document | None:
        """One document with its original text, or None where the index has none of that path."""

    def passages(self, ids: Sequence[int]) -> tuple[Passage, ...]:
        """The passages of these ids, in this order. Raises KeyError for an unknown id."""

    def passages_of(self, path: str) -> tuple[Passage, ...]:
        """All passages of one document in their order."""

    def figures_of(self, path: str) -> tuple[Figure, ...]:
        """All figures of one document in their order, also of one that another document stands for."""

    def figures(self, query: FigureQuery) -> FigurePage:
        """The page of the figures that a query lets through, and how many there are in all."""

    def figure_counts(self, query: FigureQuery, by: FigureGroup) -> tuple[FigureCount, ...]:
        """How many of the figures that a query lets through have each value, most frequent first.

        Order and page of the query play no part; figures without a value are not counted.
        """

    def lexical(self, words: Sequence[str], filter: Filter, limit: int) -> tuple[Candidate, ...]:
        """BM25 candidates for `words` (see rag.text.words), best first, the filter applied inside the search."""

    def frequencies(self, words: Sequence[str]) -> tuple[int, ...]:
        """In how many passages each word stands, in their text or in their title and headings, by the larger of the two."""

    def dense(self, vector: Vectors, filter: Filter, limit: int) -> tuple[Candidate, ...]:
        """Nearest passages to one vector of shape (dimension,), best first, the filter applied inside the search."""

    def similarities(self, vector: Vectors, ids: Sequence[int]) -> Vectors:
        """Dot products of one vector with the vectors of these passages, shape (len(ids),)."""


class Progress(Protocol):
    """Told how far a build is; calls come from the building thread."""

    def __call__(self, stage: str, done: int, total: int, detail: str) -> None:
        """`stage` is "reading", "encoding" or "indexing"; `detail` the file at hand or what else is worth showing."""
