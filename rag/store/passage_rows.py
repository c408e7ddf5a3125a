"""Rows of passages ↔ records; beside schema.sql the only place where their columns are named."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from rag.records import Passage, Sentence, Span
from rag.store.columns import Value, decoded_list, json_list, sound

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
def sentence_texts(text: str, sentences: str) -> tuple[str, ...]:
    """The clean texts of the sentences of a passage, from its columns `text` and `sentences`."""
    return tuple(sentence.text for sentence in _sentences(text, json.loads(sentences)))


def _sentences(text: str, numbers: list[int]) -> Iterator[Sentence]:
    at = 0
    for start, stop, length in zip(numbers[0::3], numbers[1::3], numbers[2::3], strict=True):
        yield Sentence(Span(start, stop), text[at : at + length])
        at += length
