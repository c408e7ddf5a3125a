"""What a report says as a whole: its parts, its main goals, its figures on a topic, and what became of its goals.

In: a question that names no subject of its own, only a place, a year and perhaps a topic. Out: an unchecked `Answer`
made of headings and figures, each with its source; None where the question asks for something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice

from rag.answers.asked.conditions import condition
from rag.answers.asked.outcomes import asked_outcomes
from rag.answers.asked.question import Aim, Reading, TagTopics
from rag.answers.kinds.goals_met import goals_met
from rag.answers.kinds.main_goals import line, main_goals
from rag.answers.reports.holdings import Holdings
from rag.answers.reports.quoting import citation, original_span, quoted
from rag.answers.reports.sourcing import Sources
from rag.answers.sentences.tense import parts_of_report
from rag.answers.telling import refusals
from rag.answers.telling.compose import source_name
from rag.answers.words.vocabulary import Vocabulary
from rag.places import NATION
from rag.records import Answer, DocumentSummary, Figure, FigureKind, Filter, Status

MOST_LINES, MOST_PARTS, MOST_SENTENCES, LONGEST_SENTENCE = 16, 10, 5, 160
_DONE = re.compile(r"做了|干了|取得|成绩|成效|成果|亮点|采取了|推进了|开展了")


class Overview:
    """Answers about whole reports from one generation of one index."""

    def __init__(self, holdings: Holdings, topics: TagTopics, vocabulary: Vocabulary) -> None:
        self._holdings = holdings
        self._topics = topics
        self._vocabulary = vocabulary
        self._answered: Mapping[str, Callable[[Reading, DocumentSummary], Answer | None]] = {
            "progress": partial(goals_met, holdings=holdings, vocabulary=vocabulary),
            "works": self._works,
            "contents": self._contents,
            "figures": self._figures,
        }

    def answer(self, reading: Reading, filter: Filter) -> Answer | None:
        """What the report says that the question is about; None where the question asks for something else."""
        asked = next((name for name, p in self._vocabulary.overviews if p.search(reading.question.clean)), None)
        if asked in (None, "figures") and asked_outcomes(reading.question.clean):
            asked = "progress"
        if asked is None and reading.topics and not reading.subject:
            asked = "figures"
        if asked is None or not self._has_no_subject(reading):
            return None
        if asked == "progress" and any(self._topics(t.text) for t in reading.subject):
            # 绿化目标 is one of its own
            return None
        documents = self._documents(reading, filter, goals=asked == "progress")
        if not documents:
            return None
        if len({d.metadata.place for d in documents}) > 1:
            places = tuple(dict.fromkeys(d.metadata.place or "" for d in documents))
            return Answer(Status.UNCLEAR, refusals.which_place(places), reading.question)
        return self._answered[asked](reading, documents[0])

    def _has_no_subject(self, reading: Reading) -> bool:
        """True where nothing is named but topics (粮食方面) and words that say little."""
        return all(t.concept is None and (t.weight < 1 or self._topics(t.text)) for t in reading.subject)

    def _documents(self, reading: Reading, filter: Filter, goals: bool) -> tuple[DocumentSummary, ...]:
        """The reports of the place and year asked about, the newest first where no year is; the country's before others.

        Where `goals` are asked after, those of the first year in which they were set.
        """
        shelf = self._holdings.shelf
        own = shelf.documents if reading.place is None else shelf.speaking_for(reading.place)
        own = self._holdings.passing(own, filter)
        if reading.place is None:
            own = tuple(d for d in own if d.metadata.place == NATION) or own
        told = tuple(year + 1 for year in reading.years.years) if _is_past(reading) else reading.years.years
        years = reading.years.reports or told or shelf.years(own)[-1:]
        if goals:
            years = tuple(sorted({*reading.years.years, *reading.years.reports}))[:1] or shelf.years(own)[-2:][:1]
        return tuple(d for d in own if d.metadata.year in years)

    def _asked_topics(self, reading: Reading) -> tuple[str, ...]:
        """The topics that the user has set, or else those of the words of the question."""
        return reading.topics or tuple(dict.fromkeys(topic for t in reading.subject for topic in self._topics(t.text)))

    def _contents(self, reading: Reading, document: DocumentSummary) -> Answer | None:
        """The headings of the report and its main goals."""
        passages = self._holdings.passages(document.path)
        outer = dict.fromkeys(p.headings[0] for p in passages if p.headings)
        parts = [heading for heading in outer if not any(c.isdigit() for c in heading)][:MOST_PARTS]
        sources = Sources(self._holdings)
        goals = list(islice(main_goals(passages, FigureKind.TARGET, self._holdings, self._vocabulary), MOST_LINES))
        lines = [f"{source_name(document)}的主要内容："]
        if parts:
            lines.append(f"各部分是：{'；'.join(parts)}。")
        if goals:
            lines += ["主要目标：", *(line(figure, sources) for figure in goals)]
        if len(lines) == 1:
            return None
        return Answer(Status.ANSWERED, "\n".join(lines), reading.question, tuple(sources.citations), tuple(goals))

    def _figures(self, reading: Reading, document: DocumentSummary) -> Answer | None:
        """The main goals or results of a report, or all its figures on a topic."""
        kind = FigureKind.RESULT if _is_past(reading) else FigureKind.TARGET
        passages = self._holdings.passages(document.path)
        topics = self._asked_topics(reading)
        found = list(
            self._on(topics, document, kind) if topics else main_goals(passages, kind, self._holdings, self._vocabulary)
        )
        limit, _ = condition(reading.question.clean, (*reading.places.spans, *reading.years.spans))
        all_told = len(found)
        found = [f for f in found if limit is None or limit.met_by(f)]
        if not found:
            return None
        sources = Sources(self._holdings)
        what = f"{'、'.join(topics)}的" if topics else "主要"
        name = "目标" if kind is FigureKind.TARGET else "完成情况"
        shown = found[:MOST_LINES]
        count = f"共{len(found)}项" + (f"，先列{len(shown)}项" if len(shown) < len(found) else "")
        first = f"{source_name(document)}写明的{what}{name}，{count}："
        if limit is not None:
            first = f"{source_name(document)}写明的{what}{name}共{all_told}项，其中符合的{count}："
        lines = [first, *(line(f, sources) for f in shown)]
        computed = (str(len(found)), str(len(shown)), str(all_told))
        citations = tuple(sources.citations)
        return Answer(Status.ANSWERED, "\n".join(lines), reading.question, citations, tuple(found), computed)

    def _works(self, reading: Reading, document: DocumentSummary) -> Answer | None:
        """The sentences of a report on a topic: what was done, or what is to be done."""
        topics = set(self._asked_topics(reading))
        passages = self._holdings.passages(document.path)
        parts = parts_of_report(passages, document.metadata, self._vocabulary)
        side = FigureKind.RESULT if _is_past(reading) else FigureKind.TARGET if reading.aim is Aim.TARGET else None
        on_topic = [
            (passage, sentence)
            for passage, part in zip(passages, parts, strict=True)
            if topics.intersection(passage.topics) and side in (None, part, part or side)
            for sentence in passage.sentences
            if topics.intersection(self._topics(sentence.text)) and len(sentence.text) <= LONGEST_SENTENCE
        ][:MOST_SENTENCES]
        if not on_topic:
            return None
        original, citations = self._holdings.original(document.path), []
        for n, (passage, sentence) in enumerate(on_topic, start=1):
            span = original_span(original, sentence, 0, len(sentence.text))
            citations.append(citation(n, original, span, passage, document))
        lines = [
            f"{source_name(document)}在{'、'.join(sorted(topics))}方面说到：",
            *(f"{quoted(c)}[{c.n}]" for c in citations),
        ]
        return Answer(Status.ANSWERED, "\n".join(lines), reading.question, tuple(citations))

    def _on(self, topics: Sequence[str], document: DocumentSummary, kind: FigureKind) -> Iterator[Figure]:
        """The figures of a report under one of these topics."""
        for figure in self._holdings.figures(document.path):
            if figure.kind is kind and not figure.masked and set(topics).intersection(figure.topics):
                yield figure


def _is_past(reading: Reading) -> bool:
    """True where what was done is asked about: its year is told of in the report of the year after."""
    return reading.aim is Aim.RESULT or _DONE.search(reading.question.clean) is not None
