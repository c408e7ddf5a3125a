"""Figures as tables: aligned on the terminal, safe in a spreadsheet."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from rag.records import Bound, Figure, FigureKind, Measure
from rag.targets.columns import COLUMNS
from rag.targets.delimited import BOM, csv_chunks
from rag.targets.terminal import fitted, printable, table_lines, width_of
from rag.targets.workbook import write_workbook
from tests.made_figures import figure

HEADINGS = [column.heading for column in COLUMNS]
RANGE = figure(
    text="3.5%至5%",
    kind=FigureKind.RESULT,
    indicator="地区生产总值",
    measure=Measure.INCREASE,
    value=Decimal("3.5"),
    value_high=Decimal(5),
    unit="%",
    bound=Bound.RANGE,
    deadline=date(2024, 9, 30),
    topics=("经济增长", "财政金融"),
    concept="地区生产总值",
)
MASKED = figure(text="XX亩", value=None, year=None, place=None, masked=True, topics=(), concept=None)
HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "\t=1+1", " =1+1", "\r=1", "3/4", "12-5"]


def read_csv(figures: list[Figure]) -> list[dict[str, str]]:
    content = b"".join(csv_chunks(figures))
    assert content.startswith(BOM)
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def read_sheet(path: Path, figures: list[Figure], address: str | None = None) -> Worksheet:
    with path.open("wb") as stream:
        write_workbook(figures, stream, lambda one: address)
    sheet = load_workbook(path).active
    assert isinstance(sheet, Worksheet)
    return sheet


def test_csv_has_a_line_a_figure_with_numbers_and_dates_plain() -> None:
    first, second = read_csv([RANGE, MASKED])
    assert list(first) == HEADINGS
    assert [first[name] for name in ("类型", "指标", "性质", "界限", "数值", "数值上限", "单位", "年份", "期限")] == [
        "完成", "地区生产总值", "增加", "区间", "3.5", "5", "%", "2024", "2024-09-30",
    ]  # fmt: skip
    assert [first[name] for name in ("主题", "原文隐去", "原文", "文件", "起", "止")] == [
        "经济增长、财政金融", "", "3.5%至5%", "报告.txt", "10", "15",
    ]  # fmt: skip
    assert [second[name] for name in ("数值", "年份", "地区", "原文隐去", "统一名称")] == ["", "", "", "是", ""]


def test_csv_lines_end_as_excel_has_them_and_cells_keep_their_commas_and_quotes() -> None:
    (row,) = read_csv([figure(indicator='“双百”,项目"一"')])
    assert row["指标"] == '“双百”,项目"一"'
    assert b"".join(csv_chunks([PLAIN])).count(b"\r\n") == 2


PLAIN = figure()


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_document_becomes_a_formula_or_a_date_in_csv(text: str) -> None:
    (row,) = read_csv([figure(indicator=text, doc=text)])
    assert (row["指标"], row["文件"]) == (f"'{text}", f"'{text}")


def test_a_negative_amount_stays_a_number_in_csv() -> None:
    (row,) = read_csv([figure(value=Decimal("-2.5"))])
    assert row["数值"] == "-2.5"


def test_a_workbook_has_typed_cells(tmp_path: Path) -> None:
    sheet = read_sheet(tmp_path / "数字.xlsx", [RANGE, MASKED])
    rows = [dict(zip(HEADINGS, row, strict=True)) for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert [cell.value for cell in sheet[1]] == HEADINGS
    assert [rows[0][name] for name in ("数值", "数值上限", "年份", "期限", "起", "单位")] == [
        3.5, 5, 2024, datetime(2024, 9, 30), 10, "%",
    ]  # fmt: skip
    assert [rows[1][name] for name in ("数值", "年份", "地区", "原文隐去")] == [None, None, None, "是"]


def test_a_workbook_keeps_its_heading_in_sight_and_filters(tmp_path: Path) -> None:
    sheet = read_sheet(tmp_path / "数字.xlsx", [RANGE, MASKED])
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:R3"
    assert sheet.column_dimensions["B"].width == 36
    assert sheet["A1"].font.bold


def test_a_workbook_links_to_the_sources_where_they_are(tmp_path: Path) -> None:
    address = "file:///%E6%8A%A5%E5%91%8A.txt"
    linked = read_sheet(tmp_path / "a.xlsx", [PLAIN], address)["O2"]
    assert linked.value == "报告.txt"
    assert linked.hyperlink is not None
    assert linked.hyperlink.target == address
    assert read_sheet(tmp_path / "b.xlsx", [PLAIN])["O2"].hyperlink is None


@pytest.mark.parametrize("text", [*HOSTILE, "坏\x00\x0b字", "长" * 40_000])
def test_no_text_of_a_document_becomes_a_formula_in_a_workbook(tmp_path: Path, text: str) -> None:
    sheet = read_sheet(tmp_path / "数字.xlsx", [figure(indicator=text, doc=text)], "file:///x")
    assert {(cell.data_type, str(cell.value)[:3]) for cell in (sheet["B2"], sheet["O2"])} == {
        ("s", text.replace("\x00\x0b", "")[:3])
    }


def test_the_columns_of_the_terminal_stand_under_one_another() -> None:
    lines = list(table_lines([RANGE, figure(indicator="Wi-Fi覆盖率", place="青石镇")]))
    heading, rule, *rows, total = lines
    starts = [width_of(heading[: heading.index(name)]) for name in ("指标", "数值", "出处")]
    assert [width_of(rows[0][: rows[0].index(text)]) for text in ("地区生产总值", "3.5%", "报告.txt")] == starts
    assert [width_of(rows[1][: rows[1].index(text)]) for text in ("Wi-Fi", "5000亩", "报告.txt")] == starts
    assert set(rule) == {"─", " "}
    assert total == "共 2 个数字"


def test_an_empty_table_says_so() -> None:
    assert list(table_lines([])) == ["没有符合条件的数字"]


FITTED = [
    ("玉米", 6, "玉米  "),
    ("玉米", 4, "玉米"),
    ("玉米面积", 5, "玉米…"),
    ("玉米面积", 4, "玉… "),
    ("corn", 3, "co…"),
]


@pytest.mark.parametrize(("text", "width", "expected"), FITTED)
def test_a_text_is_cut_or_filled_to_its_columns(text: str, width: int, expected: str) -> None:
    assert fitted(text, width) == expected


def test_a_document_cannot_steer_the_terminal() -> None:
    assert printable("玉米\x1b[2J\n面积\u202e") == "玉米 [2J 面积 "
    assert not any("\x1b" in line for line in table_lines([figure(indicator="\x1b[31m红")]))
