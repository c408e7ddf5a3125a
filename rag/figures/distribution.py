"""分别: several indicators named first, their figures after, in the same order.

In: the readings and contexts of one sentence. Out: the readings, where k figures follow 分别 and k names stand before it,
each with its own name. What the names share stands on the last of them (城镇和农村居民收入, 一、二、三产增加值).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.figures.clauses import REACH, Context
from rag.figures.indicators import Reading, action, trimmed, uncompared
from rag.figures.lexicon import lexicon
from rag.records import Measure

_SPLIT = re.compile(r"[、与]|(?<!普)及(?![时格其早])|和(?![美谐平睦善气])|以及")
_GIVEN_OUT = re.compile(r"分别|各为|均为")
_EACH = re.compile(r"分别|各(?!类|项|种|地|级|族|界|方)")
_TWO_IN_ONE = (("城乡", ("城市", "农村")), ("省市", ("省", "市")), ("上下", ("上", "下")))
_PREDICATE = re.compile(
    r"(?:同比|均|实际)?(?:增长|提高|达到?|完成|保持在|控制在|稳定在|增加|下降|为|突破|超过|实现|提高到|提高至)了?$"
)
# What names may share besides their head: 城镇和农村居民收入.
_SHARED = re.compile(
    rf"(?:(?:常住)?居民|人均|月|产业|产|工业|贸易)*(?:(?:可支配|纯|月)?{lexicon().head.pattern}|[一-龥]{{2}}[率额量数])$"
)
_HEAD = re.compile(rf"(?:产业)?{lexicon().head.pattern}$")


def distributed(text: str, found: Sequence[Context], readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings with names given out wherever the sentence says 分别, or a list of figures shares a list of names."""
    result = list(readings)
    for first, last in _groups(found):
        before = _before(text, found, first)
        units = {context.quantity.unit for context in found[first : last + 1]}
        if not _GIVEN_OUT.search(before[-24:]) and len(units) > 1:
            continue
        count = last - first + 1
        names = _names(before, count) or _figures_before(before, readings[:first], count)
        for i, name in enumerate(names or ()):
            result[first + i] = replace(
                readings[first + i], indicator=name, measure=_measure(name, readings[first]), frame="distributed"
            )
    return tuple(result)


_STATE = re.compile(r"(?<!增长)率$|比重$|占比$")


def _measure(name: str, reading: Reading) -> Measure:
    """失业率、价格涨幅分别控制在5%和3%: the rise that is named holds for its own name alone."""
    return Measure.LEVEL if reading.frame == "rate" and _STATE.search(name) else reading.measure


_PLACE_END = re.compile(r"(?:[镇乡村县市区]|街道|社区|[XxＸ×某*]{2})$")
_WHAT_IS_DONE = re.compile(
    r"）(?:[、和及与][^，。；（）]{1,12}（[^（）]{1,24}）)*(?:等(?:[一-龥]{0,3}[地村镇乡县区处])?)?(?:[两三四五六七八九十\d]+个?[地村镇乡县区处])?(?P<rest>[一-龥]{3,30})"
)


def places_in_a_row(text: str, found: Sequence[Context], readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """在柏坞镇（3000亩）、青筏镇（2000亩）建设高标准农田: the share of each place, named by what is done in all of them."""
    result = list(readings)
    for i, context in enumerate(found):
        start, stop = context.quantity.start, context.quantity.stop
        alone = text[start - 1 : start] == "（" and text[stop : stop + 1] == "）"
        if not alone or not _PLACE_END.search(readings[i].indicator):
            continue
        done = _WHAT_IS_DONE.match(text, stop)
        name = action(done["rest"])[1] if done else ""
        if name:
            result[i] = replace(readings[i], indicator=name, frame="places in a row")
    return tuple(result)


def _before(text: str, found: Sequence[Context], first: int) -> str:
    """What may name a group: all of its clause behind the figure before it, or all of its sentence."""
    at = found[first].quantity.start
    opened = found[first - 1].quantity.stop if first and found[first].follows else found[first].sentence_start
    return text[max(opened, at - REACH) : at]


def _groups(found: Sequence[Context]) -> list[tuple[int, int]]:
    """(first, last) of every run of figures joined by list marks alone."""
    groups, i = [], 0
    while i < len(found):
        j = i
        while j + 1 < len(found) and found[j + 1].joined and not found[j].right.strip("、和与及，"):
            j += 1
        if j > i:
            groups.append((i, j))
        i = j + 1
    return groups


def _names(before: str, count: int) -> list[str] | None:
    """`count` names out of the text before the first figure, or None where it does not hold as many."""
    clauses = [c for c in re.split(r"[，；：。]", before) if c.strip()]
    if not clauses:
        return None
    own = uncompared(_PREDICATE.sub("", _EACH.split(clauses[-1])[0]))
    earlier = clauses[-2] if len(clauses) > 1 else ""
    if not trimmed(own) and "分别" in clauses[-1] and re.search(r"\d[^，]*$", earlier):
        return None
    items = _items(trimmed(own), count)
    if items is not None:
        return items
    items = _items(trimmed(earlier), count)
    tail = trimmed(own)
    return None if items is None else [item if tail in item else item + tail for item in items]


def _figures_before(before: str, readings: Sequence[Reading], count: int) -> list[str] | None:
    """游客3亿人次，花费3595亿元，分别增长14%和21%: the indicators of the figures before."""
    if "分别" not in before[-12:] or len(readings) < count:
        return None
    return [reading.indicator for reading in readings[-count:]]


def _items(text: str, count: int) -> list[str] | None:
    """`count` names that `text` lists; None where it lists fewer or lists figures."""
    for both, single in _TWO_IN_ONE:
        if count == len(single) and text.startswith(both) and len(_SPLIT.split(text)) != count:
            return [one + text[len(both) :] for one in single]
    parts = [part for part in _SPLIT.split(text) if part]
    if len(parts) < count or re.search(r"\d[\d.]*[万亿]?[个亩元户家公吨%]", text):
        return None
    return _sharing(["、".join(parts[: len(parts) - count + 1]), *parts[len(parts) - count + 1 :]])


def _sharing(parts: list[str]) -> list[str]:
    """Give what stands only on the last name to all, where the others end in no head of their own."""
    last = parts[-1]
    if all(_HEAD.search(part) or len(part) >= len(last) - 1 for part in parts[:-1]):
        return parts
    head = _SHARED.search(last)
    shared = head[0] if head else last[len(parts[-2]) :]
    return [part if _HEAD.search(part) else part + shared for part in parts[:-1]] + [last]
