"""BM25 over words, apart from any catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.records import Filter
from rag.store.lexical import LexicalEntry, LexicalIndex, LexicalWeights

EVEN = LexicalWeights()


def entry(number: int, body: str, context: str = "", **filters: object) -> LexicalEntry:
    given = {"doc": f"{number}.txt", "places": (), "year": None, "kind": "other", "topics": ()} | filters
    return LexicalEntry(number, body, context, **given)  # type: ignore[arg-type]


def ids(index: LexicalIndex, words: str, filter: Filter = Filter(), weights: LexicalWeights = EVEN) -> list[int]:
    return [candidate.passage_id for candidate in index.search(words.split(), filter, 10, weights)]


@pytest.fixture(params=[True, False], ids=["memory", "folder"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> LexicalIndex:
    """Three passages, in memory and in a folder."""
    index = LexicalIndex.create(None if request.param else tmp_path)
    index.update(
        (),
        [
            entry(1, "玉米 种植 玉米 面积", "农业", year=2024, places=("省", "县")),
            entry(2, "小麦 种植", "农业 玉米", year=2023, places=("省",)),
            entry(3, "招商 引资", "工业", topics=("招商引资",)),
        ],
    )
    return index


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("玉米", [1, 2]),
        ("小麦", [2]),
        ("种植 小麦", [2, 1]),
        ("工业", [3]),
        ("无", []),
        ("玉", []),
        ("小麦 玉米", [2, 1]),
    ],
)
def test_any_word_finds_and_the_rarer_word_weighs_more(index: LexicalIndex, words: str, found: list[int]) -> None:
    assert ids(index, words) == found


@pytest.mark.parametrize(
    ("body", "context", "found"), [(1.0, 0.0, [1]), (0.0, 1.0, [2]), (0.1, 9.0, [2, 1]), (0.0, 0.0, [])]
)
def test_the_weights_say_where_a_word_counts(
    index: LexicalIndex, body: float, context: float, found: list[int]
) -> None:
    assert ids(index, "玉米", weights=LexicalWeights(body, context)) == found


def test_a_word_asked_twice_counts_once(index: LexicalIndex) -> None:
    assert index.search(["玉米", "玉米"], Filter(), 10, EVEN) == index.search(["玉米"], Filter(), 10, EVEN)


def test_a_filter_does_not_change_how_well_a_passage_fits(index: LexicalIndex) -> None:
    (among_all, *_) = index.search(["玉米"], Filter(), 10, EVEN)
    (alone,) = index.search(["玉米"], Filter(places=("县",)), 10, EVEN)
    assert (among_all.passage_id, alone.passage_id) == (1, 1)
    assert alone.similarity == pytest.approx(among_all.similarity)


def test_equal_passages_come_by_id() -> None:
    index = LexicalIndex.create()
    index.update((), [entry(number, "玉米") for number in (9, 4, 7)])
    assert ids(index, "玉米") == [4, 7, 9]


def test_what_is_taken_out_is_found_no_more(index: LexicalIndex) -> None:
    index.update([1, 999], [entry(4, "玉米 收购")])
    assert sorted(ids(index, "玉米")) == [2, 4]
    assert len(index) == 3


def test_words_are_taken_as_they_are() -> None:
    index = LexicalIndex.create()
    index.update((), [entry(1, 'GDP 12.5% c++ AND (x) "引" *')])
    for word in ("GDP", "12.5%", "c++", "AND", "(x)", '"引"', "*"):
        assert ids(index, word) == [1], word
    assert ids(index, "gdp") == []


def test_a_folder_that_is_no_index_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="meta"):
        LexicalIndex.open(tmp_path)
