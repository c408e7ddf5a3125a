"""Question in, answer out: the stages of this package in their order.

    intake → question (conversation) → routes → finding → decide → compose → guard

Questions of a kind of their own (who holds an office, the points of a report, milestones, …) are first offered to what
answers that kind.

Nothing here knows the disk or the screen; the clock belongs to the assistant.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import replace

from rag.answers.asked.correcting import corrected
from rag.answers.asked.courtesy import courtesy_alone
from rag.answers.asked.intake import objection
from rag.answers.asked.question import Reader, Reading, TagTopics
from rag.answers.asked.routes import over_listed, over_many, ways, whose_most
from rag.answers.asked.table import Asks, Over, TableAsk
from rag.answers.evidence.finding import Finder, Search
from rag.answers.evidence.meaning import Meaning
from rag.answers.follow_ups.at_once import asked_at_once, asked_by_clauses
from rag.answers.follow_ups.continued import Continued, asks_further, set_against_the_year_before
from rag.answers.follow_ups.conversation import read_in_conversation
from rag.answers.follow_ups.each_named import each_told
from rag.answers.follow_ups.editions import by_number, counts_from_an_edition
from rag.answers.kinds.labelled import Labelled
from rag.answers.kinds.lookup import LookUp
from rag.answers.kinds.milestones import Milestones
from rag.answers.kinds.naming import Naming
from rag.answers.kinds.overview import Overview
from rag.answers.kinds.points import Points
from rag.answers.kinds.provenance import provenance
from rag.answers.kinds.reasons import asks_why, reason
from rag.answers.kinds.recurrence import Recurrence
from rag.answers.kinds.sides import sides
from rag.answers.kinds.sorts import Sorts
from rag.answers.kinds.speaker import asks_for_holder_alone, asks_for_speaker, speaker_of
from rag.answers.reports.holdings import Holdings
from rag.answers.tables.mentions import Mentions
from rag.answers.tables.tabling import Tabling
from rag.answers.tables.within import Within
from rag.answers.tables.worded_goals import WordedGoals
from rag.answers.telling import refusals
from rag.answers.telling.guard import unsupported
from rag.answers.telling.joined import joined, tells_more
from rag.answers.words.load_vocabulary import load_vocabulary
from rag.answers.words.synonyms import names_a_thing
from rag.places import Gazetteer
from rag.protocols import Encoder, Index
from rag.records import Answer, Correction, Filter, Question, Status, Turn
from rag.text.clean import clean_query
from rag.topics import Indicators

_OCCASION = re.compile(
    r"(?:大|年|座谈|表彰|现场|推进|动员|洽谈|发布|博览|交流)会|会议|会上|活动|仪式|讲话|访谈|专访|报道"
)

# villages, firms and offices have no reports of their own that could be set side by side
_HAVE_REPORTS = ("镇", "乡", "街道")

_HOW_MANY_PLACES = re.compile("(?:多少|几)个(?P<what>省|自治区|市|区县|县|乡镇|镇|乡|村|地区)")

_LOG = logging.getLogger(__name__)


class Answerer:
    """Answers questions from one generation of one index; safe to share between threads."""

    def __init__(
        self,
        index: Index,
        search: Search,
        encoder: Encoder,
        gazetteer: Gazetteer,
        *,
        topics: TagTopics,
        indicators: Indicators,
    ) -> None:
        words = load_vocabulary(indicators)
        self._held = Holdings(index)
        self.shelf = self._held.shelf
        self._reader = Reader(self.shelf, gazetteer, words, topics, indicators.find, self._held.mentioning)
        meaning = Meaning(self._held, encoder, words)
        finder = Finder(self._held, search, words)
        self._look_up = LookUp(finder, self._held, meaning.nearest, words)
        self._continued = Continued(self._held, words)
        self._within = Within(finder, self._held, encoder)
        # each answers the questions of its kind and leaves the others to those behind it
        self._answers = (
            self._provenance,
            self._person,
            self._listed,
            Naming(self._look_up, self._held).answer,
            Labelled(self._held, words).answer,
            Sorts(finder, self._held).answer,
            Points(finder, self._held, encoder, words).answer,
            Milestones(finder, self._held, words).answer,
            Recurrence(finder, self._held).answer,
            WordedGoals(self._held, gazetteer, words).answer,
            Mentions(self._held, gazetteer).answer,
            Overview(self._held, topics, words).answer,
        )
        self._tabling = Tabling(self._held, self._look_up, gazetteer, words)

    def answer(
        self,
        text: str,
        history: Sequence[Turn] = (),
        filter: Filter = Filter(),
        correction: Correction = Correction(),
    ) -> Answer:
        """The checked answer to one question, read as it stands but for what the user corrects."""
        if (reply := objection(text)) is not None:
            return Answer(Status.UNCLEAR, reply, Question(text=text[:200], clean=""))
        if (reply := courtesy_alone(clean := clean_query(text), self._reader.vocabulary)) is not None:
            return Answer(Status.UNCLEAR, reply, Question(text=text, clean=clean))
        reading = corrected(read_in_conversation(text, history, self._reader), correction, self._reader)
        if reading.topics:
            filter = replace(filter, topics=reading.topics)
        answer = (
            self._of_what_was_told(reading, history, filter)
            or self._of_each(reading, filter, correction)
            or self._of_every_clause(reading, filter, correction)
        )
        if loose := unsupported(answer, history):
            _LOG.warning("withheld an answer with the unsupported numbers %s to %r", sorted(loose), text)
            return Answer(Status.NOT_FOUND, refusals.withheld(), reading.question, searched=answer.searched)
        return answer

    def _of_what_was_told(self, reading: Reading, history: Sequence[Turn], filter: Filter) -> Answer | None:
        """The reason for what was told last, or another amount of the same statement, where nothing but that is asked for."""
        asked = [turn for turn in history if turn.role == "user"]
        if asked and counts_from_an_edition(reading.question.clean):
            return self._of_an_edition(reading, asked, filter)
        why = asks_why(reading.question.clean)
        if not asked or not (why or asks_further(reading)):
            return None
        before = read_in_conversation(asked[-1].content, asked[:-1], self._reader)
        told = self._answer(before, filter, Correction())
        if why:
            return reason(reading.question, told, self._held)
        found = self._continued.answer(reading, told)
        if found is None and (both := set_against_the_year_before(reading, before)) is not None:
            set_side_by_side = self._answer(both, filter, Correction())
            return set_side_by_side if len(set_side_by_side.citations) > 1 else None
        return found

    def _of_each(self, reading: Reading, filter: Filter, correction: Correction) -> Answer | None:
        """The answers to several questions asked at once; None where it is one."""
        asked = () if correction else asked_at_once(reading, self._reader)
        return joined(reading.question, [self._answer(one, filter, correction) for one in asked])

    def _of_every_clause(self, reading: Reading, filter: Filter, correction: Correction) -> Answer:
        """The answer to the whole, or, where it leaves a clause open that is answered by itself, those to the clauses: to all of
        them where the whole has none, else with all that the whole told."""
        whole = self._answer(reading, filter, correction)
        if correction or _tells_all(whole, reading):
            return whole
        asked = asked_by_clauses(reading, self._reader)
        if not asked:
            return each_told(whole, reading, self._reader, lambda one: self._answer(one, filter, correction))
        answers = [self._answer(one, filter, correction) for one in asked]
        found = [answer for answer in answers if answer.status is Status.ANSWERED]
        open_ends = len(found) < len(answers) and whole.status is not Status.ANSWERED
        told = joined(reading.question, found) if not open_ends else None
        return told if told is not None and tells_more(told, whole) else whole

    def _of_an_edition(self, reading: Reading, asked: Sequence[Turn], filter: Filter) -> Answer | None:
        """The answer about the edition before or after the one told last, where what is cited speaks of that very edition."""
        before = read_in_conversation(asked[-1].content, asked[:-1], self._reader)
        named = by_number(reading.question.clean, before, self._answer(before, filter, Correction()))
        if named is None:
            return None
        text, edition = named
        one = self._reader.read(text)
        places = before.places if not one.places.places else one.places
        question = replace(one.question, text=reading.question.text, places=tuple(p.name for p in places.places))
        answer = self._answer(replace(one, question=question, places=places), filter, Correction())
        if any(edition in citation.quote for citation in answer.citations):
            return answer
        return Answer(Status.NOT_FOUND, refusals.nothing_said(reading), question, searched=answer.searched)

    def _answer(self, reading: Reading, filter: Filter, correction: Correction) -> Answer:
        question = reading.question
        told = next((found for answer in self._answers if (found := answer(reading, filter)) is not None), None)
        if told is not None:
            return told
        if _of_an_occasion_alone(reading):
            return Answer(Status.NOT_FOUND, refusals.nothing_said(reading), question)
        if not reading.subject:
            return Answer(Status.UNCLEAR, refusals.which_subject(), question)
        ask, whose = over_many(reading), whose_most(reading)
        if (tabled := self._tabled(reading, ask, whose, filter)) is not None:
            found = self._counted_in_words(reading, filter) if tabled.status is Status.NOT_FOUND else None
            return found or tabled
        if ask is not None and not question.inherited:
            reading = corrected(self._reader.read(question.text, tabled=False), correction, self._reader)
        apart = sides(reading, self._reader.read)
        answer = self._look_up.answer(reading, (*((apart,) if apart else ()), *ways(reading)), filter)
        besides = (ask is not None and _is_of_the_whole(answer, reading, ask)) or (
            whose and not _speaks_of(answer, whose)
        )
        if answer.status is Status.ANSWERED and besides:
            return Answer(Status.NOT_FOUND, refusals.no_rows_below(reading), question, searched=answer.searched)
        return answer

    def _counted_in_words(self, reading: Reading, filter: Filter) -> Answer | None:
        """How many places a report itself says that there are, where no table can count them: 在18个省份开展试点."""
        counted = _HOW_MANY_PLACES.search(reading.question.clean)
        if counted is None or reading.question.inherited:
            return None
        alone = self._reader.read(reading.question.text, tabled=False)
        answer = self._look_up.answer(alone, ways(alone), filter)
        said = any(
            f.unit == "个" and f.text + counted["what"][0] in c.quote for f in answer.figures for c in answer.citations
        )
        return answer if said and answer.status is Status.ANSWERED else None

    def _tabled(self, reading: Reading, ask: TableAsk | None, whose: str | None, filter: Filter) -> Answer | None:
        """How the amounts of several places changed between two years or which goals were met, else what a table over places or
        years says."""
        turned = self._tabling.turned(reading, filter) or self._tabling.met(reading, filter)
        of_places = whose is None or whose in _HAVE_REPORTS
        return turned if turned or ask is None or not of_places else self._tabling.answer(reading, ask, filter)

    def _person(self, reading: Reading, _: Filter) -> Answer | None:
        """Who holds an office and what office somebody holds, where that is asked."""
        if not asks_for_speaker(reading.question.clean):
            return None
        if (found := speaker_of(reading, self._held)) is not None:
            return Answer(Status.ANSWERED, found.text, reading.question, found.citations)
        if asks_for_holder_alone(reading):
            return Answer(Status.NOT_FOUND, refusals.no_holder(reading, self._held.shelf), reading.question)
        return None

    def _provenance(self, reading: Reading, _: Filter) -> Answer | None:
        return provenance(reading, self._held)

    def _listed(self, reading: Reading, filter: Filter) -> Answer | None:
        """The most or least of what one report lists, where that is asked."""
        ask = over_listed(reading)
        return self._within.answer(reading, ask, filter) if ask is not None else None


def _tells_all(whole: Answer, reading: Reading) -> bool:
    """True where one quote names every thing that the question names, with as many amounts as it asks for."""
    things = [t for t in reading.subject if t.need == 1]
    named = any(all(t.text in citation.quote for t in things) for citation in whole.citations[:1])
    return named and len(whole.citations) == 1 and len(whole.figures) >= reading.wanted.parts > 1


def _of_an_occasion_alone(reading: Reading) -> bool:
    """True where a number is asked of a meeting or a paper, in words that name no thing: 那场大会到会多少人."""
    if not reading.wanted.number or _OCCASION.search(reading.question.clean) is None:
        return False
    known = bool(reading.places.places or reading.places.documents)
    return not reading.subject if known else not any(t.concept or names_a_thing(t.text) for t in reading.subject)


def _is_of_the_whole(answer: Answer, reading: Reading, ask: TableAsk) -> bool:
    """True where a question about the places below one is answered with that one's own amounts: they say nothing of which of
    those has most."""
    below = ask.explicit and ask.over not in (Over.YEARS, Over.PLACES) and len(reading.places.places) == 1
    most = ask.asks in (Asks.HIGHEST, Asks.LOWEST)
    return below and most and all(f.place in (None, reading.question.places[0]) for f in answer.figures)


def _speaks_of(answer: Answer, whose: str) -> bool:
    """True where a quote has the word for those of which one is asked for."""
    return any(whose in citation.quote for citation in answer.citations)
