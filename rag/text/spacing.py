"""Spaces inside numbers and words (15.16 亿元, 增 长 21.05%, 政 府 工 作 报 告).

Chinese has no spaces between words, so in running text every one beside a Chinese character is noise. In a line
without punctuation it may set things apart (a title from a name, two halves of a slogan), and there it goes only from
between single characters and around numbers. The space between Latin words stays everywhere, and so does the one after
the number of a list item at the start of its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.text.characters import CJK
from rag.text.draft import Cut

_MARK = r"，。、；：！？…—“”‘’（）《》〈〉【】「」『』〔〕％,;:!?"
_UNIT_START = "年月日时个名项条户人亩元万亿千百公米吨斤家次倍成座处所套件台辆岁天多余%‰℃"
_SPACES = re.compile(" +")
# 8 000 余户 (GB/T 15835 sets digits off in threes), 21. 05%, 2 0 2 4 年, 增 长, 政 府 工 作 报 告
_TORN = re.compile(
    rf"""
    (?<=[{CJK}]) [0-9]{{1,3}} (?:\ [0-9]{{3}})+ (?=\ ?[{CJK}%])
    | (?<=[{CJK}]) [0-9]+ (?:\ \.\ ?|\.\ ) [0-9]+ (?=\ ?[{CJK}%])
    | (?<![0-9.])(?<![0-9]\ ) (?:[0-9]\ )+ [0-9] (?=\ ?[{CJK}%])
    | (?<![{CJK}]) (?:[{CJK}]\ )+ [{CJK}] (?![{CJK}])
    """,
    re.VERBOSE,
)
_BESIDE = re.compile(
    rf"""
    \ (?: (?<=[{CJK}{_MARK}]\ ) (?=[{_MARK}])
        | (?<=[，。、；：！？…—“‘（《〈【「『〔”’）》〉】」』〕]\ ) (?!\n)
        | (?<=[{CJK}]\ ) (?=[0-9A-Za-z.+\-*])
        | (?<=[0-9A-Za-z%*]\ ) (?<!(?m:^)[0-9]\ ) (?<!(?m:^)[0-9][0-9]\ ) (?=[{CJK}])
        | (?<=[0-9]\ ) (?=[{_UNIT_START}])
    )
    """,
    re.VERBOSE,
)
_PROSE_MARK = re.compile(r"[，。；！？,;!?]")
_BETWEEN = re.compile(rf" (?<=[{CJK}] )(?=[{CJK}])")


def outer_spaces(text: str) -> Iterator[Cut]:
    """Spaces at the ends of lines, and all but one of several."""
    for found in _SPACES.finditer(text):
        start, stop = found.span()
        outer = text[start - 1 : start] in ("", "\n") or text[stop : stop + 1] in ("", "\n")
        if outer or stop - start > 1:
            yield start + (not outer), stop


def torn_words(text: str) -> Iterator[Cut]:
    """Spaces inside a number, or between characters that each stand alone."""
    for line in _spaced_lines(text):
        for torn in _TORN.finditer(text, *line):
            yield from (space.span() for space in _SPACES.finditer(text, *torn.span()))


def needless_spaces(text: str) -> Iterator[Cut]:
    """Spaces beside a number, a Latin word or a mark that adjoins Chinese."""
    return (found.span() for found in _BESIDE.finditer(text))


def spaces_in_prose(text: str) -> Iterator[Cut]:
    """Spaces between Chinese characters in lines that have punctuation."""
    for line in _spaced_lines(text):
        if _PROSE_MARK.search(text, *line):
            yield from (space.span() for space in _BETWEEN.finditer(text, *line))


def _spaced_lines(text: str) -> Iterator[tuple[int, int]]:
    at = text.find(" ")
    while at >= 0:
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        yield text.rfind("\n", 0, at) + 1, stop
        at = text.find(" ", stop)
