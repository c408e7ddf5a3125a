"""What form the answer to a question in words has: who is answered by a name, why by a reason, what it is called by what stands in quotation marks.

In: a clean question and the words of a report. Out: a factor, 1 where the words have every form that is asked for, and less for
each that they lack: of two statements about the same thing the one that can be the answer is the better one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import prod

import jieba

from rag.answers.words.synonyms import names_a_thing
from rag.reading.people import SURNAMES

LACKING, UNNAMED = 0.9, 0.95
_HAN = r"[\u4e00-\u9fff]"


@dataclass(frozen=True, slots=True)
class Form:
    """How questions ask for an answer of this form, what such an answer holds, the words by which it is searched for, and how
    good words without it are."""

    name: str
    asked: re.Pattern[str]
    said: re.Pattern[str]
    sought: str = ""
    lacking: float = LACKING


FORMS: tuple[Form, ...] = (
    # 会议由谁主持 → 由镇人大主席某某主持
    Form(
        "who",
        re.compile(r"谁|哪一?位|何人|什么人|叫什么名字|姓什么"),
        re.compile(
            rf"(?:长|书记|主席|总理|主任|代表|委员|队员|教授|院士|科学家|同志|选手|者|由)[、，,]?[{SURNAMES}]{_HAN}{{1,2}}"
        ),
    ),
    # 什么时候验收 → 9月底完成验收
    Form(
        "when",
        re.compile(r"哪一?[天年月]|(?:什么|啥)时(?:候|间)|何时|几[月号点]|多久"),
        re.compile(
            r"\d+[年月日号天]|[年月季]度?[初中底末]|[前本去今明]年|春|夏|秋|冬|上半年|下半年|[一二三四]季度|期间|以前|之前"
        ),
    ),
    # 为什么要趁早 → 因为…
    Form(
        "why",
        re.compile(r"为(?:什么|啥|何)|(?:理由|原因|缘故)(?:是|在|何)|凭什么|怎么会|图(?:个)?(?:什么|啥)"),
        re.compile(
            r"因为|由于|因此|所以|原因|考虑到?|主要是|以免|避免|否则|不然|为了|有利于|得益于|受.{2,12}影响|鉴于|就难|太[高低大贵难少多]"
        ),
    ),
    # 怎么转变作风 → 一要转变作风，not 作风还需进一步转变
    Form(
        "how",
        re.compile(r"怎么(?!样|会|回事|了)|如何|(?:什么|哪[些几]?个?项?)(?:具体)?(?:措施|举措|办法|做法|动作)"),
        re.compile(r"\A(?!.*(?:有待|亟待|[还仍尚]需|不够|不足|短板|薄弱|滞后))"),
        lacking=0.6,
    ),
    # 存在哪些问题 → 我们也清醒看到，还存在不少困难和问题
    Form(
        "shortcomings",
        re.compile(
            r"(?:什么|啥|哪[一几些]?[个项]?)(?:样的)?(?:主要|突出)?(?:的)?(?:困难|问题|不足|短板|差距|挑战|矛盾)"
            r"|(?:困难|问题|不足|短板|差距|挑战|矛盾)(?:都|主要|具体)?(?:有|是|在)(?:哪|什么|啥)"
        ),
        re.compile(
            r"(?:看到|认识到|正视|知道|承认|指出|意识到|存在|面临|还有)[^。；]{0,40}?(?:困难|问题|不足|短板|差距|挑战|矛盾)"
        ),
        sought="清醒看到 面临 不少 困难 问题 不足",
        lacking=0.8,
    ),
    # 旧宅可以出租吗 → 旧宅不能出租
    Form(
        "may",
        re.compile(
            r"(?:可以|能|允许|准许|让|准|得)[^，,。？?]{1,14}[吗么嘛]|能不能|可不可以|准不准|让不让|是否(?:可以|允许)|可否|能否"
        ),
        re.compile(r"不(?:能|得|准|许|可|允许|要)|严禁|禁止|可以|允许|杜绝|必须|应当?|方可"),
    ),
    # 想创什么牌子 → 创建“…强县”
    Form(
        "called",
        re.compile(
            rf"(?:什么|啥|哪一?[个种项句])(?:样的)?[“\"]?{_HAN}{{0,6}}?[”\"]?{_HAN}{{0,3}}"
            r"(?:牌子|品牌|招牌|口号|名号|名头|称号|名称|名字|精神|行动|工程|活动|主题|比方|比喻|理念|思路|战略|模式|布局|方针|荣誉|奖)"
            r"|叫(?:个)?(?:什么|啥)|(?:什么|啥)之[都城乡地]"
        ),
        re.compile(r"[“\"《‘][^”\"》’]{2,}[”\"》’]|(?:更|改|命|定|取|起|得)名|[改又统并誉]称|(?:称|叫|誉)[为作做]"),
    ),
    # 发了哪两份文件 → 印发《…意见》
    Form(
        "titled",
        re.compile(
            rf"(?:哪|什么|啥)[一两二三四五六七八九几些]*[份部本篇项个]?{_HAN}{{0,2}}(?:文件|法律|法规|条例|文章|书|丛书|办法|公约)"
        ),
        re.compile("《[^》]{2,}》|法(?![子人院官师])"),
    ),
)
# the sort of thing asked for, right behind the question word: 学什么经验; 哪所学校 is answered by a name
_KIND = re.compile(rf"(?:什么|啥)(?:样的?|的)?[“\"]?(?P<kind>{_HAN}{{2,8}})")
_NO_KIND = re.compile(r"时候|时间|原因|东西|地方|名字|意思|情况|样子|水平|程度")


def suits(clean: str, words: str) -> float:
    """How well the words can be the answer by their form."""
    lacking = prod(form.lacking for form in _asked(clean) if not form.said.search(words))
    kind = _kind_asked(clean)
    return lacking * (UNNAMED if kind and kind not in words else 1.0)


def sought(clean: str) -> tuple[str, ...]:
    """Words of reports by which answers of the forms that a question asks for are found."""
    return tuple(form.sought for form in _asked(clean) if form.sought)


def asks(clean: str, name: str) -> bool:
    """True where the question asks for an answer of the form of this name."""
    return any(form.name == name for form in _asked(clean))


@lru_cache(maxsize=1024)
def _asked(clean: str) -> tuple[Form, ...]:
    return tuple(form for form in FORMS if form.asked.search(clean))


@lru_cache(maxsize=1024)
def _kind_asked(clean: str) -> str | None:
    """The thing of which one is asked for: 经验 of 什么经验来搞建设; words for a name (牌子) need not stand beside the name."""
    return None if asks(clean, "called") else next(_things(clean), None)


def _things(clean: str) -> Iterator[str]:
    for match in _KIND.finditer(clean):
        first = next(iter(jieba.cut(match["kind"], HMM=False)), "")
        if len(first) > 1 and names_a_thing(first) and not _NO_KIND.fullmatch(first):
            yield first
