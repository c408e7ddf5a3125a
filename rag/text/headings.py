"""Clean text → the places where something looks like a heading, in their order; nesting is decided elsewhere.

A heading stands on a line of its own, or it is the first clause of what it heads (一是培育产业。…). Marks are those of
`markers`; without a mark there are short lines that end without a stop, questions of an interview, and the short first
sentences that several paragraphs in a row have in common (经济实力明显增强。全年…).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rag.text.markers import Kind, marker_at

Range = tuple[int, int]

LINE = Kind("line", "", "工作回顾", run_in=False)
LEAD = Kind("lead", "", "经济实力明显增强。全年完成投资。")
QUESTION = Kind("question", "", "今年有哪些打算？", 3, False)
ASKED = Kind("asked", "", "问：今年有哪些打算？", 3)

_LONGEST_LINE, _LONGEST_STANDING, _LONGEST_CLAUSE, _LONGEST_QUESTION = 30, 60, 40, 150
_PARAGRAPH = re.compile(r"[^\n]+")
_COMMAS = ("，", ",")
_AFTER_MARK = re.compile(r"[。；：！？;:!?…][”’）)》」』\"]*|[，,]")
_STOP = re.compile(r"[。！？；!?;]")
_CLAUSE_END = re.compile(r"[。！？；，,：:!?;]")
_CLOSED = re.compile(r"[。！？；：，、,.!?;:…”]$")
_QUESTION_MARK = re.compile(r"[？?]")
_LETTERS = re.compile(r"[\u4e00-\u9fff]{2}")
_DIGIT = re.compile(r"[0-9]")
_NO_HEADING = re.compile(r"[（(—\-―<《【“‘\"]|各位|同志们|女士们|朋友们|谢谢|注[:：]|.*(?:年.{1,5}日|会议上)[）)]?$")
_LABEL = re.compile(r"(?:问|提问|记者|主持人|网友|[\u4e00-\u9fff]{0,8}记者)[:：]")
_ANSWER = re.compile(r"(?<=[。！？!?”])(?:答|[\u4e00-\u9fff]{2,4})[:：]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A place where a section may start: [start, stop) is the heading, `opens` if it starts its paragraph."""

    kind: Kind
    ordinal: int | None
    start: int
    stop: int
    opens: bool
    paragraph: Range

    @property
    def standing(self) -> bool:
        """True where the heading is a paragraph of its own."""
        return (self.start, self.stop) == self.paragraph


def paragraphs(text: str) -> tuple[Range, ...]:
    """The paragraphs of clean text, which line feeds separate."""
    return tuple(found.span() for found in _PARAGRAPH.finditer(text))


def headings(text: str) -> Iterator[Heading]:
    """Everything that may be a heading, by where it starts."""
    blocks = paragraphs(text)
    leads = _leads(text, blocks)
    body = next((at for at, block in enumerate(blocks) if _is_body(text, block)), len(blocks))
    for at, block in enumerate(blocks):
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        if found := _opening(text, block, following, at >= body, block in leads):
            yield found
        yield from _run_in(text, block)


def _is_body(text: str, block: Range) -> bool:
    """True for running text: it ends with a stop, or is long and holds one."""
    return text[block[1] - 1] in "。！；" or (
        block[1] - block[0] > _LONGEST_LINE and _STOP.search(text, *block) is not None
    )


def _opening(text: str, block: Range, following: Range | None, in_body: bool, lead: bool) -> Heading | None:
    """The heading that starts a paragraph."""
    start, end = block
    if (marker := marker_at(text, start)) and not _is_subtitle(text, marker.kind, block):
        return Heading(marker.kind, marker.ordinal, start, _heading_stop(text, marker.stop, block), True, block)
    kind, stop = None, end
    if label := _LABEL.match(text, start, end):
        kind, stop = ASKED, _question_stop(text, label.end(), end)
    elif following is None:
        pass
    elif _is_question(text, block, following):
        kind = QUESTION
    elif lead:
        kind, stop = LEAD, _heading_stop(text, start, block)
    elif in_body and _is_line(text, block) and not _is_line(text, following):
        kind = LINE
    return None if kind is None else Heading(kind, None, start, stop, True, block)


