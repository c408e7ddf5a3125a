"""A document and its parts: what was read, cleaned and split."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open interval [start, stop) of a document's original text, in code points."""

    start: int
    stop: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.stop:
            raise ValueError(f"a span needs 0 <= start <= stop, got [{self.start}, {self.stop})")

    def __len__(self) -> int:
        return self.stop - self.start

    def of(self, text: str) -> str:
        """The characters of `text` that this span covers."""
        return text[self.start : self.stop]

    def overlaps(self, other: Span) -> bool:
        """True where the two spans share at least one character."""
        return self.start < other.stop and other.start < self.stop

    def covers(self, other: Span) -> bool:
        """True where `other` lies inside this span."""
        return self.start <= other.start and other.stop <= self.stop


class ReportKind(StrEnum):
    """What sort of document this is."""

    WORK_REPORT = "work_report"
    INTERVIEW = "interview"
    SPEECH = "speech"
    NEWS = "news"
    POLICY = "policy"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says of itself; None or empty where it does not say.

    `places` runs from the largest place to the smallest as far as the text or the gazetteer says
    (岚原省, 望川市, 澄溪县, 柏坞镇). `year` is the year that the report is given in and looks forward to
    (a report delivered in January 2025 has 2025); `date` is the day of delivery, or else of publication.
    """

    title: str = ""
    places: tuple[str, ...] = ()
    year: int | None = None
    date: date | None = None
    kind: ReportKind = ReportKind.OTHER
    speaker: str | None = None
    issuer: str | None = None
    source: str | None = None

    @property
    def place(self) -> str | None:
        """The place that the document speaks for: the smallest of `places`."""
        return self.places[-1] if self.places else None


@dataclass(frozen=True, slots=True)
class Document:
    """One source file.

    `path` is relative to the corpus root, with forward slashes. `text` is the original: decoded bytes with the BOM
    dropped and nothing else changed; for Word, HTML and PDF what the reader yields. `part` is set where the file
    says that it is a part of something longer ("第2/3页"), `redacted` where figures or names are blanked out.
    `notes` are findings for the user, in Chinese (a title whose year conflicts with the delivery line, …).
    """

    path: str
    text: str
    metadata: Metadata
    format: str
    encoding: str
    part: str | None = None
    redacted: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: where it stands in the original, and its clean text."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what it covers.

    `level` is 1 for the outermost. `heading` is the clean text without its marker's trailing punctuation,
    `span` covers heading and body, `heading_span` the heading alone, `path` the headings above it and itself.
    """

    heading: str
    level: int
    heading_span: Span
    span: Span
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """What is retrieved as a unit: consecutive sentences of one section of one document.

    `text` is the clean text, the concatenation of the sentences' texts; `headings` the path from the outermost
    heading to the innermost. The quote of a passage is `document.text[span.start:span.stop]`.
    """

    doc: str
    ordinal: int
    span: Span
    text: str
    headings: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A document without its text, for lists and facets."""

    path: str
    metadata: Metadata
    format: str
    part: str | None
    redacted: bool
    notes: tuple[str, ...]
    characters: int
    passages: int
    duplicate_of: str | None = None
