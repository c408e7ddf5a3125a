"""Whether goals were met, asked of many places: 哪些县完成了就业目标, 有几个县没达到.

In: a clean question. Out: which outcomes it asks for; empty where it asks for none.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Outcome(StrEnum):
    """What became of a goal."""

    MET = "met"
    MISSED = "missed"


_GOAL = r"(?:目标|任务|计划|预期|指标)"
_REACH = r"(?:如期|超额|全面|按时)*(?:完成|达成|实现|达到|兑现)"
_NOT = r"(?:没有?|尚?未|不)(?:能)?"
_WITHIN = r"[^，,。；;？?！!]"
_MISSED = re.compile(rf"{_NOT}{_REACH}了?{_WITHIN}{{0,10}}?{_GOAL}|{_GOAL}{_WITHIN}{{0,6}}?{_NOT}(?:{_REACH}|达标)")
_MET = re.compile(rf"{_REACH}了?{_WITHIN}{{0,10}}?{_GOAL}|{_GOAL}{_WITHIN}{{0,6}}?(?:{_REACH}|达标)")
# 目标完成得怎么样, 完成没完成
_EITHER = re.compile(
    rf"(?:{_REACH}|达标)(?:了|得)?(?:情况|怎么样|怎样|如何|没有?(?:{_REACH})?(?=[，,。？?！!\s]|$)|吗|与否)|是否(?:都)?{_REACH}"
)


def asked_outcomes(clean: str) -> tuple[Outcome, ...]:
    """The outcomes that a question asks for, in its order; both where it asks how goals were met."""
    missed, met = _MISSED.search(clean), _MET.search(clean)
    if met is None:
        return ()
    if _EITHER.search(clean) is not None:
        return (Outcome.MET, Outcome.MISSED)
    if missed is None:
        return (Outcome.MET,)
    others = [m for m in _MET.finditer(clean) if not missed.start() <= m.start() < missed.end()]
    return (Outcome.MET, Outcome.MISSED) if others else (Outcome.MISSED,)
