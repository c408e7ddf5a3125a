"""分别: several indicators named first, their figures after, in the same order.

In: the readings and contexts of one sentence. Out: the readings, where k figures follow 分别 and k names stand before it,
each with its own name. What the names share stands on the last of them (城镇和农村居民收入, 一、二、三产增加值).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.figures.clauses import Context
from rag.figures.indicators import Reading, trimmed

_SPLIT = re.compile(r"[、和与及]|以及")
_TWO_IN_ONE = (("城乡", ("城市", "农村")), ("省市", ("省", "市")), ("上下", ("上", "下")))
_HEAD = re.compile(
    r"(?:产业)?(?:增加值|可支配收入|纯收入|总产值|产值|收入|产量|面积|标准|覆盖率|参保率|失业率|比重|占比|人数|零售额|销售额|里程|投资|贷款|存款|余额|总额|增速|数量|率|额|量|数)$"
)


def distributed(text: str, found: Sequence[Context], readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings with names given out wherever the sentence says 分别, and wherever a list of figures shares its names."""
    result = list(readings)
    for first, last in _groups(text, found):
        opened = found[first - 1].quantity.stop if first and found[first].follows else found[first].sentence_start
        before = text[opened : found[first].quantity.start]
        units = {context.quantity.unit for context in found[first : last + 1]}
        if not re.search(r"分别|各为|均为", before[-24:]) and len(units) > 1:
            continue
        names = _names(before, last - first + 1) or _figures_before(before, readings[:first], last - first + 1)
        if names is None:
            continue
        for i, name in enumerate(names):
            result[first + i] = replace(
                readings[first + i], indicator=name, measure=readings[first].measure, frame="distributed"
            )
    return tuple(result)


def _groups(text: str, found: Sequence[Context]) -> list[tuple[int, int]]:
    """(first, last) of every run of figures joined by list marks alone whose first has 分别 before it or names to share."""
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
    own = re.split(r"分别|各", clauses[-1])[0] if re.search(r"分别|各", clauses[-1]) else clauses[-1]
    own = re.sub(
        r"(?:同比|均|实际)?(?:增长|提高|达到?|完成|保持在|控制在|稳定在|增加|下降|为|突破|超过|实现|提高到|提高至)(?:了)?$",
        "",
        own,
    )
    if not trimmed(own) and "分别" in clauses[-1] and re.search(r"\d[^，]*$", clauses[-2] if len(clauses) > 1 else ""):
        return None
    for candidate, tail in ((own, ""), *(((clauses[-2], trimmed(own)),) if len(clauses) > 1 else ())):
        items = _items(trimmed(candidate), count)
        if items is not None:
            return [item + tail if tail and tail not in item else item for item in items]
    return None


def _figures_before(before: str, readings: Sequence[Reading], count: int) -> list[str] | None:
    """游客3亿人次，花费3595亿元，分别增长14%和21%: the indicators of the figures before."""
    return (
        [reading.indicator for reading in readings[-count:]]
        if "分别" in before[-12:] and len(readings) >= count
        else None
    )


def _items(text: str, count: int) -> list[str] | None:
    for both, single in _TWO_IN_ONE:
        if count == len(single) and text.startswith(both) and len(_SPLIT.split(text)) != count:
            return [one + text[len(both) :] for one in single]
    parts = [part for part in _SPLIT.split(text) if part]
    if len(parts) < count:
        return None
    parts = ["、".join(parts[: len(parts) - count + 1]), *parts[len(parts) - count + 1 :]]
    return _sharing(parts)


def _sharing(parts: list[str]) -> list[str]:
    """Give what stands only on the last name to all, where the others end in no head of their own."""
    last = parts[-1]
    if all(_HEAD.search(part) or len(part) >= len(last) - 1 for part in parts[:-1]):
        return parts
    own = len(parts[-2])
    shared = last[own:] if len(last) > own else ""
    return [part + shared if not _HEAD.search(part) else part for part in parts[:-1]] + [last]
