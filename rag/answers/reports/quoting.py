"""From a run of clean characters, or from a figure, back to the words of the original.

In: the original text of a document, a sentence of it and a range of the sentence's clean text, or a figure. Out: the
span in the original that holds exactly that range, or the clauses that name the figure and say how much. Cleaning the sentence by itself gives the way back; where that differs from
how it was cleaned within its document (furniture around it, broken lines), the whole sentence is quoted rather than a
wrong part.
"""

from __future__ import annotations

import re

from rag.answers.sentences.clauses import clauses
from rag.records import Citation, DocumentSummary, Figure, Passage, Sentence, Span
from rag.text.clean import clean, clean_query, legible

LONGEST_QUOTE = 150

_BREAKS = re.compile(r"\s*[\r\n]\s*|\u3000+")
# the number of a note before a year: 14.2025年10件实事
_NOTE = re.compile(r"^\d{1,2}[.．](?=(?:19|20)\d\d年)")
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


def figure_span(original: str, figure: Figure, passage: Passage) -> Span:
    """The clause that a figure stands in, from the clause that names its indicator; at most LONGEST_QUOTE characters of it."""
    sentence = next((s for s in passage.sentences if s.span.overlaps(figure.span)), None)
    at = None if sentence is None else stands_at(figure, sentence)
    if sentence is None or at is None:
        return figure.span
    parts = clauses(sentence.text)
    last = next(i for i, clause in enumerate(parts) if at < clause.stop)
    first = last
    named = figure.indicator[-2:]
    while first > 0 and named not in sentence.text[parts[first].start : at]:
        first -= 1
    if parts[last].stop - parts[first].start > LONGEST_QUOTE:
        first = last
    return original_span(original, sentence, parts[first].start, parts[last].stop)


def stands_at(figure: Figure, sentence: Sentence) -> int | None:
    """Where the words of a figure stand in the clean text of its sentence: of several places the one that is as far on."""
    words = clean_query(figure.text)
    expected = (figure.span.start - sentence.span.start) / max(len(sentence.span), 1) * len(sentence.text)
    found = [m.start() for m in re.finditer(re.escape(words), sentence.text)]
    return min(found, key=lambda at: abs(at - expected), default=None)


def citation(n: int, original: str, span: Span, passage: Passage, summary: DocumentSummary) -> Citation:
    """The citation of a span; its quote is the original's own characters."""
    return Citation(n, passage.doc, span, span.of(original), summary.metadata.title, passage.headings)


def quoted(citation: Citation) -> str:
    """The quote in one line, without what stands between its words on a converted page, and without a number that would run into
    its year."""
    return _NOTE.sub("", _BREAKS.sub("", legible(citation.quote)))


def _trimmed(original: str, span: Span) -> Span:
    """Without blanks and without marks that join on to what is left out."""
    start, stop = span.start, span.stop
    while start < stop and original[start] in _OUTER:
        start += 1
    while start < stop and original[stop - 1] in _OUTER:
        stop -= 1
    return Span(start, stop)
