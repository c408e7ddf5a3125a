"""Rows of a table → an Excel workbook: typed cells, a heading that stays and filters, a link to each source; no formulas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from rag.records import Figure
from rag.targets.columns import COLUMNS, Column, Row

SHEET = "数字"
LINKED = "文件"
# what Excel allows in a sheet and in a cell
MOST_ROWS = 1_048_575
MOST_LINKS = 65_000
LONGEST_CELL = 32_000

Link = Callable[[Figure], str | None]


def write_workbook(figures: Iterable[Figure], stream: BinaryIO, link: Link) -> None:
    """Write a workbook of figures; `link` gives the address of a figure's source, or None where there is none."""
    write_table(figures, COLUMNS, stream, SHEET, link)


def write_table(
    rows: Iterable[Row],
    columns: Sequence[Column[Row]],
    stream: BinaryIO,
    name: str,
    link: Callable[[Row], str | None] = lambda row: None,
) -> None:
    """Write a workbook of rows on sheets called `name`; `link` as for figures.

    A sheet takes MOST_ROWS rows; further ones come on further sheets.
    """
    book = Workbook(write_only=True)
    remaining = iter(rows)
    written = _sheet(book, name, remaining, columns, link)
    while written == MOST_ROWS:
        written = _sheet(book, f"{name}{len(book.worksheets) + 1}", remaining, columns, link)
    book.save(stream)


def _sheet(
    book: Workbook,
    title: str,
    rows: Iterator[Row],
    columns: Sequence[Column[Row]],
    link: Callable[[Row], str | None],
) -> int:
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for number, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.append([_heading(sheet, column.heading) for column in columns])
    written = 0
    for row in rows:
        written += 1
        sheet.append(_row(sheet, row, columns, link(row) if written <= MOST_LINKS else None))
        if written == MOST_ROWS:
            break
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{written + 1}"
    return written


def _heading(sheet: WriteOnlyWorksheet, heading: str) -> WriteOnlyCell:
    cell = _text(sheet, heading)
    cell.font = Font(bold=True)
    return cell


def _row(sheet: WriteOnlyWorksheet, row: Row, columns: Sequence[Column[Row]], address: str | None) -> list[object]:
    return [
        _linked(sheet, value, address)
        if column.heading == LINKED and address is not None and isinstance(value, str)
        else _text(sheet, value)
        if isinstance(value, str)
        else value
        for column in columns
        for value in (column.value(row),)
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
