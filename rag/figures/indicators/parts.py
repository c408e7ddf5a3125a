"""A figure's clause taken apart: [subject] predicate 【figure】 object.

In: a figure's `Context` and the reading of the figure before it. Out: `Parts`, on which the frames decide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.figures.clauses import Context
from rag.figures.indicators.names import LONGEST, MARKS, object_name, trimmed, without_adverbs_behind
from rag.figures.lexicon import lexicon
from rag.figures.units import unit
from rag.records import Measure


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
    """A figure's surroundings taken apart; `left` is all before it in its clause that is its own."""

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

    @property
    def dimension(self) -> str:
        """The dimension of the figure's unit, empty where it is not known."""
        known = unit(self.context.quantity.unit)
        return known.dimension if known else ""

    @property
    def money(self) -> bool:
        """True for an amount of money."""
        return self.dimension in ("money", "dollars", "euros", "hongkong")

    @property
    def taken(self) -> int:
        """How many characters behind the figure its object reaches."""
        return self.context.right.find(self.object) + len(self.object)


# 试点范围扩大到全国40%的县: of what it is a share stands between predicate and figure.
_TO_THE_WHOLE = re.compile(r"(?<=[到至])(?:(?:全[国省市县区州]|本[省市县区])的?|人均|户均|每[人户](?:每[年月])?)$")


def take_apart(context: Context, previous: Reading | None) -> Parts:
    """The parts of one figure's clause; `previous` is the reading of the figure before it in the sentence."""
    left = _TO_THE_WHOLE.sub("", _own_left(context, previous))
    if changed := _FROM_TO.match(left):
        subject = without_adverbs_behind(changed["subject"].strip(MARKS)) or named_before(context.skipped)
        return Parts(context, left, subject, "到", Measure.LEVEL, "", previous)
    thing = object_name(context.shared_right or context.right, context.bounded and not context.shared_right)
    subject, predicate, measure = _predicate(left)
    if (
        _AFTERWARDS.match(subject)
        or not trimmed(subject)
        or _ONLY_PLANNED.match(subject)
        or subject.removesuffix("了") in lexicon().action
    ):
        subject = ""
    if measure is None:
        verb = lexicon().action.suffix(left)
        base = trimmed(left[: -len(verb)])
        headed = left != verb and left in lexicon().general_head
        if verb and not headed and (not base or verb in lexicon().predicated_action):
            grown = verb in lexicon().added and context.listed and context.same_unit
            return Parts(context, left, base, verb, Measure.INCREASE if grown else Measure.LEVEL, thing, previous)
    if not subject and (measure is not None or not left) and (named := named_before(context.skipped)):
        subject = named
    if not subject and predicate in _IS and not thing:
        subject = _subject_before(context.skipped)
    return Parts(context, left, subject, predicate, measure or Measure.LEVEL, thing, previous)


# 新修的道路，有3公里: a clause of a verb alone has its subject before the mark.
_IS = ("有", "为", "是")
_NO_SUBJECT = re.compile(
    r"在|从|由|对|按|经|通过|为|到|截至|其中|同时|此外|目前|今年|去年|[^，]*(?:方面|以来|期间|时|后|中|上|下|看|来说)$"
)


def _subject_before(skipped: str) -> str:
    name = trimmed(skipped)
    return name if 3 <= len(name) <= LONGEST // 2 and not _NO_SUBJECT.match(name) else ""


