"""A figure of the library → its source: the sentence that states it, verbatim, in its surroundings."""

from __future__ import annotations

from rag.protocols import Index
from rag.records import Citation, Figure, Hit
from rag.ui.parts.sources import Source, sources


def figure_source(figure: Figure, index: Index) -> Source:
    """The sentence around the figure; the figure's own words where its document or passage is gone by now."""
    passage = next((p for p in index.passages_of(figure.doc) if p.span.covers(figure.span)), None)
    sentences = passage.sentences if passage else ()
    span = next((sentence.span for sentence in sentences if sentence.span.covers(figure.span)), figure.span)
    document = index.document(figure.doc)
    if document is None:
        citation = Citation(1, figure.doc, figure.span, figure.text, "")
    else:
        headings = passage.headings if passage else ()
        citation = Citation(1, figure.doc, span, span.of(document.text), document.metadata.title, headings)
    hits = (Hit(0, passage, 1.0),) if passage else ()
    return sources((citation,), hits, index)[0]
