"""What was committed becomes what readers see: the derived indexes first, then the generation of the catalogue."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from rag.errors import StoreError
from rag.store import derived, queries
from rag.store.catalog import Catalog
from rag.store.connections import Connections
from rag.store.folder import Slot, live_slot
from rag.store.lock import building


def publish(slot: Slot, catalog: Catalog, approximate_from: int, also_empty: bool = False) -> bool:
    """Bring up the derived indexes and publish; False where nothing new was committed.

    `also_empty` publishes the first generation of an index that has no documents.
    """
    fresh = queries.unpublished(catalog.connection, catalog.published) or (also_empty and catalog.published == 0)
    generation = catalog.working if fresh else catalog.published
    if generation:
        derived.bring_up(slot, catalog.connection, generation, approximate_from)
    if fresh:
        catalog.publish()
    return fresh


def heal(index: Path, approximate_from: int) -> None:
    """Finish what a killed build left undone and renew what is damaged, where that is possible.

    While another process builds, or where the folder cannot be written, all stays as it is: readers then make what
    they miss in memory.
    """
    slot = live_slot(index)
    if not slot.catalog.is_file() or _is_whole(slot):
        return
    try:
        with building(index), Catalog(slot.catalog) as catalog:
            publish(slot, catalog, approximate_from)
    except (StoreError, sqlite3.DatabaseError, OSError):
        # opening goes on and reports what readers cannot do without
        return


def _is_whole(slot: Slot) -> bool:
    connections = Connections(slot.catalog)
    try:
        with connections.borrowed() as connection:
            generation = queries.published(connection)
            return not queries.unpublished(connection, generation) and derived.is_up(slot, generation)
    finally:
        connections.close()
