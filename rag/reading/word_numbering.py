"""The automatic numbers of Word paragraphs, which stand in no text run: 一、 （一） 1. 第一章.

In: the numbering and style parts of a document, and its paragraphs in order. Out: the label of each. Without them the
headings of many reports would lose the very markers that say they are headings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "〇一二三四五六七八九"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_LAST_LEVEL = 8


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered: `pattern` has %1 for the number of level 1."""

    start: int
    format: str
    pattern: str


@dataclass(slots=True)
class Numbering:
    """The lists of one document, and how far each has been counted."""

    levels: dict[tuple[str, int], Level] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[tuple[str, int], int] = field(default_factory=dict)

    @classmethod
    def read(cls, numbering: etree._Element | None, styles: etree._Element | None) -> Numbering:
        """The lists that the document's parts define; empty where it has none."""
        found = cls()
        for abstract in _children(numbering, "abstractNum"):
            for level in _children(abstract, "lvl"):
                key = (abstract.get(f"{W}abstractNumId", ""), _number(level.get(f"{W}ilvl", "0")))
                found.levels[key] = Level(
                    _number(attribute(level.find(f"{W}start")) or "1"),
                    attribute(level.find(f"{W}numFmt")) or "decimal",
                    attribute(level.find(f"{W}lvlText")),
                )
        for item in _children(numbering, "num"):
            found.lists[item.get(f"{W}numId", "")] = attribute(item.find(f"{W}abstractNumId"))
        for style in _children(styles, "style"):
            if (properties := style.find(f"{W}pPr/{W}numPr")) is not None:
                found.styles[style.get(f"{W}styleId", "")] = _reference(properties)
        return found

    def label(self, paragraph: etree._Element) -> str:
        """The number that Word shows before this paragraph, "" for none; to be asked once a paragraph, in order."""
        properties = paragraph.find(f"{W}pPr/{W}numPr")
        if properties is not None:
            list_id, depth = _reference(properties)
        else:
            list_id, depth = self.styles.get(attribute(paragraph.find(f"{W}pPr/{W}pStyle")), ("", 0))
        abstract = self.lists.get(list_id)
        if abstract is None or (level := self.levels.get((abstract, depth))) is None:
            return ""
        self._count(abstract, depth, level)
        if level.format in ("bullet", "none"):
            return ""
        return re.sub(r"%([1-9])", lambda match: self._shown(abstract, int(match[1]) - 1), level.pattern)

    def _count(self, abstract: str, depth: int, level: Level) -> None:
        self.counts[abstract, depth] = self.counts.get((abstract, depth), level.start - 1) + 1
        for deeper in range(depth + 1, _LAST_LEVEL + 1):
            self.counts.pop((abstract, deeper), None)

    def _shown(self, abstract: str, depth: int) -> str:
        level = self.levels.get((abstract, depth))
        return _numeral(self.counts.get((abstract, depth), level.start), level.format) if level else ""


def attribute(element: etree._Element | None) -> str:
    """The w:val of an element, "" where either is missing."""
    return "" if element is None else element.get(f"{W}val", "")


def _children(element: etree._Element | None, name: str) -> list[etree._Element]:
    return [] if element is None else list(element.iterchildren(f"{W}{name}"))


def _reference(properties: etree._Element) -> tuple[str, int]:
    return attribute(properties.find(f"{W}numId")), _number(attribute(properties.find(f"{W}ilvl")) or "0")


def _number(text: str) -> int:
    return int(text) if re.fullmatch(r"[0-9]{1,6}", text) else 0


def _numeral(number: int, format: str) -> str:
    if format.startswith(("chinese", "taiwanese", "ideographTraditional", "japaneseCounting")):
        return _chinese(number)
    if format.startswith("decimalEnclosedCircle") and 0 < number <= len(_CIRCLED):
        return _CIRCLED[number - 1]
    if format in ("upperLetter", "lowerLetter") and 0 < number <= 26:
        return chr((64 if format == "upperLetter" else 96) + number)
    return str(number)


def _chinese(number: int) -> str:
    """一 to 九十九 as they are counted; larger numbers digit by digit."""
    if not 0 < number < 100:
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones or not tens else "")
