"""What a figure measures, and whether it gives an amount, a rise or a fall.

In: the figures of one sentence with their surroundings, first to last. Out: for each its indicator in the words of the
text, its measure and the frame that was recognised. A frame is one way in which a Chinese clause ties a number to what it
measures; the ordered table FRAMES is the specification.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from rag.figures.clauses import Context
from rag.figures.indicators import counted, measured
from rag.figures.indicators.actions import action
from rag.figures.indicators.names import LONGEST, polished, trimmed
from rag.figures.indicators.parts import Parts, Reading, take_apart
from rag.figures.indicators.predicates import uncompared
from rag.records import Measure

Frame = Callable[[Parts], Reading | None]

FRAMES: tuple[tuple[str, Frame, str], ...] = (
    ("labelled", measured.labelled, "脆李鲜果产值：2023年完成7100万元"),
    ("medals", counted.medals, "8金9银6铜"),
    ("none at all", counted.none_at_all, "做到零误差"),
    ("multiple", measured.multiple, "是2010年的2.2倍"),
    ("two goals", measured.two_goals, "增长7%以上、力争达到8%"),
    ("relative", measured.relative, "高于全国1.7个百分点"),
    ("invested", counted.invested, "投资3500万元的供水管网改造"),
    ("counted", counted.counted, "新建100亩示范园"),
    ("share", measured.share, "县域经济总量占全省比重达63%"),
    ("rate", measured.rate, "居民消费价格涨幅2%左右"),
    ("predicated", measured.predicated, "地区生产总值达到240亿元"),
    ("done", measured.done, "新建农村道路32公里"),
    ("money alone", counted.money_alone, "筹措2700多万元解决信访问题"),
    ("clause before", counted.of_the_clause_before, "设置平价超市，年内完成20个"),
    ("opening", counted.opening, "12人入选国家高层次人才"),
    ("inherited", measured.inherited, "同比增长21%"),
    ("following", counted.following, "20余人"),
)


def read_indicators(found: Sequence[Context]) -> tuple[Reading, ...]:
    """The readings of one sentence's figures, in their order."""
    readings: list[Reading] = []
    for context in found:
        parts = take_apart(context, readings[-1] if readings else None)
        reading = next((r for _, frame, _ in FRAMES if (r := frame(parts)) is not None), None)
        readings.append(_doubled(context, reading or Reading("", parts.measure, "unnamed")))
    return tuple(readings)


def _doubled(context: Context, reading: Reading) -> Reading:
    """实现翻番: to double is a rise, whatever verb stands before it."""
    return replace(reading, measure=Measure.INCREASE) if context.quantity.form == "doubling" else reading


__all__ = [
    "FRAMES",
    "LONGEST",
    "Frame",
    "Parts",
    "Reading",
    "action",
    "polished",
    "read_indicators",
    "trimmed",
    "uncompared",
]
