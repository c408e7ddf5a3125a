"""What the page 对比与追踪 shows of a view: the comparison, its rows in order, its words and its charts. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from rag.comparing.comparer import Comparer
from rag.comparing.rows import Comparison, Row
from rag.ui.compare.bars import across
from rag.ui.compare.chart import Spec
from rag.ui.compare.choices import Choices, ask_of, choices
from rag.ui.compare.colours import LIGHT, Palette
from rag.ui.compare.lines import ONLY_PANEL, PANEL, Size, through
from rag.ui.compare.picture import WIDTH, sheet
from rag.ui.compare.rows import Line, lines, ordered
from rag.ui.compare.view import Tab, View
from rag.ui.compare.wording import across_said, scale_said, through_said


@dataclass(frozen=True, slots=True)
class Panel:
    """A chart and the heading above it, empty where it needs none."""

    heading: str
    chart: Spec


@dataclass(frozen=True, slots=True)
class Shown:
    """A completed view, what it offers to choose, and the comparison with its rows in the order of the view."""

    view: View
    offered: Choices
    comparison: Comparison
    rows: tuple[Row, ...]

    @property
    def title(self) -> str:
        """Indicator, scale and years."""
        view = self.view
        assert view.scale is not None
        units = {scale: unit for scale, unit, _ in self.offered.scales}
        when = f"{view.year}年" if view.tab is Tab.ACROSS else f"{view.first}—{view.last}年"
        return f"{view.concept}　{scale_said(view.scale, units.get(view.scale, ''))}　{when}"

    @property
    def summary(self) -> tuple[str, ...]:
        """What comes of it: one line across the places, one for each place through the years."""
        if self.view.tab is Tab.ACROSS:
            return (across_said(self.comparison),)
        return tuple(through_said(group) for group in self._by_place())

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the table."""
        return lines(self.comparison, self.rows)

    def panels(self, palette: Palette, width: int | None = None) -> tuple[Panel, ...]:
        """The charts; `width` in points, None: as wide as the page lets them be. There is at least one point."""
        if self.view.tab is Tab.ACROSS:
            return (Panel("", across(self.comparison, self.rows, palette, width)),)
        groups = tuple(self._by_place())
        size = Size(ONLY_PANEL if len(groups) == 1 else PANEL, width)
        return tuple(Panel(g[0].place, through(self.comparison.of(g), g, palette, size)) for g in groups)

    def picture(self) -> Spec:
        """The charts on one sheet, to be drawn into a file."""
        panels = self.panels(LIGHT, WIDTH)
        return sheet([panel.chart for panel in panels], [p.heading for p in panels], self.title, self.summary)

    def _by_place(self) -> Iterator[tuple[Row, ...]]:
        """The rows of each place that has a point."""
        for _, group in groupby(self.rows, key=lambda row: row.places):
            rows = tuple(group)
            if any(row.points for row in rows):
                yield rows


def shown(comparer: Comparer, view: View) -> Shown:
    """What a completed view shows; its scale is set."""
    comparison = comparer.compare(ask_of(comparer, view))
    rows = ordered(comparison.rows, view.order) if view.tab is Tab.ACROSS else comparison.rows
    return Shown(view, choices(comparer, view), comparison, rows)
