"""corpus/metadata.csv → what the user knows better than the text, a row a file.

The columns are path and any of title, places (岚原省／望川市／澄溪县 or with >), year, date (2024-01-23), kind, speaker,
issuer, source; an empty cell leaves the text's own value. UTF-8 with or without BOM, or GB18030 as Excel saves it.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from rag.errors import DataFileError, ReadError
from rag.reading.encoding import decode
from rag.records import Metadata, ReportKind

FILE = "metadata.csv"
MAX_BYTES = 16 * 1024 * 1024
FIELDS = ("title", "places", "year", "date", "kind", "speaker", "issuer", "source")
_FORMULA = re.compile(r"'*\s*[=+\-@＝＋－＠]")
KINDS = {
    "政府工作报告": ReportKind.WORK_REPORT,
    "工作报告": ReportKind.WORK_REPORT,
    "访谈": ReportKind.INTERVIEW,
    "讲话": ReportKind.SPEECH,
    "新闻": ReportKind.NEWS,
    "政策": ReportKind.POLICY,
    "其他": ReportKind.OTHER,
} | {kind.value: kind for kind in ReportKind}


@dataclass(frozen=True, slots=True)
class Override:
    """What one row sets; None leaves a field as the text has it."""

    title: str | None = None
    places: tuple[str, ...] | None = None
    year: int | None = None
    date: date | None = None
    kind: ReportKind | None = None
    speaker: str | None = None
    issuer: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Overrides:
    """The rows by path."""

    rows: Mapping[str, Override]

    def apply(self, path: str, metadata: Metadata) -> Metadata:
        """`metadata` with the fields that the row for `path` sets."""
        row = self.rows.get(path)
        if row is None:
            return metadata
        return replace(metadata, **{name: value for name in FIELDS if (value := getattr(row, name)) is not None})

    def fingerprint(self, path: str) -> str:
        """Changes whenever what is set for `path` changes; "" where nothing is."""
        row = self.rows.get(path)
        return hashlib.sha256(repr(row).encode()).hexdigest() if row else ""


NO_OVERRIDES = Overrides(MappingProxyType({}))


def load_overrides(root: Path) -> Overrides:
    """The overrides of a corpus; none where it has no metadata.csv. Raises DataFileError naming the line at fault."""
    path = root / FILE
    if not path.is_file():
        return NO_OVERRIDES
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise DataFileError(f"{path} 打不开；请检查权限") from error
    if len(data) > MAX_BYTES:
        raise DataFileError(f"{path} 超过 {MAX_BYTES // 1024 // 1024} MB；请删去无关的列")
    return overrides_of(path, decoded(path, data))


def decoded(path: Path, data: bytes) -> str:
    """The text of a metadata.csv; raises DataFileError where its encoding cannot be told."""
    try:
        return decode(FILE, data).text if data.strip() else ""
    except ReadError as error:
        raise DataFileError(f"{path} 认不出编码；请用 Excel 另存为“CSV UTF-8”") from error


def overrides_of(path: Path, text: str) -> Overrides:
    """The overrides that the text of a metadata.csv sets; raises DataFileError with `path` and the line at fault."""
    return Overrides(MappingProxyType(_rows(path, text)) if text.strip() else MappingProxyType({}))


def row_path(cell: str) -> str:
    """The path that a cell of the column `path` means."""
    return plain(cell.strip()).replace("\\", "/").removeprefix("./")


def guarded(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: one that begins as such gets an apostrophe before it."""
    return f"'{text}" if _FORMULA.match(text) else text


def plain(cell: str) -> str:
    """What a cell says, without the apostrophe of `guarded`."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def _rows(path: Path, text: str) -> dict[str, Override]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    rows: dict[str, Override] = {}
    try:
        _check_columns(path, reader.fieldnames or ())
        for row in reader:
            place = f"{path} 第 {reader.line_num} 行"
            if None in row:
                raise DataFileError(f"{place}的格子比表头多；含逗号的内容请用双引号括起来")
            raw = {(name or "").strip().lower(): (cell or "").strip() for name, cell in row.items()}
            name, cells = row_path(raw["path"]), {column: plain(cell) for column, cell in raw.items()}
            if not any(cells.values()):
                continue
            if not name:
                raise DataFileError(f"{place}没有写 path；请写文件在资料文件夹里的路径")
            if name in rows:
                raise DataFileError(f"{place}的 {name} 写了两次；请只留一行")
            rows[name] = _override(place, cells)
    except csv.Error as error:
        raise DataFileError(f"{path} 第 {reader.line_num} 行读不出来（{error}）；请检查引号") from error
    return rows


def _check_columns(path: Path, columns: Sequence[str]) -> None:
    names = [column.strip().lower() for column in columns]
    if "path" not in names:
        raise DataFileError(f"{path} 第 1 行没有 path 列；表头应为 path 和 {'、'.join(FIELDS)} 中的任意几列")
    if unknown := [name for name in names if name not in ("path", *FIELDS)]:
        raise DataFileError(f"{path} 第 1 行有不认识的列 {'、'.join(unknown)}；可用的有 {'、'.join(FIELDS)}")


def _override(place: str, cells: dict[str, str]) -> Override:
    return Override(
        title=cells.get("title") or None,
        places=_places(cells.get("places", "")),
        year=_year(place, cells.get("year", "")),
        date=_date(place, cells.get("date", "")),
        kind=_kind(place, cells.get("kind", "")),
        speaker=cells.get("speaker") or None,
        issuer=cells.get("issuer") or None,
        source=cells.get("source") or None,
    )


def _places(cell: str) -> tuple[str, ...] | None:
    return tuple(name.strip() for name in re.split(r"[／/>＞]", cell) if name.strip()) or None


def _year(place: str, cell: str) -> int | None:
    if not cell:
        return None
    match = re.fullmatch(r"(\d{4})年?", cell)
    if match is None or not 1900 <= int(match[1]) <= 2100:
        raise DataFileError(f"{place}的 year 是“{cell}”；请写四位年份，如 2024")
    return int(match[1])


def _date(place: str, cell: str) -> date | None:
    if not cell:
        return None
    match = re.fullmatch(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?", cell)
    try:
        return date(*map(int, match.groups())) if match else _no_date(place, cell)
    except ValueError:
        return _no_date(place, cell)


def _no_date(place: str, cell: str) -> date:
    raise DataFileError(f"{place}的 date 是“{cell}”；请写成 2024-01-23 的样子")


def _kind(place: str, cell: str) -> ReportKind | None:
    if cell and cell not in KINDS:
        raise DataFileError(f"{place}的 kind 是“{cell}”；可用的有 {'、'.join(KINDS)}")
    return KINDS.get(cell)
