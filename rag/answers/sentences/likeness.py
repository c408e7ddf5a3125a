"""How much the name of a figure is the name of what was asked.

In: the terms of a question and a figure. Out: the share of the subject that its indicator names, and the share of the
indicator that nobody asked about (海洋 of 海洋生产总值 for 生产总值).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.answers.sentences.matching import matches
from rag.answers.sentences.spoken import spoken
from rag.answers.words.term import Term
from rag.answers.words.vocabulary import Vocabulary
from rag.records import Figure, Measure

# 经济 that grows by 6% is 经济增长
_MOVES = {Measure.LEVEL: "", Measure.INCREASE: "增长", Measure.DECREASE: "下降"}
# words before an indicator that say whose and when, not what
_WHOSE = re.compile(r"^(?:全[国省市县区州盟旗镇乡年]|累[计积]|力争|实现|完成|预计|确保|地方|其中)+")
# words behind an indicator that say how it came to its amount (首次跃上, 连跨)
_HOW = re.compile(
    r"(?:首次|再次|历史性|连续|稳步|持续|继续|预计|实际|同口径|稳定|保持|已经?|将|再|又|屡|连|均|都)*"
    r"(?:[跃迈跨登站踏再连屡][上升跨创]|[迈跨步进]入|攀升|突破|达到?|超过?|增至|稳定|保持|预计|同口径|实际|屡|由|为|在)*$"
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """`named` is the share of the subject in the indicator, `beyond` the share of the indicator that is not of the subject;
    both in [0, 1]."""

    named: float
    beyond: float


def likeness(terms: tuple[Term, ...], figure: Figure, vocabulary: Vocabulary) -> Likeness:
    """How alike a subject and the indicator of a figure are."""
    return _likeness(terms, figure.indicator, _MOVES[figure.measure], vocabulary)


@lru_cache(maxsize=65536)
def _likeness(terms: tuple[Term, ...], indicator: str, moves: str, vocabulary: Vocabulary) -> Likeness:
    if not indicator or not terms:
        return Likeness(0.0, 1.0)
    text = spoken(indicator + moves, vocabulary)
    whose = _WHOSE.match(indicator)
    how = _HOW.search(indicator)
    stop = how.start() if how is not None else len(indicator)
    open_to = [(whose is None or at >= whose.end()) and at < stop for at in range(len(indicator))]
    named = total = 0.0
    for term in terms:
        found = matches(term, text, vocabulary)
        quality = max((m.quality for m in found), default=0.0)
        named += term.weight * quality
        total += term.weight if quality else term.required
        for match in found:
            open_to[match.start : match.stop] = [False] * (min(match.stop, len(indicator)) - match.start)
    return Likeness(named / total if total else 0.0, sum(open_to) / len(indicator))


# 带动全县进出口80亿元: what one thing brought about is not all of it
_BROUGHT_ABOUT = re.compile(r"(?:带动|拉动|撬动|促进|助推|贡献)[^，,。；;、]{0,6}$")


def is_in_part(
    term: Term, figure: Figure, before: str, asked: str, names: Sequence[str], *, vocabulary: Vocabulary
) -> bool:
    """True where a figure is of a part of the indicator: its name begins with what nobody asked about (对东盟进出口), or what
    stands `before` the amount says what brought it about; `names` are those of the places that are meant."""
    found = matches(term, spoken(figure.indicator, vocabulary), vocabulary)
    if not found:
        return False
    lead = figure.indicator[: min(m.start for m in found)]
    for name in names:
        lead = lead.replace(name, "")
    lead = lead[whose.end() :] if (whose := _WHOSE.match(lead)) else lead
    at = before.rfind(figure.indicator)
    brought_about = at >= 0 and _BROUGHT_ABOUT.search(before[:at]) is not None
    return brought_about or (len(lead) > 1 and lead not in asked)
