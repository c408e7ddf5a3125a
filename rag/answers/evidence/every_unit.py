"""Each of several amounts that one question asks for, by its unit: 新并网多少千瓦、发多少度.

In: the run of clauses chosen for a question, and the question. Out: the run with the nearest clauses of its sentence that
give what it lacks; as it was where the question asks in one unit, or the sentence gives no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from rag.answers.evidence.amounts import proper
from rag.answers.evidence.weighing import LONGEST_RUN, Evidence
from rag.answers.sentences.clauses import clauses
from rag.figures.quantity import Quantity
from rag.figures.units import comparable, unit

_HOW_MANY = re.compile(r"(?:多少|几)[十百千万亿]*(?P<behind>[\u4e00-\u9fff]{1,4})")
# what is counted without its unit: 多少钱, 多少游客
_TOLD_IN = {"钱": "元", "块钱": "元", "资金": "元", "游客": "人次", "旅客": "人次"}


def with_every_unit(run: Evidence, clean: str) -> Evidence:
    """The run, widened so that it gives an amount in each of the units that are asked for."""
    asked = dict.fromkeys(_units(clean))
    if len(asked) < 2:
        return run
    said = [q for q in proper(run.sentence.text) if q.value is not None]
    inside = {_dimension(q) for q in said if run.start <= q.start and q.stop <= run.stop}
    if not inside & asked.keys():
        return run
    start, stop = run.start, run.stop
    for dimension in asked.keys() - inside:
        near = [q for q in said if _dimension(q) == dimension]
        if near:
            nearest = min(near, key=lambda q: max(run.start - q.stop, q.start - run.stop))
            start, stop = min(start, _clause(run, nearest)[0]), max(stop, _clause(run, nearest)[1])
    if stop - start > LONGEST_RUN:
        return run
    told = (a.figure for a in run.others if start <= a.quantity.start and a.quantity.stop <= stop)
    return replace(run, start=start, stop=stop, figures=(*run.figures, *(f for f in told if f is not None)))


def _units(clean: str) -> Iterator[str]:
    """The dimensions of the units behind the question words."""
    for match in _HOW_MANY.finditer(clean):
        behind = match["behind"]
        sizes = range(len(behind), 0, -1)
        known = next((behind[:size] for size in sizes if unit(behind[:size]) is not None), None)
        known = known or next((_TOLD_IN[behind[:size]] for size in sizes if behind[:size] in _TOLD_IN), None)
        if known is not None:
            yield comparable(Decimal(1), known)[0]


def _dimension(quantity: Quantity) -> str:
    return comparable(Decimal(1), quantity.unit)[0]


def _clause(run: Evidence, quantity: Quantity) -> tuple[int, int]:
    return next((c.start, c.stop) for c in clauses(run.sentence.text) if c.start <= quantity.start < c.stop)
