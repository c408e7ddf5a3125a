"""What an answer must hold."""

from __future__ import annotations

import pytest

from rag.answers.load_vocabulary import load_vocabulary
from rag.answers.wanted import wanted_in

NUMBERS = [
    # question, whether a number that counts something is wanted
    ("种了多少亩玉米", True),
    ("建了几所学校", True),
    ("最近几年建了几所学校", True),
    ("申报几A级景区", False),
    ("评上了几星级饭店", False),
    ("庆祝建县多少周年", False),
    ("开的是第几届茶会", False),
    ("那几年修了哪些路", False),
]


@pytest.mark.parametrize(("question", "number"), NUMBERS)
def test_a_number_is_wanted_where_something_is_counted(question: str, number: bool) -> None:
    assert wanted_in(question, (), load_vocabulary(), one=True, tabled=False).number is number
