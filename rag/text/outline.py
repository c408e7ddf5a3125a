"""Headings → the tree of sections, as clean ranges with levels.

Which mark is above which differs from writer to writer (一要 inside 一是, or the other way round), so levels come from the
order in which marks appear: a mark that is open already goes on at its level, a new one starts a level below. The
customary order (一、（一）1.（1）①) and the ends of lists decide only what a new mark closes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from rag.text.headings import LEAD, LINE, Heading, headings


@dataclass(frozen=True, slots=True)
class Node:
    """A section of clean text: [heading.start, stop); `parent` is its parent's place in the outline, or None."""

    heading: Heading
    stop: int
    level: int
    parent: int | None


@dataclass(frozen=True, slots=True)
class _Placed:
    heading: Heading
    depth: int
    parent: int | None

    @property
    def list_key(self) -> tuple[int | None, str]:
        return self.parent, self.heading.kind.name


def outline(text: str) -> tuple[Node, ...]:
    """The sections of clean text in the order of their headings, every parent before its children."""
    placed = _in_company(_place(headings(text)))
    last = {item.list_key: item.heading.start for item in placed}
    placed = _place((item.heading for item in placed), frozenset(last.values()))
    bodied = [node.heading for node in _nodes(text, placed) if _has_body(node)]
    return _nodes(text, _place(bodied, frozenset(last.values())))


def _in_company(placed: list[_Placed]) -> list[_Placed]:
    """Less the marks inside a paragraph, or of a kind that makes lists, that turn out to be the only one."""
    members = Counter(item.list_key for item in placed)
    kept = [
        item.heading
        for item in placed
        if members[item.list_key] > 1 or (item.heading.opens and not item.heading.kind.listed)
    ]
    return _place(kept)


def _has_body(node: Node) -> bool:
    return not node.heading.standing or node.stop > node.heading.stop


def _place(found: Iterable[Heading], last: Collection[int] = ()) -> list[_Placed]:
    """Those headings that continue or start a list, each with its depth and its parent.

    `last` has the starts of the headings known to be the last of their list.
    """
    placed: list[_Placed] = []
    open_: list[int] = []
    for heading in found:
        depth = _depth([placed[at].heading for at in open_], heading, last)
        if depth is not None:
            del open_[depth:]
            placed.append(_Placed(heading, depth, open_[-1] if open_ else None))
            open_.append(len(placed) - 1)
    return placed


def _depth(open_: list[Heading], heading: Heading, last: Collection[int]) -> int | None:
    """How many of the open headings stay open above `heading`; None where it is no heading after all."""
    same = [depth for depth, above in enumerate(open_) if above.kind is heading.kind]
    for depth in reversed(same):
        if _is_next(open_[depth], heading):
            return depth
    for depth in reversed(same):
        if _may_follow(open_[depth], heading):
            return depth
    if not heading.opens and heading.ordinal not in (None, 1):
        return None
    depth = len(open_)
    while depth and _closes(heading, open_[depth - 1], last):
        depth -= 1
    return depth


def _is_next(before: Heading, heading: Heading) -> bool:
    return before.ordinal is not None and heading.ordinal == before.ordinal + 1


def _may_follow(before: Heading, heading: Heading) -> bool:
    """True where `heading` can go on after `before` though the numbers leave a gap or start again.

    A list inside a paragraph does not go on with one whose members are paragraphs, it stands below that.
    """
    if before.ordinal is None or heading.ordinal is None:
        return True
    if before.opens != heading.opens:
        return False
    return heading.opens or heading.ordinal == 1 or before.ordinal + 1 == heading.ordinal - 1


def _closes(heading: Heading, above: Heading, last: Collection[int]) -> bool:
    """True where a first heading of its kind cannot stand below `above`."""
    if above.paragraph == heading.paragraph:
        return False
    if not above.opens:
        return True
    adjacent = heading.paragraph[0] == above.paragraph[1] + 1
    if _is_member(above) and above.start in last and not adjacent:
        return True
    if not heading.opens:
        return False
    if above.kind.rank is not None:
        return heading.kind.rank is not None and above.kind.rank > heading.kind.rank
    return above.kind is not LINE and (heading.kind.rank is not None or heading.kind is LINE)


def _is_member(heading: Heading) -> bool:
    """True for a member of a list that is written as running text."""
    return (heading.kind.listed or heading.kind is LEAD) and not heading.standing


def _nodes(text: str, placed: list[_Placed]) -> tuple[Node, ...]:
    following = _following(placed)
    stops = [item.heading.paragraph[1] for item in placed]
    for at in reversed(range(len(placed))):
        item, after = placed[at], following[at]
        limit = after.heading.start if after else len(text)
        stops[at] = min(limit, stops[at]) if _ends_with_paragraph(item, after) else limit
        if item.parent is not None:
            stops[item.parent] = max(stops[item.parent], stops[at])
    starts = [*(item.heading.start for item in placed[1:]), len(text)][: len(placed)]
    clipped = (
        replace(item.heading, stop=min(item.heading.stop, start)) for item, start in zip(placed, starts, strict=True)
    )
    return tuple(
        Node(heading, _trimmed(text, heading.stop, stop), item.depth + 1, item.parent)
        for heading, item, stop in zip(clipped, placed, stops, strict=True)
    )


def _following(placed: list[_Placed]) -> list[_Placed | None]:
    """For each heading the next that is not below it."""
    following: list[_Placed | None] = [None] * len(placed)
    open_: list[int] = []
    for at, item in enumerate(placed):
        while open_ and placed[open_[-1]].depth >= item.depth:
            following[open_.pop()] = item
        open_.append(at)
    return following


def _ends_with_paragraph(item: _Placed, after: _Placed | None) -> bool:
    """True for the last member of a list in running text; the paragraphs that follow it are not its own."""
    if not item.heading.opens:
        return True
    goes_on = after is not None and after.depth == item.depth and after.heading.kind is item.heading.kind
    return _is_member(item.heading) and not goes_on


def _trimmed(text: str, at_least: int, stop: int) -> int:
    while stop > at_least and text[stop - 1] == "\n":
        stop -= 1
    return stop
