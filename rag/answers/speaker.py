"""Who gave a report: read from the metadata, quoted from the report's own head.

In: a reading and the shelf. Out: text and citation, or None where no report of the place and year names its speaker.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from rag.answers.compose import Composed, source_name
from rag.answers.question import Reading
from rag.answers.shelf import Shelf
from rag.records import Citation, DocumentSummary, Span

HEAD = 3000
_WHO = re.compile(r"谁|哪位|叫什么|姓名|名字")
_OFFICE = re.compile(r"作.{0,6}报告|报告人|代表.{0,8}政府|主席|总理|省长|市长|区长|县长|旗长|镇长|乡长|书记")


def asks_for_speaker(clean: str) -> bool:
    """True for 作政府工作报告的区长是谁."""
    return _WHO.search(clean) is not None and _OFFICE.search(clean) is not None


def speaker_of(reading: Reading, shelf: Shelf, original: Callable[[str], str]) -> Composed | None:
    """The one speaker of the reports asked about; None where there is none or more than one."""
    place = reading.place
    documents = shelf.documents if place is None else shelf.speaking_for(place)
    years = reading.years.reports or reading.years.years
    named = [d for d in documents if d.metadata.speaker and (not years or d.metadata.year in years)]
    if len({d.metadata.speaker for d in named}) != 1:
        return None
    return _quoted(named[0], original(named[0].path))


def _quoted(summary: DocumentSummary, text: str) -> Composed | None:
    """The line of the head that names the speaker."""
    name = summary.metadata.speaker or ""
    spelled = r"[ \t\u3000]*".join(map(re.escape, name))
    found = re.search(rf"[^\r\n]*{spelled}[^\r\n]*", text[:HEAD])
    if not found:
        return None
    line = found[0]
    span = Span(found.start() + len(line) - len(line.lstrip()), found.start() + len(line.rstrip()))
    quote = span.of(text)
    cited = Citation(1, summary.path, span, quote, summary.metadata.title)
    return Composed(f"据{source_name(summary)}：{name}（{quote}）[1]", (cited,))
