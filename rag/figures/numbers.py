"""Numerals as Chinese reports write them, read as exact decimals.

In: the characters of a numeral in clean text (Simplified, half-width digits). Out: its value. The grammar takes Arabic
digits with separators and decimals, Chinese numerals in everyday and in formal characters, and mixtures of both
(1.2万, 3千, 5万4千6百). A numeral is only characters here: what it counts is settled in `quantities.py`.
"""

from __future__ import annotations

import re
from decimal import Decimal

_DIGIT_CHARS = ("零〇○", "一壹", "二两贰俩", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
DIGITS = {char: value for value, chars in enumerate(_DIGIT_CHARS) for char in chars}

PLACES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MYRIADS = {"万": Decimal(10**4), "亿": Decimal(10**8)}

# 5·2%: older files write the point in the middle of the line
ARABIC = r"(?:\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?(?![\d,，]\d)|\d+(?:\.\d+|·\d+(?![\d·]))?)"
_DIGIT = "零〇○一二两三四五六七八九壹贰叁柒捌玖"
_DECIMAL = _DIGIT.replace("两", "") + "肆伍陆"
_THOUSAND = r"千(?![瓦米克伏升卡焦]|公顷)"
# 百分之, 百分点: a hundred only where a digit stands before it.
_HUNDRED = rf"(?:(?<=[{_DIGIT}肆伍陆])百|百(?!分[之点比数]))"
# These formal characters are also surnames and parts of words (队伍, 大陆, 收拾): they count beside others of their kind.
_FORMAL = rf"(?:[肆伍陆俩](?=[拾佰仟肆伍陆])|(?<=[拾佰仟零之])[肆伍陆]|[拾佰仟](?=[{_DIGIT}肆伍陆万亿余多元])|(?<=[{_DIGIT}肆伍陆])[拾佰仟])"
_CHINESE = rf"(?:[{_DIGIT}十]|{_HUNDRED}|{_THOUSAND}|{_FORMAL})"
_MIXED = rf"{ARABIC}(?:[十百]|{_THOUSAND})(?:零?\d+(?:[十百]|{_THOUSAND}))*(?:零\d+)?"
_ONE = rf"(?:{_MIXED}|{ARABIC}|{_CHINESE}+(?:点[{_DECIMAL}]+)?)"
# One numeral up to, and without, a closing 万 or 亿: those belong to the unit (1.2 万亩).
NUMERAL = rf"(?:{_ONE}(?:[万亿]+零?{_ONE})*)"
_TOKEN = re.compile(
    rf"(?P<arabic>{ARABIC})|(?P<digit>[{''.join(DIGITS)}])|(?P<place>[{''.join(PLACES)}])|(?P<myriad>[万亿])"
)


def numeral(text: str) -> Decimal | None:
    """The value of a whole numeral: 14,500 → 14500, 一百二十 → 120, 七点九 → 7.9, 5万4千6百 → 54600; None if it is none."""
    if re.fullmatch(ARABIC, text):
        return Decimal(re.sub("[,，]", "", text).replace("·", "."))
    whole, point, fraction = text.partition("点")
    if point:
        return _with_fraction(whole, fraction)
    if all(char in DIGITS for char in text):
        return Decimal("".join(str(DIGITS[char]) for char in text)) if text else None
    return _by_place(text)


def _with_fraction(whole: str, fraction: str) -> Decimal | None:
    value = numeral(whole)
    if value is None or not fraction or any(char not in DIGITS for char in fraction):
        return None
    return Decimal(f"{value}.{''.join(str(DIGITS[char]) for char in fraction)}")


def _by_place(text: str) -> Decimal | None:
    """Numerals with their places named: 三千零五十 → 3050, 一亿二千万 → 120000000, 九万四 → 94000."""
    total = myriads = section = Decimal(0)
    digit: Decimal | None = None
    place = Decimal(1)
    reach = 0
    for token in _TOKEN.finditer(text):
        if token.start() != reach:
            return None
        reach, char = token.end(), token[0]
        if token["arabic"] or token["digit"]:
            if digit:
                return None
            digit = Decimal(re.sub("[,，]", "", char)) if token["arabic"] else Decimal(DIGITS[char])
            place = Decimal(1) if digit == 0 or digit >= 10 else place
        elif token["place"]:
            place = Decimal(PLACES[char])
            section += (digit or Decimal(1)) * place
            digit = None
        else:
            place = MYRIADS[char]
            total, myriads = _raised(total, myriads, section + (digit or 0), place)
            section, digit = Decimal(0), None
    if reach != len(text):
        return None
    # A last digit without its place stands one place below the one before it: 两千三百五 → 2350.
    tail = (digit or Decimal(0)) * (place / 10 if place > 10 else 1)
    return total + myriads + section + tail


def _raised(total: Decimal, myriads: Decimal, section: Decimal, place: Decimal) -> tuple[Decimal, Decimal]:
    """Total and 万-part after a 万 or 亿 behind `section`; 万 behind 万 raises all before it (六万万)."""
    if place == MYRIADS["亿"]:
        return total + (myriads + section or Decimal(1)) * place, Decimal(0)
    if myriads and not section:
        return total, myriads * place
    return total, myriads + (section or Decimal(1)) * place


def plain(value: Decimal) -> Decimal:
    """`value` without trailing zeros behind its point and without an exponent: 5.50 → 5.5, 1E+3 → 1000."""
    return Decimal(format(value.normalize(), "f"))


_NEIGHBOURS = re.compile(
    r"(?P<head>[一二两三四五六七八九]?[十百千])?(?P<low>[一二两三四五六七八])(?P<high>[二三四五六七八九])(?P<tail>[十百千]?)"
)


def neighbours(text: str) -> tuple[Decimal, Decimal] | None:
    """Two neighbouring digits give a range: 十七八 → (17, 18), 三四百 → (300, 400); None for anything else."""
    found = _NEIGHBOURS.fullmatch(text)
    if not found or DIGITS[found["high"]] != DIGITS[found["low"]] + 1 or (found["head"] and found["tail"]):
        return None
    low, high = (numeral((found["head"] or "") + found[end] + found["tail"]) for end in ("low", "high"))
    return None if low is None or high is None else (low, high)
