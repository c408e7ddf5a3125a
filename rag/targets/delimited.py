"""Rows of a table → CSV that Excel opens with Chinese and the right types: UTF-8 with a byte order mark, one line a row.

A cell of text is never taken for a formula or a date, whatever a document holds: one that begins as such gets an
apostrophe before it (OWASP, CSV Injection).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from rag.records import Figure
from rag.targets.columns import COLUMNS, Cell, Column, Row

BOM = b"\xef\xbb\xbf"
# a sign that begins a formula, also full-width, after blanks; digits that would become a date
_ACTIVE = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]|\d+\s*[-/]\s*\d+")


def csv_chunks(figures: Iterable[Figure]) -> Iterator[bytes]:
    """The bytes of a file of figures, a line at a time."""
    return table_chunks(figures, COLUMNS)


def table_chunks(rows: Iterable[Row], columns: Sequence[Column[Row]]) -> Iterator[bytes]:
    """The bytes of a file of rows, a line at a time."""
    yield BOM + _line([column.heading for column in columns])
    for row in rows:
        yield _line([_written(column.value(row)) for column in columns])


def _line(cells: list[str]) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().encode()


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        text = cell.replace("\0", "")
        return f"'{text}" if _ACTIVE.match(text) else text
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return cell.isoformat() if isinstance(cell, date) else str(cell)
