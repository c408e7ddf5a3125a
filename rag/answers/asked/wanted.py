"""What the answer to a question must hold: a number, in which units, a share or a rate, how many of them.

In: a clean question with places and years blanked out, and its terms. Out: a `Wanted`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import reduce

import jieba

from rag.answers.words.blanking import BLANK
from rag.answers.words.synonyms import names_people
from rag.answers.words.term import Term, own_terms
from rag.answers.words.vocabulary import Vocabulary
from rag.figures.lexicon import lexicon
from rag.figures.units import said_of_the_same, unit

LISTED_PARTS = 3
# what is numbered and not counted: 5A级, 四星级, 60周年, 第三届
_NUMBERED = r"(?:[个颗]?[AaＡ星级等档]|周年|届|月|[号日])"
PERSON = "人"
_HOW_MANY = re.compile(
    rf"(?:多少(?!{_NUMBERED})|(?<!百分之)(?<![哪第那这近头好])几(?!{_NUMBERED}|[个项]?[^，,。？?]{{0,6}}(?:目标|指标|任务|方面)|个?(?:百分)?点))[十百千万亿]*(?P<unit>[\u4e00-\u9fff]{{0,4}})"
)
# 多少亿 is no rate, whatever it is of
_IN_THOUSANDS = re.compile("(?:多少|几)[万亿]+")
_AMOUNT = re.compile(
    rf"多(?:高|大|少(?!{_NUMBERED})|长|快)|百分之|什么(?:水平|比例|幅度)|(?<!为)(?:目标值?|数字?|数据|准确数|比重|占比|比例)是?[？?]?$|过(?:百|千|万|亿|\d+)"
)
# 完成多少，增长百分之几 asks for two numbers
_WHAT_SHARE = re.compile(r"百分之几|几个(?:百分)?点")
_SHARE = re.compile(r"占|比重|比例|之比|强度")
_AGAINST = re.compile(
    r"[高低快慢多少大小]于|高出|超出|领先|比[^，,。？?]{1,16}?[高低快慢](?:了|出|过)?(?:多少|几)|[高低快慢](?:了|出)?多少"
)
_CHANGE = re.compile(
    r"增速|[增涨降]幅|递[增减]|[涨降跌](?:得|了?多少|了?几)|增长(?![到至点极])|下降(?![到至])|降低(?![到至])"
    r"|增加(?![到至值])|减少(?![到至])"
)
_PACE = re.compile(
    r"增速|[增涨降升]幅|增长率|递[增减]|(?:增长|下降|上涨|提高)了?(?:百分之几|几个(?:百分)?点|多少个?百分点)"
)
# 为什么把失业率作为目标 asks for no rate
_WHY = re.compile(r"为(?:什么|啥|何)|凭什么|缘何|(?:理由|原因|缘故)(?:是|在|何)")
_GOAL = re.compile(r"(?:目标|指标|任务)(?:值)?(?:是|为)?(?:什么|啥|怎么定|如何定)")
# what is asked for without a unit, and a unit that measures it
_SIZES = (
    (re.compile(r"多长时间"), "天"),  # 优惠期有多长时间
    (re.compile(r"(?<!差)(?<!差[了得])多[长远宽深](?!时)"), "公里"),  # 高速通了多长
    (re.compile(r"多大的?(?:一片)?[\u4e00-\u9fff]{0,4}?(?:面积|地)|面积(?:有|是|为)?多[大少]"), "亩"),  # 拉多大面积的网
    (re.compile(r"多重"), "吨"),  # 一年的垃圾有多重
)
# 多少补偿款, 多少奖金
_MONEY = re.compile(
    r"[\u4e00-\u9fff]{0,2}(?:(?<=[\u4e00-\u9fff])款|资金|经费|费用?|奖金|补偿|补助|补贴|津贴|工资|薪|租金|金额|造价|贷款)(?![户人家项对])"
)
# who lives in a place is counted by the household as well: 安置农民400户
_AT_HOME = re.compile("(?:农|牧|农牧|渔|村|居|乡)民|群众|乡亲|百姓")
# 租赁补贴的任务数 counts whatever is to be done, and no money
_HOW_MANY_OF_IT = re.compile(r"(?:任务|计划|完成|发放|数)(?:数量?|量)(?=[，,各分是为有多？?]|$)|数量")
_LISTED = re.compile(r"[^，,。；;：:？?！!、]{1,14}(?:、[^，,。；;：:？?！!、]{1,14}){2,}")
# of two things which has more, and which grows more
_MORE = re.compile("(?:哪|谁|差|比)[^，,。；;？?！!]{0,8}[多少高低大小快慢长短]")
_FASTER = re.compile(
    "(?:哪|谁)[^，,。；;？?！!]{0,6}(?:[增涨升降长跌][^，,。；;？?！!]{0,3}[多少高低大小快慢猛凶]|[快慢猛]|[增涨降跌]幅|增速)"
)
# 增速全国第几: a rank is told in words
_RANK = re.compile("(?:排名?|位居|位列|居|在|列)?(?:全[国省市县区]|同类)?(?:排名?|位居|位列|居|列)?第几[位名]?")
# 都建些什么，各多少
_WHAT = re.compile(r"(?:什么|啥|哪些)(?!时候|水平|位置|程度)")
# 多少村庄达到标准 may be told as a share of them all
_OF_ALL = re.compile(r"多少(?:的)?[\u4e00-\u9fff]{2,8}?(?:达到|达标|实现|完成|覆盖|接入|接通|通上|用上|喝上|纳入|具备)")
# what anything can be counted by
_ANYTHING = "个项家处件种类些"
_EACH = re.compile(r"各类|分别|各(?:是|要|有|为|多少)|各自|数量各|各[\u4e00-\u9fff]{0,3}?(?:多少|几)")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the answer must hold.

    `number` is set where it must hold a number, `units` are the units that the number may carry (any, where empty), `percent`
    says that only a share or a rate will do, `rates` that one will do as well, `parts` how many numbers are asked for.
    `share` is set where the question speaks of a share itself, `change` where it speaks of growth or decline, `against`
    where it sets one thing against another; `supposed` where the question does not ask for a number but names what is told in
    numbers, or asks what there is beside how much of each. `counted` are the words for one of the things, where the question has
    one that not all things are counted by (多少部, 台); `pace` where it asks for a rate of change by its name (增速).
    """

    number: bool = False
    units: tuple[str, ...] = ()
    percent: bool = False
    rates: bool = False
    parts: int = 1
    supposed: bool = False
    share: bool = False
    change: bool = False
    against: bool = False
    counted: tuple[str, ...] = ()
    pace: bool = False


