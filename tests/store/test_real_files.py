"""The stages of the project over real files: the sample that comes with it, and the shared documents."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rag.records import Filter
from rag.settings import Settings
from rag.store import StoredIndex, open_index
from rag.store.build import build
from rag.text.words import words
from tests.fakes import HashEncoder


def built(corpus: Path, folder: Path) -> StoredIndex:
    report = build(Settings(corpus=corpus, index=folder / "index"), HashEncoder())
    assert report.skipped == ()
    return open_index(folder / "index")


@pytest.fixture(scope="module")
def index(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> StoredIndex:
    """The index of the sample."""
    return built(sample, tmp_path_factory.mktemp("sample"))


def check_whole(index: StoredIndex) -> None:
    """Every document, passage and figure stands in its original, and every passage is found by its own words."""
    for document in index.documents():
        original = index.document(document.path)
        assert original is not None
        assert len(original.text) == document.characters
        for passage in index.passages_of(document.path):
            assert "".join(sentence.text for sentence in passage.sentences) == passage.text
            assert passage.sentences[0].span.start == passage.span.start
            assert passage.sentences[-1].span.stop == passage.span.stop <= document.characters
        for figure in index.figures_of(document.path):
            assert figure.span.of(original.text) == figure.text
        assert not [note for note in document.notes if "对不上" in note]


def test_everything_of_the_sample_stands_in_its_original(index: StoredIndex) -> None:
    check_whole(index)
    assert index.statistics().figures > 0


def test_a_reprint_in_the_sample_is_folded(index: StoredIndex) -> None:
    folded = {document.path: document.duplicate_of for document in index.documents() if document.duplicate_of}
    assert folded
    ids = [candidate.passage_id for candidate in index.lexical(words("工作"), Filter(), 10_000)]
    found = {passage.doc for passage in index.passages(ids)}
    assert found & set(folded.values())
    assert not found & set(folded)


def test_a_row_of_metadata_changes_that_document_and_no_other(sample: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    shutil.copytree(sample, corpus)
    (corpus / "metadata.csv").unlink(missing_ok=True)
    settings = Settings(corpus=corpus, index=tmp_path / "index")
    build(settings, HashEncoder())
    path = open_index(tmp_path / "index").documents()[0].path
    (corpus / "metadata.csv").write_text(f'path,year,places\n"{path}",1999,天池省/云海县\n', encoding="utf-8")
    encoder = HashEncoder()
    report = build(settings, encoder)
    assert (report.retagged, report.added, report.changed, report.encoded) == ((path,), (), (), 0)
    index = open_index(tmp_path / "index")
    assert [document.path for document in index.documents(Filter(years=(1999,), places=("云海县",)))] == [path]


@pytest.mark.shared
def test_everything_of_the_shared_reports_stands_in_its_original(shared: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for name in ("hailar", "hailar_gb18030", "html"):
        shutil.copytree(shared / "corpus" / name, corpus / name)
    index = built(corpus, tmp_path)
    check_whole(index)
    folded = {document.path: document.duplicate_of for document in index.documents() if document.duplicate_of}
    assert len(folded) >= 5
    assert all(
        path.removeprefix("hailar_gb18030/") == leader.removeprefix("hailar/")
        for path, leader in folded.items()
        if leader
    )
