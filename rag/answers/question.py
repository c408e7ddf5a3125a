"""What was asked, read: places, years, subject, and what sort of answer is wanted.

In: a question as typed, the shelf and the gazetteer. Out: a `Reading`: the `Question` that is shown to the user, and
all that the search for an answer goes by. Nothing is looked up in the reports here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from rag.answers.asked_documents import Mentioning, asked_documents, of_years
from rag.answers.asked_members import Member, asked_members
from rag.answers.asked_periods import Period, asked_periods
from rag.answers.asked_places import AskedPlaces, asked_places
from rag.answers.asked_table import TableAsk, asked_table
from rag.answers.asked_years import AskedYears, asked_years
from rag.answers.courtesy import without_courtesy
from rag.answers.shelf import AskedPlace, Shelf
from rag.answers.term import Term, own_terms
from rag.answers.terms import blank, subject_terms
from rag.answers.vocabulary import Vocabulary
from rag.places import Gazetteer
from rag.records import Question, QuestionKind
from rag.text.clean import clean_query

TagTopics = Callable[[str], tuple[str, ...]]
FindNames = Callable[[str], tuple[str, ...]]


class Aim(StrEnum):
    """Which side of a report is asked about."""

    TARGET = "target"
    RESULT = "result"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the answer must hold.

    `number` is set where it must hold a number, `units` are the units that the number may carry (any, where empty), `percent`
    says that only a share or a rate will do, `rates` that one will do as well, `parts` how many numbers are asked for.
    `share` is set where the question speaks of a share itself, `change` where it speaks of growth or decline, `against`
    where it sets one thing against another; `supposed` where the question does not ask for a number but names what is told in numbers.
    """

    number: bool = False
    units: tuple[str, ...] = ()
    percent: bool = False
    rates: bool = False
    parts: int = 1
    supposed: bool = False
    share: bool = False
    change: bool = False
    against: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A question with all that the search for its answer goes by.

    `table` is set where it asks over many places or years; `names` are the indicators in it that reports share, by their
    one name; `topics` are those that the answer is kept to, where the user has set them; `members` are what it sets side by side
    besides places and years, `periods` the parts of a year that it sets side by side.
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
        clean = without_courtesy(clean_query(text), self.vocabulary)
        places = asked_places(clean, self.gazetteer, self.shelf, within, self.vocabulary.regions)
        places = asked_documents(clean, places, self.shelf, self.mentioning)
        years = asked_years(clean, self._newest(places, within))
        places = of_years(places, years.years or years.reports, self.shelf)
        milestones = asked_periods(clean)
        spans = (*places.spans, *years.spans, *((p.start, p.stop) for p in milestones))
        table = asked_table(clean, self.vocabulary, spans) if tabled else None
        terms = subject_terms(clean, (*spans, *(table.spans if table else ())), self.vocabulary)
        terms = tuple(self._of_title(t) if t.beside and t.aside else t for t in terms if not self._is_courtesy(t))
        if table is not None:
            terms = own_terms(terms)
        tracked = dict(self.vocabulary.kinds)["track"].search(clean) is not None
        one = len(places.places) < 2 and len(years.years) < 2 and not tracked
        named = (*places.spans, *(table.spans if table else ()))
        wanted = self.wanted(blank(clean, named), terms, one, table is not None)
        if any(t.weight >= 1 and t.text not in self.vocabulary.measures for t in terms):
            terms = tuple(t for t in terms if t.text not in self.vocabulary.measures)
        several = len(places.places) > 1 or len(years.years) > 1
        members = asked_members(clean, spans, terms, self.vocabulary, several) if not tracked else ()
        if members:
            wanted = replace(wanted, parts=1)
        question = Question(
            text=text,
            clean=clean,
            places=tuple(p.name for p in places.places),
            years=years.years or years.reports,
            topics=self.topics(clean),
            indicator="".join(t.text for t in own_terms(terms)) or None,
            kind=self._kind(clean, wanted, max(len(places.places), len(members)), len(years.years)),
        )
        return Reading(
            question,
            places,
            years,
            terms,
            self._aim(clean),
            wanted,
            table,
            self.names(clean),
            members=members,
            periods=milestones,
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

    def wanted(self, clean: str, terms: tuple[Term, ...], one: bool, tabled: bool) -> Wanted:
        """What an answer about these terms must hold; `one` says that it is about one place and year, `tabled` that it is read
        from a table."""
        asked = list(_HOW_MANY.finditer(clean))
        parts = max(LISTED_PARTS if _EACH.search(clean) else 1, len(asked)) if one else 1
        percent = self.vocabulary.percent_asked.search(clean) is not None
        if not (percent or asked or tabled or _AMOUNT.search(clean)):
            return self._supposed(clean, terms)
        said = self.vocabulary.units_said(match["unit"] for match in asked)
        share = _SHARE.search(clean) is not None
        against = _AGAINST.search(clean) is not None
        change = not said and _CHANGE.search(clean) is not None
        if percent and parts == 1 and not said:
            return Wanted(True, percent=True, share=share, change=change, against=against)
        own = own_terms(terms)
        measured = said or (self.vocabulary.units_of(own[-1].concept or own[-1].text) if own else ())
        absolute = bool(measured) and self.vocabulary.absolute.search(clean) is not None
        return Wanted(
            True,
            measured,
            rates=percent or not (said or absolute),
            parts=parts,
            share=share,
            change=change,
            against=against,
        )

    def _supposed(self, clean: str, terms: tuple[Term, ...]) -> Wanted:
        """What 对比2013年和2014年旅游收入 wants: an indicator is named, and no question word asks for anything else."""
        named = any(t.concept for t in terms)
        told_in_numbers = named and (self.vocabulary.asking.search(clean) is None or _GOAL.search(clean) is not None)
        if not (told_in_numbers or dict(self.vocabulary.kinds)["track"].search(clean)):
            return Wanted()
        units = self.vocabulary.units_of(terms[-1].concept or terms[-1].text) if terms else ()
        absolute = bool(units) and self.vocabulary.absolute.search(clean) is not None
        return Wanted(True, units, rates=not absolute, supposed=True, share=_SHARE.search(clean) is not None)

    def _kind(self, clean: str, wanted: Wanted, places: int, years: int) -> QuestionKind:
        for name, pattern in self.vocabulary.kinds:
            if pattern.search(clean):
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


_HOW_MANY = re.compile(
    r"(?:多少|(?<!百分之)(?<![哪第])几(?![个项]?[^，,。？?]{0,6}(?:目标|指标|任务|方面)|个?(?:百分)?点))[十百千万亿]*(?P<unit>[\u4e00-\u9fff]{0,4})"
)
_AMOUNT = re.compile(
    r"多(?:高|大|少|长|快)|百分之|什么(?:水平|比例|幅度)|(?<!为)(?:目标值?|数字?|数据|准确数)是?[？?]?$|过(?:百|千|万|亿|\d+)"
)
_SHARE = re.compile(r"占|比重|比例|之比|强度")
_AGAINST = re.compile(r"[高低快慢多少大小]于|高出|超出|领先|高多少|低多少|快多少")
_CHANGE = re.compile(
    r"增速|[增涨降]幅|[涨降跌](?:得|了?多少|了?几)|增长(?![到至点极])|下降(?![到至])|降低(?![到至])"
    r"|增加(?![到至值])|减少(?![到至])"
)
_GOAL = re.compile(r"(?:目标|指标|任务)(?:值)?(?:是|为)?(?:什么|啥|怎么定|如何定)")
_EACH = re.compile(r"各类|分别|各(?:是|要|有|为|多少)|各自|数量各")
LISTED_PARTS = 3
_DELIVERED = re.compile(r"实际(?!使用|利用|到位)|结果|完成了")
