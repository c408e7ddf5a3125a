"""indicators.yaml, wording.yaml and the names of `rag.topics` → Vocabulary.

In: the data files of this package, and the indicators that the catalogue names. Out: one frozen `Vocabulary`, ready for matching.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

import ahocorasick
import yaml

from rag.answers.words.vocabulary import SLIP_LENGTH, Vocabulary
from rag.topics import Indicator, Indicators, load_indicators

FILES_HELD = 4
# 民间投资占比 is told by its words, not by being another thing than 民间投资
_SHARE = re.compile("占|比重|占比")

# 几个直辖市
_SO_MANY = r"(?:[这那]?(?:几|[两三四五六七八九]|\d{1,2})个)?"
# 东部省份, 东部地区的各省, 西部十二省区市; what asks for some of them asks on: 西部哪个省
_PROVINCES = (
    r"(?:地区)?的?(?:(?:各|这些|所有)?(?:省份|省区市|省市区|省区|省市|各省)|各省|(?:[两三四五六七八九十]+|\d{1,2})个?省(?:区市|市区|区|市|份)?"
    r"|(?=(?:哪|几|有[几哪多没])[^，,。；;？?！!]{0,3}[省市区地]|多少个?省|谁))"
)

# a form is a run of optional groups [a|b], required groups (a|b) and plain text; PM2.5(…) keeps its own brackets
_PART = re.compile(r"\[(?P<optional>[^\]]*)\]|\((?P<required>[^()|]+\|[^()]*)\)|(?P<plain>[^\[(]+|\()")


@lru_cache(maxsize=FILES_HELD)
def load_vocabulary(shared: Indicators | None = None) -> Vocabulary:
    """The vocabulary that comes with the project, with these names of indicators (None: those of the project)."""
    indicators = _read("indicators.yaml")
    wording = _read("wording.yaml")
    asked = {form: name for name, patterns in indicators["concepts"].items() for p in patterns for form in expand(p)}
    forms = with_shared_names(asked, shared or load_indicators())
    return Vocabulary(
        forms=forms,
        by_first=_by_first(forms),
        matcher=_matcher(forms),
        contrasts=tuple(tuple(group) for group in indicators["contrasts"]),
        narrower={name: tuple(sorts) for name, sorts in indicators["narrower"].items()},
        everyday={word: tuple(written) for word, written in indicators["everyday"].items()},
        names=frozenset(wording["names"]),
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
        regions=_regions(_read("regions.yaml")),
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


_COUNTED = r"(?:\d+个?|[两二三四五六七八九十]+个|各个?|[几哪]一?个|多少个|哪些|所有|每个|有几|(?:有没有|是否有|有无)(?:哪[个些]|什么|任何)?|有(?=省份|省区市|省市))"
_NAMED_LAST = r"(?=[是有都，,。？?！!）)(（\s里中]|[当之]中|[一总]?共|[合总]计|[能数点]|清点|(?:19|20)\d\d年|$)"


def _rows(over: str, nouns: list[str]) -> re.Pattern[str]:
    """The nouns of a sort of places as questions count them (31个省) or end with them (最高的省是); years as they stand."""
    noun = "|".join(f"(?:{n})" for n in nouns)
    if over == "years":
        return re.compile(noun)
    return re.compile(
        rf"(?:全国)?(?:的)?{_COUNTED}(?:{noun})(?:里面|里头|里|[当之]?中)?|(?<=的)(?:{noun}){_NAMED_LAST}"
    )


def _regions(table: Mapping[str, Mapping[str, list[str]]]) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """What names a region, and its members: a name by itself, and a part of the country with the word for its provinces."""
    named = ((re.escape(name), members) for name, members in table["named"].items())
    parts = ((rf"{re.escape(name)}{_PROVINCES}", members) for name, members in table["parts"].items())
    return tuple((re.compile(rf"{_SO_MANY}{name}"), tuple(members)) for name, members in (*named, *parts))


def _read(name: str) -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = yaml.safe_load(files("rag.answers.words").joinpath(name).read_text(encoding="utf-8"))
    return loaded


def _either(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in sorted(patterns, key=len, reverse=True)))


def _patterns(table: Mapping[str, list[str]]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, _either(patterns)) for name, patterns in table.items())
