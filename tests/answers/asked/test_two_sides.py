"""A plan and its outcome asked for in one question."""

import pytest

from rag.answers.asked.two_sides import asks_plan_and_outcome
from rag.answers.words.load_vocabulary import load_vocabulary

AIMS = load_vocabulary().aims
ASKED = (
    ("2023年想把物价涨幅控制在多少，最后实际涨了多少？", True),
    ("打算修多少公里路，年底修了几公里？", True),
    ("去年修了多少公里路，今年打算修多少？", False),
    ("今年打算修多少公里路？2023年最后修了多少公里？", False),
    ("最后修了多少公里？", False),
    ("自己定的就业任务，年底交了多少？", True),
    ("老旧小区年初说改多少个，实际新开工多少个？", True),
    ("2023年对失业率是怎么要求的，年底控制在多少？", True),
)


@pytest.mark.parametrize(("clean", "both"), ASKED)
def test_a_clause_about_the_plan_and_a_later_one_about_the_outcome_ask_for_both(clean: str, both: bool) -> None:
    assert asks_plan_and_outcome(clean, AIMS) is both
