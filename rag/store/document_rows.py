"""Rows of documents ↔ records; beside schema.sql the only place where their columns are named."""

from __future__ import annotations

import sqlite3
from datetime import date

from rag.records import Document, DocumentSummary, Metadata, ReportKind
from rag.store.columns import Value, decoded_list, json_list, sound

METADATA_COLUMNS = ("title", "places", "year", "date", "kind", "speaker", "issuer", "source")
STATE_COLUMNS = ("format", "encoding", *METADATA_COLUMNS, "part", "redacted", "notes")
DOCUMENT_COLUMNS = (
    "path",
    "born",
    "file_hash",
    "content_id",
    "digest",
    "fold_key",
    "duplicate_of",
    *STATE_COLUMNS,
    "characters",
    "passages",
)


def state_values(document: Document) -> tuple[Value, ...]:
    """The values of STATE_COLUMNS: all of a document but its path and text."""
    metadata = document.metadata
    return (
        document.format,
        document.encoding,
        metadata.title,
        json_list(metadata.places),
        metadata.year,
        metadata.date.isoformat() if metadata.date else None,
        metadata.kind.value,
        metadata.speaker,
        metadata.issuer,
        metadata.source,
        document.part,
        int(document.redacted),
        json_list(document.notes),
    )


@sound
def metadata_of(row: sqlite3.Row) -> Metadata:
    """Metadata from a row with METADATA_COLUMNS."""
    return Metadata(
        title=row["title"],
        places=decoded_list(row["places"]),
        year=row["year"],
        date=date.fromisoformat(row["date"]) if row["date"] else None,
        kind=ReportKind(row["kind"]),
        speaker=row["speaker"],
        issuer=row["issuer"],
        source=row["source"],
    )


@sound
def document_of(row: sqlite3.Row, text: str) -> Document:
    """A document from a row with STATE_COLUMNS and `path`, and its original text."""
    return Document(
        path=row["path"],
        text=text,
        metadata=metadata_of(row),
        format=row["format"],
        encoding=row["encoding"],
        part=row["part"],
        redacted=bool(row["redacted"]),
        notes=decoded_list(row["notes"]),
    )


@sound
def summary_of(row: sqlite3.Row) -> DocumentSummary:
    """A document without its text from a row of `documents`."""
    return DocumentSummary(
        path=row["path"],
        metadata=metadata_of(row),
        format=row["format"],
        part=row["part"],
        redacted=bool(row["redacted"]),
        notes=decoded_list(row["notes"]),
        characters=row["characters"],
        passages=row["passages"],
        duplicate_of=row["duplicate_of"],
    )
