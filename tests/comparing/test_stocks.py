"""Totals and additions do not compare."""

from __future__ import annotations

import pytest

from rag.comparing.stocks import Amount, amount_of, usual
from rag.comparing.surroundings import Surroundings
from tests.made_figures import figure

TOTAL, ADDED = Amount.TOTAL, Amount.ADDED
SAID = [
    ("高新技术企业达到", "120家", TOTAL),
    ("高新技术企业总数", "120家", TOTAL),
    ("高新技术企业", "突破120家", TOTAL),
    ("新增高新技术企业", "20家", ADDED),
    ("净增科技型中小企业30家、高新技术企业", "20家", ADDED),
    ("培育高新技术企业", "20家", ADDED),
    ("全县有高新技术企业", "120家", None),
    ("新增高新技术企业20家、总量达到", "120家", TOTAL),
]


@pytest.mark.parametrize(("before", "words", "amount"), SAID)
def test_the_words_before_a_level_say_of_what_it_is_the_amount(before: str, words: str, amount: Amount | None) -> None:
    made = figure(indicator="高新技术企业", concept="高新技术企业", text=words, unit="家")
    assert amount_of(made, Surroundings(before, "")) is amount


def test_an_action_in_the_name_of_the_indicator_says_nothing() -> None:
    made = figure(indicator="城镇新增就业", concept="城镇新增就业", text="6000人", unit="人")
    assert amount_of(made, Surroundings("全县城镇新增就业", "")) is None


def test_the_one_that_more_figures_say_is_the_usual_one() -> None:
    assert usual([None, TOTAL, ADDED, TOTAL]) is TOTAL
    assert usual([None, None]) is None
