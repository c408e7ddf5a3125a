"""Figures → bytes in one of the formats of the command line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import BinaryIO

from rag.figures.extract import Explained
from rag.targets.as_json import explained_as_json, figure_as_json
from rag.targets.delimited import csv_chunks
from rag.targets.explanation import explanation_lines
from rag.targets.terminal import table_lines
from rag.targets.workbook import Link, write_workbook


class Format(StrEnum):
    """How figures can be written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"


EXPLAINING = (Format.TABLE, Format.JSONL)


def write(found: Iterable[Explained], format: Format, explain: bool, stream: BinaryIO, link: Link) -> None:
    """Write figures to a stream, lines as they come; `explain` adds how each was come by, in the formats EXPLAINING.

    `link` gives the address of a figure's source for a workbook.
    """
    if format is Format.XLSX:
        write_workbook((explained.figure for explained in found), stream, link)
        return
    for chunk in _chunks(found, format, explain):
        stream.write(chunk)


def _chunks(found: Iterable[Explained], format: Format, explain: bool) -> Iterator[bytes]:
    if format is Format.CSV:
        return csv_chunks(explained.figure for explained in found)
    if format is Format.JSONL:
        objects = (explained_as_json(item) if explain else figure_as_json(item.figure) for item in found)
        return _lines(json.dumps(item, ensure_ascii=False) for item in objects)
    return _lines(explanation_lines(found) if explain else table_lines(item.figure for item in found))


def _lines(lines: Iterable[str]) -> Iterator[bytes]:
    return (f"{line}\n".encode() for line in lines)
