"""What there is by now, and what only came to it.

In: a question and the words before an amount. Out: how well an amount answers one that asks for the whole (一共有多长了): what was
added within the year (新增里程30公里) is not what there is (总里程达900公里).
"""

from __future__ import annotations

import re

from rag.answers.sentences.clauses import clauses

ADDED = 0.85
_WHOLE_ASKED = re.compile(
    r"(?:一共|总共|共计|总计|累计|拢共|现)(?:已经?)?有|总(?:里程|长度?|量|数|规模|面积|人数|户数|容量)"
    r"|(?:一共|总共|总的|累计)(?:已经?)?(?:达到?|是)?(?:了)?多[长大少高]了?|(?:达到?|有)(?:了)?多[长大少高]了|保有量|存量"
)
_STEP_ASKED = re.compile("新增|新建|新[改扩]建|净增|增加|增长|新开|新添|多了|又")
_STEP_TOLD = re.compile(r"(?:新增|新建|新[改扩]建|净增|新开|新添|增加)[^，,。；;、\d]*$")


def as_the_whole(clean: str, sentence: str, at: int) -> float:
    """Less than 1 for what came to something, where all that there is of it is asked for; `at` is where the amount stands."""
    if _WHOLE_ASKED.search(clean) is None or _STEP_ASKED.search(clean) is not None:
        return 1.0
    start = next((clause.start for clause in clauses(sentence) if clause.start <= at < clause.stop), 0)
    return ADDED if _STEP_TOLD.search(sentence[start:at]) else 1.0
