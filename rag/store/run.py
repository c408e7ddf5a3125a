"""One build under way: the plan carried out document by document, up to the publication."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from rag.protocols import Encoder, Progress
from rag.records import Filter
from rag.store import editions, queries
from rag.store.catalog import Catalog, SourceState
from rag.store.completion import Completion
from rag.store.encode import Encoded, Encoding
from rag.store.figure_changes import FigureChange
from rag.store.folder import Slot
from rag.store.plan import Plan, Work
from rag.store.prepare import prepare
from rag.store.publication import publish
from rag.store.report import BuildReport, Duplicate, Renamed
from rag.store.stages import Stages
from rag.store.tasks import Orders, Task, Unreadable
from rag.store.vectors import APPROXIMATE_FROM
from rag.store.workers import Workers

SECONDS_A_FILE = 120.0
GRACE_S = 600.0
FILES_A_WORKER = 16

Cancel = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds_a_file` after which a file is given up; `approximate_from` passages on the vector search may be inexact;
    `grace_s` seconds for which what readers may still be looking at is kept."""

    seconds_a_file: float = SECONDS_A_FILE
    approximate_from: int = APPROXIMATE_FROM
    grace_s: float = GRACE_S


@dataclass(slots=True)
class Run:
    """One build under way, and what it has done so far."""

    corpus: Path
    jobs: int
    encoder: Encoder
    stages: Stages
    limits: Limits
    told: Progress
    cancel: Cancel
    slot: Slot
    catalog: Catalog
    todo: Plan
    cancelled: bool = False
    encoded: int = 0
    encoder_seconds: float = 0.0
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    retagged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    renamed: list[Renamed] = field(default_factory=list)
    figure_changes: list[FigureChange] = field(default_factory=list)

    def all(self) -> None:
        """Everything up to the publication."""
        self._note()
        self._read()
        self._remove()
        self.told("indexing", 0, 1, "")
        publish(self.slot, self.catalog, self.limits.approximate_from, also_empty=not self.cancelled)
        self.told("indexing", 1, 1, "")

    def report(self, seconds: float) -> BuildReport:
        """What was done."""
        connection, generation = self.catalog.connection, self.catalog.published
        documents, characters, passages, figures = queries.totals(connection, generation)
        listed = queries.documents(connection, generation, Filter())
        return BuildReport(
            generation=generation,
            added=tuple(self.added),
            changed=tuple(self.changed),
            removed=tuple(self.removed),
            renamed=tuple(self.renamed),
            retagged=tuple(self.retagged),
            duplicates=tuple(Duplicate(item.path, item.duplicate_of) for item in listed if item.duplicate_of),
            skipped=tuple(Unreadable(*problem) for problem in queries.problems(connection)),
            figure_changes=tuple(change for change in self.figure_changes if change),
            documents=documents,
            passages=passages,
            characters=characters,
            figures=figures,
            encoded=self.encoded,
            seconds=seconds,
            encoder_seconds=self.encoder_seconds,
            cancelled=self.cancelled,
        )

    def _note(self) -> None:
        with self.catalog.transaction():
            for state in self.todo.noted:
                self.catalog.set_source(state)
            for path in self.todo.gone:
                self.catalog.forget_source(path)

    def _read(self) -> None:
        work = {item.path: item for item in self.todo.work}
        orders = Orders(partial(prepare, self.stages.preparation, self.corpus), self.limits.seconds_a_file)
        # a worker takes about as long to start as it then takes for a few files
        jobs = min(self.jobs or os.cpu_count() or 1, 1 + len(work) // FILES_A_WORKER)
        encoding = Encoding(
            self.catalog, self.encoder, lambda done, total, path: self.told("encoding", done, total, path)
        )
        topics = self.stages.topics
        complete = as_it_is if topics is None else Completion(self.catalog, self.encoder, topics)
        tasks = [Task(item.path, item.file_hash) for item in work.values()]
        with Workers(orders, jobs) as workers:
            for done, outcome in enumerate(workers.outcomes(tasks, self._is_cancelled), 1):
                if isinstance(outcome, Unreadable):
                    self._give_up(work[outcome.path], outcome)
                    path = outcome.path
                else:
                    path = outcome.document.path
                    for ready in encoding.add(outcome):
                        self._commit(work[ready.prepared.document.path], complete(ready))
                self.told("reading", done, len(tasks), path)
        if not self.cancelled:
            for ready in encoding.finish():
                self._commit(work[ready.prepared.document.path], complete(ready))
        self.encoded, self.encoder_seconds = encoding.encoded, encoding.seconds

    def _is_cancelled(self) -> bool:
        self.cancelled = self.cancelled or self.cancel()
        return self.cancelled

    def _commit(self, work: Work, ready: Encoded) -> None:
        path = work.path
        state = SourceState(path, work.stamp, work.file_hash, self.stages.rules(work.path))
        with self.catalog.transaction() as connection:
            self.catalog.set_source(state)
            if not work.new and not work.altered and editions.digest_of(connection, path) == ready.prepared.digest():
                return
            before = self.todo.renamed.get(path)
            change = editions.put(connection, self.catalog.working, ready.prepared, ready.vector_ids, before)
        self.figure_changes.append(change)
        if before is not None:
            self.renamed.append(Renamed(path, before))
        else:
            (self.added if work.new else self.changed if work.altered else self.retagged).append(path)

    def _give_up(self, work: Work, problem: Unreadable) -> None:
        stamp, file_hash = (None, None) if problem.again else (work.stamp, work.file_hash)
        rules = self.stages.rules(work.path)
        remedy = f"{problem.remedy}；下次构建会再试" if problem.again else problem.remedy
        state = SourceState(work.path, stamp, file_hash, rules, problem.reason, remedy)
        with self.catalog.transaction():
            self.catalog.set_source(state)
            if work.altered:  # the index must not cite what the file no longer says
                self._drop(work.path)

    def _remove(self) -> None:
        if self.cancelled:
            return
        moved = {item.before for item in self.renamed}
        for path in self.todo.removed:
            if path not in moved:
                with self.catalog.transaction():
                    self._drop(path)

    def _drop(self, path: str) -> None:
        change = editions.remove(self.catalog.connection, self.catalog.working, path)
        self.removed.append(path)
        self.figure_changes.append(change)


def as_it_is(ready: Encoded) -> Encoded:
    """The completion where vectors tell no topics."""
    return ready
