"""Points far from the years around them are marked."""

from __future__ import annotations

from decimal import Decimal

from rag.comparing.outliers import marked
from rag.comparing.rows import Point
from rag.records import FigureKind, Measure
from tests.made_figures import figure


def points(values: dict[int, int], measure: Measure = Measure.LEVEL) -> list[Point]:
    return [
        Point(("澄溪县",), year, FigureKind.RESULT, figure(value=Decimal(value), unit="公里", measure=measure))
        for year, value in values.items()
    ]


def doubtful(found: list[Point]) -> list[int]:
    return [point.year for point in marked(found) if point.doubtful]


def test_a_sum_of_years_among_yearly_amounts_is_doubtful() -> None:
    assert doubtful(points({2019: 300, 2020: 290, 2021: 310, 2022: 1300})) == [2022]


def test_a_number_that_lost_a_digit_is_doubtful() -> None:
    assert doubtful(points({2019: 93, 2020: 94, 2021: 9, 2022: 95})) == [2021]


def test_too_few_neighbours_and_rates_say_nothing() -> None:
    assert doubtful(points({2021: 300, 2022: 1300})) == []
    assert doubtful(points({2019: 3, 2020: 2, 2021: 3, 2022: 30}, Measure.INCREASE)) == []
