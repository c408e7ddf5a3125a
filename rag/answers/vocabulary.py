"""The words of questions: what reports call the things that people ask for, and what frames a question.

In: `indicators.yaml`, `wording.yaml` and the names of `rag.topics`. Out: one frozen `Vocabulary`, ready for matching. The same concepts are
found in questions and in reports, so that GDP meets 地区生产总值 however either side puts it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import ahocorasick
import yaml

from rag.topics import Indicator, load_indicators

SLIP_LENGTH = 4
_QUOTES = frozenset('“”"‘’')
# 民间投资占比 is told by its words, not by being another thing than 民间投资
_SHARE = re.compile("占|比重|占比")

# a form is a run of optional groups [a|b], required groups (a|b) and plain text; PM2.5(…) keeps its own brackets
_PART = re.compile(r"\[(?P<optional>[^\]]*)\]|\((?P<required>[^()|]+\|[^()]*)\)|(?P<plain>[^\[(]+|\()")


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

    `frame` matches all that is taken out of a question before its subject is read, `asking` the question words alone;
    `plain` holds the words that name no subject, `light` those that name little of it. `aims` and `kinds` are ordered: the first pattern that matches decides.
    """

    forms: Mapping[str, str]
    by_first: Mapping[str, tuple[str, ...]]
    matcher: Any
    contrasts: tuple[tuple[str, ...], ...]
    narrower: Mapping[str, tuple[str, ...]]
    everyday: Mapping[str, tuple[str, ...]]
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
    regions: Mapping[str, tuple[str, ...]]

    def concepts(self, text: str) -> tuple[ConceptMention, ...]:
        """The concepts named in `text`, the leftmost and then the longest where forms overlap; quotation marks do not part
        a name (专精特新“小巨人”企业)."""
        at = [i for i, c in enumerate(text) if c not in _QUOTES]
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


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary that comes with the project."""
    indicators = _read("indicators.yaml")
    wording = _read("wording.yaml")
    asked = {form: name for name, patterns in indicators["concepts"].items() for p in patterns for form in expand(p)}
    forms = with_shared_names(asked, load_indicators())
    return Vocabulary(
        forms=forms,
        by_first=_by_first(forms),
        matcher=_matcher(forms),
        contrasts=tuple(tuple(group) for group in indicators["contrasts"]),
        narrower={name: tuple(sorts) for name, sorts in indicators["narrower"].items()},
        everyday={word: tuple(written) for word, written in indicators["everyday"].items()},
        courtesy=_either(wording["courtesy"]),
        frame=_either([*wording["framing"], *wording["asking"]]),
        asking=_either(wording["asking"]),
        plain=frozenset(wording["plain"]),
        light=frozenset(wording["light"]),
        measures=frozenset(wording["measures"]),
        aims=_patterns(wording["aims"]),
        statements=dict(_patterns(wording["statements"])),
        kinds=_patterns(wording["kinds"]),
        units=tuple(tuple(family) for family in wording["units"]),
        measured=tuple((re.compile(f"(?:{ending})$"), tuple(units)) for ending, units in wording["measured"].items()),
        percent_asked=_either(wording["percent"]["asked"]),
        absolute=_either(wording["percent"]["not_asked"]),
        rows=tuple((over, _rows(over, nouns)) for over, nouns in wording["rows"].items()),
        overviews=_patterns(wording["overviews"]),
        regions={name: tuple(members) for name, members in _read("regions.yaml").items()},
        asks=_patterns(wording["asks"]),
    )


def expand(form: str) -> tuple[str, ...]:
    """All texts that a form stands for: 粮食[总]产量 → 粮食产量, 粮食总产量."""
    choices = [_choices(part) for part in _PART.finditer(form)]
    return tuple("".join(chosen).upper() for chosen in itertools.product(*choices))


def with_shared_names(asked: Mapping[str, str], indicators: Iterable[Indicator]) -> dict[str, str]:
    """The words that questions use, and beside them those of the indicators that the catalogue names.

    An indicator of which some word is known already gives its other words to that concept; any other is a concept of its
    own. Its exceptions are things by themselves: 海洋生产总值 is no 生产总值.
    """
    forms = dict(asked)
    for indicator in indicators:
        words = [word.upper() for word in (indicator.name, *indicator.synonyms)]
        concept = next((asked[word] for word in words if word in asked), indicator.name)
        for word in words:
            forms.setdefault(word, concept)
        for word in indicator.exceptions:
            if not _SHARE.search(word):
                forms.setdefault(word.upper(), word)
    return forms


def _choices(part: re.Match[str]) -> tuple[str, ...]:
    if (optional := part["optional"]) is not None:
        return ("", *optional.split("|"))
    if (required := part["required"]) is not None:
        return tuple(required.split("|"))
    return (part["plain"],)


def _by_first(forms: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Forms of four characters and more by their first character, the longest first: where slips of the pen are looked for."""
    found: dict[str, tuple[str, ...]] = {}
    for form in sorted((f for f in forms if len(f) >= SLIP_LENGTH), key=len, reverse=True):
        found[form[0]] = (*found.get(form[0], ()), form)
    return found


def _matcher(forms: Iterable[str]) -> Any:
    automaton = ahocorasick.Automaton()
    for form in forms:
        automaton.add_word(form, form)
    automaton.make_automaton()
    return automaton


_COUNTED = r"(?:\d+个?|[两二三四五六七八九十]+个|各个?|[几哪]一?个|多少个|哪些|所有|每个|有几)"
_NAMED_LAST = r"(?=[是有都，,。？?！!）)(（\s里中]|一共|(?:19|20)\d\d年|$)"


def _rows(over: str, nouns: list[str]) -> re.Pattern[str]:
    """The nouns of a sort of places as questions count them (31个省) or end with them (最高的省是); years as they stand."""
    noun = "|".join(f"(?:{n})" for n in nouns)
    if over == "years":
        return re.compile(noun)
    return re.compile(rf"(?:全国)?(?:的)?{_COUNTED}(?:{noun})(?:里面|里|中)?|(?<=的)(?:{noun}){_NAMED_LAST}")


def _read(name: str) -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = yaml.safe_load(files("rag.answers").joinpath(name).read_text(encoding="utf-8"))
    return loaded


def _either(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in sorted(patterns, key=len, reverse=True)))


def _patterns(table: Mapping[str, list[str]]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, _either(patterns)) for name, patterns in table.items())
