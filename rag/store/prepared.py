"""What reading and splitting make of one source file, ready to be encoded and stored."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass

from rag.records import Document, Figure, Passage


@dataclass(frozen=True, slots=True)
class PreparedPassage:
    """A passage with what is encoded of it and the words that the lexical index holds, joined by spaces."""

    passage: Passage
    indexed_text: str
    body_words: str
    context_words: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document with everything that is derived from it.

    `file_hash` is of the bytes of the file; `fold_key` is equal for documents whose clean texts differ in nothing but
    punctuation and spaces.
    """

    document: Document
    file_hash: str
    fold_key: str
    passages: tuple[PreparedPassage, ...]
    figures: tuple[Figure, ...]

    def digest(self) -> str:
        """Changes with anything that was derived, so that the same is not written twice."""
        return _sha256(repr((self.document, self.passages, self.figures)))


def content_hash(text: str) -> str:
    """Identifies an original text."""
    return _sha256(text)


def vector_key(indexed_text: str) -> bytes:
    """Identifies the text that a vector was encoded from."""
    return hashlib.blake2b(indexed_text.encode(), digest_size=16).digest()


def fold_key(clean_text: str) -> str:
    """Hash of the letters and digits of a clean text."""
    return _sha256("".join(character for character in clean_text if unicodedata.category(character)[0] in "LN"))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
