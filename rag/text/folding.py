"""Width and compatibility: one character for one, so that digits, letters and signs have a single form.

Full-width digits, letters and signs become half-width (１９９３年, 25％, Ａ); every kind of blank but the tab becomes a space
and every kind of line end a line feed; radicals and compatibility ideographs, which PDF fonts put in the place of ordinary
characters (⼀ for 一), become those. Chinese punctuation and the signs that have a meaning of their own (①, ㎡, ℃) stay.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from rag.text.draft import Cut

_SIGNS = "％＋－＝＜＞／＆＃＠＊＄＿｜．＾"
_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LINE_ENDS = "\r\v\f\u0085\u2028\u2029"
_HALF_WIDTH_MARKS = {"｡": "。", "｢": "「", "｣": "」", "､": "、", "･": "·"}
_RADICALS = dict(
    zip(
        "⺟⺠⺨⺼⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "母民犬月虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)


def _fold_table() -> dict[int, str]:
    table = {char: unicodedata.normalize("NFKC", char) for char in _SIGNS}
    for first, last in ((0xFF10, 0xFF19), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A), (0x2F00, 0x2FD5), (0xF900, 0xFAFF)):
        for char in map(chr, range(first, last + 1)):
            folded = unicodedata.normalize("NFKC", char)
            if folded != char and len(folded) == 1:
                table[char] = folded
    table |= dict.fromkeys(_BLANKS, " ") | dict.fromkeys(_LINE_ENDS, "\n")
    return {ord(char): folded for char, folded in (table | _HALF_WIDTH_MARKS | _RADICALS).items()}


_FOLDS = _fold_table()
_FOLDABLE = re.compile("[" + re.escape("".join(map(chr, _FOLDS))) + "]+")
_WIDE_THOUSANDS = re.compile(r"，(?<=[０-９]，)(?=[０-９]{3}(?![０-９]))")
_CARRIAGE_RETURN = re.compile(r"\r(?=\n)")


def fold(text: str) -> str:
    """`text` with one form for each character; the length stays."""
    text = _WIDE_THOUSANDS.sub(",", text)
    return _FOLDABLE.sub(lambda found: found[0].translate(_FOLDS), text)


def carriage_returns(text: str) -> Iterator[Cut]:
    """The first half of each CRLF."""
    return (found.span() for found in _CARRIAGE_RETURN.finditer(text))
