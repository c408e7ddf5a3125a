"""From a run of clean characters back to the words of the original.

In: the original text of a document, a sentence of it and a range of the sentence's clean text. Out: the span in the
original that holds exactly that range. Cleaning the sentence by itself gives the way back; where that differs from
how it was cleaned within its document (furniture around it, broken lines), the whole sentence is quoted rather than a
wrong part.
"""

from __future__ import annotations

from rag.records import Citation, DocumentSummary, Passage, Sentence, Span
from rag.text.clean import clean

_OUTER = " \t\r\n\u3000，,；;、："


def original_span(original: str, sentence: Sentence, start: int, stop: int) -> Span:
    """The span of sentence.text[start:stop] in the original."""
    own = clean(sentence.span.of(original))
    offset = sentence.span.start
    at = own.text.find(sentence.text.strip("\n"))
    if at < 0:
        return _trimmed(original, sentence.span)
    lead = len(sentence.text) - len(sentence.text.lstrip("\n"))
    first, last = at + max(start - lead, 0), at + min(stop - lead, len(own.text) - at)
    within = own.span(first, max(first, last))
    return _trimmed(original, Span(offset + within.start, offset + within.stop))


def citation(n: int, original: str, span: Span, passage: Passage, summary: DocumentSummary) -> Citation:
    """The citation of a span; its quote is the original's own characters."""
    return Citation(n, passage.doc, span, span.of(original), summary.metadata.title, passage.headings)


def _trimmed(original: str, span: Span) -> Span:
    """Without blanks and without marks that join on to what is left out."""
    start, stop = span.start, span.stop
    while start < stop and original[start] in _OUTER:
        start += 1
    while start < stop and original[stop - 1] in _OUTER:
        stop -= 1
    return Span(start, stop)
