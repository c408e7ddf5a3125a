"""Where the answer to a question can stand, and what stands there.

In: a `Reading` about at most one place and one year. Out: `Findings`: all evidence, best first, with the passages
that were looked at. The place decides which documents are searched: those that speak for it, then those of places
around it, and of these only sentences that name it. The year decides the order: first the reports in which its
targets and its results stand, then, where those say nothing, all others that name the year.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

from rag.answers.asked.forms import sought
from rag.answers.asked.question import Reading
from rag.answers.evidence.familiar import is_about
from rag.answers.evidence.weighing import Evidence, evidence
from rag.answers.reports.holdings import Holdings
from rag.answers.reports.shelf import AskedPlace
from rag.answers.reports.sources import Source
from rag.answers.sentences.tense import parts_of_report
from rag.answers.words.vocabulary import Vocabulary
from rag.places import NATION, places_of_parts, villages
from rag.records import DocumentSummary, FigureKind, Filter, Hit, Passage, Sentence

DEPTH, READ_WHOLE = 40, 3
SURE, ENOUGH = 0.85, 0.7


class Search(Protocol):
    """What finds passages: rag.search.Searcher, or a fake."""

    def search(self, query: str, filter: Filter, limit: int) -> tuple[Hit, ...]:
        """The passages nearest to `query` that pass the filter, best first."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found for one reading.

    `evidence` is best first; `sources` are the passages that a search found, the nearest first; `documents` are those of the place asked about (all, where none was), whatever their year;
    `looked_at` those of them that were searched; `elsewhere` says that none speaks for the place itself.
    """

    evidence: tuple[Evidence, ...]
    documents: tuple[DocumentSummary, ...]
    looked_at: tuple[DocumentSummary, ...]
    hits: tuple[Hit, ...]
    elsewhere: bool = False
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class _Scope:
    documents: tuple[DocumentSummary, ...]
    spoken_for: Mapping[str, tuple[str, ...]]
    place: AskedPlace | None = None

    def excludes(self, passage: Passage) -> bool:
        """True for a passage of a part that speaks for another place than the one whose own document it stands in."""
        parts = places_of_parts(passage.headings)
        return self.place is not None and bool(parts) and parts[-1] not in self.place.spoken


def sentences_of(findings: Findings, passages: int = 12) -> Iterator[tuple[Passage, Sentence]]:
    """The sentences of as many of the passages that were found, each once, the likeliest first."""
    found = (
        *(e.source.passage for e in findings.evidence[:passages]),
        *(hit.passage for hit in findings.hits[:passages]),
    )
    for passage in {(p.doc, p.ordinal): p for p in found}.values():
        for sentence in passage.sentences:
            yield passage, sentence


class Finder:
    """Finds evidence in one generation of one index."""

    def __init__(self, holdings: Holdings, search: Search, vocabulary: Vocabulary) -> None:
        self._holdings = holdings
        self._search = search
        self._shelf = holdings.shelf
        self._vocabulary = vocabulary
        self._parts: Callable[[str], tuple[FigureKind | None, ...]] = lru_cache(maxsize=256)(self._parts_of)

    def find(self, reading: Reading, filter: Filter) -> Findings:
        """All evidence for one reading under the user's filter."""
        found: list[Evidence] = []
        hits: list[Hit] = []
        sources: list[Source] = []
        looked_at: list[DocumentSummary] = []
        scopes = self._scopes(reading, reading.years.near | set(reading.years.reports))
        for scope in scopes:
            for stage in _by_year(scope.documents, reading):
                looked_at += stage
                own_text = tuple(d for d in stage if d.duplicate_of is None)
                whole = own_text if reading.wanted.number and len(own_text) <= READ_WHOLE and not filter else ()
                found += self._read_whole(reading, scope, whole)
                if not _is_sure(found):
                    new = self._hits(reading, scope, stage, filter)
                    hits += new
                    nearest = [s for hit in new if (s := self._source(scope, hit.passage, hit.similarity))]
                    sources += nearest
                    read = {document.path for document in whole}
                    found = _as_near_as(found, nearest)
                    unread = (s for s in nearest if s.passage.doc not in read or not self._is_about(reading, s.passage))
                    found += [e for source in unread for e in evidence(reading, source, self._vocabulary)]
                if _is_sure(found):
                    break
            if any(e.support >= ENOUGH for e in found):
                break
        found = list({(e.source.passage.doc, e.sentence.span): e for e in found}.values())
        found.sort(key=lambda e: (-e.support, -e.source.similarity, e.source.passage.doc, e.source.passage.ordinal))
        own = scopes[0].documents
        elsewhere = not (reading.places.documents or reading.place is None or self._speaks(reading.place, found))
        return Findings(
            tuple(found), own, tuple(d for d in looked_at if d in own), tuple(hits), elsewhere, tuple(sources)
        )

    def _speaks(self, place: AskedPlace, found: Sequence[Evidence]) -> bool:
        """True where some document, or a part of one, speaks for a place."""
        return bool(self._shelf.speaking_for(place)) or any(e.source.place in place.spoken for e in found)

    def read(self, reading: Reading, documents: tuple[DocumentSummary, ...]) -> tuple[Evidence, ...]:
        """All evidence in these documents, read from the first passage to the last; best first."""
        found = self._read_whole(reading, _Scope(documents, {}), documents)
        return tuple(sorted(found, key=lambda e: (-e.support, e.source.passage.doc, e.source.passage.ordinal)))

    def _scopes(self, reading: Reading, years: frozenset[int]) -> tuple[_Scope, ...]:
        """What is searched, one after another: the place's own documents, then those around it that name it; nothing but
        the documents that the question describes, where it does."""
        if reading.places.documents:
            described = tuple(self._shelf.by_path[path] for path in reading.places.documents)
            return (_Scope(described, _of_others(described, reading.place), reading.place),)
        if (place := reading.place) is None:
            return (_Scope(self._shelf.documents, {}),)
        own = self._shelf.speaking_for(place)
        below, above = self._shelf.below(place), self._shelf.above(place)
        if not above and place.is_listed:
            above = self._national(years)
        whole = tuple(f"全{place.name[-1]}" for _ in below[:1])
        # a village of a county stands in the report of its town without the county's name
        inside = (*place.spoken, *whole, *villages(reading.question.clean.replace(place.name, " ")))
        spoken = {d.path: inside for d in below} | {d.path: place.spoken for d in above}
        if own or spoken:
            return tuple(s for s in (_Scope(own, {}, place), _Scope((*below, *above), spoken)) if s.documents)
        return (_Scope(self._shelf.documents, {d.path: place.spoken for d in self._shelf.documents}),)

    def _national(self, years: frozenset[int]) -> tuple[DocumentSummary, ...]:
        """The country's reports of these years, which speak of provinces too (2010年上海世博会)."""
        return tuple(d for d in self._shelf.by_place.get(NATION, ()) if d.metadata.year in years)

    def _hits(
        self, reading: Reading, scope: _Scope, stage: tuple[DocumentSummary, ...], filter: Filter
    ) -> tuple[Hit, ...]:
        if not stage:
            return ()
        if len(stage) < len(self._shelf.documents):
            paths = {d.path for d in stage}
            filter = replace(filter, docs=tuple(sorted(paths & set(filter.docs) if filter.docs else paths)))
            if not filter.docs:
                return ()
        return self._search.search(_query(reading), filter, DEPTH)

    def _read_whole(self, reading: Reading, scope: _Scope, stage: tuple[DocumentSummary, ...]) -> list[Evidence]:
        """Evidence in all passages of a few documents that hold a term: quicker than a search, and it misses none."""
        return [
            e
            for document in stage
            for passage in self._holdings.passages(document.path)
            if self._is_about(reading, passage)
            if (source := self._source(scope, passage, 0.0)) is not None
            for e in evidence(reading, source, self._vocabulary)
        ]

    def _is_about(self, reading: Reading, passage: Passage) -> bool:
        return is_about(reading, passage, self._vocabulary)

    def _source(self, scope: _Scope, passage: Passage, similarity: float) -> Source | None:
        """A passage with what is known of its document; None in one that another stands for."""
        summary = self._shelf.by_path.get(passage.doc)
        if summary is None or summary.duplicate_of is not None or scope.excludes(passage):
            return None
        parts = self._parts(passage.doc)
        part = parts[passage.ordinal] if passage.ordinal < len(parts) else None
        return Source(
            passage,
            summary,
            part,
            similarity,
            scope.spoken_for.get(passage.doc, ()),
            self._holdings.within(passage),
            self._holdings.reviewing(passage.doc),
            self._behind(passage),
        )

    def _behind(self, passage: Passage) -> Passage | None:
        """The next passage of a document, where it stands under the same headings."""
        own = self._holdings.passages(passage.doc)
        then = own[passage.ordinal + 1] if passage.ordinal + 1 < len(own) else None
        return then if then is not None and then.headings == passage.headings else None

    def _parts_of(self, path: str) -> tuple[FigureKind | None, ...]:
        metadata = self._shelf.by_path[path].metadata
        return parts_of_report(self._holdings.passages(path), metadata, self._vocabulary)


