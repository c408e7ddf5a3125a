"""Passages that were read are not read again while they are held."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from rag.records import Passage, Span
from rag.store.held_passages import HeldPassages


class Shelf:
    """Passages by id, and which ids were read."""

    def __init__(self) -> None:
        self.read: list[int] = []

    def __call__(self, ids: Sequence[int]) -> tuple[Passage, ...]:
        if any(number > 9 for number in ids):
            raise KeyError(max(ids))
        self.read += ids
        return tuple(Passage("a.txt", number, Span(number, number + 1), str(number), (), ()) for number in ids)


def ordinals(passages: Sequence[Passage]) -> list[int]:
    return [passage.ordinal for passage in passages]


def test_passages_come_in_the_order_asked_and_each_is_read_once() -> None:
    held, shelf = HeldPassages(), Shelf()
    assert ordinals(held.of([3, 1, 3], shelf)) == [3, 1, 3]
    assert ordinals(held.of([1, 2], shelf)) == [1, 2]
    assert shelf.read == [3, 1, 2]


def test_those_of_longest_ago_are_given_up() -> None:
    held, shelf = HeldPassages(most=2), Shelf()
    for number in (1, 2, 1, 3, 1, 2):
        held.of([number], shelf)
    assert shelf.read == [1, 2, 3, 2]


def test_more_than_can_be_held_are_told_all_the_same() -> None:
    assert ordinals(HeldPassages(most=1).of([1, 2, 3], Shelf())) == [1, 2, 3]


def test_an_unknown_passage_is_an_error_and_nothing_is_held_of_it() -> None:
    held, shelf = HeldPassages(), Shelf()
    with pytest.raises(KeyError):
        held.of([1, 10], shelf)
    held.of([1], shelf)
    assert shelf.read == [1]
