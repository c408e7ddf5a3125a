"""Whether a figure says what its indicator comes to for its whole place in its one year.

In: a figure, the words around it, and the year of its report. Out: the reason why it does not, None where it does.
The rules are an ordered table; each names what the reports do.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from rag.comparing.rows import Reason
from rag.comparing.surroundings import Surroundings
from rag.figures.lexicon import lexicon
from rag.records import Figure, FigureKind


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure with what it stands in; `report_year` None where the document does not say."""

    figure: Figure
    around: Surroundings
    report_year: int | None


_YEARS_COUNT = r"(?:[两二三四五六七八九十]|十[一二三四五]|\d{1,2})"
_SEVERAL = rf"""
    (?:过去|今后|未来|近|这|前|头){_YEARS_COUNT}个?年 | {_YEARS_COUNT}个?年(?:来|间|内|里|累计|共|合计|时间|左右)
    | (?<!\d){_YEARS_COUNT}年(?=城镇|农村|新增|累计|投[入资])                     # 五年城镇新增就业
    | [“"‘]?十?[一二三四五六七八九十]五[”"’]?(?:时期|期间|以来|五年|期末累计|规划[^，。]{0, 12}(?:完成|实现))
    | (?:本届|上届)政府|任期内
"""
_COMPARED = r"(?:比|与|同|较|从|由|自|是)(?P<base>(?:19|20)\d\d)年"
_PART = r"""
    [上下]半年 | (?:前|第)?[一二三四1234](?:[至到—–-][一二三四1234])?个?季度 | 前?(?:\d{1,2}|[一二三四五六七八九十]{1,2})个月
    | \d{1,2}[至到—–-]\d{1,2}月 | 截[至止]\d{1,2}月 | \d{1,2}月(?:底|末|份|中旬|上旬|下旬) | 目前为止 | 截至目前
"""
_SINGLE = r"""
    今年|去年|上年|上一年|全年|当年|本年|年度|过去的?一年|一年来|同比|明年|前年
    | (?<![比与同较从由自是\d])(?:19|20)\d\d年(?!代|以来|来) | 预期目标|主要目标
"""
_TIME = re.compile(
    rf"(?P<compared>{_COMPARED})|(?P<several>{_SEVERAL})|(?P<part>{_PART})|(?P<single>{_SINGLE})", re.VERBOSE
)
# 五年年均增长5.2%: of the clause alone
_MEAN = re.compile(r"年均|年平均|平均每年|每年平均|平均每?年?递增|[逐每]年递增|每年|累计|年递增")
# 比上年增长5%: of the year before
_ON_YEAR = re.compile(r"(?:比|较|同)(?:上年|去年|上一年|上年同期|去年同期)|同比|(?:当|本|今|去|上)年|全年")


def time_of(figure: Figure, around: Surroundings) -> Reason | None:
    """What the last time expression before a figure says against its being of one whole year."""
    if _MEAN.search(around.clause):
        return Reason.SEVERAL_YEARS
    if _ON_YEAR.search(around.clause):
        return None
    last = max(_TIME.finditer(around.before), key=lambda found: found.end(), default=None)
    if last is None or last.lastgroup == "single":
        return None
    if last["part"]:
        return Reason.PART_OF_YEAR
    before = figure.year is not None and last["base"] == str(figure.year - 1)
    return None if before else Reason.SEVERAL_YEARS


def is_dated(around: Surroundings) -> bool:
    """True where the paragraph says before the figure that it speaks of one year (今年发展主要预期目标是)."""
    last = max(_TIME.finditer(around.before), key=lambda found: found.end(), default=None)
    return last is not None and last.lastgroup == "single"


def _late_target(stated: Stated) -> bool:
    """A goal of a year that was over when the report was given: it is looked back on, or the year is not its own."""
    year, report = stated.figure.year, stated.report_year
    return stated.figure.kind is FigureKind.TARGET and None not in (year, report) and (report or 0) > (year or 0)


def _early_result(stated: Stated) -> bool:
    """A result of a year that was not over when the report was given: progress, or the year is not its own."""
    year, report = stated.figure.year, stated.report_year
    return stated.figure.kind is FigureKind.RESULT and None not in (year, report) and (report or 0) <= (year or 0)


# 旗县经济总量: of each of the places inside
_PARTS = re.compile(r"(?:各|全部|所有|其他)?[县市区旗盟州镇乡]{2}(?![场级])|[县镇村]域")
# 生产总值【超200亿元】县（区）达26个
_DEFINED = re.compile(r"的?(?:[县市区旗镇乡村](?![场域级])|企业|城市|园区|单位|家庭|项目)")


def _of_parts(stated: Stated) -> bool:
    return _PARTS.match(stated.figure.indicator) is not None


def _defines(stated: Stated) -> bool:
    return _DEFINED.match(stated.around.after) is not None


_FUNCTION = re.compile(
    rf"(?:{lexicon().level.pattern}|{lexicon().increase.pattern}|{lexicon().decrease.pattern}|{lexicon().adverb.pattern}"
    r"|比上年|比去年|较上年|实际|名义|同口径|(?:按|扣除)?可比(?:价格?|口径)?|按?不变价格?|现价|价格因素|[\d.%年月的]|可以|计划|增速|左右"
    r"|(?:19|20)\d\d年)"
)
_HAN = re.compile(r"[一-龥]")


def inherited(stated: Stated) -> bool:
    """True where the clause does not name the indicator itself."""
    tail = stated.figure.indicator[-2:]
    return tail not in stated.around.clause


def _other_subject(stated: Stated) -> bool:
    """The clause has a subject of its own, which shares nothing with the indicator (出口首次【突破2万亿元】)."""
    if not inherited(stated):
        return False
    own = "".join(_HAN.findall(_FUNCTION.sub(" ", stated.around.clause)))
    named = stated.figure.indicator + (stated.figure.concept or "")
    return len(own) >= 2 and not any(own[at : at + 2] in named for at in range(len(own) - 1))


_RULES: tuple[tuple[Reason, Callable[[Stated], bool]], ...] = (
    (Reason.MASKED, lambda stated: stated.figure.value is None),
    (Reason.NO_YEAR, lambda stated: stated.figure.year is None),
    (Reason.NO_PLACE, lambda stated: not stated.figure.places),
    (Reason.LATE_TARGET, _late_target),
    (Reason.EARLY_RESULT, _early_result),
    (Reason.PART_OF_PLACE, _of_parts),
    (Reason.DEFINES, _defines),
    (Reason.OTHER_SUBJECT, _other_subject),
)


def against(stated: Stated) -> Reason | None:
    """The first reason not to take a figure for what its place comes to in its year; None where there is none."""
    found = next((reason for reason, holds in _RULES if holds(stated)), None)
    return found or time_of(stated.figure, stated.around)
