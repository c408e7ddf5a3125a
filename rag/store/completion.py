"""Encoded documents → the same with the topics that can be told only now that vectors are there.

The vectors come from the catalogue, so that editing the topics puts passages under them anew without encoding any of
them again. What tells the topics apart is encoded once in a build, and only when a passage asks for it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from rag.protocols import Encoder
from rag.store.catalog import Catalog
from rag.store.encode import Encoded
from rag.store.prepared import PreparedPassage
from rag.topics import Topics
from rag.topics.inheritance import with_inherited_topics
from rag.topics.load_other_matters import load_other_matters
from rag.topics.meaning import Meanings, described, told_by_words, with_topics_by_meaning

FEWEST_TOPICS = 3


class Completion:
    """Gives passages that no word puts under a topic the one that they are near to, and figures that of their passage."""

    def __init__(self, catalog: Catalog, encoder: Encoder, topics: Topics) -> None:
        self._catalog = catalog
        self._encoder = encoder
        self._topics = topics

    def __call__(self, ready: Encoded) -> Encoded:
        """The document with all its topics; neither its texts nor the ids of its vectors change."""
        prepared = ready.prepared
        passages = self._passages(prepared.passages, ready.vector_ids)
        figures = with_inherited_topics(prepared.figures, [item.passage for item in passages], self._topics)
        return replace(ready, prepared=replace(prepared, passages=passages, figures=figures))

    def _passages(
        self, passages: tuple[PreparedPassage, ...], vector_ids: tuple[int, ...]
    ) -> tuple[PreparedPassage, ...]:
        at = [i for i, item in enumerate(passages) if not told_by_words(item.passage, self._topics)]
        if not at or self._meanings is None:
            return passages
        vectors = self._catalog.vectors([vector_ids[i] for i in at], self._encoder.dimension)
        asked = [passages[i].passage for i in at]
        found = list(passages)
        for i, passage in zip(at, with_topics_by_meaning(asked, vectors, self._topics, self._meanings), strict=True):
            found[i] = replace(passages[i], passage=passage)
        return tuple(found)

    @cached_property
    def _meanings(self) -> Meanings | None:
        """None where there are too few topics to tell what sets one apart."""
        descriptions = described(self._topics, load_other_matters())
        if descriptions.topics < FEWEST_TOPICS:
            return None
        lists = self._encoder.encode_queries(descriptions.lists)
        return Meanings(descriptions, lists, self._encoder.encode_passages(descriptions.examples))
