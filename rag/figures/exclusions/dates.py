"""Dates, times of day and stretches of time: 2024年1月19日, 24小时服务, 连续3次."""

from __future__ import annotations

import re

from rag.figures.exclusions.setting import Setting

_CALENDAR = frozenset({"年", "月", "日", "个月", "天", "周", "星期", "季度", "个季度"})
_SHORTENED = re.compile(
    r"(?:缩短|压缩|压缩至|压减|减少|控制|提前|缩减|降|节约|节省|延长|办结|限时|平均用时)[^，。；]{0,12}$"
)
_SHORTENED_TO = re.compile(r"(?:缩短|压缩|压减|减少|控制|提前|缩减|延长)(?:了|至|到|为|在)?$")
_WRITTEN_YEAR = re.compile(r"(?:\d{4}|[一二][九〇零○][〇零○一二三四五六七八九]{2})年?$")
_STREAK = re.compile(r"连续(?:第)?$")
_IN_STAGES = re.compile(r"(?<![十百千万部成])分$")


def calendar(s: Setting) -> bool:
    """2024年, 3月, 连续9年: a date, or a stretch of days or longer that nothing shortens."""
    if s.unit not in _CALENDAR:
        return False
    if s.unit == "月" or _WRITTEN_YEAR.search(s.written):
        return True
    return not (_SHORTENED_TO if s.unit == "年" else _SHORTENED).search(s.clause_left)


def clock(s: Setting) -> bool:
    """24小时服务: a time that nothing shortens."""
    return s.dimension.startswith("duration") and not _SHORTENED.search(s.clause_left)


def streak(s: Setting) -> bool:
    """连续3次, 分三批: how often in a row, in how many stages."""
    return bool(_STREAK.search(s.left)) or (
        s.unit in ("批", "期", "步", "次", "个阶段") and bool(_IN_STAGES.search(s.left))
    )
