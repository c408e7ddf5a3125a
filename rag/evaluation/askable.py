"""Figures of the catalogue → what can be asked so that one answer is right.

In: all figures, the documents and their texts. Out: `Cell`s: a place, a year, a subject, a side and a measure for which the
catalogue holds one value and no more. What is left out is left out because a question for it would have several
right answers: several values, a value for a part of the year or for several years, a place of which there are two.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rag.records import DocumentSummary, Figure, FigureKind, Measure

_OVER_OTHER_TIMES = re.compile(
    r"[上下]半年|季度|月|年均|年平均|平均每年|每年|累计|[三四五六七八九十\d]年[来间内]|(?<![\d〇零])[三五]年|十[一二三四五]?五|时期|期间|以来"
)
# words that join several things, or that say what is done with one, make no name to ask by
_OWN_WORDS = re.compile(r"(?:(?![的等和与及或了])[\u4e00-\u9fff]){4,14}")
_SENTENCE_END = re.compile(r"[。；;！？\n]")
_RATE = re.compile(r"[%％]")

Key = tuple[tuple[str, ...], int | None, str, FigureKind, Measure]
OriginalText = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of the catalogue.

    `subject` is the shared name of an indicator where `shared` is set, else the report's own words. `texts` are the ways in
    which the value is written, any of which is right, `docs` the documents that hold it. `unit` must be asked for where
    `rated` says that the same subject has a rate besides its amount.
    """

    place: str
    year: int
    subject: str
    shared: bool
    kind: FigureKind
    measure: Measure
    unit: str | None
    texts: tuple[str, ...]
    docs: tuple[str, ...]
    rated: bool


def cells(figures: Iterable[Figure], documents: Iterable[DocumentSummary], original: OriginalText) -> tuple[Cell, ...]:
    """All cells, by place, year and subject."""
    speaks_for = {d.path: d.metadata.place for d in documents}
    groups: defaultdict[Key, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.places:
            groups[_key(figure)].append(figure)
    beside: defaultdict[tuple[str, ...], list[Key]] = defaultdict(list)
    for key in groups:
        beside[key[0]].append(key)
    namesakes = _namesakes(beside)
    found = []
    for key, group in groups.items():
        places, year, *_ = key
        if year is None or places[-1] in namesakes:
            continue
        askable = all(speaks_for.get(f.doc) == places[-1] and _is_askable(f, original(f.doc)) for f in group)
        values = _values((*group, *groups.get(_undated(key), ())))
        if askable and len(values) == 1 and _is_clear(key, group[0].concept is not None, beside):
            found.append(_cell(key, group, groups))
    return tuple(sorted(found, key=lambda c: (c.place, c.year, c.subject, c.kind, c.measure)))


def _key(figure: Figure) -> Key:
    return figure.places, figure.year, figure.concept or figure.indicator, figure.kind, figure.measure


def _undated(key: Key) -> Key:
    return key[0], None, *key[2:]


def _values(group: Iterable[Figure]) -> set[tuple[Decimal | None, Decimal | None, str | None]]:
    return {(f.value, f.value_high, f.unit) for f in group}


def _namesakes(paths: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """Names that places on different paths bear."""
    borne = Counter(path[-1] for path in paths)
    return frozenset(name for name, places in borne.items() if places > 1)


def _is_askable(figure: Figure, text: str) -> bool:
    """True where a figure is written in digits, says how much and not how much more than another, and is for the whole year."""
    if figure.masked or figure.value is None or figure.deadline or not re.search(r"\d", figure.text):
        return False
    if figure.unit is None or "百分点" in figure.unit:
        return False
    if figure.measure is not Measure.LEVEL and not _RATE.search(figure.unit):
        return False
    own = figure.concept is not None or _OWN_WORDS.fullmatch(figure.indicator) is not None
    return own and not _OVER_OTHER_TIMES.search(sentence_around(text, figure.span.start, figure.span.stop))


def sentence_around(text: str, start: int, stop: int) -> str:
    """The sentence of `text` that text[start:stop] stands in."""
    ends = [end.end() for end in _SENTENCE_END.finditer(text, max(0, start - 400), start)]
    end = _SENTENCE_END.search(text, stop)
    return text[ends[-1] if ends else max(0, start - 400) : end.start() if end else stop + 400]


def _is_clear(key: Key, shared: bool, beside: Mapping[tuple[str, ...], Sequence[Key]]) -> bool:
    """True for a shared name, and for a report's own words where no others of that year hold them or are held by them."""
    places, year, subject, kind, _ = key
    return shared or not any(
        other != key and other[1] in (year, None) and other[3] == kind and (subject in other[2] or other[2] in subject)
        for other in beside[places]
    )


def _cell(key: Key, group: list[Figure], groups: Mapping[Key, list[Figure]]) -> Cell:
    places, year, subject, kind, measure = key
    assert year is not None
    rates = (Measure.INCREASE, Measure.DECREASE) if measure is Measure.LEVEL else ()
    return Cell(
        place=places[-1],
        year=year,
        subject=subject,
        shared=group[0].concept is not None,
        kind=kind,
        measure=measure,
        unit=group[0].unit,
        texts=tuple(dict.fromkeys(f.text for f in group)),
        docs=tuple(dict.fromkeys(f.doc for f in group)),
        rated=any((places, year, subject, kind, rate) in groups for rate in rates),
    )
