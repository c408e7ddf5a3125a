"""What is read from a catalogue: each function takes a connection and the generation that its reader sees.

Values reach SQL as parameters only; a list of values travels as one JSON parameter.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from rag.protocols import Vectors
from rag.records import Document, DocumentSummary, Facet, Facets, Filter, Passage
from rag.store.catalog import halves_to_rows, whole_number
from rag.store.columns import decoded_list, json_list
from rag.store.document_rows import document_of, summary_of
from rag.store.lexical import LexicalEntry
from rag.store.passage_rows import passage_of

Ids = NDArray[np.int64]

SEEN = "d.born <= :generation AND (d.died IS NULL OR d.died > :generation)"
INDEXED = f"{SEEN} AND d.duplicate_of IS NULL"
FETCH = 5_000

_FACETS = {
    "places": "SELECT place, count(*) AS n FROM documents d JOIN document_places ON document_id = d.id WHERE {seen}"
    " GROUP BY place ORDER BY n DESC, place",
    "years": "SELECT CAST(year AS TEXT), count(*) AS n FROM documents d WHERE {seen} AND year IS NOT NULL"
    " GROUP BY year ORDER BY n DESC, year DESC",
    "kinds": "SELECT kind, count(*) AS n FROM documents d WHERE {seen} GROUP BY kind ORDER BY n DESC, kind",
    "topics": "SELECT topic, count(DISTINCT d.id) AS n FROM passage_topics JOIN passages p ON p.id = passage_id"
    " JOIN documents d ON d.id = p.document_id WHERE {seen} GROUP BY topic ORDER BY n DESC, topic",
}


def published(connection: sqlite3.Connection) -> int:
    """The generation that readers are to see."""
    return whole_number(meta(connection, "generation") or "0")


def unpublished(connection: sqlite3.Connection, generation: int) -> bool:
    """True where something was committed that no reader of `generation` sees yet."""
    sql = (
        "SELECT EXISTS (SELECT 1 FROM documents WHERE born > :generation)"
        " OR EXISTS (SELECT 1 FROM documents WHERE died > :generation)"
    )
    return bool(connection.execute(sql, {"generation": generation}).fetchone()[0])


def meta(connection: sqlite3.Connection, key: str) -> str | None:
    """A value of the table `meta`."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def dimension(connection: sqlite3.Connection) -> int:
    """Length of the vectors."""
    return whole_number(meta(connection, "dimension") or "1")


def purged(connection: sqlite3.Connection) -> int:
    """The generation up to which what died is no longer there to be told."""
    return whole_number(meta(connection, "purged") or "0")


def totals(connection: sqlite3.Connection, generation: int) -> tuple[int, int, int, int]:
    """Documents and their characters, passages and figures that are searched (duplicates counted as documents only)."""
    documents, characters = connection.execute(
        f"SELECT count(*), coalesce(sum(characters), 0) FROM documents d WHERE {SEEN}",
        {"generation": generation},
    ).fetchone()
    passages = connection.execute(
        f"SELECT coalesce(sum(passages), 0) FROM documents d WHERE {INDEXED}",
        {"generation": generation},
    ).fetchone()[0]
    figures = connection.execute(
        f"SELECT count(*) FROM figures JOIN documents d ON d.id = document_id WHERE {INDEXED}",
        {"generation": generation},
    ).fetchone()[0]
    return documents, characters, passages, figures


def facets(connection: sqlite3.Connection, generation: int) -> Facets:
    """What can be filtered by, most frequent first."""
    found = {
        name: tuple(Facet(*row) for row in connection.execute(sql.format(seen=SEEN), {"generation": generation}))
        for name, sql in _FACETS.items()
    }
    return Facets(**found)


