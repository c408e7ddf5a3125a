"""Quantities: a number with its unit and the words that bound it, wherever one stands in clean text.

In: clean text. Out: `Quantity`s, leftmost first, not overlapping. Everything that has the form of a quantity is
given here; whether it is a figure of the report is decided later (`exclusions`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from rag.figures.grammar import LOST, QUANTITY
from rag.figures.numbers import neighbours, numeral, plain
from rag.figures.quantity import AFTER, BEFORE, Quantity
from rag.figures.units import MULTIPLIERS
from rag.records import Bound


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity in clean text, leftmost first; a qualifier that closes a list is given to all its members."""
    found = sorted([*_written(text), *_lost(text)], key=lambda q: (q.start, -q.stop))
    apart: list[Quantity] = []
    for quantity in found:
        if not apart or quantity.start >= apart[-1].stop:
            apart.append(quantity)
    return _qualified_together(text, apart)


def _written(text: str) -> Iterator[Quantity]:
    for match in QUANTITY.finditer(text):
        for form, group, read in _READERS:
            if match[group] is not None:
                quantity = read(match)
                if quantity is not None:
                    yield replace(quantity, form=form)
                break


def _lost(text: str) -> Iterator[Quantity]:
    for match in LOST.finditer(text):
        bound = AFTER.get(match["after"] or "", Bound.EXACT)
        yield Quantity(
            match.start(),
            match.end(),
            match.start(),
            None,
            None,
            match["unit"] or match["money"] or match["thing"] or match["reached"],
            bound,
            "lost",
        )


def _made(
    match: re.Match[str], value: Decimal | None, unit: str | None, group: str, high: Decimal | None = None
) -> Quantity:
    if match["minus"] and value is not None and high is None:
        value = -value
    return Quantity(match.start(), match.end(), match.start(group), value, high, unit, _bound(match, high), "")


def _bound(match: re.Match[str], high: Decimal | None) -> Bound:
    few = any(match[name] for name in ("few", "few_more", "few_last", "mask_few"))
    if match["after"]:
        return AFTER[match["after"]]
    if match["before"]:
        return BEFORE[match["before"]]
    if high is not None:
        return Bound.RANGE
    return Bound.OVER if few and match["few"] != "来" else Bound.EXACT


def _percent(match: re.Match[str]) -> Quantity | None:
    value = numeral(match["p"])
    high = numeral(match["p_high"]) if match["p_high"] else None
    if value is None or (high is not None and high <= value):
        return None
    return _made(match, value, "%", "percent", high)


def _permille(match: re.Match[str]) -> Quantity | None:
    value = numeral(match["pm"])
    return None if value is None else _made(match, value, "‰", "permille")


def _myriadth(match: re.Match[str]) -> Quantity | None:
    value = numeral(match["mm"])
    return None if value is None else _made(match, plain(value / 100), "%", "myriadth")


def _share(above: Decimal | None, below: Decimal | None) -> Decimal | None:
    if above is None or not below:
        return None
    return plain((above * 100 / below).quantize(Decimal("0.01"), ROUND_HALF_UP))


def _fraction(match: re.Match[str]) -> Quantity | None:
    value = _share(numeral(match["above"]), numeral(match["below"]))
    return None if value is None else _made(match, value, "%", "fraction")


def _slash(match: re.Match[str]) -> Quantity | None:
    above, below = Decimal(match["over"]), Decimal(match["under"])
    return _made(match, _share(above, below), "%", "slash") if above < below <= 10 else None


def _half(match: re.Match[str]) -> Quantity | None:
    return _made(match, Decimal(50), "%", "half")


def _doubling(match: re.Match[str]) -> Quantity | None:
    times = numeral(match["times"]) if match["times"] else Decimal(1)
    if times is None or times > 10:
        return None
    return _made(match, 2**times, "倍", "doubling")


def _tenths(match: re.Match[str]) -> Quantity | None:
    value, more = numeral(match["t"]), numeral(match["hundredths"] or "零")
    if value is None or more is None:
        return None
    return _made(match, plain(value * 10 + more + (5 if match["half_tenth"] else 0)), "%", "tenths")


