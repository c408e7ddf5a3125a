"""Clean text → its sentences, as ranges that together are the whole text but for the line feeds.

A sentence ends at 。！？ and at the end of its paragraph; closing quotes and brackets belong to it. Inside brackets none
ends, nor inside a short quotation that the sentence goes on after (“干得好！”他说). What runs on for longer than `LONGEST`
characters is cut at a ；, else at a ，, else where it stands, so that no input makes a sentence without bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 400

_PARAGRAPH = re.compile(r"[^\n]+")
_PAIRS = (("（", "）"), ("(", ")"), ("《", "》"), ("【", "】"), ("“", "”"), ("「", "」"), ("『", "』"))
_ENCLOSED = "|".join(rf"\{opening}[^\{opening}\{closing}\n]{{0,100}}\{closing}" for opening, closing in _PAIRS)
_TOKEN = re.compile(rf"(?P<end>(?:[。！？!?]|…{{2}})+[”’」』）)》】\"]*)|(?P<enclosed>{_ENCLOSED})")
# “干得好！” is a sentence of its own unless the sentence goes on
_SPOKEN = re.compile(r"[。！？!?][”」』]$")
_GOES_ON = re.compile(r"[，、；：,;:）)》】”’]|[的等之]|[\u4e00-\u9fff]{1,6}(?:说|道|表示|认为|指出|强调|介绍)")
_CUTS = (re.compile(r"[；;][”’」』）)]*"), re.compile(r"[，,][”’」』）)]*"))

Range = tuple[int, int]


def sentences(text: str, start: int = 0, stop: int | None = None) -> Iterator[Range]:
    """The half-open ranges of the sentences of clean text[start:stop], in order.

    None is empty or holds a line feed; together they are all of it but the line feeds.
    """
    for paragraph in _PARAGRAPH.finditer(text, start, len(text) if stop is None else stop):
        at = paragraph.start()
        for token in _TOKEN.finditer(text, *paragraph.span()):
            if token["end"] or _ends_with_quotation(text, token, paragraph.end()):
                end = _without_opening(text, at, token.end())
                yield from _bounded(text, at, end)
                at = end
        if at < paragraph.end():
            yield from _bounded(text, at, paragraph.end())


def _ends_with_quotation(text: str, token: re.Match[str], end: int) -> bool:
    return _SPOKEN.search(token[0]) is not None and _GOES_ON.match(text, token.end(), end) is None


def _without_opening(text: str, start: int, stop: int) -> int:
    """`stop`, less an ASCII quotation mark there that opens the next sentence."""
    opens = text[stop - 1] == '"' and text.count('"', start, stop) % 2 == 1
    return stop - opens


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
