"""In which years a thing stands in the reports of a place: 先后写进了哪几年的工作安排, 最早出现在哪一年的报告里.

In: a reading that asks for such years, how many they are, or the first or last of them. Out: an unchecked `Answer` that names
the years of the reports that speak of the thing, with their words, or says that none does; None where that is not asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rag.answers.asked.question import Reading
from rag.answers.asked.routes import MOST_PARTS
from rag.answers.asked.wanted import Wanted
from rag.answers.evidence.decide import TEXT_SUPPORT, names_the_thing
from rag.answers.evidence.finding import Finder
from rag.answers.evidence.weighing import Evidence
from rag.answers.reports.holdings import Holdings
from rag.answers.reports.quoting import citation, original_span, quoted
from rag.answers.telling import refusals
from rag.answers.telling.compose import source_name
from rag.places import NATION
from rag.records import Answer, Citation, DocumentSummary, Filter, QuestionKind, Status

# the share of the things asked about that a sentence may leave out
MISSING = 0.3
_MENTION = r"(?:提[到及出]?|写[进入到]?|出现|[说讲谈]到|列[入进]|纳入|见于|[载记]入|报告|安排|部署)"
_WHICH_YEARS = re.compile(
    rf"哪(?:几|些)个?年(?:份|度)?|(?:先后|分别|都)[^，,。；;？?！!]{{0,8}}哪一?年|哪(?:几|些)份报告"
    rf"|(?:几|多少)年的(?:政府)?(?:工作)?报告|(?=.*{_MENTION})(?:(?:有|共|连续)(?:了)?(?:几|多少)个?年(?:份|度)?(?![级限来]))"
)
# 哪一年的报告提到; 哪年的报告定得最高 asks for something else
_WHICH_REPORT = re.compile(
    r"^(?!.*最[高低多少大小快慢]).*哪一?(?:年度?|[份次届])的?(?:政府)?(?:工作)?报告(?:里面?|中|上)?(?:[首再]次)?(?:提|写|说|讲|谈|列|出现|宣布|的?[，,。？?]|的?$)"
)
_FIRST = re.compile(
    rf"(?=.*{_MENTION})(?:最[早先]|首[次度]|第一[次回]|头一[次回]|[从自]哪一?年(?:份)?(?:起|开始)?|哪一?年(?:份)?(?:起|开始|首[次度]|第一次))"
)
_LAST = re.compile(rf"(?=.*{_MENTION})(?:最[后近]一[次回]|最[晚后](?=.*年)|末次)")  # fmt: skip
_MENTIONED = re.compile(_MENTION)
_YEAR = re.compile("哪一?年|什么时候|何时|哪(?:一)?[次份]")
_QUOTED = re.compile(r"[“\"《「『]([^“”\"《》「」『』]{2,20})[”\"》」』]")
_MARKS = re.compile(r"[“”\"《》「」『』‘’]")


@dataclass(frozen=True, slots=True)
class _Report:
    """A report and the sentence of it that speaks of the thing."""

    year: int
    evidence: Evidence


class Recurrence:
    """Answers for report after report of one place, over one generation of one index."""

    def __init__(self, finder: Finder, holdings: Holdings) -> None:
        self._finder = finder
        self._holdings = holdings

    def answer(self, reading: Reading, filter: Filter) -> Answer | None:
        """The years of the reports that speak of the subject, and their words."""
        clean = reading.question.clean
        edge = _edge(clean)
        several = (edge or _WHICH_YEARS.search(clean)) and reading.table is None
        tracked = reading.question.kind is QuestionKind.TRACK
        if tracked or not (several or _WHICH_REPORT.search(clean)) or len(reading.places.places) > 1:
            return None
        documents = self._documents(reading, filter)
        found = tuple(self._found(reading, documents))
        if not found:
            return self._none(reading, documents) if documents and _MENTIONED.search(clean) else None
        every = str(len({d.metadata.year for d in documents}))
        count, years = str(len(found)), "、".join(f"{one.year}年" for one in found)
        lead = f"资料库里{every}年的报告中，有{count}年说到：{years}。"
        shown = found[-1:] if edge == "last" else found[:1] if edge else found[:MOST_PARTS]
        cited = [self._cited(n, one.evidence) for n, one in enumerate(shown, start=1)]
        lines = [
            f"{one.year}年（{source_name(one.evidence.source.summary)}）：{quoted(c)}[{c.n}]"
            for one, c in zip(shown, cited, strict=True)
        ]
        if edge:
            word = "最早" if edge == "first" else "最近一次"
            text = f"{word}说到的是{lines[0]}\n{lead}"
        else:
            more = f"\n（先列出前{len(shown)}年的原文）" if len(shown) < len(found) else ""
            text = "\n".join((lead, *lines)) + more
        computed = (every, count, str(len(shown)), *(str(one.year) for one in found))
        return Answer(Status.ANSWERED, text, reading.question, tuple(cited), computed=computed)

    def _none(self, reading: Reading, documents: Sequence[DocumentSummary]) -> Answer:
        """No report speaks of the thing."""
        text = refusals.nowhere(reading, [d.metadata.year for d in documents if d.metadata.year is not None])
        return Answer(Status.NOT_FOUND, text, reading.question)

    def _documents(self, reading: Reading, filter: Filter) -> tuple[DocumentSummary, ...]:
        """The reports of the place, of the country where none is named; of the years named, where some are."""
        shelf = self._holdings.shelf
        own = shelf.speaking_for(reading.place) if reading.place is not None else shelf.by_place.get(NATION, ())
        own = self._holdings.passing(own or shelf.documents, filter)
        years = _years(reading)
        since = reading.years.since
        return tuple(
            d
            for d in own
            if (year := d.metadata.year) is not None
            and (year >= since if since is not None else not years or year in years)
        )

    def _found(self, reading: Reading, documents: Sequence[DocumentSummary]) -> Iterator[_Report]:
        """The reports that speak of the subject, the earliest first, each with what speaks of most of it."""
        wanted = replace(
            reading,
            wanted=Wanted(),
            years=replace(reading.years, years=(), reports=(), since=None, plan=None),
            question=replace(reading.question, kind=QuestionKind.TEXT),
        )
        names = tuple(_MARKS.sub("", name) for name in _QUOTED.findall(reading.question.clean))
        by_year: dict[int, list[Evidence]] = {}
        for document in sorted(documents, key=lambda d: d.metadata.year or 0):
            good = [e for e in self._finder.read(wanted, (document,)) if _speaks(e, wanted, names)]
            by_year.setdefault(document.metadata.year or 0, []).extend(good)
        # where some report has the very words, others for them mean something else (乡村 for 乡村振兴)
        verbatim = {year: [e for e in good if _has_the_words(e, wanted)] for year, good in by_year.items()}
        for year, good in (verbatim if any(verbatim.values()) else by_year).items():
            if good:
                yield _Report(year, good[0])

    def _cited(self, n: int, evidence: Evidence) -> Citation:
        source = evidence.source
        original = self._holdings.original(source.passage.doc)
        span = original_span(original, evidence.sentence, evidence.start, evidence.stop)
        return citation(n, original, span, source.passage, source.summary)


def _edge(clean: str) -> str | None:
    """Whether the first or the last of the years is asked for alone."""
    if not _YEAR.search(clean):
        return None
    return "first" if _FIRST.search(clean) else "last" if _LAST.search(clean) else None


def _years(reading: Reading) -> tuple[int, ...]:
    """The years that the question names, but for those in the name of the thing (“2025规划”)."""
    clean = reading.question.clean
    named = [range(*m.span()) for m in _QUOTED.finditer(clean)]
    free = [clean[a:b] for a, b in reading.years.spans if not any(a in name for name in named)]
    return (*reading.years.years, *reading.years.reports) if free else ()


def _has_the_words(evidence: Evidence, reading: Reading) -> bool:
    """True where a sentence has all that was asked about in the words of the question; a concept in any of its own."""
    text = evidence.sentence.text
    return all(t.concept is not None or t.text in text for t in reading.subject if t.weight >= 1)


def _speaks(evidence: Evidence, reading: Reading, names: Sequence[str]) -> bool:
    """True where a sentence speaks of the subject, and of what the question puts in quotation marks word for word."""
    if names:
        plain = _MARKS.sub("", evidence.sentence.text[evidence.start : evidence.stop])
        return all(name in plain for name in names)
    return evidence.support >= TEXT_SUPPORT and names_the_thing(evidence, reading, MISSING)
