"""Stages that read files of a few lines without a model, a dictionary or a library; worker processes load only this.

A file is a title, a line `places|year|kind`, and one paragraph a line, each of which becomes a passage. Some words make
the reader misbehave as a hostile file would make a real one.
"""

from __future__ import annotations

import os
import re
import signal
import time
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from rag.errors import ReadError
from rag.records import (
    Bound,
    Document,
    Figure,
    FigureKind,
    Measure,
    Metadata,
    Passage,
    ReportKind,
    Sentence,
    Span,
)
from rag.store.stages import Split
from rag.text.clean import CleanText

HANGS, DIES, FAILS, SWELLS = "【挂起】", "【自尽】", "【出错】", "【膨胀】"
SENTENCE = re.compile(r"[^。]*。|[^。]+")
AMOUNT = re.compile(r"([0-9]+)(亩|户)")


def read_small(path: Path, root: Path) -> Document:
    """The document of a file; misbehaves where the file asks for it."""
    text = path.read_text(encoding="utf-8")
    _misbehave(text)
    title, about, *_ = text.split("\n")
    if about.count("|") != 2:
        raise ReadError(path.relative_to(root).as_posix(), "第二行不是 places|year|kind", "请改正第二行")
    places, year, kind = about.split("|")
    metadata = Metadata(title=title, places=tuple(places.split("/")), year=int(year), kind=ReportKind(kind))
    return Document(path.relative_to(root).as_posix(), text, metadata, path.suffix[1:], "utf-8")


def _misbehave(text: str) -> None:
    if HANGS in text:
        time.sleep(10_000)
    if DIES in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if FAILS in text:
        raise RuntimeError("nobody foresaw this")
    if SWELLS in text:
        bytearray(1 << 40)


def split_small(document: Document) -> Split:
    """Each paragraph is a passage."""
    text = document.text
    found: list[Passage] = []
    at = 0
    for number, line in enumerate(text.split("\n")):
        if number > 1 and line:
            sentences = tuple(
                Sentence(Span(at + match.start(), at + match.end()), match[0]) for match in SENTENCE.finditer(line)
            )
            found.append(
                Passage(document.path, len(found), Span(at, at + len(line)), line, ("一、总的要求",), sentences)
            )
        at += len(line) + 1
    body = "\n".join(text.split("\n")[2:])
    return Split(CleanText(body, len(text), (0,), (len(text) - len(body),)), (), tuple(found))


def title_and_text(passage: Passage, title: str) -> str:
    """What is encoded."""
    return f"{title}\n{passage.text}"


def characters(text: str) -> tuple[str, ...]:
    """Every Chinese character or run of digits is a word."""
    return tuple(re.findall(r"[0-9]+|[一-鿿]", text))


@dataclass(frozen=True)
class Tagger:
    """The topics whose word stands in the text."""

    words: tuple[tuple[str, str], ...] = (("玉米", "粮食安全"), ("招商", "招商引资"))

    def __call__(self, text: str, headings: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(topic for word, topic in self.words if word in text)


def amounts(document: Document, *_: object) -> tuple[Figure, ...]:
    """Every number of 亩 or 户."""
    return tuple(
        Figure(
            doc=document.path,
            span=Span(*match.span()),
            text=match[0],
            kind=FigureKind.TARGET,
            indicator="玉米",
            measure=Measure.LEVEL,
            value=Decimal(match[1]),
            value_high=None,
            unit=match[2],
            bound=Bound.EXACT,
            year=document.metadata.year,
            deadline=None,
            place=document.metadata.place,
            masked=False,
            rule="amounts",
            topics=("粮食安全",),
        )
        for match in AMOUNT.finditer(document.text)
    )


def read_small_bytes(name: str, data: bytes) -> Document:
    """The document that some bytes are; misbehaves where they ask for it."""
    text = data.decode()
    _misbehave(text)
    return Document(name, text, Metadata(), "txt", "utf-8")
