"""A comparison → the lines of the table below the chart. Pure functions.

A line for each point, one for every other statement beside it, and one where the reports give nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rag.comparing.rows import Comparison, LeftOut, Point, Row
from rag.records import Figure, FigureKind
from rag.ui.compare.view import Order
from rag.ui.compare.wording import REASONS, judged_said, point_notes, silence_said, value_said
from rag.ui.parts.figure_rows import table_cell
from rag.ui.parts.links import document_link
from rag.ui.parts.wording import FIGURE_KINDS

PLACE, YEAR, KIND, VALUE, OUTCOME, NOTE = "地区", "年份", "性质", "数值", "对照", "说明"
INDICATOR, REPORT, SOURCE, REASON = "指标原词", "报告", "原文", "没有画出的原因"
# in pixels
WIDTHS = {
    PLACE: 124,
    YEAR: 58,
    KIND: 58,
    VALUE: 192,
    OUTCOME: 176,
    NOTE: 210,
    SOURCE: 70,
    INDICATOR: 150,
    REPORT: 300,
    REASON: 280,
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a figure with what is to be said of it, or what is missing (`figure` None).

    `point` is set where the figure is drawn.
    """

    row: Row
    kind: FigureKind
    figure: Figure | None
    value: str
    point: Point | None = None
    notes: tuple[str, ...] = ()

    @property
    def outcome(self) -> str:
        """What became of the target, on the line of the result; on that of a target where there is no result."""
        told = self.point is not None and (self.kind is FigureKind.RESULT or self.row.result is None)
        return judged_said(self.row.judged) if told else ""


def ordered(rows: Iterable[Row], order: Order) -> tuple[Row, ...]:
    """The rows of places as they are drawn; those without a point come last."""
    found = list(rows)
    if order is Order.NAME:
        return tuple(sorted(found, key=lambda row: (not row.points, row.places)))
    kinds = [point.kind for row in found for point in row.points]
    leading = max(FigureKind, key=kinds.count)

    def rank(row: Row) -> tuple[bool, bool, float, tuple[str, ...]]:
        own = next((point for point in row.points if point.kind is leading), None)
        point = own or next(iter(row.points), None)
        height = float(point.low + point.high) if point else 0.0
        return not row.points, own is None, height if order is Order.SMALLEST else -height, row.places

    return tuple(sorted(found, key=rank))


def lines(comparison: Comparison, rows: Iterable[Row]) -> tuple[Line, ...]:
    """The lines of some rows of a comparison."""
    return tuple(line for row in rows for line in _of_row(row, comparison.kinds))


def _of_row(row: Row, kinds: Sequence[FigureKind]) -> Iterator[Line]:
    """Where neither kind is there, one line says so; a result that no report could give yet needs none."""
    if not row.points:
        yield Line(row, kinds[0], None, silence_said(row, kinds))
        return
    for kind in kinds:
        point = row.target if kind is FigureKind.TARGET else row.result
        if point is not None:
            yield from _of_point(row, point)
        elif kind in row.reported:
            yield Line(row, kind, None, silence_said(row, (kind,)))


def _of_point(row: Row, point: Point) -> Iterator[Line]:
    kind = point.kind
    yield Line(row, kind, point.figure, value_said(point.figure), point, point_notes(point))
    for other in point.otherwise:
        yield Line(row, kind, other, value_said(other), notes=("两处说法不同，图上没有画这一个",))
    for other in point.ambitions:
        yield Line(row, kind, other, value_said(other), notes=("力争的目标，图上没有画",))


def table(found: Sequence[Line], titles: Mapping[str, str]) -> dict[str, list[str | None]]:
    """The columns of the table by name, those with anything in them; `titles` are those of the documents by path."""
    columns = {
        PLACE: [line.row.place for line in found],
        YEAR: [str(line.row.year) for line in found],
        KIND: [FIGURE_KINDS[line.kind] if line.row.points else "" for line in found],
        VALUE: [line.value for line in found],
        OUTCOME: [line.outcome for line in found],
        NOTE: ["；".join(line.notes) for line in found],
        INDICATOR: [line.figure.indicator if line.figure else "" for line in found],
        REPORT: [_title(line.figure, titles) for line in found],
    }
    return _shown({name: cells for name, cells in columns.items() if any(cells)}, [line.figure for line in found])


def left_out_table(left: Sequence[LeftOut], titles: Mapping[str, str]) -> dict[str, list[str | None]]:
    """The columns of the table of what is not drawn, by name."""
    figures = [one.figure for one in left]
    columns = {
        PLACE: [figure.place or "" for figure in figures],
        YEAR: [str(figure.year or "") for figure in figures],
        KIND: [FIGURE_KINDS[figure.kind] for figure in figures],
        VALUE: [value_said(figure) for figure in figures],
        REASON: [REASONS[one.reason] for one in left],
        INDICATOR: [figure.indicator for figure in figures],
        REPORT: [_title(figure, titles) for figure in figures],
    }
    return _shown(columns, figures)


def _shown(columns: Mapping[str, Sequence[str]], figures: Sequence[Figure | None]) -> dict[str, list[str | None]]:
    """The columns as they fit, the link to the source before the words of the text."""
    shown: dict[str, list[str | None]] = {}
    for name, cells in columns.items():
        if name == INDICATOR:
            shown[SOURCE] = [document_link(figure.doc, figure.span) if figure else None for figure in figures]
        shown[name] = [table_cell(cell, WIDTHS[name]) for cell in cells]
    return shown


def _title(figure: Figure | None, titles: Mapping[str, str]) -> str:
    return (titles.get(figure.doc) or figure.doc) if figure else ""
