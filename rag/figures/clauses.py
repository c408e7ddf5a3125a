"""Sentences and clauses, and each figure's own surroundings in them.

In: clean text and the quantities that are figures. Out: one `Context` a quantity. The text between two quantities of one
clause is the right side of the first and the left side of the second; which of them it names is settled in
`indicators.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rag.figures.quantities import Quantity

_SENTENCE = re.compile(r"[^。！？\n]+[。！？\n]*")
_CLAUSE_MARK = re.compile(r"[，；：,;:。！？—\n]")
_JOINED = re.compile(r"^(?:[、和及与]|以及|，其中|，|\s)+")


@dataclass(frozen=True, slots=True)
class Context:
    """A quantity in its clause: `left` and `right` reach to the next quantity or mark on either side.

    `follows` is true where the quantity before it stands in the same clause, with `between` between them; `listed`
    where a list mark parts them, `joined` where nothing else does. `bounded` is true where `right` ends at another
    quantity, `tail` all that follows in its clause, `shared_right` is the name behind the last of several units of one thing, `same_unit` where the one before has its unit, and `skipped` is the clause directly before its own if that holds no quantity.
    """

    quantity: Quantity
    left: str
    right: str
    between: str
    skipped: str
    follows: bool
    bounded: bool
    tail: str
    same_unit: bool
    shared_right: str
    listed: bool
    joined: bool
    sentence_start: int
    sentence_stop: int


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of clean text as [start, stop)."""
    for match in _SENTENCE.finditer(text):
        yield match.span()


def contexts(text: str, start: int, stop: int, quantities: Sequence[Quantity]) -> tuple[Context, ...]:
    """The surroundings of the quantities of one sentence text[start:stop]."""
    marks = [m.start() for m in _CLAUSE_MARK.finditer(text, start, stop)]
    found = []
    for i, quantity in enumerate(quantities):
        opened = max((m + 1 for m in marks if m < quantity.start), default=start)
        closed = min((m for m in marks if m >= quantity.stop), default=stop)
        opened_before = max((m + 1 for m in marks if m < opened - 1), default=start)
        previous = quantities[i - 1].stop if i else start
        following = quantities[i + 1].start if i + 1 < len(quantities) else stop
        left = text[max(opened, previous) : quantity.start]
        follows = i > 0 and previous >= opened
        listed = i > 0 and previous >= opened - 1 and bool(_JOINED.match(text[previous : quantity.start]))
        stripped = _JOINED.sub("", left)
        found.append(
            Context(
                quantity=quantity,
                left=stripped,
                right=text[quantity.stop : min(closed, following)],
                between=text[previous : quantity.start] if follows else "",
                skipped=text[max(opened_before, previous) : opened - 1]
                if opened > start and previous < opened - 1
                else "",
                follows=follows,
                bounded=following < closed,
                tail=text[quantity.stop : closed],
                same_unit=i > 0 and quantities[i - 1].unit == quantity.unit,
                shared_right="",
                listed=listed,
                joined=follows and listed and not stripped,
                sentence_start=start,
                sentence_stop=stop,
            )
        )
    return tuple(_sharing(found))


def _sharing(found: list[Context]) -> list[Context]:
    """3800户、58万平方米棚户区改造: figures of one thing in several units share the name behind the last of them."""
    for i in range(len(found) - 2, -1, -1):
        this, following = found[i], found[i + 1]
        behind = following.shared_right or following.right
        if (
            following.joined
            and this.right.strip("、和及与") == ""
            and behind[:1].isalpha()
            and this.quantity.unit != following.quantity.unit
        ):
            found[i] = replace(this, shared_right=behind)
    return found
