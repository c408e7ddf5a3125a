"""The frames in which the name follows the figure: 新建100亩示范园, 投资3500万元的供水管网改造.

In: the `Parts` of a figure's clause. Out: its `Reading`, or None where the clause is of another frame.
"""

from __future__ import annotations

import re

from rag.figures.indicators.actions import action, verb_prefix
from rag.figures.indicators.names import LONGEST, MARKS, ONLY_A_TASK, trimmed, without_adverbs_behind
from rag.figures.indicators.parts import Parts, Reading
from rag.figures.lexicon import lexicon
from rag.records import Measure

_ZERO_OF = re.compile(r"[一-龥]{2,3}")
_ACHIEVED = re.compile(r"^(?:要|务必|坚决|力争|确保|做到|实现|达到)+")


def none_at_all(parts: Parts) -> Reading | None:
    """做到零误差: what there is to be none of follows, whose it is stands before."""
    found = _ZERO_OF.match(parts.context.right)
    if parts.context.quantity.form != "zero" or not found:
        return None
    whose = _ACHIEVED.sub("", action(parts.left)[1])
    return Reading(re.sub(r"(?:做到|实现)$", "", whose) + found[0], Measure.LEVEL, "none at all")


_INVESTED = re.compile(r"(?:总?投资|计划投资|投入|投入资金|完成投资)$")


def invested(parts: Parts) -> Reading | None:
    """投资3500万元的供水管网改造: the investment in what follows."""
    listed = parts.previous is not None and parts.previous.frame == "invested" and not parts.left
    stated = _INVESTED.search(parts.left) and parts.context.right.startswith("的")
    if (stated or (listed and parts.money)) and parts.object:
        return Reading(f"{parts.object}投资", Measure.LEVEL, "invested", parts.taken)
    return None


_WON = re.compile(r"上?(?:获得?|勇夺|夺得|斩获|收获|摘得|赢得|取得)$")
_MEDALS = {"金": "金牌", "银": "银牌", "铜": "铜牌"}


def medals(parts: Parts) -> Reading | None:
    """8金9银6铜: medals are counted by their metal."""
    medal = _MEDALS.get(parts.context.quantity.unit or "")
    if medal is None:
        return None
    if not parts.left and parts.previous and parts.previous.frame == "medals":
        return Reading(parts.previous.indicator[:-2] + medal, Measure.LEVEL, "medals")
    return Reading(_WON.sub("", action(parts.left)[1]).removeprefix("在") + medal, Measure.LEVEL, "medals")


_PLACE_BEHIND = re.compile(
    r"(?:[镇乡村区县市州旗桥路街园段片]|办事处|等|组团|层面|方面|领域|全[国省市县区镇乡]|[一-龥]{3,}的)$"
)


def counted(parts: Parts) -> Reading | None:
    """新建100亩示范园, 对133户监测户: what is counted follows the figure."""
    if not parts.object or (parts.dimension.startswith(("ratio", "share", "times")) and not _share_of(parts)):
        return None
    left = without_adverbs_behind(parts.left.strip(MARKS)).removesuffix("了")
    named, verb = trimmed(left), lexicon().action.suffix(left)
    parted = parts.left.endswith("、")
    governed = verb or parted or lexicon().taking.suffix(left) or _takes_what_follows(parts)
    short = len(named) <= 3 and len(parts.object) >= 3 and not parts.predicate
    around = not parts.predicate and (action(left)[0] or verb_prefix(left)) and not parts.money
    if _lists_members(named, parts):
        return Reading(parts.object, Measure.LEVEL, "counted", parts.taken)
    if not (not named or governed or short or around or _PLACE_BEHIND.search(left)):
        return None
    where = "" if governed or short or left.endswith("的") else action(left)[1]
    name = _of_the_topic(where, parts) or (where + parts.object)[-LONGEST:]
    return Reading(name, _counted_measure(parts, verb), "counted", parts.taken)


_MEMBERS = re.compile(r"[^，。；、]{2,10}(?:、[^，。；、]{2,10})+")


def _lists_members(named: str, parts: Parts) -> bool:
    """石笕、青筏2个产业园区: those that are counted stand before the figure, what they are behind it."""
    alone = not parts.predicate and not action(named)[0] and parts.dimension.startswith("count")
    return alone and bool(_MEMBERS.fullmatch(named)) and not lexicon().head.suffix(named)


