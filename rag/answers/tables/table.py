"""One figure for each place or year, side by side.

In: groups to be rows, a reading and the holdings. Out: a `Table` of rows that can be compared with one another, with
what was left out: places whose reports do not give the figure, blank it out, or give it in another unit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from rag.answers.asked.groups import Group
from rag.answers.asked.question import Aim, Reading
from rag.answers.asked.table import Over
from rag.answers.evidence.fitting import apt, fits
from rag.answers.evidence.in_sentence import is_named_before, stretch_of
from rag.answers.evidence.stretches import AT_ITS_END, Stretch, fit, stretch_asked
from rag.answers.reports.holdings import Holdings
from rag.answers.sentences.likeness import likeness
from rag.answers.tables.rows import Row, Table
from rag.answers.words.vocabulary import Vocabulary
from rag.figures.units import comparable
from rag.records import Figure, FigureKind, FigureQuery, Measure

NAMED, BEYOND, APT, MOST_FIGURES = 0.7, 0.5, 0.9, 5000
# how much more a name may hold where most reports give the figure under the one name of what was asked
MOST_BEYOND = 0.25
MOSTLY = 0.5
RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A figure that can be a row; `named` where it goes by the one name of what was asked."""

    figure: Figure
    merit: float
    headline: bool = False
    named: bool = False

    @property
    def indicator(self) -> str:
        """What it is of: the indicator under its one name, else in the words of the report."""
        return self.figure.concept or self.figure.indicator

    @property
    def dimension(self) -> str:
        assert self.figure.value is not None
        return comparable(self.figure.value, self.figure.unit)[0]

    @property
    def changes(self) -> bool:
        """True for a rate of change: 增长10% is another thing than 占比10%."""
        return self.dimension == RATIO and self.figure.measure is not Measure.LEVEL


class Tabler:
    """Makes tables from one generation of one index."""

    def __init__(self, holdings: Holdings, vocabulary: Vocabulary) -> None:
        self._holdings = holdings
        self._vocabulary = vocabulary

    def table(self, reading: Reading, found: Sequence[Group], dimension: str | None = None) -> Table | None:
        """The fullest table that answers the question; None where it would have no row. Its amounts are of the `dimension`
        given, else of the one that most reports state."""
        tables = [
            self._of(reading, found, kind, year, dimension)
            for kind in _kinds(reading.aim)
            for year in _years(reading, found, kind)
        ]
        fullest = max((t for t in tables if t.rows), key=lambda t: len(t.rows), default=None)
        if fullest is None:
            return None
        # what was reached is meant where nothing says which, though goals are stated more often
        return next(t for t in tables if len(t.rows) >= MOSTLY * len(fullest.rows))

    def _of(
        self, reading: Reading, found: Sequence[Group], kind: FigureKind, year: int | None, dimension: str | None
    ) -> Table:
        named = self._named(reading, kind, year)
        candidates = {group.label: self._candidates(reading, group, kind, year, named) for group in found}
        return _chosen(candidates, kind, year, dimension)

    def _named(self, reading: Reading, kind: FigureKind, year: int | None) -> Mapping[str, list[Figure]]:
        """The figures under the one name of what was asked, by document: one query instead of reading every report."""
        if len(reading.names) != 1:
            return {}
        years = () if year is None else (year,)
        query = FigureQuery(concepts=reading.names, years=years, kinds=(kind,), limit=MOST_FIGURES)
        by_document: dict[str, list[Figure]] = {}
        for figure in self._holdings.asked(query):
            by_document.setdefault(figure.doc, []).append(figure)
        return by_document

    def _candidates(
        self,
        reading: Reading,
        group: Group,
        kind: FigureKind,
        year: int | None,
        named: Mapping[str, list[Figure]],
    ) -> list[_Candidate]:
        """The figures that can stand for a place, in the order of its reports."""
        year = group.year or year
        paths = [d.path for d in group.documents if year is None or d.metadata.year in (year, year + 1)]
        own = partial(_is_for, reading=reading, place=group.place.name, kind=kind, year=year)
        figures = [f for path in paths for f in named.get(path, ()) if own(f)]
        figures = figures or [f for path in paths for f in self._holdings.figures(path) if own(f)]
        alike = list(self._alike(reading, figures, MOST_BEYOND if named else 1.0))
        beside = [] if alike else list(self._named_before(reading, figures))
        # several amounts by one name: sentences tell which of them is meant
        return alike or (beside if len({(c.figure.value, c.figure.unit) for c in beside}) == 1 else [])

    def _alike(self, reading: Reading, figures: Sequence[Figure], most: float) -> Iterator[_Candidate]:
        """The figures whose own name is that of what was asked; `most` is how much more the name of one may hold that does
        not go by the one name."""
        for figure in figures:
            like = likeness(reading.subject, figure, self._vocabulary)
            merit = like.named - BEYOND * like.beyond
            known = figure.concept is not None or like.beyond <= most
            if known and merit >= NAMED and not self.is_of_other_years(reading, figure):
                main = figure.kind is FigureKind.TARGET and self._is_main_goal(figure)
                yield _Candidate(figure, merit, main, figure.concept is not None)

    def _named_before(self, reading: Reading, figures: Sequence[Figure]) -> Iterator[_Candidate]:
        """The figures whose sentence names what was asked shortly before them, where that is one indicator."""
        subject = [term for term in reading.subject if term.need == 1]
        concept = subject[0].concept if len(subject) == 1 else None
        for figure in figures if concept is not None else ():
            named = is_named_before(figure, concept or "", self._holdings, self._vocabulary)
            if named and not self.is_of_other_years(reading, figure):
                yield _Candidate(figure, NAMED, named=True)

    def is_of_other_years(self, reading: Reading, figure: Figure) -> bool:
        """True for a sum or mean over several years where one is asked about, and the other way round."""
        # 这五年哪年最高 asks for each of them
        each = len(reading.years.years) > 1 or (reading.table is not None and reading.table.over is Over.YEARS)
        asked = Stretch.YEAR if each else stretch_asked(reading, self._vocabulary)
        told = stretch_of(figure, self._holdings, self._vocabulary)
        return fit(asked, told) < AT_ITS_END

    def _is_main_goal(self, figure: Figure) -> bool:
        """True where the figure stands in the list of the main goals."""
        passage = self._holdings.around(figure)
        return passage is not None and self._vocabulary.statements["headline"].search(passage.text) is not None


