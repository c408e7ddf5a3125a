"""Which documents are the same text: copies, and reprints with another title, note or page around the same report.

Texts fold where four fifths of what either says, sentence by sentence, stands in the other, marks and spaces aside, and
the figures of both are the same ones. A text that says one number differently is never folded away.

Candidates come from a sketch of each document, the smallest hashes of its sentences: two texts that share most of their
sentences share most of their sketch (bottom-k sampling, Broder 1997).
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable

from rag.store.columns import json_list
from rag.store.passage_rows import sentence_texts
from rag.store.prepared import Prepared, Statement, statements_of

SKETCH = 16
SHARED = 0.8


def group_of(connection: sqlite3.Connection, prepared: Prepared) -> str:
    """The fold key of the documents in the catalogue that this one folds with, else its own."""
    mine = sketch(prepared.statements)
    candidates = connection.execute(
        "SELECT d.id, d.fold_key FROM sketches JOIN documents d ON d.id = document_id"
        " WHERE hash IN (SELECT value FROM json_each(?)) AND d.died IS NULL"
        " GROUP BY d.id HAVING count(*) * 2 >= ? ORDER BY d.path",
        (json_list(mine), len(mine)),
    )
    for document_id, fold_key in candidates.fetchall():
        if _same(connection, document_id, prepared):
            return str(fold_key)
    return prepared.fold_key


def sketch(statements: Iterable[Statement]) -> list[int]:
    """The smallest hashes."""
    return sorted({statement.hash for statement in statements})[:SKETCH]


def _same(connection: sqlite3.Connection, document_id: int, prepared: Prepared) -> bool:
    rows = connection.execute("SELECT text, sentences FROM passages WHERE document_id = ?", (document_id,))
    theirs = statements_of(sentence for row in rows for sentence in sentence_texts(row["text"], row["sentences"]))
    shared = set(prepared.statements) & set(theirs)
    said = sum(statement.length for statement in shared)
    if said < SHARED * max(_length(prepared.statements), _length(theirs)):
        return False
    figures = connection.execute("SELECT text, indicator FROM figures WHERE document_id = ?", (document_id,))
    return Counter(map(tuple, figures)) == Counter((figure.text, figure.indicator) for figure in prepared.figures)


def _length(statements: Iterable[Statement]) -> int:
    return sum(statement.length for statement in statements)
