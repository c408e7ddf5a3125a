"""What a figure measures, and whether it gives an amount, a rise or a fall.

In: the figures of one sentence with their surroundings, first to last. Out: for each its indicator in the words of the
text, its measure and the frame that was recognised. A frame is one way in which a Chinese clause ties a number to what it
measures; the ordered table FRAMES at the end is the specification.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rag.figures.clauses import Context
from rag.figures.lexicon import lexicon
from rag.figures.units import unit
from rag.records import Measure

LONGEST = 40


@dataclass(frozen=True, slots=True)
class Reading:
    """What a figure measures, how, and the name of the frame that says so.

    `taken` is how many characters behind the figure its name took, so that the next figure does not take them too.
    """

    indicator: str
    measure: Measure
    frame: str
    taken: int = 0


@dataclass(frozen=True, slots=True)
class Parts:
    """A figure's surroundings taken apart: [subject] predicate 【figure】 object."""

    context: Context
    left: str
    subject: str
    predicate: str
    measure: Measure
    object: str
    previous: Reading | None

    @property
    def bare(self) -> bool:
        """True where nothing but adverbs stands before the figure."""
        return not self.subject


_MARKS = "、,，;； \u3000\t:：·-—（）()”’"
_AND = re.compile(r"^(?:[、和及与]|以及)+")
_SHARE = re.compile(r"占[^，。；]*$")
_RATE_RISE = re.compile(r"(?:增速|涨幅|增幅|增长率|增长速度)(?:保持|控制|稳定)?[在为达到]*$")
_RATE_FALL = re.compile(r"(?:降幅|下降率|降低率|下降幅度|减少幅度)(?:保持|控制|稳定)?[在为达到]*$")
_BESIDES = re.compile(
    r"(?P<subject>.*?)(?P<relation>高于|低于|快于|好于|超|高出|高|低|快)(?P<other>全国|全省|全市|全区|全县|去年|上年|年度|预期|计划|目标|平均|[一-龥]{2,6})(?:[一-龥]{0,8})$"
)


def trimmed(text: str) -> str:
    """A name without marks, adverbs and words of time at its beginning, and without what closes no name at its end."""
    words = lexicon().adverb
    text = text.lstrip(_MARKS)
    while True:
        shorter = re.sub(
            r"^(?:到?\d{4}年(?:底|末|初)?(?:前)?|截至[^，]*?(?:底|末|日)|(?:\d{1,2}月(?:底|份|末)?前?)|“?十[一二三四五]五”?(?:末|期间|时期)|[\(（]\d+[\)）]|[一二三四五六七八九十]+[、是要])",
            "",
            text,
        )
        word = words.prefix(shorter)
        shorter = shorter[len(word) :] if word and _may_drop(word, shorter) else shorter
        shorter = _AND.sub("", shorter.lstrip(_MARKS).rstrip("、,，;； 　:：·-—（(“‘"))
        if shorter.startswith(("“", "‘")) and not re.search("[”’]", shorter):
            shorter = shorter[1:]
        if lexicon().action.prefix(inside := _SCOPE.sub("", shorter)):
            shorter = inside
        if shorter == text:
            return text[-LONGEST:]
        text = shorter


# 重点项目, 高标准农田: as an adjective a part of the name, as an adverb before a verb none.
_ADJECTIVAL = frozenset(
    {
        "重点",
        "高标准",
        "高质量",
        "高水平",
        "全面",
        "集中",
        "平均",
        "基本",
        "首次",
        "主要",
        "积极",
        "人均提高",
        "提前",
        "统筹",
        "再",
    }
)


def _may_drop(word: str, text: str) -> bool:
    """One-character adverbs also begin ordinary words (新农合, 在校生, 人均): those are dropped only before a verb."""
    rest = text[len(word) :]
    if word in _ADJECTIVAL:
        return bool(lexicon().action.prefix(rest))
    if len(word) > 1:
        return True
    return (
        bool(word)
        and (word in "将拟已均又还也都约仅只就共了是而却但" or bool(lexicon().action.prefix(rest)))
        and len(rest) > 2
    )


