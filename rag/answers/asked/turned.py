"""How an amount was changed from one year to another: 比2024年调低了, 跟上年比变没变, 哪些县上调了.

In: a clean question and where it names years. Out: a `Turn`: which way of changing is asked for, whether the year before is meant
without its number, and which stretches of the question say so; None where no year is held against another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rag.answers.words.blanking import BLANK, blank

Spans = tuple[tuple[int, int], ...]


class Turned(StrEnum):
    """Which way an amount lies to that of an earlier year."""

    LOWERED = "lowered"
    RAISED = "raised"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Turn:
    """How an amount was changed is asked for; `ways` are those that the question names, in its order.

    `since_last_year` is set where the earlier year is only called the year before, `from_result` where a goal is held against what
    was reached in it.
    """

    ways: tuple[Turned, ...] = ()
    since_last_year: bool = False
    from_result: bool = False
    spans: Spans = ()


_AND = r"[\s，,、；;：:]*"
_MORE = r"(?:还要?|又|再|更|要|是|都|也|有所|往|向|做?了|定得|被|给)*"
_SOFT = r"(?:了|的|过|得|来|些|一?点|一些|幅度|多少)*"
# what is changed on purpose: 下调 is said of what was set before, whatever stands around it
_LOWERED = r"下调|调低|调降|调减|调小|[往向]下调|降低标准|压低|下修|降了?档|砍"
_RAISED = r"上调|调高|调升|调增|调大|[往向]上调|抬高|拔高|加码|上修|提了?档"
_KEPT = r"没有?(?:做|作|任何|什么|啥)?(?:变化|变动|调整|改变|改动|动|变|调|改)|(?:保持|维持)?(?:不变|原样|持平|一致)|原封不动|原地踏步|照旧|未(?:变|调整|改)"
# what is neither up nor down by itself: 有啥变化, 变了吗
_ASKED = (
    r"变没变|变了?(?:没有?|吗|么|多少)|改没改|改了(?:没有?|吗|多少)|动没动|(?:有(?:没有|无|什么|啥|何|哪些|怎样的)?|是否(?:有|做)?)(?:变化|变动|调整|改动)"
    r"|(?:有没有|是否|有无)(?:提高|降低|提升|上升|下降|增加|减少|变[高低大小多少])"
    r"|(?:怎么|如何|咋)(?:变|调|改)(?:化|动|整)?(?:了|的)?|变化(?:了)?(?:多少|大|如何|怎么样|情况|幅度)?|是否(?:变|改|调整|一致|相同)|调整(?:了)?(?:多少|吗|没有?)"
)
_OR = r"(?:还是|或者?|抑或|、|和|与)"
_LOW = r"下降|降低|减少|缩小|回落|放缓|[低少小慢降减](?!保|碳|空)"
_HIGH = r"提高|上升|增加|提升|升高|加快|[高多大快升涨](?!新|铁|技|速|标|校|等|质)"
_SAME = r"一样|相同|持平|一致|相等|不变"
# 比2024年, 跟上年的目标相比
_LAST = r"(?:上一?年度?|去年|前一?年|头一?年|上一年度?)"
_OF_YEAR = r"(?:的|年度?|(?:工作)?报告|预期|目标|指标|任务|计划|实际|完成|达到|实现|结果|情况|水平|增[速长]|[定提说](?:出|下)?的|里|中|数|值|那会儿|时)*"
_HELD = re.compile(
    rf"(?:相?[比较]起?|相[比较较]于|对比|对照)(?:{BLANK}+|(?P<last>{_LAST})){_OF_YEAR}(?:相比(?:较)?|来[说看])?"
    rf"|[跟和与同](?:{BLANK}+|(?P<like>{_LAST})){_OF_YEAR}(?:[相对作]?比(?:较|起来|一比|之下)?|(?={_SAME}))"
    rf"|{BLANK}{_OF_YEAR}(?:[相对作]比(?:较|起来|一比|之下)?)"
)
# 高于2024年实际
_LIES = re.compile(
    rf"(?:(?P<raised>高于|超过|高过|高出|快于|大于|多于)|(?P<lowered>低于|低过|慢于|小于|少于|不及|赶不上)|(?P<kept>等于))"
    rf"(?:{BLANK}+|(?P<last>{_LAST})){_OF_YEAR}"
)
_WHETHER_KEPT = re.compile(rf"(?P<kept>{_SAME})(?=了?(?:吗|么|不|没))|(?:是否|是不是|有没有)(?P<same>{_SAME})")
_GOAL, _REACHED = re.compile("目标|预期|计划|任务|指标"), re.compile("实际|完成|达到|实现|结果")
# amounts that are set, and rates, are higher or lower; of others it is asked by how much they grew, which reports tell themselves
_SET_AMOUNT = re.compile(r"目标|指标|任务|计划|预期|定[的得下]|增速|增幅|涨幅")
_DIRECTION = re.compile(
    rf"{_AND}(?:(?:哪|有)[^，,。；;？?！!{BLANK}]{{1,8}}?|(?:目标|指标|任务|计划|是|数字)*)?{_MORE}"
    rf"(?:(?P<lowered>{_LOW})|(?P<raised>{_HIGH})|(?P<kept>{_SAME})){_SOFT}"
)
_SET = re.compile(rf"(?P<asked>{_ASKED})|(?P<lowered>{_LOWERED})|(?P<raised>{_RAISED})|(?P<kept>{_KEPT})")
_TAIL = re.compile(
    rf"{_SOFT}(?:有(?:几|多少)[个家])?(?:{_OR}(?:是|给|被)?(?:{_LOWERED}|{_RAISED}|{_KEPT}|{_LOW}|{_HIGH}|{_SAME}){_SOFT})*(?:吗|么|呢|没有?)?"
)
_EITHER = re.compile(_OR)
_CHANGED = re.compile(rf"{_LOWERED}|{_RAISED}")


def asked_turn(clean: str, years: Sequence[tuple[int, int]], several: bool) -> Turn | None:
    """The turn that a question asks for: by words of changing, or by holding a year against another as higher or lower;
    `several` says that it names two years itself."""
    text = blank(clean, years)
    held, lies = _HELD.search(text), _LIES.search(text)
    last = held is not None and bool(held["last"] or held["like"])
    last = last or (lies is not None and bool(lies["last"]))
    # 2024年把目标调低了: what was set before is that of the year before
    last = last or (len(years) == 1 and bool(_SET_AMOUNT.search(text)) and _CHANGED.search(text) is not None)
    if not several and not last:
        return None
    found = [*_SET.finditer(text)]
    if held is not None and _SET_AMOUNT.search(text) and (said := _DIRECTION.match(text, held.end())) is not None:
        found = [said, *(m for m in found if m.start() >= said.end() or m.end() <= said.start())]
    if not found and several and _SET_AMOUNT.search(text):
        # 2026年和2025年的GDP目标一样吗
        found = [*_WHETHER_KEPT.finditer(text)]
    if lies is not None and _SET_AMOUNT.search(text):
        found, held = [lies], None
    if not found:
        return None
    spans = tuple((m.start(), _end(text, m.end())) for m in found)
    asked = "".join(text[start:stop] for start, stop in spans)
    ways = () if _EITHER.search(asked) else tuple(dict.fromkeys(way for m in found if (way := _way(m))))
    against = held or lies
    return Turn(ways, last, _is_from_result(text, against), (*spans, *((held.span(),) if held else ())))


def _is_from_result(text: str, against: re.Match[str] | None) -> bool:
    """True for 目标比上年实际高: what was set is held against what was reached."""
    if against is None:
        return False
    apart = text[: against.start()] + text[against.end() :]
    return bool(_REACHED.search(against[0]) and not _GOAL.search(against[0]) and _GOAL.search(apart))


def _end(text: str, at: int) -> int:
    tail = _TAIL.match(text, at)
    return tail.end() if tail is not None else at


def _way(match: re.Match[str]) -> Turned | None:
    return next((way for way in Turned if match.groupdict().get(way.value)), None)
