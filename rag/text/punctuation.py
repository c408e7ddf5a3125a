"""Doubled or clashing punctuation (，, ,, ，。) reduced to one mark.

The mark that ends more wins (。！？ over ；over ：over 、 and ，). Among equals the last wins and a full-width one before
an ASCII one, since converted pages put a stray comma before the mark that was meant (主任,、书记).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.text.draft import Cut

_STRENGTH = {"。": 4, "！": 4, "？": 4, "!": 4, "?": 4, "；": 3, ";": 3, "：": 2, ":": 2, "，": 1, "、": 1, ",": 1}
_RUN = re.compile(r"[，,、；;：:。！!？?]{2,}")
_EXCLAMATIONS = ("?!", "？！", "!?", "！？")
# 5%,。以内: no clause starts with a bare qualifier, so the marks tear it from its number
_TORN_QUALIFIER = re.compile(
    r"[，,、；;：:。](?<=[0-9%亩户元人个名吨米里].)[，,、；;：:。]+(?=(?:以内|以上|以下|左右|上下)(?:[，,、；;。）)\n]|$))"
)


def torn_qualifiers(text: str) -> Iterator[Cut]:
    """Marks between a number and the qualifier that belongs to it."""
    return (found.span() for found in _TORN_QUALIFIER.finditer(text))


def clashing_marks(text: str) -> Iterator[Cut]:
    """All but the strongest of marks that stand side by side."""
    for run in _RUN.finditer(text):
        if run[0] in _EXCLAMATIONS:
            continue
        keep = max(range(*run.span()), key=lambda at: (_STRENGTH[text[at]], not text[at].isascii(), at))
        if keep > run.start():
            yield run.start(), keep
        if keep + 1 < run.end():
            yield keep + 1, run.end()
