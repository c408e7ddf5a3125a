"""A corpus folder → the index: reads what is new, encodes what was never encoded, and publishes the outcome.

Every document is committed by itself, so a build that ends at any moment leaves whole documents and nothing else, and
the next one goes on from there. Readers see nothing of it before it is published.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rag.protocols import Encoder, Progress
from rag.settings import Settings
from rag.store.catalog import Catalog
from rag.store.defaults import default_stages
from rag.store.failures import reported
from rag.store.folder import Slot, live_slot, switch
from rag.store.lock import StateFile, building
from rag.store.plan import documents_alive, plan
from rag.store.publication import publish
from rag.store.renewal import check_renewed, slot_for
from rag.store.report import BuildReport
from rag.store.run import Cancel, Limits, Run
from rag.store.stages import Stages

LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Telling:
    """A Progress that tells other processes, and who started the build."""

    state_file: StateFile
    progress: Progress | None

    def __call__(self, stage: str, done: int, total: int, detail: str) -> None:
        """See Progress."""
        self.state_file(stage, done, total, detail)
        if self.progress is not None:
            self.progress(stage, done, total, detail)


def build(
    settings: Settings,
    encoder: Encoder,
    *,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
    stages: Stages | None = None,
    limits: Limits = LIMITS,
) -> BuildReport:
    """Bring the index of `settings.index` up to the files of `settings.corpus`.

    `cancel` is asked between documents; what was committed by then stays. Raises IndexBusy where another process is
    building, IndexUnusable where the folder cannot be used or the disk is full, ReadError where there is no corpus,
    DataFileError where topics, indicators or metadata.csv are broken.
    """
    began = time.perf_counter()
    stages = stages or default_stages(settings)
    corpus, index = settings.corpus.resolve(), settings.index.absolute()
    listing = stages.listing(corpus)
    with reported(index), _alone(index) as state_file:
        slot = slot_for(index, encoder, stages.passages_version, limits.grace_s)
        with _settled(slot, limits) as catalog:
            run = Run(
                corpus=corpus,
                jobs=settings.jobs,
                encoder=encoder,
                stages=stages,
                limits=limits,
                told=Telling(state_file, progress),
                cancel=cancel or never,
                slot=slot,
                catalog=catalog,
                todo=plan(listing, corpus, catalog.sources(), documents_alive(catalog.connection), stages.rules),
            )
            run.all()
            _let_serve(index, run)
            return run.report(time.perf_counter() - began)


@contextmanager
def _alone(index: Path) -> Iterator[StateFile]:
    """The folder, made where it is not there yet, for this build alone."""
    index.mkdir(parents=True, exist_ok=True)
    with building(index) as state_file:
        yield state_file


@contextmanager
def _settled(slot: Slot, limits: Limits) -> Iterator[Catalog]:
    """The catalogue with what the last build committed published, and without what no reader can be looking at any more."""
    with Catalog(slot.catalog) as catalog:
        publish(slot, catalog, limits.approximate_from)
        catalog.purge(limits.grace_s)
        yield catalog


def _let_serve(index: Path, run: Run) -> None:
    """Put an index that was made anew in the place of the old one, once it has passed its checks."""
    if run.slot != live_slot(index) and not run.cancelled:
        check_renewed(run.slot, run.catalog)
        switch(index, run.slot)


def never() -> bool:
    """The answer of a build that nobody cancels."""
    return False
