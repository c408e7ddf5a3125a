"""Whether a figure is to be reached or has been reached.

In: the headings over a sentence, the sentence, the text before the figure. Out: target or result, and the evidence. The
part of the report decides (回顾 against 工作安排); inside it only plain words of the other tense overrule it; where no
heading decides, the sentence's own words do, then the sentence before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rag.records import FigureKind

_REVIEW_HEADING = re.compile(
    r"回顾|过去[一二三四五六七八九十\d]*年|(?:取得|成就|成绩|成效)|工作总结|完成情况|历史性|走过|上年工作|去年工作|以来的工作|工作情况|基本情况|执行情况"
)
_PLAN_HEADING = re.compile(
    r"安排|任务|目标|部署|打算|计划|举措|重点(?:工作|抓)|思路|要求|今后|未来|展望|建议|规划|下一步|怎么干|努力|必须|奋斗|草案|预算(?!执行)|建设[^。]{0,12}(?:政府|体系)|\d{4}年(?:重点)?工作$|今年(?:的)?工作|做好[^。]*工作"
)
# in a report of what has been done 主要举措 and 严格执法监管 tell of that, and only these of what is to come
_TO_COME_HEADING = re.compile(
    r"安排|打算|计划|部署|思路|今后|未来|展望|建议|规划|下一(?:步|阶段)|下半年|明年|怎么干|奋斗|目标|要点|草案|预算(?!执行)|任务$|\d{4}年(?:重点)?工作$"
)
# 二、加快经济发展: a heading that tells what to do plans; 工业经济稳步提升 tells what has been done.
_IMPERATIVE_HEADING = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十]+[）)、.．]|第[一二三四五六七八九十]+[，、]?)?\s*"
    r"(?:争取|加快|保持|促进|继续|坚持|大力|积极|抓紧|打好|深入|深化|巩固|改革|千方百计|实施|加强|依靠|繁荣|进一步|全面|着力|扎实|切实|严格|认真|更加|推动|推进|聚焦|统筹|要)"
)
_ACHIEVED_HEADING = re.compile(
    r"显著|明显|稳步|迈上|迈出|成效|(?:提升|增强|改善|突破|提高|好转|发展|推进|优化|加快|见效|向好|巩固|完善|夯实|释放|凸显|彰显)$"
)
# 重点任务扎实推进 tells how a task went
_TASK_DONE = re.compile(
    r"(?:任务|工作|举措|部署|目标)(?:扎实|有力|有序|全面|顺利|稳步|持续|纵深|圆满|如期)(?:推进|落实|落地|完成|实施|开展|见效)$"
)
# 当前形势和基本任务, 执行情况和预算草案: what looks back and ahead at once leaves it to the sentences
_BOTH_WAYS = re.compile(
    r"(?:形势|情况|问题|成就|成绩|回顾|总结)[^。]{0,6}[和与及、，][^。]{0,12}(?:任务|目标|安排|部署|打算|要求|建议|计划|草案|预算)"
)
_HEADING_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)年")

# 也要看到, 必须承认: what is so is owned, not planned
_OWNED = r"(?:清醒地?|充分|客观地?|深刻|冷静地?)?(?:看到|看清|认识到|承认|指出|正视|说明的是|注意到)"
# 目前, not within 项目前期
_NOW = "(?<![项科题节栏])目前(?!期)"
_FUTURE = re.compile(
    r"今年(?:要|将|我们|计划|力争|确保|全[省市县区镇]|安排|拟|预期|目标|重点|继续|年内)|年内(?:将|要|计划|力争|确保|完成|实现|建成|新建|政府|入园)|(?<![即新])将(?!台)|力争|确保|争取(?!到)|(?<![年度划实原各按比超该总])计划(?!生育|单列|经济|的|数|任务|[》”])|(?:^|[，；、])拟|预期目标|目标(?:是|为|任务|，?[初暂]?步?定[为在到])|打算|下一步|明年|"
    rf"努力(?:实现|完成|争取)|(?<!年)到(?:20\d\d|“?十[一二三四五六]五)[^，。]{{0,6}}(?:年|末)|到年底|年底前|(?:\d{{1,2}}|[一二三四五六七八九十])月底?前|(?<![主重首次简摘概纪索不])要(?=[一-龥])(?![求素件点闻]|{_OWNED})|必须(?!{_OWNED})|再(?:新建|新增|建|改造|建设|办)"
)
_PAST = re.compile(
    rf"(?<![比较同])(?:去年|上年(?!同))|过去|已(?:经|有|建|完|累|达|引|全)?|(?:还|尚|仍|现|只)有|累计|(?<![为除])了(?!解|如指掌)(?=[\d一-龥])|截至|{_NOW}|一年来|[一二三四五]年来|以来|同比|比上年|较上年|荣获|获评|创历史|(?:19|20)\d\d年[^，。]{{0,10}}(?:完成|实现|达到)"
)
_STRONG_FUTURE = re.compile(
    r"力争|将达(?:到)?|预期目标|目标(?:是|为|，?[初暂]?步?定[为在到])|到(?:20\d\d)年|今年(?:要|将)|计划(?:到|在)|拟"
)
_STRONG_PAST = re.compile(
    rf"(?<![比较同])(?:去年|上年(?!同|末|的))|过去[一二三四五]年|截至|已(?:经|累计|建成|完成|达到|引进|投入|有)|在已|累计(?!巡|培训|完成|新增|实现|建成|培育|引进)|{_NOW}|[一二三四五]年来"
)

# 没有实现年初确定的能耗降低4%的目标: the number of a goal that was missed has not been reached
_MISSED = re.compile(r"(?:没有|没能|未能|未)(?:全面|完全|如期|按期)?(?:实现|完成|达到|达成)(?=[一-龥])[^，。；]*$")

# 去年曾提出要新建公路30公里, 原计划改造12个: a review tells a plan again before it tells what became of it
_PLANNED_BEFORE = re.compile(
    r"(?:(?:曾经?|年初|当初|当时|原先|去年|上年|会上|报告中?)[^，。；]{0,12}?(?:提出|承诺)(?:[，：要的了在到]|将)|(?:年初|当初|原先)[^，。；]{0,8}?(?:确定|定下|下达|制定|计划|预定)的?|原(?:计划|定|拟))"
    r"(?![^。；]*?(?:实际|结果|仍|却|已|现有|最终|全年完成|[现成到]了|(?:完成|实现|兑现|落实|办结|办成|达到|建成)[^，。；]{0,2}，))[^。；]*$"
)
# 年初确定的10件实事全部完成: what has been reached is told with its plan
_REACHED_BEHIND = re.compile(
    r"[^，。；]*(?<![未能有])(?:实现|完成|达成|达到|兑现|落实|办结|办成|建成)[^，。；]{0,2}(?=[，。；]|$)"
)

# 在去年秋覆膜的基础上: what a plan builds on says nothing of what it plans; 增加到2015年的20亿元 only when it was reached.
_BASIS = re.compile(r"在[^，；。]{0,40}基础上|(?<=[一-龥])(?:到|至)(?:19|20)\d\d年(?:底|末)?的")
# also behind whom it is told of: 石湾村2023年集体收入63万元
_WHOM = r"(?:[^，；：。（\d]{1,10}(?:[村镇乡县市区省旗州盟屯社司团企校院]|街道))?"
_OPENS_WITH_YEAR = re.compile(
    rf"(?:^|[，；：。（]){_WHOM}(?:截至|到|在|于|至)?(?P<year>(?:19|20)\d\d)年(?![至到—\-代来]|以来)"
)
_YEAR_BEFORE = re.compile(r"过去一年|(?<![比较同])(?:去年|上年|上一年)|刚刚过去的")
_PLAN_TITLE = re.compile(r"要点|清单|方案|安排|规划|计划|目标|责任书|通知|实施意见|部署|草案|打算|思路|设想")
_REVIEW_TITLE = re.compile(
    r"总结|回顾|公报|述职|工作汇报|运行情况|执行情况|完成情况|落实情况|推进情况|工作情况|情况(?:的?汇报|的?通报|的?报告)"
)


@dataclass(frozen=True, slots=True)
class Stance:
    """Target or result, the heading's year where it names one, and what decided."""

    kind: FigureKind
    evidence: str


