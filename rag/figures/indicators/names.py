"""The words of a clause → the name that stands in them: without marks, adverbs, words of time and comparisons.

In: a stretch of clean text beside a figure. Out: the name, in the words of the text, or "".
"""

from __future__ import annotations

import re

from rag.figures.lexicon import lexicon

LONGEST = 40
MARKS = "、，；： \u3000\t·-—（）”’*#|.．"
_OPENING_MARKS = "、，；： \u3000·-—（“‘*#|"

_YEAR = r"(?:(?:19|20)\d\d|[一二][九〇零○][〇零○一二三四五六七八九]{2})年"
_SPAN = r"(?:近|前|后|过去|今后|未来|这|连续)?[一二两三四五六七八九十几\d]{1,3}年"
_TIME = re.compile(
    rf"""^(?:
        到?{_YEAR}(?:底|末|初|度)?前?(?:[至到—\-]{_YEAR})?的?        # 到2025年底
      | {_SPAN}(?:内|间|来|中|以来)?(?:共|合计|累计|来)?(?![轮度级])   # 五年内
      | 第[一二三四五六七八九十]+个五年(?:计划)?(?:期间|时期|期内)?    # 第一个五年期间
      | 到(?:了|[今去明]年|本世纪末)                                   # 到今年
      | 截至[^，]*?(?:底|末|日)                                       # 截至6月底
      | \d{{1,2}}(?:[—\-至]\d{{1,2}})?月(?:底|份|末|中旬)?前?         # 9月底前
      | “?十[一二三四五]五”?(?:末|期间|时期|以来)?                    # “十四五”末
      | [（(]?\d+[）)] | \d{{1,2}}[.．、]                            # （3）
      | [一二三四五六七八九十]+[、是要](?![一二三四五六七八九十]+[、产])                              # 一是
    )""",
    re.VERBOSE,
)
_TIME_BEHIND = re.compile(
    rf"(?:在|于|到)?(?:{_YEAR}(?:底|末|初|度)?|[去今明前本上当]年|上半年|下半年|年[内底末]|{_SPAN}|首批|第[一二三四五六]批)(?:底|前)*$"
)
# 村支书陆远山表示今年要突破…: who says so is no part of what is measured
_SAYS = re.compile(r"^[^，、“”\d]{2,14}?(?:表示|介绍说?|透露|坦言|告诉记者)(?![一-龥]{0,2}信)")
_AND = re.compile(r"^(?:[、及与]|和(?![美谐平睦善气])|以及)+")
_SCOPE = re.compile(r"^(?:全|我|本|各)(?:国|省|市|县|区|镇|乡|州|旗|盟|自治区|市州|地)(?=[一-龥])")
_PARTNERS = {"“": "”", "（": "）", "《": "》", "「": "」", "‘": "’"}


def trimmed(text: str) -> str:
    """A name without marks, adverbs and words of time at its beginning, and without what closes no name at its end."""
    text = _SAYS.sub("", text.lstrip(MARKS))
    while True:
        shorter = _TIME.sub("", text).removeprefix("的")
        word = lexicon().adverb.prefix(shorter)
        if word and _may_drop(word, shorter):
            shorter = shorter[len(word) :]
        shorter = _AND.sub("", shorter.lstrip(MARKS).rstrip(_OPENING_MARKS))
        if shorter.startswith(("“", "‘")) and not re.search("[”’]", shorter):
            shorter = shorter[1:]
        inside = _SCOPE.sub("", shorter)
        if len(inside) > 3 and (lexicon().action.prefix(inside) or len(lexicon().adverb.prefix(inside)) > 1):
            shorter = inside
        if shorter == text:
            return "" if _only_adverbs(text) else text[-LONGEST:]
        text = shorter


def _only_adverbs(text: str) -> bool:
    while word := lexicon().adverb.prefix(text):
        text = text[len(word) :]
    return not text


def _may_drop(word: str, text: str) -> bool:
    """One-character adverbs also begin ordinary words (新农合, 在校生, 人均): those are dropped only before a verb."""
    rest = text[len(word) :]
    if lexicon().word_beginning.prefix(text):
        return False
    if word in lexicon().adjective:
        return bool(lexicon().action.prefix(rest) or lexicon().decrease.prefix(rest) or lexicon().increase.prefix(rest))
    if len(word) > 1:
        return True
    return len(rest) > 2 and (word in "将拟已均又还也都约仅只就共了是而却但即" or bool(lexicon().action.prefix(rest)))


def without_adverbs_behind(text: str) -> str:
    """`text` without adverbs and words of time at its end."""
    while True:
        word = lexicon().adverb.suffix(text)
        shorter = text
        if word and (len(word) > 1 or word in lexicon().final_adverb) and not _is_rate(text, word):
            shorter = text[: -len(word)]
        shorter = _PREPOSITION_BEHIND.sub("", _TIME_BEHIND.sub("", shorter).rstrip(MARKS))
        if shorter == text:
            return text
        text = shorter


_PREPOSITION_BEHIND = re.compile(r"(?:(?<!自)由|从|(?<![存所现])在|被|比(?<!占比)(?<!之比)|转为|减为|变为|使)$")


def _is_rate(text: str, word: str) -> bool:
    """户均, 亩均: what is averaged over keeps its 均."""
    return word == "均" and text[-2:-1] in "户人亩年月日班校村"


