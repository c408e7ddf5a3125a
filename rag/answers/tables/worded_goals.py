"""Which places set a goal in the same words, without a number: 哪些省把居民收入目标定为与经济增长同步.

In: a reading that asks for such places or for how many they are. Out: an unchecked `Answer` that names and counts them, each with the
clause that sets its goal so; None where no such wording is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from rag.answers.asked.groups import Group, groups
from rag.answers.asked.question import Aim, Reading
from rag.answers.asked.table import Asks, Over, TableAsk
from rag.answers.reports.holdings import Holdings
from rag.answers.sentences.clauses import clauses
from rag.answers.sentences.matching import matches
from rag.answers.sentences.spoken import spoken
from rag.answers.sentences.tense import parts_of_report, standing
from rag.answers.tables.said import Said, cited, named, reports_of, rest
from rag.answers.tables.table_text import NOUNS
from rag.answers.telling import refusals
from rag.answers.words.term import Term
from rag.answers.words.vocabulary import Vocabulary
from rag.places import Gazetteer
from rag.records import Answer, Filter, Sentence, Status

_IN_CLAUSE = "[^，,。；;：:？?！!]"
_ASKS = (Asks.COUNT, Asks.ROWS, Asks.SILENT)
_NO_PLACES = (Over.YEARS, Over.LISTED)
_DEED = "这样定目标"
_DENIED = re.compile(r"(?:没有?|未|不曾|不)(?:把|将|提出?|要求|定|写|设|说)")
# what is said of a goal that is no number: as a question words it, and as a report may
_WORDINGS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(asked), re.compile(told))
    for asked, told in (
        (
            rf"[与和同跟]{_IN_CLAUSE}{{0,12}}同步(?:增长)?",
            rf"[与和同跟](?:全[国省市区县])?(?:经济|生产总值|地区生产总值|GDP){_IN_CLAUSE}{{0,8}}同步",
        ),
        (rf"[与和同跟]{_IN_CLAUSE}{{0,8}}(?:持平|相当)|持平", "持平|相当"),
        ("只[增升]不[减降]", "只[增升]不[减降]"),
        ("只[减降]不[增升]", "只[减降]不[增升]"),
        ("稳中[有向求]?[进升增提好优]", "稳中[有向求]?[进升增提好优]"),
        ("促稳提质", "促稳提质"),
        ("(?:基本|保持|总体)+平衡|保持平衡", "平衡"),
        (
            rf"(?:高于|快于|不低于|好于|超过){_IN_CLAUSE}{{0,8}}平均(?:水平|增[速幅])",
            rf"(?:高于|快于|不低于|好于|超过){_IN_CLAUSE}{{0,8}}平均",
        ),
        (
            rf"(?:高于|快于|不低于|超过)(?:经济|GDP|地区生产总值){_IN_CLAUSE}{{0,4}}",
            rf"(?:高于|快于|不低于|超过)(?:经济|GDP|地区生产总值|生产总值){_IN_CLAUSE}{{0,4}}",
        ),
        (
            "(?:完成|达到|落实)?国家(?:下达|要求|规定|确定)(?:的)?(?:任务|目标|指标|计划|要求)?",
            f"国家{_IN_CLAUSE}{{0,4}}(?:任务|目标|指标|计划|要求)",
        ),
        ("合理(?:区间|水平|范围)", "合理(?:区间|水平|范围)"),
    )
)


@dataclass(frozen=True, slots=True)
class WordedGoals:
    """Answers from the goals in words of the reports of one generation of one index."""

    holdings: Holdings
    gazetteer: Gazetteer
    vocabulary: Vocabulary

    def answer(self, reading: Reading, filter: Filter) -> Answer | None:
        """The places that set the goal of the indicator asked about in these words, and those that do not."""
        ask, clean = reading.table, reading.question.clean
        if ask is None or not _runs_over_places(ask):
            return None
        wording = next(((m, told) for asked, told in _WORDINGS if (m := asked.search(clean))), None)
        thing = _indicator(reading, wording[0][0]) if wording is not None else None
        if wording is None or thing is None:
            return None
        passing = partial(self.holdings.passing, filter=filter)
        found = groups(reading, ask, self.holdings.shelf, self.gazetteer, passing)
        read = [group for group in found if reports_of(group, reading)]
        if not read:
            return Answer(Status.NOT_FOUND, refusals.no_rows(reading, found), reading.question) if found else None
        said = [one for group in read if (one := self._said(group, reading, thing, wording[1])) is not None]
        silent = [group.label for group in read if group.label not in {one.label for one in said}]
        citations, noun = cited(said, self.holdings), NOUNS[ask.over]
        name, words = f"“{thing.text}”", f"“{wording[0][0]}”"
        computed = (str(len(said)), str(len(silent)), str(len(read)))
        if not said:
            text = f"资料库里{len(read)}个{noun}的报告都没有把{name}的目标定为{words}。"
            return Answer(Status.NOT_FOUND, text, reading.question, computed=computed)
        lines = [
            f"有{len(said)}个{noun}把{name}的目标定为{words}：{named(said, citations)}。",
            rest(silent, len(read), noun, _DEED),
        ]
        if (ask.asks is Asks.SILENT or _DENIED.search(clean)) and silent:
            lines = [f"没有把{name}的目标定为{words}的有{len(silent)}个{noun}：{'、'.join(silent)}。", lines[0]]
        return Answer(Status.ANSWERED, "\n".join(lines), reading.question, citations, computed=computed)

    def _said(self, group: Group, reading: Reading, thing: Term, told: re.Pattern[str]) -> Said | None:
        """The first clause of a place's reports that sets the goal so; of a result, where it is results that are asked about."""
        for document in reports_of(group, reading):
            passages = self.holdings.passages(document.path)
            parts = parts_of_report(passages, document.metadata, self.vocabulary)
            for passage, part in zip(passages, parts, strict=True):
                for sentence in passage.sentences if told.search(passage.text) else ():
                    for start, stop in self._clauses(sentence, thing, told):
                        side = standing(sentence.text, start, part, passage.headings, document.metadata).kind
                        if side.value == (Aim.RESULT if reading.aim is Aim.RESULT else Aim.TARGET).value:
                            return Said(group.label, document, passage, sentence, start, stop)
        return None

    def _clauses(self, sentence: Sentence, thing: Term, told: re.Pattern[str]) -> Iterator[tuple[int, int]]:
        """The clauses that say so of the indicator, or of what the clause before says of it (收入增长5%左右，与经济增长同步)."""
        text = sentence.text
        spoken_of = [m.start for m in matches(thing, spoken(text, self.vocabulary), self.vocabulary)]
        parts: Sequence[tuple[int, int]] = [(c.start, c.stop) for c in clauses(text)]
        for n, (start, stop) in enumerate(parts):
            if (word := told.search(text, start, stop)) is None:
                continue
            if any(start <= at < word.start() for at in spoken_of):
                yield start, stop
            elif n and not text[start : word.start()] and any(parts[n - 1][0] <= at < start for at in spoken_of):
                yield parts[n - 1][0], stop


def _runs_over_places(ask: TableAsk) -> bool:
    """True for a table of places of which no amount is asked for."""
    plain = ask.condition is None and ask.than is None and ask.asks in _ASKS
    return plain and ask.explicit and ask.over not in _NO_PLACES


def _indicator(reading: Reading, wording: str) -> Term | None:
    """The one indicator whose goal is asked about; what the wording holds it against (经济增长) is none."""
    found = [t for t in reading.subject if t.concept is not None and t.text not in wording]
    return found[0] if len(found) == 1 else None
