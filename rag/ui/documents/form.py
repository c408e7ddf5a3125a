"""The metadata of a document ↔ what a user types for it. Pure functions.

A field left empty means: as the text itself says. Only what was typed otherwise than it was shown is to be written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from rag.reading.overrides import KINDS
from rag.records import Metadata, ReportKind

FIELDS = {
    "title": "标题",
    "places": "地区",
    "year": "年份",
    "date": "日期",
    "kind": "类型",
    "issuer": "发文单位",
    "speaker": "讲话人",
    "source": "来源",
}
HINTS = {
    "title": "",
    "places": "从大到小，用 / 隔开，例如 岚原省/望川市/澄溪县",
    "year": "四位数，例如 2024",
    "date": "例如 2024-01-18",
    "kind": "",
    "issuer": "",
    "speaker": "",
    "source": "",
}
LONGEST = 200
MOST_PLACES = 8
AS_READ = ""
_YEAR = re.compile(r"(19|20)\d\d|2100")
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def typed(metadata: Metadata) -> dict[str, str]:
    """The metadata as it stands in the fields."""
    return {
        "title": metadata.title,
        "places": "/".join(metadata.places),
        "year": str(metadata.year) if metadata.year else "",
        "date": metadata.date.isoformat() if metadata.date else "",
        "kind": kind_cell(metadata.kind),
        "issuer": metadata.issuer or "",
        "speaker": metadata.speaker or "",
        "source": metadata.source or "",
    }


def kind_cell(kind: ReportKind) -> str:
    """How a kind is written in metadata.csv."""
    return next(name for name, meant in KINDS.items() if meant is kind)


def changed(shown: Mapping[str, str], values: Mapping[str, str]) -> dict[str, str]:
    """The fields that were typed otherwise than they were shown, without needless spaces."""
    return {name: value.strip() for name, value in values.items() if value.strip() != shown[name].strip()}


def problems(values: Mapping[str, str]) -> tuple[str, ...]:
    """What cannot be taken as it was typed, a sentence each."""
    found = [f"{FIELDS[name]}太长，最多 {LONGEST} 字" for name, value in values.items() if len(value) > LONGEST]
    if (year := values.get("year", "")) and not _YEAR.fullmatch(year):
        found.append("年份请写四位数，例如 2024")
    if (day := values.get("date", "")) and not _is_day(day):
        found.append("日期请写成 2024-01-18 的样子")
    if len(values.get("places", "").split("/")) > MOST_PLACES:
        found.append(f"地区最多写 {MOST_PLACES} 级，用 / 隔开")
    return tuple(found)


def _is_day(text: str) -> bool:
    match = _DATE.fullmatch(text)
    try:
        return match is not None and date(*map(int, match.groups())) is not None
    except ValueError:
        return False
