"""The passages of one generation that were read last, so that a question that comes upon them again need not read them from the
disk.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence

from rag.records import Passage

# with their sentences about 4 KB each
MOST_HELD = 4096


class HeldPassages:
    """Up to `most` passages by id, those of longest ago given up first; safe to share between threads."""

    def __init__(self, most: int = MOST_HELD) -> None:
        self._most = most
        self._held: OrderedDict[int, Passage] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, ids: Sequence[int], read: Callable[[Sequence[int]], Sequence[Passage]]) -> tuple[Passage, ...]:
        """The passages of these ids in their order; `read` gets those that are not held and may raise for an unknown one."""
        with self._lock:
            known = {number: self._held[number] for number in ids if number in self._held}
        new = [number for number in dict.fromkeys(ids) if number not in known]
        known |= zip(new, read(new), strict=True) if new else ()
        with self._lock:
            for number, passage in known.items():
                self._held[number] = passage
                self._held.move_to_end(number)
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        return tuple(known[number] for number in ids)
