"""A text while it is being cleaned, with the original offset of every character that is left.

Cleaning only ever drops characters or puts one character in the place of one: so the clean text is a subsequence of
the original, and one array of offsets says all there is to say about where it came from.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Cut = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Draft:
    """`origins[i]` is the offset in the original of `text[i]`; strictly increasing."""

    text: str
    origins: NDArray[np.int64]

    @classmethod
    def of(cls, text: str) -> Draft:
        """The original as it stands."""
        return cls(text, np.arange(len(text), dtype=np.int64))

    def without(self, cuts: Iterable[Cut]) -> Draft:
        """The draft less these half-open ranges of its text, which are in order and do not overlap."""
        pairs = list(cuts)
        if not pairs:
            return self
        kept, at = [], 0
        for start, stop in pairs:
            kept.append(self.text[at:start])
            at = stop
        kept.append(self.text[at:])
        edges = np.array(pairs, dtype=np.int64)
        depth = np.zeros(len(self.text) + 1, dtype=np.int32)
        np.add.at(depth, edges[:, 0], 1)
        np.subtract.at(depth, edges[:, 1], 1)
        return Draft("".join(kept), self.origins[np.cumsum(depth[:-1]) == 0])

    def rewritten(self, text: str) -> Draft:
        """The draft with each character replaced by the one at the same place of `text`."""
        if len(text) != len(self.text):
            raise ValueError(f"a rewrite keeps the length: {len(self.text)} characters became {len(text)}")
        return Draft(text, self.origins)
