"""Subject and predicate of what stands before a figure, and the clause before that may name it.

In: the text of a clause. Out: its subject, predicate and measure; or the name that a clause without a figure gives to the
figure of the next one.
"""

from __future__ import annotations

import re

from rag.figures.indicators.names import LONGEST, MARKS, trimmed, without_adverbs_behind
from rag.figures.lexicon import lexicon
from rag.records import Measure

_SINCE_WHEN = re.compile(r"(?:环比|同比)[、和与及](?:环比|同比)(?:分别|均)?$")
# 粮食连续五年增产
_IN_A_ROW = re.compile(r"(?:已|再|实现)?连续(?:第)?[一二两三四五六七八九十\d]+[年季月]度?$")
_COMPARED = re.compile(r"^(?:(?:比(?![重例率值])|较(?!为)).{1,14}$|(?:同|与)[^，]{1,14}?相比)")
_COMPARED_BEHIND = re.compile(
    r"(?:比|较|同|与)(?:上一?年|去年|前年|以前|解放前|改革前|同期|年初|计划|目标|原?计划|(?:19|20)\d\d年|[一二][九〇零○][〇零○一二三四五六七八九]{2}年|“?十[一二三四五六七]五”?(?:时期|期间)?)(?:同期|底|末|初|的实际|计划|相比|预计)*(?:的[\d.一二两三四五六七八九十百千万亿零〇○点]+[一-龥%]{0,3})?(?:将|又|要|还)?$"
)


def split_predicate(left: str) -> tuple[str, str, Measure | None]:
    """(subject, predicate, measure) of a left side that ends with a predicate; measure None where none is there."""
    words = lexicon()
    text = re.sub(r"(?<=[一-龥])[了着]$", "", left.rstrip(" \u3000（"))
    choices = (
        (words.level.suffix(text), Measure.LEVEL),
        (words.increase.suffix(text), Measure.INCREASE),
        (words.decrease.suffix(text), Measure.DECREASE),
    )
    predicate, measure = max(choices, key=lambda choice: len(choice[0]))
    if predicate in _SUMMED_UP and (changed := _change_before(text[: -len(predicate)])):
        return changed
    if not predicate or len(words.action.suffix(text)) > len(predicate):
        return uncompared(text), "", None
    return uncompared(text[: -len(predicate)]), predicate, measure


_SUMMED_UP = ("累计", "共", "共计", "合计", "总计")


def _change_before(text: str) -> tuple[str, str, Measure] | None:
    """耕地面积净增累计170万亩: a sum of what has been added."""
    words = lexicon()
    for change, measure in (
        (words.increase.suffix(text), Measure.INCREASE),
        (words.decrease.suffix(text), Measure.DECREASE),
    ):
        if len(change) > 1:
            return uncompared(text[: -len(change)]), change, measure
    return None


def uncompared(subject: str) -> str:
    """A subject without adverbs, words of time and what it is compared with: 农业总产值比上年将 → 农业总产值."""
    timeless = _SINCE_WHEN.sub("", _IN_A_ROW.sub("", subject.strip(MARKS)))
    plain = without_adverbs_behind(_COMPARED_BEHIND.sub("", timeless)).strip(MARKS)
    return _COMPARED.sub("", plain)


_TITLED = re.compile(r"《(?P<title>[^《》]{2,30})》$")
# 粮食产量在上年增产的基础上，又增产2万吨
_ON_TOP = re.compile(r"(?P<subject>[^，]{2,}?)在[^，]{2,}基础上$")
# 粮食总产量实现“八连增”，超过1万吨: what is told without an amount in the clause before.
_TOLD = re.compile(
    rf"(?P<subject>[^，]{{0,12}}?{lexicon().head.pattern})(?:再|又|也|均|都|已|首次|成功)*(?:实现|获得|喜获|迎来|创下|取得)"
)
_RISEN = re.compile(
    r"(?:再创?|创|达到?|实现)[^，]{0,4}(?:新高|新低|新突破|历史最高)$|(?:稳步|持续|明显|显著|进一步|不断)[一-龥]{2}$"
    # 地区生产总值跨越千亿台阶，增长7%以上
    r"|(?:跨越|跨上|跨入|跨过|迈上|迈过|迈入|站上|登上|跃上|再上|突破|冲破|越过|冲击|冲刺|进入)[^，]{0,10}(?:台阶|大关|关口|门槛|行列|俱乐部)$"
)
_LABEL = re.compile(
    r"[一-龥“”（）、A-Za-z]{3,20}(?:率|量|额|值|积|力|数|入|宿舍|收支|比例|标准|水平|人口|比重|占比|亏损|产值|赤字|储备|速度|幅度)$"
)
# 今年经济增长速度的调控目标，定为8%
_SET_AS_GOAL = re.compile(r"(?:的[一-龥]{0,6}|(?:预期|调控|年度|增长)+)目标$")


def named_before(skipped: str) -> str:
    """原油产量继续增长，达到1.42亿吨: the clause before, which has no figure, names what has risen or fallen."""
    clause = skipped.strip(MARKS)
    if titled := _TITLED.search(clause):
        return titled["title"]
    if told := _ON_TOP.match(clause) or _TOLD.match(clause):
        return trimmed(told["subject"])
    if (found := _RISEN.search(clause)) and 2 <= len(subject := trimmed(clause[: found.start()])) <= LONGEST:
        return subject
    subject, predicate, measure = split_predicate(clause)
    if measure in (Measure.INCREASE, Measure.DECREASE) and predicate and 2 <= len(subject) <= LONGEST:
        return subject
    label = trimmed(_SET_AS_GOAL.sub("", clause))
    return label if _LABEL.fullmatch(label) else ""


_NO_SUBJECT = re.compile(
    r"在|从|由|对|按|经|通过|为|到|截至|其中|同时|此外|目前|今年|去年|[^，]*(?:方面|以来|期间|时|后|中|上|下|看|来说)$"
)


def subject_before(skipped: str) -> str:
    """新修的道路，有3公里: the clause before is the subject, where it can be one."""
    name = trimmed(skipped)
    return name if 3 <= len(name) <= LONGEST // 2 and not _NO_SUBJECT.match(name) else ""
