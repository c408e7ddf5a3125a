"""What a question in words demands of its answer: who, when, where, why, which body, and what a name stands for.

In: a clean question and the words that would answer it. Out: whether they can. A sentence about the same thing that does not
say who, when or why is no answer to a question that asks nothing else; where a question asks for several of these, one is
enough, since a part of an answer is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import jieba

from rag.answers.sentences.enumeration import enumeration
from rag.answers.words.synonyms import (
    is_full_name,
    known_as_a_place,
    known_as_a_sort,
    names_a_place,
    names_an_action,
    names_people,
)
from rag.figures.numbers import numeral
from rag.reading.people import SURNAMES

_HAN = r"[\u4e00-\u9fff]"
_SHORT_CLAUSE = 8


@dataclass(frozen=True, slots=True)
class Demand:
    """How questions ask for it, and whether words say it."""

    asked: re.Pattern[str]
    said: Callable[[str], bool]
    of_a_deed: bool = True


def meets(clean: str, words: str, dated: bool = False) -> bool:
    """True where the words say one of the things that the question demands, or where it demands none; `dated` says that they
    tell of what happened in a known year."""
    demands = tuple(d for d in DEMANDS if d.asked.search(clean))
    if not demands:
        return explains(clean, words) and lists(clean, words)
    met = (
        any(d.said(words) for d in demands) or (dated and _WHICH_YEAR.search(clean) is not None) or _owned(clean, words)
    )
    return met and explains(clean, words) and lists(clean, words)


def asks_about_a_deed(clean: str) -> bool:
    """True where a question asks who does something, which body, when or why."""
    return any(d.asked.search(clean) for d in DEMANDS if d.of_a_deed)


def lists(clean: str, words: str) -> bool:
    """False where the question asks for three or more things by their number (是哪六个) and the words list no such row; of those that
    are asked after as so many (十件实事包括哪些) at least half, since a report may name the first of them."""
    asked = [numeral(match["n"]) or 0 for match in _SO_MANY.finditer(clean)]
    asked += [(numeral(match["n"]) or 0) // 2 for match in _WHICH_OF_SO_MANY.finditer(clean)]
    if not asked:
        return True
    # what two rows list, joined by 和: 甲路、乙路和丙街、丁街
    joined = (line.count("、") + len(_AND.findall(line)) + 1 for line in words.splitlines())
    rows = (
        *joined,
        *(len(enumeration(line)) for line in words.splitlines()),
        *_short_clauses(words),
        words.count("；") + 1,
        *(numeral(match["n"]) or 0 for match in _AFTER_OTHERS.finditer(words)),
        words.count("\n") + 1,
    )
    return max(rows) >= min(asked)


def _short_clauses(words: str) -> Iterator[int]:
    """How many short clauses stand behind one another (早发现，早报告，早制止)."""
    run = 0
    for clause in re.split(r"[，,；;、。\n]", words):
        run = run + 1 if len(clause) <= _SHORT_CLAUSE else 0
        yield run


def explains(clean: str, words: str) -> bool:
    """False where the question asks what a name stands for (“三带”是哪三带) and the words only name it."""
    if _MEANING.search(clean) is None:
        return True
    told = [name for name in _QUOTED.findall(clean) if name in words]
    # “三大行动”是哪三个: as many lines say it one by one
    one_by_one = any(words.count("\n") >= (numeral(match["n"]) or 0) for match in _SO_MANY.finditer(clean))
    return one_by_one or not told or any(_is_explained(name, words) for name in told)


def _is_explained(name: str, words: str) -> bool:
    around = rf"[”\"》]?(?:{_HAN}{{0,8}}?)(?:[(（:：—]|[，,]?(?:即|是指|指的是|就是|分别[是为]|包括|也就是))"
    before = rf"、[^，,。；;、“\"]{{1,24}}[“\"《]?{re.escape(name)}"
    return re.search(rf"{re.escape(name)}{around}", words) is not None or re.search(before, words) is not None


def _owned(clean: str, words: str) -> bool:
    """True where it is asked whose a thing is (谁的故居) and a name stands before that thing (陆知行故居)."""
    for asked in _WHOSE.finditer(clean):
        before, found, _ = words.partition(asked["thing"])
        last = jieba.lcut(before, HMM=False)[-1:] if found else []
        if any(re.fullmatch(_HAN + "+", word) and not known_as_a_sort(word) for word in last):
            return True
    return False


def _pattern(regex: str) -> Callable[[str], bool]:
    compiled = re.compile(regex)
    return lambda words: compiled.search(words) is not None


@lru_cache(maxsize=4096)
def _names_a_person(words: str) -> bool:
    """True for a name behind an office or before what only people do, and for one that the dictionary has."""
    cued = _TITLED.search(words) is not None or _ACTING.search(words) is not None
    cut = jieba.lcut(words, HMM=False)
    return cued or any(is_full_name(word) for word in cut) or any(map(_is_named, cut, cut[1:], cut[2:]))


def _is_named(role: str, family: str, given: str) -> bool:
    """True for a word for people with a name behind it (护林员 石 大山)."""
    is_role = names_people(role) or (len(role) > 1 and role.endswith(_ROLES))
    is_name = family in SURNAMES and not _NO_NAME.search(family) and _GIVEN.fullmatch(given) is not None
    return is_role and is_name and not (len(given) == 1 and names_an_action(given))


@lru_cache(maxsize=4096)
def _names_a_place(words: str) -> bool:
    return _PLACE.search(words) is not None or any(known_as_a_place(word) for word in jieba.cut(words, HMM=False))


@lru_cache(maxsize=4096)
def _names_a_village(words: str) -> bool:
    """True for 石笕村 and 东郊社区, not for 示范村: what stands before the last word is no word that only says of which sort."""
    cut = ["", "", *jieba.cut(words, HMM=False)]
    return any(
        (_VILLAGE.fullmatch(word) and names_a_place(word))
        or (_VILLAGE_SORT.fullmatch(word) and _is_a_name(cut[at - 2], cut[at - 1]))
        for at, word in enumerate(cut)
    )


def _is_a_name(before: str, last: str) -> bool:
    if len(last) > 1:
        return not known_as_a_sort(last)
    return bool(before and last) and not (_NO_NAME.search(last) or _NO_NAME.search(before))


_VILLAGE, _VILLAGE_SORT = re.compile(rf"{_HAN}{{2,}}[村屯庄]"), re.compile(r"[村屯庄]|社区")
_NO_NAME = re.compile(
    r"[^\u4e00-\u9fff]|^[一二三四五六七八九十两各全本每该驻镇乡到进入新个届些的中把对和与在从向由能应那都通相于时]$"
)
_TITLED = re.compile(
    rf"(?:长|书记|主席|总理|主任|代表|委员|队员|教授|院士|科学家|同志|选手|者|记者|由)[、，,\s]?[{SURNAMES}]{_HAN}{{1,2}}"
)
# people by what they do, in words that the thesaurus lacks: 护林员, 养蜂人, 退休职工
_ROLES = ("员", "工", "师", "匠", "手", "民", "人", "生")
_GIVEN = re.compile(rf"{_HAN}{{1,2}}")
# 某某表示
_ACTING = re.compile(
    rf"[{SURNAMES}]{_HAN}{{1,2}}(?:表示|说[：:，,]|指出|强调|介绍|主持|带领|宣读|同志|担?任|获得|当选|作报告|讲话)"
)
_BODY = (
    r"公司|集团|厂|(?<!布)(?<!格)局(?![面势部])|厅|委(?![托派])|办(?![理好公事法成])|院|校|大学|中学|小学|银行|合作社|中心|协会|商会|研究所"
    r"|部门|(?<!保护)单位|企业|机构|政府|党委|支部|人大|政协|干部|党员|群众|村民|农户|[镇县市区省乡州村巷河林路田组队站所]长|书记|主任|主席|总理|负责人|第一责任人"
)
_PLACE = re.compile(
    rf"(?<![全各本该我每])(?!(?:城|都|超|股|门|夜|菜|集)市){_HAN}{{2}}(?<!城)(?:省|市(?![场民级])|县(?!城)|区(?![域块])|旗(?!帜)|镇|乡(?!村)|村(?![民级庄])|屯|庄|社区|街|河|山|湖|沟|湾|岛|大道|沿线|流域|境内|之间|[东南西北]部)|[省市县境海国]外|各地|位于|落户|坐落|[-—－~与和同]{_HAN}{{2,8}}(?:缔结|结[为成]|建立)|三角|京津冀|大湾区|沿[边海江河线路]"
    r"|在[^，,。；;]{2,12}(?:设|建|办|开|成立|布局|打造|实施|举行|举办|召开|落地)"
)
_WHOSE = re.compile(rf"谁的(?P<thing>{_HAN}{{2}})")
_WHICH_YEAR = re.compile(r"哪一?年")
# “三带”是哪三带, “新四样”指什么
_MEANING = re.compile(
    r"指(?:的)?(?:是)?(?:什么|啥|哪)|代表(?:什么|啥|哪)|包[括含](?:什么|啥|哪)|各(?:自)?(?:指|是|代表|包[括含])|什么意思|怎么(?:解释|理解)|是哪[两三四五六七八九十]"
)
# 是哪六个
# 成为继甲、乙之后第3个
_AFTER_OTHERS = re.compile(r"继[^，,。；;]{2,40}?之?后的?第(?P<n>[\d一二三四五六七八九十]+)[个家座项大]")
_AND = re.compile("[和及与](?=[\u4e00-\u9fff])")
_SO_MANY = re.compile(r"哪(?P<n>[三四五六七八九十]{1,2}|(?<!\d)\d{1,2})(?=[个大项条点件家种类方处座所支样])")
_WHICH_OF_SO_MANY = re.compile(
    r"(?P<n>[三四五六七八九十]{1,3}|(?<![\d.])\d{1,2})[个大项条点件类](?:重点|主要)?[^，,。；;？?\d]{2,12}?(?:都|分别|具体|各|又)*(?:包[括含]|有|是|指的?是?|为)了?(?:哪些|什么|啥)(?!时|水平|意义|原则)"
)
_QUOTED = re.compile(r"[“\"《]([^“”\"《》]{2,16})[”\"》]")
DEMANDS: tuple[Demand, ...] = (
    # 会议是谁主持的 → 由镇人大主席某某主持
    Demand(
        re.compile(
            r"(?:是|叫|为)谁|谁(?:是|当|任|担任|主持)|哪(?:一|些|几)?个?位|哪(?:些|几个)人(?![才口均次大])|都有谁|何人|姓什么"
        ),
        _names_a_person,
    ),
    # 全国第几 → 居全国第5位
    Demand(
        re.compile(
            r"第几(?![季届次批期章条轮代场个])|排(?:在)?(?:第?几|多少)[位名]?|(?:名次|位次|排名)(?:是|为|有)?(?:多少|几|怎|如何)"
        ),
        _pattern(
            r"第[\d一二三四五六七八九十]+(?![季届次批期章条轮代])|首位|前列|榜首|冠军|前[\d一二三四五六七八九十]|[头末]名|[位居排列]第"
        ),
    ),
    # 由谁负责 → 由村委会负责
    Demand(
        re.compile(r"(?<![是叫为])谁|是谁(?=[\u4e00-\u9fff])(?![的呢啊呀])"),
        lambda words: re.search(_BODY, words) is not None or _names_a_person(words),
    ),
    # 哪家公司承建 → 由某某集团承建
    Demand(
        re.compile(rf"哪一?[家个所](?:{_HAN}{{0,4}})(?:公司|企业|集团|单位|部门|机构|药企|工厂|厂|银行|院校|大学)"),
        _pattern(_BODY),
    ),
    # 什么时候开工 → 9月底开工
    Demand(
        re.compile(
            r"哪一?(?:[天月]|年(?!度?的?(?:政府)?(?:工作)?报告))|(?:什么|啥)时(?:候|间)|何时|几[月号]|多久|多长时间"
        ),
        _pattern(
            r"[\d一二三四五六七八九十]+个?[年月日天周](?!度)|\d+号|月[一二三四五六七八九十]+号|小时|[年月季]度?[初中底末]|[前本去今明当]年|[春夏秋冬][季天节]?|上半年|下半年|[一二三四]季度|期间|以前|之前|之后|每年|年内|月内|全年|汛期|节前|节后|“?十[一二三四五]五”?"
        ),
    ),
    # 为什么要趁早 → 因为…
    Demand(
        re.compile(r"为(?:什么|啥|何)|(?:理由|原因|缘故)(?:是|在|何)|凭什么|怎么会|图(?:个)?(?:什么|啥)"),
        _pattern(
            r"因|由于|所以|原因|考虑|主要是|以免|避免|否则|不然|为了|有利于|有助于|得益于|受.{2,12}影响|鉴于|(?<![成])就(?![业学医餐诊近地读绪职任寝])|才能|才会|不了|来不及|太[高低大贵难少多]|解决|缓解|弥补|防止|防范|减少|关系|事关|影响|导致|造成|出于|源于|依靠|(?:按照|根据|依据|遵照|响应|落实)[^，,。；;]{1,16}(?:政策|规定|要求|精神|部署|决定|号召)|针对|应对|旨在|目的|需要|[,，]以(?:更|便|免|此|期|求|防|利)|难题|困难|不足|不够|滞后|短板|优势"
        ),
    ),
    # 建在哪里 → 在将军岭村建设…
    Demand(
        re.compile(
            r"(?<![用花投])(?<![用花投][在到])哪[里儿](?![人用花])|什么地方|何处|哪一?[个座处](?:城市|市|县|区|镇|乡|村|省|地方|国家|州|旗|岛)|(?<![用花投])在哪(?=[，,。？?！!；;]|$|一?块|一?片)"
        ),
        _names_a_place,
        of_a_deed=False,
    ),
    # 哪几个村 → 石笕村、柏坞村
    Demand(re.compile(r"哪(?:一?些|[几两三四五六七八九十]+个?)(?:行政)?村"), _names_a_village),
    # 是哪里人 → 籍贯…
    Demand(
        re.compile(r"哪[里儿]人|籍贯|祖籍|老家"), _pattern(r"籍贯|祖籍|老家|出生|生于|[省市县]人(?![民大才口均员])")
    ),
)
