"""Taking stretches out of a text so that the offsets of the rest stay.

In: a text and stretches of it. Out: the text with a mark in place of each of their characters.
"""

from __future__ import annotations

from collections.abc import Iterable

BLANK = "\x00"


def blank(text: str, spans: Iterable[tuple[int, int]], mark: str = BLANK) -> str:
    """`text` with these stretches replaced, so that offsets stay and no word joins across them."""
    characters = list(text)
    for start, stop in spans:
        characters[start:stop] = mark * (stop - start)
    return "".join(characters)
