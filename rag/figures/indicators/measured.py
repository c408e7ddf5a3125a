"""The frames in which the name stands before the figure: 地区生产总值达到240亿元, 同比增长21%.

In: the `Parts` of a figure's clause. Out: its `Reading`, or None where the clause is of another frame.
"""

from __future__ import annotations

import re

from rag.figures.indicators.actions import action
from rag.figures.indicators.names import MARKS, trimmed, without_adverbs_behind
from rag.figures.indicators.parts import Parts, Reading
from rag.figures.indicators.predicates import named_before
from rag.figures.lexicon import lexicon
from rag.records import Measure

_SAYS_HOW_FAR = re.compile(r"^(?:目标|实际|计划|预期|完成|任务|本年|全年|其中|达到|实现|预计)*(?:数|值)?$")


_ANNOUNCES = re.compile(r"目标|任务|如下|是$|为$|有$|安排|思路|要求|指出|强调|表示|介绍|说$|问$|答$|编者|要$|方面")


def labelled(parts: Parts) -> Reading | None:
    """脆李鲜果产值：2023年完成7100万元；2024年目标8000万元: the name stands before the colon."""
    said = trimmed(parts.left.removesuffix("达到").removesuffix("完成"))
    label = parts.context.label
    other = parts.previous is not None and label not in parts.previous.indicator
    if not label or other or _ANNOUNCES.search(label) or parts.object or parts.context.joined:
        return None
    only_changes = parts.predicate == "到" and parts.bare
    return Reading(label, parts.measure, "labelled") if only_changes or _SAYS_HOW_FAR.match(said) else None


_TIMES_OF = re.compile(r"(?P<subject>.*?)(?P<relation>(?:大约|大致)?(?:是|为|等于|相当于)|达到)(?P<base>[^，]+)的$")


def multiple(parts: Parts) -> Reading | None:
    """是2010年的2.2倍, 相当于前九年总和的1.6倍: as much of the same, against another time or thing."""
    found = _TIMES_OF.match(parts.left) if parts.dimension.startswith(("times", "ratio")) else None
    if not found:
        return None
    name = action(found["subject"])[1] or (parts.previous.indicator if parts.previous else "")
    if found["relation"].endswith("相当于"):
        name += f"相当于{found['base']}"
    return Reading(name, Measure.LEVEL, "multiple") if name else None


def two_goals(parts: Parts) -> Reading | None:
    """增长7%以上、力争达到8%: a second goal for the same indicator."""
    goes_on = parts.predicate in ("达到", "达", "完成", "实现", "") and parts.bare and parts.context.listed
    ratio = parts.context.same_unit and parts.context.quantity.unit == "%"
    if parts.previous and goes_on and not parts.object and ratio:
        return Reading(parts.previous.indicator, parts.previous.measure, "two goals")
    return None


_RELATION = re.compile(
    r"(?P<subject>.*?)(?P<relation>高于|低于|快于|好于|超|高出|高|低|快)(?P<other>全国|全省|全市|全区|全县|去年|上年|年度|预期|计划|目标|平均|[一-龥]{2,6})(?:[一-龥]{0,8})$"
)
_SHORT_RELATIONS = ("超", "高", "低", "快")
_STANDARDS = ("全国", "全省", "全市", "全区", "全县", "年度", "预期", "计划", "目标", "上年", "去年")


def relative(parts: Parts) -> Reading | None:
    """高于全国1.7个百分点: a figure of its own indicator."""
    found = _RELATION.fullmatch(parts.left)
    if not found or parts.predicate in ("增长", "提高", "下降"):
        return None
    if found["relation"] in _SHORT_RELATIONS and found["other"] not in _STANDARDS:
        return None
    own = trimmed(found["subject"]) or (parts.previous.indicator if parts.previous else "")
    return Reading(f"{own}{found['relation']}{parts.left[found.end('relation') :]}", Measure.LEVEL, "relative")


_SHARE = re.compile(r"占(?![用有领据]|地(?![区方]))[^，。；]*$")
_SHARE_END = re.compile(r"的?(?:比重|比例)?(?:(?:提高|提升|上升|增加|下降|降低)(?:到|至)|保持在|达到?|为|约|超过)?$")


def share(parts: Parts) -> Reading | None:
    """县域经济总量占全省比重达63%: a share, named with what it is a share of."""
    if not _SHARE.search(parts.left) or parts.predicate in lexicon().increase:
        return None
    left = parts.subject if parts.predicate == "到" else parts.left
    name = trimmed(_SHARE_END.sub("", left) + ("比重" if "比重" in left else ""))
    if without_adverbs_behind(name[: name.find("占")]) in ("", "将"):
        owner = named_before(parts.context.skipped) or (_owner(parts.previous.indicator) if parts.previous else "")
        name = owner + name[name.find("占") :]
    return Reading(name, Measure.LEVEL, "share")


_RATE_RISE = re.compile(
    r"(?:增速|涨幅|增幅|(?<!自然)(?<!人口)增长率|增长速度|(?:上涨|增长|上升)幅度|增长(?:的)?(?:预期)?目标)(?:保持|控制|稳定|完成|实现|高|回落|收窄|放缓|降|提高|上升|回升)?(?:[在为达到]|至)*$"
)
_RATE_FALL = re.compile(r"(?:降幅|下降率|降低率|下降幅度|减少幅度)(?:保持|控制|稳定)?[在为达到]*$")


