"""Whether a question asks for a plan and, behind it, for what became of it: 想控制在多少，最后实际涨了多少.

In: a clean question and the patterns of the two sides. Out: True where one clause asks for what was to be reached and a later one,
which names no time of its own, for what has been reached.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_CLAUSE_END = re.compile(r"[，,；;。？?！!]+")
_ASKS = re.compile(r"多少|几|什么|百分之|多[高大长快重远宽]|怎么|如何|哪")
# how a goal was set: 是怎么要求的, 年初说改多少个
_SET = re.compile(
    r"(?:怎么|如何|什么|啥)样?(?:要求|规定|安排|定|提|说|计划|承诺)|年初|当初|起初|原[来先本定]|事先|本来"
)
# a goal that is named before it is asked what became of it: 自己定的就业任务，年底交了多少
_NAMED = re.compile(r"(?:[定提报]|设定|确定|下达|承诺|计划)的?[^，,；;。]{0,16}(?:任务|目标|计划|指标)")
# the clause behind a plan that asks on: 最后是多少, 实际涨了几个点
_OUTCOME = re.compile(r"最后|最终|实际(?!使用|利用|到位)|结果|后来|年底|年末|年终|到头来|事后|真正")
_OWN_TIME = re.compile(r"\d{4}|[去今明前]年")


def asks_plan_and_outcome(clean: str, aims: Iterable[tuple[str, re.Pattern[str]]]) -> bool:
    """True for a plan asked for in one clause and its outcome in a later one."""
    sides: Mapping[str, re.Pattern[str]] = dict(aims)
    planned = False
    for clause in _CLAUSE_END.split(clean):
        if _ASKS.search(clause) is None:
            planned = planned or _NAMED.search(clause) is not None
            continue
        if planned and _OUTCOME.search(clause) and _OWN_TIME.search(clause) is None:
            return True
        plans = sides["target"].search(clause) or _SET.search(clause)
        planned = planned or (plans is not None and sides["result"].search(clause) is None)
    return False
