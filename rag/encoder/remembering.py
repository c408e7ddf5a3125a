"""An Encoder that keeps the vectors of the texts it encoded last.

The sentences of a report come up again with every question about it, and a question is sought in several ways.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence

import numpy as np

from rag.protocols import Encoder, Vectors

# at 384 dimensions 24 MB
REMEMBERED = 16_384


class Remembering:
    """Another encoder with a memory of the last `remembered` texts; as safe to share between threads as that one."""

    def __init__(self, encoder: Encoder, remembered: int = REMEMBERED) -> None:
        self._encoder = encoder
        self._most = remembered
        self._held: OrderedDict[tuple[bool, str], Vectors] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def name(self) -> str:
        return self._encoder.name

    @property
    def dimension(self) -> int:
        return self._encoder.dimension

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), dimension), float32, rows of length 1, in the order of `texts`."""
        return self._remembered(texts, False, self._encoder.encode_passages)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), dimension), float32, rows of length 1, in the order of `texts`."""
        return self._remembered(texts, True, self._encoder.encode_queries)

    def _remembered(self, texts: Sequence[str], asked: bool, encode: Callable[[Sequence[str]], Vectors]) -> Vectors:
        with self._lock:
            known = {text: self._held[asked, text] for text in texts if (asked, text) in self._held}
        new = [text for text in dict.fromkeys(texts) if text not in known]
        known |= zip(new, encode(new), strict=True) if new else ()
        with self._lock:
            for text in known:
                self._held[asked, text] = known[text]
                self._held.move_to_end((asked, text))
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        rows = [known[text] for text in texts]
        return np.stack(rows) if rows else np.empty((0, self.dimension), dtype=np.float32)