def _stripped_end(text: str) -> tuple[str, list[str]]:
    """`text` without adverbs at its end, and the adverbs."""
    taken: list[str] = []
    words = lexicon().adverb
    while (word := words.suffix(text)) and (len(word) > 1 or word in "均已将约仅只就共再又还也都要可"):
        taken.append(word)
        text = text[: -len(word)].rstrip(_MARKS)
    return text, taken


def _predicate(left: str) -> tuple[str, str, Measure | None]:
    """(subject, predicate, measure) of a left side that ends with a predicate; measure None where none is there."""
    words = lexicon()
    text = left.rstrip(" \u3000（(")
    text = re.sub(r"(?<=[一-龥])[了着]$", "", text)
    choices = (
        (words.level.suffix(text), Measure.LEVEL),
        (words.increase.suffix(text), Measure.INCREASE),
        (words.decrease.suffix(text), Measure.DECREASE),
    )
    predicate, measure = max(choices, key=lambda choice: len(choice[0]))
    if not predicate or len(words.action.suffix(text)) > len(predicate):
        stripped, _ = _stripped_end(text)
        return stripped, "", None
    subject, _ = _stripped_end(text[: -len(predicate)])
    return subject, predicate, measure


def _object(right: str, bounded: bool) -> str:
    """The name of the thing counted, right behind the figure: 亿元以上产业项目; empty where none stands there.

    Where another figure bounds `right`, what stands behind its first list mark belongs to that one.
    """
    text = right.removeprefix("的")
    if bounded:
        text = re.split(r"[、和及]|以及", text)[0]
    text = re.sub(r"^(?:[（(][^）)]*[）)])", "", text)
    if not re.match(r"[一-龥“‘A-Za-z《\d]", text) or lexicon().verb_inside.prefix(text):
        return ""
    text = re.split(r"[，。；！？,;]", text)[0]
    if not re.search("[“‘]", text):
        text = re.split("[”’]", text)[0]
    for i in range(2, len(text)):
        if lexicon().verb_inside.prefix(text[i:]) and text[i - 1] not in "“‘":
            if text[i : i + 2] in ("建设", "推进", "实施", "开展") and i + 2 >= len(text) - 2:
                break
            return text[:i].strip(_MARKS).removesuffix("的")
    return text.strip(_MARKS).removesuffix("的")[:LONGEST]


def _verb_prefix(text: str) -> str:
    """The verb that `text` begins with: what is done, or that something rises or falls (but not 增加值)."""
    words = lexicon()
    change = max(words.increase.prefix(text), words.decrease.prefix(text), key=len)
    if len(change) < 2 or text[len(change) : len(change) + 1] in ("值", "率", "额", "量", "点"):
        change = ""
    return max(words.action.prefix(text), change, key=len)


_PREPOSED = re.compile(r"^(?:在|对|为|将|并|按照?|围绕|通过|以|把|向|由|至少|要|并且|从)")
_MAIN_VERB = re.compile(r"(?:新建|新增|建设|建成|完成|实施|开展|培育|打造|改造|种植|引进|举办|安排|落实|达到)")


def _past_preposed(text: str) -> str:
    """在某村新建大棚: what stands before the main verb says where or how, the name stands behind it."""
    if not _PREPOSED.match(text):
        return text
    for verb in reversed(list(_MAIN_VERB.finditer(text))):
        if len(text) - verb.end() >= 2:
            return text[verb.end() :]
    return text


def _action(subject: str) -> tuple[str, str]:
    """(verb, name) of a left side that begins with what is done to the thing counted: 新建 | 农村公路."""
    text = trimmed(_past_preposed(trimmed(subject)))
    verb = ""
    while (word := _verb_prefix(text)) and len(text) - len(word) >= 2:
        verb, text = word, trimmed(text[len(word) :])
    return verb, text


_COMPARED = re.compile(r"^(?:(?:比(?![重例率值])|较(?!为)).{1,14}$|(?:同|与)[^，]{1,14}?相比)")
_AFTERWARDS = re.compile(r"^[一-龥]{2,4}后$")
_SCOPE = re.compile(r"^(?:全|我|本|各)(?:国|省|市|县|区|镇|乡|州|旗|盟|自治区|市州|地)(?=[一-龥])")


