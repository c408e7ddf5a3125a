"""How many of the places that a question names do something: 这三个县有几个定了目标, 哪几个没写, 调低了的有几个.

In: a clean question that names several places, with where it names places and years. Out: the stretches that count them; empty
where it counts other things (有几个水库).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import jieba

from rag.answers.words.blanking import BLANK, blank
from rag.answers.words.synonyms import names_a_thing

_HOW_MANY = re.compile(r"(?:一共|总共|共)?有?(?:哪?几|多少)[个家](?:[省市县区镇乡]|地方|地区)?")
# 哪些 alone asks for anything; of places it is said with what was done to a goal
_WHICH = re.compile(r"有?(?:哪些|谁)(?=[把给将没未]|[定设提写列](?!的|出的)|[上下往向]?调|超|[高低]于|达到)")
_THOSE = re.compile(r"(?<=[的了])(?:一共|总共|共)?(?:有|是)(?:哪?几|多少)[个家](?=[，,。；;？?！!]|$)")
_ALSO = re.compile(r"(?:分别|各自|都|说(?:一?下)?|列(?:一?下)?)*(?:是|有)?哪(?:几[个家]|些)(?=[，,。；;？?！!]|$)")
# 都在5%以上吗 asks of each
_ALL = re.compile(
    r"(?:是不是|是否)都(?=[定设提在超高低大小多少])"
    r"|都(?=(?:给|把|将)?[^，,。；;？?！!]{0,8}(?:定|设|提|在|超|[高低大小多少]于)[^，,。；;？?！!]{0,12}(?:吗|么|没有?)(?:[，,。；;？?！!]|$))"
)
_ENDED = re.compile(rf"[，,。；;？?！!{BLANK}]|$")


def counted(clean: str, read: Sequence[tuple[int, int]]) -> tuple[re.Match[str], ...]:
    """Where a question counts the places that it names, and asks besides which those are (是哪几个)."""
    text = blank(clean, read)
    found = [m for m in _HOW_MANY.finditer(text) if _does(text, m.end())]
    found += [*_WHICH.finditer(text), *_THOSE.finditer(text), *_ALL.finditer(text)]
    return (*found, *_ALSO.finditer(text)) if found else ()


def _does(text: str, at: int) -> bool:
    """True where what follows says what is done (几个给…, 几个超过…) and names no thing that is counted."""
    if _ENDED.match(text, at):
        return text[at : at + 1] == BLANK
    word = next(iter(jieba.cut(text[at:], HMM=False)))
    return not names_a_thing(word) and word not in "的百" and not word.startswith("百分")
