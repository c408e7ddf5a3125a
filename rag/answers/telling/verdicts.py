"""What figures say when they are held against one another: a target reached or missed, which is higher, by how much.

In: labelled figures. Out: a `Verdict`, one sentence with the numbers worked out for it; None where the figures do not
compare.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from rag.answers.asked.question import Aim, Reading
from rag.answers.asked.table import Asks
from rag.answers.asked.tracking import goal_against_earlier_result
from rag.answers.evidence.decide import Decision
from rag.answers.evidence.weighing import Evidence
from rag.answers.reports.amounts_said import amount, difference, dimension, plain, upper
from rag.answers.telling.turns import turn_said
from rag.figures.units import unit
from rag.records import Bound, Figure, Measure, QuestionKind


@dataclass(frozen=True, slots=True)
class Verdict:
    """One sentence, the numbers in it that stand in no quote, and whether a target was met."""

    text: str
    computed: tuple[str, ...] = ()
    met: bool = False


_BY_WHEN = re.compile(r"(?:什么|啥)时(?:候|间)|何时|哪一?(?:天|个?月)|几[月号]")


def verdict(parts: Sequence[tuple[str, Aim, Decision]], reading: Reading) -> Verdict | None:
    """What the parts of an answer come to; None where nothing is to be compared or the figures do not allow it."""
    if reading.question.kind is QuestionKind.TRACK:
        # by when it was to be done and when it was: days are not held against one another
        return None if _BY_WHEN.search(reading.question.clean) else _tracked(parts, reading)
    found = [(label, aim, decision.runs[0].figures) for label, aim, decision in parts if decision.runs]
    if len(found) < 2 or len(found) < len(parts):
        return None
    if reading.turn is not None:
        return _turned(parts, reading.years.years)
    sought = reading.table.asks if reading.table is not None else None
    if sought is Asks.SUM or (reading.members and TOTAL.search(reading.question.clean)):
        return _added([figures for _, _, figures in found])
    # 城乡居民收入 does not ask which of the two is higher
    of_members = len(found) == len(reading.members) and all(m.label in reading.question.clean for m in reading.members)
    if not (of_members or sought in (Asks.HIGHEST, Asks.LOWEST) or _APART.search(reading.question.clean)):
        return None
    told = _compared([(label, figures) for label, _, figures in found], sought or Asks.HIGHEST)
    return told if of_members or _is_of_one_thing([figures for _, _, figures in found]) else None


def _is_of_one_thing(found: Sequence[Sequence[Figure]]) -> bool:
    """False where the first figure of each goes by the name of another indicator: 财政总收入 and 预算收入 of two years."""
    names = {figures[0].concept for figures in found if figures}
    return None in names or len(names) < 2


def _tracked(parts: Sequence[tuple[str, Aim, Decision]], reading: Reading) -> Verdict | None:
    """What became of each target that has its result, a line each where there are several."""
    if goal_against_earlier_result(reading) is not None:
        return _side_by_side(parts)
    told = []
    for (label, _, target), (_, _, result) in zip(parts[::2], parts[1::2], strict=False):
        if target.runs and result.runs and (v := _first_reached(target.runs[0], result.runs[0])):
            told.append((label.removesuffix("目标"), v))
    if len(parts) == 2:
        return told[0][1] if told else None
    lines = [f"{label}{v.text}" for label, v in told]
    computed = tuple(number for _, v in told for number in v.computed)
    return Verdict("\n".join(lines), computed, all(v.met for _, v in told)) if told else None


def _side_by_side(parts: Sequence[tuple[str, Aim, Decision]]) -> Verdict | None:
    """The goal of a year and the result of an earlier one, which it can neither meet nor miss."""
    runs = [(label, decision.runs[0]) for label, _, decision in parts if decision.runs]
    if len(runs) != len(parts):
        return None
    (goal, target), (told, result) = runs[:2]
    pairs = ((t, r) for t in target.figures for r in result.figures if t.measure is r.measure)
    verdicts = (compared([(goal, t), (told, r)], Asks.HIGHEST) for t, r in pairs)
    return next((v for v in verdicts if v is not None), None)


def _turned(parts: Sequence[tuple[str, Aim, Decision]], years: Sequence[int]) -> Verdict | None:
    """How the amount of each thing changed from the earlier year to the later one, a line each where there are several."""
    first, last = min(years), max(years)
    before = {label.replace(f"{first}年", ""): d.runs[0] for label, _, d in parts if f"{first}年" in label}
    after = {label.replace(f"{last}年", ""): d.runs[0] for label, _, d in parts if f"{last}年" in label}
    lines: list[str] = []
    computed: list[str] = []
    for thing, run in after.items():
        figure, earlier = run.figure, before[thing].figures if thing in before else ()
        told = (turn_said(f, figure) for f in earlier if figure is not None and f.kind is figure.kind)
        words, numbers = next((turn for turn in told if turn[0]), ("", ()))
        lines += [f"{thing}{last}年与{first}年相比，{words}。"] if words else []
        computed += numbers
    return Verdict("\n".join(lines), (*computed, str(first), str(last))) if lines else None


def _first_reached(target: Evidence, result: Evidence) -> Verdict | None:
    """The verdict on the first target that has a result of its kind."""
    targets = [(t, _is_since_long(t, target)) for t in target.figures]
    results = [(r, _is_since_long(r, result)) for r in result.figures]
    pairs = ((t, r) for t, long in targets for r, far in results if t.measure is r.measure and long is far)
    told = (reached(t, r, held_down=_is_held_down(t, target)) for t, r in pairs)
    return next((v for v in told if v is not None), None)


# 比2018年增长65%, 年均增长10%: what several years came to says nothing of one
_SINCE_LONG = re.compile(r"年均|年递增|平均每年|每年平均|年平均|(?:比|较|同|与)(?P<since>(?:19|20)\d\d)年(?:相比)?")


def _is_since_long(figure: Figure, run: Evidence) -> bool:
    """True for a rise over several years, or on average of them."""
    text = run.sentence.text
    at = text.find(figure.text, run.start)
    said = (
        _SINCE_LONG.search(re.split("[；;。]", text[:at])[-1])
        if at >= 0 and figure.measure is not Measure.LEVEL
        else None
    )
    before = (figure.year or 0) - 1
    return said is not None and (said["since"] is None or int(said["since"]) < before)


def _is_held_down(target: Figure, run: Evidence) -> bool:
    """True for 物价涨幅控制在3.5%左右, where less is meant whatever the bound says."""
    return re.search(rf"(?:控制|压|限制)在?[^，,；;。\d]{{0,6}}{re.escape(target.text)}", run.sentence.text) is not None


def _added(found: Sequence[Sequence[Figure]]) -> Verdict | None:
    """The sum of one figure of each in the unit of the first, where all are of one dimension."""
    for first in found[0]:
        same = [next((f for f in figures if dimension(f) == dimension(first)), None) for figures in found]
        chosen = [f for f in same if f is not None]
        told_apart = len({(f.doc, f.span) for f in chosen}) == len(found)
        if dimension(first) is not None and len(chosen) == len(found) and told_apart:
            known = unit(first.unit)
            total = plain(sum((amount(f) for f in chosen), Decimal(0)) / (known.factor if known else Decimal(1)))
            return Verdict(f"合计{total}{first.unit or ''}。", (total,))
    return None


def _compared(found: Sequence[tuple[str, Sequence[Figure]]], asks: Asks) -> Verdict | None:
    """The verdict on one figure of each, all of the same dimension and all goals or all results."""
    for like in dict.fromkeys((dimension(f), f.kind) for f in found[0][1]):
        chosen = [
            (label, next((f for f in figures if (dimension(f), f.kind) == like), None)) for label, figures in found
        ]
        # one and the same amount says nothing of two things
        told_apart = len({(f.doc, f.span) for _, f in chosen if f is not None}) == len(chosen)
        if like[0] is not None and told_apart and all(f is not None for _, f in chosen):
            return compared([(label, f) for label, f in chosen if f is not None], asks)
    return None


# how far a result may stay below a goal of 左右 that it still comes to
NEARLY, NEARLY_MET = Decimal("0.05"), "基本达成"
TOTAL = re.compile(r"一共|总共|共计|拢共|合起来|合在一起|加起来|合计|总和")
_APART = re.compile(
    r"差(?:距|多少|多大|得?远|了?多)|相差|变化|[多少高低快慢](?:多少|几)|(?<!多)[高低多少大小快慢](?:吗|么|还是|些|一?点|$|[，,。？?！!])|一样|相同|持平|一致|相等|谁|哪[个边家]"
)


# what a government wants little of, so that its goal is the most that there should be
_KEPT_LOW = re.compile(
    r"^(?!.*(?:再就业|脱贫|帮扶|救助|化解|偿还|消化|清偿|治理|整治|排查|处置|查处|破获))"
    r".*(?:失业(?!人员)|死亡|伤亡|事故|赤字|物价|消费价格|零售价格|人口(?:自然)?增长|发病|犯罪|发案|债务|贫困)"
)


def reached(target: Figure, result: Figure, *, held_down: bool = False) -> Verdict | None:
    """Whether a result meets its target, and by how much it misses or exceeds it; `held_down` says that no more is meant."""
    apart = difference(target, result)
    moves = {target.measure, result.measure}
    if apart is None or (Measure.DECREASE in moves and len(moves) > 1):
        return None
    if apart.amount == 0:
        return Verdict("目标达成，结果与目标一致。", met=True)
    at_most = target.bound is Bound.AT_MOST
    low = target.measure is not Measure.DECREASE and (held_down or _KEPT_LOW.search(target.indicator) is not None)
    ceiling = at_most or (low and target.bound not in (Bound.AT_LEAST, Bound.OVER))
    met = (apart.amount > 0) is ceiling
    over = "低于上限" if at_most else "比目标低" if ceiling else "超出目标"
    short = "高出上限" if at_most else "比目标高" if ceiling else "比目标少"
    if met:
        return Verdict(f"目标达成，{over}{apart.text}。", (apart.number,), met=True)
    nearly = target.bound is Bound.ABOUT and abs(apart.amount) <= NEARLY * abs(target.value or Decimal(0))
    return Verdict(f"目标{NEARLY_MET if nearly else '没有达成'}，{short}{apart.text}。", (apart.number,), met=nearly)


def _reach(figure: Figure) -> tuple[Decimal, Decimal]:
    """Both ends of a range in the first unit of its dimension; twice the amount, where it is none."""
    return amount(figure), upper(figure)


def compared(figures: Sequence[tuple[str, Figure]], asks: Asks) -> Verdict | None:
    """Which of several figures is highest or lowest; of two also by how much."""
    if len(figures) < 2 or len({dimension(f) for _, f in figures}) != 1 or dimension(figures[0][1]) is None:
        return None
    low = asks is Asks.LOWEST
    best = (min if low else max)(_reach(f) for _, f in figures)
    leading = [label for label, f in figures if _reach(f) == best]
    if len(leading) == len(figures):
        return Verdict(f"{'、'.join(leading)}相同。")
    word = ("更" if len(figures) == 2 else "最") + ("低" if low else "高")
    if len(figures) > 2:
        return Verdict(f"{'、'.join(leading)}{'并列' if len(leading) > 1 else ''}{word}。")
    apart = difference(figures[0][1], figures[1][1])
    if any(f.value_high is not None for _, f in figures):
        (low_1, high_1), (low_2, high_2) = (_reach(f) for _, f in figures)
        # of ranges one is higher where neither of its ends is lower
        return Verdict(f"{leading[0]}{word}。") if (low_1 - low_2) * (high_1 - high_2) >= 0 else None
    assert apart is not None
    return Verdict(f"{leading[0]}{word}，相差{apart.text}。", (apart.number,))
