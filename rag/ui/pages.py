"""A document's text and the quote in it → pages to read: cut at line ends, the quote never torn apart."""

from __future__ import annotations

from itertools import pairwise

from rag.records import Span
from rag.ui.escaping import as_html

PAGE_CHARACTERS = 1600
LONGEST_WHOLE_QUOTE = 4000
BREAKS = ("\n", "。", "；", "，")


def pages(text: str, quote: Span, size: int = PAGE_CHARACTERS) -> tuple[Span, ...]:
    """Spans that cover `text` without gap or overlap, each of about half of `size` to `size` code points.

    The page that holds the quote may be longer, so that it holds it whole.
    """
    if not text:
        return ()
    cuts = [0]
    while cuts[-1] < len(text):
        cuts.append(_next_cut(text, cuts[-1], quote, size))
    return tuple(Span(start, stop) for start, stop in pairwise(cuts))


def page_of(spans: tuple[Span, ...], place: int) -> int:
    """The number, from 0, of the page on which the character at `place` stands."""
    return next((number for number, span in enumerate(spans) if span.start <= place < span.stop), 0)


def page_html(text: str, page: Span, quote: Span) -> str:
    """One page: a paragraph for each line that is not blank, the quote marked across all lines that it touches."""
    paragraphs = []
    start = page.start
    for line in page.of(text).splitlines(keepends=True):
        stop = start + len(line)
        if line.strip():
            paragraphs.append(f"<p>{_marked(text, Span(start, stop), quote)}</p>")
        start = stop
    return f'<div class="zw-page">{"".join(paragraphs)}</div>'


def _next_cut(text: str, start: int, quote: Span, size: int) -> int:
    if len(text) - start <= size:
        return len(text)
    latest = start + size
    found = (text.rfind(mark, start + size // 2, latest) for mark in BREAKS)
    cut = next((place + 1 for place in found if place >= 0), latest)
    if not quote.start < cut < quote.stop or len(quote) > LONGEST_WHOLE_QUOTE:
        return cut
    line_start = text.rfind("\n", start, quote.start) + 1
    return line_start if line_start - start >= size // 4 else quote.stop


def _marked(text: str, line: Span, quote: Span) -> str:
    if not line.overlaps(quote):
        return as_html(line.of(text).strip())
    start, stop = max(line.start, quote.start), min(line.stop, quote.stop)
    before, inside, after = text[line.start : start].lstrip(), text[start:stop].rstrip("\r\n"), text[stop : line.stop]
    mark = f"<mark>{as_html(inside)}</mark>" if inside.strip() else ""
    return f"{as_html(before)}{mark}{as_html(after.rstrip())}"
