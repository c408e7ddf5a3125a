"""A quantity, and the words before and behind a number that bound it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from rag.records import Bound


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity at clean text[start:stop].

    `number_start` is where the number itself begins, `value` None where it is blanked out or lost; `high` is set only
    for a range and larger than `value`; `form` names the way it is written, the first part of the rule of a figure.
    """

    start: int
    stop: int
    number_start: int
    value: Decimal | None
    high: Decimal | None
    unit: str | None
    bound: Bound
    form: str

    def __post_init__(self) -> None:
        if not self.start <= self.number_start < self.stop:
            raise ValueError(
                f"a quantity needs start <= number < stop, got {self.start}, {self.number_start}, {self.stop}"
            )

    @property
    def masked(self) -> bool:
        """True where the number is blanked out or lost."""
        return self.value is None


BEFORE = {
    "不低于": Bound.AT_LEAST, "不少于": Bound.AT_LEAST, "不小于": Bound.AT_LEAST, "不下于": Bound.AT_LEAST, "不下": Bound.AT_LEAST,
    "至少": Bound.AT_LEAST, "超过": Bound.AT_LEAST, "超过了": Bound.AT_LEAST, "突破了": Bound.AT_LEAST, "超出": Bound.AT_LEAST, "超": Bound.AT_LEAST, "突破": Bound.AT_LEAST,
    "破": Bound.AT_LEAST, "逾": Bound.AT_LEAST, "大于": Bound.AT_LEAST, "高于": Bound.AT_LEAST, "多于": Bound.AT_LEAST,
    "不超过": Bound.AT_MOST, "不高于": Bound.AT_MOST, "不多于": Bound.AT_MOST, "不大于": Bound.AT_MOST, "低于": Bound.AT_MOST,
    "少于": Bound.AT_MOST, "小于": Bound.AT_MOST, "不到": Bound.AT_MOST, "不足": Bound.AT_MOST, "至多": Bound.AT_MOST,
    "接近": Bound.ABOUT, "将近": Bound.ABOUT, "近": Bound.ABOUT, "大约": Bound.ABOUT, "大概": Bound.ABOUT, "约为": Bound.ABOUT,
    "约": Bound.ABOUT,
}  # fmt: skip
AFTER = {
    "以上": Bound.AT_LEAST, "之上": Bound.AT_LEAST, "及以上": Bound.AT_LEAST, "或以上": Bound.AT_LEAST, "或者以上": Bound.AT_LEAST, "及以下": Bound.AT_MOST, "以下": Bound.AT_MOST, "以内": Bound.AT_MOST,
    "之内": Bound.AT_MOST, "之下": Bound.AT_MOST, "左右": Bound.ABOUT, "上下": Bound.ABOUT,
}  # fmt: skip
# Characters that make another word of a one-character qualifier: 签约, 节约, 侦破, 附近.
JOINED_BEFORE = {"约": "签合条节契公集违履特续毁邀应预", "破": "侦突打攻击爆识", "近": "附邻最靠接将远", "超": "赶反"}

_APART = (
    (re.compile(r"(?:不低于|不少于|至少|不小于)[^，。；\d]*$"), Bound.AT_LEAST),
    (re.compile(r"(?:不超过|不高于|不多于|最多|最高不)[^，。；\d]*$"), Bound.AT_MOST),
    (re.compile(r"(?:接近|将近)[^，。；\d]*的$"), Bound.ABOUT),
)


def bounded_apart(quantity: Quantity, clause: str) -> Bound:
    """The bound of a quantity whose qualifier stands apart from its number in its clause: 至少培育新型主体10家."""
    if quantity.bound is not Bound.EXACT:
        return quantity.bound
    left = clause[: len(clause) - (quantity.stop - quantity.start)]
    return next((bound for pattern, bound in _APART if pattern.search(left)), Bound.EXACT)
