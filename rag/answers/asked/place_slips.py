"""Names of places with one wrong character.

In: a clean question, the names that are known with their forms, and where other places are named. Out: the one name that
some stretch of the question equals but for one character, with the stretch; None where there is none or more than one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Hamming

SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Slip:
    """clean[start:stop] is meant to be `name`."""

    start: int
    stop: int
    name: str


def slip(
    clean: str, forms: Iterable[tuple[str, str]], taken: Sequence[tuple[int, int]], joined: re.Pattern[str]
) -> Slip | None:
    """The slip of a question; beside other places only one that `joined` lists with them. `forms` are (form, name)."""
    found: dict[str, Slip] = {}
    for form, name in forms:
        size = len(form)
        if size < SHORTEST:
            continue
        for at in range(len(clean) - size + 1):
            near = Hamming.distance(clean[at : at + size], form, score_cutoff=1) == 1
            if near and (not taken or _is_listed(clean, at, at + size, taken, joined)):
                found.setdefault(name, Slip(at, at + size, name))
    return next(iter(found.values())) if len(found) == 1 else None


def _is_listed(clean: str, start: int, stop: int, taken: Sequence[tuple[int, int]], joined: re.Pattern[str]) -> bool:
    """True where only a joining word stands between a stretch and some place."""
    before = [clean[end:start] for _, end in taken if end < start]
    behind = [clean[stop:begin] for begin, _ in taken if stop < begin]
    return any(gap and joined.fullmatch(gap) for gap in (*before, *behind))
