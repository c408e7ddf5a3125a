"""Figures read from a catalogue: those of one document, those that a query lets through, and how many of each sort.

Each function takes a connection and the generation that its reader sees. Values reach SQL as parameters only.
"""

from __future__ import annotations

import sqlite3

from rag.records import Figure, FigureCount, FigureGroup, FigureOrder, FigurePage, FigureQuery
from rag.store.columns import json_list
from rag.store.figure_rows import figure_of
from rag.store.queries import SEEN, lists

# what a field of a query lets through, each with its values as one JSON list
_AMONG = {
    "places": "f.id IN (SELECT figure_id FROM figure_places WHERE place IN (SELECT value FROM json_each(:places)))",
    "topics": "f.id IN (SELECT figure_id FROM figure_topics WHERE topic IN (SELECT value FROM json_each(:topics)))",
    "years": "f.year IN (SELECT value FROM json_each(:years))",
    "kinds": "f.kind IN (SELECT value FROM json_each(:kinds))",
    "concepts": "f.concept IN (SELECT value FROM json_each(:concepts))",
    "units": "f.unit IN (SELECT value FROM json_each(:units))",
    "measures": "f.measure IN (SELECT value FROM json_each(:measures))",
    "dimensions": "f.dimension IN (SELECT value FROM json_each(:dimensions))",
    "docs": "d.path IN (SELECT value FROM json_each(:docs))",
}
_CONTAINS = {
    "indicator": "instr(lower(f.indicator), lower(:indicator)) > 0",
    "text": "(instr(lower(f.indicator), lower(:text)) > 0 OR instr(lower(f.text), lower(:text)) > 0)",
}
_STANDS = "d.path, f.ordinal"
_ORDERS = {
    FigureOrder.DOCUMENT: _STANDS,
    FigureOrder.LARGEST: f"f.amount IS NULL, f.dimension, f.amount DESC, {_STANDS}",
    FigureOrder.SMALLEST: f"f.amount IS NULL, f.dimension, f.amount, {_STANDS}",
    FigureOrder.NEWEST: f"f.year IS NULL, f.year DESC, {_STANDS}",
    FigureOrder.OLDEST: f"f.year IS NULL, f.year, {_STANDS}",
}
# the value that is counted, and what must be joined for it
_GROUPS = {
    FigureGroup.TOPIC: ("g.topic", "JOIN figure_topics g ON g.figure_id = f.id"),
    FigureGroup.PLACE: ("g.place", "JOIN figure_places g ON g.figure_id = f.id"),
    FigureGroup.OWN_PLACE: (
        "g.place",
        "JOIN figure_places g ON g.figure_id = f.id"
        " AND g.position = (SELECT max(position) FROM figure_places WHERE figure_id = f.id)",
    ),
    FigureGroup.SCALE: ("f.measure || '/' || f.dimension", ""),
    FigureGroup.CONCEPT: ("f.concept", ""),
    FigureGroup.YEAR: ("CAST(f.year AS TEXT)", ""),
    FigureGroup.KIND: ("f.kind", ""),
    FigureGroup.UNIT: ("f.unit", ""),
    FigureGroup.DOCUMENT: ("d.path", ""),
}
_FROM = "FROM figures f JOIN documents d ON d.id = f.document_id"


def figures_of(connection: sqlite3.Connection, generation: int, path: str) -> tuple[Figure, ...]:
    """All figures of one document in their order, also of one that another document stands for."""
    return figures(connection, generation, FigureQuery(docs=(path,))).figures


def figures(connection: sqlite3.Connection, generation: int, query: FigureQuery) -> FigurePage:
    """One page of the figures that a query lets through, and their number."""
    condition, values = _conditions(generation, query)
    rows = connection.execute(
        f"SELECT f.*, d.path {_FROM} WHERE {condition} ORDER BY {_ORDERS[query.order]} LIMIT :limit OFFSET :offset",
        {**values, "limit": -1 if query.limit is None else query.limit, "offset": query.offset},
    ).fetchall()
    ids = json_list([row["id"] for row in rows])
    topics = lists(connection, "figure_topics", "figure_id", "topic", ids)
    places = lists(connection, "figure_places", "figure_id", "place", ids)
    found = tuple(figure_of(row, topics[row["id"]], places[row["id"]]) for row in rows)
    if query.limit is None and query.offset == 0:
        return FigurePage(found, len(found))
    total = connection.execute(f"SELECT count(*) {_FROM} WHERE {condition}", values).fetchone()[0]
    return FigurePage(found, total)


def counts(
    connection: sqlite3.Connection, generation: int, query: FigureQuery, by: FigureGroup
) -> tuple[FigureCount, ...]:
    """How many of the figures that a query lets through have each value, most frequent first; order and page of the
    query play no part, and figures without a value are not counted."""
    condition, values = _conditions(generation, query)
    value, join = _GROUPS[by]
    rows = connection.execute(
        f"SELECT {value} AS value, count(*) AS n {_FROM} {join} WHERE {condition} AND {value} IS NOT NULL"
        " GROUP BY 1 ORDER BY n DESC, 1",
        values,
    )
    return tuple(FigureCount(*row) for row in rows)


def _conditions(generation: int, query: FigureQuery) -> tuple[str, dict[str, str | int]]:
    parts = [SEEN] if query.docs else [SEEN, "d.duplicate_of IS NULL"]
    values: dict[str, str | int] = {"generation": generation}
    for name, sql in _AMONG.items():
        if wanted := getattr(query, name):
            parts.append(sql)
            values[name] = json_list(wanted)
    for name, sql in _CONTAINS.items():
        if part := getattr(query, name):
            parts.append(sql)
            values[name] = part
    if query.masked is not None:
        parts.append("f.masked = :masked")
        values["masked"] = int(query.masked)
    return " AND ".join(parts), values
