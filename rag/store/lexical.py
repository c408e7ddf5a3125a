"""BM25 over words (tantivy): passages with their words and what they are filtered by → candidates, best first.

A passage has two texts: the words of its body and those of its context (title and headings). Each has its own BM25 and
its own weight, and a filter is a condition of the same search, so that it never thins out what was found before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import tantivy

from rag.records import Candidate, Filter

BODY, CONTEXT = "body", "context"
WORDS = "words"
WRITER_BYTES = 64_000_000
MAX_YEAR = 1 << 62


@dataclass(frozen=True, slots=True)
class LexicalWeights:
    """How much a word counts in the body of a passage and in its context."""

    body: float = 1.0
    context: float = 1.0


@dataclass(frozen=True, slots=True)
class LexicalEntry:
    """A passage as the lexical index holds it; words are joined by spaces."""

    passage_id: int
    body_words: str
    context_words: str
    doc: str
    places: tuple[str, ...]
    year: int | None
    kind: str
    topics: tuple[str, ...]


class LexicalIndex:
    """A tantivy index, in a folder or in memory. Any number of threads may search."""

    def __init__(self, index: tantivy.Index) -> None:
        self._index = index
        analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        index.register_tokenizer(WORDS, analyzer)
        # a reader moves to a new generation when it decides to, not when the files change
        index.config_reader("manual", 0)
        index.reload()
        self._schema = index.schema
        self._searcher = index.searcher()

    @classmethod
    def open(cls, folder: Path) -> LexicalIndex:
        """Raises ValueError where the folder does not hold a sound index."""
        return cls(tantivy.Index.open(str(folder)))

    @classmethod
    def create(cls, folder: Path | None = None) -> LexicalIndex:
        """An empty index, in memory where no folder is given."""
        return cls(tantivy.Index(_schema(), str(folder) if folder else None))

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def update(self, removed: Sequence[int], added: Iterable[LexicalEntry]) -> None:
        """Take out and put in, in one commit; raises ValueError where the disk refuses."""
        writer = self._index.writer(WRITER_BYTES, 1)
        if removed:
            writer.delete_documents_by_query(tantivy.Query.term_set_query(self._schema, "id", list(removed)))
        for entry in added:
            writer.add_document(_as_document(entry))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def search(
        self, words: Sequence[str], filter: Filter, limit: int, weights: LexicalWeights
    ) -> tuple[Candidate, ...]:
        """Candidates for any of the words, each distinct word counting once; equal ones by id."""
        query = self._words_query(words, weights)
        if query is None or limit < 1:
            return ()
        must, should = tantivy.Occur.Must, tantivy.Occur.Should
        parts = [(must, query)]
        for field, values in _conditions(filter):
            # a condition without a term lets nothing through
            terms = [(should, tantivy.Query.term_query(self._schema, field, value)) for value in values]
            parts.append((must, tantivy.Query.const_score_query(tantivy.Query.boolean_query(terms), 0.0)))
        searcher = self._searcher
        hits = searcher.search(tantivy.Query.boolean_query(parts), min(limit, max(1, len(self))), count=False).hits
        ids = searcher.fast_field_values("id", [address for _, address in hits])
        found = (
            Candidate(int(number), float(hit[0])) for number, hit in zip(ids, hits, strict=True) if number is not None
        )
        return tuple(sorted(found, key=lambda candidate: (-candidate.similarity, candidate.passage_id)))

    def frequencies(self, words: Sequence[str]) -> tuple[int, ...]:
        """In how many passages each word stands, in the body or in the context, by the larger of the two."""
        count = self._searcher.doc_freq
        return tuple(max(count(BODY, word), count(CONTEXT, word)) for word in words)

    def _words_query(self, words: Sequence[str], weights: LexicalWeights) -> tantivy.Query | None:
        should = tantivy.Occur.Should
        terms = [
            (should, tantivy.Query.boost_query(tantivy.Query.term_query(self._schema, field, word, "freq"), weight))
            for word in dict.fromkeys(words)
            for field, weight in ((BODY, weights.body), (CONTEXT, weights.context))
            if weight > 0
        ]
        return tantivy.Query.boolean_query(terms) if terms else None


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("id", indexed=True, fast=True)
    for field in (BODY, CONTEXT):
        builder.add_text_field(field, tokenizer_name=WORDS, index_option="freq")
    for field in ("place", "kind", "topic", "doc"):
        builder.add_text_field(field, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("year", indexed=True)
    return builder.build()


def _as_document(entry: LexicalEntry) -> tantivy.Document:
    document = tantivy.Document()
    document.add_unsigned("id", entry.passage_id)
    document.add_text(BODY, entry.body_words)
    document.add_text(CONTEXT, entry.context_words)
    document.add_text("doc", entry.doc)
    document.add_text("kind", entry.kind)
    for place in entry.places:
        document.add_text("place", place)
    for topic in entry.topics:
        document.add_text("topic", topic)
    if entry.year is not None:
        document.add_integer("year", entry.year)
    return document


def _conditions(filter: Filter) -> Iterator[tuple[str, tuple[str, ...] | tuple[int, ...]]]:
    if filter.places:
        yield "place", filter.places
    if filter.years:
        yield "year", tuple(year for year in filter.years if abs(year) < MAX_YEAR)
    if filter.kinds:
        yield "kind", tuple(kind.value for kind in filter.kinds)
    if filter.topics:
        yield "topic", filter.topics
    if filter.docs:
        yield "doc", filter.docs
