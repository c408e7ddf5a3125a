"""Nearest neighbours, exact and approximate."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from rag.protocols import Vectors
from rag.store.vectors import VectorIndex, lists_for, sample_size

COUNT, DIMENSION, OFFSET = 6_000, 32, 1_000


@pytest.fixture(scope="module")
def rows() -> Vectors:
    """Clustered unit vectors, as texts give them."""
    random = np.random.default_rng(3)
    centres = random.normal(size=(60, DIMENSION))
    made = centres[random.integers(0, 60, COUNT)] + 0.4 * random.normal(size=(COUNT, DIMENSION))
    return (made / np.linalg.norm(made, axis=1, keepdims=True)).astype(np.float32)


def made(rows: Vectors, approximate: bool) -> VectorIndex:
    ids = np.arange(COUNT) + OFFSET
    halves = [(ids[:2_500], rows[:2_500]), (ids[2_500:], rows[2_500:])]
    return VectorIndex.build(DIMENSION, COUNT, rows[: sample_size(COUNT)], halves, approximate)


@pytest.fixture(scope="module", params=[False, True], ids=["exact", "approximate"])
def index(request: pytest.FixtureRequest, rows: Vectors) -> VectorIndex:
    """Both makes."""
    return made(rows, request.param)


def nearest(rows: Vectors, query: Vectors, limit: int, among: np.ndarray | None = None) -> list[int]:
    ids = np.arange(COUNT) + OFFSET if among is None else among
    order = np.argsort(-(rows[ids - OFFSET] @ query), kind="stable")
    return [int(number) for number in ids[order[:limit]]]


def recall(index: VectorIndex, rows: Vectors, among: np.ndarray | None = None) -> float:
    hits = 0
    for query in rows[::300]:
        found = {candidate.passage_id for candidate in index.search(query, 10, among)}
        hits += len(found & set(nearest(rows, query, 10, among)))
    return hits / (10 * len(rows[::300]))


def test_the_nearest_are_found(index: VectorIndex, rows: Vectors) -> None:
    assert recall(index, rows) >= (0.9 if index.approximate else 0.99)


@pytest.mark.parametrize("step", [2, 50, 1_000])
def test_the_nearest_among_those_that_pass_are_found_however_few(index: VectorIndex, rows: Vectors, step: int) -> None:
    among = np.arange(OFFSET, OFFSET + COUNT, step)
    for query in rows[:20]:
        found = index.search(query, 6, among)
        assert len(found) == 6
        assert {candidate.passage_id for candidate in found} <= set(among.tolist())
    if len(among) >= 10:
        assert recall(index, rows, among) >= (0.9 if index.approximate else 0.99)


def test_best_first_and_no_more_than_there_are(index: VectorIndex, rows: Vectors) -> None:
    found = index.search(rows[5], 7)
    assert found[0].passage_id == OFFSET + 5
    assert [c.similarity for c in found] == sorted((c.similarity for c in found), reverse=True)
    assert len(index.search(rows[5], 10, np.array([OFFSET, OFFSET + 1]))) == 2
    assert index.search(rows[5], 10, np.array([], dtype=np.int64)) == ()


@pytest.mark.parametrize("approximate", [False, True])
def test_what_is_taken_out_is_found_no_more_and_what_is_put_in_is(rows: Vectors, approximate: bool) -> None:
    index = made(rows, approximate)
    index.remove(np.array([OFFSET + 5, 1]))
    assert index.search(rows[5], 1)[0].passage_id != OFFSET + 5
    index.add(np.array([77]), rows[5:6])
    assert index.search(rows[5], 1)[0].passage_id == 77
    assert len(index) == COUNT


@pytest.mark.parametrize("approximate", [False, True])
def test_it_comes_back_from_disk_as_it_was(rows: Vectors, approximate: bool, tmp_path: Path) -> None:
    index = made(rows, approximate)
    index.save(tmp_path / "vectors")
    again = VectorIndex.load(tmp_path / "vectors")
    assert again.approximate is approximate
    assert (len(again), again.dimension) == (COUNT, DIMENSION)
    assert again.search(rows[9], 20) == index.search(rows[9], 20)


@pytest.mark.parametrize(
    ("approximate", "count", "approximate_from", "outgrown"),
    [
        (False, 6_000, 10_000, False),
        (False, 10_000, 10_000, True),
        (True, 9_000, 10_000, False),
        (True, 7_000, 10_000, True),
        (True, 1_000_000, 10_000, True),
    ],
)
def test_size_decides_which_make_it_should_be(
    rows: Vectors, approximate: bool, count: int, approximate_from: int, outgrown: bool
) -> None:
    assert made(rows, approximate).outgrown(count, approximate_from) is outgrown


@pytest.mark.parametrize(("count", "lists"), [(1, 1), (100, 2), (10_000, 256), (300_000, 2048), (1_000_000, 4096)])
def test_lists_grow_with_the_square_root(count: int, lists: int) -> None:
    assert lists_for(count) == lists
    assert sample_size(count) == min(count, 64 * lists)
