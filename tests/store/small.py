"""A build in small: how its files are written, how it is run, and what there is in the index after it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rag.reading import source_files
from rag.records import Figure, Filter
from rag.settings import Settings
from rag.store import StoredIndex, open_index
from rag.store.build import build
from rag.store.report import BuildReport
from rag.store.run import Limits
from rag.store.stages import Preparation, Stages
from tests.fakes import HashEncoder
from tests.store.small_stages import Tagger, amounts, characters, read_small, split_small, title_and_text

QUICK = Limits(seconds_a_file=20)
USUAL = Tagger()


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


def small_stages(
    *,
    tagger: Tagger = USUAL,
    rules: str = "1",
    passages_version: str = "1",
    extract: Callable[..., tuple[Figure, ...]] = amounts,
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
