"""A comparison → files to take along: its lines as CSV or workbook, its chart as a picture."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rag.comparing.rows import Comparison
from rag.records import Figure
from rag.targets.columns import Cell, Column
from rag.targets.delimited import table_chunks
from rag.targets.wording import BOUNDS, MEASURES
from rag.targets.workbook import write_table
from rag.ui.compare.picture import png, svg
from rag.ui.compare.rows import Line
from rag.ui.compare.shown import Shown
from rag.ui.parts.figure_files import CSV_MIME, EXCEL_MIME
from rag.ui.parts.wording import FIGURE_KINDS

SHEET = "对比"


@dataclass(frozen=True, slots=True)
class Download:
    """A file that is offered: what its button says, the end of its name, and how its bytes are made when asked for."""

    name: str
    ending: str
    mime: str
    make: Callable[[], bytes]


def downloads(shown: Shown) -> tuple[Download, ...]:
    """The files of what is shown."""
    lines, columns = shown.lines, _columns(shown.comparison)
    return (
        Download("CSV", "csv", CSV_MIME, lambda: b"".join(table_chunks(lines, columns))),
        Download("Excel", "xlsx", EXCEL_MIME, lambda: _workbook(lines, columns)),
        Download("PNG 图", "png", "image/png", lambda: png(shown.picture())),
        Download("SVG 图", "svg", "image/svg+xml", lambda: svg(shown.picture())),
    )


def _workbook(lines: Sequence[Line], columns: Sequence[Column[Line]]) -> bytes:
    stream = io.BytesIO()
    write_table(lines, columns, stream, SHEET)
    return stream.getvalue()


def _columns(comparison: Comparison) -> tuple[Column[Line], ...]:
    shown = comparison.unit.name if comparison.unit else ""

    def drawn(line: Line) -> Cell:
        point = line.point
        return comparison.drawn(point.low).normalize() if point else None

    return (
        Column("指标", lambda line: comparison.concept, 24),
        Column("地区", lambda line: line.row.place, 16),
        Column("年份", lambda line: line.row.year, 8),
        Column("类型", lambda line: FIGURE_KINDS[line.kind], 8),
        Column("原文", lambda line: line.figure.text if line.figure else line.value, 22),
        Column("性质", _of(lambda figure: MEASURES[figure.measure]), 8),
        Column("界限", _of(lambda figure: BOUNDS[figure.bound]), 8),
        Column("数值", _of(lambda figure: figure.value), 12),
        Column("数值上限", _of(lambda figure: figure.value_high), 12),
        Column("单位", _of(lambda figure: figure.unit), 10),
        Column(f"换算（{shown}）" if shown else "换算", drawn, 14),
        Column("对照", lambda line: line.outcome, 20),
        Column("说明", lambda line: "；".join(line.notes), 30),
        Column("指标原词", _of(lambda figure: figure.indicator), 30),
        Column("文件", _of(lambda figure: figure.doc), 40),
        Column("起", _of(lambda figure: figure.span.start), 8),
        Column("止", _of(lambda figure: figure.span.stop), 8),
    )


def _of(value: Callable[[Figure], Cell]) -> Callable[[Line], Cell]:
    return lambda line: value(line.figure) if line.figure else None
