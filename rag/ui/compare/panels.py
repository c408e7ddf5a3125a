"""What stands around the charts of the page 对比与追踪 → HTML for `st.html`. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.comparing.rows import Comparison, Row
from rag.records import FigureCount, FigureKind
from rag.ui.compare.bars import MOST_BARS
from rag.ui.compare.lines import SHORT
from rag.ui.compare.shown import Shown
from rag.ui.compare.view import Tab, View, params_of
from rag.ui.compare.wording import OPEN_DOWN, OPEN_UP, OUTCOMES, TELLING, direction_said, named
from rag.ui.parts import cards
from rag.ui.parts.escaping import as_html
from rag.ui.parts.links import COMPARE, link
from rag.ui.parts.panels import notice_html
from rag.ui.parts.wording import FIGURE_KINDS

HINT = '<p class="zw-hint">点图上的一处或表里的一行，看它在原文里的那句话。</p>'
NO_INDICATOR = notice_html(
    "还没有可以对比的指标",
    "这些报告里没有认得出的通用指标（如地区生产总值、粮食产量）；加入新的报告并更新资料库后再来看。",
)


def heading_html(title: str, summary: Sequence[str]) -> str:
    """The name of the page, what is compared, and in a line or some what comes of it."""
    lines = "".join(f"<p>{as_html(line)}</p>" for line in summary if line)
    return (
        f'<header class="zw-heading"><h1>对比与追踪</h1><p><strong>{as_html(title)}</strong></p></header>'
        f'<div class="zw-summary" role="status">{lines}</div>'
    )


def chosen_html(concept: str) -> str:
    """That nobody asked for this indicator."""
    return f'<p class="zw-hint">没有指定指标，先看数据最全的“{as_html(concept)}”；可以在下面换一个。</p>'


def remarks_html(shown: Shown) -> str:
    """All that is to be said below the charts."""
    comparison, rows, view = shown.comparison, shown.rows, shown.view
    across = view.tab is Tab.ACROSS
    remarks = (
        reading_html(comparison, view.tab),
        alone_html() if len(comparison.points) == 1 else "",
        missing_html(comparison, rows) if across else "",
        year_before_html(comparison, view, shown.offered.years) if across else "",
        too_many_html(sum(bool(row.points) for row in rows)) if across else "",
        cut_html() if comparison.cut else "",
    )
    return "".join(remarks)


def reading_html(comparison: Comparison, tab: Tab) -> str:
    """How the marks are to be read, as far as they are there."""
    targets = [point.figure for point in comparison.points if point.kind is FigureKind.TARGET]
    bounds = {figure.bound for figure in targets}
    told = {row.judged.outcome for row in comparison.rows if row.judged and row.judged.outcome in TELLING}
    notes = [
        ("▸ 表示“以上”", tab is Tab.ACROSS and not bounds.isdisjoint(OPEN_UP)),
        ("◂ 表示“以内”", tab is Tab.ACROSS and not bounds.isdisjoint(OPEN_DOWN)),
        ("虚线段表示区间", tab is Tab.ACROSS and any(figure.value_high is not None for figure in targets)),
        ("竖条表示区间", tab is Tab.THROUGH and any(figure.value_high is not None for figure in targets)),
        (
            "年份上方：" + "、".join(f"{SHORT[o]}＝{OUTCOMES[o]}" for o in TELLING if o in told),
            tab is Tab.THROUGH and bool(told),
        ),
        (direction_said(comparison.concept).rstrip("。"), bool(told)),
        ("只连相邻的年份", tab is Tab.THROUGH),
        (_doubtful(comparison), tab is Tab.THROUGH),
    ]
    said = "；".join(note for note, holds in notes if holds and note)
    return f'<p class="zw-hint zw-marks">{as_html(said)}。</p>' if said else ""


def _doubtful(comparison: Comparison) -> str:
    """2012年的完成与前后年份相差悬殊."""
    found = [f"{p.year}年的{FIGURE_KINDS[p.kind]}" for p in comparison.points if p.doubtful]
    return f"{named(found)}与前后年份相差悬殊，请看原文" if found else ""


def missing_html(comparison: Comparison, rows: Sequence[Row]) -> str:
    """Places whose reports could have the figure and do not; those of whom the report is not there."""
    lines = []
    for kind in comparison.kinds:
        silent = [row.place for row in rows if kind in row.reported and not _has(row, kind)]
        if silent and any(_has(row, kind) for row in rows):
            lines.append(f"报告里没有写明{FIGURE_KINDS[kind]}的：{named(silent)}。")
        elif not any(_has(row, kind) for row in rows):
            lines.append(f"{_nobody(rows, kind)}。")
    return "".join(f'<p class="zw-hint">{as_html(line)}</p>' for line in lines)


def year_before_html(comparison: Comparison, view: View, years: Sequence[FigureCount]) -> str:
    """The way to the year before, where the results of this one are still to come."""
    before = view.year - 1
    due = FigureKind.RESULT in comparison.kinds and not any(
        FigureKind.RESULT in row.reported for row in comparison.rows
    )
    if not due or str(before) not in {count.value for count in years}:
        return ""
    address = link(COMPARE, params_of(replace(view, year=before)))
    return f'<p class="zw-hint"><a href="{as_html(address)}" target="_self">看{before}年的完成数</a></p>'


def copy_html(address: str) -> str:
    """The link to the page as it stands, to be copied."""
    return f'<p class="zw-hint zw-link">这一页的链接 {cards.copy_html(address)}</p>'


def too_many_html(bars: int) -> str:
    """That not every place is drawn."""
    return (
        f'<p class="zw-hint">图上只画前 {MOST_BARS} 个，共 {bars} 个地区，其余见下表。</p>' if bars > MOST_BARS else ""
    )


def nothing_html(view: View) -> str:
    """What to do where there is no point to draw."""
    kind = FIGURE_KINDS[view.kind] if view.kind else "数"
    when = f"{view.year}年" if view.tab is Tab.ACROSS else f"{view.first}—{view.last}年"
    where = "、".join(view.places[:3]) + ("等地" if len(view.places) > 3 else "") if view.places else "各地"
    return notice_html(
        "没有可以画出的数",
        f"{where}{when}的“{view.concept}”没有能互相比较的{kind}。\n换一个年份、口径或指标，或者在左侧少选几个条件。",
    )


def alone_html() -> str:
    """That one point makes no comparison."""
    return '<p class="zw-hint">只有一个数，比不出高低；可以换一个年份或口径，或多选几个地区。</p>'


def default_place_html(place: str, others: int) -> str:
    """That nobody asked for this place."""
    more = f"还有 {others} 个地区有这一项，" if others else ""
    return f'<p class="zw-hint">没有选地区，先看数据最多的{as_html(place)}；{more}可以在左侧选几个放在一起看。</p>'


def cut_html() -> str:
    """That there are more figures than are looked at."""
    return '<p class="zw-hint">符合条件的数太多，只看了其中一部分；请选几个地区。</p>'


def _has(row: Row, kind: FigureKind) -> bool:
    return (row.target if kind is FigureKind.TARGET else row.result) is not None


def _nobody(rows: Sequence[Row], kind: FigureKind) -> str:
    """2025年还没有完成数：要看2026年的报告."""
    year = max((row.year for row in rows), default=0)
    if kind is FigureKind.RESULT and not any(kind in row.reported for row in rows):
        return f"{year}年的完成数要看{year + 1}年的报告，资料库里还没有"
    return f"{year}年的报告里没有写明{FIGURE_KINDS[kind]}" if year else f"报告里没有写明{FIGURE_KINDS[kind]}"
