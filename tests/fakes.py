"""Small stand-ins that tests hand to the code in place of a model or a disk."""

from __future__ import annotations

import itertools
import zlib
from collections.abc import Sequence

import numpy as np

from rag.protocols import Vectors


class HashEncoder:
    """An Encoder without a model: hashed character bigrams, so texts that share words lie near one another.

    The same text has the same vector in every process and on every machine; passages and queries are encoded alike.
    """

    def __init__(self, name: str = "hash-bigrams", dimension: int = 64) -> None:
        self._name = name
        self._dimension = dimension
        self.encoded: list[str] = []

    @property
    def name(self) -> str:
        return self._name

    @property
    def dimension(self) -> int:
        return self._dimension

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Unit rows; the texts are remembered in `encoded`, so that a test can see what was encoded and how often."""
        self.encoded.extend(texts)
        return self._rows(texts)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Unit rows, the same vectors as for passages."""
        return self._rows(texts)

    def _rows(self, texts: Sequence[str]) -> Vectors:
        rows = np.zeros((len(texts), self._dimension), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            framed = f"^{text}$"
            for left, right in itertools.pairwise(framed):
                digest = zlib.crc32((left + right).encode())
                row[digest % self._dimension] += 1.0 if digest & 0x8000_0000 else -1.0
            if not row.any():
                row[0] = 1.0
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)
