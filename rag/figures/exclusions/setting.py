"""A quantity that may be no figure, with the text around it that decides."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.figures.lexicon import lexicon
from rag.figures.quantity import Quantity
from rag.figures.units import unit

_CLAUSE_MARK = re.compile(r"[，。；：！？\n,;!?]")
_SMALL = re.compile(r"[一二两三四五六七八九十](?![\d十百千万亿])")


@dataclass(frozen=True, slots=True)
class Setting:
    """A quantity in its sentence: `left` and `right` are the clean text before and after it, within the sentence."""

    quantity: Quantity
    text: str
    left: str
    right: str

    @property
    def written(self) -> str:
        """The quantity as it stands."""
        return self.text[self.quantity.start : self.quantity.stop]

    @property
    def number(self) -> str:
        """The quantity without the qualifier before its number."""
        return self.text[self.quantity.number_start : self.quantity.stop]

    @property
    def unit(self) -> str:
        """The unit's name, empty where there is none."""
        return self.quantity.unit or ""

    @property
    def dimension(self) -> str:
        """The unit's dimension, empty where it is not known."""
        known = unit(self.quantity.unit)
        return known.dimension if known else ""

    @property
    def small(self) -> bool:
        """True for 一 to 十 in a Chinese character, which often count nothing."""
        return bool(_SMALL.match(self.number))

    @property
    def bare(self) -> bool:
        """True for a plain number without a unit."""
        return not self.quantity.masked and self.quantity.unit is None and self.quantity.form == "number"

    @property
    def clause_left(self) -> str:
        """What stands before it in its own clause."""
        return _CLAUSE_MARK.split(self.left)[-1]

    @property
    def clause_right(self) -> str:
        """What stands after it in its own clause."""
        return _CLAUSE_MARK.split(self.right, maxsplit=1)[0]

    @property
    def governed(self) -> bool:
        """True where a verb that takes an object, or a word of amount, stands directly before it: 新建3座."""
        before = self.left.removesuffix("了").removesuffix("好")
        return bool(lexicon().action.suffix(before) or before.endswith(_AMOUNT))


# Words other than verbs of action that give what follows as an amount.
_AMOUNT = (
    "达到", "达", "建", "增加", "减少", "超过", "突破", "超", "再", "为", "对", "使", "让", "有", "近", "约", "将", "及", "共", "其中",
)  # fmt: skip
