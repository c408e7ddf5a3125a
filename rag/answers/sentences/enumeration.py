"""The members of a list inside a sentence: 党建专班、招商专班、项目专班等7个专班 names three.

In: a clean sentence. Out: its longest list with where each member stands; empty where it has none of two members.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

LEAST = 2
_MARKS = "，,。；;：:！!？?（）()“”\"'‘’《》"
_ROW = re.compile(rf"[^{_MARKS}、\s]+(?:、[^{_MARKS}、]+)+")
_TITLES = re.compile(r"《[^《》]+》(?:(?:、|以?及|[和与])《[^《》]+》)+")
_TITLE = re.compile(r"《[^《》]+》")
_LEAD = re.compile(
    r"^.*(?:下设|包括|包含|涵盖|涉及|设立|成立|组建|建立|分别[是为有]|主要[是有为]|推进|抓好|做好|实施|开展|创建|打造|培育|引导|支持|完成|新建|种植)"
)
_AND_SO_ON = re.compile(r"等(?!级).*$|(?:\d+|[两三四五六七八九十]+)(?:个|项|大|条|家|类|种).*$")
# 甲遗址、乙遗址和丙墓为省级文物: what is said of all of them is no part of the last
_SAID_OF_ALL = re.compile(r"(?<=..)(?:分别|皆|均|都|[为是](?=[国省市县区全我])|入选|获评|荣获|被[评列认]).*$")
_LAST = re.compile(r"^(?P<one>.{2,}?)(?:以及|和|及|与)(?P<other>.{2,})$")


def enumeration(text: str) -> tuple[tuple[int, int], ...]:
    """Where the members of the longest list of a sentence stand."""
    return max((_members(text, row) for row in _ROW.finditer(text)), key=len, default=())


def titles(text: str) -> tuple[tuple[int, int], ...]:
    """Where the papers of the longest list of papers stand, with their marks; empty where none are listed."""
    rows = (tuple(m.span() for m in _TITLE.finditer(text, *row.span())) for row in _TITLES.finditer(text))
    return max(rows, key=len, default=())


def counts_members(text: str, at: int, words: Iterable[tuple[int, int]]) -> bool:
    """True where the amount at `at` counts the members of the list before it, and none of `words` is more than a part of one:
    the 7个 of 党建专班、项目专班等7个专班 are no 项目."""
    members = enumeration(text)
    if not members or text[members[-1][1] : at] != "等":
        return False
    return all(any(a <= start and stop <= b and stop - start < b - a for a, b in members) for start, stop in words)


def _members(text: str, row: re.Match[str]) -> tuple[tuple[int, int], ...]:
    found = []
    at = row.start()
    for item in row[0].split("、"):
        found.append((at, at + len(item)))
        at += len(item) + 1
    start, stop = found[0]
    lead = _LEAD.match(text[start:stop])
    if lead is not None and lead.end() < stop - start:
        found[0] = (start + lead.end(), stop)
    *before, (start, stop) = found
    last = _ends(text, start, stop)
    members = (*before, *last)
    return members if len(members) >= LEAST else ()


def _ends(text: str, start: int, stop: int) -> tuple[tuple[int, int], ...]:
    """The last member, up to 等, or the last two that 和 joins."""
    words = _SAID_OF_ALL.sub("", text[start:stop])
    stop = start + len(words)
    if (rest := _AND_SO_ON.search(words)) is not None and rest.start() > 0:
        return ((start, start + rest.start()),)
    if (two := _LAST.match(words)) is not None:
        return ((start, start + two.end("one")), (start + two.start("other"), stop))
    return ((start, stop),)