# Where the name of a thing counted ends: 分选加工中心5月底前投产
_OBJECT_END = re.compile(
    r"[，。；！？：]|、(?=总数|总量|累计|占|居|创(?![新业意])|排名|位居|连续|同比|增长|均)|的(?:同时|基础|前提|情况)|(?:\d{1,2}月|20\d\d年|年[内底末]|上半年|今年)"
)
_IN_BRACKETS = re.compile(r"^（[^）]*）")
_NAME_BEGINS = re.compile(r"[一-龥“‘A-Za-z《\d]")


_NO_NAME_BEGINS = re.compile(
    r"并(?!网)|而|且|居(?![民家住])|创(?![新业建意投])|以(?!上)|是|均(?![等衡])|都(?!市)|已|占|位居|再创|同比|比[上去]|其中|还|也|又"
)


# 完成造林200万亩任务: what is to be done stands before it.
ONLY_A_TASK = re.compile(r"(?:年度|目标|全年)?(?:任务|目标|计划)")


def object_name(right: str, bounded: bool) -> str:
    """The name of the thing counted, right behind the figure: 亿元以上产业项目; empty where none stands there.

    Where another figure bounds `right`, what stands behind its first list mark belongs to that one.
    """
    text = right.removeprefix("的")
    if bounded:
        text = re.split(r"[、和及]|以及", text)[0]
    text = _OBJECT_END.split(_IN_BRACKETS.sub("", text))[0]
    if not _NAME_BEGINS.match(text) or _verb_begins(text) or _NO_NAME_BEGINS.match(text):
        return ""
    if not re.search("[“‘]", text):
        text = re.split("[”’]", text)[0]
    text = re.split("）", text)[0] if "（" not in text else text
    if ONLY_A_TASK.fullmatch(text):
        return ""
    return _before_its_verb(text).strip(MARKS.replace("）", "").replace("”", "")).removesuffix("的")[:LONGEST]


def _verb_begins(text: str) -> str:
    word = lexicon().verb_inside.prefix(text)
    rest = text[len(word) :]
    if word not in lexicon().adjective or lexicon().action.prefix(rest) or lexicon().verb_inside.prefix(rest):
        return word
    return ""


# One-character verbs, which also stand inside words (发达, 居民, 均衡, 未来, 可再生).
_SHORT_VERB = re.compile(
    r"(?<=[一-龥])(?:达(?=$)|居(?=[全首前第])|获(?=[国省评批奖])|均(?![等衡质价])|已(?=[一-龥])|将(?!军)|来(?=[川渝疆华自访])|比(?=[上去同])|较(?=[上去同])|可(?=[直实享])|中(?=仍|有))"
)
_NOUN_BEHIND = re.compile(
    r"(?:方案|规划|项目|工程|任务|试点|行动|计划|体系|基地|园区|中心|标准|资金|指标|用地|办$|局|机构|平台|先行|示范)"
)


def _before_its_verb(text: str) -> str:
    """贫困人口脱贫, 老年人提供上门服务 → the thing before the verb; a verb that ends it belongs to it (园区建设)."""
    for i in range(2, len(text)):
        if text[i - 1] in "“‘":
            continue
        word = _verb_begins(text[i:])
        if (word and not _inside_the_name(word, text[i + len(word) :])) or _SHORT_VERB.match(text, i):
            return text[:i]
    return text


def _inside_the_name(word: str, rest: str) -> bool:
    """建设 in 园区建设 and in 先行县建设试点."""
    return (word in ("建设", "推进", "实施", "开展") and len(rest) <= 2) or bool(_NOUN_BEHIND.match(rest))


_LONG_LIST = 24
# 石湾村2023年集体收入: the year is a field of its own
_ITS_YEAR = re.compile(r"(?<=[村镇乡县市区省旗州盟屯社司团企校院])(?:19|20)\d\d年(?=[一-龥]{2})")
# 全县地区生产总值: the place is a field of its own.
_OUR_OWN = re.compile(r"^[全我本][省市县区镇乡州旗盟](?![域场级直属委])(?=[一-龥“]{2})")
# A、B、C等国家先进制造业集群: what sums up a long list names it.
_SUMMED_UP = re.compile(r"(?<![高中初平均同相劣优上特])等(?P<sum>[一-龥“”A-Za-z]{3,})$")


def polished(name: str) -> str:
    """A name as it is shown: no list mark, conjunction or half of a pair of marks at its ends, at most LONGEST characters."""
    text = _ITS_YEAR.sub("", name.replace("\n", "").replace("**", ""))
    if len(text) > _LONG_LIST and "、" in text and (shorter := _SUMMED_UP.search(text)):
        text = shorter["sum"]
    for opening, closing in _PARTNERS.items():
        if text.count(opening) != text.count(closing):
            text = _unpaired(text, opening, closing)
    if len(text) > LONGEST:
        text = text[-LONGEST:]
        text = text[text.find("、") + 1 :] if "、" in text[:-4] else text
    text = _OUR_OWN.sub("", _AND.sub("", text.strip("、，；：。 \u3000·-—*#|")))
    return re.sub(r"(?<=[一-龥]{2})(?:的|[与及、])$", "", text)


def _unpaired(text: str, opening: str, closing: str) -> str:
    """`text` without half of a pair of quotes; with half of a pair of brackets, the longer of its two sides."""
    if opening in "“‘":
        return text.replace(opening, "").replace(closing, "")
    before, _, behind = (
        text.rpartition(opening) if text.count(opening) > text.count(closing) else text.partition(closing)
    )
    return max((before, behind), key=len)
