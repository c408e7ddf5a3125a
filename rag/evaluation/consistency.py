"""Generated questions put to the assistant, and how many answers are what the catalogue implies.

In: generated questions and something that answers. Out: what came of each, and tables. A question for a figure is right
where the answer holds the figure as the report writes it and cites a document that holds it; one for what is not there
where the answer is not_found and says no figure.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rag.answers.telling.guard import unsupported
from rag.evaluation.generated import Generated, Sort
from rag.evaluation.questions import Ask, flat, holds
from rag.records import Answer, Status

WORST = 5
SHOWN = 110


class Outcome(StrEnum):
    """What came of one generated question."""

    RIGHT = "正确"
    REFUSED = "拒答了有的"
    UNCLEAR = "反问"
    OTHER = "没有给出这个数字"
    NOT_CITED = "没有引用它的出处"
    ANSWERED = "答了没有的"
    NUMBER_SAID = "拒答里有数字"


@dataclass(frozen=True, slots=True)
class Held:
    """One generated question with its answer and what came of it."""

    asked: Generated
    answer: Answer
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class ConsistencyReport:
    """What came of all generated questions, in their order."""

    held: tuple[Held, ...]

    @property
    def right(self) -> float:
        """The share of right ones; 0 where none were asked."""
        return _share(self.held)

    def by_sort(self) -> dict[Sort, tuple[Held, ...]]:
        """What came of each sort of question, in the order of the sorts."""
        found: defaultdict[Sort, list[Held]] = defaultdict(list)
        for held in self.held:
            found[held.asked.sort].append(held)
        return {sort: tuple(found[sort]) for sort in Sort if found[sort]}

    def table(self) -> str:
        """Shares by sort of question with what went wrong, as Markdown."""
        lines = ["| 自动出题 | 题数 | 正确率 | 没有答对 |", "|---|---:|---:|---|"]
        for name, rows in (*self.by_sort().items(), ("合计", self.held)):
            wrong = Counter(h.outcome.value for h in rows if h.outcome is not Outcome.RIGHT)
            said = "，".join(f"{outcome} {n}" for outcome, n in wrong.most_common())
            lines.append(f"| {name} | {len(rows)} | {_share(rows):.3f} | {said} |")
        return "\n".join(lines)

    def worst(self, most: int = WORST) -> str:
        """For each sort and each way to go wrong the first questions, with what was said and what was wanted."""
        causes: defaultdict[tuple[Sort, Outcome], list[Held]] = defaultdict(list)
        for held in self.held:
            if held.outcome is not Outcome.RIGHT:
                causes[held.asked.sort, held.outcome].append(held)
        lines = []
        for (sort, outcome), rows in sorted(causes.items(), key=lambda cause: -len(cause[1])):
            lines.append(f"- {sort}，{outcome}：{len(rows)} 题")
            for held in rows[:most]:
                wanted = " / ".join(held.asked.texts) or "拒答"
                said = " ".join(held.answer.text.split())[:SHOWN]
                lines += [f"  - {held.asked.question}", f"    - 答：{said}", f"    - 应有：{wanted}"]
        return "\n".join(lines) or "全部答对。"


def evaluate_generated(questions: Iterable[Generated], ask: Ask) -> ConsistencyReport:
    """Ask every generated question by itself and judge its answer."""
    found = []
    for asked in questions:
        answer = ask(asked.question, ())
        found.append(Held(asked, answer, outcome(asked, answer)))
    return ConsistencyReport(tuple(found))


def outcome(asked: Generated, answer: Answer) -> Outcome:
    """What came of one question."""
    if not asked.texts:
        return _of_missing(answer)
    if answer.status is Status.NOT_FOUND:
        return Outcome.REFUSED
    if answer.status is Status.UNCLEAR:
        return Outcome.UNCLEAR
    said = flat(answer.text)
    if not any(holds(said, text) for text in asked.texts):
        return Outcome.OTHER
    cited = {citation.doc for citation in answer.citations}
    return Outcome.RIGHT if cited.intersection(asked.docs) else Outcome.NOT_CITED


def _of_missing(answer: Answer) -> Outcome:
    if answer.status is Status.UNCLEAR:
        return Outcome.UNCLEAR
    if answer.status is not Status.NOT_FOUND or answer.figures or answer.citations:
        return Outcome.ANSWERED
    return Outcome.NUMBER_SAID if unsupported(answer) else Outcome.RIGHT


def shares(report: ConsistencyReport) -> Mapping[str, float]:
    """The share right of each sort and of all together."""
    return {str(sort): _share(rows) for sort, rows in report.by_sort().items()} | {"合计": report.right}


def _share(held: Sequence[Held]) -> float:
    return sum(h.outcome is Outcome.RIGHT for h in held) / len(held) if held else 0.0
