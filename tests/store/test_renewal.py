"""An index that must be made anew grows beside the old one and takes its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.records import Filter
from rag.store import open_index
from rag.store.run import Limits
from tests.fakes import HashEncoder
from tests.store.conftest import Copied
from tests.store.small import build_small, contents, found_by_words, small_stages, write_reports
from tests.store.small_stages import characters


@pytest.fixture
def folder(built: Copied) -> Path:
    """Three reports, built."""
    return built(3)


def test_the_old_index_serves_until_the_new_one_is_done(folder: Path) -> None:
    reader = open_index(folder / "index")
    seen: list[tuple[int, str]] = []
    other = HashEncoder("another", dimension=32)
    report = build_small(
        folder,
        encoder=other,
        progress=lambda *_: seen.append(
            (len(reader.lexical(characters("玉"), Filter(), 99)), reader.statistics().encoder)
        ),
    )
    assert set(seen) == {(12, "hash-bigrams")}
    assert report.generation == 2
    assert (reader.generation, reader.statistics().encoder, reader.statistics().passages) == (2, "another", 12)
    (vector,) = other.encode_queries(["玉米"])
    assert len(reader.dense(vector, Filter(), 99)) == 12


def test_the_old_index_is_put_away_once_nobody_can_be_reading_it(folder: Path) -> None:
    other = HashEncoder("another")
    build_small(folder, encoder=other)
    assert (folder / "index" / "current").read_text(encoding="utf-8") == "beside"
    build_small(folder, encoder=other)
    assert (folder / "index" / "catalog.sqlite").exists()
    build_small(folder, encoder=other, limits=Limits(grace_s=0))
    assert not (folder / "index" / "catalog.sqlite").exists()
    assert not (folder / "index" / "lexical").exists()
    assert len(contents(folder)[0]) == 3  # type: ignore[arg-type]


def test_a_reader_follows_there_and_back_again(folder: Path) -> None:
    reader = open_index(folder / "index")
    for generation, name in ((2, "another"), (3, "a third"), (4, "hash-bigrams")):
        build_small(folder, encoder=HashEncoder(name))
        assert (reader.generation, reader.statistics().encoder) == (generation, name)
        assert len(found_by_words(reader, "玉米")) == 12


def test_a_model_used_before_encodes_nothing_again(folder: Path) -> None:
    build_small(folder, encoder=HashEncoder("another"))
    first = HashEncoder()
    build_small(folder, encoder=first)
    assert first.encoded == []


def test_new_passages_keep_the_vectors_of_texts_that_stayed(folder: Path) -> None:
    encoder = HashEncoder()
    report = build_small(folder, encoder=encoder, stages=small_stages(passages_version="2"))
    assert (report.generation, len(report.added), encoder.encoded) == (2, 3, [])


def test_a_new_index_that_was_not_finished_goes_on_growing(folder: Path) -> None:
    write_reports(folder / "corpus", 70)
    other = HashEncoder("another")
    read: list[str] = []
    half = build_small(
        folder,
        encoder=other,
        cancel=lambda: len(read) > 45,
        progress=lambda stage, done, total, detail: read.append(detail) if stage == "reading" else None,
    )
    assert half.cancelled
    reader = open_index(folder / "index")
    assert (reader.statistics().encoder, reader.statistics().documents) == ("hash-bigrams", 3)
    build_small(folder, encoder=other)
    assert (reader.statistics().encoder, reader.statistics().documents) == ("another", 70)
    assert len(other.encoded) == len(set(other.encoded)) == 280


def test_going_back_before_the_new_index_is_done_keeps_the_old_one(folder: Path) -> None:
    build_small(folder, encoder=HashEncoder("another"), cancel=lambda: True)
    assert build_small(folder).generation == 1
    assert not (folder / "index" / "beside" / "catalog.sqlite").exists()


def test_beyond_a_size_the_search_is_approximate_and_grows_on(tmp_path: Path) -> None:
    limits = Limits(seconds_a_file=60, approximate_from=300)
    write_reports(tmp_path / "corpus", 10, paragraphs=20)
    build_small(tmp_path, limits=limits)
    reader = open_index(tmp_path / "index", approximate_from=300)
    assert not reader._snapshot().vectors.approximate
    for count in (40, 42):
        write_reports(tmp_path / "corpus", count, paragraphs=20)
        build_small(tmp_path, limits=limits)
        assert reader._snapshot().vectors.approximate
        (vector,) = HashEncoder().encode_queries(["玉米"])
        only = Filter(docs=("乡镇/第07镇.txt",))
        found = reader.passages([candidate.passage_id for candidate in reader.dense(vector, only, 99)])
        assert sorted(passage.ordinal for passage in found) == list(range(20))
        assert len(reader._snapshot().vectors) == count * 20
