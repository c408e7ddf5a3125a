"""Of what time a figure speaks: of one year, of several, of a part of one.

In: a figure and the words around it. Out: the reason not to take it for what its year comes to, None where there is none.
"""

from __future__ import annotations

import re

from rag.comparing.rows import Reason
from rag.comparing.surroundings import Surroundings
from rag.records import Figure, Measure

_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
YEAR = r"(?:(?:19|20)\d\d|[一二][九〇零○][〇零○一二三四五六七八九]{2})"
_COUNT = r"(?:[两二三四五六七八九十]|十[一二三四五]|\d{1,2})"
_PLAN = r"[“\"‘]?十?[一二三四五六七八九十]五[”\"’]?"
# 创10年来新高, 14年来首次: how rare it is, not how long it took
_RARE = r"(?![^，。；、]{0,8}(?:首次|首位|最[高低好大小优快]|新高|新低))"
_SPAN = rf"""
    (?:过去|今后|未来){_COUNT}个?年 | {_COUNT}个?年(?:来|间) | {_PLAN}(?:时期|期间|以来|五年) | (?:本届|上届)政府
"""
_SEVERAL = rf"""
    (?:{_SPAN} | (?:近|这|前|头){_COUNT}个?年 | {_COUNT}个?年(?:内|里|累计|共|合计|时间|年均)
    | (?<!\d){_COUNT}年(?=城镇|农村|新增|累计|投[入资])                     # 五年城镇新增就业
    | {_PLAN}(?:期末累计|规划[^，。]{{0,12}}(?:完成|实现)) | 任期内){_RARE}
"""
_PART = r"""
    [上下]半年 | (?:前|第)?[一二三四1234](?:[至到—–-][一二三四1234])?个?季度 | 前?(?:\d{1,2}|[一二三四五六七八九十]{1,2})个月
    | \d{1,2}[至到—–-]\d{1,2}月 | 截[至止]\d{1,2}月 | 目前为止 | 截至目前
"""
# 6月底前完成: of its own sentence only
_MONTH = r"\d{1,2}月(?:底|末|份|中旬|上旬|下旬)"
_THIS = r"今年|去年|上年|上一年|全年|当年|本年|年度|过去的?一年|一年来|同比|明年|前年|预期目标|主要目标"
_TIME = re.compile(
    rf"""
    (?P<compared>[比与同较从由自是](?P<base>{YEAR})年) | (?P<several>{_SEVERAL}) | (?P<part>{_PART}) | (?P<month>{_MONTH}) | (?P<this>{_THIS})
    | (?<!\d)(?P<year>{YEAR})年(?!代|以来|来)
    """,
    re.VERBOSE,
)
# what a sentence or a heading begins with holds for the paragraphs below it, until another begins so
_SCOPE = re.compile(
    rf"""
    (?:^|[。！\n])[\s\u3000/]*(?:[一二三四五六七八九十]{{1,3}}、|[—-]+)?(?:回顾|在|经过)?
    (?:(?P<several>(?:{_SPAN}){_RARE})|(?P<single>去年|今年|过去的?一年|一年来|(?<!\d)(?:19|20)\d\d年(?!以来|来)))
    """,
    re.VERBOSE,
)
# 五年年均增长5.2%: of the clause alone
_MEAN = re.compile(r"年均|年平均|平均每年|每年平均|平均每?年?递增|[逐每]年递增|每年|累计|年递增")
# 增加到121万亿元: the amount of the last year, however long it took
_RISEN_TO = re.compile(r"(?:增加|提高|上升|扩大|增长|发展|提升|下降|减少|降低|缩小|压减|降|增|升)(?:到|至|为)$")
# 比上年增长5%: of the year before
_ON_YEAR = re.compile(r"(?:比|较|同)(?:上年|去年|上一年|上年同期|去年同期)|同比|(?:当|本|今|去|上)年|全年")


def time_of(figure: Figure, around: Surroundings) -> Reason | None:
    """What the time expressions before a figure say against its being of its one whole year: those of its clause first, then
    the last one of its paragraph, then what its section last began with."""
    if _MEAN.search(around.clause):
        return Reason.SEVERAL_YEARS
    if _ON_YEAR.search(around.clause):
        return None
    last = _last_time(around.before)
    if last is not None and (last["part"] or (last["month"] and last.group() in around.sentence)):
        return Reason.PART_OF_YEAR
    named = _year(last["year"]) if last is not None and last["year"] else None
    if last is not None and named not in (None, figure.year) and last.group() in around.sentence:
        return Reason.OTHER_YEAR
    several = _is_of_several(last, figure) if last is not None and named in (None, figure.year) else _scope(around)
    risen = figure.measure is Measure.LEVEL and _RISEN_TO.search(around.clause) is not None
    return Reason.SEVERAL_YEARS if several and not risen else None


def is_dated(around: Surroundings) -> bool:
    """True where the paragraph says before the figure that it speaks of one year (今年发展主要预期目标是)."""
    last = _last_time(around.before)
    return last is not None and last.lastgroup in ("this", "year")


def _last_time(words: str) -> re.Match[str] | None:
    return max(_TIME.finditer(words), key=lambda found: found.end(), default=None)


def _year(digits: str) -> int:
    return int(digits.translate(_DIGITS))


def _is_of_several(last: re.Match[str], figure: Figure) -> bool:
    """True for a span of years, and for a comparison with a year that is not the one before."""
    before = (figure.year or 0) - 1
    return bool(last["several"]) or (bool(last["base"]) and _year(last["base"]) != before)


def _scope(around: Surroundings) -> bool:
    """True where the section so far last began to speak of several years."""
    last = max(_SCOPE.finditer(around.lead), key=lambda found: found.end(), default=None)
    return last is not None and bool(last["several"])
