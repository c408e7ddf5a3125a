"""A query → the passages that answer it best, each with a calibrated similarity.

Both searches, by words and by meaning, propose passages under the filter; then every proposed passage is weighed by the
same evidence, whichever search it came from.
"""

from __future__ import annotations

from dataclasses import dataclass

from rag.protocols import Encoder, Index, Vectors
from rag.records import Filter, Hit, Passage
from rag.search.asked import Asked, read_asked
from rag.search.evidence import Evidence, gather, rarities
from rag.search.fusion import fuse, similarity
from rag.search.shelf import Shelf

# On questions about work reports the answering passage is among the first 100 of either search for 0.99 of them.
PROPOSED = 100


@dataclass(frozen=True, slots=True)
class Weighed:
    """A hit with what spoke for it, for the debug view."""

    hit: Hit
    score: float
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class _Proposed:
    """The passages that the searches proposed, by id, with their similarity to the query's vector, shape (ids,)."""

    ids: tuple[int, ...]
    passages: tuple[Passage, ...]
    similarities: Vectors


class Searcher:
    """Searches one index with the encoder that it was built with; follows new generations of the index."""

    def __init__(self, index: Index, encoder: Encoder) -> None:
        self._index = index
        self._encoder = encoder
        self._held: Shelf | None = None

    def search(self, query: str, filter: Filter = Filter(), limit: int = 10) -> tuple[Hit, ...]:
        """At most `limit` hits, best first, equal ones by id; none for a query without a word that carries meaning."""
        return tuple(weighed.hit for weighed in self.explain(query, filter, limit))

    def explain(self, query: str, filter: Filter = Filter(), limit: int = 10) -> tuple[Weighed, ...]:
        """The hits of `search` with the evidence for each."""
        asked = read_asked(query)
        if not asked.words or limit < 1:
            return ()
        shelf = self._shelf()
        proposed = self._proposed(asked, filter, max(PROPOSED, limit), shelf)
        return self._weighed(asked, proposed, shelf)[:limit] if proposed.ids else ()

    def _proposed(self, asked: Asked, filter: Filter, limit: int, shelf: Shelf) -> _Proposed:
        vector = self._encoder.encode_queries([asked.text])[0]
        by_words = self._index.lexical(asked.words, filter, limit)
        by_meaning = self._index.dense(vector, filter, limit)
        found = sorted({candidate.passage_id for candidate in (*by_words, *by_meaning)})
        pairs = zip(found, self._index.passages(found), strict=True)
        kept = [(number, passage) for number, passage in pairs if not shelf.only_a_title(passage)]
        ids = tuple(number for number, _ in kept)
        return _Proposed(ids, tuple(passage for _, passage in kept), self._index.similarities(vector, ids))

    def _weighed(self, asked: Asked, proposed: _Proposed, shelf: Shelf) -> tuple[Weighed, ...]:
        weights = rarities(self._index.frequencies(asked.words), shelf.passages)
        contexts = [shelf.context(passage) for passage in proposed.passages]
        evidence = gather(asked, weights, proposed.passages, contexts, proposed.similarities)
        scores = fuse(evidence, [passage.doc for passage in proposed.passages]).tolist()
        order = sorted(range(len(scores)), key=lambda at: (-scores[at], proposed.ids[at]))
        return tuple(
            Weighed(
                Hit(proposed.ids[at], proposed.passages[at], similarity(scores[at])),
                scores[at],
                Evidence(*evidence[at].tolist()),
            )
            for at in order
        )

    def _shelf(self) -> Shelf:
        generation = self._index.generation
        if self._held is None or self._held.generation != generation:
            self._held = Shelf.of(generation, self._index.documents())
        return self._held
