"""Characters that show nothing: zero-width marks, byte order marks, soft hyphens, control characters.

A line that holds nothing else is a page break inside a sentence, so its line end goes with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.text.draft import Cut

_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    r"\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]+"
)


def invisible(text: str) -> Iterator[Cut]:
    """Where nothing is to be seen."""
    for found in _INVISIBLE.finditer(text):
        start, stop = found.span()
        alone = text[start - 1 : start] == "\n" == text[stop : stop + 1]
        yield start, stop + alone
