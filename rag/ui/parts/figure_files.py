"""The figures of a view → a file to take along, CSV or workbook, as the command line writes them.

All pages of the filter are in it, up to a limit that the page names, so that nobody's download holds up the others.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rag.records import Figure
from rag.targets.delimited import csv_chunks
from rag.targets.workbook import write_workbook
from rag.ui.library.catalog import Catalog
from rag.ui.library.view import View, query_of

MOST_FIGURES = 20_000
CSV_MIME = "text/csv"
EXCEL_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: what its button and its name say, and how figures become its bytes."""

    name: str
    ending: str
    mime: str
    write: Callable[[Sequence[Figure]], bytes]


def exported(kind: FileKind, view: View, catalog: Catalog) -> bytes:
    """The file with the figures of a view, in its order."""
    query = replace(query_of(view, catalog.topics), limit=MOST_FIGURES, offset=0)
    return kind.write(catalog.index.figures(query).figures)


def _csv(figures: Sequence[Figure]) -> bytes:
    return b"".join(csv_chunks(figures))


def _workbook(figures: Sequence[Figure]) -> bytes:
    stream = io.BytesIO()
    # whoever downloads it may sit at another machine, where no path of this one leads anywhere
    write_workbook(figures, stream, link=lambda figure: None)
    return stream.getvalue()


FILE_KINDS = (
    FileKind("CSV", "csv", CSV_MIME, _csv),
    FileKind("Excel", "xlsx", EXCEL_MIME, _workbook),
)
