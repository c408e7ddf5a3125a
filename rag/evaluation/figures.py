"""The figures of an index held against a set annotated by hand.

In: an annotated set and an index. Out: precision, recall and F1 at three depths, and what was missed, made up or read wrong.

    detect   the span overlaps the annotated one by at least half of their union, and the kind is right
    figure   besides, value, value_high, unit, bound and masked are right
    record   besides, measure, year and indicator are right

Two indicators are the same where one contains the other or they share 60% of their characters.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import PurePosixPath

from rag.evaluation.annotated import FIGURE, RECORD, Annotated, AnnotatedSet
from rag.protocols import Index
from rag.records import Figure, Span
from rag.targets.as_json import figure_as_json

DEPTHS = {"detect": ("kind",), "figure": FIGURE, "record": RECORD}
OVERLAPPING, ALIKE = 0.5, 0.6
_NO_LETTER = re.compile(r"[\W_]|的|之")


@dataclass(frozen=True, slots=True)
class Compared:
    """An annotated figure with the one that was read at its place, and the fields that are wrong in it."""

    wanted: Annotated
    found: Figure | None
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureReport:
    """All annotated figures with what was read there, and the figures that nobody annotated."""

    compared: tuple[Compared, ...]
    made_up: tuple[Figure, ...]

    def f1(self, depth: str) -> tuple[float, float, float]:
        """Precision, recall and their harmonic mean at one of DEPTHS; 0 where nothing is right."""
        found = [c for c in self.compared if c.found is not None]
        right = sum(not set(DEPTHS[depth]) & set(c.wrong) for c in found)
        precision, recall = (right / max(n, 1) for n in (len(found) + len(self.made_up), len(self.compared)))
        return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0

    def measures(self) -> dict[str, float]:
        """The F1 of each depth."""
        return {depth: self.f1(depth)[2] for depth in DEPTHS}

    def table(self) -> str:
        """The depths, and how often each field is right, as Markdown."""
        lines = ["| 深度 | 精确率 | 召回率 | F1 |", "|---|---:|---:|---:|"]
        lines += ["| {} | {:.3f} | {:.3f} | {:.3f} |".format(depth, *self.f1(depth)) for depth in DEPTHS]
        wrong = Counter(field for c in self.compared if c.found is not None for field in c.wrong)
        missed = sum(c.found is None for c in self.compared)
        told = "，".join(f"{field} {count}" for field, count in wrong.most_common()) or "无"
        return "\n".join(
            [*lines, "", f"标注 {len(self.compared)} 个，漏读 {missed}，多读 {len(self.made_up)}；读错的字段：{told}"]
        )

    def worst(self, most: int) -> str:
        """The first figures missed, made up or read wrong, a line each."""
        missed = [f"- 漏读 {c.wanted.doc} {c.wanted.span.start}：{c.wanted.text}" for c in self.compared if not c.found]
        extra = [f"- 多读 {PurePosixPath(f.doc).name} {f.span.start}：{f.text}（{f.indicator}）" for f in self.made_up]
        wrong = [_told(c, field) for c in self.compared if c.found for field in c.wrong]
        lines = [*missed, *extra, *wrong]
        more = [f"- …… 另有 {len(lines) - most} 处"] if len(lines) > most else []
        return "\n".join([*lines[:most], *more]) or "全部读对。"


def evaluate_figures(annotated: AnnotatedSet, index: Index) -> FigureReport:
    """Hold the index against the set; documents that the index does not have are read as if they held nothing."""
    by_doc: dict[str, list[Annotated]] = defaultdict(list)
    for one in annotated.figures:
        by_doc[one.doc].append(one)
    paths: dict[str, list[str]] = defaultdict(list)
    for summary in index.documents():
        paths[PurePosixPath(summary.path).name].append(summary.path)
    compared: list[Compared] = []
    made_up: list[Figure] = []
    for doc in sorted({*by_doc, *annotated.ranges}):
        wanted, path = by_doc[doc], _same_text(paths[doc], by_doc[doc], index)
        ranges = annotated.ranges.get(doc)
        found = [f for f in (index.figures_of(path) if path else ()) if ranges is None or _inside(f.span, ranges)]
        pairs = _paired(wanted, found)
        met = {id(figure) for figure in pairs.values()}
        compared += [_compared(one, pairs.get(number)) for number, one in enumerate(wanted) if not one.optional]
        made_up += [figure for figure in found if id(figure) not in met]
    return FigureReport(tuple(compared), tuple(made_up))


def same_indicator(a: str | None, b: str | None) -> bool:
    """True where two names of indicators say the same: one holds the other, or they share most of their characters."""
    one, other = (_NO_LETTER.sub("", name or "").lower() for name in (a, b))
    if not one or not other:
        return one == other
    if min(len(one), len(other)) > 1 and (one in other or other in one):
        return True
    shared = sum((Counter(one) & Counter(other)).values())
    return 2 * shared / (len(one) + len(other)) >= ALIKE


def _paired(wanted: Sequence[Annotated], found: Sequence[Figure]) -> dict[int, Figure]:
    """For each annotated figure, by its number, the one read at its place; none is taken twice."""
    pairs: dict[int, Figure] = {}
    free = list(found)
    for number, one in enumerate(wanted):
        best = max(free, key=lambda figure: _overlap(figure.span, one.span), default=None)
        if best is not None and _overlap(best.span, one.span) >= OVERLAPPING:
            pairs[number] = best
            free = [figure for figure in free if figure is not best]
    return pairs


def _compared(wanted: Annotated, found: Figure | None) -> Compared:
    if found is None:
        return Compared(wanted, None, ())
    said = figure_as_json(found)
    return Compared(wanted, found, tuple(field for field in RECORD if not _right(field, said[field], wanted)))


def _right(field: str, said: object, wanted: Annotated) -> bool:
    accepted = wanted.accepted[field]
    match field:
        case "value" | "value_high":
            return _amount(said) in [_amount(value) for value in accepted]
        case "indicator":
            return any(same_indicator(_word(said), _word(value)) for value in accepted)
        case "unit" if wanted.accepted["masked"] == (True,):
            return True  # the unit of what was lost is anybody's guess
        case _:
            return said in accepted


def _same_text(paths: Iterable[str], wanted: Sequence[Annotated], index: Index) -> str | None:
    """Of the documents of one name, the one in which the annotated words stand where they were annotated."""
    for path in paths:
        document = index.document(path)
        if document is not None and all(one.span.of(document.text) == one.text for one in wanted):
            return path
    return None


def _told(compared: Compared, field: str) -> str:
    assert compared.found is not None
    wanted = compared.wanted
    values = " / ".join(str(value) for value in wanted.accepted[field])
    said = figure_as_json(compared.found)[field]
    return f"- 读错 {wanted.doc} {wanted.span.start}：{wanted.text}，{field} 读作 {said}，应为 {values}"


def _overlap(a: Span, b: Span) -> float:
    both = min(a.stop, b.stop) - max(a.start, b.start)
    return both / (max(a.stop, b.stop) - min(a.start, b.start)) if both > 0 else 0.0


def _inside(span: Span, ranges: Iterable[Span]) -> bool:
    return any(one.start <= span.start < one.stop for one in ranges)


def _amount(value: object) -> object:
    if value in (None, ""):
        return None
    try:
        return Decimal(str(value).replace(",", ""))
    except InvalidOperation:
        return value


def _word(value: object) -> str | None:
    return None if value is None else str(value)
