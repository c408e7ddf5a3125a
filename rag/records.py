"""The values that cross module borders: frozen, with tuples, importing nothing of ours.

Offsets count code points of a document's original decoded text unless a field says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
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
    (甘肃省, 天水市, 清水县, 郭川镇). `year` is the year that the report is given in and looks forward to
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


class FigureKind(StrEnum):
    """Whether a figure is to be reached or has been reached."""

    TARGET = "target"
    RESULT = "result"


class Measure(StrEnum):
    """What the number of a figure says of its indicator."""

    LEVEL = "level"
    INCREASE = "increase"
    DECREASE = "decrease"


class Bound(StrEnum):
    """How exact the number of a figure is meant."""

    EXACT = "eq"
    OVER = "over"
    ABOUT = "approx"
    AT_LEAST = "ge"
    AT_MOST = "le"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Figure:
    """One target or result that a report states: a number with all that gives it its meaning.

    `value` is in `unit` as the text has it; `value_high` only for a range. `rule` names the rule that found it.
    `concept` is the one name of an indicator that reports word in several ways, None where it is none of these;
    `places` runs from the largest place that the figure counts for to `place` itself, by full names.
    """

    doc: str
    span: Span
    text: str
    kind: FigureKind
    indicator: str
    measure: Measure
    value: Decimal | None
    value_high: Decimal | None
    unit: str | None
    bound: Bound
    year: int | None
    deadline: date | None
    place: str | None
    masked: bool
    rule: str
    topics: tuple[str, ...] = ()
    concept: str | None = None
    places: tuple[str, ...] = ()


class FigureOrder(StrEnum):
    """In which order figures are listed; equals come by document and position.

    Values are ordered within what can be compared: by what the unit measures, then by the amount in one unit, figures
    without a value last.
    """

    DOCUMENT = "document"
    LARGEST = "largest"
    SMALLEST = "smallest"
    NEWEST = "newest"
    OLDEST = "oldest"


class FigureGroup(StrEnum):
    """By what figures are counted.

    PLACE counts a figure for its place and for every place that this lies in, OWN_PLACE for its place alone. A SCALE is
    `measure/dimension`: increase/ratio, level/money.
    """

    TOPIC = "topic"
    CONCEPT = "concept"
    PLACE = "place"
    OWN_PLACE = "own_place"
    SCALE = "scale"
    YEAR = "year"
    KIND = "kind"
    UNIT = "unit"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class FigureQuery:
    """Which figures are wanted, in what order, and which page of them; an empty field lets everything through.

    Values of one field are alternatives, fields are conditions. `places` are full names: a figure counts for its place
    and for every place that this lies in. `years` are the years that figures are for. `dimensions` are those of the units
    (rag.figures.units), also of figures that are blanked out. `indicator` is contained in the
    indicator, `text` in the indicator or in the words of the value. Figures of documents that another document
    stands for are left out, unless the document is asked for in `docs`. `limit` None: no limit.
    """

    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    kinds: tuple[FigureKind, ...] = ()
    concepts: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    dimensions: tuple[str, ...] = ()
    indicator: str = ""
    topics: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    docs: tuple[str, ...] = ()
    masked: bool | None = None
    text: str = ""
    order: FigureOrder = FigureOrder.DOCUMENT
    limit: int | None = None
    offset: int = 0

    def __post_init__(self) -> None:
        if (self.limit or 0) < 0 or self.offset < 0:
            raise ValueError(f"limit and offset must not be negative, got {self.limit} and {self.offset}")


@dataclass(frozen=True, slots=True)
class FigurePage:
    """One page of figures, and how many there are in all."""

    figures: tuple[Figure, ...]
    total: int


@dataclass(frozen=True, slots=True)
class FigureCount:
    """A value that figures are counted by, and how many have it."""

    value: str
    figures: int


@dataclass(frozen=True, slots=True)
class Filter:
    """Which documents and passages a search may look at; an empty field lets everything through.

    Values of one field are alternatives, fields are conditions: places=("甘肃省",) lets through every document whose
    `places` hold 甘肃省 at any level.
    """

    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    kinds: tuple[ReportKind, ...] = ()
    topics: tuple[str, ...] = ()
    docs: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.places or self.years or self.kinds or self.topics or self.docs)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that one search proposes: its id in the index and that search's own similarity."""

    passage_id: int
    similarity: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, best first; `similarity` is the calibrated one in [0, 1] after fusion."""

    passage_id: int
    passage: Passage
    similarity: float


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


@dataclass(frozen=True, slots=True)
class Facet:
    """A value that can be filtered by, with the number of documents that have it."""

    value: str
    documents: int


@dataclass(frozen=True, slots=True)
class Facets:
    """What an index can be filtered by."""

    places: tuple[Facet, ...] = ()
    years: tuple[Facet, ...] = ()
    kinds: tuple[Facet, ...] = ()
    topics: tuple[Facet, ...] = ()


@dataclass(frozen=True, slots=True)
class Statistics:
    """The size and state of an index."""

    generation: int
    documents: int
    passages: int
    figures: int
    characters: int
    encoder: str
    built_at: str | None
    bytes_on_disk: int


class QuestionKind(StrEnum):
    """What sort of answer a question asks for."""

    FIGURE = "figure"
    TEXT = "text"
    LIST = "list"
    COMPARE = "compare"
    COUNT = "count"
    EXTREME = "extreme"
    TRACK = "track"


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a conversation: `role` is "user" or "assistant"."""

    role: str
    content: str


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, read.

    `text` is the question as typed, `clean` its search form. `places` are full names where the gazetteer or the
    index knows them; `inherited` names the fields that a follow-up took over from the conversation.
    """

    text: str
    clean: str
    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    topics: tuple[str, ...] = ()
    indicator: str | None = None
    kind: QuestionKind = QuestionKind.TEXT
    inherited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """What a user says a question means, in the words of `Question`; None leaves a field as it was read, and an empty
    tuple or string says that the question is about none."""

    places: tuple[str, ...] | None = None
    years: tuple[int, ...] | None = None
    topics: tuple[str, ...] | None = None
    indicator: str | None = None
    kind: QuestionKind | None = None

    def __bool__(self) -> bool:
        return self != Correction()


class Status(StrEnum):
    """How an answer ended."""

    ANSWERED = "answered"
    NOT_FOUND = "not_found"
    MASKED = "masked"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Citation:
    """The source of a statement: `quote` is exactly the document's original text at `span`."""

    n: int
    doc: str
    span: Span
    quote: str
    title: str
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What is shown for a question; every number in `text` stands in a citation's quote or in `computed`."""

    status: Status
    text: str
    question: Question
    citations: tuple[Citation, ...] = ()
    figures: tuple[Figure, ...] = ()
    computed: tuple[str, ...] = ()
    elapsed_ms: float = 0.0
    searched: tuple[Hit, ...] = field(default=(), repr=False)
