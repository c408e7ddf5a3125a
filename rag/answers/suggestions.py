"""What one may want to ask next, drawn from the index and tried before it is shown.

In: an answer, the index it comes from, and a way to ask. Out: a few questions, each complete in itself, that the index
answers: whether a target was met, the same of another year or place, its growth instead of its level, the target
behind a result; after an answer in words the same topic elsewhere, and after none what the place's reports do state.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, zip_longest

from rag.errors import ZhengwenError
from rag.protocols import Index
from rag.records import (
    Answer,
    Figure,
    FigureGroup,
    FigureKind,
    FigureOrder,
    FigureQuery,
    Filter,
    Measure,
    QuestionKind,
    Status,
)

MOST_FIGURES, MOST_NAMES, MOST_PLACES = 200, 12, 12
MOST_TRIES, PATIENCE_S = 10, 1.5
LONGEST_NAME = 14

Ask = Callable[[str], Answer]

LEVELS = {FigureKind.TARGET: "的目标是多少？", FigureKind.RESULT: "达到多少？"}
RATES = {
    (FigureKind.TARGET, Measure.INCREASE): "增长目标是多少？",
    (FigureKind.RESULT, Measure.INCREASE): "增长了多少？",
    (FigureKind.TARGET, Measure.DECREASE): "下降目标是多少？",
    (FigureKind.RESULT, Measure.DECREASE): "下降了多少？",
}
MET = "目标完成了吗？"
ON_TOPIC = "年在{topic}方面有哪些工作？"


@dataclass(frozen=True, slots=True)
class Idea:
    """A question, and the figure that its answer is to hold; None where any cited answer will do. `met` is set
    where it asks whether a target was met."""

    question: str
    figure: Figure | None = None
    met: bool = False


def suggestions(
    answer: Answer,
    index: Index,
    ask: Ask,
    *,
    n: int = 3,
    asked: Sequence[str] = (),
    clock: Callable[[], float] = time.monotonic,
) -> tuple[str, ...]:
    """Up to `n` questions beside those already `asked`; it stops after MOST_TRIES questions or PATIENCE_S seconds."""
    until = clock() + PATIENCE_S
    seen = {answer.question.text, *asked}
    found: list[str] = []
    for idea in islice(ideas(answer, index), MOST_TRIES):
        if len(found) == n or clock() > until:
            break
        if idea.question not in seen and _holds(idea, ask):
            found.append(idea.question)
        seen.add(idea.question)
    return tuple(found)


def ideas(answer: Answer, index: Index) -> Iterator[Idea]:
    """What could be asked next, the most telling first, kinds by turns; not yet tried."""
    figure = next((f for f in answer.figures if _askable(f)), None)
    if answer.status is Status.ANSWERED and figure is not None:
        told = {(f.doc, f.span) for f in answer.figures}
        tracked = answer.question.kind is QuestionKind.TRACK
        yield from (
            idea
            for idea in _of_figure(figure, index)
            if idea.figure is None or ((idea.figure.doc, idea.figure.span) not in told and not (tracked and idea.met))
        )
    elif answer.status is Status.ANSWERED and answer.question.topics:
        yield from _of_topic(answer, index)
    else:
        yield from _of_places(answer, index)


def question_for(figure: Figure) -> str:
    """The question that a figure answers."""
    ending = RATES.get((figure.kind, figure.measure)) or LEVELS[figure.kind]
    return f"{figure.place}{figure.year}年{_name(figure)}{ending}"


def _of_figure(figure: Figure, index: Index) -> Iterator[Idea]:
    """Other kind, other year, other place, other measure of the same thing."""
    same = [f for f in index.figures(_same(figure)).figures if _askable(f) and _name(f) == _name(figure)]
    here = [f for f in same if f.place == figure.place]
    alike = [f for f in same if f.kind is figure.kind and f.measure is figure.measure]
    now = [f for f in here if f.year == figure.year]
    result = next((f for f in now if f.kind is FigureKind.RESULT), None)
    years = sorted((f for f in alike if f.place == figure.place and f.year != figure.year), key=_far_from(figure))
    places = [f for f in alike if f.place != figure.place and f.year == figure.year]
    groups = (
        [Idea(f"{figure.place}{figure.year}年{_name(figure)}{MET}", result, met=True)]
        if figure.kind is FigureKind.TARGET and result is not None
        else [Idea(question_for(f), f) for f in now if f.kind is not figure.kind][:2],
        [Idea(question_for(f), f) for f in years],
        [Idea(question_for(f), f) for f in places],
        [Idea(question_for(f), f) for f in now if f.measure is not figure.measure and f.kind is figure.kind],
    )
    found = (idea for round_ in zip_longest(*groups) for idea in round_ if idea is not None)
    yield from found
    yield from _neighbours(figure, index)


def _neighbours(figure: Figure, index: Index) -> Iterator[Idea]:
    """Other things that the same report says on the same topic."""
    query = FigureQuery(
        places=(figure.place or "",),
        years=(figure.year or 0,),
        topics=figure.topics,
        kinds=(figure.kind,),
        limit=MOST_NAMES,
    )
    for other in index.figures(query).figures:
        if _askable(other) and other.concept and other.place == figure.place and _name(other) != _name(figure):
            yield Idea(question_for(other), other)


def _of_topic(answer: Answer, index: Index) -> Iterator[Idea]:
    """The same topic in other years of the place, then in other places."""
    topic, cited = answer.question.topics[0], {citation.doc for citation in answer.citations}
    documents = [d for d in index.documents(Filter(topics=(topic,))) if d.metadata.year and d.duplicate_of is None]
    told = {(d.metadata.place, d.metadata.year) for d in documents if d.path in cited}
    own = {place for place, _ in told}
    others = [d.metadata for d in documents if d.metadata.place and (d.metadata.place, d.metadata.year) not in told]
    newest = sorted(others, key=lambda m: (m.place not in own, -(m.year or 0)))
    questions = dict.fromkeys(f"{m.place}{m.year}{ON_TOPIC.format(topic=topic)}" for m in newest)
    yield from map(Idea, questions)


def _of_places(answer: Answer, index: Index) -> Iterator[Idea]:
    """What the reports of the place, or of any place, state most often."""
    question = answer.question
    known = {count.value for count in index.figure_counts(FigureQuery(), FigureGroup.OWN_PLACE)}
    places = tuple(place for place in question.places if place in known)
    queries = [
        FigureQuery(places=places, years=question.years, topics=question.topics),
        FigureQuery(places=places, topics=question.topics),
        FigureQuery(places=places, years=question.years),
        FigureQuery(places=places),
    ]
    for query in queries if places or question.topics else ():
        counts = index.figure_counts(query, FigureGroup.CONCEPT)[:MOST_NAMES]
        for count in counts:
            wanted = FigureQuery(
                places=query.places,
                years=query.years,
                topics=query.topics,
                concepts=(count.value,),
                order=FigureOrder.NEWEST,
                limit=MOST_PLACES,
            )
            figures = index.figures(wanted).figures
            own = (f for f in figures if _askable(f) and (not places or f.place in places))
            yield from chain(Idea(question_for(f), f) for f in islice(own, 1))


def _holds(idea: Idea, ask: Ask) -> bool:
    """True where the index answers: with the figure that was meant, or for a question in words with any source."""
    try:
        answer = ask(idea.question)
    except ZhengwenError:
        return False
    if answer.status is not Status.ANSWERED or not answer.citations:
        return False
    meant = idea.figure
    return meant is None or any(
        f.year == meant.year and f.place == meant.place and f.kind is meant.kind for f in answer.figures
    )


def _same(figure: Figure) -> FigureQuery:
    if figure.concept:
        return FigureQuery(concepts=(figure.concept,), limit=MOST_FIGURES)
    return FigureQuery(indicator=figure.indicator, limit=MOST_FIGURES)


def _askable(figure: Figure) -> bool:
    return bool(
        figure.place and figure.year and not figure.masked and figure.indicator and len(_name(figure)) <= LONGEST_NAME
    )


def _name(figure: Figure) -> str:
    return figure.concept or figure.indicator


def _far_from(figure: Figure) -> Callable[[Figure], tuple[int, int]]:
    """Years in the order of their distance, the later of two first."""
    base = figure.year or 0
    return lambda other: (abs((other.year or 0) - base), -(other.year or 0))
