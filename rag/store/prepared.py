"""What reading and splitting make of one source file, ready to be encoded and stored."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
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
class Statement:
    """A sentence without its marks and spaces: a hash of it, and how many characters it has."""

    hash: int
    length: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document with everything that is derived from it.

    `file_hash` is of the bytes of the file; `fold_key` is equal for documents whose clean texts differ in nothing but
    punctuation and spaces; `statements` are its sentences, each once.
    """

    document: Document
    file_hash: str
    fold_key: str
    statements: tuple[Statement, ...]
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
    return _sha256(_letters(clean_text))


def statements_of(sentences: Iterable[str]) -> tuple[Statement, ...]:
    """What sentences say, each once; those of marks alone say nothing."""
    said = dict.fromkeys(letters for sentence in sentences if (letters := _letters(sentence)))
    return tuple(Statement(_short_hash(letters), len(letters)) for letters in said)


def _letters(text: str) -> str:
    return "".join(character for character in text if unicodedata.category(character)[0] in "LN")


def _short_hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=7).digest())


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
