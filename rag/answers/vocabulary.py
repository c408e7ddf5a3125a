"""The words of questions: what reports call the things that people ask for, and what frames a question.

In: `indicators.yaml` and `wording.yaml`. Out: one frozen `Vocabulary`, ready for matching. The same concepts are
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
    matcher: Any
    contrasts: tuple[tuple[str, ...], ...]
    narrower: Mapping[str, tuple[str, ...]]
    everyday: Mapping[str, tuple[str, ...]]
    frame: re.Pattern[str]
    asking: re.Pattern[str]
    plain: frozenset[str]
    light: frozenset[str]
    aims: tuple[tuple[str, re.Pattern[str]], ...]
    statements: Mapping[str, re.Pattern[str]]
    kinds: tuple[tuple[str, re.Pattern[str]], ...]
    units: tuple[tuple[str, ...], ...]
    measured: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]
    percent_asked: re.Pattern[str]
    absolute: re.Pattern[str]
    rows: tuple[tuple[str, re.Pattern[str]], ...]
    asks: tuple[tuple[str, re.Pattern[str]], ...]

    def concepts(self, text: str) -> tuple[ConceptMention, ...]:
        """The concepts named in `text`, the leftmost and then the longest where forms overlap."""
        return tuple(
            ConceptMention(last + 1 - len(form), last + 1, self.forms[form])
            for last, form in self.matcher.iter_long(text.upper())
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
    forms = {form: name for name, patterns in indicators["concepts"].items() for p in patterns for form in expand(p)}
    return Vocabulary(
        forms=forms,
        matcher=_matcher(forms),
        contrasts=tuple(tuple(group) for group in indicators["contrasts"]),
        narrower={name: tuple(sorts) for name, sorts in indicators["narrower"].items()},
        everyday={word: tuple(written) for word, written in indicators["everyday"].items()},
        frame=_either([*wording["framing"], *wording["asking"]]),
        asking=_either(wording["asking"]),
        plain=frozenset(wording["plain"]),
        light=frozenset(wording["light"]),
        aims=_patterns(wording["aims"]),
        statements=dict(_patterns(wording["statements"])),
        kinds=_patterns(wording["kinds"]),
        units=tuple(tuple(family) for family in wording["units"]),
        measured=tuple((re.compile(f"(?:{ending})$"), tuple(units)) for ending, units in wording["measured"].items()),
        percent_asked=_either(wording["percent"]["asked"]),
        absolute=_either(wording["percent"]["not_asked"]),
        rows=_patterns(wording["rows"]),
        asks=_patterns(wording["asks"]),
    )


def expand(form: str) -> tuple[str, ...]:
    """All texts that a form stands for: 粮食[总]产量 → 粮食产量, 粮食总产量."""
    choices = [_choices(part) for part in _PART.finditer(form)]
    return tuple("".join(chosen).upper() for chosen in itertools.product(*choices))


def _choices(part: re.Match[str]) -> tuple[str, ...]:
    if (optional := part["optional"]) is not None:
        return ("", *optional.split("|"))
    if (required := part["required"]) is not None:
        return tuple(required.split("|"))
    return (part["plain"],)


def _matcher(forms: Iterable[str]) -> Any:
    automaton = ahocorasick.Automaton()
    for form in forms:
        automaton.add_word(form, form)
    automaton.make_automaton()
    return automaton


def _read(name: str) -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = yaml.safe_load(files("rag.answers").joinpath(name).read_text(encoding="utf-8"))
    return loaded


def _either(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in sorted(patterns, key=len, reverse=True)))


def _patterns(table: Mapping[str, list[str]]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, _either(patterns)) for name, patterns in table.items())
