"""Quantities: a number with its unit and the words that bound it, wherever one stands in clean text.

In: clean text. Out: `Quantity`s, leftmost first, not overlapping. Everything that has the form of a quantity is
given here; whether it is a figure of the report is decided later (`exclusions.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from rag.figures.numbers import ARABIC, NUMERAL, neighbours, numeral
from rag.figures.units import MULTIPLIERS, units
from rag.records import Bound


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity at clean text[start:stop].

    `number_start` is where the number itself begins, `value` None where it is blanked out or lost; `high` is set only
    for a range; `form` names the way it is written, which is the first part of the rule of a figure.
    """

    start: int
    stop: int
    number_start: int
    value: Decimal | None
    high: Decimal | None
    unit: str | None
    bound: Bound
    form: str

    @property
    def masked(self) -> bool:
        """True where the number is blanked out or lost."""
        return self.value is None


BEFORE = {
    "不低于": Bound.AT_LEAST, "不少于": Bound.AT_LEAST, "不小于": Bound.AT_LEAST, "不下于": Bound.AT_LEAST, "不下": Bound.AT_LEAST,
    "至少": Bound.AT_LEAST, "超过": Bound.AT_LEAST, "超出": Bound.AT_LEAST, "超": Bound.AT_LEAST, "突破": Bound.AT_LEAST,
    "破": Bound.AT_LEAST, "逾": Bound.AT_LEAST, "大于": Bound.AT_LEAST, "高于": Bound.AT_LEAST, "多于": Bound.AT_LEAST,
    "不超过": Bound.AT_MOST, "不高于": Bound.AT_MOST, "不多于": Bound.AT_MOST, "不大于": Bound.AT_MOST, "低于": Bound.AT_MOST,
    "少于": Bound.AT_MOST, "小于": Bound.AT_MOST, "不到": Bound.AT_MOST, "不足": Bound.AT_MOST, "至多": Bound.AT_MOST,
    "接近": Bound.ABOUT, "将近": Bound.ABOUT, "近": Bound.ABOUT, "大约": Bound.ABOUT, "大概": Bound.ABOUT, "约为": Bound.ABOUT,
    "约": Bound.ABOUT,
}  # fmt: skip
AFTER = {
    "以上": Bound.AT_LEAST, "之上": Bound.AT_LEAST, "及以上": Bound.AT_LEAST, "以下": Bound.AT_MOST, "以内": Bound.AT_MOST,
    "之内": Bound.AT_MOST, "之下": Bound.AT_MOST, "左右": Bound.ABOUT, "上下": Bound.ABOUT,
}  # fmt: skip


def _words(names: object) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))  # type: ignore[call-overload]


_PER = r"(?:/(?:月|年|日|天|时|小时|季|次|亩|公顷|人|户|头|只|吨|公斤|斤|平方米|平方公里|立方米|公里|度|千瓦时|瓦时))"
UNIT = rf"(?:(?:{_words(units())}){_PER}?)"
_BEFORE = rf"(?P<before>{_words(BEFORE)})?"
_AFTER = rf"(?P<after>{_words(AFTER)})?"
_DASH = r"(?:[—–\-~～―－]{1,2}|至|到)"
_FREE = r"(?<![第\d.A-Za-z/—\-×])"


