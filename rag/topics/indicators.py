"""Indicators that reports share → the one name of each, so that 地区生产总值, GDP and 经济总量 are one thing.

A report's own wording is an indicator where all of it is understood: one of its words at the end, before it nothing but
whose and when (全省, 云溪县, 前三季度), behind it nothing but that it is measured (增速, 总量). Anything else may be a
different thing that shares the head (海洋生产总值, 工业固定资产投资), and is left without a name: to take two things
for one is worse than to miss that they are one.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rag.topics.longest import longest_of

_PERIOD = r"""
    今年|去年|上年|全年|年均|平均每年|本年|同期|上半年
    |(?:今后|未来|过去|前)?[一二三四五六七八九十0-9]+年来?
    |到?[0-9]{4}年
    |[前第]?[一二三四]个?季度
    |十[一二三四五]五(?:时期|期间|末)?
"""  # 前三季度粮食产量
_WHOLE = r"全(?:自治区|社会)|[全我本][国省市县区州盟旗镇乡疆]|地区|[省市县区]本级|地方|区域|境内"  # 全县粮食产量
_PLACE = r"""
    (?:(?![占比了的和与及])[一-龥]){1,10}?(?:省|(?<![城都])市|县|州|盟|旗|(?<![城乡集])镇|(?<![城])乡|(?<![社景园山牧灾库矿])区)
    |[省市县区镇乡]
"""  # 云溪县粮食产量
_PUT = r"其中|累计|预计|力争|确保|实现|完成|使|将|按|提出|安排|拟|的"  # 力争粮食产量
_BEFORE = re.compile(rf"(?>{_PERIOD}|{_WHOLE}|{_PUT}|{_PLACE})*+", re.VERBOSE)
_BEHIND = re.compile(
    r"""(?>年均|平均|年度|实际|同比|计划|预期|预计
    |增长率|增长速度|增长幅度|增速|增幅|涨幅|降幅|增长|总量|数量|规模|任务|指标|目标|水平
    |实现|达到|保持|稳定|控制|超过|突破|在|到|由|较|比|为|拟)*+""",
    re.VERBOSE,
)  # 粮食产量增速


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator.

    `topic` is the policy topic that it belongs to; `exceptions` are longer words that mean another thing; `example` is
    a sentence in which it is found; `line` is where the entry begins in its file.
    """

    name: str
    synonyms: tuple[str, ...]
    topic: str
    example: str
    exceptions: tuple[str, ...] = ()
    line: int = 0


class Indicators:
    """All indicators of one file, with the expressions that find them; immutable once made."""

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        self._indicators = tuple(indicators)
        self._by_name = {indicator.name: indicator for indicator in self._indicators}
        self._named: dict[str, str | None] = {
            word.upper(): None for indicator in self._indicators for word in indicator.exceptions
        }
        for indicator in self._indicators:
            self._named |= {word.upper(): indicator.name for word in (indicator.name, *indicator.synonyms)}
        self._longest = max(map(len, self._named), default=0)
        self._anywhere = longest_of(self._named)

    def __iter__(self) -> Iterator[Indicator]:
        return iter(self._indicators)

    def __len__(self) -> int:
        return len(self._indicators)

    @property
    def version(self) -> str:
        """Changes whenever a figure might be named differently; comments and examples do not change it."""
        content = [(i.name, i.synonyms, i.topic, i.exceptions) for i in self._indicators]
        return hashlib.sha256(repr(content).encode()).hexdigest()[:16]

    def name(self, text: str) -> str | None:
        """The name of the indicator that a report words as `text` (clean text), or None where that is none of these."""
        whole = text.upper().strip()
        for worded in (whole, _without_measure(whole)):
            start = self._head(worded)
            if start is not None:
                return self._named[worded[start:]] if _BEFORE.fullmatch(worded, 0, start) else None
        return None

    def find(self, question: str) -> tuple[str, ...]:
        """Names of the indicators that stand in a clean text, each once, in its order."""
        found = (self._named[word] for word in self._anywhere.findall(question.upper()))
        return tuple(dict.fromkeys(name for name in found if name is not None))

    def topic(self, name: str) -> str | None:
        """The policy topic of an indicator, or None where there is no such indicator."""
        indicator = self._by_name.get(name)
        return indicator.topic if indicator else None

    def _head(self, worded: str) -> int | None:
        """Where the longest word at the end begins, if there is any."""
        starts = range(max(0, len(worded) - self._longest), len(worded))
        return next((start for start in starts if worded[start:] in self._named), None)


def _without_measure(worded: str) -> str:
    """The text without the words at its end that only say that it is measured."""
    return next((worded[:at] for at in range(1, len(worded)) if _BEHIND.fullmatch(worded, at)), worded)
