"""Things named by the order of their size: 千亿级产业, 万亿元级集群, 百亿企业.

In: a clean text. Out: where it names such a class, and the pattern by which a text speaks of one; a number of that size
(1.5万亿元) is none, and another size (百亿级) is another class.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_NUMERALS = r"\d.点一二两三四五六七八九十百千万"
_SIZE = rf"(?<![{_NUMERALS}几数少])[两三四五六七八九]?(?:[十百千万]?[十百千]?亿|[十百千]万)"
# what is sorted by its size without the word for a class
_SORTED = r"(?:产业|企业|园区|开发区|集群|链|俱乐部|强?[县镇村]|街道|板块|市场|项目|GDP|城市)"
_REACHED = "[超过破上越到达向近进入]"
_CLASS = re.compile(
    rf"{_SIZE}(?:元?级|元?(?=的?{_SORTED}))"
    # 哪些产业规模超过万亿
    rf"|(?<={_REACHED}){_SIZE}(?=元?(?:[，,。；;？?]|$))"
)
_OF_THAT_SIZE = re.compile(f"的?{_SORTED}")
_SOME = re.compile(rf"[哪几][^，,。；;？?]{{0,4}}{_SORTED}")


def magnitudes(text: str) -> Iterator[tuple[int, int]]:
    """Where a text names a class by its size: 千亿级, 万亿 of 万亿产业; a size that is reached is one where it is asked which do."""
    sorted_by_it = _SOME.search(text) is not None
    for found in _CLASS.finditer(text):
        if sorted_by_it or found[0].endswith("级") or _OF_THAT_SIZE.match(text, found.end()):
            yield found.span()


@lru_cache(maxsize=256)
def said_as(word: str) -> re.Pattern[str] | None:
    """How texts speak of such a class: 千亿级, 千亿元级, 千亿产业, 突破千亿; None for any other word."""
    named = re.fullmatch(rf"(?P<size>{_SIZE})元?级?", word)
    if named is None:
        return None
    size = re.escape(named["size"])
    return re.compile(
        rf"(?<![{_NUMERALS}]){size}(?:元?级|元?(?=(?:以上)?的?{_SORTED}))|(?<={_REACHED}){size}元?(?![\d级])"
    )
