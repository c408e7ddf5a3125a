"""Spaces inside numbers and words (15.16 亿元, 增 长 21.05%, 政 府 工 作 报 告).

Chinese has no spaces between words, so in running text every one beside a Chinese character is noise. In a line
without punctuation it may set things apart (a title from a name, two halves of a slogan), and there it goes only from
between single characters and around numbers; a gap of several spaces or a tab parts the columns of a table and becomes
one tab. The space between Latin words stays everywhere, and so does the one after the number of a list item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.text.characters import CJK
from rag.text.draft import Cut, Draft

_MARK = r"，。、；：！？…—“”‘’（）《》〈〉【】「」『』〔〕,;:!?"
_PROSE_MARK = re.compile(r"[，。；！？,;!?]")
_UNIT_START = "年月日时个名项条户人亩元万亿千百公米吨斤家次倍成座处所套件台辆岁天多余%‰℃"
_SPACE = re.compile(" ")
_BLANKS = re.compile(r"[ \t]+")
_GAP = re.compile(r"[ \t]{2,}|\t")
# 8 000 余户 (GB/T 15835 sets digits off in threes), 21. 05%, 2 0 2 4 年, 政 府 工 作报告, 增 长
_TORN = re.compile(
    rf"""
    (?<![0-9.,]) [0-9]{{1,3}} (?:\ [0-9]{{3}})+ (?=\ ?[{CJK}%])
    | (?<=[{CJK}]) [0-9]+ (?:\ \.\ ?|\.\ ) [0-9]+ (?=\ ?[{CJK}%])
    | (?<![0-9.])(?<![0-9]\ ) (?:[0-9]\ )+ [0-9] (?=\ ?[{CJK}%])
    | (?<![{CJK}]) (?:[{CJK}]\ {{1,3}}){{2,}} (?=[{CJK}])
    | (?<![{CJK}]) [{CJK}]\ [{CJK}] (?![{CJK}])
    """,
    re.VERBOSE,
)
_BESIDE = re.compile(
    rf"""
    \ (?: (?<=[{CJK}{_MARK}"]\ ) (?=[{_MARK}])
        | (?<=[，。、；：！？…—“‘（《〈【「『〔”’）》〉】」』〕]\ )
        | (?<=[,;:!?"]\ ) (?=[{CJK}])
        | (?<=[{CJK}]\ ) (?=[0-9A-Za-z.+\-*"])
        | (?<=[0-9A-Za-z%*]\ ) (?<!(?m:^)[0-9]\ ) (?<!(?m:^)[0-9][0-9]\ ) (?=[{CJK}])
        | (?<=[0-9]\ ) (?=[{_UNIT_START}])
    )
    """,
    re.VERBOSE,
)
_BETWEEN = re.compile(rf" (?<=[{CJK}] )(?=[{CJK}])")


def torn_words(text: str) -> Iterator[Cut]:
    """Spaces inside a number, or between characters that each stand alone."""
    for line in _lines_with(_SPACE, text):
        for torn in _TORN.finditer(text, *line):
            yield from (space.span() for space in _SPACE.finditer(text, *torn.span()))


def outer_blanks(text: str) -> Iterator[Cut]:
    """Blanks at the ends of lines."""
    for found in _BLANKS.finditer(text):
        start, stop = found.span()
        if text[start - 1 : start] in ("", "\n") or text[stop : stop + 1] in ("", "\n"):
            yield start, stop


def gaps(draft: Draft) -> Draft:
    """The draft with one blank for several: a space in running text, a tab between columns."""
    text = draft.text
    pieces, cuts, at = list[str](), list[Cut](), 0
    for line in _lines_with(_GAP, text):
        blank = " " if _PROSE_MARK.search(text, *line) else "\t"
        for gap in _GAP.finditer(text, *line):
            pieces += text[at : gap.start()], blank
            at = gap.start() + 1
            cuts.append((at, gap.end()))
    rewritten = draft.rewritten("".join((*pieces, text[at:])))
    return rewritten.without(cut for cut in cuts if cut[0] < cut[1])


def needless_spaces(text: str) -> Iterator[Cut]:
    """Spaces beside a number, a Latin word or a mark that adjoins Chinese."""
    return (found.span() for found in _BESIDE.finditer(text))


def spaces_in_prose(text: str) -> Iterator[Cut]:
    """Spaces between Chinese characters in lines that have punctuation."""
    for line in _lines_with(_SPACE, text):
        if _PROSE_MARK.search(text, *line):
            yield from (space.span() for space in _BETWEEN.finditer(text, *line))


def _lines_with(blank: re.Pattern[str], text: str) -> Iterator[Cut]:
    """The lines in which `blank` occurs."""
    found = blank.search(text)
    while found:
        stop = text.find("\n", found.end())
        stop = len(text) if stop < 0 else stop
        yield text.rfind("\n", 0, found.start()) + 1, stop
        found = blank.search(text, stop)
