"""A day inside the year by which something is to be done."""

from datetime import date

import pytest

from rag.figures.deadlines import deadline

CASES = (
    ("9月底完成入住", (9, 30)), ("2月底前完成", (2, 29)), ("一季度末开工", (3, 31)), ("上半年完成", (6, 30)), ("下半年启动", (12, 31)), ("年底前建成", (12, 31)),
    ("10月15日前交付", (10, 15)), ("6月中旬完成", (6, 20)), ("4-6月份，开展整治", (6, 30)), ("3月底完成搬迁60户，其中进城", (3, 31)), ("十二月底全面完成", (12, 31)),
    ("9月底完成入住，并申请完成", None), ("9月底完成；新建", None), ("2月30日前", None), ("全年完成", None), ("2024年建成", None), ("", None),
)  # fmt: skip


@pytest.mark.parametrize(("before", "day"), CASES)
def test_the_text_before_a_figure_sets_a_day(before: str, day: tuple[int, int] | None) -> None:
    assert deadline(before, 2024) == (day and date(2024, *day))


@pytest.mark.parametrize("year", [None, 0, 99999])
def test_without_a_year_there_is_no_day(year: int | None) -> None:
    assert deadline("9月底", year) is None
