"""A set of figures annotated by hand, read from its file.

In: JSON lines with the fields that `python -m rag targets` writes, and beside `NAME.jsonl` the file `NAME_ranges.json` with the spans of
each document that were annotated. Out: the set. A field may have alternatives (`indicator_alt`), and a figure marked `optional`
counts neither way. A document is known by its file name.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from rag.errors import ReadError
from rag.records import Span

FIGURE = ("kind", "value", "value_high", "unit", "bound", "masked")
RECORD = (*FIGURE, "measure", "year", "indicator")
RANGES = "_ranges.json"


@dataclass(frozen=True, slots=True)
class Annotated:
    """One figure annotated by hand: its fields, each with the values that count as right."""

    doc: str
    span: Span
    text: str
    accepted: Mapping[str, tuple[object, ...]]
    optional: bool


@dataclass(frozen=True, slots=True)
class AnnotatedSet:
    """The figures of a set, and the annotated spans of each document; whole documents where none are given."""

    figures: tuple[Annotated, ...]
    ranges: Mapping[str, tuple[Span, ...]]


def read_annotated(path: Path) -> AnnotatedSet:
    """A set and its ranges, `NAME_ranges.json` beside `NAME.jsonl`; raises ReadError naming the line that is wrong."""
    figures = []
    for number, line in enumerate(_text(path).splitlines(), start=1):
        if line.strip():
            try:
                figures.append(_annotated(json.loads(line)))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise ReadError(
                    str(path), f"第 {number} 行不是一个数字的标注（{error!r}）", "每行一个 JSON 对象"
                ) from error
    beside = path.with_name(path.stem + RANGES)
    return AnnotatedSet(tuple(figures), _ranges(beside) if beside.is_file() else {})


def _annotated(line: Mapping[str, Any]) -> Annotated:
    accepted = {field: tuple(line.get(f"{field}_alt") or (line[field],)) for field in RECORD}
    span = Span(int(line["start"]), int(line["end"]))
    return Annotated(PurePosixPath(line["doc"]).name, span, str(line["text"]), accepted, bool(line.get("optional")))


def _ranges(path: Path) -> dict[str, tuple[Span, ...]]:
    try:
        return {doc: tuple(Span(int(a), int(b)) for a, b in spans) for doc, spans in json.loads(_text(path)).items()}
    except (ValueError, TypeError, AttributeError) as error:
        raise ReadError(str(path), f"不是一张范围表（{error!r}）", '写成 {"文件名": [[起, 止], …]}') from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(str(path), f"读不出来（{error}）", "检查文件是否存在、是否为 UTF-8") from error
