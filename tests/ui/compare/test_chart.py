"""What charts are made of."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from rag.comparing.comparer import Comparer
from rag.comparing.rows import Comparison, Judged, Outcome, Point, Row
from rag.comparing.scales import Scale
from rag.figures.quantities import quantities
from rag.figures.units import unit
from rag.records import FigureKind, Measure
from rag.ui.compare.bars import MOST_BARS, across, place_names
from rag.ui.compare.chart import Spec
from rag.ui.compare.choices import completed
from rag.ui.compare.colours import DARK, LIGHT, Palette, palette
from rag.ui.compare.lines import Size, through
from rag.ui.compare.shown import shown
from rag.ui.compare.view import Tab, View
from tests.made_figures import figure
from tests.made_reports import grain
from tests.ui.fakes import FakeFigures

RATE = Scale(True, "ratio")
STYLE = Path(__file__).parents[3] / "rag" / "ui" / "style.css"


def point(place: str, kind: FigureKind, words: str, year: int = 2024, measure: Measure = Measure.INCREASE) -> Point:
    quantity = quantities(words)[0]
    made = figure(
        doc=f"{place}.txt",
        kind=kind,
        text=words,
        value=quantity.value,
        value_high=quantity.high,
        unit=quantity.unit,
        bound=quantity.bound,
        measure=measure,
    )
    return Point((place,), year, kind, made, year)


def row(place: str, target: str = "", result: str = "", year: int = 2024, outcome: Outcome = Outcome.MET) -> Row:
    return Row(
        (place,),
        year,
        point(place, FigureKind.TARGET, target, year) if target else None,
        point(place, FigureKind.RESULT, result, year) if result else None,
        Judged(outcome) if target and result else None,
    )


def compared(*rows: Row) -> Comparison:
    return Comparison("地区生产总值", RATE, tuple(FigureKind), rows, (), unit("%"))


def values(spec: Spec) -> list[Spec]:
    return list(spec["data"]["values"])


def test_every_bar_has_its_amount_its_words_and_its_source() -> None:
    found = compared(row("澄溪县", "5%左右", "5.2%"), row("柏坞镇", "6%以上"))
    assert [
        (v["place"], v["kind"], v["value"], v["label"], v["open"]) for v in values(across(found, found.rows, LIGHT))
    ] == [
        ("澄溪县", "目标", 5.0, "5%左右", ""),
        ("澄溪县", "完成", 5.2, "5.2%　达成", ""),
        ("柏坞镇", "目标", 6.0, "6%以上", "up"),
    ]
    assert {v["id"] for v in values(across(found, found.rows, LIGHT))} == {"澄溪县.txt#10-15", "柏坞镇.txt#10-15"}


def test_a_range_reaches_from_its_lower_to_its_upper_end_and_a_fall_lies_below_zero() -> None:
    fall = Row(("柏坞镇",), 2024, point("柏坞镇", FigureKind.TARGET, "3%", measure=Measure.DECREASE), None, None)
    found = compared(row("澄溪县", "5.0%—5.5%"), fall)
    assert [(v["value"], v["high"], v["label"]) for v in values(across(found, found.rows, LIGHT))] == [
        (5.0, 5.5, "5.0%—5.5%"),
        (-3.0, -3.0, "降 3%"),
    ]


def test_places_come_in_the_order_of_the_rows_and_beyond_the_limit_none_is_drawn() -> None:
    found = compared(*(row(f"第{n}镇", f"{n}%") for n in range(1, MOST_BARS + 5)), row("无数镇"))
    spec = across(found, found.rows, LIGHT)
    assert spec["layer"][0]["encoding"]["y"]["sort"] == [f"第{n}镇" for n in range(1, MOST_BARS + 1)]
    assert len(values(spec)) == MOST_BARS


def test_namesakes_are_told_apart_by_their_paths() -> None:
    rows = (
        Row(("望川市", "鼓山区"), 2024, None, None, None),
        Row(("澄川市", "鼓山区"), 2024, None, None, None),
        row("柏坞镇"),
    )
    assert list(place_names(rows).values()).sort() is None
    assert sorted(place_names(rows).values()) == sorted(["望川市鼓山区", "澄川市鼓山区", "柏坞镇"])


def test_lines_join_only_years_that_follow_one_another() -> None:
    rows = (
        row("澄溪县", "5%", "5.1%", 2020),
        row("澄溪县", "5%", "4.9%", 2021, Outcome.MISSED),
        row("澄溪县", "6%以上", "", 2022),
        row("澄溪县", "", "6%", 2024),
    )
    spec = through(compared(*rows), rows, LIGHT, Size(400))
    assert [(v["year"], v["series"], v["run"], v["short"]) for v in values(spec)] == [
        (2020, "目标", "target-0", ""),
        (2020, "完成", "result-0", "达"),
        (2021, "目标", "target-0", ""),
        (2021, "完成", "result-0", "未"),
        (2022, "目标（以上）", "target-0", ""),
        (2024, "完成", "result-1", ""),
    ]


def test_labels_of_one_year_stand_on_different_sides() -> None:
    rows = (row("澄溪县", "5%", "5.1%", 2020), row("澄溪县", "5%", "4.9%", 2021), row("澄溪县", "5%", "5%", 2022))
    sides = [(v["year"], v["kind"], v["side"]) for v in values(through(compared(*rows), rows, LIGHT, Size(400)))]
    assert sides[:4] == [
        (2020, "目标", "below"),
        (2020, "完成", "above"),
        (2021, "目标", "above"),
        (2021, "完成", "below"),
    ]
    assert {side for year, _, side in sides if year == 2022} == {"above", "below"}


def test_targets_and_results_differ_by_more_than_colour() -> None:
    rows = (row("澄溪县", "5%", "5.1%"),)
    bars = across(compared(*rows), rows, LIGHT)["layer"][0]["encoding"]
    assert bars["fill"]["scale"]["range"] == [LIGHT.target_wash, LIGHT.result]
    marks = through(compared(*rows), rows, LIGHT, Size(400))["layer"][2]["encoding"]
    assert marks["shape"]["scale"] == {"domain": ["目标", "完成"], "range": ["diamond", "circle"]}


def test_one_place_alone_is_drawn_in_a_unit_of_its_own() -> None:
    documents, figures = grain()
    comparer = Comparer(FakeFigures(figures, documents))
    found = shown(comparer, completed(comparer, View(tab=Tab.THROUGH, places=("澄溪县", "柏坞镇"))))
    panels = found.panels(LIGHT)
    assert [panel.heading for panel in panels] == ["澄溪县", "柏坞镇"]
    assert [panel.chart["layer"][0]["encoding"]["y"]["axis"]["title"] for panel in panels] == ["万吨", "吨"]
    assert [v["value"] for v in values(panels[1].chart)] == [6800.0, 7000.0]


def luminance(colour: str) -> float:
    """Of the WCAG, of #rrggbb."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_marks_and_words_stand_out_from_the_page(colours: Palette) -> None:
    for colour in (colours.ink, colours.soft, colours.target, colours.result):
        assert contrast(colour, colours.page) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_the_colours_are_those_of_the_style_sheet(colours: Palette) -> None:
    style = STYLE.read_text(encoding="utf-8")
    for colour in (
        colours.page,
        colours.ink,
        colours.soft,
        colours.line,
        colours.target,
        colours.target_wash,
        colours.result,
    ):
        assert colour in style


def test_the_theme_chooses_the_palette() -> None:
    assert [palette(theme) for theme in ("dark", "light", None)] == [DARK, LIGHT, LIGHT]


def test_amounts_are_drawn_in_the_unit_of_the_comparison() -> None:
    rows = (Row(("澄溪县",), 2024, None, point("澄溪县", FigureKind.RESULT, "9600万元", measure=Measure.LEVEL), None),)
    found = Comparison("财政收入", Scale(False, "money"), tuple(FigureKind), rows, (), unit("亿元"))
    (value,) = values(across(found, rows, LIGHT))
    assert Decimal(str(value["value"])) == Decimal("0.96")
    assert value["label"] == "9600万元"