def part_of(headings: tuple[str, ...], title: FigureKind | None = None) -> FigureKind | None:
    """What the innermost decisive heading says of the part under it: a review reports, a plan promises; `title` is what the
    title says of the whole."""
    planned = _TO_COME_HEADING if title is FigureKind.RESULT else _PLAN_HEADING
    for heading in headings:
        if _BOTH_WAYS.search(heading):
            continue
        review, plan = _REVIEW_HEADING.search(heading), planned.search(heading)
        if _TASK_DONE.search(heading) or (
            review and not (plan and plan.start() > review.start() and "任务" in heading)
        ):
            return FigureKind.RESULT
        if plan:
            return FigureKind.TARGET
    outermost = headings[0] if headings else ""
    told = _IMPERATIVE_HEADING.search(outermost) and not _ACHIEVED_HEADING.search(outermost)
    return FigureKind.TARGET if told and title is not FigureKind.RESULT else None


def part_of_title(title: str) -> FigureKind | None:
    """What a title says of all that stands under no decisive heading: 工作要点 plans, 统计公报 reports, both is neither."""
    review, plan = bool(_REVIEW_TITLE.search(title)), bool(_PLAN_TITLE.search(title))
    if review == plan:
        return None
    return FigureKind.RESULT if review else FigureKind.TARGET


