"""What stands under a label in a report: 民生实事里，交通出行方面要办哪几件, from 8.交通出行方面。…

In: a reading that asks for all that is said under a label, and the reports of its place. Out: an unchecked `Answer` that quotes
the stretch from the label to the next one; None where that is not asked, or no report has such a label where what is asked about
is spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.answers.asked.question import Aim, Reading
from rag.answers.evidence.amounts import proper
from rag.answers.reports.holdings import Holdings
from rag.answers.reports.quoting import citation, quoted
from rag.answers.sentences.matching import matches
from rag.answers.sentences.spoken import spoken
from rag.answers.sentences.tense import parts_of_report
from rag.answers.telling.compose import source_name
from rag.answers.words.asides import TOLD
from rag.answers.words.blanking import BLANK, blank
from rag.answers.words.term import Term
from rag.answers.words.vocabulary import Vocabulary
from rag.records import Answer, FigureKind, Filter, Passage, Sentence, Span, Status

LONGEST, BEFORE, HELD, FULL_NAME = 700, 3, 64, 4
_TOPIC = r"(?P<topic>[\u4e00-\u9fff、]{2,12}?)(?:工作)?"
_AND = re.compile("、|(?<=[\u4e00-\u9fff]{2})[和与及](?=[\u4e00-\u9fff]{2})")
# 8.交通出行方面。 教育方面，… 在卫生方面，…
_LABEL = re.compile(
    rf"\s*(?:[（(]?[\d一二三四五六七八九十]{{1,2}}[）)]?[.．、是]?|[①-⑳])?\s*在?{_TOPIC}(?:方面|领域)[。，：:,]"
)
_NO_TOPIC = re.compile("^[这那各另其上下以等]|一方面|其他")
_UNDER = r"(?P<under>(?:这|那)?(?:一|个)?(?:方面|块儿?|领域))"
_DOING = (
    r"[分别各自都要会将想能准备打算计划安排承诺答应提出部署推进开展实施采取做办干抓搞写说提到列有都是包括含了过的]*"
)
_EACH = r"(?:数量|数字?|任务量?|目标)?(?:[分别各自都每件项样个]*)[是有为要办做]*(?:多少|几[件个项]?)"
# 要干哪几件，数量各是多少; what asks for something of its own behind it (什么时候) does not ask for all
_ALL = (
    rf"的?[，,：:]?{_DOING}(?:哪些|哪几[件项条样个]|什么|啥|几[件项条]|多少[件项条])"
    rf"[大具体]*(?:实?事情?|东西|内容|工作|举措|措施|项目|任务|数字|安排|目标|承诺)?儿?(?:[，,、和]?{_EACH})?[呢啊呀]?[？?。！!]*$"
)
_ASKED = re.compile(rf"{_TOPIC}{_UNDER}?{_ALL}")
_BEGINS = re.compile(rf"^|[{BLANK}，,：:里中的在]|关于|对于")
_NUMBERS = re.compile("数量|多少|数字|[各每][件项样个]?几")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What stands from one label of a document to the next; `before` is what is said before the first of the row."""

    topic: str
    passage: Passage
    part: FigureKind | None
    sentences: tuple[Sentence, ...]
    before: str


