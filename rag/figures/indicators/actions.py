"""What is done, and to what: the verbs that a clause begins with, and the thing behind them.

In: the text before a figure. Out: the verb and the name.
"""

from __future__ import annotations

import re

from rag.figures.indicators.names import trimmed
from rag.figures.lexicon import lexicon


def verb_prefix(text: str) -> str:
    """The verb that `text` begins with: what is done, or that something rises or falls (but not 增加值, 生产总值)."""
    words = lexicon()
    change = max(words.increase.prefix(text), words.decrease.prefix(text), key=len)
    if len(change) < 2 or text[len(change) : len(change) + 1] in ("值", "率", "额", "量", "点"):
        change = ""
    verb = max(words.action.prefix(text), change, key=len)
    rest = text[len(verb) :]
    if _ZONE.match(rest) or (verb in words.nominal_verb and _noun_follows(rest)):
        return ""
    return verb


# 开发区, 建成区, but 改造区内道路
_ZONE = re.compile(r"^区(?![内间域位块段级属外])")


_LISTS_ON = re.compile(r"[、及与]|和(?![美谐平睦善气])")
_COMPOUND = re.compile(
    r"^(?:[一-龥]{0,3}[率额量值数]$|总值|额|率|量|值|业|强度|人$|人口|群众|劳动力|品|者|能力|面积|标准|余额|人数|收入|平台|资金|用地|任务|指数|期|费|点|机构|项目|体系|规模|总额|债券|产品|市场|性)"
)


def _noun_follows(rest: str) -> bool:
    return bool(_COMPOUND.match(rest)) or bool(_LISTS_ON.match(rest))


_PREPOSED = re.compile(r"^(?:在|对|为|将|面向|并|按照?|围绕|通过|以|把|向|由|至少|要|并且|从)")
_MAIN_VERB = re.compile(
    r"(?:新建|新增|建设|建成|完成|实施|开展|培育|打造|改造|种植|引进|举办|安排|落实|达到|发放|提供)"
)


def _past_preposed(text: str) -> str:
    """在某村新建大棚: what stands before the main verb says where or how, the name stands behind it."""
    if not _PREPOSED.match(text) or lexicon().word_beginning.prefix(text):
        return text
    if not _MAIN_VERB.search(text) and text[0] in "把将使让":
        return text[1:]
    verbs = list(_MAIN_VERB.finditer(text))
    for verb in verbs if text[0] == "在" else reversed(verbs):
        if len(text) - verb.end() >= 2:
            return text[verb.end() :]
    return text


def _last_done(text: str) -> tuple[str, str]:
    """改造卫生院、新建幼儿园1所: of several things done in one clause the last has the figure."""
    first, mark, last = text.rpartition("、")
    verb = verb_prefix(last)
    if mark and len(verb) > 1 and len(last) - len(verb) >= 2 and verb_prefix(first) and "等" not in first:
        return verb, trimmed(last[len(verb) :])
    return "", text


# 年初我们提出要新建公路30公里: what is said to be done
_SAID_TO_DO = re.compile(r"^[^，、]{0,14}?(?:提出|承诺|决定)(?:要|力争|在|用)?(?P<done>[一-龥].*)$")


def _without_who_says_so(text: str) -> str:
    said = _SAID_TO_DO.match(text)
    return said["done"] if said and verb_prefix(trimmed(said["done"])) else text


_DONE = re.compile(r"^[^，]{2,}?[一-龥]{2}了(?=[^，]{2,}$)")


def action(subject: str) -> tuple[str, str]:
    """(verb, name) of a left side that begins with what is done to the thing counted: 新建 | 农村公路."""
    text = trimmed(_past_preposed(_without_who_says_so(trimmed(_DONE.sub("", subject)))))
    verb, text = _last_done(text)
    while (word := verb_prefix(text)) and len(text) - len(word) >= 2:
        verb, text = word, trimmed(text[len(word) :])
    return verb, text
