"""The content of a file → its metadata, with notes for the user where it was worked out or where evidence conflicts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.places.gazetteer import NATION
from rag.reading.clues import Clues, clues
from rag.reading.content import Content
from rag.reading.people import find_speaker
from rag.reading.placing import find_places
from rag.reading.publication import find_issuer, find_publication, find_source
from rag.reading.title import lead
from rag.reading.years import find_year
from rag.records import Metadata, ReportKind

_BARE_REPORT = re.compile(r"(?:政府)?工作报告")
_FEWEST_CHINESE = 4


@dataclass(frozen=True, slots=True)
class Description:
    """What a document is, and what the user should know of how that was found."""

    metadata: Metadata
    notes: tuple[str, ...]


def describe(path: str, content: Content) -> Description:
    """The metadata of one document; `path` is relative to the corpus root and counts only where the text is silent."""
    found = clues(path, content)
    published = find_publication(found)
    year, year_notes = find_year(found, published)
    places, place_notes = find_places(found)
    given = found.delivery.date.day if found.delivery and found.delivery.date else None
    title, title_notes = _title(found, places, year)
    metadata = Metadata(
        title=title,
        places=places,
        year=year,
        date=given or published,
        kind=found.kind,
        speaker=find_speaker(found),
        issuer=find_issuer(found, places),
        source=find_source(found),
    )
    return Description(metadata, title_notes + year_notes + place_notes)


def _title(found: Clues, places: tuple[str, ...], year: int | None) -> tuple[str, tuple[str, ...]]:
    """The title; one that says only 政府工作报告 is completed with year and place, so that reports can be told apart."""
    if found.title and not _BARE_REPORT.fullmatch(found.title):
        return found.title, ()
    file_name = found.path_names[0]
    is_named = len(re.findall(r"[\u4e00-\u9fff]", file_name)) >= _FEWEST_CHINESE
    is_report = bool(found.title) or not is_named or _BARE_REPORT.search(file_name) is not None
    if is_report and found.kind is ReportKind.WORK_REPORT and places:
        whose = "国务院" if places == (NATION,) else places[-1]
        return f"{year}年{whose}政府工作报告" if year else f"{whose}政府工作报告", ()
    if found.title:
        return found.title, ()
    if is_named:
        return file_name, ("原文没有标题，以文件名代替",)
    return lead(found.opening), ("原文没有标题，以正文首句代替",)