def _counted_measure(parts: Parts, verb: str) -> Measure:
    if parts.bare and parts.predicate in _RAISED:
        return Measure.INCREASE
    return Measure.DECREASE if verb and verb in lexicon().decrease else Measure.LEVEL


_ANY_PROJECT = re.compile(r"[一-龥]{0,2}(?:项目|工程)(?:建设)?")


_NO_TOPIC = re.compile(r"按照?|根据|围绕|依托|通过|以|为|在|从|向|对")


def _of_the_topic(where: str, parts: Parts) -> str:
    """高速公路，开工望川至云渚等2个项目: what sums up examples is of the topic that opens the sentence."""
    topic = parts.context.topic
    if not topic or not where.endswith("等") or not _ANY_PROJECT.fullmatch(parts.object):
        return ""
    if _NO_TOPIC.match(topic):
        return ""
    nominal = topic == action(topic)[1] and topic not in lexicon().adverb and not lexicon().action.suffix(topic)
    return topic + parts.object if nominal else ""


def _share_of(parts: Parts) -> bool:
    """80%的县医院, 实现90%以上行政村通路: a share that is followed by what it is a share of."""
    left = parts.context.left.strip(MARKS)
    if parts.subject and parts.predicate.endswith("到"):
        return False
    if parts.context.right.startswith("的"):
        return True
    if not left:
        return not parts.context.follows
    return left in lexicon().action or (not parts.predicate and left[-1] in "和与及")


_RAISED = ("增加", "提高", "增加了", "提高了", "上调")


def _takes_what_follows(parts: Parts) -> bool:
    """共67公里轨道交通线, 减少50处隐患: a predicate with nothing of its own before it."""
    changed = parts.bare and bool(parts.predicate) and parts.measure is not Measure.LEVEL
    summed = parts.predicate in ("共", "共计", "合计", "总计")
    return changed or summed or (parts.bare and parts.predicate in lexicon().takes_what_follows)


_AMOUNTS_THEMSELVES = ("投资", "总投资", "投入", "出口", "进口", "贷款", "融资")


def money_alone(parts: Parts) -> Reading | None:
    """筹措2700多万元解决信访问题: money that is raised or spent, named by what is done with it."""
    if not (parts.money and parts.bare and parts.predicate in lexicon().action and not parts.object):
        return None
    verb, name = action(re.sub(r"\d[\d.]*[万亿]?[个座条处所项家公里]+", "", parts.context.tail))
    purpose = re.split(r"[、和]", name)[0] if verb and len(name) > 3 else _theme(parts.context.skipped)
    spent = parts.predicate if parts.predicate in _AMOUNTS_THEMSELVES else f"{parts.predicate}资金"
    return Reading((purpose + spent)[-LONGEST:], Measure.LEVEL, "money alone")


def of_the_clause_before(parts: Parts) -> Reading | None:
    """设置平价超市，年内完成20个: what is counted was named in the clause before."""
    alone = parts.bare and parts.predicate in lexicon().action and not parts.object
    name = _theme(parts.context.skipped) if alone else ""
    return Reading(name, parts.measure, "clause before") if name else None


def _theme(skipped: str) -> str:
    """全力建设物流园区，计划投资3亿元: what the clause before does something to."""
    words = lexicon().action
    for at in range(len(skipped) - 2, -1, -1):
        verb = verb_prefix(skipped[at:])
        if len(verb) > 1 and verb in words and len(name := trimmed(skipped[at + len(verb) :])) >= 3:
            return name
    return ""


_COUNTED = ("count", "people", "households", "visits")


def opening(parts: Parts) -> Reading | None:
    """12人入选国家高层次人才: the figure opens its clause, what follows says of what it is."""
    opens = not parts.left and not parts.context.follows and not parts.context.listed
    if not opens or not parts.dimension.startswith(_COUNTED) or len(parts.context.right) < 2:
        return None
    return Reading(parts.context.right.strip(MARKS)[:LONGEST], Measure.LEVEL, "opening")


def following(parts: Parts) -> Reading | None:
    """Nothing before it names the thing: what follows does."""
    verb = parts.predicate if parts.predicate in lexicon().action else ""
    said = re.split("[，、；]", parts.context.right)[0].strip(MARKS)
    if ONLY_A_TASK.fullmatch(said.removeprefix("的")):
        return None
    name = parts.object or verb + said
    return Reading(name[:LONGEST], parts.measure, "following", parts.taken if parts.object else 0) if name else None