def asks_why(clean: str) -> bool:
    """True where a reason is asked for."""
    return _WHY.search(clean) is not None


def wanted_in(clean: str, terms: tuple[Term, ...], vocabulary: Vocabulary, *, one: bool, tabled: bool) -> Wanted:
    """What an answer about these terms must hold; `one` says that it is about one place and year, `tabled` that it is read
    from a table."""
    clean, ranks = _RANK.subn("", clean)
    asked = list(_HOW_MANY.finditer(clean))
    percent = vocabulary.percent_asked.search(clean) is not None
    parts = max(_listed(clean) if _EACH.search(clean) else 1, len(asked) + _sizes_beside(clean, asked))
    if not one:
        parts = 2 if _asks_for_both(clean, asked, vocabulary) else 1
    if (asks_why(clean) or ranks) and not (asked or (ranks and percent)):
        return Wanted()
    if not (percent or asked or tabled or _AMOUNT.search(clean)):
        return _supposed(clean, terms, vocabulary)
    things = [match for match in asked if _names_a_thing(match, terms)]
    said = _units_said(clean, [match for match in asked if not _names_an_indicator(match, terms)], things, vocabulary)
    share = not said and _SHARE.search(clean) is not None
    against = _AGAINST.search(clean) is not None
    change = not said and _CHANGE.search(clean) is not None
    pace = not said and _PACE.search(clean) is not None
    if percent and parts == 1 and not said:
        return Wanted(True, percent=True, share=share, change=change, against=against, pace=pace)
    supposed = parts == LISTED_PARTS and _WHAT.search(clean) is not None and not said
    own = own_terms(terms)
    measure = (
        next((t.text for t in own if t.text in vocabulary.measures), own[-1].concept or own[-1].text) if own else ""
    )
    measured = said or (() if _HOW_MANY_OF_IT.search(clean) else vocabulary.units_of(measure))
    absolute = bool(measured) and _asks_for_an_amount(clean, terms, vocabulary)
    return Wanted(
        True,
        measured,
        rates=percent or not (said or absolute or things) or _OF_ALL.search(clean) is not None,
        parts=parts,
        supposed=supposed,
        share=share,
        change=change,
        against=against,
        counted=() if any(size.search(clean) for size, _ in _SIZES) else _counted(asked),
    )


def _asks_for_both(clean: str, asked: list[re.Match[str]], vocabulary: Vocabulary) -> bool:
    """True for 各多少亿，占支出几成: of each of several places or years an amount and its share are asked for."""
    shares = [m.span() for m in vocabulary.percent_asked.finditer(clean)]
    return bool(shares) and any(not any(a < m.end() and m.start() < b for a, b in shares) for m in asked)


def _asks_for_an_amount(clean: str, terms: tuple[Term, ...], vocabulary: Vocabulary) -> bool:
    """True for GDP总量 and for GDP多少亿; the 总额 of 社会消费品零售总额 is part of a name, of which goals say by how much it is to grow."""
    if _IN_THOUSANDS.search(clean):
        return True
    names = sorted((t.text for t in terms if t.concept is not None), key=len, reverse=True)
    return vocabulary.absolute.search(reduce(lambda text, name: text.replace(name, BLANK), names, clean)) is not None


