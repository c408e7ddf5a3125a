"""Whether an amount is for each of some, where that is asked: 每户补多少 is not answered by what all households got.

In: a reading and the evidence chosen for it. Out: False where the question asks for an amount of each and the sentence gives
none, or asks how many there are and the clause gives so many for every thousand.
"""

from __future__ import annotations

import re

from rag.answers.asked.question import Reading
from rag.answers.evidence.weighing import Evidence

# 每户, 人均; not 每年, which is a time
_EACH_ASKED = re.compile(r"每(?!一?[年月日天周季届次期])|[人户亩村校厂头株]均|均价|单价")
_EACH_TOLD = re.compile(r"每|均|[/／]|单价|标准|个人|一[人户亩头株]|[人户亩]\d")
# 每千名老人拥有床位46张
_PER_THOUSAND = re.compile(r"每[\d一二两三四五六七八九十]*[十百千万亿]+(?!元)[^，,。；;]*$")
_RATIO_ASKED = re.compile(r"每|均|比|率|密度|强度|水平|拥有")


def is_for_each_as_asked(reading: Reading, evidence: Evidence) -> bool:
    """True where the amount is of each or of all as the question asks for it."""
    clean, text = reading.question.clean, evidence.sentence.text
    if _EACH_ASKED.search(clean):
        return _EACH_TOLD.search(text) is not None or any(
            _EACH_TOLD.search(h) for h in evidence.source.passage.headings
        )
    told = [_PER_THOUSAND.search(text, 0, q.start) for q in evidence.quantities]
    return not (told and all(told)) or _RATIO_ASKED.search(clean) is not None
