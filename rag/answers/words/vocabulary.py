"""The words of questions: what reports call the things that people ask for, and what frames a question.

In: texts of questions and of reports. Out: the concepts named in them, and what else `load_vocabulary` reads from the data files.
The same concepts are found on both sides, so that GDP meets 地区生产总值 however either side puts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

SLIP_LENGTH = 4
# stands where words were taken out that part nothing
HUSHED = "\x01"
_PARTS_NOTHING = frozenset(f'“”"‘’{HUSHED}')


@dataclass(frozen=True, slots=True)
class ConceptMention:
    """A concept that stands at text[start:stop]."""

    start: int
    stop: int
    concept: str


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """What the two data files say.

    `everyday` gives for a word of conversation the words of reports that can stand for it.

    `names` are those of policies that are written as two words and mean something else than these.

    `frame` matches all that is taken out of a question before its subject is read, `asking` the question words alone;
    `plain` holds the words that name no subject, `light` those that name little of it. `aims` and `kinds` are ordered: the first pattern that matches decides.
    """

    forms: Mapping[str, str]
    by_first: Mapping[str, tuple[str, ...]]
    matcher: Any
    contrasts: tuple[tuple[str, ...], ...]
    narrower: Mapping[str, tuple[str, ...]]
    everyday: Mapping[str, tuple[str, ...]]
    names: frozenset[str]
    courtesy: re.Pattern[str]
    frame: re.Pattern[str]
    asking: re.Pattern[str]
    plain: frozenset[str]
    light: frozenset[str]
    measures: frozenset[str]
    aims: tuple[tuple[str, re.Pattern[str]], ...]
    statements: Mapping[str, re.Pattern[str]]
    kinds: tuple[tuple[str, re.Pattern[str]], ...]
    units: tuple[tuple[str, ...], ...]
    measured: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]
    percent_asked: re.Pattern[str]
    absolute: re.Pattern[str]
    rows: tuple[tuple[str, re.Pattern[str]], ...]
    asks: tuple[tuple[str, re.Pattern[str]], ...]
    overviews: tuple[tuple[str, re.Pattern[str]], ...]
    regions: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]

    def concepts(self, text: str) -> tuple[ConceptMention, ...]:
        """The concepts named in `text`, the leftmost and then the longest where forms overlap; quotation marks and what
        is hushed do not part a name (专精特新“小巨人”企业)."""
        at = [i for i, c in enumerate(text) if c not in _PARTS_NOTHING]
        plain = text if len(at) == len(text) else "".join(text[i] for i in at)
        return tuple(
            ConceptMention(at[last + 1 - len(form)], at[last] + 1, self.forms[form])
            for last, form in self.matcher.iter_long(plain.upper())
        )

    def siblings(self, concept: str) -> tuple[str, ...]:
        """The concepts that reports name in one breath with this one: 农村居民收入 for 城镇居民收入."""
        return tuple(other for group in self.contrasts if concept in group for other in group if other != concept)

    def units_said(self, after: Iterable[str]) -> tuple[str, ...]:
        """The units that can stand in an answer to 多少 followed by these words: of the families they begin with."""
        return tuple(unit for words in after for family in self.units if words.startswith(family) for unit in family)

    def units_of(self, subject: str) -> tuple[str, ...]:
        """The units in which a thing is measured, by the end of its name; empty where it may have any."""
        return next((units for ending, units in self.measured if ending.search(subject)), ())
