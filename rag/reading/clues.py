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
    """The opening of a document, its title, kind and delivery line, the names of its file and folders from the nearest, and what the page declares."""

    opening: Opening
    title: str
    kind: ReportKind
    delivery: Delivery | None
    path_names: tuple[str, ...]
    declared: Content


def clues(path: str, content: Content) -> Clues:
    """The clues of one document; `path` is relative to the corpus root."""
    declared_title = clean_query(content.title)
    beginning = opening(content.text, declared_title)
    title = find_title(beginning, declared_title)
    names = tuple(clean_query(name.replace("_", " ")) for name in reversed(PurePosixPath(path).with_suffix("").parts))
    return Clues(
        opening=beginning,
        title=title,
        kind=find_kind(title or names[0], beginning),
        delivery=find_delivery(beginning),
        path_names=names,
        declared=content,
    )
