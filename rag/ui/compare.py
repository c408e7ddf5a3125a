"""The page 对比与追踪: one indicator across the places of a year or through the years, every point with its source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any
from urllib.parse import urljoin

import streamlit as st

from rag.comparing.comparer import Comparer
from rag.comparing.rows import Comparison, Row
from rag.errors import ZhengwenError
from rag.records import Figure, Filter
from rag.ui import compare_chart, compare_filters, compare_panels, compare_state, resources
from rag.ui.compare_choices import Choices, ask_of, choices, completed
from rag.ui.compare_colours import LIGHT, Palette, palette
from rag.ui.compare_files import downloads
from rag.ui.compare_picture import WIDTH, sheet
from rag.ui.compare_rows import SOURCE, Line, left_out_table, lines, ordered, table
from rag.ui.compare_view import Tab, View, params_of
from rag.ui.compare_wording import across_said, scale_said, through_said
from rag.ui.escaping import as_html
from rag.ui.figure_card import figure_card
from rag.ui.first_steps import no_documents, nothing_to_ask
from rag.ui.links import COMPARE, link

CHOSEN_FOR_YOU, LAST_USED = "compare-chosen-for-you", "compare-last-used"
TABLE = "table"
TABLE_HEIGHT, ROW_HEIGHT = 460, 38
LEFT_OUT_HEIGHT = 320
WIDTHS = {
    "地区": 124,
    "年份": 58,
    "性质": 58,
    "数值": 168,
    "对照": 176,
    "说明": 210,
    "原文": 70,
    "指标原词": 150,
    "报告": 300,
}


def page() -> None:
    """The whole page, or what to do where there is no library yet."""
    settings = resources.settings()
    try:
        comparer = resources.comparer(settings.index)
        documents = comparer.index.statistics().documents
    except ZhengwenError as error:
        nothing_to_ask(error, settings, resources.building(settings.corpus, settings.index))
        return
    if not documents:
        no_documents(settings, resources.building(settings.corpus, settings.index))
        return
    compare(comparer)


def compare(comparer: Comparer) -> None:
    """Choices, charts, table, sources and files of one indicator."""
    with st.container(key="zw-compare", gap="small"):
        view = compare_state.begin(lambda wished: _completed(comparer, wished))
        compare_state.keep(view)
        if view.scale is None:
            st.html(compare_panels.heading_html("", ()))
            st.html(compare_panels.NO_INDICATOR)
            return
        offered = choices(comparer, view)
        comparison = comparer.compare(ask_of(comparer, view))
        rows = _rows(comparison, view)
        _heading(comparison, rows, view, offered)
        with st.sidebar:
            compare_filters.side(offered, view)
        compare_filters.above(offered, view)
        _compared(comparer, comparison, rows, view, offered)


def _completed(comparer: Comparer, wished: View) -> View:
    """The view that can be shown; remembers an indicator that nobody asked for."""
    view = completed(comparer, wished)
    if view.concept != wished.concept:
        st.session_state[CHOSEN_FOR_YOU] = view.concept
    elif st.session_state.get(CHOSEN_FOR_YOU) != view.concept:
        st.session_state.pop(CHOSEN_FOR_YOU, None)
    return view


def _rows(comparison: Comparison, view: View) -> tuple[Row, ...]:
    return ordered(comparison.rows, view.order) if view.tab is Tab.ACROSS else comparison.rows


def _heading(comparison: Comparison, rows: Sequence[Row], view: View, offered: Choices) -> None:
    st.html(compare_panels.heading_html(_title(view, offered), _summary(comparison, rows, view)))
    if st.session_state.get(CHOSEN_FOR_YOU) == view.concept:
        st.html(compare_panels.chosen_html(view.concept))


def _title(view: View, offered: Choices) -> str:
    units = {scale: unit for scale, unit, _ in offered.scales}
    when = f"{view.year}年" if view.tab is Tab.ACROSS else f"{view.first}—{view.last}年"
    assert view.scale is not None
    return f"{view.concept}　{scale_said(view.scale, units.get(view.scale, ''))}　{when}"


def _summary(comparison: Comparison, rows: Sequence[Row], view: View) -> tuple[str, ...]:
    if view.tab is Tab.ACROSS:
        return (across_said(comparison),)
    return tuple(through_said(group) for group in _by_place(rows))


def _by_place(rows: Iterable[Row]) -> tuple[tuple[Row, ...], ...]:
    """The rows of each place that has a point."""
    groups = (tuple(group) for _, group in groupby(rows, key=lambda row: row.places))
    return tuple(group for group in groups if any(row.points for row in group))


def _compared(comparer: Comparer, comparison: Comparison, rows: Sequence[Row], view: View, offered: Choices) -> None:
    if not comparison.points:
        st.html(compare_panels.nothing_html(view))
        _left_out(comparer, comparison)
        return
    if view.tab is Tab.THROUGH and not view.places:
        st.html(compare_panels.default_place_html(rows[0].place, len(offered.places) - 1))
    picked = _charts(comparison, rows, view, palette(st.context.theme.type))
    _remarks(comparison, rows, view, offered)
    found = lines(comparison, rows)
    titles = _titles(comparer, (line.figure for line in found if line.figure))
    picked[TABLE] = _table(found, titles, comparison, view)
    _files(comparison, found, rows, view, offered)
    figure = _last_used(picked)
    if figure is None:
        st.html(compare_panels.HINT)
    else:
        figure_card(figure, comparer.index, "compare")
    _left_out(comparer, comparison)


def _charts(comparison: Comparison, rows: Sequence[Row], view: View, colours: Palette) -> dict[str, Figure | None]:
    """The charts; returns the figure whose mark was clicked in each."""
    specs = _specs(comparison, rows, view, colours)
    picked: dict[str, Figure | None] = {}
    for number, (heading, spec) in enumerate(specs):
        if heading:
            st.html(f'<h2 class="zw-section">{as_html(heading)}</h2>')
        event: Any = st.vega_lite_chart(
            spec,
            width="stretch",
            theme=None,
            key=f"compare-chart-{number}-{hash((comparison.concept, view)):x}",
            on_select=partial(_used, f"chart-{number}"),
            alt="".join(_summary(comparison, rows, view)),
        )
        picked[f"chart-{number}"] = _picked(event, comparison)
    return picked


def _specs(
    comparison: Comparison, rows: Sequence[Row], view: View, colours: Palette, width: int | None = None
) -> list[tuple[str, compare_chart.Spec]]:
    """Charts with the headings above them."""
    if view.tab is Tab.ACROSS:
        return [("", compare_chart.across(comparison, rows, colours, width))]
    groups = _by_place(rows)
    alone = len(groups) == 1
    height = compare_chart.ONLY_PANEL if alone else compare_chart.PANEL
    return [
        (group[0].place, compare_chart.through(comparison.of(group), group, colours, height, width)) for group in groups
    ]


def _picked(event: Any, comparison: Comparison) -> Figure | None:
    marks: Sequence[Mapping[str, object]] = event.get("selection", {}).get(compare_chart.PICKED) or ()
    wanted = {mark.get("id") for mark in marks}
    return next((p.figure for p in comparison.points if compare_chart.point_id(p) in wanted), None)


def _used(widget: str) -> None:
    st.session_state[LAST_USED] = widget


def _last_used(picked: Mapping[str, Figure | None]) -> Figure | None:
    """What was chosen last, or else anywhere."""
    last = picked.get(st.session_state.get(LAST_USED, ""))
    return last or next((figure for figure in picked.values() if figure), None)


def _remarks(comparison: Comparison, rows: Sequence[Row], view: View, offered: Choices) -> None:
    across = view.tab is Tab.ACROSS
    remarks = (
        compare_panels.reading_html(comparison, view.tab),
        compare_panels.alone_html() if len(comparison.points) == 1 else "",
        compare_panels.missing_html(comparison, rows) if across else "",
        compare_panels.year_before_html(comparison, view, offered.years) if across else "",
        compare_panels.too_many_html(sum(bool(row.points) for row in rows)) if across else "",
        compare_panels.cut_html() if comparison.cut else "",
    )
    if said := "".join(remarks):
        st.html(said)


def _table(found: Sequence[Line], titles: Mapping[str, str], comparison: Comparison, view: View) -> Figure | None:
    """The table; returns the figure whose row is selected."""
    event = st.dataframe(
        table(found, titles),
        key=f"compare-table-{hash((comparison.concept, view)):x}",
        height=min(TABLE_HEIGHT, ROW_HEIGHT * (len(found) + 1) + 2),
        row_height=ROW_HEIGHT,
        hide_index=True,
        placeholder="",
        on_select=partial(_used, TABLE),
        selection_mode="single-cell",
        column_config=_column_config(),
        alt="图中各点的表格",
    )
    chosen = (row for row, _ in event["selection"]["cells"])
    return next((found[row].figure for row in chosen if row < len(found)), None)


def _left_out(comparer: Comparer, comparison: Comparison) -> None:
    """What is not drawn, folded away below its number."""
    left = comparison.left_out
    if not left:
        return
    with st.expander(f"没有画出的 {len(left)} 个数和原因", key="compare-left-out"):
        titles = _titles(comparer, (one.figure for one in left))
        st.dataframe(
            left_out_table(left, titles),
            key="compare-left-out-table",
            height=min(LEFT_OUT_HEIGHT, ROW_HEIGHT * (len(left) + 1) + 2),
            row_height=ROW_HEIGHT,
            hide_index=True,
            placeholder="",
            column_config=_column_config(),
            alt="没有画出的数和原因",
        )


def _column_config() -> dict[str, Any]:
    columns: dict[str, Any] = {name: st.column_config.TextColumn(width=width) for name, width in WIDTHS.items()}
    columns["没有画出的原因"] = st.column_config.TextColumn(width=280)
    columns[SOURCE] = st.column_config.LinkColumn(width=WIDTHS[SOURCE], display_text="看原文")
    return columns


def _files(comparison: Comparison, found: Sequence[Line], rows: Sequence[Row], view: View, offered: Choices) -> None:
    def picture() -> compare_chart.Spec:
        specs = _specs(comparison, rows, view, LIGHT, WIDTH)
        headings, charts = [heading for heading, _ in specs], [spec for _, spec in specs]
        title = _title(view, offered)
        return sheet(charts, headings, title, _summary(comparison, rows, view), LIGHT.page)

    with st.container(key="zw-compare-files", horizontal=True, vertical_alignment="center"):
        for file in downloads(comparison, found, picture):
            st.download_button(
                f"下载 {file.name}",
                file.make,
                file_name=f"{view.concept}.{file.ending}",
                mime=file.mime,
                key=f"compare-{file.ending}",
                icon=":material/download:",
                on_click="ignore",
                type="tertiary",
            )
        st.html(
            compare_panels.copy_html(urljoin(st.context.url or "", link(COMPARE, params_of(view)))), width="content"
        )


def _titles(comparer: Comparer, figures: Iterable[Figure]) -> dict[str, str]:
    docs = tuple(dict.fromkeys(figure.doc for figure in figures))
    if not docs:
        return {}
    return {summary.path: summary.metadata.title for summary in comparer.index.documents(Filter(docs=docs))}
