"""Sentences and clauses, and each figure's own surroundings in them.

In: clean text and the quantities that are figures. Out: one `Context` a quantity. The text between two quantities of one
clause is the right side of the first and the left side of the second; which of them it names is settled in
`indicators`. A side reaches REACH characters at most, so that a line without marks costs no more than another.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rag.figures.quantity import Quantity

REACH = 200

_SENTENCE = re.compile(r"[^。！？\n]+[。！？\n]*")
_CLAUSE_MARK = re.compile(r"[，；：。！？—\n]")
_JOINED = re.compile(r"^(?:[、及与]|和(?![美谐平睦善气])|以及|，其中|，|\s)+")


@dataclass(frozen=True, slots=True)
class Context:
    """A quantity in its clause: `left` and `right` reach to the next quantity or mark on either side.

    `follows` is true where the quantity before it stands in the same clause, with `between` between them; `listed`
    where a list mark parts them, `joined` where nothing else does. `bounded` is true where `right` ends at another
    quantity, `tail` is all that follows in its clause, `shared_right` the name behind the last of several units of one
    thing, `same_unit` is true where the one before has its unit, `skipped` is the clause directly before its own if
    that holds no quantity, `label` what stands before a colon in its sentence, and `topic` a short name that is its first
    clause.
    """

    quantity: Quantity
    left: str
    right: str
    between: str
    skipped: str
    label: str
    topic: str
    follows: bool
    bounded: bool
    tail: str
    same_unit: bool
    shared_right: str
    listed: bool
    joined: bool
    sentence_start: int


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause text[start:stop], and where the one before it starts."""

    start: int
    stop: int
    before: int


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of clean text as [start, stop)."""
    for match in _SENTENCE.finditer(text):
        yield match.span()


def contexts(text: str, start: int, stop: int, quantities: Sequence[Quantity]) -> tuple[Context, ...]:
    """The surroundings of the quantities of one sentence text[start:stop]."""
    marks = [start - 1, *(m.start() for m in _CLAUSE_MARK.finditer(text, start, stop)), stop]
    found = []
    for i, quantity in enumerate(quantities):
        clause = _bracketed(text, _clause(marks, quantity), quantity)
        previous = quantities[i - 1] if i else None
        following = quantities[i + 1].start if i + 1 < len(quantities) else stop
        found.append(_context(text, clause, quantity, start=start, previous=previous, following=following))
    return tuple(_sharing(found))


def _clause(marks: Sequence[int], quantity: Quantity) -> _Clause:
    """The clause of a quantity between the marks of its sentence, which lie before its first and behind its last clause."""
    after = max(1, bisect_left(marks, quantity.start))
    closed = bisect_left(marks, quantity.stop, after)
    return _Clause(marks[after - 1] + 1, marks[min(closed, len(marks) - 1)], marks[max(0, after - 2)] + 1)


def _bracketed(text: str, clause: _Clause, quantity: Quantity) -> _Clause:
    """Inside brackets the brackets bound the clause, unless the quantity is all that stands in them: 上塘村（300亩）."""
    opened = text.rfind("（", max(clause.start, quantity.start - REACH), quantity.start)
    if opened < 0 or text.find("）", opened, quantity.start) >= 0:
        return clause
    closed = text.find("）", quantity.stop, min(clause.stop, quantity.stop + REACH))
    closed = clause.stop if closed < 0 else closed
    if opened + 1 == quantity.start and closed == quantity.stop:
        return _Clause(clause.start, closed, clause.before)
    return _Clause(opened + 1, closed, opened + 1)


# 优质品率，由去年的42%，提高到60%: a clause that tells only from where; what is measured stands before it.
_FROM = re.compile(r"(?:将|已|也|均|都)?[由从]")


def _context(
    text: str, clause: _Clause, quantity: Quantity, *, start: int, previous: Quantity | None, following: int
) -> Context:
    reached = previous.stop if previous else start
    left = text[max(clause.start, reached, quantity.start - REACH) : quantity.start]
    gap = text[max(reached, quantity.start - REACH) : quantity.start] if previous else ""
    follows = previous is not None and reached >= clause.start
    listed = previous is not None and reached >= clause.start - 1 and (not gap or bool(_JOINED.match(gap)))
    stripped = _JOINED.sub("", left)
    skips = clause.start > start and reached < clause.start - 1
    skipped = text[max(clause.before, reached, clause.start - REACH) : clause.start - 1] if skips else ""
    if _FROM.match(skipped):
        skipped = text[
            max(text.rfind("，", start, clause.before - 1) + 1, start, reached, clause.start - REACH) : clause.before
            - 1
        ]
    return Context(
        quantity=quantity,
        left=stripped,
        right=text[quantity.stop : min(clause.stop, following, quantity.stop + REACH)],
        between=gap if follows else "",
        skipped=skipped,
        label=_named(_LABEL, text, start, quantity.start),
        topic=_named(_TOPIC, text, start, quantity.start),
        follows=follows,
        bounded=following < clause.stop,
        tail=text[quantity.stop : min(clause.stop, quantity.stop + REACH)],
        same_unit=previous is not None and previous.unit == quantity.unit,
        shared_right="",
        listed=listed,
        joined=follows and listed and not stripped,
        sentence_start=start,
    )


# 脆李产值：2023年完成7100万元 is about what stands before the colon; 高速公路，开工2个项目 about its first clause.
_LABEL = re.compile(r"[-—*#·\s]*(?P<name>[^，；：。、]{2,24})：")
_TOPIC = re.compile(r"(?P<name>[一-龥]{2,6})，")


def _named(pattern: re.Pattern[str], text: str, start: int, at: int) -> str:
    found = pattern.match(text, start, at)
    return found["name"] if found else ""


def _sharing(found: list[Context]) -> list[Context]:
    """3800户、58万平方米棚户区改造: figures of one thing in several units share the name behind the last of them."""
    for i in range(len(found) - 2, -1, -1):
        this, following = found[i], found[i + 1]
        behind = following.shared_right or following.right
        alone = following.joined and this.right.strip("、和及与") == ""
        if alone and (behind[:1].isalpha() or behind.startswith("“")) and this.quantity.unit != following.quantity.unit:
            found[i] = replace(this, shared_right=behind)
    return found