def _is_question(text: str, block: Range, following: Range) -> bool:
    """True for a question on its own line with a longer answer below it."""
    length = block[1] - block[0]
    return text[block[1] - 1] in "？?" and length <= min(_LONGEST_QUESTION, following[1] - following[0] - 1)


def _is_subtitle(text: str, kind: Kind, block: Range) -> bool:
    """True for a line like ——2024年1月3日在某县人民代表大会上."""
    return kind.name == "dash" and _STOP.search(text, *block) is None


def _run_in(text: str, block: Range) -> Iterator[Heading]:
    """The headings inside a paragraph, each after the end of a sentence or clause.

    After a comma only the first of a list can stand (他强调，一要…。二要…); a list that goes on after commas is one sentence.
    """
    for found in _AFTER_MARK.finditer(text, *block):
        at, first_only = found.end(), found[0] in _COMMAS
        if at >= block[1]:
            return
        if not first_only and (label := _LABEL.match(text, at, block[1])):
            yield Heading(ASKED, None, at, _question_stop(text, label.end(), block[1]), False, block)
            continue
        marker = marker_at(text, at)
        if marker is None or not marker.kind.run_in or marker.stop >= block[1]:
            continue
        if not first_only or (marker.kind.listed and marker.ordinal == 1):
            stop = _heading_stop(text, marker.stop, block)
            yield Heading(marker.kind, marker.ordinal, at, stop, False, block)


def _heading_stop(text: str, at: int, block: Range) -> int:
    """Where the heading ends whose words start at `at`: with its paragraph, its sentence or its clause."""
    end = block[1]
    sentence = _STOP.search(text, at, min(end, at + _LONGEST_STANDING + 1))
    if end - at <= _LONGEST_STANDING and (sentence is None or sentence.end() == end):
        return end
    if sentence and sentence.start() - at <= _LONGEST_CLAUSE:
        return sentence.start()
    clause = _CLAUSE_END.search(text, at + 1, min(end, at + _LONGEST_CLAUSE))
    return clause.start() if clause else min(end, at + _LONGEST_CLAUSE)


def _question_stop(text: str, at: int, end: int) -> int:
    answer = _ANSWER.search(text, at, min(end, at + 2 * _LONGEST_QUESTION))
    if answer:
        return answer.start()
    mark = _QUESTION_MARK.search(text, at, min(end, at + 2 * _LONGEST_QUESTION))
    return mark.end() if mark else _heading_stop(text, at, (at, end))


def _is_line(text: str, block: Range) -> bool:
    """True for a short line that ends without a stop and is neither a date, a salutation nor a subtitle."""
    start, stop = block
    return (
        stop - start <= _LONGEST_LINE
        and _LETTERS.search(text, start, stop) is not None
        and _CLOSED.search(text, start, stop) is None
        and _STOP.search(text, start, stop) is None
        and _NO_HEADING.match(text, start, stop) is None
        and marker_at(text, start) is None
    )


def _leads(text: str, blocks: tuple[Range, ...]) -> frozenset[Range]:
    """The paragraphs that have the form "short sentence. long text", on one line or on two.

    Three in a row are a form; fewer are chance.
    """
    found: list[Range] = []
    row: list[Range] = []
    for at, block in enumerate(blocks):
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        if _leads_in(text, block, following):
            row.append(block)
        elif not (row and row[-1] == blocks[at - 1] and _is_sentence(text, row[-1])):
            found += row if len(row) >= 3 else []
            row = []
    return frozenset(found + (row if len(row) >= 3 else []))


def _is_sentence(text: str, block: Range) -> bool:
    first = _STOP.search(text, *block)
    return first is not None and first.end() == block[1]


def _leads_in(text: str, block: Range, following: Range | None) -> bool:
    start, stop = block
    first = _STOP.search(text, start, stop)
    if first is None or text[first.start()] != "。" or not 4 <= first.start() - start <= _LONGEST_LINE:
        return False
    led = stop - first.end()
    if not led and following:
        led = following[1] - following[0]
    return (
        led >= 2 * (first.end() - start)
        and _DIGIT.search(text, start, first.start()) is None
        and _NO_HEADING.match(text, start, stop) is None
        and marker_at(text, start) is None
    )
