"""A build in small: files of a few lines, and stages that read them without a model, a dictionary or a library.

A file is a title, a line `places|year|kind`, and one paragraph a line, each of which becomes a passage. Some words make
the reader misbehave as a hostile file would make a real one.
"""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from rag.errors import ReadError
from rag.reading import source_files
from rag.records import (
    Bound,
    Document,
    Figure,
    FigureKind,
    Filter,
    Measure,
    Metadata,
    Passage,
    ReportKind,
    Sentence,
    Span,
)
from rag.settings import Settings
from rag.store import StoredIndex, open_index
from rag.store.build import build
from rag.store.report import BuildReport
from rag.store.run import Limits
from rag.store.stages import Extract, Preparation, Split, Stages
from rag.text.clean import CleanText
from tests.fakes import HashEncoder

HANGS, DIES, FAILS, SWELLS = "【挂起】", "【自尽】", "【出错】", "【膨胀】"
SENTENCE = re.compile(r"[^。]*。|[^。]+")
AMOUNT = re.compile(r"([0-9]+)(亩|户)")
QUICK = Limits(seconds_a_file=20)


def write(
    corpus: Path, path: str, *paragraphs: str, title: str = "", about: str = "云溪省/溪山县|2024|work_report"
) -> Path:
    """One source file."""
    file = corpus / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join((title or Path(path).stem, about, *paragraphs)), encoding="utf-8")
    return file


def write_reports(corpus: Path, count: int, paragraphs: int = 4, first: int = 0) -> None:
    """Some reports of townships, no two paragraphs alike."""
    for number in range(first, count):
        write(
            corpus,
            f"乡镇/第{number:02}镇.txt",
            *(f"第{number}镇今年种植玉米{number * 100 + row}亩。第{row}项工作落实到村。" for row in range(paragraphs)),
            about=f"云溪省/溪山县/第{number}镇|{2020 + number % 4}|work_report",
        )


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


def small_stages(
    *, tagger: Tagger = Tagger(), rules: str = "1", passages_version: str = "1", extract: Extract = amounts
) -> Stages:
    """Stages for such files."""
    preparation = Preparation(read_small, split_small, title_and_text, characters, tagger, extract)
    return Stages(source_files, preparation, lambda path: f"{rules}:{tagger.words}", passages_version)


def build_small(
    folder: Path,
    *,
    encoder: HashEncoder | None = None,
    stages: Stages | None = None,
    index: str = "index",
    cancel: Callable[[], bool] | None = None,
    limits: Limits = QUICK,
    jobs: int = 1,
    progress: Callable[[str, int, int, str], None] | None = None,
) -> BuildReport:
    """Build folder/index from folder/corpus."""
    settings = Settings(corpus=folder / "corpus", index=folder / index, jobs=jobs)
    return build(
        settings,
        encoder or HashEncoder(),
        stages=stages or small_stages(),
        cancel=cancel,
        limits=limits,
        progress=progress,
    )


def contents(folder: Path, index: str = "index") -> tuple[object, ...]:
    """All that an index says of its documents and finds, without its ids and generation, for comparison."""
    opened = open_index(folder / index)
    try:
        documents = opened.documents()
        said = tuple(
            (
                document,
                opened.document(document.path),
                opened.passages_of(document.path),
                opened.figures_of(document.path),
            )
            for document in documents
        )
        return (
            said,
            opened.facets(),
            found_by_words(opened, "玉米"),
            found_by_meaning(opened, "种植玉米"),
            opened.problems(),
        )
    finally:
        opened.close()


def found_by_words(index: StoredIndex, text: str, filter: Filter = Filter()) -> tuple[tuple[str, int], ...]:
    """Document and ordinal of all passages that any word finds, by path; BM25 itself knows what was deleted."""
    ids = [candidate.passage_id for candidate in index.lexical(characters(text), filter, 10_000)]
    return tuple(sorted((passage.doc, passage.ordinal) for passage in index.passages(ids)))


def found_by_meaning(index: StoredIndex, text: str, filter: Filter = Filter()) -> tuple[tuple[str, int, float], ...]:
    """Document, ordinal and similarity of all passages, by path."""
    (vector,) = HashEncoder().encode_queries([text])
    found = index.dense(vector, filter, 10_000)
    passages = index.passages([candidate.passage_id for candidate in found])
    return tuple(
        sorted(
            (passage.doc, passage.ordinal, round(candidate.similarity, 3))
            for passage, candidate in zip(passages, found, strict=True)
        )
    )