class Labelled:
    """Answers from labelled stretches of the reports of one generation of one index."""

    def __init__(self, holdings: Holdings, vocabulary: Vocabulary) -> None:
        self._holdings = holdings
        self._vocabulary = vocabulary
        self._of = lru_cache(maxsize=HELD)(self._stretches_of)

    def answer(self, reading: Reading, filter: Filter) -> Answer | None:
        """The stretch under the label that is asked about, in the words of the report."""
        clean = blank(reading.question.clean, (*reading.places.spans, *reading.years.spans))
        ways = [m for begin in _BEGINS.finditer(clean) if (m := _ASKED.match(clean, begin.end())) is not None]
        if not ways or reading.place is None:
            return None
        own = self._holdings.passing(self._holdings.shelf.speaking_for(reading.place), filter)
        stretches = [s for document in own for s in self._of(document.path)]
        if _NUMBERS.search(clean):
            stretches = [s for s in stretches if any(proper(sentence.text) for sentence in s.sentences)]
        for asked in ways:
            chosen = [self._nearest(stretches, topic, asked, reading) for topic in _AND.split(asked["topic"])]
            if told := [stretch for stretch in chosen if stretch is not None]:
                return self._told(reading, told) if len(told) == len(chosen) else None
        return None

    def _is_asked(self, stretch: _Stretch, topic: str, asked: re.Match[str], reading: Reading) -> bool:
        """True for a label of the topic, under what else the question names: 民生实事里，交通出行方面…"""
        if asked["under"] is None and not (stretch.topic == topic and len(topic) >= FULL_NAME):
            return False
        named = [t for t in reading.subject if t.text in topic]
        if stretch.topic != topic and not (named and self._speaks_of(named, stretch.topic)):
            return False
        others = [t for t in reading.subject if t.need >= TOLD and t.text not in asked["topic"]]
        others = [t for t in others if asked.string.find(t.text) < asked.start("topic")]
        return (bool(others) or stretch.topic == topic) and self._speaks_of(others, stretch.before)

    def _speaks_of(self, terms: Sequence[Term], text: str) -> bool:
        told = spoken(text, self._vocabulary)
        return all(matches(term, told, self._vocabulary) for term in terms)

    def _nearest(
        self, stretches: Sequence[_Stretch], topic: str, asked: re.Match[str], reading: Reading
    ) -> _Stretch | None:
        """The stretch of the year and the side asked about, the one of the very name before others; without a year the newest."""

        def year(stretch: _Stretch) -> int:
            written = self._holdings.shelf.by_path[stretch.passage.doc].metadata.year or 0
            return written - 1 if stretch.part is FigureKind.RESULT and not reading.years.reports else written

        years = reading.years.reports or reading.years.years
        found = (s for s in stretches if self._is_asked(s, topic, asked, reading))
        fitting = [s for s in found if (not years or year(s) in years) and _is_of_side(s, reading.aim)]
        return max(fitting, key=lambda s: (s.topic == topic, year(s)), default=None)

    def _told(self, reading: Reading, stretches: Sequence[_Stretch]) -> Answer:
        """The stretches, a line each, with their figures."""
        lines, cited, figures = [], [], []
        for n, stretch in enumerate(stretches, start=1):
            path = stretch.passage.doc
            summary = self._holdings.shelf.by_path[path]
            span = Span(stretch.sentences[0].span.start, stretch.sentences[-1].span.stop)
            cited.append(citation(n, self._holdings.original(path), span, stretch.passage, summary))
            figures += [f for f in self._holdings.figures(path) if span.start <= f.span.start < span.stop]
            lines.append(f"据{source_name(summary)}：{quoted(cited[-1])}[{n}]")
        return Answer(Status.ANSWERED, "\n".join(lines), reading.question, tuple(cited), tuple(figures))

    def _stretches_of(self, path: str) -> tuple[_Stretch, ...]:
        summary = self._holdings.shelf.by_path[path]
        passages = self._holdings.passages(path)
        parts = parts_of_report(passages, summary.metadata, self._vocabulary)
        placed = [(p, part, s) for p, part in zip(passages, parts, strict=True) for s in p.sentences]
        return tuple(_stretches(placed, self._holdings.original(path)))


def _stretches(placed: Sequence[tuple[Passage, FigureKind | None, Sentence]], original: str) -> Iterator[_Stretch]:
    """The labelled stretches of a document in their order; a paragraph that says more than its label ends one."""
    before, ended = "", -1
    for at, (passage, part, first) in enumerate(placed):
        label = _LABEL.match(first.text)
        if label is None or _NO_TOPIC.search(label["topic"]):
            continue
        if at != ended:
            above = [s.text for _, _, s in placed[max(0, at - BEFORE) : at]]
            before = "".join((*passage.headings, *above))
        told = [first]
        alone = label.end() >= len(first.text.rstrip())
        for _, _, sentence in placed[at + 1 :]:
            parted = "\n" in original[told[-1].span.stop : sentence.span.start]
            long = sentence.span.stop - first.span.start > LONGEST
            if long or _LABEL.match(sentence.text) or (parted and not (alone and len(told) == 1)):
                break
            told.append(sentence)
        ended = at + len(told)
        if len(told) > 1 or not alone:
            yield _Stretch(label["topic"], passage, part, tuple(told), before)


def _is_of_side(stretch: _Stretch, aim: Aim) -> bool:
    other = {Aim.TARGET: FigureKind.RESULT, Aim.RESULT: FigureKind.TARGET}
    return stretch.part is None or stretch.part is not other.get(aim)
