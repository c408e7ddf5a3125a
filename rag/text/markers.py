"""The marks that open a heading or an item, as an ordered table: kind, pattern, example.

A pattern is tried at the start of a paragraph or after a sentence. `ordinal` is the group that holds the item's number,
in any of the forms that `number` reads; kinds without one (dashes, 首先…其次) count by their place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_HAN = "零〇一二三四五六七八九十百两"
_HAN_DIGITS = {"零": 0, "〇": 0, "两": 2} | {char: value for value, char in enumerate("一二三四五六七八九", 1)}
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_BRACKETED = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_NUMBERED = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽"
_DOTTED = "⒈⒉⒊⒋⒌⒍⒎⒏⒐"
_ORDER = ("首先", "其次", "再次", "最后")


@dataclass(frozen=True, slots=True)
class Kind:
    """One way of marking items.

    `rank` orders the kinds that have a customary order, the outermost first. `run_in` kinds also stand inside a
    paragraph; a `listed` one heads its own words only, as a member of a list, and so needs a second member.
    """

    name: str
    pattern: str
    example: str
    rank: int | None = None
    run_in: bool = True
    listed: bool = False


KINDS: tuple[Kind, ...] = (
    Kind(
        "piece",
        r"第?篇(?P<n>[0-9]{1,3}|[H]{1,3})(?=[：:、 《]|$)|第(?P<n2>[H]{1,3})篇(?=[：:、 《]|$)",
        "篇1：",
        0,
        False,
    ),
    Kind("part", r"第(?P<n>[H]{1,3}|[0-9]{1,2})(?:部分|编|章)", "第一部分", 1, False),
    Kind("article", r"第(?P<n>[H]{1,4}|[0-9]{1,3})节", "第一节", 2, False),
    # 一、二、三产增加值 is a list of industries
    Kind("han", r"(?P<n>[H]{1,3})(?:、(?![H]{1,3}[、产次级线类批])|[．.](?![0-9]))", "一、过去一年工作回顾", 4),
    Kind("han_bracket", r"[（(](?P<n>[H]{1,3})[)）][、，,．.]?|(?P<n2>[B])", "（一）守牢底线", 5),
    Kind("digit", r"(?P<n>[0-9]{1,2})(?:[、．]|\.(?![0-9]))|(?P<n2>[D])", "1.培育产业", 6),
    Kind(
        "digit_bracket",
        r"[（(](?P<n>[0-9]{1,2})[)）][、，,．.]?|(?P<n2>[0-9]{1,2})[)）](?![0-9])|(?P<n3>[N])",
        "（1）培育产业",
        7,
    ),
    Kind("circled", r"(?P<n>[C])", "①培育产业", 8),
    Kind("is", r"(?P<n>[H]{1,2})是(?!否)", "一是培育产业。", listed=True),
    Kind("must", r"(?P<n>[H]{1,2})(?:要|抓|看|靠)(?!求|点|素)", "一要培育产业。", listed=True),
    Kind("ordinal", r"第(?P<n>[H]{1,2})(?:[，,、：:]|是|个?方面[，,：:])", "第一，培育产业。", listed=True),
    Kind("sequence", r"(?P<n>首先|其次|再次|最后)(?:[，,：:]|是|要)", "首先，培育产业。", listed=True),
    Kind("dash", r"(?:—{1,2}|―{1,2}|--+|─{1,2})(?=[^\s—―─-])", "——经济实力明显增强。", listed=True),
)

_CLASSES = {
    "[H]": f"[{_HAN}]",
    "[B]": f"[{_BRACKETED}]",
    "[D]": f"[{_DOTTED}]",
    "[N]": f"[{_NUMBERED}]",
    "[C]": f"[{_CIRCLED}]",
}
_COMPILED = tuple(
    (kind, re.compile(re.sub(r"\[[HBDNC]\]", lambda found: _CLASSES[found[0]], kind.pattern))) for kind in KINDS
)


@dataclass(frozen=True, slots=True)
class Marker:
    """A mark found: its kind, its number where it has one, and where its text ends."""

    kind: Kind
    ordinal: int | None
    start: int
    stop: int


def number(numeral: str) -> int:
    """The value of an item's number: 3, 三, 十二, ③, ㈢, 其次."""
    if numeral in _ORDER:
        return _ORDER.index(numeral) + 1
    for row in (_CIRCLED, _BRACKETED, _NUMBERED, _DOTTED):
        if numeral in row:
            return row.index(numeral) + 1
    if numeral.isdecimal():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    units = _HAN_DIGITS.get(ones[-1:], 0)
    return 10 * (_HAN_DIGITS.get(tens[-1:], 1) if ten else 0) + units


def marker_at(text: str, at: int) -> Marker | None:
    """The mark that starts at `at`, or None."""
    for kind, pattern in _COMPILED:
        if found := pattern.match(text, at):
            numeral = next((value for value in found.groupdict().values() if value), None)
            return Marker(kind, None if numeral is None else number(numeral), at, found.end())
    return None


def starts_item(text: str, at: int) -> bool:
    """True where an item's mark starts at `at`."""
    return marker_at(text, at) is not None
