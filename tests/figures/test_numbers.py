"""Numerals are read exactly, in every way in which reports write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.figures.numbers import neighbours, numeral, plain

NUMERALS = (
    ("14,500", "14500"), ("14500.50", "14500.50"), ("0", "0"),
    ("零", "0"), ("两", "2"), ("十", "10"), ("十五", "15"), ("二十", "20"), ("一百二十", "120"), ("一百零五", "105"), ("两千三百五", "2350"),
    ("三千零五十", "3050"), ("九万四", "94000"), ("一万零十二", "10012"), ("一亿二千万", "120000000"), ("四十五亿零四百零四万", "4504040000"),
    ("七点九", "7.9"), ("十二点零五", "12.05"), ("一九五四", "1954"), ("二〇二四", "2024"),
    ("壹佰贰拾", "120"), ("肆佰陆拾", "460"), ("拾万零五十六", "100056"),
    ("5万4千6百", "54600"), ("3千", "3000"), ("1千零20", "1020"), ("3万4000", "34000"), ("六万万", "600000000"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "value"), NUMERALS)
def test_a_numeral_has_its_value(text: str, value: str) -> None:
    assert numeral(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "点五", "七点", "七点十", "二十三百四五", "甲", "3三"])
def test_what_is_no_numeral_is_none(text: str) -> None:
    assert numeral(text) is None


NEIGHBOURS = (
    ("三四", 3, 4),
    ("十七八", 17, 18),
    ("三四百", 300, 400),
    ("二十", None, None),
    ("三五", None, None),
    ("一二三", None, None),
)


@pytest.mark.parametrize(("text", "low", "high"), NEIGHBOURS)
def test_two_neighbouring_digits_are_a_range(text: str, low: int | None, high: int | None) -> None:
    assert neighbours(text) == (None if low is None else (Decimal(low), Decimal(high or 0)))


@pytest.mark.parametrize(("value", "written"), [("5.50", "5.5"), ("1E+3", "1000"), ("0.00", "0"), ("-2.0", "-2")])
def test_plain_writes_no_zeros_and_no_exponent(value: str, written: str) -> None:
    assert str(plain(Decimal(value))) == written


def _chinese(number: int) -> str:
    """The everyday Chinese numeral of 1 to 99,999,999, built independently of the reader."""
    digits, places = "零一二三四五六七八九", ("", "十", "百", "千")

    def group(n: int) -> str:
        text, gap = "", False
        for place in (3, 2, 1, 0):
            digit = n // 10**place % 10
            gap = gap or (digit == 0 and bool(text))
            if digit:
                text += ("零" if gap and text else "") + digits[digit] + places[place]
                gap = False
        return text

    high, low = divmod(number, 10_000)
    if not high:
        return group(low)
    return group(high) + "万" + ("零" if low and low < 1000 else "") + (group(low) if low else "")


@given(st.integers(1, 99_999_999))
def test_every_chinese_numeral_is_read_back(number: int) -> None:
    assert numeral(_chinese(number)) == number


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_arabic_digits_with_separators_are_read_back(number: Decimal) -> None:
    assert numeral(f"{number:,}") == number