def _sizes_beside(clean: str, asked: list[re.Match[str]]) -> int:
    """How many numbers are asked for in other words than how many: 增长百分之几; beside such also 多大面积."""
    sizes = [
        m
        for size, _ in _SIZES
        for m in size.finditer(clean)
        if not any(a.start() < m.end() and m.start() < a.end() for a in asked)
    ]
    return len(_WHAT_SHARE.findall(clean)) + (len(sizes) if asked else 0)


def _counted(asked: list[re.Match[str]]) -> tuple[str, ...]:
    """The unit behind the only question word, where it is one that few things are counted by, with those said of the same things."""
    units = [match["unit"][:1] for match in asked]
    known = unit(units[0]) if len(units) == 1 and units[0] not in _ANYTHING else None
    if known is None or not known.dimension.startswith("count"):
        return ()
    return said_of_the_same(known.name)


def wanted_of_members(wanted: Wanted, clean: str) -> Wanted:
    """What an answer about each of several things must hold; which of them is more (哪个种得多) is told by their amounts."""
    if wanted.number or not _MORE.search(clean):
        return replace(wanted, parts=1)
    return Wanted(True, rates=True, supposed=True, change=_FASTER.search(clean) is not None)


def _names_a_thing(asked: re.Match[str], terms: tuple[Term, ...]) -> bool:
    """True where what is counted stands right behind the question word: 多少粮食 asks for an amount of it and not for its growth."""
    behind = asked["unit"]
    return any(t.need == 1 and t.concept is None and behind.startswith(t.text[: len(behind)]) for t in terms if behind)


def _names_an_indicator(asked: re.Match[str], terms: tuple[Term, ...]) -> bool:
    """True for 多少外商直接投资, which is counted in no people."""
    size = len(asked["unit"])
    names = (t.text for t in terms if t.concept is not None and len(t.text) > size)
    return size > 1 and any(name.startswith(asked["unit"]) for name in names)


def _units_said(
    clean: str, asked: list[re.Match[str]], things: list[re.Match[str]], vocabulary: Vocabulary
) -> tuple[str, ...]:
    """The units that the question names; none where one of several numbers may have any (多少人、多少货)."""
    if len(asked) > 1 and any(not vocabulary.units_said((match["unit"],)) for match in things):
        return ()
    money = ("元" for match in asked if _MONEY.match(match["unit"]))
    sizes = (unit for pattern, unit in _SIZES if pattern.search(clean))
    units = (PERSON if _people_asked(match["unit"]) else _apart(match["unit"], vocabulary) for match in asked)
    people = (PERSON for match in asked if _people_asked(match["unit"].removeprefix("个")))
    households = ("户" for match in asked if _AT_HOME.match(match["unit"]))
    return vocabulary.units_said((*units, *people, *households, *money, *sizes))


def _apart(words: str, vocabulary: Vocabulary) -> str:
    """The words behind 多少 from the unit on: 个标箱 is counted in 标箱, 个月 in months, and 个项目 by the piece."""
    rest = words.removeprefix("个")
    said = vocabulary.units_said((rest,))
    # 口袋公园 is counted in no 口
    first = next(iter(jieba.cut(rest, HMM=False)), "")
    whole = first in said or not first.startswith(said)
    return rest if "个" not in said and said and whole else words


def _people_asked(words: str) -> bool:
    """True for 多少员工, which is counted in 人 and 名; 多少家 and 多少外商投资 name no people."""
    first = next(iter(jieba.cut(words, HMM=False)), "")
    return len(first) > 1 and names_people(first)


def _listed(clean: str) -> int:
    """How many things a question lists of which each is asked for (教师、医师、技师各多少名); LISTED_PARTS where it names them in one."""
    return max((said[0].count("、") + 1 for said in _LISTED.finditer(clean)), default=LISTED_PARTS)


def _supposed(clean: str, terms: tuple[Term, ...], vocabulary: Vocabulary) -> Wanted:
    """What 对比2013年和2014年旅游收入 wants: an indicator is named, and no question word asks for anything else."""
    own = own_terms(terms)
    # 新能源汽车产量 is an amount by its last word
    headed = bool(own) and lexicon().general_head.suffix(own[-1].text) not in ("", own[-1].text)
    named = headed or any(t.concept for t in terms)
    told_in_numbers = named and (vocabulary.asking.search(clean) is None or _GOAL.search(clean) is not None)
    if not (told_in_numbers or dict(vocabulary.kinds)["track"].search(clean)):
        return Wanted()
    share = _SHARE.search(clean) is not None
    if _PACE.search(clean) is not None:
        return Wanted(True, percent=True, share=share, change=True, pace=True, supposed=True)
    units = vocabulary.units_of(terms[-1].concept or terms[-1].text) if terms else ()
    absolute = bool(units) and _asks_for_an_amount(clean, terms, vocabulary)
    return Wanted(True, units, rates=not absolute, supposed=True, share=share)
