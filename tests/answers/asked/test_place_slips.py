"""Names of places with one wrong character."""

from __future__ import annotations

import re

import pytest

from rag.answers.asked.place_slips import Slip, slip

FORMS = (("云渚县", "云渚县"), ("芦湾镇", "芦湾镇"))
JOINED = re.compile("[和与、]")

CASES = [
    ("云诸县种多少亩", (), Slip(0, 3, "云渚县")),
    ("云渚县种多少亩", (), None),
    ("云诸县和卢湾镇种多少亩", (), None),
    ("溪桥县和云诸县种多少亩", ((0, 3),), Slip(4, 7, "云渚县")),
    ("溪桥县种多少亩云诸县", ((0, 3),), None),
]


@pytest.mark.parametrize(("clean", "taken", "found"), CASES)
def test_only_one_slip_that_stands_alone_or_beside_a_place_is_taken(
    clean: str, taken: tuple[tuple[int, int], ...], found: Slip | None
) -> None:
    assert slip(clean, FORMS, taken, JOINED) == found