_SINCE_WHEN = re.compile(r"(?:环比|同比)[、和与及](?:环比|同比)(?:分别|均)?$")
_COMPARED = re.compile(r"^(?:(?:比(?![重例率值])|较(?!为)).{1,14}$|(?:同|与)[^，]{1,14}?相比)")
_COMPARED_BEHIND = re.compile(
    r"(?:比|较|同|与)(?:上一?年|去年|前年|以前|解放前|改革前|同期|年初|计划|目标|原?计划|(?:19|20)\d\d年|[一二][九〇零○][〇零○一二三四五六七八九]{2}年)(?:同期|底|末|初|的实际|计划|相比|预计)*(?:的[\d.一二两三四五六七八九十百千万亿零〇○点]+[一-龥%]{0,3})?(?:将|又|要|还)?$"
)
# 工资总额，计划安排为15亿元
_ONLY_PLANNED = re.compile(r"^(?:计划|拟|预计|原|初步)*(?:安排|拟定|确定|规定|预算)$")
# 竣工后, 在执行中: when it is, and not what is measured.
_AFTERWARDS = re.compile(r"^(?:[一-龥]{2,4}后|在[一-龥]{1,6}中)$")
# 由2010年的162.4亿元增加到2015年的287.9亿元: the starting value stands between subject and predicate.
_FROM_TO = re.compile(
    r"^(?P<subject>.*?)(?:由|从)[^，]+?(?:到|至|为)了?(?:全部|现在的?|目前的?|[^，]{0,8}年(?:底|末)?(?:预算)?的?)?$"
)
_CLOSES_THE_ONE_BEFORE = re.compile(r"^[一-龥]{1,4}、(?=[一-龥])")
_LEADING_AND = re.compile(r"^(?:[、和及与]|以及)+")


def _own_left(context: Context, previous: Reading | None) -> str:
    """The left side without what the figure before has taken as its own name."""
    if previous is None or not context.follows:
        return context.left
    if not previous.taken:
        closing = _CLOSES_THE_ONE_BEFORE.match(context.between)
        return context.between[closing.end() :] if closing else context.left
    return _LEADING_AND.sub("", context.between[previous.taken :])


def _predicate(left: str) -> tuple[str, str, Measure | None]:
    """(subject, predicate, measure) of a left side that ends with a predicate; measure None where none is there."""
    words = lexicon()
    text = re.sub(r"(?<=[一-龥])[了着]$", "", left.rstrip(" \u3000（"))
    choices = (
        (words.level.suffix(text), Measure.LEVEL),
        (words.increase.suffix(text), Measure.INCREASE),
        (words.decrease.suffix(text), Measure.DECREASE),
    )
    predicate, measure = max(choices, key=lambda choice: len(choice[0]))
    if predicate in _SUMMED_UP and (changed := _change_before(text[: -len(predicate)])):
        return changed
    if not predicate or len(words.action.suffix(text)) > len(predicate):
        return uncompared(text), "", None
    return uncompared(text[: -len(predicate)]), predicate, measure


_SUMMED_UP = ("累计", "共", "共计", "合计", "总计")


def _change_before(text: str) -> tuple[str, str, Measure] | None:
    """耕地面积净增累计170万亩: a sum of what has been added."""
    words = lexicon()
    for change, measure in (
        (words.increase.suffix(text), Measure.INCREASE),
        (words.decrease.suffix(text), Measure.DECREASE),
    ):
        if len(change) > 1:
            return uncompared(text[: -len(change)]), change, measure
    return None


def uncompared(subject: str) -> str:
    """A subject without adverbs, words of time and what it is compared with: 农业总产值比上年将 → 农业总产值."""
    plain = without_adverbs_behind(_COMPARED_BEHIND.sub("", _SINCE_WHEN.sub("", subject.strip(MARKS)))).strip(MARKS)
    return _COMPARED.sub("", plain)


_TITLED = re.compile(r"《(?P<title>[^《》]{2,30})》$")
# 粮食产量在上年增产的基础上，又增产2万吨
_ON_TOP = re.compile(r"(?P<subject>[^，]{2,}?)在[^，]{2,}基础上$")
# 粮食总产量实现“八连增”，超过1万吨: what is told without an amount in the clause before.
_TOLD = re.compile(
    rf"(?P<subject>[^，]{{0,12}}?{lexicon().head.pattern})(?:再|又|也|均|都|已|首次|成功)*(?:实现|获得|喜获|迎来|创下|取得)"
)
_RISEN = re.compile(
    r"(?:再创?|创|达到?|实现)[^，]{0,4}(?:新高|新低|新突破|历史最高)$|(?:稳步|持续|明显|显著|进一步|不断)[一-龥]{2}$"
)
_LABEL = re.compile(
    r"[一-龥“”（）、A-Za-z]{3,20}(?:率|量|额|值|积|力|数|入|宿舍|收支|比例|标准|水平|人口|比重|占比|亏损|产值|赤字|储备)$"
)


