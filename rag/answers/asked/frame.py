"""What only frames a question: who said it, at which meeting, in which paper (镇长张三在全镇干部大会上要求…).

In: a clean question, and where it names places and years. Out: the stretches of it that say from whose words the answer is taken.
They may help to find these and are not what a report must tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rag.answers.words.blanking import BLANK, blank
from rag.reading.people import SURNAMES

_MARKS = "，,。；;：:？?！!、"
_OFFICE = (
    r"(?:(?:[省市区县旗镇乡](?:党)?委|党委|党组|政府|街道|党工委|[\u4e00-\u9fff]{1,6}[局委办厅部])?(?:副|代|原)?"
    r"(?:书记|[省市区县旗州盟镇乡]长|主席|总理|主任|局长|厅长|部长)[、，和]?)"
)
_NAME = rf"[{SURNAMES}][\u4e00-\u9fff]{{1,2}}"
_BEFORE_WORDS = rf"(?=在|于|就|{BLANK}|说|讲|提|要求|强调|指出|表示|介绍|谈|部署)"
_SPEAKER = rf"(?:{_OFFICE}{{1,3}}(?:{_NAME}?(?:同志)?{_BEFORE_WORDS})?|{_NAME}(?:同志|{_OFFICE}))"
_GATHERING = (
    r"(?:会议|[大全年例]会|会(?=上)|人代会|两会|党代会|政协会"
    r"|(?:动员|推进|推介|座谈|发布|表彰|现场|调度|总结|部署|分析|交流|工作|务虚|誓师|启动|述职|汇报|通报|培训|恳谈|听证|洽谈)会"
    r"|培训班|仪式)"
)
_PAPER = r"(?:讲话|发言|致辞|演讲|报告|访谈|专访|采访|汇报|总结|公示|要点|方案|规划|纲要|通报|公报|简介|通知|新闻稿)(?:材料|稿|全文)?"
_WITHIN = r"(?:里面?|中|上|当中|时)(?:[，,]|的)?"
_SAYS = (
    r"(?:说(?!明)|讲(?![话座解课])|提(?=[到及出])|要求|强调|指出|表示|介绍(?!信)|谈到|透露|部署|明确|披露|写)"
    r"(?:[到及出明]|的(?!是))?(?:过|了|要)?"
)
_AT_HEAD = rf"(?<![^{BLANK}\s的{_MARKS}])"
_OCCASION = rf"[^{_MARKS}在于]{{0,24}}?(?:{_GATHERING}(?:上?的?{_PAPER})?|{_PAPER})"
# 2014年云渚县说工业园要进多少家企业
_SAID_OF_A_PLACE = (
    rf"(?<={BLANK})(?:[省市区县旗镇乡]里|政府)?(?:当时|年初|去年)?(?:说|讲|表示)(?![明服话法理辞课座解])(?:过|了)?"
)

_FRAME = re.compile(
    rf"""
    (?: {_AT_HEAD} (?:{_SPEAKER}{BLANK}*)? (?:[在于就]{BLANK}*)? | [在于]{BLANK}* ) {_OCCASION} (?: {_WITHIN} (?:{_SAYS})? | {_SAYS} | (?=[，,：:]) )
    | {_AT_HEAD} {_SPEAKER} {_SAYS}
    | {_SAID_OF_A_PLACE}
    """,
    re.VERBOSE,
)
_GIVEN = re.compile(f"{_GATHERING}|{_PAPER}")
_ASKS = re.compile("哪|谁|什么|啥|几|多少")


def frames(clean: str, spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The stretches of a question that only name the speaker, the occasion or the paper; what is asked about stands in none.

    `spans` are those that name places and years; of a document that they name, the word for its kind still counts.
    """
    rest = blank(clean, (span for span in spans if not _GIVEN.search(clean[slice(*span)])))
    return tuple(match.span() for match in _FRAME.finditer(rest) if _ASKS.search(match[0]) is None)
