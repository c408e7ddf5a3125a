"""Years and plan periods by their digits and numbers."""

from __future__ import annotations

import pytest

from rag.answers.asked.year_rules import full_year, plan_end


@pytest.mark.parametrize(
    ("digits", "year"), [("15", 2015), ("49", 1949), ("2024", 2024), ("一九九八", 1998), ("99999", None)]
)
def test_digits_become_a_full_year(digits: str, year: int | None) -> None:
    assert full_year(digits) == year


@pytest.mark.parametrize(("number", "year"), [("十四", 2025), ("十", 2005), ("七", 1990), ("百", None)])
def test_a_plan_ends_five_years_after_the_one_before(number: str, year: int | None) -> None:
    assert plan_end(number) == year
