"""How comparisons are said in Chinese: scales, outcomes, why a figure is not drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from rag.answers.reports.amounts_said import said
from rag.comparing.outcomes import is_kept_down
from rag.comparing.rows import Comparison, Judged, Outcome, Point, Reason, Row
from rag.comparing.scales import Scale
from rag.figures.units import comparable
from rag.records import Bound, Figure, FigureKind, Measure
from rag.ui.parts.wording import FIGURE_KINDS

REASONS = {
    Reason.MASKED: "原文隐去了数字",
    Reason.NO_YEAR: "没有写明是哪一年",
    Reason.NO_PLACE: "没有写明是哪个地区",
    Reason.OTHER_UNIT: "单位不同，不能画在一起",
    Reason.LATE_TARGET: "报告写于那一年之后，是回顾，不是当年定的目标",
    Reason.EARLY_RESULT: "报告写出时那一年还没有结束",
    Reason.SEVERAL_YEARS: "几年合计、年均，或与多年前相比",
    Reason.PART_OF_YEAR: "只是一年中的一段时间",
    Reason.PART_OF_PLACE: "只是其中一部分地方",
    Reason.DEFINES: "用来划线的数，不是这个地区的数",
    Reason.OTHER_SUBJECT: "这半句说的可能是另一项",
    Reason.LISTED: "同一句里并列几个数，分不清各属哪一项",
    Reason.OTHER_YEAR: "这句话前面写的是另一年",
    Reason.OTHER_AMOUNT: "新增的数和总数不能画在一起",
}
OUTCOMES = {
    Outcome.MET: "达成",
    Outcome.NEARLY: "基本达成",
    Outcome.MISSED: "未达成",
    Outcome.UNSURE: "无法判断",
    Outcome.UNREPORTED: "未报告",
    Outcome.NO_TARGET: "没有目标",
}
OPEN_UP, OPEN_DOWN = (Bound.AT_LEAST, Bound.OVER), (Bound.AT_MOST,)
TELLING = (Outcome.MET, Outcome.NEARLY, Outcome.MISSED, Outcome.UNSURE)
MOST_NAMED = 12


def scale_said(scale: Scale, unit: str) -> str:
    """增速（%）, 总量（亿元）."""
    return f"{_scale_name(scale)}（{unit or '无单位'}）"


def _scale_name(scale: Scale) -> str:
    ratio = scale.dimension == comparable_dimension("%")
    if scale.change:
        return "增速" if ratio else "增减量"
    return "水平" if ratio else "总量"


def comparable_dimension(unit: str) -> str:
    """The dimension of a unit by its name."""
    return comparable(Decimal(0), unit)[0]


def value_said(figure: Figure) -> str:
    """The figure in its own words, with the qualifier that stands apart; what falls says so."""
    if figure.masked or figure.value is None:
        return "原文隐去"
    return f"降 {said(figure)}" if figure.measure is Measure.DECREASE else said(figure)


def judged_said(judged: Judged | None) -> str:
    """达成，高 0.3 个百分点."""
    if judged is None:
        return ""
    return "，".join(part for part in (OUTCOMES[judged.outcome], judged.apart) if part)


def silence_said(row: Row, kinds: Sequence[FigureKind]) -> str:
    """What to say in place of figures that no report gives."""
    if row.unclear.intersection(kinds):
        return f"{row.year}年：报告里有数，没有画"
    if row.reported.intersection(kinds):
        return f"{row.year}年：报告里没有"
    due = "、".join(f"{row.year + (kind is FigureKind.RESULT)}年" for kind in kinds)
    return f"{row.year}年：没有{due}的报告"


def point_notes(point: Point) -> tuple[str, ...]:
    """What has to be said of a point: other statements, more ambitious goals, an unusual source."""
    due = point.year + (point.kind is FigureKind.RESULT)
    return tuple(
        note
        for note in (
            f"两处说法不同：另有 {_list(point.otherwise)}" if point.otherwise else "",
            f"另提力争 {_list(point.ambitions)}" if point.ambitions else "",
            f"出自{point.report_year}年的报告" if point.report_year not in (None, due) else "",
            "没有写明报告年份" if point.report_year is None else "",
            "与前后年份相差悬殊，请看原文" if point.doubtful else "",
        )
        if note
    )


def _list(figures: Iterable[Figure]) -> str:
    return "、".join(value_said(figure) for figure in figures)


def across_said(comparison: Comparison) -> str:
    """Who is highest and lowest among the places of a year, one sentence a kind, and how many targets were reached."""
    sentences = [_extremes(comparison, kind) for kind in comparison.kinds]
    return "".join(sentence for sentence in (*sentences, tally_said(comparison.rows, "个地区")) if sentence)


def through_said(rows: Sequence[Row]) -> str:
    """From when to when a place has figures, and how many of its targets were reached."""
    years = [row.year for row in rows if row.points]
    if not years:
        return ""
    span = f"{years[0]}年" if len(years) == 1 else f"{years[0]}—{years[-1]}年"
    counts = "、".join(
        f"{n} 年有{FIGURE_KINDS[kind]}"
        for kind in FigureKind
        if (n := sum(any(point.kind is kind for point in row.points) for row in rows))
    )
    return f"{rows[0].place} {span}：{counts}。{tally_said(rows, '年')}"


def tally_said(rows: Sequence[Row], counted: str) -> str:
    """How many targets with a known result were reached, nearly reached, missed."""
    known = [row.judged.outcome for row in rows if row.judged and row.judged.outcome in TELLING]
    if not known:
        return ""
    parts = "、".join(f"{OUTCOMES[o]} {known.count(o)}" for o in TELLING if o in known)
    return f"目标和完成数都有的 {len(known)} {counted}里，{parts}。"


def _extremes(comparison: Comparison, kind: FigureKind) -> str:
    points = sorted((p for p in comparison.points if p.kind is kind), key=lambda p: (p.low, p.high))
    if not points:
        return ""
    named = FIGURE_KINDS[kind]
    if len(points) == 1:
        return f"只有{points[0].places[-1]}写明了{named}：{value_said(points[0].figure)}。"
    low, high = points[0], points[-1]
    if low.low == high.low:
        return f"{len(points)} 个地区写明了{named}，都是 {value_said(low.figure)}。"
    return (
        f"{len(points)} 个地区写明了{named}，最高 {value_said(high.figure)}（{_who(points, high)}），"
        f"最低 {value_said(low.figure)}（{_who(points, low)}）。"
    )


def _who(points: Sequence[Point], leading: Point) -> str:
    names = [point.places[-1] for point in points if point.low == leading.low]
    return names[0] if len(names) == 1 else f"{names[0]}等 {len(names)} 个"


def named(names: Sequence[str]) -> str:
    """甲、乙、丙等 40 个."""
    return "、".join(names[:MOST_NAMED]) + (f" 等 {len(names)} 个" if len(names) > MOST_NAMED else "")


def direction_said(concept: str) -> str:
    """What reaching the target means where less is better."""
    return "这一项要往低处控制，完成数不高于目标即为达成。" if is_kept_down(concept) else ""
