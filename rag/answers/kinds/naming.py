"""How many things a report names: 7个专班，点了名的有几个; 有几处遗址，都叫什么.

In: a reading that asks how many are named, or how many there are and their names, and the evidence for the rest of it. Out: an
unchecked `Answer` that quotes the sentence and counts the members of its list; None where that is not asked, no sentence lists
any, or a report says itself how many there are.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rag.answers.asked.question import Reading
from rag.answers.asked.wanted import Wanted
from rag.answers.evidence.decide import FIGURE_SUPPORT
from rag.answers.evidence.weighing import Evidence
from rag.answers.kinds.lookup import LookUp
from rag.answers.reports.holdings import Holdings
from rag.answers.reports.quoting import citation, original_span, quoted
from rag.answers.sentences.enumeration import enumeration, titles
from rag.answers.telling.compose import source_name
from rag.records import Answer, Filter, QuestionKind, Status

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

_WITH_NAMES = re.compile(
    r"(?:一共|总共|共)?(?:有|是)?(?:几|多少)(?P<unit>[个家项种类条名位处所座件支份篇部场])[^，,。；;？?！!]{0,30}[，,。；;？?！!]*"
    r"(?:都|分别|各自?|具体)*(?:叫做?|是|有|为)?(?:什么|啥|谁|哪[些几])"
)
# of papers, which stand in marks of their own
_PAPERS = re.compile(r"(?:几|多少)[份个篇部项][^，,。；;？?！!]{0,6}(?:文件|通知|方案|意见|办法|决定|规划|制度|条例)")


class Naming:
    """Counts what sentences name, over one generation of one index."""

    def __init__(self, look_up: LookUp, holdings: Holdings) -> None:
        self._look_up = look_up
        self._holdings = holdings

    def answer(self, reading: Reading, filter: Filter) -> Answer | None:
        """The sentence that names them, and how many it names."""
        asked = _NAMED.search(reading.question.clean)
        if asked is not None:
            best = self._look_up.best(reading, filter)
            return self._told(reading, best, f"点了名的有{{}}{asked['unit'] or '个'}") if best is not None else None
        asked = _WITH_NAMES.search(reading.question.clean)
        # 有几个省超过6%，是哪几个 counts the rows of a table
        if asked is None or (reading.table is not None and reading.table.condition is not None):
            return None
        stated = self._look_up.best(reading, filter)
        # what several sentences say of parts of it states no number
        if stated is not None and stated.support >= FIGURE_SUPPORT:
            return None
        named = replace(reading, wanted=Wanted(), question=replace(reading.question, kind=QuestionKind.LIST))
        best = self._look_up.best(named, filter)
        return self._told(reading, best, f"列出的有{{}}{asked['unit']}") if best is not None else None

    def _told(self, reading: Reading, best: Evidence, counted: str) -> Answer | None:
        """The sentence with how many it names, in the words of `counted`."""
        text = best.sentence.text
        members = (titles if _PAPERS.search(reading.question.clean) else enumeration)(text)
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
            f"其中{counted.format(count)}：{names}[1]。",
        )
        return Answer(Status.ANSWERED, "\n".join(lines), reading.question, (cited,), best.figures, (count,))
