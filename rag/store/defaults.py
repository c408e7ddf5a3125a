"""The stages of this project: reading, cleaning, splitting, tagging and extraction as they are, and their versions."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from rag.extraction import Extraction, rules_version
from rag.reading import Override, Overrides, load_overrides, read, source_files
from rag.reading.files import MEGABYTE
from rag.records import Document
from rag.settings import Settings
from rag.store.stages import Preparation, Split, Stages
from rag.text.clean import clean
from rag.text.passages import indexed_text, passages
from rag.text.structure import sections
from rag.text.words import words
from rag.topics import load_indicators, load_topics

# Raise where passages or what is encoded and indexed of them come out differently: the index is then made anew beside
# the old one, with the vectors of texts that stayed the same.
PASSAGES_VERSION = 1
# The packages that documents and passages are made by: where one changes, every file is read again and what comes out
# differently is written again. Figures have a version of their own.
RULES = ("rag.reading", "rag.text")


def clean_and_split(document: Document) -> Split:
    """The clean text of a document with its sections and passages."""
    cleaned = clean(document.text)
    return Split(cleaned, sections(cleaned), passages(document.path, cleaned))


def read_as_told(path: Path, root: Path, max_bytes: int, told: Mapping[str, Override]) -> Document:
    """A document with what the user's metadata.csv says of it."""
    return read(path, root, max_bytes=max_bytes, overrides=Overrides(told))


def default_stages(settings: Settings) -> Stages:
    """The stages of this project; raises DataFileError where the topics, the indicators or metadata.csv cannot be used."""
    topics = load_topics(settings.topics)
    overrides = load_overrides(settings.corpus)
    extraction = Extraction(topics, load_indicators(settings.indicators))
    general = f"{rules_version(RULES)}:{topics.version}:{extraction.version}"
    preparation = Preparation(
        read=partial(read_as_told, max_bytes=settings.max_file_mb * MEGABYTE, told=dict(overrides.rows)),
        split=clean_and_split,
        indexed_text=indexed_text,
        words=words,
        tag=topics.tag,
        extract=extraction,
    )
    return Stages(
        listing=source_files,
        preparation=preparation,
        rules=lambda path: f"{general}:{overrides.fingerprint(path)}",
        passages_version=str(PASSAGES_VERSION),
        topics=topics,
    )
