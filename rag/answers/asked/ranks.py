"""The ranks that a question over many places asks for: 前三, 倒数第二, 最低的三个, 哪三个省最高.

In: a clean question. Out: a `Rank`, None where it asks for no more than the highest or the lowest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.figures.numbers import numeral


@dataclass(frozen=True, slots=True)
class Rank:
    """Which ranks a question asks for, counted from the highest or the lowest, and where it says so."""

    lowest: bool
    ranks: range
    match: re.Match[str]


_N = r"(?P<n>[一两二三四五六七八九十]{1,2}|\d{1,2})"
_NOT_TIME = r"(?!(?:个?(?:季度|月|年|天|周|小时)|届|次|批|期|大))"
UP, DOWN = "[高大多快长]", "[低小少慢短]"
# how ranks are worded: whether they count from the lowest, whether they count up to the number, the words
_RANKS = (
    (True, False, re.compile(rf"倒数(?:的)?第{_N}(?:名|位|个)?(?!季度)")),
    (True, True, re.compile(rf"(?:倒数(?:的)?(?:前)?|(?:排名?|位列|位居)?(?:在|最)?(?:末|[最]?后)){_N}(?:名|位)|排名?(?:在)?后{_N.replace('n>', 'm>')}")),
    (True, True, re.compile(rf"最{DOWN}的(?:前)?{_N}(?:名|位|个|年)?{_NOT_TIME}")),
    (False, True, re.compile(rf"最{UP}的(?:前)?{_N}(?:名|位|个|年)?{_NOT_TIME}")),
    (True, False, re.compile(rf"第{_N}{DOWN}(?=的|是|[，,。？?！!]|$)|最{DOWN}的第{_N.replace('n>', 'm>')}")),
    (False, False, re.compile(rf"第{_N}{UP}(?=的|是|[，,。？?！!]|$)")),
    (False, False, re.compile(rf"(?:排名?|排行|位列|名列|位居)(?:在|到)?第{_N}(?:名|位)?")),
    (False, True, re.compile(rf"(?:排名?|排行|位列|名列|位居|进入?|挤进|跻身)(?:在|到|进)?(?:最?前){_N}(?:名|位|强|甲)?{_NOT_TIME}")),
    (False, True, re.compile(rf"前{_N}(?:名|位|强|甲|(?=的|是|[，,。？?！!]|有|$)){_NOT_TIME}")),
)  # fmt: skip

# 哪三个省最高
_SEVERAL = re.compile(rf"哪{_N}(?:个|家|座)?(?:省|市|县|区|镇|乡|地)")


def asked_ranks(clean: str) -> Rank | None:
    """The ranks that a question asks for: 前三, 倒数第二, 最低的三个."""
    for lowest, up_to, pattern in _RANKS:
        if (match := pattern.search(clean)) is None:
            continue
        many = numeral(match["n"] or match.groupdict().get("m") or "")
        if many:
            first = 1 if up_to else int(many)
            return Rank(lowest, range(first, int(many) + 1), match)
    return None


def several(clean: str) -> int:
    """How many of the highest or lowest are asked for by a word of their number (哪三个省), else 1."""
    match = _SEVERAL.search(clean)
    return int((match and numeral(match["n"])) or 1)