def _as_near_as(found: Sequence[Evidence], nearest: Sequence[Source]) -> list[Evidence]:
    """The evidence with how near the search found its passage, where it did; what was read whole is not weighed again."""
    by_passage = {(source.passage.doc, source.passage.ordinal): source for source in nearest}
    return [
        replace(e, source=by_passage.get((e.source.passage.doc, e.source.passage.ordinal), e.source)) for e in found
    ]


def _is_sure(found: Sequence[Evidence]) -> bool:
    return any(e.support >= SURE for e in found)


def _of_others(documents: Sequence[DocumentSummary], place: AskedPlace | None) -> dict[str, tuple[str, ...]]:
    """The names of the place asked about, for the documents that speak for another: their sentences must say one."""
    if place is None:
        return {}
    return {d.path: place.spoken for d in documents if d.metadata.places and place.name not in d.metadata.places}


def _by_year(documents: tuple[DocumentSummary, ...], reading: Reading) -> tuple[tuple[DocumentSummary, ...], ...]:
    """The documents in the order in which they are searched; those of the second stage only where the first is silent."""
    if reading.years.reports:
        return (tuple(d for d in documents if d.metadata.year in reading.years.reports), ())
    if not reading.years.years:
        return (documents,)
    near = reading.years.near
    first = tuple(d for d in documents if d.metadata.year in near)
    return (first, tuple(d for d in documents if d.metadata.year not in near))


def _query(reading: Reading) -> str:
    """The question with the names of its concepts, so that 经济总量 also finds 生产总值."""
    names = [t.concept for t in reading.terms if t.concept and t.concept not in reading.question.clean]
    inherited = [t.text for t in reading.terms if t.text not in reading.question.clean]
    return " ".join((reading.question.clean, *inherited, *names, *sought(reading.question.clean)))
