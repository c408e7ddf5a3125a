"""The stages that a build runs over each file, as collaborators that can be replaced one by one.

Only their types are here, so that a worker process loads nothing but what its own stages need.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rag.records import Document, Figure, Passage, Section

if TYPE_CHECKING:
    from rag.reading import Listing
    from rag.text.clean import CleanText
    from rag.topics import Topics

    Extract = Callable[[Document, CleanText, tuple[Section, ...]], tuple[Figure, ...]]


@dataclass(frozen=True, slots=True)
class Split:
    """A document's clean text, its sections and its passages."""

    clean: CleanText
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]


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
    bytes; `passages_version` changes whenever passages may; `topics` are those that a passage may be put under by its
    vector (None: by its words alone).
    """

    listing: Callable[[Path], Listing]
    preparation: Preparation
    rules: Callable[[str], str]
    passages_version: str
    topics: Topics | None = None
