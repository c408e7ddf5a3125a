"""Line breaks inside a sentence joined; what is left of line ends separates paragraphs.

A break is inside a sentence where the next line starts with a mark that cannot start one, where a bracket is open or
a comma ends the line, around a sub- or superscript on its own line (PM / 2.5 / 年平均浓度), where running text stops
without a closing mark, and where most lines of the file break at one width.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rag.text.characters import CJK
from rag.text.draft import Cut, Draft
from rag.text.markers import marker_at, starts_item

_LINE = re.compile(r"(?m)^([ \t]*+)([^\n]++)")
_BLANK = re.compile(r"\A[ \n]+|\n[ \n]+|\n\Z")
_GAP = re.compile(r" *\n *")
_INDEX = re.compile(rf"\n(?<=[A-Za-z]\n) *[0-9]{{1,3}}(?:\.[0-9])?[+-]? *\n *(?=[{CJK}）)，。、；])")
_CANNOT_START = "，。、；：！？）》”’」』】〕％%,;:!?)"
_STAYS_OPEN = "，、（《“‘「『〔("
_CLOSED = "。！？；：…”’）》】」』〕.!?;:)\"'"
_OPEN_BRACKET = re.compile(r"[（(《〔][^（(《〔）)》〕\n]{0,40}\Z")
_SENTENCE = re.compile(r"[。！？；!?]")
_CLAUSES = re.compile(r"，[^\n，]*+，")
_LONGEST_HEAD = 60


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    stop: int
    indent: int


def _lines(text: str) -> tuple[_Line, ...]:
    found = _LINE.finditer(text)
    return tuple(_Line(line.start(2), line.start(2) + len(line[2].rstrip(" \t")), len(line[1])) for line in found)


def wrap_width(lengths: list[int]) -> int | None:
    """The width at which the lines of a file break, or None where they end with their paragraphs."""
    if len(lengths) < 8:
        return None
    width, _ = Counter(lengths).most_common(1)[0]
    near = sum(abs(length - width) <= 2 for length in lengths)
    return width if width >= 20 and 2 * near >= len(lengths) else None


def _continues(text: str, line: _Line, following: _Line, width: int | None, prose: bool) -> bool:
    """True where `following` goes on with the sentence of `line`; `prose` says that its paragraph is running text."""
    first, last = text[following.start], text[line.stop - 1]
    if first in _CANNOT_START or _is_bare_mark(text, line):
        return True
    if starts_item(text, following.start):
        return False
    if last in _STAYS_OPEN:
        return True
    if last in _CLOSED or text.count("\n", line.stop, following.start) > 1:
        return False
    if _OPEN_BRACKET.search(text, max(line.start, line.stop - 60), line.stop):
        return True
    full = width is not None and line.stop - line.start >= width - 2
    return not following.indent and (prose or full)


def _is_bare_mark(text: str, line: _Line) -> bool:
    marker = marker_at(text, line.start) if line.stop - line.start <= 6 else None
    return marker is not None and marker.stop == line.stop


def _joints(text: str) -> Iterator[Cut]:
    lines = _lines(text)
    width = wrap_width([line.stop - line.start for line in lines])
    prose = False
    for line, following in pairwise(lines):
        prose = prose or _is_prose(text, line)
        if _continues(text, line, following, width, prose):
            yield line.stop, following.start
        else:
            prose = False


def _is_prose(text: str, line: _Line) -> bool:
    """True where a line is running text: it is long, holds a whole sentence, or several clauses and is no item's head."""
    if line.stop - line.start >= _LONGEST_HEAD or _SENTENCE.search(text, line.start, line.stop):
        return True
    return _CLAUSES.search(text, line.start, line.stop) is not None and not starts_item(text, line.start)


def indices(text: str) -> Iterator[Cut]:
    """The line ends around a sub- or superscript."""
    for found in _INDEX.finditer(text):
        yield from (gap.span() for gap in _GAP.finditer(text, *found.span()))


def joined(draft: Draft) -> Draft:
    """The draft with each paragraph on one line; Latin words stay apart."""
    text, cuts = list(draft.text), []
    for start, stop in _joints(draft.text):
        apart = _is_latin(text[start - 1]) and _is_latin(text[stop])
        if apart:
            text[start] = " "
        cuts.append((start + apart, stop))
    return draft.rewritten("".join(text)).without(cut for cut in cuts if cut[0] < cut[1]) if cuts else draft


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()


def blank_lines(text: str) -> Iterator[Cut]:
    """All line ends but one between paragraphs, and those around the text."""
    for found in _BLANK.finditer(text):
        inside = found.start() > 0 and found.end() < len(text)
        yield found.start() + inside, found.end()
