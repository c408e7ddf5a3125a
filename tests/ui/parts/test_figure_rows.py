"""Rows of the table, files to take along, and what stands around them."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

import openpyxl

from rag.records import FigureOrder
from rag.topics import load_topics
from rag.ui.library.catalog import Catalog
from rag.ui.library.panels import heading_html, nothing_html
from rag.ui.library.view import View
from rag.ui.parts.figure_files import FILE_KINDS, MOST_FIGURES, exported
from rag.ui.parts.figure_panels import figure_html
from rag.ui.parts.figure_rows import table
from rag.ui.parts.figure_source import figure_source
from tests.ui.fakes import HOSTILE, REPORT, SENTENCE, FakeFigures, FakeIndex, corn_targets, figure

CSV, EXCEL = FILE_KINDS


def test_a_row_says_what_how_much_what_sort_when_where_of_what_and_from() -> None:
    grown, film, road, masked, _ = corn_targets()
    columns = table(
        [grown, film, replace(road, deadline=date(2023, 12, 31)), masked], {REPORT.path: REPORT.metadata.title}
    )
    assert list(zip(*columns.values(), strict=True)) == [
        ("玉米种植面积", "1.2万亩", "目标", "2024", "—", "青石镇", "粮食安全", "青石镇2024年政府工作报告"),
        (
            "地膜玉米种植面积",
            "8000亩以上",
            "目标、不低于",
            "2024",
            "—",
            "青石镇",
            "粮食安全",
            "青石镇2024年政府工作报告",
        ),
        ("村级道路", "12公里", "完成", "2023", "2023-12-31", "青石镇", "交通运输", "青石镇2024年政府工作报告"),
        ("实事", "原文隐去", "目标", "2024", "—", "青石镇", "教育", "青石镇2024年政府工作报告"),
    ]


def test_a_document_without_a_title_is_named_by_its_path() -> None:
    assert table(corn_targets()[:1], {REPORT.path: ""})["出处"] == [REPORT.path]


def test_a_cell_is_one_line_that_ends_with_an_ellipsis_where_it_does_not_fit() -> None:
    cell = table([replace(corn_targets()[0], indicator="甲\n\t乙\u202e\x00" + "丙" * 500)], {})["指标"][0]
    assert cell == "甲 乙丙丙丙丙丙丙丙…"


def test_a_download_holds_all_pages_of_the_filter_in_its_order() -> None:
    catalog = Catalog(FakeFigures(corn_targets() * 30), load_topics())
    view = View(places=("青石镇",), order=FigureOrder.NEWEST, page=2)
    rows = list(csv.DictReader(io.StringIO(exported(CSV, view, catalog).decode("utf-8-sig"))))
    assert len(rows) == 90
    assert [row["年份"] for row in (rows[0], rows[-1])] == ["2024", "2023"]
    assert isinstance(catalog.index, FakeFigures)
    assert (catalog.index.asked[-1].limit, catalog.index.asked[-1].offset) == (MOST_FIGURES, 0)


def test_a_workbook_holds_the_same_and_no_formula() -> None:
    hostile = replace(figure("=HYPERLINK(1)", "1.2万亩", "1.2", "万亩"), places=("青石镇",))
    catalog = Catalog(FakeFigures((hostile,)), load_topics())
    sheet = openpyxl.load_workbook(io.BytesIO(exported(EXCEL, View(), catalog))).active
    cells = {cell.value: cell.data_type for row in sheet.iter_rows(min_row=2) for cell in row}
    assert cells["=HYPERLINK(1)"] == "s"
    assert "f" not in cells.values()


def test_the_source_of_a_figure_is_its_document_with_the_words_marked() -> None:
    source = figure_source(corn_targets()[0], FakeIndex())
    assert (source.citation.quote, source.title) == ("1.2万亩", "青石镇2024年政府工作报告")
    assert SENTENCE in f"{source.before}{source.citation.quote}{source.after}"


def test_a_figure_whose_document_is_gone_says_so() -> None:
    source = figure_source(replace(corn_targets()[0], doc="没有.txt"), FakeIndex())
    assert source.citation.quote == "1.2万亩"
    assert source.notes == ("这份文件已不在资料库里",)


def test_the_heading_counts() -> None:
    assert "共 <strong>12,345</strong> 个数字" in heading_html(12345, False)
    assert "符合条件的共 <strong>0</strong> 个数字" in heading_html(0, True)


def test_an_empty_table_says_what_to_do() -> None:
    assert "加入新的报告" in nothing_html(View())
    narrowed = nothing_html(View(text="地铁", masked=True))
    assert narrowed.index("去掉“地铁”") < narrowed.index("关掉“只看原文隐去的数字”") < narrowed.index("清除筛选")


def test_hostile_words_stay_text() -> None:
    shown = figure_html(corn_targets()[-1]) + nothing_html(View(text=HOSTILE))
    assert "<script" not in shown
    assert "<img" not in shown


def test_the_head_of_a_source_says_the_blanked_number_is_blanked() -> None:
    assert "<strong>原文隐去</strong>" in figure_html(corn_targets()[3])
