"""Bytes → text, with the encoding found.

A BOM decides; then strict UTF-8; then whichever of GB18030, Big5 and UTF-16 yields running Chinese. A wrong decoding
of Chinese bytes is nearly always valid too, but consists of rare characters, so the share of the commonest ones tells
them apart, down to a sentence. A few damaged bytes become � and are counted, never dropped.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from rag.errors import ReadError

# The commonest characters of official prose in both scripts; of real text they are 30-50%, of a wrong decoding under 4%.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所"
    "民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日"
    "那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想"
    "已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指"
    "几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权"
    "收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集"
    "镇乡村县市省区府委政策贯彻落实推进项目投资城企业亿元完善加快促进服务保障稳定增长环境"
    "這為個國來們時會說產學對過發經動還後進種現實點從業與關無應當開華義區條問題變結構軍樣間將縣鄉鎮億萬長農達質設統計劃議報"
    "資務貫徹落實項目環境穩增讓總書記強黨黨員際較據處導勞運準確權單證廣標層歲"
    "，。、；：“”（）《》！？０１２３４５６７８９％　\u3000"
)
_CHINESE_ENCODINGS = ("gb18030", "big5", "cp950", "big5hkscs")
_WIDE_ENCODINGS = ("utf-16-le", "utf-16-be")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LARGEST_DAMAGED_SHARE = 0.005
_SMALLEST_SHARE = 0.1
_SHORT = 20
_SAMPLE = 20_000
_CONTROLS = {code: None for code in range(32) if chr(code) not in "\t\n\v\f\r\x1a\x1b"} | {0x7F: None}
_REMEDY = "请用记事本或 WPS 打开确认内容，另存为 UTF-8 编码的文本"


@dataclass(frozen=True, slots=True)
class Decoded:
    """`text` without its BOM and with line ends as they were; `damaged` counts bytes shown as �."""

    text: str
    encoding: str
    damaged: int = 0


def decode(name: str, data: bytes) -> Decoded:
    """The text of `data`; raises ReadError where it is no text."""
    found = _by_bom(data) or _by_content(data)
    if found is None:
        raise ReadError(name, "认不出文字编码，可能不是文本文件", _REMEDY)
    controls = len(found.text) - len(found.text.translate(_CONTROLS))
    if "\0" in found.text or controls > len(found.text) * _LARGEST_DAMAGED_SHARE:
        raise ReadError(name, "含有大量控制字符，不是文本文件", _REMEDY)
    if not found.text.strip():
        raise ReadError(name, "文件里没有文字", "请检查是否保存完整，或删掉它")
    return found


def _by_bom(data: bytes) -> Decoded | None:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _attempt(data[len(bom) :], encoding)
    return None


def _by_content(data: bytes) -> Decoded | None:
    narrow = b"\0" not in data
    if narrow and (found := _attempt(data, "utf-8")) and not found.damaged:
        return found
    encodings = (*(_CHINESE_ENCODINGS if narrow else ()), *_WIDE_ENCODINGS, *(("utf-8",) if narrow else ()))
    attempts = [found for encoding in encodings if (found := _attempt(data, encoding))]
    plausible = [found for found in attempts if _common_share(found.text) >= _SMALLEST_SHARE]
    likeliest = max(plausible, key=lambda found: (_common_share(found.text), -found.damaged), default=None)
    return likeliest or next((found for found in attempts if _is_short_simplified(found)), None)


def _is_short_simplified(found: Decoded) -> bool:
    """A few words without any common character: taken for GB18030 where all of them are everyday Simplified."""
    if found.encoding != "gb18030" or found.damaged or len(found.text) > _SHORT:
        return False
    try:
        return bool(found.text.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def _attempt(data: bytes, encoding: str) -> Decoded | None:
    """The text in this encoding, or None where more than a few of its bytes do not fit."""
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    except LookupError:
        return None
    damaged = text.count("\ufffd")
    return Decoded(text, encoding, damaged) if damaged <= max(1, len(text) * _LARGEST_DAMAGED_SHARE) else None


def _common_share(text: str) -> float:
    """Share of the commonest characters among the letters and signs beyond ASCII of the text's beginning, 0 to 1."""
    wide = [character for character in text[:_SAMPLE] if character > "\x7f"]
    return sum(character in _COMMON for character in wide) / len(wide) if wide else 0.0
