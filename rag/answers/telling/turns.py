"""How an amount of one year lies to that of another, in words.

In: the earlier and the later figure. Out: which way the later one lies, and a phrase that says so with the number worked out for it;
of ranges both ends count, and what is worded otherwise (5%以上, 5%左右) is the same amount.
"""

from __future__ import annotations

from rag.answers.asked.turned import Turned
from rag.answers.reports.amounts_said import amount, difference, said, upper
from rag.records import Figure

# who or what turned so: 降低的有两个
TURNED = {Turned.LOWERED: "降低", Turned.RAISED: "提高", Turned.KEPT: "持平"}


def way(before: Figure, after: Figure) -> Turned | None:
    """Which way `after` lies; None for what does not compare and for ranges of which one end rose and the other fell."""
    if difference(after, before) is None or before.measure is not after.measure:
        return None
    low, high = amount(after) - amount(before), upper(after) - upper(before)
    if low == high == 0:
        return Turned.KEPT
    if low * high < 0:
        return None
    return Turned.RAISED if low + high > 0 else Turned.LOWERED


def turn_said(before: Figure, after: Figure) -> tuple[str, tuple[str, ...]]:
    """由6%到5%，降低1个百分点, with the number that was worked out; empty for what does not compare."""
    turned, apart = way(before, after), difference(after, before)
    if turned is None or apart is None:
        return "", ()
    both = f"由{said(before)}到{said(after)}"
    if turned is Turned.KEPT:
        return (f"没有变，都是{said(after)}" if said(before) == said(after) else f"数值没有变，写法{both}"), ()
    if before.value_high is not None or after.value_high is not None:
        return f"{both}，有所{TURNED[turned]}", ()
    return f"{both}，{TURNED[turned]}{apart.text}", (apart.number,)
