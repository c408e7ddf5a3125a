"""What only measures something else.

In: a clean text and a concept in it. Out: whether the concept is what a share or a ratio is of: 生产总值 in
研发投入占生产总值比重; or only says which sort of another thing is measured: 外贸 in 外贸集装箱吞吐量.
"""

from __future__ import annotations

import re

import jieba

from rag.answers.words.synonyms import names_a_thing
from rag.answers.words.vocabulary import ConceptMention

REACH = 8
_SHARE = re.compile(r"(?:占[到了去据]?|相当于)(?:全[国省市县区]|同期|我[国省市县区])*$")
# 财政支出里花在民生上的占多少, 财政支出投到教育上的有几成
_WITHIN = re.compile(
    r"(?:总?额)?(?:里[面头]?|当中|中|之中)[^，,。；;？?]{0,16}(?:占|比重|比例|份额|几成|百分之几)"
    r"|(?:总?额)?[^，,。；;？?\d]{0,10}?(?:花|用|投入?|砸|拨)了?(?:[在到给进]了?)[^，,。；;？?\d]{1,12}?(?:上|方面|领域|占|有|$|[，,。；;？?])"
)
_RATIO, _OF_TWO = re.compile(r"[与和](?:全[国省市县区]|同期)*$"), re.compile(r"(?:总额|总量)?之比")


def is_measure_of_another(text: str, mention: ConceptMention) -> bool:
    """True for 生产总值 in 研发投入占生产总值比重, in 研发投入与生产总值之比, in 生产总值里研发投入占多少 and
    for what is laid out of it: 财政支出花在民生上的有多少."""
    before = text[max(0, mention.start - REACH) : mention.start]
    of_two = _RATIO.search(before) is not None and _OF_TWO.match(text, mention.stop) is not None
    within = _WITHIN.match(text, mention.stop) is not None
    return of_two or within or _SHARE.search(before) is not None


# 集装箱吞吐量 behind 外贸: another thing, and how it is measured
_MEASURED = re.compile(r"[\u4e00-\u9fff]{2,8}?[量率额数度](?=[增减下上升降提达为是比同、，,。；;？?\d\s]|$)")


def is_sort_of_another(text: str, mention: ConceptMention) -> bool:
    """True for 外贸 in 外贸集装箱吞吐量, where a thing of its own and its measure follow; 发明专利拥有量 counts 发明专利."""
    behind = _MEASURED.match(text, mention.stop)
    words = jieba.lcut(behind[0], HMM=False) if behind is not None else []
    return len(words) > 1 and len(words[0]) > 1 and names_a_thing(words[0])
