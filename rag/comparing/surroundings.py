"""The words before and behind a figure in its paragraph, in clean form.

In: a document's original text and the span of a figure. Out: `Surroundings`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.records import Span
from rag.text.clean import clean_query

REACH, AHEAD = 400, 24
# a line end that closes a sentence or is followed by an empty line; reports also break lines inside a sentence
_PARAGRAPH = re.compile(r"(?<=[。！？；：:])[ \t\u3000\r]*\n|\n[ \t\u3000\r]*\n")
_CLAUSE = re.compile(r"[，,。；;：:、！？（）()\n]")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Clean text: `before` from the beginning of the paragraph to the figure, `after` some characters behind it."""

    before: str
    after: str

    @property
    def clause(self) -> str:
        """What stands before the figure since the last punctuation mark."""
        return _CLAUSE.split(self.before)[-1]


def surroundings(text: str, span: Span) -> Surroundings:
    """What surrounds a span of an original text, at most REACH characters before and AHEAD behind it."""
    before = _PARAGRAPH.split(text[max(0, span.start - REACH) : span.start])[-1]
    return Surroundings(clean_query(before), clean_query(text[span.stop : span.stop + AHEAD]))