def _series(found: Sequence[Sequence[_Candidate]]) -> str | None:
    """The indicator that every label has, the best of several: 财政收入 is held against itself, be it 总收入 or 预算收入, and not one
    against the other."""
    shared = set.intersection(*({c.indicator for c in one} for one in found)) if found else set()
    merits = {name: sum(max(c.merit for c in one if c.indicator == name) for one in found) for name in sorted(shared)}
    return max(merits, key=lambda name: merits[name], default=None)


def completed(table: Table | None, labels: Sequence[str], spoken: Mapping[str, Figure]) -> Table | None:
    """A table with the figures of `spoken` for the labels that it says nothing of; where there is no table, one of these."""
    known = {row.label: row.figure for row in table.rows} if table is not None else {}
    kinds = Counter(figure.kind for figure in spoken.values())
    if not known and not spoken:
        return table
    kind = table.kind if table is not None else kinds.most_common(1)[0][0]
    year = table.year if table is not None else next(iter(spoken.values())).year
    found = {**{label: f for label, f in spoken.items() if f.kind is kind}, **known}
    full = _chosen({label: [_Candidate(found[label], 1.0)] if label in found else [] for label in labels}, kind, year)
    if table is None:
        return full
    apart = tuple({row.label: row for row in (*table.apart, *full.apart)}.values())
    other = {*table.masked, *(row.label for row in apart)}
    silent = tuple(label for label in full.silent if label not in other)
    return replace(full, silent=silent, masked=table.masked, apart=apart)


def _is_for(figure: Figure, reading: Reading, place: str, kind: FigureKind, year: int | None) -> bool:
    """True for an amount of the place, the side, the year and the sort that are asked for."""
    said = figure.kind is kind and figure.year == year and figure.place in (None, place)
    return said and fits(reading.wanted, figure.unit, figure) and apt(reading.wanted, figure.unit, figure) >= APT


def _kinds(aim: Aim) -> tuple[FigureKind, ...]:
    return (FigureKind.RESULT, FigureKind.TARGET) if aim is Aim.EITHER else (FigureKind(aim.value),)


def _years(reading: Reading, found: Sequence[Group], kind: FigureKind) -> tuple[int | None, ...]:
    """The years that a table can be for: those asked about, or else those of the newest reports."""
    if any(group.year is not None for group in found):
        return (None,)
    back = 1 if kind is FigureKind.RESULT else 0
    if reading.years.years:
        return reading.years.years
    reports = (
        reading.years.reports or sorted({d.metadata.year for g in found for d in g.documents if d.metadata.year})[-2:]
    )
    return tuple(year - back for year in sorted(reports, reverse=True))


def _chosen(
    candidates: Mapping[str, list[_Candidate]], kind: FigureKind, year: int | None, dimension: str | None = None
) -> Table:
    """For each label its best figure of the dimension given, else of that which most labels have; of equals a main goal, else
    the first in the report."""
    plain = {label: [c for c in found if not c.figure.masked] for label, found in candidates.items()}
    counted = Counter(d for found in plain.values() for d in {c.dimension for c in found})
    common = dimension or max(counted, key=lambda d: counted[d], default=None)
    mostly = Counter(c.changes for found in plain.values() for c in found if c.dimension == common).most_common(1)
    # what has a name of its own is one thing however it is worded
    usual = {
        label: [c for c in found if c.dimension == common and (c.named or c.changes is mostly[0][0])]
        for label, found in plain.items()
    }
    series = _series([found for found in usual.values() if found])
    rows: list[Row] = []
    silent: list[str] = []
    masked: list[str] = []
    apart: list[Row] = []
    for label, found in candidates.items():
        if usual[label]:
            rows.append(
                Row(label, max(usual[label], key=lambda c: (c.indicator == series, c.merit, c.headline)).figure)
            )
        elif plain[label]:
            apart.append(Row(label, max(plain[label], key=lambda c: (c.merit, c.headline)).figure))
        else:
            (masked if found else silent).append(label)
    return Table(tuple(rows), tuple(silent), tuple(masked), tuple(apart), year, kind)
