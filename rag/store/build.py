"""A corpus folder → the index: reads what is new, encodes what was never encoded, and publishes the outcome.

Every document is committed by itself, so a build that ends at any moment leaves whole documents and nothing else, and
the next one goes on from there. Readers see nothing of it before it is published.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from rag.protocols import Encoder, Progress
from rag.settings import Settings
from rag.store.catalog import Catalog
from rag.store.defaults import default_stages
from rag.store.failures import reported
from rag.store.folder import live_slot, switch
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
    with reported(index):
        index.mkdir(parents=True, exist_ok=True)
        with building(index) as state_file:
            slot = slot_for(index, encoder, stages.passages_version, limits.grace_s)
            with Catalog(slot.catalog) as catalog:
                publish(slot, catalog, limits.approximate_from)
                catalog.purge(limits.grace_s)
                todo = plan(listing, corpus, catalog.sources(), documents_alive(catalog.connection), stages.rules)
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
                    todo=todo,
                )
                run.all()
                if slot != live_slot(index) and not run.cancelled:
                    check_renewed(slot, catalog)
                    switch(index, slot)
                return run.report(time.perf_counter() - began)


def never() -> bool:
    """The answer of a build that nobody cancels."""
    return False
