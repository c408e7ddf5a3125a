"""How the values of records are said in Chinese on the screen."""

from __future__ import annotations

from datetime import datetime

from rag.records import Bound, Figure, FigureKind, Filter, Measure, Question, QuestionKind, ReportKind, Status

REPORT_KINDS = {
    ReportKind.WORK_REPORT: "工作报告",
    ReportKind.INTERVIEW: "访谈",
    ReportKind.SPEECH: "讲话",
    ReportKind.NEWS: "会议新闻",
    ReportKind.POLICY: "政策文件",
    ReportKind.OTHER: "其他材料",
}
FIGURE_KINDS = {FigureKind.TARGET: "目标", FigureKind.RESULT: "完成"}
MEASURES = {Measure.LEVEL: "", Measure.INCREASE: "增幅", Measure.DECREASE: "降幅"}
BOUNDS = {
    Bound.EXACT: "",
    Bound.OVER: "略多于此",
    Bound.ABOUT: "约数",
    Bound.AT_LEAST: "不低于",
    Bound.AT_MOST: "不超过",
    Bound.RANGE: "区间",
}
QUESTION_KINDS = {
    QuestionKind.FIGURE: "查一个数字",
    QuestionKind.TEXT: "查一段表述",
    QuestionKind.LIST: "列出",
    QuestionKind.COMPARE: "比较",
    QuestionKind.COUNT: "计数",
    QuestionKind.EXTREME: "找最高或最低",
    QuestionKind.TRACK: "核对目标和完成情况",
}
INHERITED = {"places": "地区", "years": "年份", "topics": "主题", "indicator": "指标", "kind": "问法"}
UNITS_OF_SIZE = ("字节", "KB", "MB", "GB", "TB")
STATUS_HEADINGS = {
    Status.ANSWERED: "",
    Status.NOT_FOUND: "报告里没有找到",
    Status.MASKED: "原文隐去了这个数字",
    Status.UNCLEAR: "还需要补充一点",
}


def understood(question: Question) -> str:
    """One line that says how the question was read; empty where nothing was made out of it."""
    parts = [
        "、".join(question.places),
        "、".join(f"{year} 年" for year in question.years),
        f"指标“{question.indicator}”" if question.indicator else "",
        f"主题“{'、'.join(question.topics)}”" if question.topics else "",
    ]
    said = [part for part in parts if part]
    if not said:
        return ""
    inherited = [INHERITED[name] for name in question.inherited if name in INHERITED]
    carried = f"（{'、'.join(inherited)}沿用上文）" if inherited else ""
    return "，".join([*said, QUESTION_KINDS[question.kind]]) + carried


def scope(chosen: Filter) -> str:
    """What a search is narrowed to: 青石镇、2024 年、工作报告; empty where it is not."""
    values = (
        *chosen.places,
        *(f"{year} 年" for year in chosen.years),
        *chosen.topics,
        *(REPORT_KINDS[kind] for kind in chosen.kinds),
    )
    return "、".join(values)


def figure_nature(figure: Figure) -> str:
    """What sort of number a figure is: 目标、增幅、不低于."""
    return "、".join(
        part for part in (FIGURE_KINDS[figure.kind], MEASURES[figure.measure], BOUNDS[figure.bound]) if part
    )


def moment(iso: str | None) -> str:
    """An ISO time as local date and minute; 未知 where there is none, as it stands where it is no time."""
    if not iso:
        return "未知"
    try:
        return datetime.fromisoformat(iso).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return iso


def time_left(seconds: float) -> str:
    """A duration said roughly, as one says it: 不到 1 分钟, 约 5 分钟, 约 2 小时."""
    if seconds < 60:
        return "不到 1 分钟"
    if seconds < 3600:
        return f"约 {round(seconds / 60)} 分钟"
    return f"约 {seconds / 3600:.1f} 小时"


def in_bytes(count: int) -> str:
    """A number of bytes in the largest unit of which there is at least one: 640 字节, 1.5 MB."""
    size, unit = float(count), 0
    while size >= 1024 and unit < len(UNITS_OF_SIZE) - 1:
        size, unit = size / 1024, unit + 1
    return f"{size:,.0f} {UNITS_OF_SIZE[unit]}" if unit == 0 else f"{size:,.1f} {UNITS_OF_SIZE[unit]}"
