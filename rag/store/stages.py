"""The stages that a build runs over each file, as collaborators that can be replaced one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rag.extraction import Extraction
from rag.reading import Listing, Override, Overrides, load_overrides, read, source_files
from rag.reading.files import MEGABYTE
from rag.records import Document, Figure, Passage, Section
from rag.settings import Settings
from rag.text.clean import CleanText, clean
from rag.text.passages import indexed_text, passages
from rag.text.structure import sections
from rag.text.words import words
from rag.topics import load_indicators, load_topics

# Raise where passages or what is encoded and indexed of them come out differently: the index is then made anew beside
# the old one, with the vectors of texts that stayed the same.
PASSAGES_VERSION = 1
# Raise where reading, metadata or the tagging of passages come out differently: every file is then read again.
# Figures have a version of their own.
RULES_VERSION = 2


@dataclass(frozen=True, slots=True)
class Split:
    """A document's clean text, its sections and its passages."""

    clean: CleanText
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]


Extract = Callable[[Document, CleanText, tuple[Section, ...]], tuple[Figure, ...]]


@dataclass(frozen=True, slots=True)
class Preparation:
    """What is done with the file in a worker process; all of it must be picklable.

    `read` takes a path and the corpus root and raises ReadError; `indexed_text` gives what is encoded of a passage under
    a title; `words` what the lexical index holds of a text; `tag` the topics of a clean text under its headings;
    `extract` the figures.
    """

    read: Callable[[Path, Path], Document]
    split: Callable[[Document], Split]
    indexed_text: Callable[[Passage, str], str]
    words: Callable[[str], tuple[str, ...]]
    tag: Callable[[str, tuple[str, ...]], tuple[str, ...]]
    extract: Extract


@dataclass(frozen=True, slots=True)
class Stages:
    """What a build needs to know: which files there are, what is done with each, and when it must be done again.

    `rules` gives for a path a version that changes whenever the preparation may come to another result for the same
    bytes; `passages_version` changes whenever passages may.
    """

    listing: Callable[[Path], Listing]
    preparation: Preparation
    rules: Callable[[str], str]
    passages_version: str = str(PASSAGES_VERSION)


def clean_and_split(document: Document) -> Split:
    """The clean text of a document with its sections and passages."""
    cleaned = clean(document.text)
    return Split(cleaned, sections(cleaned), passages(document.path, cleaned))


def read_as_told(path: Path, root: Path, max_bytes: int, told: Mapping[str, Override]) -> Document:
    """A document with what the user's metadata.csv says of it."""
    return read(path, root, max_bytes=max_bytes, overrides=Overrides(told))


def default_stages(settings: Settings) -> Stages:
    """The stages of this project; raises DataFileError where the topics or metadata.csv cannot be used."""
    topics = load_topics(settings.topics)
    overrides = load_overrides(settings.corpus)
    extraction = Extraction(topics, load_indicators())
    general = f"{RULES_VERSION}:{topics.version}:{extraction.version}"
    preparation = Preparation(
        read=partial(read_as_told, max_bytes=settings.max_file_mb * MEGABYTE, told=dict(overrides.rows)),
        split=clean_and_split,
        indexed_text=indexed_text,
        words=words,
        tag=topics.tag,
        extract=extraction,
    )
    return Stages(source_files, preparation, lambda path: f"{general}:{overrides.fingerprint(path)}")
