"""A text is encoded once while it is remembered, and its vector is the one that the encoder gave."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rag.encoder.remembering import Remembering
from rag.protocols import Vectors


class CountingEncoder:
    """Gives each text the vector (its length, 1 for a query), and notes what it was given."""

    name = "counting"
    dimension = 2

    def __init__(self) -> None:
        self.given: list[list[str]] = []

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        return self._vectors(texts, 0)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self._vectors(texts, 1)

    def _vectors(self, texts: Sequence[str], asked: int) -> Vectors:
        self.given.append(list(texts))
        return np.asarray([[len(text), asked] for text in texts], dtype=np.float32)


def test_only_what_is_new_is_encoded_and_rows_keep_their_order() -> None:
    inner = CountingEncoder()
    encoder = Remembering(inner)
    encoder.encode_passages(["玉米", "大豆种植"])
    assert encoder.encode_passages(["大豆种植", "苹果园", "玉米", "苹果园"]).tolist() == [
        [4, 0],
        [3, 0],
        [2, 0],
        [3, 0],
    ]
    assert inner.given == [["玉米", "大豆种植"], ["苹果园"]]


def test_a_question_is_no_passage() -> None:
    inner = CountingEncoder()
    encoder = Remembering(inner)
    assert encoder.encode_passages(["玉米"]).tolist() == [[2, 0]]
    assert encoder.encode_queries(["玉米"]).tolist() == [[2, 1]]


def test_what_was_not_asked_for_longest_is_forgotten_first() -> None:
    inner = CountingEncoder()
    encoder = Remembering(inner, remembered=2)
    for text in ("玉米", "大豆", "玉米", "苹果", "玉米", "大豆"):
        encoder.encode_passages([text])
    assert inner.given == [["玉米"], ["大豆"], ["苹果"], ["大豆"]]


def test_no_texts_give_no_rows_and_the_model_is_not_run() -> None:
    inner = CountingEncoder()
    assert Remembering(inner).encode_passages([]).shape == (0, 2)
    assert inner.given == []


def test_it_goes_by_the_name_and_dimension_of_the_encoder() -> None:
    encoder = Remembering(CountingEncoder())
    assert (encoder.name, encoder.dimension) == ("counting", 2)
