"""How many things a report names, beside how many it says there are: 7个专班，点了名的有几个.

In: a reading that asks how many are named, and the evidence for the rest of it. Out: an unchecked `Answer` that quotes the
sentence and counts the members of its list; None where that is not asked, or no sentence lists any.
"""

from __future__ import annotations

import re

from rag.answers.asked.question import Reading
from rag.answers.kinds.lookup import LookUp
from rag.answers.reports.holdings import Holdings
from rag.answers.reports.quoting import citation, original_span, quoted
from rag.answers.sentences.enumeration import enumeration
from rag.answers.telling.compose import source_name
from rag.records import Answer, Filter, Status

_NAMED = re.compile(
    r"""
    [^，,。；;？?！!]{0,6}
    (?:[点指]了?到?名(?!单|额)                                             # 点了名的
      | [列举](?:举|出)(?:了|来)?
      | 提到了?(?=名|的|(?:一共|总共|共|具体)?(?:有|是)?(?:几|多少)[个家项种类条名位处所])  # 覆盖率提到多少 asks how far it is raised
      | [叫点说写报指列标提](?:得|了)?(?:出|到|明|上|清)?(?:来|了)?(?=名[字称])  # 叫得出名字的, 写明名称的
      | 写了?出来?
      | 有(?=名有姓|名[字称])                                              # 有名有姓的
    )(?:名有姓|名[字称])?的?
    (?:一共|总共|共|具体)?(?:有|是)?(?:几|多少)(?P<unit>[个家项种类条名位处所])?
    """,
    re.VERBOSE,
)


class Naming:
    """Counts what sentences name, over one generation of one index."""

    def __init__(self, look_up: LookUp, holdings: Holdings) -> None:
        self._look_up = look_up
        self._holdings = holdings

    def answer(self, reading: Reading, filter: Filter) -> Answer | None:
        """The sentence that names them, and how many it names."""
        asked = _NAMED.search(reading.question.clean)
        best = self._look_up.best(reading, filter) if asked is not None else None
        if asked is None or best is None:
            return None
        text = best.sentence.text
        members = enumeration(text)
        if not members:
            return None
        source = best.source
        original = self._holdings.original(source.passage.doc)
        start, stop = min(best.start, members[0][0]), max(best.stop, members[-1][1])
        span = original_span(original, best.sentence, start, stop)
        cited = citation(1, original, span, source.passage, source.summary)
        count = str(len(members))
        names = "、".join(text[first:last] for first, last in members)
        lines = (
            f"据{source_name(source.summary)}：{quoted(cited)}[1]",
            f"其中点了名的有{count}{asked['unit'] or '个'}：{names}[1]。",
        )
        return Answer(Status.ANSWERED, "\n".join(lines), reading.question, (cited,), best.figures, (count,))
