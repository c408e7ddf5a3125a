"""What the metadata rules look at, gathered once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from rag.reading.content import Content
from rag.reading.delivery import Delivery, find_delivery
from rag.reading.kinds import find_kind
from rag.reading.opening import Opening, opening
from rag.reading.title import find_title
from rag.records import ReportKind
from rag.text.clean import clean_query


@dataclass(frozen=True, slots=True)
class Clues:
    """The opening of a document, its title, kind and delivery line, its file name, and what the page declares."""

    opening: Opening
    title: str
    kind: ReportKind
    delivery: Delivery | None
    file_name: str
    declared: Content


def clues(path: str, content: Content) -> Clues:
    """The clues of one document; `path` is relative to the corpus root."""
    beginning = opening(content.text)
    title = find_title(beginning, clean_query(content.title))
    stem = clean_query(PurePosixPath(path).stem.replace("_", " "))
    return Clues(
        opening=beginning,
        title=title,
        kind=find_kind(title or stem, beginning),
        delivery=find_delivery(beginning),
        file_name=stem,
        declared=content,
    )
