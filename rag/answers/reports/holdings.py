"""What answers read of an index, each document fetched once while it is in use.

In: an index of one generation. Out: passages, figures and original texts by document, the figures of a passage, and
for each quantity of a sentence the record that was made of it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from rag.answers.reports.plan_reviews import reviewing_a_plan
from rag.answers.reports.shelf import Shelf
from rag.figures.quantity import Quantity
from rag.protocols import Index
from rag.records import DocumentSummary, Figure, FigureQuery, Filter, Passage, Span
from rag.text.words import words as words_of

HELD, ORIGINALS_HELD, MENTIONING = 256, 64, 60


class Holdings:
    """The documents of one generation of one index; safe to share between threads."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self.shelf = Shelf.of(index)
        self.passages: Callable[[str], tuple[Passage, ...]] = lru_cache(maxsize=HELD)(index.passages_of)
        self.figures: Callable[[str], tuple[Figure, ...]] = lru_cache(maxsize=HELD)(index.figures_of)
        self.reviewing: Callable[[str], frozenset[Span]] = lru_cache(maxsize=HELD)(self._reviewing_of)
        self.original: Callable[[str], str] = lru_cache(maxsize=ORIGINALS_HELD)(self._original)

    def passing(self, documents: Iterable[DocumentSummary], filter: Filter) -> tuple[DocumentSummary, ...]:
        """Those of the documents that pass a filter, without those that another stands for."""
        own = tuple(d for d in documents if d.duplicate_of is None)
        if not filter:
            return own
        allowed = {d.path for d in self._index.documents(filter)}
        return tuple(d for d in own if d.path in allowed)

    def asked(self, query: FigureQuery) -> tuple[Figure, ...]:
        """The figures that a query lets through."""
        return self._index.figures(query).figures

    def mentioning(self, words: str) -> tuple[str, ...]:
        """The paths of the documents that the words stand in as they are, of those that a search for them finds."""
        found = self._index.lexical(words_of(words), Filter(), MENTIONING)
        passages = self._index.passages([c.passage_id for c in found])
        return tuple(dict.fromkeys(p.doc for p in passages if words in p.text))

    def within(self, passage: Passage) -> tuple[Figure, ...]:
        """The figures that stand in a passage, in their order."""
        figures = self.figures(passage.doc)
        first = bisect_left(figures, passage.span.start, key=lambda f: f.span.start)
        last = bisect_left(figures, passage.span.stop, key=lambda f: f.span.start)
        return figures[first:last]

    def _reviewing_of(self, path: str) -> frozenset[Span]:
        summary = self.shelf.by_path.get(path)
        return reviewing_a_plan(self.passages(path), summary.metadata.year if summary is not None else None)

    def around(self, figure: Figure) -> Passage | None:
        """The passage that a figure stands in."""
        return next((p for p in self.passages(figure.doc) if p.span.overlaps(figure.span)), None)

    def _original(self, path: str) -> str:
        document = self._index.document(path)
        return "" if document is None else document.text


def recorded(found: Sequence[Quantity], figures: Sequence[Figure], span: Span) -> tuple[Figure | None, ...]:
    """For each quantity of the sentence at `span` its record, None where it has none; both are in the order of the text."""
    own = iter([f for f in figures if span.start <= f.span.start < span.stop])
    records: list[Figure | None] = []
    waiting = next(own, None)
    for quantity in found:
        same = waiting is not None and _same(quantity, waiting)
        records.append(waiting if same else None)
        if same:
            waiting = next(own, None)
    return tuple(records)


def _same(quantity: Quantity, figure: Figure) -> bool:
    return (quantity.value, quantity.high) == (figure.value, figure.value_high) and (
        quantity.unit == figure.unit or quantity.value is None or figure.unit is None
    )
