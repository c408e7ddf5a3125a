"""What became of a target: reached, nearly, missed, or not to be told.

In: the points of a target and of its result. Out: a `Judged`. Most indicators are to grow, so a result is held to be at
least its target; where the target is an upper limit, a fall, or of something that is to be kept down
(kept_down.yaml), it is held to be at most that.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from importlib.resources import files

import yaml

from rag.answers.reports.amounts_said import difference
from rag.answers.telling.verdicts import NEARLY
from rag.comparing.rows import Judged, Outcome, Point, signed
from rag.figures.lexicon import alternation
from rag.records import Bound, Figure, Measure

_OPEN_ABOVE, _OPEN_BELOW = (Bound.AT_LEAST, Bound.OVER), (Bound.AT_MOST,)


def judged(concept: str, target: Point | None, result: Point | None) -> Judged | None:
    """What became of a target; None where there is neither target nor result."""
    if target is None:
        return None if result is None else Judged(Outcome.NO_TARGET)
    if result is None:
        return Judged(Outcome.UNREPORTED)
    downwards = _is_limit(concept, target.figure)
    limit = max(target.low, target.high) if downwards else min(target.low, target.high)
    got = result.low
    apart = got - limit
    met = apart <= 0 if downwards else apart >= 0
    said = _apart(target.figure, result.figure, downwards)
    if met and not _may_lie(result.figure, above=downwards):
        return Judged(Outcome.MET, said)
    if not met and not _may_lie(result.figure, above=not downwards):
        nearly = target.figure.bound is Bound.ABOUT and abs(apart) <= NEARLY * abs(limit)
        return Judged(Outcome.NEARLY if nearly else Outcome.MISSED, said)
    return Judged(Outcome.UNSURE)


def _is_within(target: Figure, result: Figure) -> bool:
    low, high, got = target.value, target.value_high, result.value
    return None not in (low, high, got) and signed(target, low) <= signed(result, got) <= signed(target, high)


@cache
def _kept_down() -> re.Pattern[str]:
    entries = yaml.safe_load(files("rag.comparing").joinpath("kept_down.yaml").read_text(encoding="utf-8"))
    return re.compile(alternation(str(word) for word in entries))


def is_kept_down(concept: str) -> bool:
    """True for an indicator of something that is to be kept low: 失业率, 能耗."""
    return _kept_down().search(concept) is not None


def _is_limit(concept: str, target: Figure) -> bool:
    """True where the target is not to be exceeded."""
    if target.measure is Measure.DECREASE:
        return target.bound is not Bound.AT_MOST
    return target.bound is Bound.AT_MOST or (is_kept_down(concept) and target.bound is not Bound.AT_LEAST)


def _may_lie(result: Figure, above: bool) -> bool:
    """True where the words of a result leave open that it lies above (below) the number they name."""
    falls = result.measure is Measure.DECREASE
    return result.bound in (_OPEN_ABOVE if above is not falls else _OPEN_BELOW)


def _apart(target: Figure, result: Figure, downwards: bool) -> str:
    """高 0.3 个百分点, in the unit of the target; empty where both say the same."""
    falls = target.measure is Measure.DECREASE
    end = target.value_high if target.value_high is not None and downwards is not falls else target.value
    apart = difference(replace(target, value=end), result) if target.measure is result.measure else None
    if apart is None or apart.amount == 0:
        return ""
    if _is_within(target, result):
        return "在目标区间内"
    more, less = ("多降", "少降") if falls else ("高", "低")
    return f"{more if apart.amount < 0 else less} {apart.text}"
