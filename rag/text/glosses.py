"""Pinyin in brackets after the character that it reads, as converted mirror pages have it: 網(wǎng)訊, 縣（xiàn）.

A reading with a tone mark is a gloss after any character. One without (個(ge), 兒(er)) could be an abbreviation, so it counts
only when it is a syllable of Mandarin and stands after a character that is Traditional only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rag.text.characters import CJK
from rag.text.draft import Cut
from rag.text.script import traditional

_OPEN, _CLOSE = r"[（(\[【〔]", r"[）)\]】〕]"
_TONED = "āáǎàăēéěèĕīíǐìĭōóǒòŏūúǔùŭǖǘǚǜńňǹḿ\u0300\u0301\u0304\u0306\u030c"
_LETTERS = rf"[a-zɡɑüêv{_TONED}]"
_TONED_READING = rf"(?=[a-zɡɑüêv]{{0,5}}[{_TONED}]){_LETTERS}{{1,8}}"
_SYLLABLE = r"(?:[zcs]h?|[bpmfdtnlgkhjqxryw])?(?:[iu]?a(?:o|i|ng?)?|[iuü]?(?:e(?:i|ng?|r)?)|i(?:u|ng?)?|o(?:u|ng)?|iong|u(?:i|o|n)?|üe?)"


@cache
def _gloss() -> re.Pattern[str]:
    return re.compile(
        rf"""
        {_OPEN} \ ?
        (?: (?<=[{CJK}].) {_TONED_READING} (?: [,，/、\ ]{{1,2}} {_TONED_READING} ){{0,3}}
          | (?<=[{CJK}].\ ) {_TONED_READING}
          | (?<=[{traditional()}].) {_SYLLABLE} [1-5]?
        )
        \ ? {_CLOSE}
        (?: {_OPEN} \ ? {_TONED_READING} \ ? {_CLOSE} )*
        """,
        re.VERBOSE,
    )


def glosses(text: str) -> Iterator[Cut]:
    """Where a bracketed reading follows its character."""
    return (found.span() for found in _gloss().finditer(text))
