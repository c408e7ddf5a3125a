"""Prepared documents → the ids of their passages' vectors, each text encoded once and many texts at a time.

Documents wait here until a batch is full, and leave in the order in which they came. Vectors are stored as soon as
they are there, so that a killed build never has to encode them again.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from rag.errors import EncoderError
from rag.protocols import Encoder
from rag.store.catalog import Catalog
from rag.store.folding import group_of
from rag.store.prepared import Prepared, vector_key

BATCH = 128


@dataclass(frozen=True, slots=True)
class Encoded:
    """A document ready to be committed: the ids of the vectors of its passages, in their order."""

    prepared: Prepared
    vector_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Waiting:
    prepared: Prepared
    keys: tuple[bytes, ...]
    known: dict[bytes, int]


class Encoding:
    """Feeds the encoder; `advance` is told how many texts are encoded, how many are known of, and of which file."""

    def __init__(self, catalog: Catalog, encoder: Encoder, advance: Callable[[int, int, str], None]) -> None:
        self._catalog = catalog
        self._encoder = encoder
        self._advance = advance
        self._documents: deque[_Waiting] = deque()
        self._texts: dict[bytes, str] = {}
        self._fold_keys: set[str] = set()
        self._asked = 0
        self.encoded = 0
        self.seconds = 0.0

    def add(self, prepared: Prepared) -> Iterator[Encoded]:
        """Take a document in; yields those that are ready, which may include it."""
        if prepared.fold_key in self._fold_keys:
            yield from self.finish()  # it may have the vectors of the one before it
        keys = tuple(vector_key(passage.indexed_text) for passage in prepared.passages)
        known = _vectors_of_twins(self._catalog, prepared, keys) | self._catalog.vector_ids(self._encoder.name, keys)
        missing = {
            key: passage.indexed_text
            for key, passage in zip(keys, prepared.passages, strict=True)
            if key not in known and key not in self._texts
        }
        self._texts |= missing
        self._asked += len(missing)
        self._documents.append(_Waiting(prepared, keys, known))
        self._fold_keys.add(prepared.fold_key)
        while len(self._texts) >= BATCH:
            self._encode()
            yield from self._ready()
        yield from self._ready()

    def finish(self) -> Iterator[Encoded]:
        """Encode what is left; yields the documents that waited for it."""
        while self._texts:
            self._encode()
            yield from self._ready()
        yield from self._ready()
        self._fold_keys.clear()

    def _encode(self) -> None:
        keys = list(self._texts)[:BATCH]
        texts = [self._texts.pop(key) for key in keys]
        began = time.perf_counter()
        vectors = self._encoder.encode_passages(texts)
        self.seconds += time.perf_counter() - began
        if vectors.shape != (len(texts), self._encoder.dimension) or not np.isfinite(vectors).all():
            raise EncoderError(
                f"模型 {self._encoder.name} 给出的向量不对（形状 {vectors.shape}，应为"
                f" ({len(texts)}, {self._encoder.dimension}) 且都是有限数）；请换一个模型"
            )
        added = self._catalog.add_vectors(self._encoder.name, keys, vectors)
        for waiting in self._documents:
            waiting.known.update((key, added[key]) for key in waiting.keys if key in added)
        self.encoded += len(texts)
        self._advance(self.encoded, self._asked, self._documents[0].prepared.document.path)

    def _ready(self) -> Iterator[Encoded]:
        while self._documents and all(key in self._documents[0].known for key in self._documents[0].keys):
            waiting = self._documents.popleft()
            yield Encoded(waiting.prepared, tuple(waiting.known[key] for key in waiting.keys))


def _vectors_of_twins(catalog: Catalog, prepared: Prepared, keys: tuple[bytes, ...]) -> dict[bytes, int]:
    """Vectors for passages of the same words in documents that this one folds with, before or after a change of title.

    So neither a renamed file nor a corrected title nor a reprint is encoded again.
    """
    rows = catalog.connection.execute(
        "SELECT p.body_words, p.vector_id FROM passages p JOIN documents d ON d.id = document_id"
        " WHERE d.fold_key = ? ORDER BY p.id",
        (group_of(catalog.connection, prepared),),
    )
    twins = {row["body_words"]: row["vector_id"] for row in rows if row["body_words"]}
    return {
        key: twins[passage.body_words]
        for key, passage in zip(keys, prepared.passages, strict=True)
        if passage.body_words in twins
    }
