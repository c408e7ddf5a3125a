"""The passage that holds the evidence is among the first five for questions about long reports (needs ../shared)."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from rag.encoder import load_encoder
from rag.protocols import Encoder
from rag.records import Filter, Passage, Span
from rag.search import Searcher
from rag.settings import Settings
from rag.store import StoredIndex, open_index
from rag.store.build import build
from rag.text.words import words

WITHIN = 5
Evidence = tuple[tuple[str, Span], ...]

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def bundled() -> Encoder:
    return load_encoder()


@pytest.fixture(scope="module")
def reports(shared: Path, tmp_path_factory: pytest.TempPathFactory, bundled: Encoder) -> Iterator[StoredIndex]:
    folder = tmp_path_factory.mktemp("reports") / "index"
    build(Settings(corpus=shared / "corpus" / "hailar", index=folder), bundled)
    opened = open_index(folder)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def asked(shared: Path, reports: StoredIndex) -> list[tuple[str, Evidence]]:
    """The development questions that these reports answer and that stand alone."""
    found = []
    known = {document.path for document in reports.documents()}
    for line in (shared / "eval" / "questions_dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        evidence = tuple((held["doc"], Span(*span)) for held in row.get("evidence", ()) for span in held["spans"])
        if evidence and not row.get("history") and {doc for doc, _ in evidence} <= known:
            found.append((row["question"], evidence))
    return found


def holds(passage: Passage, evidence: Evidence) -> bool:
    return any(passage.doc == doc and passage.span.overlaps(span) for doc, span in evidence)


def test_the_evidence_is_among_the_first_five(
    reports: StoredIndex, bundled: Encoder, asked: list[tuple[str, Evidence]]
) -> None:
    searcher = Searcher(reports, bundled)
    lexical = dense = ours = 0
    for question, evidence in asked:
        hits = searcher.search(question, Filter(), WITHIN)
        by_words = reports.lexical(words(question), Filter(), WITHIN)
        by_meaning = reports.dense(bundled.encode_queries([question])[0], Filter(), WITHIN)
        ours += any(holds(hit.passage, evidence) for hit in hits)
        lexical += any(holds(found, evidence) for found in reports.passages([c.passage_id for c in by_words]))
        dense += any(holds(found, evidence) for found in reports.passages([c.passage_id for c in by_meaning]))
    assert len(asked) >= 30
    assert ours / len(asked) >= 0.9, (lexical, dense, ours, len(asked))
    assert ours >= max(lexical, dense)


def test_passages_are_short_enough_to_read(reports: StoredIndex) -> None:
    lengths = [len(found.text) for document in reports.documents() for found in reports.passages_of(document.path)]
    assert sum(lengths) / len(lengths) <= 300
