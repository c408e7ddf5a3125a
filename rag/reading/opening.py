"""A document's text → the clean lines of its beginning and end, where it says what it is.

Every line comes in two forms of the same characters: clean as questions are, and with its spaces, which in a line such
as "来源: 某报  浏览次数: 3" are the only bounds of what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rag.text.clean import clean_query
from rag.text.draft import Draft
from rag.text.folding import fold
from rag.text.glosses import glosses
from rag.text.invisible import invisible
from rag.text.script import to_simplified

OPENING_CHARACTERS = 20_000
CLOSING_CHARACTERS = 2_000
OPENING_LINES = 200
_HEAD_LINES = 14
_LONGEST_HEAD_LINE = 120
_BODY_STARTS = ("各位代表", "各位委员", "各位领导", "同志们", "一、", "(一)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `text` clean, `spaced` with its spaces, each run of them as one."""

    text: str
    spaced: str


@dataclass(frozen=True, slots=True)
class Opening:
    """`lines` from the beginning, `closing` the last ones, none of them blank."""

    lines: tuple[Line, ...]
    closing: tuple[Line, ...]

    @property
    def head(self) -> tuple[Line, ...]:
        """The short lines before the first paragraph: title, delivery line, speaker, publication line."""
        head: list[Line] = []
        for line in self.lines[:_HEAD_LINES]:
            if len(line.text) > _LONGEST_HEAD_LINE and not is_address(line.text):
                break
            if line.text.startswith(_BODY_STARTS):
                break
            head.append(line)
        return tuple(head)

    @property
    def text(self) -> str:
        """All the clean lines of the beginning."""
        return "\n".join(line.text for line in self.lines)


def is_address(text: str) -> bool:
    """True for a line that is nothing but the address of a page."""
    return re.fullmatch(r"https?://\S+", text) is not None


def opening(text: str, title: str = "") -> Opening:
    """The lines of a document's beginning and end; the menus of a page before its declared `title` are left out."""
    beginning = _lines(text[:OPENING_CHARACTERS].splitlines()[:OPENING_LINES])
    start = next((i for i, line in enumerate(beginning) if title and line.text == title), 0)
    beginning = beginning[start:]
    return Opening(beginning, _lines(text[-CLOSING_CHARACTERS:].splitlines()))


def _lines(lines: Iterable[str]) -> tuple[Line, ...]:
    return tuple(Line(clean, _spaced(line)) for line in lines if (clean := clean_query(line).strip()))


def _spaced(line: str) -> str:
    draft = Draft.of(fold(line))
    draft = draft.without(invisible(draft.text))
    draft = draft.without(glosses(draft.text))
    return re.sub(r"\s+", " ", to_simplified(draft.text)).strip()
