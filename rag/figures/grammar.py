"""The patterns by which quantities are found: every way in which Chinese reports write one, in named groups.

In: nothing. Out: `QUANTITY`, whose alternatives are read in `quantities.py` in their order, and `LOST`, a unit whose
digits are gone.
"""

from __future__ import annotations

import re

from rag.figures.lexicon import alternation
from rag.figures.numbers import ARABIC, DIGITS, NUMERAL, PLACES
from rag.figures.quantity import AFTER, BEFORE, JOINED_BEFORE
from rag.figures.units import units

_PER = r"(?:/(?:月|年|日|天|时|小时|季|次|亩|公顷|人|户|头|只|吨|公斤|斤|平方米|平方公里|立方米|公里|度|千瓦时|瓦时))"
# 人 is no unit in 人民, 人口 and the like, 台 none in 台阶.
_NOT_ALONE = r"(?<!人(?=[民口才均类大]))(?<!台(?=阶))"
# 3万台（套）: either may be counted
_OR = r"(?:[（(][台套头只辆艘架个项家户人次名条座处口][）)])"
UNIT = rf"(?:{alternation(units())}{_NOT_ALONE}(?:{_PER}|{_OR})?)"
_FREE = r"(?<![第\d.A-Za-z/—\-×])"
# 3—5家, 3 - 5家, 3至5家, 5%和6%之间
_DASH = r"(?:[ ]?[—–\-~～―－]{1,2}[ ]?|至|到|[与和](?=[^，。；、]{1,12}之间))"


def _before() -> str:
    words = [
        rf"(?<![{JOINED_BEFORE[word]}]){word}" if word in JOINED_BEFORE else word
        for word in sorted(BEFORE, key=len, reverse=True)
    ]
    return rf"(?P<before>{'|'.join(words)})?"


_FIRST = "".join({*(word[0] for word in BEFORE), *DIGITS, *PLACES}) + r"\d千百十半翻万亿负\-Xx×*＊●○□◯_某"
_ONE_DIGIT = "一两二三四五六七八九"

QUANTITY = re.compile(
    rf"""
    (?=[{_FIRST}])
    {_before()}
    (?P<minus>(?<=[长为达到率速幅])[-－](?=\d)|(?<![\d一-龥A-Za-z—-])-(?=\d[\d.]*%)|(?<![抱肩欺胜自辜担正减重公增债])负(?=\d|百分之|[{_ONE_DIGIT}十]))?
    (?:
      (?P<percent>百分之(?P<p>{NUMERAL})(?:{_DASH}(?:百分之)?(?P<p_high>{NUMERAL}))?)
    | (?P<permille>[千仟]分之(?P<pm>{NUMERAL}))
    | (?P<myriadth>万分之(?P<mm>{NUMERAL}))
    | {_FREE}(?P<fraction>(?P<below>{NUMERAL})分之(?P<above>{NUMERAL}))(?!\d)
    | {_FREE}(?P<slash>(?P<over>\d{{1,2}})/(?P<under>\d{{1,2}}))(?![\d/年月])
    | (?P<half>一半|半数)
    | (?P<doubling>翻(?:(?P<times>{NUMERAL})番|番))
    | {_FREE}(?P<tenths>(?P<t>{ARABIC}|[{_ONE_DIGIT}十](?:点[{_ONE_DIGIT}])?)成)(?![为效果本员立功就都渝绩品长份套熟交人分年了])(?P<half_tenth>半)?(?P<hundredths>[{_ONE_DIGIT}](?=[，。；、）\n]|$))?
    | (?P<zero>零)(?=误差|事故|伤亡|死亡|投诉|差错|发生|感染|新增|缺陷|积压|延误|上访|失误|违规|容忍度)
    | {_FREE}(?P<low>{NUMERAL})(?P<low_unit>[万亿]*{UNIT}?){_DASH}(?P<high>{NUMERAL})(?P<range_multiplier>[万亿]*)(?P<range_unit>{UNIT})
    | (?:(?<=[长为达到率速幅][-－])|(?<=-)(?=\d[\d.]*%)|{_FREE})(?P<number>{NUMERAL})(?P<few>余|多|来)?(?P<multiplier>[万亿]*)(?P<few_more>余|多)?(?P<further>(?<=[余多])亿)?(?P<unit>{UNIT})?(?P<few_last>余|多)?
    | (?:(?<=[超破近过逾达])|(?<=[迈跨站跃登踏升]上)|(?<=[迈跨]入))(?P<myriad>万亿|亿|万)(?P<myriad_unit>{UNIT})?(?!级|高铁|铁路|高速)
    | (?P<mask>[Xx×*＊●○□◯_]{{2,}}(?:\.[Xx×*＊●○□◯_]+)?|{_FREE}[Xx×□○](?:\.[Xx×□○]+)?|某某)(?P<mask_few>余|多)?(?P<mask_multiplier>[万亿]*)(?P<mask_unit>{UNIT})
    )
    (?P<after>{alternation(AFTER)})?
    """,
    re.VERBOSE,
)

# 产值万元，同比增长%: the unit stands directly behind what it measures, and a mark closes it.
_LOST_UNIT = r"[万亿]+(?:元|亩|吨|人次|人|户|斤|头|只|株|平方米|立方米|千瓦时|千瓦|公里)"
LOST = re.compile(
    rf"""
    (?: (?<=[值入额长降资成到达现比产率高加收款模约过破元贷栏”]) (?P<unit>{_LOST_UNIT}|%|个百分点)
      | (?<=[收产][入值]) (?P<money>元)
      | (?<=(?:提高|增加|提升|上升|扩大|发展|增长|下降|降低|减少|压减|调整)[到至为]) (?P<thing>元|亩|吨|公里|平方米|户|人|个|家|张|所|辆|头|只)
      | (?<=达到) (?P<reached>元|亩|吨|公里|平方米|户|张|所|辆)
    )
    (?P<after>{alternation(AFTER)})?
    (?=[，、；。,;)）]|$)
    """,
    re.VERBOSE | re.MULTILINE,
)