def heading_year(headings: tuple[str, ...]) -> int | None:
    """The year that the innermost heading with one names (2024年工作回顾)."""
    for heading in reversed(headings):
        found = _HEADING_YEAR.search(heading)
        if found:
            return int(found["year"])
    return None


def stance(part: FigureKind | None, before: str, sentence: str, last: FigureKind | None, behind: str = "") -> Stance:
    """Target or result for a figure with `before` before it and `behind` behind it in its `sentence`; `last` is the sentence before's."""
    before = _BASIS.sub("", before)
    if _MISSED.search(before):
        return Stance(FigureKind.TARGET, "a goal that was missed")
    if _PLANNED_BEFORE.search(before) and not _REACHED_BEHIND.match(behind):
        return Stance(FigureKind.TARGET, "a plan told again")
    if part is FigureKind.RESULT:
        future = _STRONG_FUTURE.search(before) and not _STRONG_PAST.search(before)
        return Stance(FigureKind.TARGET, "future words in the review") if future else Stance(part, "review part")
    if part is FigureKind.TARGET:
        past = _STRONG_PAST.search(before) and not _FUTURE.search(before)
        return Stance(FigureKind.RESULT, "past words in the plan") if past else Stance(part, "plan part")
    return _by_words(before, sentence, last)


def _by_words(before: str, sentence: str, last: FigureKind | None) -> Stance:
    future = max((m.end() for m in _FUTURE.finditer(before)), default=-1)
    past = max((m.end() for m in _PAST.finditer(before)), default=-1)
    if future < 0 and past < 0:
        future, past = _tenses(sentence)
    if future > past:
        return Stance(FigureKind.TARGET, "future words")
    if past > future:
        return Stance(FigureKind.RESULT, "past words")
    return Stance(last or FigureKind.RESULT, "the sentence before" if last else "no sign of a plan")


@lru_cache(maxsize=16)
def _tenses(sentence: str) -> tuple[int, int]:
    """0 for each of future and past that a sentence has a word of, else -1; asked for each of its figures."""
    return 0 if _FUTURE.search(sentence) else -1, 0 if _PAST.search(sentence) else -1


def mood(sentence: str) -> FigureKind | None:
    """What a sentence without figures says of those that follow it: 今年要抓好八个方面的工作."""
    future, past = _FUTURE.search(sentence), _PAST.search(sentence)
    if bool(future) == bool(past):
        return None
    return FigureKind.TARGET if future else FigureKind.RESULT


def year_before_told(sentence: str, report_year: int | None) -> int | None:
    """The year of the results that follow a sentence which only looks back: 过去一年，各项工作取得了很大成绩; 会议指出，2022年，经济稳中有进."""
    said = _YEAR_BEFORE.search(sentence)
    named = [int(found["year"]) for found in _OPENS_WITH_YEAR.finditer(sentence)]
    if report_year is not None and named and max(named) < report_year and not _FUTURE.search(sentence):
        return max(named)
    return report_year - 1 if said and report_year is not None and mood(sentence) is FigureKind.RESULT else None


# a paragraph that opens with the year that is over tells of it to its end
_REVIEW_OPENING = re.compile(
    r"\s*(?:各位(?:代表|委员)[！!，,。：]?\s*)?(?:回顾|总结)?(?:(?:刚刚)?过去的?(?:一年|(?P<year>(?:19|20)\d\d)年)|一年来)"
)


def opens_review(paragraph: str, report_year: int | None) -> bool:
    """True for the first sentence of a paragraph that looks back: 刚刚过去的2023年，全县上下…."""
    opening = _REVIEW_OPENING.match(paragraph)
    if opening is None or report_year is None:
        return False
    return opening["year"] is None or int(opening["year"]) < report_year


_AHEAD = re.compile(r"今年|明年|新的?一年|下一?步|接下来|未来|今后")


def turns_ahead(sentence: str, report_year: int | None) -> bool:
    """True where a review goes over to what is to come, or to the year of the report."""
    return _AHEAD.search(sentence) is not None or f"{report_year}年" in sentence


def looked_back(meant: Stance, before: str, report_year: int | None) -> Stance:
    """2022年完成7100万元: a clause that opens with a year before the report's tells what was, unless it goes on to plan."""
    opened = list(_OPENS_WITH_YEAR.finditer(before))
    if not opened or report_year is None or meant.kind is FigureKind.RESULT:
        return meant
    if int(opened[-1]["year"]) >= report_year or _FUTURE.search(before, opened[-1].end()):
        return meant
    return Stance(FigureKind.RESULT, "a year before the report")


def looked_forward(meant: Stance, year: int | None, report_year: int | None) -> Stance:
    """A year after the report's is a year to come, whatever the words."""
    if year is not None and report_year is not None and year > report_year:
        return Stance(FigureKind.TARGET, "a year after the report")
    return meant
