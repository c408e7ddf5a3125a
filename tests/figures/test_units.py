"""Units know their dimension and their factor; multipliers belong to them."""

from decimal import Decimal

import pytest

from rag.figures.units import comparable, count_alike, said_of_the_same, unit, units

SAME = (
    (("12000", "亩"), ("1.2", "万亩")), (("1", "公顷"), ("15", "亩")), (("1", "平方公里"), ("1500", "亩")), (("2", "吨"), ("2000", "公斤")),
    (("1", "万亿元"), ("10000", "亿元")), (("6", "万万人"), ("6", "亿人")), (("1", "‰"), ("0.1", "%")), (("1", "吉瓦"), ("1", "吉瓦")),
    (("3", "万户"), ("30000", "户")), (("5", "百万吨"), ("500", "万吨")),
)  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_amounts_in_different_units_compare(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert comparable(Decimal(one[0]), one[1]) == comparable(Decimal(other[0]), other[1])


@pytest.mark.parametrize(
    ("one", "other"), [("亩", "元"), ("%", "个百分点"), ("个", "家"), ("元", "元/月"), ("户", "人")]
)
def test_amounts_of_different_dimensions_do_not_compare(one: str, other: str) -> None:
    assert comparable(Decimal(1), one)[0] != comparable(Decimal(1), other)[0]


@pytest.mark.parametrize("name", [None, "", "不是单位"])
def test_what_is_no_unit_is_none(name: str | None) -> None:
    assert unit(name) is None


def test_every_unit_has_a_positive_factor_and_its_own_name() -> None:
    assert len(units()) > 200
    assert all(known.factor > 0 and known.name == name for name, known in units().items())


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("部", "台", True), ("万部", "台", True), ("栋", "幢", True), ("个", "项", True), ("家", "户", True),
        ("部", "所", False), ("栋", "户", False), ("部", "元", False), ("人", "台", False), ("部", None, False),
    ],
)  # fmt: skip
def test_things_are_counted_by_several_words(one: str, other: str | None, alike: bool) -> None:
    assert count_alike(one, other) is alike
    assert count_alike(other, one) is alike


def test_a_word_that_counts_is_said_of_what_it_counts_itself() -> None:
    assert said_of_the_same("部")[0] == "部"
    assert said_of_the_same("盏") == ("盏",)
