"""One indicator across the places of a year and through the years of a place."""

from __future__ import annotations

import pytest

from rag.comparing.comparer import Ask, Comparer
from rag.comparing.rows import Outcome, Reason
from rag.comparing.scales import Scale
from rag.records import FigureKind
from tests.made_reports import COUNTY, GRAIN, OTHER_TOWN, TOWN, grain
from tests.ui.fakes import FakeFigures

TONS = Scale(False, "mass")
TARGET, RESULT = FigureKind.TARGET, FigureKind.RESULT


@pytest.fixture
def index() -> FakeFigures:
    documents, figures = grain()
    return FakeFigures(figures, documents)


@pytest.fixture
def comparer(index: FakeFigures) -> Comparer:
    return Comparer(index)


def test_what_can_be_chosen_is_counted(comparer: Comparer) -> None:
    assert [(count.value, count.figures) for count in comparer.concepts()] == [(GRAIN, 12)]
    assert comparer.scales(GRAIN) == ((TONS, 11), (Scale(True, "ratio"), 1))
    assert [(count.value, count.figures) for count in comparer.years(GRAIN, TONS)] == [
        ("2024", 3),
        ("2023", 5),
        ("2022", 2),
        ("2021", 1),
    ]
    assert [(count.value, count.figures) for count in comparer.places(GRAIN, TONS)] == [("澄溪县", 8), ("柏坞镇", 3)]
    assert comparer.unit(GRAIN, TONS) == "万吨"


def test_through_the_years_each_target_has_its_result_from_the_report_of_the_next(comparer: Comparer) -> None:
    found = comparer.compare(Ask(GRAIN, TONS, (2021, 2024), ("澄溪县",)))
    assert [
        (
            row.year,
            *(point and point.figure.text for point in (row.target, row.result)),
            row.judged and row.judged.outcome,
        )
        for row in found.rows
    ] == [
        (2021, None, "40万吨", Outcome.NO_TARGET),
        (2022, "41万吨以上", "42.5万吨", Outcome.MET),
        (2023, "43万吨左右", "42.8万吨", Outcome.NEARLY),
    ]
    assert [row.places for row in found.rows] == [COUNTY] * 3
    assert found.unit is not None
    assert found.unit.name == "万吨"
    assert [figure.text for figure in found.rows[2].target.ambitions] == ["45万吨"]


def test_what_is_left_out_is_listed_with_its_reason(comparer: Comparer) -> None:
    found = comparer.compare(Ask(GRAIN, TONS, (2021, 2024), ("澄溪县",)))
    assert [(one.figure.text, one.reason) for one in found.left_out] == [
        ("200万吨", Reason.SEVERAL_YEARS),
        ("XX万吨", Reason.MASKED),
    ]


def test_across_the_places_of_a_year_amounts_in_other_units_of_weight_compare(comparer: Comparer) -> None:
    found = comparer.compare(Ask(GRAIN, TONS, (2023, 2023)))
    assert [(row.place, row.result and row.result.figure.text) for row in found.rows] == [
        ("澄溪县", "42.8万吨"),
        ("柏坞镇", "6800吨"),
        ("青筏镇", None),
    ]
    assert [float(found.drawn(point.low)) for point in found.points if point.kind is RESULT] == [42.8, 0.68]


def test_two_statements_of_one_report_are_kept_and_a_silent_report_has_a_row(comparer: Comparer) -> None:
    found = comparer.compare(Ask(GRAIN, TONS, (2024, 2024), (), (TARGET,)))
    rows = {row.places: row for row in found.rows}
    assert rows[TOWN].target is not None
    assert rows[TOWN].target.figure.text == "7000吨"
    assert [figure.text for figure in rows[TOWN].target.otherwise] == ["不低于7200吨"]
    assert rows[OTHER_TOWN].points == ()
    assert rows[OTHER_TOWN].reported == {TARGET}
    assert rows[TOWN].judged is None, "with one kind alone there is nothing to judge"


def test_it_is_remembered_that_a_report_states_figures_that_were_not_taken(comparer: Comparer) -> None:
    found = comparer.compare(Ask(GRAIN, TONS, (2023, 2024), ("澄溪县",), (RESULT,)))
    assert [(row.year, row.unclear) for row in found.rows] == [(2023, {RESULT})]


def test_places_inside_a_chosen_one_are_not_taken_for_it(comparer: Comparer) -> None:
    found = comparer.compare(Ask(GRAIN, TONS, (2021, 2024), ("澄溪县",)))
    assert {point.places for point in found.points} == {COUNTY}


def test_an_ask_is_answered_once_a_generation(index: FakeFigures, comparer: Comparer) -> None:
    ask = Ask(GRAIN, TONS, (2023, 2023))
    first = comparer.compare(ask)
    asked = len(index.asked)
    assert comparer.compare(ask) is first
    assert len(index.asked) == asked
    index.generation += 1
    assert comparer.compare(ask) == first
    assert len(index.asked) == asked + 1


def test_no_figures_make_no_rows(comparer: Comparer) -> None:
    found = comparer.compare(Ask("没有的指标", TONS, (2023, 2023)))
    assert (found.rows, found.left_out, found.unit) == ((), (), None)
