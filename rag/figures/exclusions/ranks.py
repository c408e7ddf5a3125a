"""Places in an order: 第3次, 前10名, 居全国第5位, 十四届三次会议."""

from __future__ import annotations

import re

from rag.figures.exclusions.setting import Setting

_ORDINAL = re.compile(r"第$|(?:前|最后|首)$|居(?:全国|全省|全区|全市|世界)?$")
_PLACED = re.compile(r"位(?:居|列)[^，。；]{0,6}$")
_RANKED = re.compile(r"(?:排名|位次|排位|位居|名列|列|居)[^，。；]{0,10}$")
_MOVED = re.compile(r"(?:上升|提升|前移|提高|跃升|跨越|进位|下降|后移)了?$")
_OF_A_TERM = re.compile(r"届[一二三四五六七八九十\d]*$")
_MEETING = re.compile(r"[一-龥]{0,4}(?:全会|会议|大会|全体|代表大会|人代会|人大)")


def ordinal(s: Setting) -> bool:
    """第3次, 前10名."""
    return bool(_ORDINAL.search(s.left)) or (s.unit in ("位", "名") and bool(_PLACED.search(s.left)))


def rank(s: Setting) -> bool:
    """居全国第5位 is where one stands, 排名上升3位 by how much one has risen."""
    ranked = s.unit in ("位", "名", "强") and bool(_RANKED.search(s.clause_left))
    return ranked and not _MOVED.search(s.left)


def session(s: Setting) -> bool:
    """十四届三次会议."""
    return s.unit == "次" and bool(_OF_A_TERM.search(s.left) or _MEETING.match(s.right))