def named_before(skipped: str) -> str:
    """原油产量继续增长，达到1.42亿吨: the clause before, which has no figure, names what has risen or fallen."""
    clause = skipped.strip(MARKS)
    if titled := _TITLED.search(clause):
        return titled["title"]
    if told := _ON_TOP.match(clause) or _TOLD.match(clause):
        return trimmed(told["subject"])
    if (found := _RISEN.search(clause)) and 2 <= len(subject := trimmed(clause[: found.start()])) <= LONGEST:
        return subject
    subject, predicate, measure = _predicate(clause)
    if measure in (Measure.INCREASE, Measure.DECREASE) and predicate and 2 <= len(subject) <= LONGEST:
        return subject
    label = trimmed(clause)
    return label if _LABEL.fullmatch(label) else ""


def verb_prefix(text: str) -> str:
    """The verb that `text` begins with: what is done, or that something rises or falls (but not 增加值, 生产总值)."""
    words = lexicon()
    change = max(words.increase.prefix(text), words.decrease.prefix(text), key=len)
    if len(change) < 2 or text[len(change) : len(change) + 1] in ("值", "率", "额", "量", "点"):
        change = ""
    verb = max(words.action.prefix(text), change, key=len)
    return "" if verb in words.nominal_verb and _noun_follows(text[len(verb) :]) else verb


_LISTS_ON = re.compile(r"[、及与]|和(?![美谐平睦善气])")
_COMPOUND = re.compile(
    r"^(?:[一-龥]{0,3}[率额量值数]$|总值|额|率|量|值|业|强度|人$|人口|群众|劳动力|品|者|能力|面积|标准|余额|人数|收入|平台|资金|用地|任务|指数|期|费|点|机构|项目|体系|规模|总额|债券|产品|市场|性)"
)


def _noun_follows(rest: str) -> bool:
    return bool(_COMPOUND.match(rest)) or bool(_LISTS_ON.match(rest))


_PREPOSED = re.compile(r"^(?:在|对|为|将|面向|并|按照?|围绕|通过|以|把|向|由|至少|要|并且|从)")
_MAIN_VERB = re.compile(
    r"(?:新建|新增|建设|建成|完成|实施|开展|培育|打造|改造|种植|引进|举办|安排|落实|达到|发放|提供)"
)


def _past_preposed(text: str) -> str:
    """在某村新建大棚: what stands before the main verb says where or how, the name stands behind it."""
    if not _PREPOSED.match(text) or lexicon().word_beginning.prefix(text):
        return text
    if not _MAIN_VERB.search(text) and text[0] in "把将使让":
        return text[1:]
    verbs = list(_MAIN_VERB.finditer(text))
    for verb in verbs if text[0] == "在" else reversed(verbs):
        if len(text) - verb.end() >= 2:
            return text[verb.end() :]
    return text


def _last_done(text: str) -> tuple[str, str]:
    """改造卫生院、新建幼儿园1所: of several things done in one clause the last has the figure."""
    first, mark, last = text.rpartition("、")
    verb = verb_prefix(last)
    if mark and len(verb) > 1 and len(last) - len(verb) >= 2 and verb_prefix(first) and "等" not in first:
        return verb, trimmed(last[len(verb) :])
    return "", text


_DONE = re.compile(r"^[^，]{2,}?[一-龥]{2}了(?=[^，]{2,}$)")


def action(subject: str) -> tuple[str, str]:
    """(verb, name) of a left side that begins with what is done to the thing counted: 新建 | 农村公路."""
    text = trimmed(_past_preposed(trimmed(_DONE.sub("", subject))))
    verb, text = _last_done(text)
    while (word := verb_prefix(text)) and len(text) - len(word) >= 2:
        verb, text = word, trimmed(text[len(word) :])
    return verb, text
