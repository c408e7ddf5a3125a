"""What brackets list of the thing before them: 旅游目标（人数和收入） asks for the number and the income of 旅游.

In: a clean question. Out: the question with such a list spelled out, 旅游人数和旅游收入目标; as it was where brackets hold
anything else.
"""

from __future__ import annotations

import re

import jieba

_LIST = re.compile(
    r"(?P<what>的?(?:目标|任务|指标|计划|数据|情况|成绩|数字|预期)+)?[（(](?P<listed>[\u4e00-\u9fff]{2,4}(?:(?:以及|[、和与及跟])[\u4e00-\u9fff]{2,4})+)[）)]"
    r"(?P<behind>的?(?:目标|任务|指标|计划|数据|情况|成绩|数字|预期)+)?"
)
_JOIN = re.compile("以及|[、和与及跟]")
# nouns of measure: an amount of the thing before them
_MEASURE = re.compile(
    r"(?:人数|人次|收入|支出|产量|产值|面积|总量|总额|户数|数量|规模|投资|资金|增速|增幅|里程|强度|比重|占比|单产|均价|价格|套数|栋数|件数|次数|用户|利润|税收)$"
)


def spelled_out(clean: str) -> str:
    """The question with the measures that brackets list each said of the thing before them."""
    return _LIST.sub(lambda found: _said(clean, found), clean)


def _said(clean: str, found: re.Match[str]) -> str:
    measures = _JOIN.split(found["listed"])
    words = list(jieba.cut(clean[: found.start()], HMM=False))
    what = found["what"] or found["behind"]
    if what is None or not words or len(words[-1]) < 2 or not all(_MEASURE.search(m) for m in measures):
        return found[0]
    *first, last = (measures[0], *(words[-1] + measure for measure in measures[1:]))
    return f"{'、'.join(first)}和{last}{what}"
