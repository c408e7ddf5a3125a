"""What a user corrects of a document's metadata → its row of corpus/metadata.csv, and back again.

Only the cells that are corrected are written; every other line stays as it is, byte for byte, and so do columns and
cells that mean nothing here. The file is written anew with a byte order mark, which Excel needs for Chinese.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from rag.errors import DataFileError
from rag.intake.corpus_folder import alone, told
from rag.reading.overrides import FIELDS, FILE, MAX_BYTES, decoded, guarded, overrides_of, plain, row_path

BOM = "\ufeff"
PATH = "path"

Cells = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MetadataEdit:
    """Cells of the row of one document by field: as they were, and as they were written."""

    path: str
    before: Cells
    after: Cells


@dataclass(frozen=True, slots=True)
class _Line:
    """One record of the file: its cells, and its characters with their line end."""

    cells: tuple[str, ...]
    raw: str


def edit_metadata(root: Path, path: str, cells: Mapping[str, str]) -> MetadataEdit:
    """Write some cells of the row for `path`, "" for what the text itself says; returns what that changed.

    Raises DataFileError where the file cannot be read or would no longer be one, IntakeError where it cannot be written.
    """
    if unknown := set(cells) - set(FIELDS):
        raise ValueError(f"metadata.csv has no fields {unknown}")
    with alone(root), told(root):
        lines = _lines(root / FILE)
        row = _row_of(path, lines)
        before = tuple((field, _cell(lines[0], row, field)) for field in cells)
        after = tuple((field, _one_line(value)) for field, value in cells.items())
        if before != after:
            _write(root / FILE, _with_cells(lines, path, dict(after)))
    return MetadataEdit(path, before, after)


def undo_edit(root: Path, edit: MetadataEdit) -> bool:
    """Put the cells back as they were; False, and nothing is done, where somebody has changed one of them since."""
    with alone(root), told(root):
        lines = _lines(root / FILE)
        row = _row_of(edit.path, lines)
        if any(_cell(lines[0], row, field) != value for field, value in edit.after):
            return False
        _write(root / FILE, _with_cells(lines, edit.path, dict(edit.before)))
    return True


def _lines(path: Path) -> list[_Line]:
    """The header and the other records; a header alone where there is no file. Raises DataFileError."""
    if not path.is_file():
        return [_Line((PATH, *FIELDS), f"{','.join((PATH, *FIELDS))}\r\n")]
    if path.stat().st_size > MAX_BYTES:
        raise DataFileError(f"{path} 超过 {MAX_BYTES // 1024 // 1024} MB；请删去无关的列")
    text = decoded(path, path.read_bytes()).removeprefix(BOM)
    overrides_of(path, text)
    physical = list(io.StringIO(text, newline=""))
    lines, at = [], 0
    reader = csv.reader(iter(physical), strict=True)
    for cells in reader:
        lines.append(_Line(tuple(cells), "".join(physical[at : reader.line_num])))
        at = reader.line_num
    return lines or [_Line((PATH, *FIELDS), f"{','.join((PATH, *FIELDS))}\r\n")]


def _columns(header: _Line) -> list[str]:
    return [cell.strip().lower() for cell in header.cells]


def _row_of(path: str, lines: Sequence[_Line]) -> _Line | None:
    at = _columns(lines[0]).index(PATH)
    return next((line for line in lines[1:] if len(line.cells) > at and row_path(line.cells[at]) == path), None)


def _cell(header: _Line, row: _Line | None, field: str) -> str:
    columns = _columns(header)
    if row is None or field not in columns or columns.index(field) >= len(row.cells):
        return ""
    return plain(row.cells[columns.index(field)].strip())


def _with_cells(lines: Sequence[_Line], path: str, wanted: Mapping[str, str]) -> str:
    """The text of the file with these cells in the row of `path`; a row that says nothing any more is left out."""
    header, *rows = lines
    end = "\r\n" if header.raw.endswith("\r\n") else "\n"
    missing = [field for field, value in wanted.items() if value and field not in _columns(header)]
    columns = [*_columns(header), *missing]
    head = _written((*header.cells, *missing), end) if missing else header.raw
    former = _row_of(path, lines)
    cells = [*(former.cells if former else ()), *[""] * (len(columns) - len(former.cells if former else ()))]
    cells[columns.index(PATH)] = cells[columns.index(PATH)] or guarded(path)
    for field, value in wanted.items():
        if field in columns:
            cells[columns.index(field)] = guarded(value)
    says = any(cell.strip() for column, cell in zip(columns, cells, strict=True) if column != PATH)
    row = _written(cells, end) if says else ""
    return _joined((head, *(row if line is former else line.raw for line in rows), *(() if former else (row,))), end)


def _joined(parts: Sequence[str], end: str) -> str:
    """The parts one after the other, each on a line of its own."""
    return "".join(part if not part or part.endswith(("\n", "\r")) else part + end for part in parts)


def _written(cells: Sequence[str], end: str) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator=end).writerow(cells)
    return line.getvalue()


def _write(path: Path, text: str) -> None:
    """Put the file in place of the old one in one step, once it is known to be read again."""
    overrides_of(path, text)
    fresh = path.with_name(f".{uuid4().hex}.part")
    try:
        with fresh.open("xb") as file:
            file.write(f"{BOM}{text}".encode())
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def _one_line(value: str) -> str:
    """A value without line ends and control characters, which some programs take for the end of a cell."""
    return " ".join("".join(_shown(value)).split())


def _shown(value: str) -> Iterator[str]:
    for character in value:
        yield character if character.isprintable() else " "
