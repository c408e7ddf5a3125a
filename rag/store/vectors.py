"""Nearest neighbours (FAISS): unit vectors by passage id → candidates, most similar first.

Exact over float16 while that is fast enough, beyond `approximate_from` passages an inverted file over 8-bit codes.
A filter is given as the ids that pass and is applied inside the search.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import faiss as untyped_faiss
import numpy as np
from numpy.typing import NDArray

from rag.protocols import Vectors
from rag.records import Candidate

Ids = NDArray[np.int64]

APPROXIMATE_FROM = 300_000
BACK_TO_EXACT = 0.8
ONE_THREAD_BELOW = 50_000
PROBES = 16
TRAIN_PER_LIST = 64
LEAST_TRAIN_PER_LIST = 39  # FAISS warns below this
OUTGROWN = 4

faiss: Any = untyped_faiss  # its annotations are those of the generated layer, not of what Python callers use


class VectorIndex:
    """A FAISS index of unit vectors under inner product. Any number of threads may search."""

    def __init__(self, index: Any) -> None:
        self._index = index

    @classmethod
    def build(
        cls, dimension: int, count: int, sample: Vectors, batches: Iterable[tuple[Ids, Vectors]], approximate: bool
    ) -> VectorIndex:
        """An index of the vectors of `batches`, `count` in all; `sample` trains an approximate one."""
        index = _approximate(dimension, count, sample) if approximate else _exact(dimension)
        built = cls(index)
        for ids, vectors in batches:
            built.add(ids, vectors)
        return built

    @classmethod
    def load(cls, path: Path) -> VectorIndex:
        """Raises RuntimeError where the file does not hold a sound index."""
        return cls(faiss.read_index(str(path)))

    def save(self, path: Path) -> None:
        """Raises OSError where the disk refuses, which FAISS itself may not notice."""
        content = faiss.serialize_index(self._index)
        with path.open("wb") as file:
            file.write(content.data)
            file.flush()
            os.fsync(file.fileno())

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self._index.d)

    @property
    def approximate(self) -> bool:
        """True for an inverted file, which may miss a neighbour."""
        return bool(isinstance(self._index, faiss.IndexIVF))

    def outgrown(self, count: int, approximate_from: int) -> bool:
        """True where an index of `count` vectors should be of another kind or make than this one."""
        if not self.approximate:
            return count >= approximate_from
        return bool(count < approximate_from * BACK_TO_EXACT or lists_for(count) >= OUTGROWN * self._index.nlist)

    def add(self, ids: Ids, vectors: Vectors) -> None:
        """Put in; shapes (n,) and (n, dimension)."""
        if len(ids):
            self._index.add_with_ids(np.ascontiguousarray(vectors, dtype=np.float32), ids)

    def remove(self, ids: Ids) -> None:
        """Take out; ids that are not there do not matter."""
        if len(ids):
            self._index.remove_ids(ids)

    def search(self, vector: Vectors, limit: int, among: Ids | None = None) -> tuple[Candidate, ...]:
        """The nearest to one vector of shape (dimension,), `among` these ids where given; equal ones by id."""
        if limit < 1 or not len(self) or (among is not None and not len(among)):
            return ()
        query = np.ascontiguousarray(vector, dtype=np.float32).reshape(1, self.dimension)
        # set for the calling thread alone; on few vectors waiting for a second thread costs more than it does
        faiss.omp_set_num_threads(1 if len(self) < ONE_THREAD_BELOW else os.cpu_count() or 1)
        similarities, ids = self._index.search(query, min(limit, len(self)), params=self._parameters(among))
        found = (Candidate(int(i), float(s)) for i, s in zip(ids[0], similarities[0], strict=True) if i >= 0)
        return tuple(sorted(found, key=lambda candidate: (-candidate.similarity, candidate.passage_id)))

    def _parameters(self, among: Ids | None) -> Any:
        # SearchParameters keeps a reference to the selector, and the selector one to its array
        selector = None if among is None else faiss.IDSelectorBitmap(_bitmap(among))
        if not self.approximate:
            return faiss.SearchParameters(sel=selector) if selector else None
        # the fewer pass, the more lists are looked into, down to all of them
        share = 1.0 if among is None else len(among) / len(self)
        probes = min(self._index.nlist, int(np.ceil(PROBES / share)))
        if selector is None:
            return faiss.SearchParametersIVF(nprobe=probes)
        return faiss.SearchParametersIVF(sel=selector, nprobe=probes)


def lists_for(count: int) -> int:
    """The number of inverted lists for `count` vectors: the power of two nearest to four square roots."""
    return int(max(1, min(2 ** round(np.log2(4 * np.sqrt(max(1, count)))), count // LEAST_TRAIN_PER_LIST)))


def sample_size(count: int) -> int:
    """How many of `count` vectors an approximate index wants to be trained on."""
    return min(count, TRAIN_PER_LIST * lists_for(count))


def _exact(dimension: int) -> Any:
    flat = faiss.IndexScalarQuantizer(dimension, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
    return faiss.IndexIDMap(flat)


def _approximate(dimension: int, count: int, sample: Vectors) -> Any:
    centres = faiss.IndexFlatIP(dimension)
    codes = faiss.ScalarQuantizer.QT_8bit
    index = faiss.IndexIVFScalarQuantizer(centres, dimension, lists_for(count), codes, faiss.METRIC_INNER_PRODUCT)
    index.train(np.ascontiguousarray(sample, dtype=np.float32))
    return index


def _bitmap(ids: Ids) -> NDArray[np.uint8]:
    flags = np.zeros(int(ids.max()) + 1, dtype=bool)
    flags[ids] = True
    return np.packbits(flags, bitorder="little")