def conditions(filter: Filter) -> tuple[str, dict[str, str]]:
    """SQL that holds for the documents `d` that pass all but the topics of a filter, and its parameters."""
    parts: list[str] = []
    values: dict[str, str] = {}
    for name, wanted, sql in (
        ("years", filter.years, "d.year IN (SELECT value FROM json_each(:years))"),
        ("kinds", tuple(kind.value for kind in filter.kinds), "d.kind IN (SELECT value FROM json_each(:kinds))"),
        ("docs", filter.docs, "d.path IN (SELECT value FROM json_each(:docs))"),
        (
            "places",
            filter.places,
            "d.id IN (SELECT document_id FROM document_places WHERE place IN (SELECT value FROM json_each(:places)))",
        ),
    ):
        if wanted:
            parts.append(sql)
            values[name] = json_list(wanted)
    return " AND ".join(parts) or "1", values


def documents(connection: sqlite3.Connection, generation: int, filter: Filter) -> tuple[DocumentSummary, ...]:
    """The documents that pass, by path; a document passes a topic where one of its passages has it."""
    condition, values = conditions(filter)
    if filter.topics:
        condition += (
            " AND d.id IN (SELECT document_id FROM passages WHERE id IN"
            " (SELECT passage_id FROM passage_topics WHERE topic IN (SELECT value FROM json_each(:topics))))"
        )
        values["topics"] = json_list(filter.topics)
    sql = f"SELECT * FROM documents d WHERE {SEEN} AND {condition} ORDER BY path"
    rows = connection.execute(sql, {"generation": generation, **values})
    return tuple(summary_of(row) for row in rows)


def document(connection: sqlite3.Connection, generation: int, path: str) -> Document | None:
    """One document with its original text."""
    sql = (
        f"SELECT d.*, c.text AS original FROM documents d JOIN contents c ON c.id = content_id"
        f" WHERE {SEEN} AND path = :path"
    )
    row = connection.execute(sql, {"generation": generation, "path": path}).fetchone()
    return document_of(row, row["original"]) if row else None


def leaders(connection: sqlite3.Connection, generation: int, docs: tuple[str, ...]) -> tuple[str, ...]:
    """The documents that stand for these in searches: themselves but for duplicates."""
    sql = (
        f"SELECT DISTINCT coalesce(duplicate_of, path) FROM documents d"
        f" WHERE {SEEN} AND path IN (SELECT value FROM json_each(:docs))"
    )
    return tuple(row[0] for row in connection.execute(sql, {"generation": generation, "docs": json_list(docs)}))


def passages(connection: sqlite3.Connection, ids: Sequence[int]) -> tuple[Passage, ...]:
    """Passages by id, of whatever generation, so that one found a moment ago can still be shown."""
    wanted = json_list(list(ids))
    sql = (
        "SELECT p.*, d.path FROM passages p JOIN documents d ON d.id = document_id"
        " WHERE p.id IN (SELECT value FROM json_each(?))"
    )
    found = {row["id"]: row for row in connection.execute(sql, (wanted,))}
    if missing := [number for number in ids if number not in found]:
        raise KeyError(f"索引中没有编号为 {missing[0]} 的段落")
    topics = lists(connection, "passage_topics", "passage_id", "topic", wanted)
    return tuple(passage_of(found[number], topics[number]) for number in ids)


def passages_of(connection: sqlite3.Connection, generation: int, path: str) -> tuple[Passage, ...]:
    """All passages of one document in their order."""
    sql = (
        f"SELECT p.*, d.path FROM passages p JOIN documents d ON d.id = document_id"
        f" WHERE {SEEN} AND path = :path ORDER BY ordinal"
    )
    rows = connection.execute(sql, {"generation": generation, "path": path}).fetchall()
    topics = lists(connection, "passage_topics", "passage_id", "topic", json_list([row["id"] for row in rows]))
    return tuple(passage_of(row, topics[row["id"]]) for row in rows)


