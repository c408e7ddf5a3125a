"""What a word can be written as: its halves, its short form, its core, and what it says by the unit of a number.

In: a word. Out: its parts and other forms, and the patterns of such words. Which of them stand in a text is looked for by
`word_matching`.
"""

from __future__ import annotations

import re
from functools import lru_cache

import jieba

# nouns that say no more than a unit does, and the units that say it
_MEASURES = (
    ("产量", "公?斤|吨|担|立方米|度|千瓦时|台|辆|件|米"),
    ("销量", "公?斤|吨|台|辆|件|套"),
    ("面积", "亩|公顷|平方米|平方公里|平米"),
    ("里程", "公里|千米|米"),
    ("长度", "公里|千米|米"),
    ("人数", "人次?|名|位"),
    ("户数", "户"),
    ("重量", "公?斤|吨|千克"),
    ("数量", "个|家|项|所|座|条|件|台|辆|头|只|处|株|户|人|名|套"),
)
MEASURED = re.compile(rf"(?P<thing>.+?)(?P<measure>{'|'.join(noun for noun, _ in _MEASURES)})$")
NUMBERED = re.compile(r"(?P<n>[两三四五六七八九])(?P<shared>[\u4e00-\u9fff])")
FIRST = re.compile(r"(?:首|(?:第|头)一)[个家座处条所项批次台艘例只支片块]")
# make a noun of a verb: 消费券, 体检卡, 讲解员, 播种机
NOUN_ENDINGS = frozenset("券证卡票员师者器机剂")
AFFIXED = re.compile(r"[小老大]?(?P<core>[\u4e00-\u9fff]{1,2}?)[子儿]$")


@lru_cache(maxsize=4096)
def beside_a_number(word: str) -> re.Pattern[str] | None:
    """How a text says the thing that a noun of measure is of, beside a number in such units; None for any other word."""
    found = MEASURED.match(word)
    if found is None:
        return None
    units = next(units for noun, units in _MEASURES if noun == found["measure"])
    thing = re.escape(found["thing"])
    number = rf"[余多]?[百千万亿]*(?:{units})"
    said = (
        r"(?:为|是|有|达到?|约|近|超过?|突破)?(?=[\d一二三四五六七八九十两][\d.,，点零〇一二三四五六七八九十百千万亿]*"
    )
    return re.compile(rf"{thing}{said}{number})|(?<=[\d.十百千万亿])(?:{units})的?{thing}")


@lru_cache(maxsize=4096)
def contractions(word: str) -> tuple[str, ...]:
    """The words that the first character of a word makes with one of its second half."""
    halves = made_of(word)
    pairs = (halves[0][0] + second for second in halves[1]) if halves else ()
    return tuple(dict.fromkeys(pair for pair in pairs if frequency(pair) and pair not in word))


@lru_cache(maxsize=4096)
def made_of(word: str) -> tuple[str, ...]:
    """The two halves of a word of four characters and more that are words themselves; empty where they are none."""
    for at in range(2, len(word) - 1):
        halves = (word[:at], word[at:])
        if all(frequency(half) for half in halves):
            return halves
    return ()


def frequency(word: str) -> int | None:
    """How often the dictionary has met a word, which it reads at the first need; None where it does not have it."""
    if not jieba.dt.initialized:
        jieba.initialize()
    found: int | None = jieba.get_FREQ(word)
    return found
