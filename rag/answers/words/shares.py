"""What only measures something else.

In: a clean text and a concept in it. Out: whether the concept is what a share or a ratio is of: 生产总值 in
研发投入占生产总值比重.
"""

from __future__ import annotations

import re

from rag.answers.words.vocabulary import ConceptMention

REACH = 8
_SHARE = re.compile(r"(?:占[到了去据]?|相当于)(?:全[国省市县区]|同期|我[国省市县区])*$")
_RATIO, _OF_TWO = re.compile(r"[与和](?:全[国省市县区]|同期)*$"), re.compile(r"(?:总额|总量)?之比")


def is_measure_of_another(text: str, mention: ConceptMention) -> bool:
    """True for 生产总值 in 研发投入占生产总值比重 and in 研发投入与生产总值之比."""
    before = text[max(0, mention.start - REACH) : mention.start]
    of_two = _RATIO.search(before) is not None and _OF_TWO.match(text, mention.stop) is not None
    return of_two or _SHARE.search(before) is not None
