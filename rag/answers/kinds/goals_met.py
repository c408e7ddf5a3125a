"""What became of the main goals of a report, each with what the next report tells of it.

In: a question that asks how the goals of a report were met, and the report that set them. Out: an unchecked `Answer` with a line
for every goal; None where the report lists none or no later one is there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from rag.answers.asked.outcomes import Outcome, asked_outcomes
from rag.answers.asked.question import Reading
from rag.answers.evidence.in_sentence import stretch_of
from rag.answers.evidence.stretches import Stretch
from rag.answers.kinds.main_goals import main_goals, named
from rag.answers.reports.amounts_said import said
from rag.answers.reports.holdings import Holdings
from rag.answers.reports.sourcing import Sources
from rag.answers.telling.compose import source_name
from rag.answers.telling.pairing import paired
from rag.answers.telling.verdicts import reached
from rag.answers.words.vocabulary import Vocabulary
from rag.records import Answer, DocumentSummary, Figure, FigureKind, Status

MOST_GOALS = 16
_NAMES = {Outcome.MET: "达成", Outcome.MISSED: "没有达成"}


def goals_met(reading: Reading, document: DocumentSummary, holdings: Holdings, vocabulary: Vocabulary) -> Answer | None:
    """The main goals of a report, each with what the next report tells of it."""
    year = document.metadata.year
    goals = list(
        islice(main_goals(holdings.passages(document.path), FigureKind.TARGET, holdings, vocabulary), MOST_GOALS)
    )
    later = [
        d
        for d in holdings.shelf.documents
        if d.metadata.place == document.metadata.place and year is not None and d.metadata.year == year + 1
    ]
    told = [f for d in later for f in holdings.figures(d.path)]
    results = [f for f in told if f.kind is FigureKind.RESULT and f.year == year]
    # 五年来新增就业 stands in the report after a plan period, and is no result of its last year
    results = [f for f in results if stretch_of(f, holdings, vocabulary) in (Stretch.YEAR, Stretch.END)]
    if not goals or not later:
        return None
    pairs = paired(goals, results)
    sources, asked = Sources(holdings), asked_outcomes(reading.question.clean)
    those = [pair for pair in pairs if len(asked) != 1 or _outcome(*pair) is asked[0]]
    lines = [line for target, result in those for line in _line(target, result, sources)]
    counted = tuple(str(n) for n in (len(pairs), *(_many(outcome, pairs) for outcome in (*Outcome, None))))
    text = "\n".join((_counted(source_name(document), pairs, asked), *(words for words, _ in lines)))
    figures = tuple(f for pair in those for f in pair if f is not None)
    computed = (*counted, *(n for _, numbers in lines for n in numbers))
    return Answer(Status.ANSWERED, text, reading.question, tuple(sources.citations), figures, computed)


def _outcome(target: Figure, result: Figure | None) -> Outcome | None:
    """Whether a goal was met; None where no result is told, or one that cannot be held against it."""
    told = reached(target, result) if result is not None else None
    return None if told is None else Outcome.MET if told.met else Outcome.MISSED


def _many(outcome: Outcome | None, pairs: Sequence[tuple[Figure, Figure | None]]) -> int:
    return sum(_outcome(*pair) is outcome for pair in pairs)


def _counted(source: str, pairs: Sequence[tuple[Figure, Figure | None]], asked: Sequence[Outcome]) -> str:
    """How many goals were met, how many were not, and of how many no report tells; what is asked for stands first."""
    order = sorted(Outcome, key=lambda outcome: outcome not in asked[:1])
    told = [f"{_NAMES[outcome]}的{_many(outcome, pairs)}项" for outcome in order]
    shown = f"。{_NAMES[asked[0]]}的是" if len(asked) == 1 and _many(asked[0], pairs) else ""
    end = "。" if len(asked) == 1 and not shown else "："
    silent = f"，没有说明结果的{many}项" if (many := _many(None, pairs)) else ""
    return f"{source}的{len(pairs)}项主要目标中，{'、'.join(told)}{silent}{shown}{end}"


def _line(target: Figure, result: Figure | None, sources: Sources) -> Iterator[tuple[str, tuple[str, ...]]]:
    """One goal, its result and whether it was met, with the numbers worked out for that."""
    goal = f"{named(target)}：目标{said(target)}[{sources.cite(target).n}]"
    if result is None:
        yield f"{goal}，没有说明结果", ()
        return
    told = reached(target, result)
    verdict = f"，{told.text.rstrip('。')}" if told else ""
    yield f"{goal}，结果{said(result)}[{sources.cite(result).n}]{verdict}", told.computed if told else ()
