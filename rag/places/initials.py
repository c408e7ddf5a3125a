"""Where a question names provinces by one character each.

In: a short text and the characters that name provinces. Out: the offsets of those that do: in a row (粤苏浙; 豫、鲁、粤), or alone
where what stands around it makes it no part of a word (粤2025年, 鲁的GDP).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

# what may stand between them
_BETWEEN = frozenset("、和与跟及")
# what may stand before one alone, and behind it; those of _OFTEN_A_WORD are a province only before a year
_OPENS = re.compile(r"(?:^|[^\u4e00-\u9fff]|[年问下在看对给说讲查请和跟与比])$")
_TIME = re.compile(r"[今去明前上]年|(?:19|20)?\d\d年|[“\"]?十[一二三四五]五")
_TOLD_OF = re.compile(
    r"的|[A-Za-z]|地区生产|生产总值|经济|粮食|财政|一般公共|居民|城镇|城乡|农村|农业|规上|规模以上|固定资产|固投|社零|外贸|进出口|工业|旅游"
    r"|人均|常住|全年|全社会|目标|政府工作|预期"
)
_OFTEN_A_WORD = frozenset("新青云贵宁吉黑甘川京藏蒙台港澳海")


def initials(text: str, known: Collection[str]) -> Iterator[int]:
    """The offsets of the characters of `known` that name provinces."""
    run: list[int] = []
    for i, char in enumerate(text + "\0"):
        if char in known:
            run.append(i)
            continue
        if char in _BETWEEN and run and run[-1] == i - 1 and text[i + 1 : i + 2] in known:
            continue
        if len(run) > 1 or (run and (char == "省" or _is_alone(text, run[0]))):
            yield from run
        run = []


def _is_alone(text: str, at: int) -> bool:
    """True for the 粤 of 粤2025年 and 请问粤的GDP, not for that of 粤菜 or the 苏 of 苏家村."""
    if _OPENS.search(text[:at]) is None:
        return False
    often = text[at] in _OFTEN_A_WORD
    return any(behind.match(text, at + 1) for behind in (_TIME, *(() if often else (_TOLD_OF,))))
