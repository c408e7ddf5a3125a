"""Documents put into the catalogue, removed, and folded into one another; each call runs inside one transaction.

An edition that a reader may see is never altered: it is given its generation of death and a new one takes its place.
Of the documents that fold together one stands for the others: a whole one before a part, one whose text is the file
itself before one that a reader drew out of a page or a print, then the first path; so the outcome does not depend on
the order in which they came.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass

from rag.store import change_log
from rag.store.columns import insert_sql
from rag.store.document_rows import DOCUMENT_COLUMNS, state_values
from rag.store.figure_changes import FigureChange, Stated, changed_figures
from rag.store.figure_rows import FIGURE_COLUMNS, STATED_COLUMNS, figure_values
from rag.store.folding import group_of, sketch
from rag.store.passage_rows import PASSAGE_COLUMNS, passage_values
from rag.store.prepared import Prepared, content_hash

# from the file's own text to what is drawn out of a printed page
FORMATS = ("txt", "md", "html", "htm", "docx", "pdf")

_OF_DOCUMENT = ", ".join(DOCUMENT_COLUMNS[2:])
_OF_PASSAGE = ", ".join(PASSAGE_COLUMNS[1:])
_OF_FIGURE = ", ".join(FIGURE_COLUMNS[1:])
_STATED = ", ".join(STATED_COLUMNS)


@dataclass(frozen=True, slots=True)
class _Lists:
    """A table of lists: in `column` the values, by `key` and position."""

    table: str
    key: str
    column: str


_PASSAGE_TOPICS = _Lists("passage_topics", "passage_id", "topic")
_FIGURE_TOPICS = _Lists("figure_topics", "figure_id", "topic")
_FIGURE_PLACES = _Lists("figure_places", "figure_id", "place")


def put(
    connection: sqlite3.Connection,
    generation: int,
    prepared: Prepared,
    vector_ids: Sequence[int],
    former_path: str | None = None,
) -> FigureChange:
    """Add a document, or replace the one of the same path and the one of `former_path`, of which it is the new name.

    `vector_ids` go with the passages, in their order. What came of its figures is logged and counted.
    """
    document = prepared.document
    before = _remove(connection, generation, document.path)
    if former_path is not None:
        before += _remove(connection, generation, former_path)
    fold_key = group_of(connection, prepared)
    document_id = _insert_document(connection, generation, prepared, fold_key)
    for passage, vector_id in zip(prepared.passages, vector_ids, strict=True):
        values = (
            document_id,
            *passage_values(passage.passage),
            passage.body_words,
            passage.context_words,
            vector_id,
        )
        passage_id = connection.execute(insert_sql("passages", PASSAGE_COLUMNS), values).lastrowid
        _insert_list(connection, _PASSAGE_TOPICS, passage_id, passage.passage.topics)
    for ordinal, figure in enumerate(prepared.figures):
        values = (document_id, ordinal, *figure_values(figure))
        figure_id = connection.execute(insert_sql("figures", FIGURE_COLUMNS), values).lastrowid
        _insert_list(connection, _FIGURE_TOPICS, figure_id, figure.topics)
        _insert_list(connection, _FIGURE_PLACES, figure_id, figure.places)
    _settle(connection, generation, fold_key)
    changes = changed_figures(before, tuple(map(figure_values, prepared.figures)))
    return change_log.note(connection, generation, document.path, changes)


def digest_of(connection: sqlite3.Connection, path: str) -> str | None:
    """The digest of the document of this path, if there is one."""
    row = connection.execute("SELECT digest FROM documents WHERE path = ? AND died IS NULL", (path,)).fetchone()
    return row[0] if row else None


def remove(connection: sqlite3.Connection, generation: int, path: str) -> FigureChange:
    """Take a document away, if there is one of this path; the figures that it had are logged and counted."""
    changes = changed_figures(_remove(connection, generation, path), ())
    return change_log.note(connection, generation, path, changes)


def _remove(connection: sqlite3.Connection, generation: int, path: str) -> tuple[Stated, ...]:
    """Take a document away; returns the figures that it had."""
    row = connection.execute("SELECT id, fold_key FROM documents WHERE path = ? AND died IS NULL", (path,)).fetchone()
    if row is None:
        return ()
    sql = f"SELECT {_STATED} FROM figures WHERE document_id = ? ORDER BY ordinal"
    figures = tuple(tuple(figure) for figure in connection.execute(sql, (row["id"],)))
    _end(connection, generation, row["id"])
    _settle(connection, generation, row["fold_key"])
    return figures


def _end(connection: sqlite3.Connection, generation: int, document_id: int) -> None:
    # an edition of the generation at work has been seen by nobody
    connection.execute("DELETE FROM documents WHERE id = ? AND born = ?", (document_id, generation))
    connection.execute(
        "UPDATE documents SET died = ?, died_at = ? WHERE id = ?", (generation, time.time(), document_id)
    )


def _settle(connection: sqlite3.Connection, generation: int, fold_key: str) -> None:
    """Let the first of the documents that fold together stand for the others."""
    sql = "SELECT id, path, duplicate_of, part, format FROM documents WHERE fold_key = ? AND died IS NULL"
    group = sorted(connection.execute(sql, (fold_key,)), key=_precedence)
    for place, row in enumerate(group):
        stands_for = group[0]["path"] if place else None
        if row["duplicate_of"] != stands_for:
            document_id = _edition(connection, generation, row["id"])
            connection.execute("UPDATE documents SET duplicate_of = ? WHERE id = ?", (stands_for, document_id))


def _precedence(row: sqlite3.Row) -> tuple[bool, int, str]:
    place = FORMATS.index(row["format"]) if row["format"] in FORMATS else len(FORMATS)
    return row["part"] is not None, place, row["path"]


def _edition(connection: sqlite3.Connection, generation: int, document_id: int) -> int:
    """An edition of the document that may be altered: itself where no reader has seen it, else a copy."""
    row = connection.execute("SELECT path, born FROM documents WHERE id = ?", (document_id,)).fetchone()
    if row["born"] == generation:
        return document_id
    _end(connection, generation, document_id)
    copy = connection.execute(
        f"INSERT INTO documents (path, born, {_OF_DOCUMENT})"
        f" SELECT path, ?, {_OF_DOCUMENT} FROM documents WHERE id = ?",
        (generation, document_id),
    ).lastrowid
    assert copy is not None
    connection.execute(
        "INSERT INTO document_places SELECT ?, place FROM document_places WHERE document_id = ?", (copy, document_id)
    )
    connection.execute("INSERT INTO sketches SELECT hash, ? FROM sketches WHERE document_id = ?", (copy, document_id))
    for table, columns, details in (
        ("passages", _OF_PASSAGE, (_PASSAGE_TOPICS,)),
        ("figures", _OF_FIGURE, (_FIGURE_TOPICS, _FIGURE_PLACES)),
    ):
        connection.execute(
            f"INSERT INTO {table} (document_id, {columns})"
            f" SELECT ?, {columns} FROM {table} WHERE document_id = ? ORDER BY ordinal",
            (copy, document_id),
        )
        for lists in details:
            connection.execute(
                f"INSERT INTO {lists.table} ({lists.key}, position, {lists.column})"
                f" SELECT new.id, kept.position, kept.{lists.column} FROM {lists.table} AS kept"
                f" JOIN {table} AS old ON old.id = kept.{lists.key}"
                f" JOIN {table} AS new ON new.document_id = ? AND new.ordinal = old.ordinal WHERE old.document_id = ?",
                (copy, document_id),
            )
    return copy


def _insert_document(connection: sqlite3.Connection, generation: int, prepared: Prepared, fold_key: str) -> int:
    document = prepared.document
    text_hash = content_hash(document.text)
    connection.execute("INSERT OR IGNORE INTO contents (hash, text) VALUES (?, ?)", (text_hash, document.text))
    content_id = connection.execute("SELECT id FROM contents WHERE hash = ?", (text_hash,)).fetchone()[0]
    values = (
        document.path,
        generation,
        prepared.file_hash,
        content_id,
        prepared.digest(),
        fold_key,
        None,
        *state_values(document),
        len(document.text),
        len(prepared.passages),
    )
    document_id = connection.execute(insert_sql("documents", DOCUMENT_COLUMNS), values).lastrowid
    assert document_id is not None
    connection.executemany(
        "INSERT OR IGNORE INTO document_places (document_id, place) VALUES (?, ?)",
        ((document_id, place) for place in document.metadata.places),
    )
    connection.executemany(
        "INSERT INTO sketches (hash, document_id) VALUES (?, ?)",
        ((number, document_id) for number in sketch(prepared.statements)),
    )
    return document_id


def _insert_list(connection: sqlite3.Connection, lists: _Lists, owner: int | None, values: tuple[str, ...]) -> None:
    connection.executemany(
        f"INSERT INTO {lists.table} ({lists.key}, position, {lists.column}) VALUES (?, ?, ?)",
        ((owner, position, value) for position, value in enumerate(values)),
    )
