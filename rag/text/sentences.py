"""Clean text → its sentences, as ranges that together are the whole text but for the line feeds.

A sentence ends at 。！？ and at the end of its paragraph; closing quotes and brackets belong to it. Inside brackets, and
inside quotes that are closed soon, no sentence ends. What runs on for longer than `LONGEST` characters is cut at a ；,
else at a ，, else where it stands, so that no input makes a sentence without bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 400

_PARAGRAPH = re.compile(r"[^\n]+")
_QUOTED = "|".join(
    f"{opening}[^{opening}{closing}\n]{{0,{LONGEST // 4}}}{closing}"
    for opening, closing in (("（", "）"), (r"\(", r"\)"), ("《", "》"), ("【", "】"))
)
_TOKEN = re.compile(
    rf"(?P<bracketed>{_QUOTED})|(?P<end>(?:[。！？!?]|…{{1,2}}(?=[“\"A-Za-z\u4e00-\u9fff]{{0}}$))[”’』」）)》】\"']*)"
)
_CUTS = (re.compile(r"[；;][”’」』）)]*"), re.compile(r"[，,][”’」』）)]*"))

Range = tuple[int, int]


def sentences(text: str, start: int = 0, stop: int | None = None) -> Iterator[Range]:
    """The half-open ranges of the sentences of clean text[start:stop], in order.

    None is empty or holds a line feed; together they are all of it but the line feeds.
    """
    for paragraph in _PARAGRAPH.finditer(text, start, len(text) if stop is None else stop):
        at = paragraph.start()
        for token in _TOKEN.finditer(text, *paragraph.span()):
            if token["end"] and token.end() > at:
                yield from _bounded(text, at, token.end())
                at = token.end()
        if at < paragraph.end():
            yield from _bounded(text, at, paragraph.end())


def _bounded(text: str, start: int, stop: int) -> Iterator[Range]:
    while stop - start > LONGEST:
        cut = _last_cut(text, start, start + LONGEST)
        yield start, cut
        start = cut
    yield start, stop


def _last_cut(text: str, start: int, stop: int) -> int:
    for mark in _CUTS:
        if found := [cut.end() for cut in mark.finditer(text, start + LONGEST // 4, stop)]:
            return found[-1]
    return stop