# 床位新增1.1万张: what is done may stand behind its thing; other verbs there are a part of the name (职业技能培训).
_PREDICATED_ACTIONS = frozenset(
    {
        "新增",
        "新建",
        "完成",
        "实现",
        "增设",
        "新设",
        "新开",
        "建成",
        "获批",
        "获评",
        "安排",
        "交付",
        "开工",
        "新开工",
        "引进",
        "培育",
        "净增",
    }
)
_ADDED = frozenset({"新增", "净增", "新增加"})


def _take_apart(context: Context, previous: Reading | None) -> Parts:
    left = _own_left(context, previous)
    if changed := _FROM_TO.match(left):
        return Parts(context, left, changed["subject"].strip(_MARKS), "到", Measure.LEVEL, "", previous)
    thing = _object(context.shared_right or context.right, context.bounded and not context.shared_right)
    subject, predicate, measure = _predicate(left)
    subject = _COMPARED.sub("", subject.strip(_MARKS))
    if _AFTERWARDS.match(subject) or not trimmed(subject):
        subject = ""
    if measure is None:
        verb = lexicon().action.suffix(left)
        base = trimmed(left[: -len(verb)])
        if verb and (not base or verb in _PREDICATED_ACTIONS):
            grown = verb in _ADDED and context.listed and context.same_unit
            return Parts(context, left, base, verb, Measure.INCREASE if grown else Measure.LEVEL, thing, previous)
    elif not trimmed(subject) and (named := _named_before(context.skipped)):
        subject = named
    return Parts(context, left, subject, predicate, measure or Measure.LEVEL, thing, previous)


def _own_left(context: Context, previous: Reading | None) -> str:
    """The left side without what the figure before has taken as its own name."""
    if previous is None or not context.follows:
        return context.left
    if not previous.taken:
        closing = re.match(r"^[一-龥]{1,4}、(?=[一-龥])", context.between)
        return context.between[closing.end() :] if closing else context.left
    rest = context.between[previous.taken :]
    return _AND.sub("", rest)


def _named_before(skipped: str) -> str:
    """原油产量继续增长，达到1.42亿吨: the clause before, which has no figure, names what has risen or fallen."""
    subject, predicate, measure = _predicate(skipped.strip(_MARKS))
    return (
        subject
        if measure is not None and measure is not Measure.LEVEL and predicate and 2 <= len(subject) <= LONGEST
        else ""
    )


# 由2010年的162.4亿元增加到2015年的287.9亿元: the starting value stands between subject and predicate.
_FROM_TO = re.compile(r"^(?P<subject>.*?)(?:由|从)[^，]+?(?:到|至|为)了?(?:[^，]{0,8}年的?)?$")


Frame = Callable[[Parts], Reading | None]


def _two_goals(parts: Parts) -> Reading | None:
    """增长7%以上、力争达到8%: a second goal for the same indicator."""
    goes_on = parts.predicate in ("达到", "达", "完成", "实现", "") and parts.bare and parts.context.listed
    ratio = parts.context.same_unit and parts.context.quantity.unit == "%"
    if parts.previous and goes_on and not parts.object and ratio:
        return Reading(parts.previous.indicator, parts.previous.measure, "two goals")
    return None


def _relative(parts: Parts) -> Reading | None:
    """高于全国1.7个百分点: a figure of its own indicator."""
    found = _BESIDES.fullmatch(parts.left)
    if not found or parts.predicate in ("增长", "提高", "下降"):
        return None
    if found["relation"] in ("超", "高", "低", "快") and found["other"] not in (
        "全国",
        "全省",
        "全市",
        "全区",
        "全县",
        "年度",
        "预期",
        "计划",
        "目标",
        "上年",
        "去年",
    ):
        return None
    own = trimmed(found["subject"]) or (parts.previous.indicator if parts.previous else "")
    return Reading(f"{own}{found['relation']}{parts.left[found.end('relation') :]}", Measure.LEVEL, "relative")


_INVESTED = re.compile(r"(?:总?投资|计划投资|投入|投入资金|完成投资)$")


