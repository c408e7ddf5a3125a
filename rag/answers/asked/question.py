"""What was asked, read: places, years, subject, and what sort of answer is wanted.

In: a question as typed, the shelf and the gazetteer. Out: a `Reading`: the `Question` that is shown to the user, and
all that the search for an answer goes by. Nothing is looked up in the reports here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from rag.answers.asked.bracketed import spelled_out
from rag.answers.asked.courtesy import without_courtesy
from rag.answers.asked.documents import Mentioning, asked_documents, of_years
from rag.answers.asked.frame import frames
from rag.answers.asked.members import Member, asked_members
from rag.answers.asked.periods import Period, asked_periods
from rag.answers.asked.places import AskedPlaces, asked_places
from rag.answers.asked.respelling import respelled
from rag.answers.asked.shared_heads import heads_repeated
from rag.answers.asked.table import TableAsk, asked_table, without_described
from rag.answers.asked.turned import Turn, asked_turn
from rag.answers.asked.two_sides import asks_plan_and_outcome
from rag.answers.asked.wanted import Wanted, wanted_in, wanted_of_members
from rag.answers.asked.years import AskedYears, asked_years
from rag.answers.reports.shelf import AskedPlace, Shelf
from rag.answers.words.asides import ASIDE
from rag.answers.words.blanking import BLANK, blank
from rag.answers.words.term import Term, own_terms
from rag.answers.words.terms import subject_terms
from rag.answers.words.vocabulary import Vocabulary
from rag.places import Gazetteer
from rag.records import Question, QuestionKind
from rag.text.clean import clean_query

_DELIVERED = re.compile(r"实际(?!使用|利用|到位)|结果|完成了")

_AGAINST_PLACE = re.compile(
    rf"比{BLANK}+[^，,。；;？?！!]{{0,8}}?[高低多少大小快慢]|[跟和与同]{BLANK}+[^，,。；;？?！!]{{0,8}}?(?:一样|相同|持平|一致|相等|不同)"
    r"|(?:一样|相同|持平|一致|相等)(?:吗|么|不)?(?:[，,。；;？?！!]|$)"
)
Spans = tuple[tuple[int, int], ...]
TagTopics = Callable[[str], tuple[str, ...]]
FindNames = Callable[[str], tuple[str, ...]]


class Aim(StrEnum):
    """Which side of a report is asked about."""

    TARGET = "target"
    RESULT = "result"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Reading:
    """A question with all that the search for its answer goes by.

    `table` is set where it asks over many places or years; `names` are the indicators in it that reports share, by their
    one name; `topics` are those that the answer is kept to, where the user has set them; `members` are what it sets side by side
    besides places and years, `periods` the parts of a year that it sets side by side; `turn` is set where it asks how an amount changed between its two years.
    """

    question: Question
    places: AskedPlaces
    years: AskedYears
    terms: tuple[Term, ...]
    aim: Aim
    wanted: Wanted
    table: TableAsk | None = None
    names: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    members: tuple[Member, ...] = ()
    periods: tuple[Period, ...] = ()
    turn: Turn | None = None

    @property
    def place(self) -> AskedPlace | None:
        """The place asked about, where it is one."""
        return self.places.places[0] if self.places.places else None

    @property
    def subject(self) -> tuple[Term, ...]:
        """The terms without those that are only said beside the question."""
        return own_terms(self.terms)

    def about(self, place: AskedPlace | None, year: int | None) -> Reading:
        """The same question for one of its places and one of its years."""
        places = self.places if place is None else replace(self.places, places=(place,))
        years = self.years if year is None else replace(self.years, years=(year,))
        return replace(self, places=places, years=years)


@dataclass(frozen=True, slots=True)
class _Scope:
    """Where and when a question asks about."""

    places: AskedPlaces
    years: AskedYears
    periods: tuple[Period, ...]

    @property
    def spans(self) -> Spans:
        """Where the question says so."""
        return (*self.places.spans, *self.years.spans, *((p.start, p.stop) for p in self.periods))

    @property
    def several(self) -> bool:
        """True where it sets places or years side by side."""
        return len(self.places.places) > 1 or len(self.years.years) > 1


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads questions about one shelf."""

    shelf: Shelf
    gazetteer: Gazetteer
    vocabulary: Vocabulary
    topics: TagTopics
    names: FindNames
    mentioning: Mentioning

    def read(self, text: str, within: tuple[str, ...] = (), tabled: bool = True) -> Reading:
        """Read one question by itself; `within` is the path of the place spoken of before, `tabled` lets it ask for a table."""
        asked = respelled(without_courtesy(clean_query(text), self.vocabulary), self._held, self.shelf.shorts)
        clean = heads_repeated(spelled_out(asked), self.vocabulary.forms)
        scope = self._scope(clean, within)
        table = asked_table(clean, self.vocabulary, scope.spans, len(scope.places.places) > 1) if tabled else None
        scope, turn = self._turned(clean, scope, table)
        plain = blank(clean, turn.spans) if turn is not None else clean
        tracked = turn is None and self._tracks(clean)
        of_table = (*(table.spans if table else ()), *(turn.spans if turn else ()))
        said = self._terms(clean, (*scope.spans, *of_table), table)
        number = wanted_in(
            blank(clean, (*scope.places.spans, *of_table)),
            said,
            self.vocabulary,
            one=not scope.several and not tracked,
            tabled=table is not None or turn is not None or self._compares(plain, scope),
        )
        terms = self._unmeasured(said)
        members = asked_members(clean, scope.spans, terms, self.vocabulary, scope.several) if not tracked else ()
        if members:
            number = wanted_of_members(number, clean)
        kind = self._kind(plain, number, max(len(scope.places.places), len(members)), len(scope.years.years))
        question = self._question(text, clean, scope, terms, kind)
        names = self.names(clean)
        return Reading(
            question,
            scope.places,
            scope.years,
            terms,
            self._aim(plain),
            number,
            table,
            names,
            members=members,
            periods=scope.periods,
            turn=turn,
        )

    def _compares(self, clean: str, scope: _Scope) -> bool:
        """True where an indicator of one place is held against that of another: 比云渚县高吗."""
        several = len(scope.places.places) > 1
        return several and _AGAINST_PLACE.search(blank(clean, scope.spans)) is not None

    def _held(self, words: str) -> bool:
        """True where some report holds the words as they stand."""
        return bool(self.mentioning(words))

    def _scope(self, clean: str, within: tuple[str, ...]) -> _Scope:
        """The places, documents and times that a question names."""
        places = asked_places(clean, self.gazetteer, self.shelf, within, self.vocabulary.regions)
        places = asked_documents(clean, places, self.shelf, self.mentioning)
        years = asked_years(clean, self._newest(places, within))
        return _Scope(of_years(places, years.years or years.reports, self.shelf), years, asked_periods(clean))

    def _turned(self, clean: str, scope: _Scope, table: TableAsk | None) -> tuple[_Scope, Turn | None]:
        """How an amount changed, where that is asked, with the two years of it; of one place, a goal that is held against what was
        reached before is told by its two sentences."""
        named = sorted({*scope.years.years, *scope.years.reports})
        turn = asked_turn(clean, scope.years.spans, several=len(named) == 2)
        if turn is not None and len(named) == 1:
            named = [named[0] - 1, named[0]]
        many = table is not None or len(scope.places.places) > 1
        if turn is None or len(named) != 2 or (turn.from_result and not many):
            return scope, None
        return replace(scope, years=replace(scope.years, years=tuple(named), reports=())), turn

    def _terms(self, clean: str, spans: Spans, table: TableAsk | None) -> tuple[Term, ...]:
        """What a question is about, besides what these spans say; for a table without what is only said beside it."""
        terms = self._framed(clean, spans)
        terms = tuple(self._of_title(t) if t.beside and t.aside else t for t in terms if not self._is_courtesy(t))
        return terms if table is None else own_terms(terms)

    def _framed(self, clean: str, spans: Spans) -> tuple[Term, ...]:
        """The terms of a question, with those of its frame as asides, where it has others."""
        terms = subject_terms(clean, spans, self.vocabulary)
        framed = frames(clean, spans)
        own = subject_terms(clean, (*spans, *framed), self.vocabulary) if framed else ()
        if not own:
            return terms
        known = {t.concept or t.text for t in own}
        return (
            *own,
            *(replace(t, weight=t.weight * ASIDE, need=0.0) for t in terms if (t.concept or t.text) not in known),
        )

    def _unmeasured(self, terms: tuple[Term, ...]) -> tuple[Term, ...]:
        """The terms without nouns that only say in what the others are measured (玉米面积 → 玉米)."""
        others = tuple(t for t in terms if t.text not in self.vocabulary.measures)
        return others if any(t.weight >= 1 for t in others) else terms

    def _question(self, text: str, clean: str, scope: _Scope, terms: tuple[Term, ...], kind: QuestionKind) -> Question:
        """What is shown of how the question was understood."""
        places, years = scope.places.places, scope.years
        return Question(
            text=text,
            clean=clean,
            places=tuple(p.name for p in places),
            years=years.years or years.reports,
            topics=self.topics(clean),
            indicator="".join(t.text for t in own_terms(terms)) or None,
            kind=kind,
        )

    def _is_courtesy(self, term: Term) -> bool:
        """True for what is said beside the question and names no document either (领导让我核实个数)."""
        return term.beside and term.aside and not self.shelf.is_titled(term.text)

    def _of_title(self, term: Term) -> Term:
        """What stands beside the question and names a document (干部大会上，…) says where to look."""
        return replace(term, need=1.0, beside=False)

    def _newest(self, places: AskedPlaces, within: tuple[str, ...]) -> int | None:
        """The year that 今年 means: that of the newest report asked about, else of the place spoken of before."""
        before = (AskedPlace(within[-1], (within[-1],), within),) if within else ()
        documents = [self.shelf.by_path[path] for path in places.documents]
        documents = documents or [d for place in places.places or before for d in self.shelf.speaking_for(place)]
        years = self.shelf.years(documents or None)
        return years[-1] if years else None

    def _aim(self, clean: str) -> Aim:
        found = {name for name, pattern in self.vocabulary.aims if pattern.search(clean)}
        if len(found) != 1:
            return Aim.RESULT if _DELIVERED.search(clean) else Aim.EITHER
        return Aim(found.pop())

    def _tracks(self, clean: str) -> bool:
        track = dict(self.vocabulary.kinds)[QuestionKind.TRACK]
        return track.search(clean) is not None or asks_plan_and_outcome(clean, self.vocabulary.aims)

    def _kind(self, clean: str, wanted: Wanted, places: int, years: int) -> QuestionKind:
        asked = without_described(clean)
        if asks_plan_and_outcome(asked, self.vocabulary.aims):
            return QuestionKind.TRACK
        for name, pattern in self.vocabulary.kinds:
            if pattern.search(asked):
                kind = QuestionKind(name)
                break
        else:
            kind = QuestionKind.FIGURE if wanted.number else QuestionKind.TEXT
        if places > 1 or years > 1:
            kept = (QuestionKind.COUNT, QuestionKind.EXTREME, QuestionKind.TRACK)
            return kind if kind in kept else QuestionKind.COMPARE
        if kind is QuestionKind.COMPARE:
            return QuestionKind.FIGURE if wanted.number else QuestionKind.TEXT
        return kind
