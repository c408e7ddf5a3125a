"""One figure for each place, year and kind."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from rag.comparing.choosing import Candidate, Chosen, chosen, same_amount
from rag.comparing.rows import Reason
from rag.comparing.scales import Scale
from rag.comparing.standing import Stated
from rag.comparing.surroundings import surroundings
from rag.records import Bound, Document, Figure, FigureKind
from tests.made_figures import figure
from tests.made_reports import COUNTY, TOWN, report, stated

TONS = Scale(False, "mass")
TARGET, RESULT = FigureKind.TARGET, FigureKind.RESULT


def of(*found: tuple[Document, Figure], scale: Scale = TONS) -> Chosen:
    """What is chosen of figures, each with the document that it stands in, in the order of the text."""
    candidates, last = [], {}
    for document, one in found:
        around = surroundings(document.text, one.span)
        gap = document.text[last[document.path] : one.span.start] if document.path in last else None
        last[document.path] = one.span.stop
        candidates.append(Candidate(Stated(one, around, document.metadata.year), document.metadata.place, gap))
    return chosen(candidates, scale)


def in_one(document: Document, words: Sequence[str], kind: FigureKind, year: int) -> list[tuple[Document, Figure]]:
    return [(document, stated(document, one, kind, year)) for one in words]


def test_the_report_of_the_year_comes_before_an_earlier_plan() -> None:
    plan = report(COUNTY, 2021, "到2023年，粮食产量达到50万吨。")
    own = report(COUNTY, 2023, "今年，粮食产量达到43万吨。")
    (point,) = of((plan, stated(plan, "50万吨", TARGET, 2023)), (own, stated(own, "43万吨", TARGET, 2023))).points
    assert (point.figure.text, point.report_year) == ("43万吨", 2023)
    assert [other.text for other in point.otherwise] == ["50万吨"]


def test_the_place_s_own_report_comes_before_another_s() -> None:
    county = report(COUNTY, 2024, "去年，柏坞镇粮食产量7000吨。")
    town = report(TOWN, 2024, "去年，全镇粮食产量6800吨。")
    (point,) = of(
        (county, stated(county, "7000吨", RESULT, 2023, place="柏坞镇", places=TOWN)),
        (town, stated(town, "6800吨", RESULT, 2023)),
    ).points
    assert point.figure.text == "6800吨"
    assert [other.text for other in point.otherwise] == ["7000吨"]


def test_what_is_striven_for_beyond_the_goal_is_kept_apart() -> None:
    document = report(COUNTY, 2023, "今年，粮食产量稳定在43万吨左右，力争达到45万吨。")
    (point,) = of(*in_one(document, ("43万吨左右", "45万吨"), TARGET, 2023)).points
    assert (point.figure.text, [one.text for one in point.ambitions], point.otherwise) == ("43万吨左右", ["45万吨"], ())


def test_a_goal_whose_paragraph_names_its_year_comes_before_one_without() -> None:
    document = report(COUNTY, 2023, "农业基础更加稳固，粮食产量50万吨以上。\n今年主要预期目标是：粮食产量43万吨。")
    (point,) = of(*in_one(document, ("50万吨以上", "43万吨"), TARGET, 2023)).points
    assert point.figure.text == "43万吨"


def test_two_statements_of_one_amount_are_one() -> None:
    document = report(COUNTY, 2024, "去年，粮食产量42.83万吨。全县粮食产量42.8万吨，粮食产量突破42万吨。")
    (point,) = of(*in_one(document, ("42.83万吨", "42.8万吨", "突破42万吨"), RESULT, 2023)).points
    assert (point.figure.text, point.otherwise) == ("42.83万吨", ())


def test_two_statements_that_contradict_one_another_are_both_kept() -> None:
    document = report(COUNTY, 2024, "去年，粮食产量42万吨。农业一节：去年，粮食产量44万吨。")
    (point,) = of(*in_one(document, ("42万吨", "44万吨"), RESULT, 2023)).points
    assert (point.figure.text, [one.text for one in point.otherwise]) == ("42万吨", ["44万吨"])


def test_numbers_in_a_row_that_nothing_tells_apart_are_left_out() -> None:
    document = report(COUNTY, 2024, "去年，粮食产量40万吨和41万吨。")
    found = of(*in_one(document, ("40万吨", "41万吨"), RESULT, 2023))
    assert found.points == ()
    assert [(one.figure.text, one.reason) for one in found.left_out] == [
        ("40万吨", Reason.LISTED),
        ("41万吨", Reason.LISTED),
    ]


def test_another_unit_and_what_is_added_to_a_total_are_left_out_with_their_reasons() -> None:
    first = report(COUNTY, 2024, "去年，粮食产量达到42万吨，粮食产量增产2亿元。")
    second = report(TOWN, 2024, "去年，新增粮食产量2000吨。")
    found = of(
        (first, stated(first, "42万吨", RESULT, 2023)),
        (first, stated(first, "2亿元", RESULT, 2023)),
        (second, stated(second, "2000吨", RESULT, 2023)),
    )
    assert [point.figure.text for point in found.points] == ["42万吨"]
    assert {one.figure.text: one.reason for one in found.left_out} == {
        "2亿元": Reason.OTHER_UNIT,
        "2000吨": Reason.OTHER_AMOUNT,
    }
    assert {one.report_year for one in found.left_out} == {2024}


def test_target_and_result_places_and_years_have_points_of_their_own() -> None:
    first = report(COUNTY, 2023, "去年，粮食产量42万吨。\n今年，粮食产量43万吨。")
    second = report(TOWN, 2023, "去年，粮食产量6800吨。")
    points = of(
        (first, stated(first, "42万吨", RESULT, 2022)),
        (first, stated(first, "43万吨", TARGET, 2023)),
        (second, stated(second, "6800吨", RESULT, 2022)),
    ).points
    assert [(point.places[-1], point.year, point.kind, point.low) for point in points] == [
        ("澄溪县", 2022, RESULT, Decimal(420000)),
        ("澄溪县", 2023, TARGET, Decimal(430000)),
        ("柏坞镇", 2022, RESULT, Decimal(6800)),
    ]


AMOUNTS = [
    (("15.07", "亿元"), ("15.1", "亿元"), True),
    (("15.07", "亿元"), ("150700", "万元"), True),
    (("15.07", "亿元"), ("15.2", "亿元"), False),
    (("42", "万吨"), ("44", "万吨"), False),
    (("7", "%"), ("7.0", "%"), True),
]


@pytest.mark.parametrize(("left", "right", "same"), AMOUNTS)
def test_an_amount_said_less_exactly_is_the_same_amount(
    left: tuple[str, str], right: tuple[str, str], same: bool
) -> None:
    figures = [figure(value=Decimal(value), unit=unit) for value, unit in (left, right)]
    assert same_amount(*figures) is same_amount(*reversed(figures)) is same


def test_a_range_is_not_its_lower_end_and_a_floor_is_met_from_a_little_above() -> None:
    low = figure(value=Decimal(5), unit="%")
    assert not same_amount(low, figure(value=Decimal(5), value_high=Decimal(6), unit="%", bound=Bound.RANGE))
    floor = figure(value=Decimal(8000), unit="公里", bound=Bound.AT_LEAST)
    assert same_amount(floor, figure(value=Decimal(8184), unit="公里"))
    assert not same_amount(floor, figure(value=Decimal(16000), unit="公里"))
    assert not same_amount(floor, figure(value=Decimal(7900), unit="公里"))
