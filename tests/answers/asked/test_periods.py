"""Parts of a year in questions and in sentences."""

from __future__ import annotations

import pytest

from rag.answers.asked.periods import asked_periods, governing, periods

READ = [
    ("二季度末和三季度末各完成多少", [("二季度末", 6), ("三季度末", 9)]),
    ("6月底和9月底的进度各是多少", [("6月底", 6), ("9月底", 9)]),
    ("4-6月份和7至9月各检查几次", [("4-6月份", 6), ("7至9月", 9)]),
    ("上半年、前三季度和年底", [("上半年", 6), ("前三季度", 9), ("年底", 12)]),
    ("十二月底前全部完工", [("十二月底", 12)]),
    ("2024年1月15日召开会议", []),
    ("今年种植1.2万亩", []),
]


@pytest.mark.parametrize(("clean", "named"), READ)
def test_parts_of_a_year_are_known_by_the_month_that_they_end_with(clean: str, named: list[tuple[str, int]]) -> None:
    assert [(clean[p.start : p.stop], p.month) for p in periods(clean)] == named


@pytest.mark.parametrize(
    ("clean", "months"),
    [
        ("6月底和9月底各多少", [6, 9]),
        ("9月底完成多少", []),
        ("6月底、二季度末", []),
        ("9月开会布置，12月底完成多少", []),
    ],
)
def test_one_milestone_alone_is_set_beside_nothing(clean: str, months: list[int]) -> None:
    assert [p.month for p in asked_periods(clean)] == months


def test_an_amount_is_under_the_last_part_of_the_year_before_it() -> None:
    text = "6月底入住70%，9月底入住100%"
    under = [governing(text, text.index(amount)) for amount in ("70%", "100%")]
    assert [period and period.month for period in under] == [6, 9]
    assert governing("入住70%，9月底完工", 2) is None
