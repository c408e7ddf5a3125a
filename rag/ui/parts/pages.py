"""A document's text and the quote in it → pages to read: cut at line ends, the quote never torn apart."""

from __future__ import annotations

from itertools import pairwise

from rag.records import Span
from rag.ui.parts.escaping import as_html

PAGE_CHARACTERS = 1600
LONGEST_WHOLE_QUOTE = 4000
BREAKS = ("\n", "。", "；", "，")


def pages(text: str, quote: Span, size: int = PAGE_CHARACTERS) -> tuple[Span, ...]:
    """Spans that cover `text` without gap or overlap, none longer than `size` code points but for the quote's sake.

    One page begins a little before the quote and holds it whole, so that whoever turns to it sees the quote at once.
    """
    opening = _opening(text, quote, size // 8)
    return (*_cut(text, Span(0, opening), quote, size), *_cut(text, Span(opening, len(text)), quote, size))


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


def _opening(text: str, quote: Span, lead: int) -> int:
    """Where the page of the quote begins: about `lead` characters before it, at the beginning of a line or sentence."""
    if quote.start <= 2 * lead:
        return 0
    line = text.rfind("\n", quote.start - 2 * lead, quote.start - lead)
    sentence = text.find("。", quote.start - lead, quote.start)
    return next((place + 1 for place in (line, sentence) if place >= 0), quote.start - lead)


def _cut(text: str, part: Span, quote: Span, size: int) -> tuple[Span, ...]:
    cuts = [part.start]
    while cuts[-1] < part.stop:
        cuts.append(_next_cut(text, Span(cuts[-1], part.stop), quote, size))
    return tuple(Span(start, stop) for start, stop in pairwise(cuts))


def _next_cut(text: str, rest: Span, quote: Span, size: int) -> int:
    if len(rest) <= size:
        return rest.stop
    latest = rest.start + size
    found = (text.rfind(mark, rest.start + size // 2, latest) for mark in BREAKS)
    cut = next((place + 1 for place in found if place >= 0), latest)
    torn = quote.start < cut < quote.stop and len(quote) <= LONGEST_WHOLE_QUOTE
    return quote.stop if torn else cut


def _marked(text: str, line: Span, quote: Span) -> str:
    if not line.overlaps(quote):
        return as_html(line.of(text).strip())
    start, stop = max(line.start, quote.start), min(line.stop, quote.stop)
    before, inside, after = text[line.start : start].lstrip(), text[start:stop].rstrip("\r\n"), text[stop : line.stop]
    mark = f"<mark>{as_html(inside)}</mark>" if inside.strip() else ""
    return f"{as_html(before)}{mark}{as_html(after.rstrip())}"