def rate(parts: Parts) -> Reading | None:
    """居民消费价格涨幅2%左右, 增速达到8%: the rate is named and so is a rise."""
    whole = (parts.subject + parts.predicate).rstrip(MARKS)
    for pattern, measure in ((_RATE_RISE, Measure.INCREASE), (_RATE_FALL, Measure.DECREASE)):
        if pattern.search(whole):
            name = trimmed(pattern.sub("", whole))
            inherited = parts.previous.indicator if parts.previous and not name else name
            return Reading(action(inherited)[1] if inherited else "", measure, "rate")
    return None


# 财政收入预期目标为10亿元: that it is a goal says the kind of the figure, not what it measures
_GOAL = re.compile(r"(?<=[一-龥])(?:的)?(?:年度|全年|预期|奋斗|总体|主要|发展)*目标(?:值|数)?(?:任务)?$")
_RELIEF = ("减负", "让利", "减税", "增收节支")
_AVERAGED = re.compile(r"^[户人亩年月日班校村]均$")


def predicated(parts: Parts) -> Reading | None:
    """地区生产总值达到240亿元: subject, predicate, figure."""
    if not parts.predicate:
        return None
    if _AVERAGED.match(parts.subject):
        return Reading(parts.subject + parts.predicate, parts.measure, "predicated")
    if parts.predicate in _RELIEF:
        return Reading(trimmed(parts.subject.removeprefix("为")) + parts.predicate, Measure.LEVEL, "predicated")
    if parts.subject in lexicon().added and parts.measure is not Measure.LEVEL:
        return Reading(parts.predicate, Measure.LEVEL, "predicated")
    _, name = action(_GOAL.sub("", parts.subject))
    return Reading(completed(name, parts), parts.measure, "predicated") if name else None


# 中央财政将增加支出42亿元: the verb of change stands inside, what changes behind it.
_CHANGED = re.compile(r"(?P<whose>[^，]*?)(?:为此)?[将已]?(?P<change>增加|减少)(?![到至了])(?P<name>[一-龥]{2,6})")
_ACTS_AT_ITS_END = re.compile(rf"、{lexicon().action.pattern}$")


def done(parts: Parts) -> Reading | None:
    """新建农村道路32公里, 压减公用经费15%: verb, name, figure."""
    if parts.predicate or not parts.subject:
        return None
    verb, name = action(parts.subject)
    if not name:
        return None
    if not verb and (changed := _CHANGED.fullmatch(name)):
        sign = Measure.INCREASE if changed["change"] == "增加" else Measure.DECREASE
        whose = action(without_adverbs_behind(changed["whose"]))[1]
        return Reading((whose if len(whose) > 2 else "") + changed["name"], sign, "done")
    words, measure = lexicon(), Measure.LEVEL
    if _ACTS_AT_ITS_END.search(name):  # 提高养老金、惠及5万人: the figure is of the last verb
        measure = Measure.LEVEL
    elif verb in words.decrease:
        measure = Measure.DECREASE
    elif verb in words.increase and verb not in words.action:
        measure = Measure.INCREASE
    return Reading(completed(name, parts), measure, "done" if verb else "named")


def inherited(parts: Parts) -> Reading | None:
    """同比增长21%: the clause leaves the indicator out, it is the one before."""
    if parts.previous is None:
        return None
    return Reading(parts.previous.indicator, parts.measure, "inherited")


# 蔬菜基地二期工程全面完工，完成投资2.4亿元
_PROJECT = re.compile(
    r"(?P<name>[^，；。]{2,24}?(?:工程|项目|园区|基地|中心|市场|公路|铁路|机场|水库|电站|医院|学校|改造)(?:[一二三四]期)?(?:工程|项目)?)"
    r"(?:全面|顺利|正式|基本|如期|按期|全部|即将|陆续|已|开工|完工|建成|竣工|投入|投产|加快|有序|进展|推进|启动|实施|落地|通车)"
)


# 粮食, 春季小麦; what is longer tells of a matter, and no amount is its
LONGEST_THING = 4


def completed(name: str, parts: Parts) -> str:
    """粮食播种面积4157万亩、产量1146.1万吨: a head that says nothing alone takes what the one before belongs to."""
    project = _PROJECT.match(parts.context.skipped) if name.endswith("投资") else None
    if project and name in lexicon().general_head:
        return project["name"] + name.removeprefix("完成")
    if name not in lexicon().general_head or _side_by_side(name, parts):
        return name
    # 财政收入6万亿元；粮食连续五年增产，总产量1万亿斤: the thing that the clause between has told of is nearer than the figure before
    nearer = _owner(named_before(parts.context.skipped))
    if 0 < len(nearer) <= LONGEST_THING and name not in lexicon().standing_alone:
        return nearer + name
    if parts.previous is None:
        return name
    return _owner(parts.previous.indicator) + name


def _side_by_side(name: str, parts: Parts) -> bool:
    """消费品零售总额增长4%，出口增长5%: in a row of rises trade and investment stand for themselves."""
    before = parts.previous.measure if parts.previous else Measure.LEVEL
    return name in lexicon().standing_alone and Measure.LEVEL not in (parts.measure, before)


def _owner(indicator: str) -> str:
    """What an indicator belongs to: 粮食 of 粮食播种面积, nothing of a head that stands alone."""
    return indicator[: len(indicator) - len(lexicon().general_head.suffix(indicator))]