def _zero(match: re.Match[str]) -> Quantity | None:
    return _made(match, Decimal(0), None, "zero")


def _range(match: re.Match[str]) -> Quantity | None:
    low, high = numeral(match["low"]), numeral(match["high"])
    if low is None or high is None:
        return None
    unit = match["range_multiplier"] + match["range_unit"]
    own = match["low_unit"] or unit
    if own != unit and own + match["range_unit"] != unit and own not in MULTIPLIERS:
        return None
    factor = (
        MULTIPLIERS.get(own, Decimal(1)) / MULTIPLIERS.get(match["range_multiplier"], Decimal(1))
        if own in MULTIPLIERS
        else 1
    )
    low = plain(low * factor) if factor != 1 else low
    return _made(match, low, unit, "low", high) if low < high else None


def _number(match: re.Match[str]) -> Quantity | None:
    text, unit = match["number"], match["unit"] or ""
    multiplier = match["multiplier"] + (match["further"] or "")  # 3万多亿元
    pair = neighbours(text)
    value, high = pair or (_scaled(text, multiplier), None)
    if value is None or multiplier not in ("", *MULTIPLIERS):
        return None
    return _made(match, value, multiplier + unit or None, "number", high)


def _scaled(text: str, multiplier: str) -> Decimal | None:
    """The value in the unit's multiplier: 一亿二千 before 万 → 12000."""
    if not re.search("[万亿]", text) or multiplier not in MULTIPLIERS:
        return numeral(text)
    whole = numeral(text + multiplier)
    return None if whole is None else plain(whole / MULTIPLIERS[multiplier])


def _myriad(match: re.Match[str]) -> Quantity | None:
    return _made(match, Decimal(1), match["myriad"] + (match["myriad_unit"] or ""), "myriad")


def _mask(match: re.Match[str]) -> Quantity | None:
    return _made(match, None, match["mask_multiplier"] + match["mask_unit"], "mask")


_Reader = Callable[[re.Match[str]], Quantity | None]
# In the order in which the pattern tries them: name of the form, the group that shows it, how it is read.
_READERS: tuple[tuple[str, str, _Reader], ...] = (
    ("percent", "percent", _percent),      # 百分之七点九
    ("permille", "permille", _permille),   # 千分之五
    ("myriadth", "myriadth", _myriadth),   # 万分之三
    ("fraction", "fraction", _fraction),   # 三分之一
    ("fraction", "slash", _slash),         # 近1/3
    ("half", "half", _half),               # 一半以上
    ("doubling", "doubling", _doubling),   # 翻一番
    ("tenths", "tenths", _tenths),         # 七成以上
    ("zero", "zero", _zero),               # 零事故
    ("range", "low", _range),              # 3至5家
    ("number", "number", _number),         # 1.2万亩
    ("myriad", "myriad", _myriad),  # 破万亿
    ("mask", "mask", _mask),               # XX亩
)  # fmt: skip

_LIST_MARK = re.compile(r"[、和与及]|以及|,(?=\d)")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")


def _qualified_together(text: str, found: list[Quantity]) -> tuple[Quantity, ...]:
    """6%、7%左右, 11.1、11.2个百分点: what stands only on the last of a list holds for each of its members."""
    for i in range(len(found) - 2, -1, -1):
        this, following = found[i], found[i + 1]
        if not _LIST_MARK.fullmatch(text, this.stop, following.start):
            continue
        if this.unit is None and following.unit and _opens_a_list(text, this):
            this = found[i] = replace(this, unit=following.unit)
        closing = text[following.stop - 2 : following.stop] in AFTER
        if closing and this.unit == following.unit and this.bound is Bound.EXACT:
            found[i] = replace(this, bound=following.bound)
    return tuple(found)


def _opens_a_list(text: str, quantity: Quantity) -> bool:
    """True for a plain number that is no list marker: it does not open its line."""
    opens_line = quantity.start == 0 or text[quantity.start - 1] in "\n。；"
    return quantity.form == "number" and not opens_line and bool(_PLAIN.fullmatch(text, quantity.start, quantity.stop))


__all__ = ["Quantity", "quantities"]
