"""Words that are names of places, and those that are hardly ever."""

import pytest

from rag.places import is_ordinary, is_place_word


@pytest.mark.parametrize(
    ("word", "ordinary", "place"),
    [("潜江", False, True), ("天门", True, True), ("平原", True, True), ("合作", True, False), ("飞瀑", False, False)],
)
def test_a_word_is_known_for_what_it_mostly_is(word: str, ordinary: bool, place: bool) -> None:
    assert (is_ordinary(word), is_place_word(word)) == (ordinary, place)
