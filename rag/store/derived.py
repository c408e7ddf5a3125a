"""The two derived indexes of a slot, brought up from its catalogue to a generation.

By the difference where they are sound and a little behind, from nothing where they are missing, damaged or far behind.
Only the holder of the build lock writes them; a reader that cannot get the lock makes its own in memory.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import numpy as np

from rag.records import Filter
from rag.store import queries
from rag.store.failures import refused
from rag.store.folder import Slot
from rag.store.lexical import LexicalIndex
from rag.store.manifest import State, read_states, sound_state, state_of, write_states
from rag.store.queries import Ids
from rag.store.vectors import VectorIndex, sample_size

META = "meta.json"  # what tantivy reads first
NOT_DATA = frozenset({".tantivy-writer.lock", ".tantivy-meta.lock"})
ALL = Filter()


def manifests(slot: Slot) -> tuple[tuple[State, ...], tuple[State, ...]]:
    """The states that the manifests of both name, whether the files match or not."""
    return read_states(slot.lexical_manifest), read_states(slot.vectors_manifest)


def files(slot: Slot) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Which files the two indexes are read from, by modification time and number; each is replaced as a whole."""
    return _version(slot.lexical / META), _version(slot.vectors)


def is_up(slot: Slot, generation: int) -> bool:
    """True where both are sound and of this generation."""
    states = (_lexical_state(slot), _vectors_state(slot))
    return all(state is not None and state.generation == generation for state in states)


def bring_up(slot: Slot, connection: sqlite3.Connection, generation: int, approximate_from: int) -> None:
    """Both derived indexes of `slot` at `generation`; raises IndexUnusable where the disk refuses."""
    try:
        install_vectors = _bring_up_vectors(slot, connection, generation, approximate_from)
        _bring_up_lexical(slot, connection, generation)
        install_vectors()
    except (ValueError, RuntimeError) as error:
        raise refused(slot.folder, str(error)) from error


def load_lexical(slot: Slot, connection: sqlite3.Connection, generation: int) -> LexicalIndex:
    """The lexical index at `generation`: the one on disk where it is sound, else one made in memory."""
    state = _lexical_state(slot)
    if state is not None and state.generation == generation:
        try:
            return LexicalIndex.open(slot.lexical)
        except ValueError:
            pass  # sound files that this version of tantivy does not read
    return make_lexical(connection, generation)


def load_vectors(slot: Slot, connection: sqlite3.Connection, generation: int, approximate_from: int) -> VectorIndex:
    """The vector index at `generation`: the one on disk where it is sound, else one made in memory."""
    state = _vectors_state(slot)
    if state is not None and state.generation == generation:
        try:
            return VectorIndex.load(slot.vectors)
        except RuntimeError:
            pass  # a sound file that this version of FAISS does not read
    return make_vectors(connection, generation, approximate_from)


def make_lexical(connection: sqlite3.Connection, generation: int, folder: Path | None = None) -> LexicalIndex:
    """The lexical index from nothing, in memory where no folder is given."""
    index = LexicalIndex.create(folder)
    index.update((), queries.lexical_entries(connection, queries.passing(connection, generation, ALL)))
    return index


def make_vectors(connection: sqlite3.Connection, generation: int, approximate_from: int) -> VectorIndex:
    """The vector index from nothing, in memory."""
    dimension = queries.dimension(connection)
    ids = queries.passing(connection, generation, ALL)
    approximate = len(ids) >= approximate_from
    chosen = (
        np.sort(np.random.default_rng(0).choice(ids, sample_size(len(ids)), replace=False)) if approximate else ids[:0]
    )
    sample = queries.vectors(connection, chosen.tolist(), dimension)
    batches = queries.vector_batches(connection, ids, dimension)
    return VectorIndex.build(dimension, len(ids), sample, batches, approximate)


def _version(path: Path) -> tuple[int, int] | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_ino


def _lexical_state(slot: Slot) -> State | None:
    return sound_state(slot.lexical_manifest, slot.lexical)


def _vectors_state(slot: Slot) -> State | None:
    return sound_state(slot.vectors_manifest, slot.folder)


def _bring_up_lexical(slot: Slot, connection: sqlite3.Connection, generation: int) -> None:
    state = _lexical_state(slot)
    if state is not None and state.generation == generation:
        return
    if not _update_lexical(slot, connection, state, generation):
        slot.lexical_manifest.unlink(missing_ok=True)
        if slot.lexical.exists():
            shutil.rmtree(slot.lexical)
        slot.lexical.mkdir()
        make_lexical(connection, generation, slot.lexical)
    files = (path for path in slot.lexical.iterdir() if path.name not in NOT_DATA)
    write_states(slot.lexical_manifest, [state_of(generation, files)])


def _update_lexical(slot: Slot, connection: sqlite3.Connection, state: State | None, generation: int) -> bool:
    """True where the index on disk could be brought up by the difference."""
    changes = _changes(connection, state, generation)
    if changes is None:
        return False
    removed, added = changes
    try:
        index = LexicalIndex.open(slot.lexical)
    except ValueError:
        return False
    index.update(removed.tolist(), queries.lexical_entries(connection, added))
    return True


def _bring_up_vectors(
    slot: Slot, connection: sqlite3.Connection, generation: int, approximate_from: int
) -> Callable[[], None]:
    """Writes the new file beside the old one; what is returned puts it in place."""
    state = _vectors_state(slot)
    if state is not None and state.generation == generation:
        return lambda: None
    index = _updated_vectors(slot, connection, state, generation, approximate_from)
    fresh = slot.vectors.with_name(slot.vectors.name + ".new")
    index.save(fresh)
    _, size, crc = state_of(generation, [fresh]).files[0]
    renamed = State(generation, ((slot.vectors.name, size, crc),))

    def install() -> None:
        write_states(slot.vectors_manifest, [renamed, state] if state else [renamed])
        fresh.replace(slot.vectors)
        write_states(slot.vectors_manifest, [renamed])

    return install


def _updated_vectors(
    slot: Slot, connection: sqlite3.Connection, state: State | None, generation: int, approximate_from: int
) -> VectorIndex:
    changes = _changes(connection, state, generation)
    if changes is None:
        return make_vectors(connection, generation, approximate_from)
    removed, added = changes
    try:
        index = VectorIndex.load(slot.vectors)
    except RuntimeError:
        return make_vectors(connection, generation, approximate_from)
    if index.outgrown(len(index) - len(removed) + len(added), approximate_from):
        return make_vectors(connection, generation, approximate_from)
    index.remove(removed)
    for ids, vectors in queries.vector_batches(connection, added, index.dimension):
        index.add(ids, vectors)
    return index


def _changes(connection: sqlite3.Connection, state: State | None, generation: int) -> tuple[Ids, Ids] | None:
    """What to take out and put in, or None where the index is better made from nothing."""
    if state is None or not queries.purged(connection) <= state.generation < generation:
        return None
    removed, added = queries.changes(connection, state.generation, generation)
    kept = queries.totals(connection, generation)[2] - len(added)
    return (removed, added) if kept > len(added) + len(removed) else None
