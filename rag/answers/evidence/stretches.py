"""Whether an amount is of one year or of several together, and whether it fits what was asked.

In: a question's reading and a quantity in its sentence. Out: a factor in (0, 1], 1 where both speak of the same stretch of time.
What was done or added in five years, and what it grew by on average, is no amount of one of them, and what was done in one is none
of the five; what there is at the end (里程, 总量, 占比) is the same for both.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from rag.answers.asked.question import Reading
from rag.answers.words.vocabulary import Vocabulary
from rag.figures.lexicon import lexicon
from rag.records import Figure, Measure

# an amount of the other stretch is none; what only may be of it stands behind one that is not
OTHER, DOUBTFUL, AT_ITS_END = 0.5, 0.9, 0.95

ONE_YEAR = re.compile(
    r"[今去当本明]年|全年|(?<![十\d])一年(?!以?[上多])|上年|年[内末底]"
    r"|(?<![比较同与由从自])(?:(?:19|20)\d\d|[一二][〇零○一二三四五六七八九]{3})年(?!以?来|[至到—-]|[^，,。；;]{0,3}相比|的?基础)"
)
# 年均浓度 is of one year
_WITHIN_A_YEAR = re.compile(r"浓度|[气水]?温|值|降[水雨]|径流|水位")
_MEAN = re.compile(rf"(?:年均|平均每年|年平均|每年平均)(?!{_WITHIN_A_YEAR.pattern})|平均(?:增长|增速|增幅|递增)")
# a stretch that is named, beside those that are counted (五年来) and what only adds up (累计)
_PLAN = re.compile(r"十[一二三四五六]?五[”\"]?(?:时期|期间|以来)")
_PLAN_END = re.compile(r"五[”\"]?(?:规划)?(?:期?末|收官|结束|最后一年|开局|第一年)|到[^，,。；;]{0,6}(?:末|底)")
_STOCK_ASKED = re.compile(r"截[至止]|(?:年|月|期)[底末]|共有|总共有|一共有|已有|现有|目前|累[计积]")

_CLAUSES, _PARTS = re.compile(r"[，,；;。：:]"), re.compile(r"[，,；;。：:、]")
_STANDS_AT = re.compile(r"(?:达到?|[增提升扩][高加长至到升大]{0,2}[至到])$")


class Stretch(StrEnum):
    """How many years an amount is of, or is asked for."""

    YEAR = "one year"
    END = "what there is at the end of a year or of several"
    SEVERAL = "several years together"
    DOUBTFUL = "perhaps several years"
    ANY = "not said"


def stretch_asked(reading: Reading, vocabulary: Vocabulary) -> Stretch:
    """The stretch of time that a question asks about."""
    clean = reading.question.clean
    over = vocabulary.statements["over_years"].search(clean)
    if reading.years.plan is not None:
        return Stretch.END if _PLAN_END.search(clean) else Stretch.SEVERAL
    if _MEAN.search(clean) or (over and not reading.years.years and _names_a_period(over[0])):
        return Stretch.SEVERAL
    # 近三年各多少 asks of each of its years
    named = over is not None and clean.endswith("近", 0, over.start()) and bool(reading.years.years)
    if len(reading.years.years) != 1 or (over and not named and not _STOCK_ASKED.search(clean)):
        return Stretch.ANY
    return Stretch.END if _STOCK_ASKED.search(clean) else Stretch.YEAR


def stretch_told(
    text: str, quantity_at: int, record: Figure | None, *, reviewed: bool, over: re.Pattern[str]
) -> Stretch:
    """The stretch that the quantity at text[quantity_at:] is of; `reviewed` says that its sentence stands in the review of several
    years, `over` finds words that add years up."""
    before = text[:quantity_at]
    clause, own = (parts.split(before)[-1] for parts in (_CLAUSES, _PARTS))
    if own.startswith("其中"):
        own = clause = "".join(_CLAUSES.split(before)[-2:])
    if _MEAN.search(own):
        return Stretch.SEVERAL
    one = max((match.end() for match in ONE_YEAR.finditer(before)), default=-1)
    told = [*(m for m in over.finditer(before) if not _WITHIN_A_YEAR.match(before, m.end())), *_PLAN.finditer(before)]
    period = max((match.end() for match in told if _names_a_period(match[0])), default=-1)
    # 全年累计: within the one year after all
    within = one >= len(before) - len(clause)
    said = period if within else max((match.end() for match in told), default=-1)
    several = reviewed or period > one
    if said > max(one, len(before) - len(clause)):
        return Stretch.SEVERAL if several and not _STANDS_AT.search(own) else Stretch.DOUBTFUL
    if _is_flow(own, record) or _is_governed(own, clause):
        if several and (one < 0 or said > one):
            return Stretch.SEVERAL
        return Stretch.DOUBTFUL if said > one else Stretch.YEAR
    return Stretch.DOUBTFUL if said > one else Stretch.END


def _names_a_period(words: str) -> bool:
    """True for 五年来 and “十四五”期间, not for what only adds up or takes the mean."""
    return "累" not in words and words != "年均"


_TAKEN_AWAY = re.compile(
    r"\s*(?:共|累[计积]|合计|已|全面|主动|有序|依法|再)*(?:退出|化解|压减|淘汰|关停|关闭|清退|取缔|削减|减少)"
)
_DEEDS = ("改造", "搬迁", "建设", "治理", "整治", "培训", "救助", "安置", "造林", "修复")


def _is_flow(own: str, record: Figure | None) -> bool:
    """True for what grew, was added or was done; not for what there is."""
    # 城镇新增就业, 棚户区改造600万套: the deed may stand behind its thing
    if _TAKEN_AWAY.match(own) or re.search(lexicon().added.pattern, own) or lexicon().action.suffix(own) in _DEEDS:
        return True
    if record is None or record.rule.endswith("/named"):
        return record is not None and record.measure is not Measure.LEVEL
    return record.measure is not Measure.LEVEL or _done().match(own) is not None


def _is_governed(own: str, clause: str) -> bool:
    """True for 煤炭产能 in 退出钢铁产能1.7亿吨、煤炭产能8亿吨: what was done to the one before was done to it."""
    listed = clause.endswith(f"、{own}") and _STANDS_AT.search(own) is None
    return listed and (_TAKEN_AWAY.match(clause) is not None or _done().match(clause) is not None)


@cache
def _done() -> re.Pattern[str]:
    """The beginning of words that tell what was done: 全面建成, 累计改造."""
    how = "共|已|还|又|新|累[计积]|合计|全面|持续|大力|成功|顺利|先后"
    return re.compile(rf"\s*(?:[\u4e00-\u9fff]{{0,6}}地)?(?:{how}){{0,2}}{lexicon().action.pattern}")


def fit(asked: Stretch, told: Stretch, *, of_a_year: bool = True) -> float:
    """How well an amount of one stretch answers a question about another; `of_a_year` is not set for a goal for later years."""
    if told is Stretch.SEVERAL:
        return {Stretch.YEAR: OTHER, Stretch.END: DOUBTFUL, Stretch.ANY: DOUBTFUL}.get(asked, 1.0)
    if told is Stretch.DOUBTFUL:
        return {Stretch.YEAR: DOUBTFUL, Stretch.END: AT_ITS_END, Stretch.ANY: DOUBTFUL}.get(asked, 1.0)
    if asked is Stretch.SEVERAL:
        return OTHER if told is Stretch.YEAR and of_a_year else AT_ITS_END
    return 1.0
