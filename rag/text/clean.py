"""Original text → the text that is searched, with the way back.

What comes in is a document or a question as it was written. What goes out is Simplified, in one width, without page
furniture, glosses, doubled marks, torn words and broken lines; paragraphs are separated by one line feed. Redaction
marks (XX亩), lost digits and slips of OCR stay, because they are what the document says.

Each phenomenon is a module that says where it is; here is only their order. A round of cleaning can bring two halves of
another blemish together, so rounds are repeated until one changes nothing, a few times at most.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np

from rag.records import Span
from rag.text.draft import Cut, Draft
from rag.text.folding import carriage_returns, fold
from rag.text.furniture import furniture
from rag.text.glosses import glosses
from rag.text.invisible import invisible
from rag.text.lines import blank_lines, indices, joined
from rag.text.punctuation import clashing_marks, torn_qualifiers
from rag.text.script import to_simplified
from rag.text.spacing import gaps, needless_spaces, outer_blanks, spaces_in_prose, torn_words

Step = Callable[[Draft], Draft]
_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class CleanText:
    """The clean text of one original, and for every character of it where that stands in the original.

    Kept as pieces: piece i of the clean text starts at `starts[i]` and is, character for character, the original from
    `origins[i]` on. Between two pieces the original has something that was left out.
    """

    text: str
    original_length: int
    starts: tuple[int, ...] = field(repr=False)
    origins: tuple[int, ...] = field(repr=False)

    def span(self, start: int, stop: int) -> Span:
        """The original characters of the clean range [start, stop): from its first to its last, with all between.

        An empty range is the empty span before the character at `start`. Raises ValueError outside the text.
        """
        if not 0 <= start <= stop <= len(self.text):
            raise ValueError(f"[{start}, {stop}) is not a range of a clean text of {len(self.text)} characters")
        begin = self._origin(start)
        return Span(begin, begin if start == stop else self._origin(stop - 1) + 1)

    def clean_range(self, span: Span) -> tuple[int, int]:
        """The range of clean characters that stand inside `span`; empty where all of it was left out."""
        start = self._first_at_or_after(span.start)
        return start, max(start, self._first_at_or_after(span.stop))

    def _origin(self, at: int) -> int:
        if at >= len(self.text):
            return self._origin(at - 1) + 1 if self.text else 0
        piece = bisect_right(self.starts, at) - 1
        return self.origins[piece] + at - self.starts[piece]

    def _first_at_or_after(self, offset: int) -> int:
        piece = bisect_right(self.origins, offset) - 1
        if piece < 0:
            return 0
        stop = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
        return min(self.starts[piece] + offset - self.origins[piece], stop)


def _cut(where: Callable[[str], Iterator[Cut]]) -> Step:
    return lambda draft: draft.without(where(draft.text))


def _write(rewrite: Callable[[str], str]) -> Step:
    return lambda draft: draft.rewritten(rewrite(draft.text))


_CHARACTERS: tuple[Step, ...] = (
    _cut(carriage_returns),
    _write(fold),
    _cut(invisible),
    _cut(glosses),
    _write(to_simplified),
)
_PAGE: tuple[Step, ...] = (_cut(furniture), _cut(indices), joined)
_MARKS: tuple[Step, ...] = (
    _cut(outer_blanks),
    _cut(torn_words),
    gaps,
    _cut(needless_spaces),
    _cut(spaces_in_prose),
    _cut(torn_qualifiers),
    _cut(clashing_marks),
    _cut(blank_lines),
)
_LEGIBLE: tuple[Step, ...] = (_cut(invisible), _cut(glosses), _cut(clashing_marks))
_DOCUMENT = _CHARACTERS + _PAGE + _MARKS
_QUESTION = _CHARACTERS + _MARKS


def _settled(text: str, steps: tuple[Step, ...]) -> Draft:
    draft = Draft.of(text)
    for _ in range(_ROUNDS):
        before = draft.text
        for step in steps:
            draft = step(draft)
        if draft.text == before:
            break
    return draft


def clean(text: str) -> CleanText:
    """The clean text of a document; never fails, takes time linear in the length of `text`."""
    return _mapped(_settled(text, _DOCUMENT), text)


def in_one_script(text: str) -> CleanText:
    """The text with its lines, furniture and spaces, in Simplified, one width and without glosses: what a page says of itself."""
    return _mapped(_settled(text, _CHARACTERS), text)


def legible(text: str) -> str:
    """A quote as one would read it aloud: in its own script, without glosses, invisible characters and doubled marks."""
    return _settled(text, _LEGIBLE).text


def _mapped(draft: Draft, text: str) -> CleanText:
    breaks = np.flatnonzero(np.diff(draft.origins, prepend=-2) != 1)
    return CleanText(draft.text, len(text), tuple(breaks.tolist()), tuple(draft.origins[breaks].tolist()))


def clean_query(text: str) -> str:
    """A question in the form of clean text: no line of it is taken for furniture, and it becomes one line."""
    return _settled(text, _QUESTION).text.replace("\n", " ")
