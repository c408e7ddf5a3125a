"""Lines of the table, what is said of a comparison, and the files to take along."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest

from rag.comparing.comparer import Comparer
from rag.records import FigureKind
from rag.ui.compare.choices import completed
from rag.ui.compare.files import downloads
from rag.ui.compare.panels import chosen_html, heading_html, nothing_html, remarks_html
from rag.ui.compare.rows import SOURCE, left_out_table, table
from rag.ui.compare.shown import Shown, shown
from rag.ui.compare.view import Order, Tab, View
from tests.made_reports import grain
from tests.ui.fakes import HOSTILE, FakeFigures


@pytest.fixture
def comparer() -> Comparer:
    documents, figures = grain()
    return Comparer(FakeFigures(figures, documents))


def view(comparer: Comparer, **wishes: object) -> Shown:
    return shown(comparer, completed(comparer, View(**wishes)))  # type: ignore[arg-type]


def rows(columns: dict[str, list[str | None]]) -> list[tuple[str | None, ...]]:
    return list(zip(*columns.values(), strict=True))


def test_every_point_has_a_line_with_its_words_and_its_source(comparer: Comparer) -> None:
    found = view(comparer, tab=Tab.THROUGH, places=("澄溪县",))
    columns = table(found.lines, {"澄溪县/2023.txt": "澄溪县2023年政府工作报告"})
    assert list(columns) == ["地区", "年份", "性质", "数值", "对照", "说明", "原文", "指标原词", "报告"]
    assert [row[:6] for row in rows(columns)] == [
        ("澄溪县", "2021", "完成", "40万吨", "没有目标", "—"),
        ("澄溪县", "2022", "目标", "41万吨以上", "—", "—"),
        ("澄溪县", "2022", "完成", "42.5万吨", "达成，高 1.5万吨", "—"),
        ("澄溪县", "2023", "目标", "43万吨左右", "—", "另提力争 45万吨"),
        ("澄溪县", "2023", "目标", "45万吨", "—", "力争的目标，图上没有画"),
        ("澄溪县", "2023", "完成", "42.8万吨", "基本达成，低 0.2万吨", "—"),
    ]
    assert columns[SOURCE][0] == "/documents?doc=%E6%BE%84%E6%BA%AA%E5%8E%BF%2F2022.txt&start=13&stop=17"
    assert columns["报告"][2] == "澄溪县2023年政府工作报告"


def test_what_the_reports_do_not_give_is_said(comparer: Comparer) -> None:
    found = view(comparer, year=2023)
    assert [(line.row.place, line.value) for line in found.lines if line.figure is None] == [
        ("柏坞镇", "2023年：没有2023年的报告"),
        ("青筏镇", "2023年：报告里没有"),
    ][1:]
    assert "报告里没有写明完成的：青筏镇" in remarks_html(found)


def test_two_statements_are_both_in_the_table_and_marked(comparer: Comparer) -> None:
    found = view(comparer, year=2024, kind=FigureKind.TARGET)
    said = [(line.value, line.notes) for line in found.lines if line.row.place == "柏坞镇"]
    assert said == [
        ("7000吨", ("两处说法不同：另有 不低于7200吨",)),
        ("不低于7200吨", ("两处说法不同，图上没有画这一个",)),
    ]


def test_what_is_left_out_has_a_line_with_its_reason(comparer: Comparer) -> None:
    found = view(comparer, tab=Tab.THROUGH, places=("澄溪县",))
    columns = left_out_table(found.comparison.left_out, {})
    assert list(zip(columns["数值"], columns["没有画出的原因"], strict=True)) == [
        ("200万吨", "几年合计、年均，或与多年前相比"),
        ("原文隐去", "原文隐去了数字"),
    ]


ORDERS = [
    (Order.LARGEST, ["澄溪县", "柏坞镇", "青筏镇"]),
    (Order.SMALLEST, ["柏坞镇", "澄溪县", "青筏镇"]),
    (Order.NAME, ["澄溪县", "柏坞镇", "青筏镇"]),
]


@pytest.mark.parametrize(("order", "places"), ORDERS)
def test_places_come_in_the_order_asked_for_those_without_a_figure_last(
    comparer: Comparer, order: Order, places: list[str]
) -> None:
    assert [row.place for row in view(comparer, year=2023, order=order).rows] == places


def test_the_summary_names_the_extremes_and_counts_what_was_reached(comparer: Comparer) -> None:
    assert view(comparer, year=2023).summary == (
        "只有澄溪县写明了目标：43万吨左右。2 个地区写明了完成，最高 42.8万吨（澄溪县），最低 6800吨（柏坞镇）。"
        "目标和完成数都有的 1 个地区里，基本达成 1。",
    )
    assert view(comparer, tab=Tab.THROUGH).summary == (
        "澄溪县 2021—2023年：2 年有目标、3 年有完成。目标和完成数都有的 2 年里，达成 1、基本达成 1。",
    )


def test_the_title_says_indicator_scale_and_years(comparer: Comparer) -> None:
    assert view(comparer, year=2023).title == "粮食产量　总量（万吨）　2023年"
    assert view(comparer, tab=Tab.THROUGH, first=2022).title == "粮食产量　总量（万吨）　2022—2024年"


def test_the_remarks_explain_only_the_marks_that_are_there(comparer: Comparer) -> None:
    assert "▸" not in remarks_html(view(comparer, year=2024))
    assert "▸ 表示“以上”" in remarks_html(view(comparer, year=2022))
    through = remarks_html(view(comparer, tab=Tab.THROUGH))
    assert "达＝达成、近＝基本达成" in through
    assert "未＝未达成" not in through


def test_a_year_whose_results_are_to_come_leads_to_the_one_before(comparer: Comparer) -> None:
    remarks = remarks_html(view(comparer, year=2024))
    assert "2024年的完成数要看2025年的报告" in remarks
    assert "year=2023" in remarks
    assert "看2023年的完成数" in remarks


def test_the_table_is_taken_along_with_verbatim_words_and_converted_amounts(comparer: Comparer) -> None:
    files = {file.ending: file.make for file in downloads(view(comparer, tab=Tab.THROUGH, places=("柏坞镇",)))}
    found = list(csv.DictReader(io.StringIO(files["csv"]().decode("utf-8-sig"))))
    assert [(row["地区"], row["年份"], row["类型"], row["原文"], row["换算（吨）"], row["起"]) for row in found] == [
        ("柏坞镇", "2023", "完成", "6800吨", "6800", "11"),
        ("柏坞镇", "2024", "目标", "7000吨", "7000", "28"),
        ("柏坞镇", "2024", "目标", "不低于7200吨", "", "45"),
    ]
    sheet = openpyxl.load_workbook(io.BytesIO(files["xlsx"]())).active
    assert [[cell.value for cell in row[:5]] for row in sheet.iter_rows(min_row=2)] == [
        ["粮食产量", "柏坞镇", 2023, "完成", "6800吨"],
        ["粮食产量", "柏坞镇", 2024, "目标", "7000吨"],
        ["粮食产量", "柏坞镇", 2024, "目标", "不低于7200吨"],
    ]


def test_pictures_are_drawn_offline_with_their_words(comparer: Comparer) -> None:
    files = {file.ending: file.make for file in downloads(view(comparer, year=2023))}
    drawn = files["svg"]().decode()
    for words in ("粮食产量", "澄溪县", "43万吨左右", "基本达成", "数字摘自各地政府工作报告原文"):
        assert words in drawn
    assert files["png"]().startswith(b"\x89PNG")


def test_words_of_others_are_shown_as_text() -> None:
    for html in (
        heading_html(HOSTILE, (HOSTILE,)),
        chosen_html(HOSTILE),
        nothing_html(View(HOSTILE, places=(HOSTILE,))),
    ):
        assert "<script>" not in html
        assert "<img" not in html
