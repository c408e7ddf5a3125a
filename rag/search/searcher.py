"""A query → the passages that answer it best, each with a calibrated similarity.

Both searches, by words and by meaning, propose passages under the filter; then every proposed passage is weighed by the
same evidence, whichever search it came from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rag.protocols import Encoder, Index, Vectors
from rag.records import DocumentSummary, Filter, Hit, Passage
from rag.search.asked import Asked, read_asked
from rag.search.evidence import Evidence, gather, rarities
from rag.search.fusion import fuse, similarity

PROPOSED = 100


@dataclass(frozen=True, slots=True)
class Weighed:
    """A hit with what spoke for it, for the debug view."""

    hit: Hit
    score: float
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What one generation of an index says of its documents; read once a generation."""

    generation: int
    passages: int
    contexts: Mapping[str, str]


class Searcher:
    """Searches one index with the encoder that it was built with; follows new generations of the index."""

    def __init__(self, index: Index, encoder: Encoder) -> None:
        self._index = index
        self._encoder = encoder
        self._held: _Shelf | None = None

    def search(self, query: str, filter: Filter = Filter(), limit: int = 10) -> tuple[Hit, ...]:
        """At most `limit` hits, best first, equal ones by id; none for a query without a word that carries meaning."""
        return tuple(weighed.hit for weighed in self.explain(query, filter, limit))

    def explain(self, query: str, filter: Filter = Filter(), limit: int = 10) -> tuple[Weighed, ...]:
        """The hits of `search` with the evidence for each."""
        asked = read_asked(query)
        if not asked.words or limit < 1:
            return ()
        vector = self._encoder.encode_queries([asked.text])[0]
        proposed = max(PROPOSED, limit)
        by_words = self._index.lexical(asked.words, filter, proposed)
        by_meaning = self._index.dense(vector, filter, proposed)
        ids = sorted({candidate.passage_id for candidate in (*by_words, *by_meaning)})
        if not ids:
            return ()
        similarities = self._index.similarities(vector, ids)
        return self._weighed(asked, ids, similarities)[:limit]

    def _weighed(self, asked: Asked, ids: Sequence[int], similarities: Vectors) -> tuple[Weighed, ...]:
        shelf = self._shelf()
        passages = self._index.passages(ids)
        weights = rarities(self._index.frequencies(asked.words), shelf.passages)
        contexts = [_context(passage, shelf) for passage in passages]
        evidence = gather(asked, weights, passages, contexts, similarities)
        scores = fuse(evidence, [passage.doc for passage in passages])
        order = sorted(range(len(ids)), key=lambda at: (-scores[at], ids[at]))
        return tuple(
            Weighed(
                Hit(ids[at], passages[at], similarity(float(scores[at]))),
                float(scores[at]),
                Evidence(*evidence[at].tolist()),
            )
            for at in order
        )

    def _shelf(self) -> _Shelf:
        generation = self._index.generation
        if self._held is None or self._held.generation != generation:
            documents = self._index.documents()
            self._held = _Shelf(
                generation=generation,
                passages=max(1, sum(document.passages for document in documents)),
                contexts={document.path: _about(document) for document in documents},
            )
        return self._held


def _about(document: DocumentSummary) -> str:
    """What a document says of itself, as text that words are looked for in."""
    metadata = document.metadata
    year = f"{metadata.year}年" if metadata.year else ""
    return " ".join((metadata.title, *metadata.places, year))


def _context(passage: Passage, shelf: _Shelf) -> str:
    return " ".join((shelf.contexts.get(passage.doc, ""), *passage.headings))
