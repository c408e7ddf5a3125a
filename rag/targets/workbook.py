"""Figures → an Excel workbook: typed cells, a heading that stays and filters, a link to each source; no formulas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from rag.records import Figure
from rag.targets.columns import COLUMNS, Column

SHEET = "数字"
LINKED = "文件"
# what Excel allows in a sheet and in a cell
MOST_ROWS = 1_048_575
MOST_LINKS = 65_000
LONGEST_CELL = 32_000

Link = Callable[[Figure], str | None]


def write_workbook(figures: Iterable[Figure], stream: BinaryIO, link: Link) -> None:
    """Write the workbook; `link` gives the address of a figure's source, or None where there is none.

    A sheet takes MOST_ROWS figures; further ones come on further sheets.
    """
    book = Workbook(write_only=True)
    remaining = iter(figures)
    rows = _sheet(book, SHEET, remaining, link)
    while rows == MOST_ROWS:
        rows = _sheet(book, f"{SHEET}{len(book.worksheets) + 1}", remaining, link)
    book.save(stream)


def _sheet(book: Workbook, title: str, figures: Iterator[Figure], link: Link) -> int:
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for number, column in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.append([_heading(sheet, column) for column in COLUMNS])
    rows = 0
    for figure in figures:
        rows += 1
        sheet.append(_row(sheet, figure, link(figure) if rows <= MOST_LINKS else None))
        if rows == MOST_ROWS:
            break
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{rows + 1}"
    return rows


def _heading(sheet: WriteOnlyWorksheet, column: Column) -> WriteOnlyCell:
    cell = _text(sheet, column.heading)
    cell.font = Font(bold=True)
    return cell


def _row(sheet: WriteOnlyWorksheet, figure: Figure, address: str | None) -> list[object]:
    return [
        _linked(sheet, value, address)
        if column.heading == LINKED and address is not None and isinstance(value, str)
        else _text(sheet, value)
        if isinstance(value, str)
        else value
        for column in COLUMNS
        for value in (column.value(figure),)
    ]


def _linked(sheet: WriteOnlyWorksheet, value: str, address: str) -> WriteOnlyCell:
    cell = _text(sheet, value)
    cell.hyperlink = address
    cell.font = Font(color="0563C1", underline="single")
    return cell


def _text(sheet: WriteOnlyWorksheet, value: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", value)[:LONGEST_CELL])
    # openpyxl takes a text that begins with = for a formula
    cell.data_type = "s"
    return cell
