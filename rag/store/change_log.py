"""What the last build did to the figures, kept in the catalogue beside them and written in the same transactions.

Counts are kept of every document, the figures themselves only as far as MOST_FIGURES of one build. A build that alters
nothing publishes nothing, so what the one before it did stays to be seen.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from rag.records import Figure
from rag.store.figure_changes import Changed, FigureChange, Stated, counted
from rag.store.figure_rows import STATED_COLUMNS, stated_figure

MOST_FIGURES = 5_000
TABLE = "figure_changes"


@dataclass(frozen=True, slots=True)
class ChangedFigure:
    """One figure that the last build added (`before` None), altered, or removed (`after` None); neither has topics or
    places. `after.span` is where it stands now."""

    before: Figure | None
    after: Figure | None


def note(
    connection: sqlite3.Connection, generation: int, path: str, changes: Sequence[Changed], most: int = MOST_FIGURES
) -> FigureChange:
    """Log what a build of `generation` did to the figures of one document; returns the counts.

    Once the build has `most` figures in the log, the rest are only counted.
    """
    change = counted(path, changes)
    # readers see the generation before the one at work
    for table in ("document_changes", TABLE):
        connection.execute(f"DELETE FROM {table} WHERE generation < ?", (generation - 1,))
    connection.execute(
        "INSERT INTO document_changes (generation, path, added, changed, removed) VALUES (?, ?, ?, ?, ?)",
        (generation, path, change.added, change.changed, change.removed),
    )
    kept = connection.execute(f"SELECT count(*) FROM {TABLE} WHERE generation = ?", (generation,)).fetchone()[0]
    connection.executemany(
        f"INSERT INTO {TABLE} (generation, path, before, after) VALUES (?, ?, ?, ?)",
        (
            (generation, path, _as_json(changed.before), _as_json(changed.after))
            for changed in changes[: max(0, most - kept)]
        ),
    )
    return change


def changes(connection: sqlite3.Connection, generation: int) -> tuple[FigureChange, ...] | None:
    """The documents that the build of a generation wrote or dropped, by path; None where nothing is known of it."""
    if not _kept(connection):
        return None
    sql = (
        "SELECT path, sum(added), sum(changed), sum(removed) FROM document_changes WHERE generation = ?"
        " GROUP BY path ORDER BY path"
    )
    return tuple(FigureChange(*row) for row in connection.execute(sql, (generation,))) or None


def changed_figures(connection: sqlite3.Connection, generation: int, path: str) -> tuple[ChangedFigure, ...]:
    """The figures of one document that the build of a generation changed, as far as they are kept."""
    if not _kept(connection):
        return ()
    sql = f"SELECT before, after FROM {TABLE} WHERE generation = ? AND path = ? ORDER BY id"
    rows = connection.execute(sql, (generation, path))
    return tuple(ChangedFigure(_figure(path, before), _figure(path, after)) for before, after in rows)


def _kept(connection: sqlite3.Connection) -> bool:
    """False for the index of a program that kept no log."""
    sql = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?"
    return connection.execute(sql, (TABLE,)).fetchone() is not None


def _as_json(stated: Stated | None) -> str | None:
    if stated is None:
        return None
    return json.dumps(dict(zip(STATED_COLUMNS, stated, strict=True)), ensure_ascii=False, separators=(",", ":"))


def _figure(path: str, stated: str | None) -> Figure | None:
    return None if stated is None else stated_figure(path, stated)
