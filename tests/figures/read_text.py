"""The figures of a piece of text, read through every stage as a document is."""

from datetime import date

from rag.figures.exclusions import Setting, excluded
from rag.figures.extract import extract
from rag.figures.marks import full_width
from rag.figures.quantities import quantities
from rag.records import Document, Figure, Metadata, ReportKind
from rag.text.clean import clean
from rag.text.structure import sections

COUNTY = Metadata(
    title="云渚县政府工作报告",
    places=("岚原省", "望川市", "云渚县"),
    year=2024,
    date=date(2024, 2, 1),
    kind=ReportKind.WORK_REPORT,
)


def figures(text: str, metadata: Metadata = COUNTY) -> tuple[Figure, ...]:
    """The figures of a document that says `text`."""
    cleaned = clean(text)
    return extract(Document("报告.txt", text, metadata, "txt", "utf-8"), cleaned, sections(cleaned))


def excluded_by(text: str) -> list[str | None]:
    """For each quantity of one sentence the phenomenon that excludes it, None for a figure."""
    read = full_width(text)
    return [excluded(Setting(q, read, read[: q.start], read[q.stop :])) for q in quantities(read)]