def _invested(parts: Parts) -> Reading | None:
    """投资3500万元的供水管网改造: the investment in what follows."""
    listed = parts.previous is not None and parts.previous.frame == "invested" and not parts.left
    money = getattr(unit(parts.context.quantity.unit), "dimension", "") == "money"
    if ((_INVESTED.search(parts.left) and parts.context.right.startswith("的")) or (listed and money)) and parts.object:
        return Reading(f"{parts.object}投资", Measure.LEVEL, "invested", _taken(parts))
    return None


def _taken(parts: Parts) -> int:
    return parts.context.right.find(parts.object) + len(parts.object)


_PLACE_END = re.compile(r"(?:[镇乡村区县市州旗桥路街园段片]|办事处|等|组团|全[国省市县区镇乡])$")


def _counted(parts: Parts) -> Reading | None:
    """新建100亩示范园, 对133户监测户: what is counted follows the figure."""
    left = parts.left.strip(_MARKS)
    dimension = getattr(unit(parts.context.quantity.unit), "dimension", "")
    if not parts.object or (
        dimension.startswith(("ratio", "share", "times")) and not parts.context.right.startswith("的")
    ):
        return None
    words = lexicon()
    named = trimmed(left)
    changed = parts.predicate and parts.bare and parts.measure is not Measure.LEVEL
    governed = (
        words.action.suffix(left)
        or words.taking.suffix(left)
        or (parts.bare and parts.predicate in _TAKES_WHAT_FOLLOWS)
        or changed
    )
    short = len(named) <= 3 and len(parts.object) >= 3 and not parts.predicate
    around = not parts.predicate and _action(left)[0] and not dimension.startswith("money")
    if not (not named or governed or short or around or _PLACE_END.search(left)):
        return None
    where = "" if governed or short else _action(left)[1]
    measure = (
        Measure.DECREASE if words.action.suffix(left) in words.decrease and words.action.suffix(left) else Measure.LEVEL
    )
    return Reading((where + parts.object)[-LONGEST:], measure, "counted", _taken(parts))


_TAKES_WHAT_FOLLOWS = frozenset({"有", "共", "是", "安排", "实现", "完成", "拥有", "共计", "累计", "合计", "总计"})


def _share(parts: Parts) -> Reading | None:
    """县域经济总量占全省比重达63%: a share, named with what it is a share of."""
    if not _SHARE.search(parts.left) or parts.predicate in lexicon().increase:
        return None
    text = re.sub(r"(?:的)?(?:比重|比例)?(?:达到?|为|约|超过)?$", "", parts.left)
    return Reading(trimmed(text + ("比重" if "比重" in parts.left else "")), Measure.LEVEL, "share")


_MEDALS = {"金": "金牌", "银": "银牌", "铜": "铜牌"}


def _medals(parts: Parts) -> Reading | None:
    """8金9银6铜: medals are counted by their metal."""
    medal = _MEDALS.get(parts.context.quantity.unit or "")
    if medal is None:
        return None
    if not parts.left and parts.previous and parts.previous.frame == "medals":
        return Reading(parts.previous.indicator[:-2] + medal, Measure.LEVEL, "medals")
    return Reading(_action(parts.left)[1].removesuffix("获得").removesuffix("勇夺") + medal, Measure.LEVEL, "medals")


def _rate(parts: Parts) -> Reading | None:
    """居民消费价格涨幅2%左右, 增速达到8%: the rate is named and so is a rise."""
    whole = _stripped_end(parts.subject + parts.predicate)[0]
    for pattern, measure in ((_RATE_RISE, Measure.INCREASE), (_RATE_FALL, Measure.DECREASE)):
        if pattern.search(whole):
            name = trimmed(pattern.sub("", whole))
            inherited = parts.previous.indicator if parts.previous and not name else name
            return Reading(_action(inherited)[1] if inherited else "", measure, "rate")
    return None


def _predicated(parts: Parts) -> Reading | None:
    """地区生产总值达到240亿元: subject, predicate, figure."""
    _, name = _action(parts.subject)
    if not parts.predicate or not name:
        return None
    return Reading(_completed(name, parts), parts.measure, "predicated")


