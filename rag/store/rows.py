"""Rows of the catalogue ↔ records: the only place where columns are named beside schema.sql."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from rag.figures.units import comparable
from rag.records import (
    Bound,
    Document,
    DocumentSummary,
    Figure,
    FigureKind,
    Measure,
    Metadata,
    Passage,
    ReportKind,
    Sentence,
    Span,
)

Value = str | int | float | None
P = ParamSpec("P")
Record = TypeVar("Record")

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
PASSAGE_COLUMNS = (
    "document_id",
    "ordinal",
    "start",
    "stop",
    "text",
    "headings",
    "sentences",
    "body_words",
    "context_words",
    "vector_id",
)
FIGURE_COLUMNS = (
    "document_id",
    "ordinal",
    "start",
    "stop",
    "text",
    "kind",
    "indicator",
    "measure",
    "value",
    "value_high",
    "unit",
    "bound",
    "year",
    "deadline",
    "place",
    "masked",
    "rule",
    "concept",
    "dimension",
    "amount",
)
# where a figure stands and what it says
STATED_COLUMNS = FIGURE_COLUMNS[2:]
# what a figure says, wherever in its document it stands
MEANING_COLUMNS = FIGURE_COLUMNS[4:]


def json_list(values: tuple[str, ...] | tuple[int, ...] | list[int]) -> str:
    """A compact JSON list, readable where it is Chinese."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


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


def passage_values(passage: Passage) -> tuple[Value, ...]:
    """The values of PASSAGE_COLUMNS from `ordinal` to `sentences`."""
    sentences = [
        number
        for sentence in passage.sentences
        for number in (sentence.span.start, sentence.span.stop, len(sentence.text))
    ]
    return (
        passage.ordinal,
        passage.span.start,
        passage.span.stop,
        passage.text,
        json_list(passage.headings),
        json_list(sentences),
    )


def figure_values(figure: Figure) -> tuple[Value, ...]:
    """The values of STATED_COLUMNS."""
    return (
        figure.span.start,
        figure.span.stop,
        figure.text,
        figure.kind.value,
        figure.indicator,
        figure.measure.value,
        _plain(figure.value),
        _plain(figure.value_high),
        figure.unit,
        figure.bound.value,
        figure.year,
        figure.deadline.isoformat() if figure.deadline else None,
        figure.place,
        int(figure.masked),
        figure.rule,
        figure.concept,
        *_comparable(figure),
    )


def sound(decode: Callable[P, Record]) -> Callable[P, Record]:
    """Rows that cannot be what was written are damage to the database, as what SQLite itself finds wrong."""

    @wraps(decode)
    def checked(*args: P.args, **kwargs: P.kwargs) -> Record:
        try:
            return decode(*args, **kwargs)
        except (ValueError, TypeError, ArithmeticError) as error:
            raise sqlite3.DataError(f"{decode.__name__}: {error}") from error

    return checked


@sound
def decoded_list(text: str) -> tuple[str, ...]:
    """A JSON list of texts."""
    return tuple(json.loads(text))


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


@sound
def passage_of(row: sqlite3.Row, topics: tuple[str, ...]) -> Passage:
    """A passage from a row of `passages` with the document's `path`."""
    return Passage(
        doc=row["path"],
        ordinal=row["ordinal"],
        span=Span(row["start"], row["stop"]),
        text=row["text"],
        headings=decoded_list(row["headings"]),
        sentences=tuple(_sentences(row["text"], json.loads(row["sentences"]))),
        topics=topics,
    )


@sound
def figure_of(row: sqlite3.Row, topics: tuple[str, ...], places: tuple[str, ...]) -> Figure:
    """A figure from a row of `figures` with the document's `path`."""
    return _figure(row["path"], row, topics, places)


@sound
def stated_figure(path: str, stated: str) -> Figure:
    """A figure from a JSON object with STATED_COLUMNS; it knows neither topics nor places."""
    return _figure(path, json.loads(stated), (), ())


def _figure(
    path: str, row: sqlite3.Row | Mapping[str, Any], topics: tuple[str, ...], places: tuple[str, ...]
) -> Figure:
    return Figure(
        doc=path,
        span=Span(row["start"], row["stop"]),
        text=row["text"],
        kind=FigureKind(row["kind"]),
        indicator=row["indicator"],
        measure=Measure(row["measure"]),
        value=None if row["value"] is None else Decimal(row["value"]),
        value_high=None if row["value_high"] is None else Decimal(row["value_high"]),
        unit=row["unit"],
        bound=Bound(row["bound"]),
        year=row["year"],
        deadline=date.fromisoformat(row["deadline"]) if row["deadline"] else None,
        place=row["place"],
        masked=bool(row["masked"]),
        rule=row["rule"],
        topics=topics,
        concept=row["concept"],
        places=places,
    )


def insert_sql(table: str, columns: tuple[str, ...]) -> str:
    """An INSERT with one placeholder a column."""
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


@sound
def sentence_texts(text: str, sentences: str) -> tuple[str, ...]:
    """The clean texts of the sentences of a passage, from its columns `text` and `sentences`."""
    return tuple(sentence.text for sentence in _sentences(text, json.loads(sentences)))


def _sentences(text: str, numbers: list[int]) -> Iterator[Sentence]:
    at = 0
    for start, stop, length in zip(numbers[0::3], numbers[1::3], numbers[2::3], strict=True):
        yield Sentence(Span(start, stop), text[at : at + length])
        at += length


def _comparable(figure: Figure) -> tuple[str, float | None]:
    """Dimension and amount to order by; the exact value is `value`."""
    dimension, amount = comparable(figure.value or Decimal(0), figure.unit)
    return dimension, None if figure.value is None else float(amount)


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")
