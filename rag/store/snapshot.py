"""One generation of an index, open for reading: its catalogue and its two derived indexes, all of one age."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from rag.errors import IndexMissing
from rag.records import Facets, Filter, Passage
from rag.store import derived, queries
from rag.store.connections import Connections
from rag.store.folder import Slot, live_slot
from rag.store.held_passages import HeldPassages
from rag.store.lexical import LexicalIndex
from rag.store.lock import is_building
from rag.store.queries import Ids
from rag.store.vectors import VectorIndex

SETTLE_S = 10.0
PAUSE_S = 0.02
FILTERS_KEPT = 64


class Snapshot:
    """What a reader holds until a new generation is published; safe for many threads."""

    def __init__(
        self, slot: Slot, generation: int, connections: Connections, lexical: LexicalIndex, vectors: VectorIndex
    ) -> None:
        self.slot = slot
        self.generation = generation
        self.connections = connections
        self.lexical = lexical
        self.vectors = vectors
        self._file = _identity(slot.catalog)
        self._passing: OrderedDict[Filter, Ids] = OrderedDict()
        self._facets: Facets | None = None
        self._passages = HeldPassages()
        self._lock = threading.Lock()

    def is_current(self, index: Path) -> bool:
        """False where another generation is to be read; True also where the folder has gone and this is all there is."""
        try:
            slot = live_slot(index)
            if slot != self.slot or _identity(slot.catalog) != self._file:
                return False
        except FileNotFoundError:
            return True
        with self.connections.borrowed() as connection:
            return queries.published(connection) == self.generation

    def passing(self, filter: Filter) -> Ids:
        """Ids of the passages that pass a filter; those of the last filters are remembered."""
        with self._lock:
            if filter in self._passing:
                self._passing.move_to_end(filter)
                return self._passing[filter]
        with self.connections.borrowed() as connection:
            ids = queries.passing(connection, self.generation, filter)
        with self._lock:
            self._passing[filter] = ids
            while len(self._passing) > FILTERS_KEPT:
                self._passing.popitem(last=False)
        return ids

    def passages(self, ids: Sequence[int]) -> tuple[Passage, ...]:
        """The passages of these ids, in this order; those read last are remembered. Raises KeyError for an unknown id."""
        return self._passages.of(ids, self._read_passages)

    def _read_passages(self, ids: Sequence[int]) -> tuple[Passage, ...]:
        with self.connections.borrowed() as connection:
            return queries.passages(connection, ids)

    def facets(self) -> Facets:
        """What can be filtered by; counted once, since it takes a look at every passage."""
        found = self._facets
        if found is None:
            with self.connections.borrowed() as connection:
                found = queries.facets(connection, self.generation)
            self._facets = found
        return found

    def resolved(self, filter: Filter) -> Filter | None:
        """The filter with each duplicate among its documents replaced by the one that stands for it; None: no such."""
        if not filter.docs:
            return filter
        with self.connections.borrowed() as connection:
            docs = queries.leaders(connection, self.generation, filter.docs)
        return replace(filter, docs=docs) if docs else None

    def close(self) -> None:
        """Give up the connections; calls under way may end."""
        self.connections.close()


def open_snapshot(index: Path, approximate_from: int) -> Snapshot:
    """The published generation of an index folder; raises IndexMissing where there is none.

    A derived index that is not of this generation is made in memory. One that is ahead is a publication under way,
    which is waited for as long as somebody is building.
    """
    deadline = time.monotonic() + SETTLE_S
    while True:
        patient = time.monotonic() < deadline and is_building(index)
        slot = live_slot(index)
        if not slot.catalog.is_file():
            raise missing(index)
        connections = Connections(slot.catalog)
        with ExitStack() as unfit:
            unfit.callback(connections.close)
            if (snapshot := _opened(slot, connections, approximate_from, patient)) is not None:
                unfit.pop_all()
                return snapshot
        time.sleep(PAUSE_S)


def missing(index: Path) -> IndexMissing:
    """The error for a folder without an index."""
    return IndexMissing(f"{index} 中还没有索引；先运行 python -m rag build")


def _opened(slot: Slot, connections: Connections, approximate_from: int, patient: bool) -> Snapshot | None:
    """A snapshot, or None where waiting a moment gives a better one."""
    with connections.borrowed() as connection:
        generation = queries.published(connection)
        if generation == 0:
            raise missing(slot.folder)
        manifests = derived.manifests(slot)
        if patient and any(state.generation > generation for states in manifests for state in states):
            return None
        read_from = derived.files(slot)
        lexical = derived.load_lexical(slot, connection, generation)
        vectors = derived.load_vectors(slot, connection, generation, approximate_from)
        # a manifest is written after its files, so that it alone does not tell that they were replaced while they were read
        same = (derived.manifests(slot), derived.files(slot)) == (manifests, read_from)
        settled = same and queries.published(connection) == generation
    return Snapshot(slot, generation, connections, lexical, vectors) if settled or not patient else None


def _identity(path: Path) -> tuple[int, int]:
    state = path.stat()
    return state.st_dev, state.st_ino
