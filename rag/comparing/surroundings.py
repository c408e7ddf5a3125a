"""The words before and behind a figure in its paragraph, in clean form.

In: a document's original text and the span of a figure. Out: `Surroundings`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.records import Span
from rag.text.clean import clean_query

REACH, AHEAD, LEAD = 400, 24, 8000
# a line end that closes a sentence or is followed by an empty line; reports also break lines inside a sentence
_PARAGRAPH = re.compile(r"(?<=[。！？；：:])[ \t\u3000\r]*\n|\n[ \t\u3000\r]*\n")
_CLAUSE = re.compile(r"[，,。；;：:、！？（）()\n]")
_LINE_END = re.compile(r"[ \t\u3000\r]*\n[ \t\u3000]*")
_SENTENCE = re.compile(r"[。；;！？\n]")
_SECTION = re.compile(r"^[ \t\u3000]*[一二三四五六七八九十]{1,3}、[^\n。]{2,60}$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`before` is clean text from the beginning of the paragraph to the figure, `after` some characters behind it; `lead`
    is the original text from the heading of the section to the paragraph, at most LEAD characters of it."""

    before: str
    after: str
    lead: str = ""

    @property
    def clause(self) -> str:
        """What stands before the figure since the last punctuation mark."""
        return _CLAUSE.split(self.before)[-1]

    @property
    def sentence(self) -> str:
        """What stands before the figure in its sentence, or in the part of it that a semicolon closes."""
        return _SENTENCE.split(self.before)[-1]


def surroundings(text: str, span: Span) -> Surroundings:
    """What surrounds a span of an original text, at most REACH characters before and AHEAD behind it."""
    before = _PARAGRAPH.split(text[max(0, span.start - REACH) : span.start])[-1]
    lead = text[max(0, span.start - LEAD) : span.start - len(before)]
    section = max((match.start() for match in _SECTION.finditer(lead)), default=0)
    after = text[span.stop : span.stop + AHEAD]
    return Surroundings(clean_query(_LINE_END.sub("", before)), clean_query(after), lead[section:])
