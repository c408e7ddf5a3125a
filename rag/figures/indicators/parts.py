"""A figure's clause taken apart: [subject] predicate 【figure】 object.

In: a figure's `Context` and the reading of the figure before it. Out: `Parts`, on which the frames decide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.figures.clauses import Context
from rag.figures.indicators.names import MARKS, object_name, trimmed, without_adverbs_behind
from rag.figures.indicators.predicates import named_before, split_predicate, subject_before
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
_TO_THE_WHOLE = re.compile(
    r"(?<=[到至])(?:(?:全[国省市县区州]|本[省市县区])的?|人均|户均|每[人户](?:每[年月])?)$|(?:(?<=[到至在为])每[一-龥]{1,4}|每(?:立方米|升))$"
)


def take_apart(context: Context, previous: Reading | None) -> Parts:
    """The parts of one figure's clause; `previous` is the reading of the figure before it in the sentence."""
    left = _turned(_TO_THE_WHOLE.sub("", _own_left(context, previous)), context.skipped)
    if changed := _FROM_TO.match(left):
        subject = without_adverbs_behind(changed["subject"].strip(MARKS)) or named_before(context.skipped)
        return Parts(context, left, subject, "到", Measure.LEVEL, "", previous)
    thing = object_name(context.shared_right or context.right, context.bounded and not context.shared_right)
    subject, predicate, measure = split_predicate(left)
    if (
        _AFTERWARDS.match(subject)
        or not trimmed(subject)
        or _ONLY_PLANNED.match(subject)
        or (
            subject.removesuffix("了") in lexicon().action
            and not (subject in lexicon().standing_alone and measure in CHANGES)
        )
    ):
        subject = ""
    if measure is None:
        verb = lexicon().action.suffix(left)
        base = trimmed(left[: -len(verb)])
        headed = left != verb and (left in lexicon().general_head or left in lexicon().standing_alone)
        if verb and not headed and (not base or verb in lexicon().predicated_action):
            grown = verb in lexicon().added and context.listed and context.same_unit
            return Parts(context, left, base, verb, Measure.INCREASE if grown else Measure.LEVEL, thing, previous)
    if not subject and predicate.endswith(_TO) and (began := _BEGAN.search(context.skipped.strip(MARKS))) is not None:
        subject = trimmed(began["subject"])
    if not subject and (measure is not None or not left) and (named := named_before(context.skipped)):
        subject = named
    if not subject and predicate in _IS and not thing:
        subject = subject_before(context.skipped)
    return Parts(context, left, subject, predicate, measure or Measure.LEVEL, thing, previous)


# 能耗由上年上升3%，转为下降1%: what it was before stands between subject and predicate.
_TURNED = re.compile(r"^(?P<subject>[^，]{2,}?)(?:由|从)[^，]+，?(?:转为|变为|扭转为)(?=[一-龥])")


def _turned(left: str, skipped: str) -> str:
    """The left side without what its subject turned from."""
    whole = f"{skipped.strip(MARKS)}，{left}" if skipped and left.startswith(("转", "变", "扭转")) else left
    turned = _TURNED.match(whole)
    return turned["subject"] + whole[turned.end() :] if turned else left


_TO = ("到", "至", "为")
# 茶园由300亩，扩大为500亩: the starting value has a clause of its own
_BEGAN = re.compile(r"(?P<subject>[^，]{2,}?)(?:由|从)[^，]*\d[^，]*$")
CHANGES = (Measure.INCREASE, Measure.DECREASE)
# 新修的道路，有3公里: a clause of a verb alone has its subject before the mark.
_IS = ("有", "为", "是")
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
