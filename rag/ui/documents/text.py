"""A document's text and its figures → pages to read in which every figure is marked. Pure functions.

The original and the cleaned text are shown by the same means: figures and the place pointed at are carried over into
the text that is shown, whose pages never tear a figure apart.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rag.records import Document, Figure, FigureKind, Span
from rag.text.clean import CleanText
from rag.ui.parts.escaping import as_html, shortened
from rag.ui.parts.pages import pages
from rag.ui.parts.wording import figure_nature

PAGE_CHARACTERS = 3_000
LONGEST_HINT = 400
MASKED = "hidden"
LEGEND = (
    '<p class="zw-legend"><span class="zw-fig zw-target">目标</span><span class="zw-fig zw-result">完成</span>'
    '<span class="zw-fig zw-hidden">原文隐去</span></p>'
)


@dataclass(frozen=True, slots=True)
class Mark:
    """Where figures stand in the text that is shown: their sort (target, result, hidden) and what they say."""

    span: Span
    sort: str
    hint: str


@dataclass(frozen=True, slots=True)
class Shown:
    """The text as it is shown, its marks in order without overlap, and the place pointed at; `origin` gives the place in
    the original of a place in it."""

    text: str
    marks: tuple[Mark, ...]
    here: Span | None
    clean: CleanText | None = None

    def origin(self, place: int) -> int:
        """The place in the original of a place in the text that is shown."""
        return place if self.clean is None else self.clean.span(place, place).start

    def place(self, origin: int) -> int:
        """The place in the text that is shown of a place in the original."""
        return origin if self.clean is None else self.clean.clean_range(Span(origin, origin))[0]


@dataclass(frozen=True, slots=True)
class Steps:
    """From a place in a document: the figure before it, the number of the figure that it is (0: none) among `total`,
    and the next figure."""

    before: Span | None
    number: int
    total: int
    after: Span | None


def original(document: Document, figures: Sequence[Figure], span: Span | None) -> Shown:
    """The original text."""
    return Shown(document.text, _marks((figure.span, figure) for figure in figures), span)


def cleaned(clean: CleanText, figures: Sequence[Figure], span: Span | None) -> Shown:
    """The cleaned text; what it leaves out has no mark."""
    carried = ((Span(*clean.clean_range(figure.span)), figure) for figure in figures)
    here = Span(*clean.clean_range(span)) if span else None
    return Shown(clean.text, _marks(carried), here if here else None, clean)


def shown_pages(shown: Shown, size: int = PAGE_CHARACTERS) -> tuple[Span, ...]:
    """Spans that cover the text without gap or overlap; a cut that falls into a figure is moved behind it."""
    starts = [mark.span.start for mark in shown.marks]
    cuts = [0]
    for page in pages(shown.text, Span(0, 0), size):
        before = bisect_left(starts, page.stop) - 1
        cut = max(page.stop, shown.marks[before].span.stop) if before >= 0 else page.stop
        if cut > cuts[-1]:
            cuts.append(cut)
    return tuple(Span(start, stop) for start, stop in pairwise(cuts)) or (Span(0, 0),)


def page_html(shown: Shown, page: Span) -> str:
    """One page: a paragraph for each line that is not blank, with the figures and the place pointed at marked."""
    marks = [mark for mark in shown.marks if mark.span.overlaps(page)]
    paragraphs: list[str] = []
    is_anchored = False
    start = page.start
    for line in page.of(shown.text).splitlines(keepends=True):
        if line.strip():
            body = ""
            for piece, mark, is_here in _pieces(shown, Span(start, start + len(line.rstrip())), marks):
                body += _piece_html(piece.of(shown.text), mark, is_here, anchored=is_here and not is_anchored)
                is_anchored = is_anchored or is_here
            paragraphs.append(f"<p>{body}</p>")
        start += len(line)
    return f'<div class="zw-reading" role="region" aria-label="正文" tabindex="0">{"".join(paragraphs)}</div>'


def steps(figures: Sequence[Figure], span: Span | None) -> Steps:
    """Where one can go from the place pointed at; figures at one place count as one."""
    spans = sorted({(figure.span.start, figure.span.stop) for figure in figures})
    place = (span.start, span.stop) if span else (-1, -1)
    at = bisect_left(spans, place)
    is_one = at < len(spans) and spans[at] == place
    after = at + is_one
    return Steps(
        before=Span(*spans[at - 1]) if at > 0 else None,
        number=at + 1 if is_one else 0,
        total=len(spans),
        after=Span(*spans[after]) if after < len(spans) else None,
    )


def hint(figure: Figure) -> str:
    """What the record of a figure says: indicator, value, sort, year, place."""
    facts = (
        f"指标：{figure.indicator}",
        f"数值：{'原文隐去' if figure.masked else figure.text}（{figure_nature(figure)}）",
        f"年份：{figure.year}" if figure.year else "",
        f"期限：{figure.deadline.isoformat()}" if figure.deadline else "",
        f"地区：{figure.place}" if figure.place else "",
    )
    return "\n".join(fact for fact in facts if fact)


def sort_of(figure: Figure) -> str:
    """The name under which a figure is coloured."""
    return MASKED if figure.masked else "target" if figure.kind is FigureKind.TARGET else "result"


def _marks(places: Iterable[tuple[Span, Figure]]) -> tuple[Mark, ...]:
    """One mark for figures that stand in one place or overlap."""
    found: list[Mark] = []
    for span, figure in sorted(places, key=lambda item: (item[0].start, item[0].stop)):
        if not span:
            continue
        if found and found[-1].span.overlaps(span):
            last = found.pop()
            both = Span(last.span.start, max(last.span.stop, span.stop))
            found.append(Mark(both, last.sort, f"{last.hint}\n\n{hint(figure)}"))
        else:
            found.append(Mark(span, sort_of(figure), hint(figure)))
    return tuple(found)


def _pieces(shown: Shown, line: Span, marks: Sequence[Mark]) -> Iterator[tuple[Span, Mark | None, bool]]:
    """A line cut wherever a mark or the place pointed at begins or ends."""
    here = shown.here if shown.here and shown.here.overlaps(line) else None
    marks = [mark for mark in marks if mark.span.overlaps(line)]
    edges = {line.start, line.stop}
    for span in (*(mark.span for mark in marks), *((here,) if here else ())):
        edges |= {min(max(place, line.start), line.stop) for place in (span.start, span.stop)}
    for start, stop in pairwise(sorted(edges)):
        piece = Span(start, stop)
        mark = next((mark for mark in marks if mark.span.covers(piece)), None)
        yield piece, mark, here is not None and here.covers(piece)


def _piece_html(text: str, mark: Mark | None, is_here: bool, anchored: bool) -> str:
    body = as_html(text)
    if mark is not None:
        title = as_html(shortened(mark.hint, LONGEST_HINT))
        body = f'<span class="zw-fig zw-{mark.sort}" title="{title}">{body}</span>'
    if is_here:
        body = f"<mark{' id=zw-here' if anchored else ''}>{body}</mark>"
    return body
