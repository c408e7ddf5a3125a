"""Which slot a build works in: the one that serves, or the other where the index must be made anew beside it.

An index is of one encoder and one way of making passages. Where either has changed, the new index grows in the spare
slot, over several builds if need be, with every vector that the old one has already.
"""

from __future__ import annotations

from pathlib import Path

from rag.errors import IndexUnusable
from rag.protocols import Encoder
from rag.store import queries
from rag.store.catalog import Catalog
from rag.store.derived import load_lexical, load_vectors
from rag.store.folder import Slot, live_slot, seconds_since_switch, spare_slot
from rag.store.vectors import APPROXIMATE_FROM


def slot_for(index: Path, encoder: Encoder, passages_version: str, grace_s: float) -> Slot:
    """The slot to build in, its catalogue ready; call with the build lock held.

    A slot left behind is emptied once no reader can be using it any more, `grace_s` seconds after the switch.
    """
    make = {"encoder": encoder.name, "dimension": str(encoder.dimension), "passages_version": passages_version}
    live, spare = live_slot(index), spare_slot(index)
    if not live.catalog.exists() or _is_of(live, make):
        if seconds_since_switch(index) >= grace_s:
            spare.clear()
        _set(live, make, 0)
        return live
    generation = _published(live)
    if not (spare.catalog.exists() and _is_of(spare, make) and _published(spare) >= generation):
        spare.clear()
        spare.folder.mkdir(exist_ok=True)
        with Catalog(spare.catalog) as fresh:
            fresh.take_vectors(live.catalog)
        _set(spare, make, generation)
    return spare


def check_renewed(slot: Slot, catalog: Catalog) -> None:
    """Raises IndexUnusable where a new index is not fit to take the place of the old one."""
    catalog.check()
    connection, generation = catalog.connection, catalog.published
    passages = queries.totals(connection, generation)[2]
    lexical = len(load_lexical(slot, connection, generation))
    vectors = len(load_vectors(slot, connection, generation, APPROXIMATE_FROM))
    if not passages == lexical == vectors:
        raise IndexUnusable(
            f"新索引 {slot.folder} 没有通过检查（段落 {passages}，词 {lexical}，向量 {vectors}）；"
            "原有索引继续使用，请重新运行 python -m rag build"
        )


def _is_of(slot: Slot, make: dict[str, str]) -> bool:
    with Catalog(slot.catalog) as catalog:
        return all(catalog.get(key) in ("", value) for key, value in make.items())


def _published(slot: Slot) -> int:
    with Catalog(slot.catalog) as catalog:
        return catalog.published


def _set(slot: Slot, make: dict[str, str], generation: int) -> None:
    with Catalog(slot.catalog) as catalog, catalog.transaction():
        for key, value in make.items():
            catalog.set(key, value)
        if generation:
            catalog.set("generation", str(generation))
            catalog.set("purged", str(generation))