_QUANTITY = re.compile(
    rf"""
    {_BEFORE}
    (?:
      (?P<percent>百分之(?P<p>{NUMERAL})(?:{_DASH}(?:百分之)?(?P<p_high>{NUMERAL}))?)
    | (?P<permille>千分之(?P<pm>{NUMERAL}))
    | {_FREE}(?P<fraction>(?P<below>{NUMERAL})分之(?P<above>{NUMERAL}))(?!\d)
    | {_FREE}(?P<slash>(?P<over>\d{{1,2}})/(?P<under>\d{{1,2}}))(?![\d/年月])
    | (?P<half>一半|半数)
    | (?P<doubling>翻(?:(?P<times>{NUMERAL})番|番))
    | {_FREE}(?P<tenths>(?P<t>{ARABIC}|[一二三四五六七八九])成)(?![为效果本员立功就都渝绩品长份套熟交人分年了])(?P<half_tenth>半)?
    | (?P<zero>零)(?=误差|事故|伤亡|死亡|投诉|差错|发生|感染|新增|缺陷|积压|延误|上访|失误|违规|容忍度)
    | {_FREE}(?P<low>{NUMERAL})(?P<low_unit>[万亿]*{UNIT}?){_DASH}(?P<high>{NUMERAL})(?P<range_multiplier>[万亿]*)(?P<range_unit>{UNIT})
    | {_FREE}(?P<number>{NUMERAL})(?P<few>余|多|来)?(?P<multiplier>[万亿]*)(?P<few_more>余|多)?(?P<unit>{UNIT})?(?P<few_last>余|多)?
    | (?<=[超破近过逾达])(?P<myriad>万亿|亿|万)(?P<myriad_unit>{UNIT})?(?!级)
    | (?P<mask>[Xx×*＊●○□◯_]{{2,}}|某某)(?:余|多)?(?P<mask_multiplier>[万亿]*)(?P<mask_unit>{UNIT})
    )
    {_AFTER}
    """,
    re.VERBOSE,
)
# 产值万元，同比增长%: the unit stands directly behind what it measures, and a mark closes it.
_LOST = re.compile(
    rf"""
    (?<=[值入额长降资成到达现比产率高加收款模约过破元])
    (?P<unit>[万亿]+(?:元|亩|吨|人次|人|户|斤|平方米|千瓦时|千瓦|公里)|%|个百分点)
    {_AFTER}
    (?=[，、；。,;)）]|$)
    """,
    re.VERBOSE | re.MULTILINE,
)


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity in clean text, leftmost first; a qualifier that closes a list is given to all its members."""
    found = sorted([*_written(text), *_lost(text)], key=lambda q: (q.start, -q.stop))
    return _qualified_together(text, [q for i, q in enumerate(found) if i == 0 or q.start >= found[i - 1].stop])


def _written(text: str) -> Iterator[Quantity]:
    for match in _QUANTITY.finditer(text):
        for form, group, read in _READERS:
            if match[group] is not None:
                quantity = read(match)
                if quantity is not None:
                    yield replace(quantity, form=form)
                break


def _lost(text: str) -> Iterator[Quantity]:
    for match in _LOST.finditer(text):
        bound = AFTER.get(match["after"] or "", Bound.EXACT)
        yield Quantity(match.start(), match.end(), match.start(), None, None, match["unit"], bound, "lost")


def _made(
    match: re.Match[str], value: Decimal | None, unit: str | None, group: str, high: Decimal | None = None
) -> Quantity:
    return Quantity(match.start(), match.end(), match.start(group), value, high, unit, _bound(match, high), "")


def _bound(match: re.Match[str], high: Decimal | None) -> Bound:
    few = any(match[name] for name in ("few", "few_more", "few_last"))
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
    return None if value is None else _made(match, value, "%", "percent", high)


def _permille(match: re.Match[str]) -> Quantity | None:
    value = numeral(match["pm"])
    return None if value is None else _made(match, value, "‰", "permille")


def _share(above: Decimal | None, below: Decimal | None) -> Decimal | None:
    if above is None or not below:
        return None
    return (above * 100 / below).quantize(Decimal("0.01"), ROUND_HALF_UP).normalize()


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
    value = numeral(match["t"])
    if value is None:
        return None
    return _made(match, value * 10 + (5 if match["half_tenth"] else 0), "%", "tenths")


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
    low = (low * factor).normalize() if factor != 1 else low
    return _made(match, low, unit, "low", high) if low < high else None


def _number(match: re.Match[str]) -> Quantity | None:
    text, multiplier, unit = match["number"], match["multiplier"], match["unit"] or ""
    pair = neighbours(text)
    value, high = pair or (_scaled(text, multiplier), None)
    if value is None or (multiplier not in ("", *MULTIPLIERS) and not _doubled(multiplier)):
        return None
    return _made(match, value, multiplier + unit or None, "number", high)


def _scaled(text: str, multiplier: str) -> Decimal | None:
    """The value in the unit's multiplier: 一亿二千 before 万 → 12000."""
    if not re.search("[万亿]", text) or multiplier not in MULTIPLIERS:
        return numeral(text)
    whole = numeral(text + multiplier)
    return None if whole is None else (whole / MULTIPLIERS[multiplier]).normalize()


def _doubled(multiplier: str) -> bool:
    """万万 and the like of the early reports."""
    return multiplier in ("万万",)


def _myriad(match: re.Match[str]) -> Quantity | None:
    return _made(match, Decimal(1), match["myriad"] + (match["myriad_unit"] or ""), "myriad")


def _mask(match: re.Match[str]) -> Quantity | None:
    return _made(match, None, match["mask_multiplier"] + match["mask_unit"], "mask")


_Reader = Callable[[re.Match[str]], Quantity | None]
# In the order in which the pattern tries them: name of the form, the group that shows it, how it is read.
_READERS: tuple[tuple[str, str, _Reader], ...] = (
    ("percent", "percent", _percent),      # 百分之七点九
    ("permille", "permille", _permille),   # 千分之五
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


def _qualified_together(text: str, found: list[Quantity]) -> tuple[Quantity, ...]:
    """6%、7%左右: a qualifier behind the last of a list holds for each member of the same unit."""
    for i in range(len(found) - 2, -1, -1):
        this, following = found[i], found[i + 1]
        joined = _LIST_MARK.fullmatch(text[this.stop : following.start])
        closing = text[following.stop - 2 : following.stop] in AFTER
        if joined and closing and this.unit == following.unit and this.bound is Bound.EXACT:
            found[i] = replace(this, bound=following.bound)
    return tuple(found)
