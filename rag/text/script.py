"""Traditional characters to Simplified ones, by OpenCC's t2s dictionaries, character for character.

The dictionaries are those of opencc-python-reimplemented, with `traditional.tsv` for what they lack. Its converter takes a string to pieces at every character
and loses offsets; here its phrases are one pattern and its characters one table, which keeps every offset and is some
hundred times faster. All of its phrases keep their length; one that did not would be refused when loading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# also characters of Simplified text (乾安县, 菜薹, in names 陈昇), which only a Traditional neighbourhood makes Traditional
_SHARED = frozenset("乾夥徵藉薹麽昇甯氾絜")
# change in some words only (明瞭, 瞭望)
_IN_WORDS_ONLY = frozenset("瞭祇衹甦")
_BEYOND_BMP = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class _Script:
    phrases: dict[str, str]
    characters: dict[str, str]
    phrase: re.Pattern[str]
    traditional: re.Pattern[str]
    certain: re.Pattern[str]


def _entries(package: str, *path: str) -> dict[str, str]:
    """Key to preferred value of one dictionary, whose lines are "key TAB value value …" or comments."""
    lines = files(package).joinpath(*path).read_text(encoding="utf-8").splitlines()
    fields = (line.split("\t") for line in lines if "\t" in line and not line.startswith("#"))
    return {key: value.split(" ")[0] for key, value, *_ in fields}


@cache
def _script() -> _Script:
    entries = _entries("opencc", "dictionary", "TSCharacters.txt") | _entries("opencc", "dictionary", "TSPhrases.txt")
    entries |= _entries("rag.text", "traditional.tsv")
    if uneven := [key for key, value in entries.items() if len(key) != len(value)]:
        raise ValueError(f"entries that change their length would shift offsets: {uneven[:5]}")
    characters = {key: value for key, value in entries.items() if len(key) == 1 and key != value}
    phrases = {key: value for key, value in entries.items() if len(key) > 1}
    changing = characters.keys() | _IN_WORDS_ONLY
    # what a phrase becomes stays as it is when it is met again (毕昇 is not to become 毕升)
    phrases = {value: value for value in phrases.values() if not changing.isdisjoint(value)} | phrases
    longest_first = sorted(phrases, key=len, reverse=True)
    # the few beyond the BMP stay out of the class, which they would make fifty times slower
    common = "".join(sorted(character for character in changing if character <= "\uffff"))
    certain = "".join(character for character in common if character not in _SHARED)
    classes = re.compile(f"[{common}]"), re.compile(f"[{certain}]")
    return _Script(phrases, characters, re.compile("|".join(longest_first)), *classes)


def traditional() -> str:
    """The characters that conversion changes, less the rare ones beyond the BMP, as the inside of a character class."""
    return _script().traditional.pattern[1:-1]


def to_simplified(text: str) -> str:
    """`text` in Simplified characters; the length stays."""
    script = _script()
    if not script.certain.search(text) and not _BEYOND_BMP.search(text):
        return text
    return "\n".join(_simplified_line(line, script) for line in text.split("\n"))


def _simplified_line(line: str, script: _Script) -> str:
    if not script.certain.search(line) and not _BEYOND_BMP.search(line):
        return line
    pieces: list[str] = []
    at = 0
    for found in script.phrase.finditer(line):
        pieces += _by_character(line[at : found.start()], script), script.phrases[found[0]]
        at = found.end()
    pieces.append(_by_character(line[at:], script))
    return "".join(pieces)


def _by_character(text: str, script: _Script) -> str:
    text = script.traditional.sub(lambda found: script.characters.get(found[0], found[0]), text)
    return _BEYOND_BMP.sub(lambda found: script.characters.get(found[0], found[0]), text)
