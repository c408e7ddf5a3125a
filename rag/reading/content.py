"""What a format's reader hands on: the text, and what the file says of itself outside it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Content:
    """The text of one file; `title`, `date` and `source` are a page's own declarations, as they stand there."""

    text: str
    encoding: str
    title: str = ""
    date: str = ""
    source: str = ""
    notes: tuple[str, ...] = ()
