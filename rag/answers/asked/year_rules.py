"""What the words of a question say of years, rule by rule: 2012到2014年, 近三年, “十四五”末, 2021年政府工作报告.

In: the clean question and the newest report year in scope. Out: what each stretch that names years says, in the order of the
question.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from rag.figures.numbers import numeral

FIRST, LAST = 1949, 2099

_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
# the last year of each five-year plan: the third ended in 1970, every later one five years after the one before
_PLAN_NUMBERS = {"六": 6, "七": 7, "八": 8, "九": 9, "十": 10} | {
    f"十{digit}": 10 + number for number, digit in enumerate("一二三四五六七八九", start=1)
}
_RELATIVE = {"大前年": -3, "前年": -2, "去年": -1, "上年": -1, "今年": 0, "本年度": 0, "本年": 0, "明年": 1}

_YEAR = r"(?:19|20)\d\d"
# 隔了32年, 历时20年, 满30年: how long, not when
_SHORT = r"(?<![\d.隔历满近过第约逾超达])(?<!隔了)(?<!历时)(?<!过了)(?<!经过)\d\d(?=年)(?!年(?:来|间|以来|期|内|后|前|代|才|没|未))"
_SPOKEN = r"[一二][〇零○一二三四五六七八九]{3}(?=年)"
_REPORT_AFTER = (
    r"(?=年?(?:[一二三]?月)?(?:\d{1,2}月)?(?:[^，,。？?、]{0,10}?)(?:(?<!农)(?:工作报告|作报告|公作报告)|报告(?=里|中|上|提|说|讲|指|承认|坦|直言|认为|怎|对|有哪|有什么|把|的主要|主要|总结|回顾|过去|[五5]年|定|写|列|部署|安排|确定|明确|显示|披露|公布|给出|对)|两会|人代会)"
    r"|年(?:度|的)?报告(?:[)）\]，,。；;：:]|$))"
)

_RANGE = re.compile(
    rf"(?<!\d)(?P<first>{_YEAR})年?(?:到|至|[-—–~～]{{1,2}})(?P<last>{_YEAR}(?=[年这那各间期，,、。？?！!)）\s的里]|[三四五六七八九十]年|$)|\d\d(?=年))年?(?:之间|期间|间(?![接隔]))?"
)
_SINCE = re.compile(rf"(?<!\d)(?P<first>{_YEAR})年?(?:以来|至今|到现在|(?<=[从自]\d{{4}}年)(?:起|开始|以后|之后))")
_LATELY = re.compile(
    r"(?:(?:(?P<back>最近|近|过去)|这|(?<=[年\d]))(?P<count>[两二三四五六七八九十]{1,2}|几|\d{1,2})年(?!来?(?:年均|平均|累计))|[两三四五六七八九十]{1,2}年[里间中](?=[(（]\d{4}))"
    r"(?:来|间|里|中间|当中|中|内)?"
)
_LISTED = re.compile(rf"(?:{_YEAR}年?[、和与跟及,，]){{1,8}}{_YEAR}年?")
# 2014、2015这两年的政府工作报告里写的是多少
_OF_REPORTS = re.compile(
    r"(?:年|这?[两三四五六七八九]年)?的?[^，,。；;：:？?的]{0,8}工作报告(?:里|中|上|各|分别|写|提|说|[，,]|都)"
)
# 25、26两年, 25和26年, 25-26年
_UP_TO = re.compile("[-—–~～到至]")
_SHORT_ROW = re.compile(
    r"(?<![\d.第历满近过约逾超达了])(?P<years>\d\d(?:年?(?:[、,，和与跟及]|以及|[-—–~～到至]{1,2})\d\d){1,8})(?=年|[两二三四五六]年)(?:[两二三四五六]?年)(?!级)"
)
_REPORT = re.compile(rf"(?:{_YEAR}|{_SHORT}){_REPORT_AFTER}年?(?:\d{{1,2}}月)?")
_ONE = re.compile(rf"(?:(?<!\d)(?:{_YEAR})(?!\d)(?![亿万亩吨元个户人公米])|{_SHORT}|{_SPOKEN})(?:年度|年末|年底|年)?")
_PLAN = re.compile(
    r"(?<!第)[“\"]?(?P<number>十[一二三四五六七八九]?|[六七八九])五(?![届次名个条项件位万亿年])[”\"]?(?P<part>末|规划|时期|期间|开局之年|收官之年)?"
)
_RECENT = re.compile(r"(?:最近|近|过去)(?P<count>[两二三四五六]|\d)年(?!来?(?:年均|平均|累计))(?![（(]\d{4})来?")
# 过去五年, 五年来: told together, in the report after a plan period the period itself
FIVE = re.compile(
    r"(?:(?:过去|最近|近|这|刚刚过去)的?[五5]年|(?<![十\d])[五5]年(?=来|间|以来|累计|一共|总共))(?![规计])(?:以?来|间|里|中|内)?"
)
_ONE_BY_ONE = re.compile(
    r"每一?年|各年|历年|逐年|哪一?年|哪[几些]个?年|分年|年度|变化|走势|趋势|(?:分别|各)(?:是|为|有)?多少"
)
_OF_A_REPORT = re.compile(rf"{_YEAR}年[^，,。；;？?]{{0,12}}报告")
_DATED = re.compile(r"[（(]\d{4}")
# 相当于1949年的几倍 asks for no other year
_MULTIPLE = re.compile(rf"(?:相当于|等于|是|为)(?:{_YEAR}|{_SHORT}|{_SPOKEN})年(?=的?(?:几|多少)倍)")
# 总体规划（2018—2035年）, 2021—2035年国土规划: the years that a paper is for are part of its name
_STRETCH = rf"{_YEAR}年?(?:到|至|[-—–~～]{{1,2}}){_YEAR}年?"
_PAPER = re.compile(
    rf"(?:(?<=规划)|(?<=纲要)|(?<=方案)|(?<=计划)|(?<=意见))[》”\"]?[（(]{_STRETCH}[)）][》”\"]?|{_STRETCH}(?=[^，,。；;？?！!的]{{0,10}}(?:规划|纲要))"
)
# 2015年比2014年增长多少: a growth is counted from the year before, which is not asked about itself
_NAMED = re.compile(rf"{_YEAR}|{_SHORT}")
_COMPARED = re.compile(
    rf"[比较](?P<base>{_YEAR}|{_SHORT})年?(?=[^，,。；;：:？?！!]{{0,16}}?(?:增长|涨|下降)(?:了|过)?(?:多少(?![亿万千元个人户吨亩])|几|百分))"
)
# of two rates or goals the difference is asked for: 2015年的增速比2014年下降几个点
_RATE = re.compile("增[速幅]|目标|计划|任务|率|比重|占比|[预指]标")
# 比上年增加多少 asks for no other year
_BASE = "比较同与跟按为"
WORD = re.compile(f"(?<![{_BASE}])(?:{'|'.join(sorted(_RELATIVE, key=len, reverse=True))})")


@dataclass(frozen=True, slots=True)
class Found:
    """What question[start:stop] says of years, of those of reports, of a plan period, or of all years from one on."""

    start: int
    stop: int
    years: tuple[int, ...] = ()
    reports: tuple[int, ...] = ()
    plan: str | None = None
    since: int | None = None


_Reader = Callable[[re.Match[str], int | None], Found | None]


def found(clean: str, newest: int | None) -> list[Found]:
    """What each rule reads, in the order of the question; where two readings overlap, the one of the earlier rule."""
    taken: list[Found] = []
    for pattern, reader in _RULES:
        for match in pattern.finditer(clean):
            if any(match.start() < f.stop and f.start < match.end() for f in taken):
                continue
            if (read := reader(match, newest)) is not None:
                taken.append(read)
    return sorted(taken, key=lambda f: f.start)


def full_year(digits: str) -> int | None:
    """2015 for "2015", "15" and "二〇一五"; None where that is no year of the reports."""
    plain = digits.translate(_DIGITS)
    if not plain.isdigit():
        return None
    year = int(plain)
    if len(plain) == 2:
        year += 1900 if year >= 49 else 2000
    return year if FIRST <= year <= LAST else None


def plan_end(number: str) -> int | None:
    """The last year of a five-year plan: 2025 for 十四."""
    plan = _PLAN_NUMBERS.get(number)
    return None if plan is None else 1955 + 5 * plan


def plan_of(end: int) -> str | None:
    """The number of the five-year plan that ends with a year: 十四 for 2025."""
    return next((number for number in _PLAN_NUMBERS if plan_end(number) == end), None)


def _base(match: re.Match[str], _: int | None) -> Found | None:
    return Found(match.start(), match.end())


def _compared(match: re.Match[str], _: int | None) -> Found | None:
    """The year that a growth is counted from, where the year after it is named before it."""
    base = full_year(match["base"])
    before = [full_year(m[0]) for m in _NAMED.finditer(match.string, 0, match.start())]
    if base is None or before[-1:] != [base + 1] or _RATE.search(match.string):
        return None
    return Found(match.start(), match.end())


def _range(match: re.Match[str], _: int | None) -> Found | None:
    first, last = full_year(match["first"]), full_year(match["last"])
    if first is None or last is None or not first <= last <= first + 20:
        return None
    return Found(match.start(), match.end(), years=tuple(range(first, last + 1)))


def _since(match: re.Match[str], _: int | None) -> Found | None:
    first = full_year(match["first"])
    return None if first is None else Found(match.start(), match.end(), years=(first,), since=first)


def _lately(match: re.Match[str], newest: int | None) -> Found | None:
    count = numeral(match["count"] or "")
    if newest is None or count is None or not match["back"] or _DATED.match(match.string, match.end()):
        return Found(match.start(), match.end())
    return Found(match.start(), match.end(), since=newest - int(count) + 1)


def _listed(match: re.Match[str], _: int | None) -> Found | None:
    years = tuple(int(year) for year in re.findall(_YEAR, match[0]))
    if _OF_REPORTS.match(match.string, match.end()):
        return Found(match.start(), match.end(), reports=years)
    return Found(match.start(), match.end(), years=years)


def _short_row(match: re.Match[str], _: int | None) -> Found | None:
    named = [year for digits in re.findall(r"\d\d", match["years"]) if (year := full_year(digits)) is not None]
    if _UP_TO.search(match["years"]):
        named = list(range(named[0], min(named[-1], named[0] + 20) + 1))
    return Found(match.start(), match.end(), years=tuple(named)) if named else None


def _report(match: re.Match[str], _: int | None) -> Found | None:
    year = full_year(match[0].partition("年")[0])
    return None if year is None else Found(match.start(), match.end(), reports=(year,))


def _one(match: re.Match[str], _: int | None) -> Found | None:
    year = full_year(match[0].partition("年")[0])
    return None if year is None else Found(match.start(), match.end(), years=(year,))


def _plan(match: re.Match[str], _: int | None) -> Found | None:
    end = plan_end(match["number"])
    if end is None:
        return None
    first = match["part"] == "开局之年"
    return Found(match.start(), match.end(), years=(end - 4 if first else end,), plan=match["number"] + "五")


def _five(match: re.Match[str], newest: int | None) -> Found | None:
    """The plan period that ended before the newest report; nothing where the years are asked for one by one or said otherwise."""
    clean = match.string
    plan = None if newest is None else plan_of(newest - 1)
    named = re.search(rf"(?<!\d){_YEAR}", _REPORT.sub("", clean)) or _PLAN.search(clean)
    if newest is None or plan is None or named or _ONE_BY_ONE.search(clean):
        return None
    return Found(match.start(), match.end(), years=(newest - 1,), plan=f"{plan}五")


def _recent(match: re.Match[str], newest: int | None) -> Found | None:
    count = numeral(match["count"])
    if newest is None or count is None:
        return None
    # 2018年报告里过去五年改造多少: the term that the report reviews, told together
    if (
        match[0].startswith("过去")
        and count == 5
        and _OF_A_REPORT.search(match.string)
        and not _asks_each(match.string)
    ):
        return Found(match.start(), match.end())
    return Found(match.start(), match.end(), years=tuple(range(newest - int(count) + 1, newest + 1)))


def _asks_each(clean: str) -> bool:
    return _ONE_BY_ONE.search(clean) is not None


def _word(match: re.Match[str], newest: int | None) -> Found | None:
    if newest is None:
        return None
    return Found(match.start(), match.end(), years=(newest + _RELATIVE[match[0]],))


_RULES: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_MULTIPLE, _base),  # 相当于1949年的几倍
    (_COMPARED, _compared),  # 2015年比2014年增长多少
    (_PAPER, _base),  # 总体规划（2018—2035年）
    (_RANGE, _range),  # 2012到2014年
    (_SHORT_ROW, _short_row),  # 25、26两年
    (_LISTED, _listed),  # 2012、2013、2014这三年
    (_SINCE, _since),  # 2012年以来
    (_REPORT, _report),  # 2021年国务院政府工作报告
    (_PLAN, _plan),  # “十四五”末
    (_ONE, _one),  # 2024年、15年、二〇二四年
    (FIVE, _five),  # 过去五年
    (_RECENT, _recent),  # 近三年
    (_LATELY, _lately),  # 2012到2021这十年
    (WORD, _word),  # 去年
)
