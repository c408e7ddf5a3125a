"""An answer's citations → sources ready to be shown: the quote in its surroundings, and what is known of its document.

Taken when the question is answered and kept with the conversation, so that showing it again needs no index and stays
the same when documents change.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rag.protocols import Index
from rag.records import Citation, Document, DocumentSummary, Filter, Hit, Metadata, Span

SURROUNDINGS = 160
LONGEST_PASSAGE = 800
SENTENCE_ENDS = "。！？；"


@dataclass(frozen=True, slots=True)
class Source:
    """One citation as the screen shows it.

    `before` and `after` are the verbatim neighbours of the quote; `starts_midway` and `ends_midway` say that the
    paragraph goes on beyond them. `badges` are short labels, `notes` sentences, both about the document.
    """

    citation: Citation
    metadata: Metadata
    before: str = ""
    after: str = ""
    starts_midway: bool = False
    ends_midway: bool = False
    badges: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The title, or the path of a document without one."""
        return self.citation.title or self.metadata.title or self.citation.doc


def sources(citations: Sequence[Citation], hits: Sequence[Hit], index: Index) -> tuple[Source, ...]:
    """One source for each citation, in order.

    The surroundings are the passage that was found where it covers the quote, else the nearest sentences; none where
    the document is gone or holds something else at the place by now.
    """
    paths = dict.fromkeys(citation.doc for citation in citations)
    documents = {path: index.document(path) for path in paths}
    summaries = {path: _summary(path, index) for path in paths}
    return tuple(_source(citation, hits, documents[citation.doc], summaries[citation.doc]) for citation in citations)


def _summary(path: str, index: Index) -> DocumentSummary | None:
    return next(iter(index.documents(Filter(docs=(path,)))), None)


def _source(
    citation: Citation, hits: Iterable[Hit], document: Document | None, summary: DocumentSummary | None
) -> Source:
    badges, notes = _remarks(summary)
    if document is None or citation.span.of(document.text) != citation.quote:
        metadata = document.metadata if document else Metadata()
        return Source(citation, metadata, badges=badges, notes=notes)
    text, span = document.text, citation.span
    around = surroundings(citation, hits, text)
    return Source(
        citation=citation,
        metadata=document.metadata,
        before=text[around.start : span.start].lstrip(),
        after=text[span.stop : around.stop].rstrip(),
        starts_midway=around.start > 0 and text[around.start - 1] not in "\r\n",
        ends_midway=around.stop < len(text) and text[around.stop] not in "\r\n",
        badges=badges,
        notes=notes,
    )


def surroundings(citation: Citation, hits: Iterable[Hit], text: str) -> Span:
    """The span of `text` to show around a citation; it covers the citation and, save a long quote, is bounded."""
    for hit in hits:
        passage = hit.passage
        if passage.doc == citation.doc and passage.span.covers(citation.span) and len(passage.span) <= LONGEST_PASSAGE:
            return passage.span
    span = citation.span
    line_start = text.rfind("\n", 0, span.start) + 1
    next_line = text.find("\n", span.stop)
    line_stop = len(text) if next_line < 0 else next_line
    return Span(_opening(text, line_start, span.start), _closing(text, span.stop, line_stop))


def _opening(text: str, line_start: int, start: int) -> int:
    """Where to begin before a quote: with its line, or where that is too far with the first whole sentence."""
    earliest = max(line_start, start - SURROUNDINGS)
    if earliest == line_start:
        return line_start
    return min((at + 1 for end in SENTENCE_ENDS if (at := text.find(end, earliest, start)) >= 0), default=start)


def _closing(text: str, stop: int, line_stop: int) -> int:
    """Where to end after a quote: with its line, or where that is too far with the last whole sentence."""
    latest = min(line_stop, stop + SURROUNDINGS)
    if latest == line_stop:
        return line_stop
    return max((at + 1 for end in SENTENCE_ENDS if (at := text.rfind(end, stop, latest)) >= 0), default=stop)


def _remarks(summary: DocumentSummary | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Short labels, and the sentences that explain them."""
    if summary is None:
        return (), ("这份文件已不在资料库里",)
    found = [
        ("部分文本", f"这份文件只有原文的一部分（{summary.part}）" if summary.part else ""),
        ("有涂抹", "这份文件里有被隐去的数字或名称" if summary.redacted else ""),
        ("转载", f"与《{summary.duplicate_of}》是同一篇" if summary.duplicate_of else ""),
    ]
    kept = [(label, note) for label, note in found if note]
    return tuple(label for label, _ in kept), (*(note for _, note in kept), *summary.notes)