def vectors(connection: sqlite3.Connection, ids: Sequence[int], dimension: int) -> Vectors:
    """The stored vectors of passages, shape (len(ids), dimension). Raises KeyError for an unknown id."""
    sql = (
        "SELECT p.id, vector FROM passages p JOIN vectors v ON v.id = vector_id"
        " WHERE p.id IN (SELECT value FROM json_each(?))"
    )
    found = {row[0]: row[1] for row in connection.execute(sql, (json_list(list(ids)),))}
    if missing := [number for number in ids if number not in found]:
        raise KeyError(f"索引中没有编号为 {missing[0]} 的段落")
    return halves_to_rows([found[number] for number in ids], dimension)


def passing(connection: sqlite3.Connection, generation: int, filter: Filter) -> Ids:
    """Ids, ascending, of the searched passages that pass a filter."""
    condition, values = conditions(filter)
    if filter.topics:
        condition += (
            " AND p.id IN (SELECT passage_id FROM passage_topics WHERE topic IN (SELECT value FROM json_each(:topics)))"
        )
        values["topics"] = json_list(filter.topics)
    sql = f"SELECT p.id FROM documents d JOIN passages p ON p.document_id = d.id WHERE {INDEXED} AND {condition}"
    return _ids(connection.execute(sql, {"generation": generation, **values}))


def problems(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """Path, reason and remedy of every source file that could not be read."""
    sql = "SELECT path, reason, coalesce(remedy, '') FROM files WHERE reason IS NOT NULL ORDER BY path"
    return [tuple(row) for row in connection.execute(sql)]


def lexical_entries(connection: sqlite3.Connection, ids: Ids) -> Iterator[LexicalEntry]:
    """What the lexical index holds of these passages, some thousands at a time."""
    sql = (
        "SELECT p.id, body_words, context_words, d.path, d.places, d.year, d.kind"
        " FROM passages p JOIN documents d ON d.id = document_id"
        " WHERE p.id IN (SELECT value FROM json_each(?)) ORDER BY p.id"
    )
    for at in range(0, len(ids), FETCH):
        wanted = json_list(ids[at : at + FETCH].tolist())
        topics = lists(connection, "passage_topics", "passage_id", "topic", wanted)
        for number, body, context, path, places, year, kind in connection.execute(sql, (wanted,)):
            yield LexicalEntry(number, body, context, path, decoded_list(places), year, kind, topics[number])


def vector_batches(connection: sqlite3.Connection, ids: Ids, dimension: int) -> Iterator[tuple[Ids, Vectors]]:
    """The stored vectors of these passages, some thousands at a time."""
    for at in range(0, len(ids), FETCH):
        part = ids[at : at + FETCH]
        yield part, vectors(connection, part.tolist(), dimension)


def changes(connection: sqlite3.Connection, since: int, generation: int) -> tuple[Ids, Ids]:
    """Ids of the passages that were searched at `since` and no longer are, and of those searched only now."""
    values = {"since": since, "generation": generation}
    joined = "SELECT p.id FROM documents d JOIN passages p ON p.document_id = d.id WHERE d.duplicate_of IS NULL"
    removed = f"{joined} AND d.died > :since AND d.died <= :generation AND d.born <= :since"
    added = f"{joined} AND d.born > :since AND {SEEN}"
    return _ids(connection.execute(removed, values)), _ids(connection.execute(added, values))


def _ids(rows: sqlite3.Cursor) -> Ids:
    return np.sort(np.fromiter((row[0] for row in rows), dtype=np.int64))


def lists(
    connection: sqlite3.Connection, table: str, key: str, column: str, ids: str
) -> defaultdict[int, tuple[str, ...]]:
    """What a table of lists holds for a JSON list of ids: the values of `column` by `key`, each list in its order."""
    sql = (
        f"SELECT {key}, {column} FROM {table} WHERE {key} IN (SELECT value FROM json_each(?)) ORDER BY {key}, position"
    )
    found: defaultdict[int, list[str]] = defaultdict(list)
    for owner, value in connection.execute(sql, (ids,)):
        found[owner].append(value)
    return defaultdict(tuple, {owner: tuple(values) for owner, values in found.items()})
