"""What there is in all and what was added: 高新技术企业【达到1.8万家】 and 新增高新技术企业【1200家】 do not compare.

In: a level with the words before it. Out: which of the two it says, None where it says neither.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from rag.comparing.surroundings import Surroundings
from rag.records import Figure


class Amount(StrEnum):
    """What a level is the amount of."""

    TOTAL = "total"
    ADDED = "added"


_ADDED = re.compile(
    r"新(?:增|建|改建|改扩建|设|开工|认定|培育|引进|入库|入统|投产|登记|注册|栽|种|造)|净增|培育|引育|认定|建设|开工|改造|建成(?!区)"
)
_TOTAL = re.compile(
    r"总(?:数|量|规模|里程|面积|额)|累计|达到?$|突破|超过?$|稳定在|保持在|拥有|共有|现有|增加到|扩大到|提高到|增至|保有量"
)
_OPENING = re.compile(r"^(?:突破|超|达|逾|破)")
# 净增科技型中小企业853家、高新技术企业【97家】: what is added may be a list
_CLAUSES = re.compile(r"[，。；：,;:]")


def amount_of(figure: Figure, around: Surroundings) -> Amount | None:
    """What the words between the last pause and the figure say; an action in the name of the indicator says nothing."""
    said = _without_name(_CLAUSES.split(around.before)[-1], figure)
    nearest = _without_name(around.clause, figure)
    if _TOTAL.search(nearest) or _OPENING.match(figure.text):
        return Amount.ADDED if _ADDED.search(nearest) else Amount.TOTAL
    return Amount.ADDED if _ADDED.search(said) else None


def usual(amounts: Iterable[Amount | None]) -> Amount | None:
    """The one that more figures say; None where none says anything."""
    counted = Counter(amount for amount in amounts if amount is not None)
    return max(counted, key=lambda amount: counted[amount], default=None)


def _without_name(words: str, figure: Figure) -> str:
    names = {figure.indicator, figure.concept or ""} - {""}
    for name in sorted(names, key=len, reverse=True):
        words = words.replace(name, "·")
    return words
