"""上一届, 下一期: the edition before or after the one that was told last.

In: a follow-up that counts from an edition, and the answer before it. Out: the follow-up with the edition by its number and the
name of what it is an edition of, to be read as a question of its own.
"""

from __future__ import annotations

import re

from rag.answers.asked.question import Reading
from rag.figures.numbers import numeral
from rag.records import Answer

_UNITS = "届期次批轮"
_ASKED = re.compile(rf"(?:那|再)?(?:(?P<back>上|前)|(?P<forward>下|后))一?(?P<unit>[{_UNITS}])(?:的|呢)?")
_TOLD = re.compile(rf"第(?P<n>[\d一二三四五六七八九十百]+)(?P<unit>[{_UNITS}])")
_DIGITS = "零一二三四五六七八九"
_LARGEST = 99


def counts_from_an_edition(clean: str) -> bool:
    """True for 上一届的成交额是多少."""
    return _ASKED.search(clean) is not None


def by_number(clean: str, before: Reading, told: Answer) -> tuple[str, str] | None:
    """The follow-up with the edition named, and that edition (第七届); None where no edition was told."""
    asked = _ASKED.search(clean)
    said = [found for citation in told.citations for found in _TOLD.finditer(citation.quote)]
    of_unit = next((found for found in said if asked and found["unit"] == asked["unit"]), None)
    n = numeral(of_unit["n"]) if of_unit is not None else None
    if asked is None or n is None:
        return None
    wanted = int(n) + (-1 if asked["back"] else 1)
    if not 0 < wanted <= _LARGEST:
        return None
    edition = f"第{_in_words(wanted)}{asked['unit']}"
    thing = "".join(term.text for term in before.subject if not _TOLD.fullmatch(term.text)).lstrip(_UNITS)
    return f"{clean[: asked.start()]}{edition}{thing}{clean[asked.end() :]}", edition


def _in_words(number: int) -> str:
    tens, ones = divmod(number, 10)
    ten = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return ten + (_DIGITS[ones] if ones else "")
