"""Where evidence comes from.

A passage with what is known of its document, as finding hands it to weighing.
"""

from __future__ import annotations

from dataclasses import dataclass

from rag.places import places_of_parts
from rag.records import DocumentSummary, Figure, FigureKind, Passage, Sentence, Span


@dataclass(frozen=True, slots=True)
class Source:
    """A passage in its document: what the document speaks for, and the part of the report that the passage is in.

    `behind` is the passage that goes on with it under the same headings. `similarity` is how near the search found the passage to the question, in [0, 1]; `spoken_for` are the names of which the
    sentence must hold one, where the document does not speak for the place asked about. `reviewing` are the spans of its sentences that
    review several years.
    """

    passage: Passage
    summary: DocumentSummary
    part: FigureKind | None
    similarity: float = 0.0
    spoken_for: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    reviewing: frozenset[Span] = frozenset()
    behind: Passage | None = None

    @property
    def place(self) -> str | None:
        """The place that the passage speaks for: that of its part of the document, else the document's own."""
        parts = places_of_parts(self.passage.headings)
        return parts[-1] if parts else self.summary.metadata.place

    def reviews(self, sentence: Sentence) -> bool:
        """True for a sentence of the passage that tells what several years came to."""
        return sentence.span in self.reviewing