def _done(parts: Parts) -> Reading | None:
    """新建农村道路32公里, 压减公用经费15%: verb, name, figure."""
    if parts.predicate or not parts.subject:
        return None
    verb, name = _action(parts.subject)
    if not name:
        return None
    words = lexicon()
    measure = Measure.LEVEL
    if verb in words.decrease:
        measure = Measure.DECREASE
    elif verb in words.increase and verb not in words.action:
        measure = Measure.INCREASE
    return Reading(_completed(name, parts), measure, "done" if verb else "named")


def _theme(skipped: str) -> str:
    """全力建设物流园区，计划投资3亿元: what the clause before does something to."""
    words = lexicon().action
    for at in range(len(skipped) - 2, -1, -1):
        verb = words.prefix(skipped[at:])
        if len(verb) > 1 and len(name := trimmed(skipped[at + len(verb) :])) >= 3:
            return name
    return ""


def _of_the_clause_before(parts: Parts) -> Reading | None:
    """设置平价超市，年内完成20个: what is counted was named in the clause before."""
    alone = parts.bare and parts.predicate in lexicon().action and not parts.object
    name = _theme(parts.context.skipped) if alone else ""
    return Reading(name, parts.measure, "clause before") if name else None


def _inherited(parts: Parts) -> Reading | None:
    """同比增长21%: the clause leaves the indicator out, it is the one before."""
    if parts.previous is None:
        return None
    return Reading(parts.previous.indicator, parts.measure, "inherited")


def _money_alone(parts: Parts) -> Reading | None:
    """筹措2700多万元解决信访问题: money that is raised or spent, named by what is done with it."""
    money = getattr(unit(parts.context.quantity.unit), "dimension", "") in ("money", "dollars")
    if not (money and parts.bare and parts.predicate in lexicon().action and not parts.object):
        return None
    verb, name = _action(re.sub(r"\d[\d.]*[万亿]?[个座条处所项家公里]+", "", parts.context.tail))
    purpose = re.split(r"[、和]", name)[0] if verb and len(name) > 3 else _theme(parts.context.skipped)
    spent = parts.predicate if parts.predicate in ("投资", "总投资", "投入") else f"{parts.predicate}资金"
    return Reading((purpose + spent)[-LONGEST:], Measure.LEVEL, "money alone")


def _following(parts: Parts) -> Reading | None:
    """Nothing before it names the thing: what follows does."""
    name = parts.object or (parts.predicate if parts.predicate in lexicon().action else "") + parts.context.right.split(
        "，"
    )[0].strip(_MARKS)
    return Reading(name[:LONGEST], parts.measure, "following") if name else None


def _completed(name: str, parts: Parts) -> str:
    """粮食播种面积4157万亩、产量1146.1万吨: a head that says nothing alone takes what the one before belongs to."""
    if parts.previous is None or name not in lexicon().general_head:
        return name
    owner = parts.previous.indicator
    head = lexicon().general_head.suffix(owner)
    owner = owner[: len(owner) - len(head)] if len(head) < len(owner) else owner
    return owner + name


FRAMES: tuple[tuple[str, Frame], ...] = (
    ("medals", _medals),
    ("two goals", _two_goals),
    ("relative", _relative),
    ("invested", _invested),
    ("counted", _counted),
    ("share", _share),
    ("rate", _rate),
    ("predicated", _predicated),
    ("done", _done),
    ("money alone", _money_alone),
    ("clause before", _of_the_clause_before),
    ("inherited", _inherited),
    ("following", _following),
)


def read_indicators(found: Sequence[Context], sentence: str, before: str = "") -> tuple[Reading, ...]:
    """The readings of one sentence's figures, in their order; `before` is an indicator to inherit at its beginning."""
    readings: list[Reading] = []
    for context in found:
        previous = readings[-1] if readings else (Reading(before, Measure.LEVEL, "before") if before else None)
        parts = _take_apart(context, previous)
        reading = next((r for _, frame in FRAMES if (r := frame(parts)) is not None), None)
        readings.append(reading or Reading("", parts.measure, "unnamed"))
    return tuple(readings)
