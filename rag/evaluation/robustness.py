"""A question set asked in disguises, and how many verdicts stay.

In: questions, something that answers, and the names of places that are known. Out: for every disguise of every question
the verdict beside that on the question as it stands, and a table. A verdict is kept where the disguised question is
answered right, or wrong in the same way as the plain one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rag.answers.reports.shelf import short_name
from rag.evaluation.disguises import disguises
from rag.evaluation.questions import Ask, Asked, Judged, Verdict, evaluate_questions
from rag.places import Gazetteer
from rag.protocols import Index

WORST = 30
SHOWN = 100


@dataclass(frozen=True, slots=True)
class Compared:
    """One question as it stands and in one disguise, both judged."""

    disguise: str
    plain: Judged
    disguised: Judged

    @property
    def kept(self) -> bool:
        """True where the disguise did no harm."""
        return self.disguised.verdict in (Verdict.RIGHT, self.plain.verdict)


@dataclass(frozen=True, slots=True)
class RobustnessReport:
    """All comparisons, question by question."""

    compared: tuple[Compared, ...]

    @property
    def kept(self) -> float:
        """The share of verdicts that stay; 0 where nothing was compared."""
        return _share(self.compared)

    def by_disguise(self) -> dict[str, tuple[Compared, ...]]:
        """The comparisons of each disguise, in the order in which disguises are made."""
        found: dict[str, list[Compared]] = defaultdict(list)
        for compared in self.compared:
            found[compared.disguise].append(compared)
        return {name: tuple(rows) for name, rows in found.items()}

    def table(self) -> str:
        """The shares by disguise, of all questions and of those that are answered right as they stand, as Markdown."""
        lines = ["| 换一种写法 | 题数 | 判定不变 | 原来答对的 | 仍然答对 |", "|---|---:|---:|---:|---:|"]
        for name, rows in (*self.by_disguise().items(), ("合计", self.compared)):
            right = [row for row in rows if row.plain.verdict is Verdict.RIGHT]
            lines.append(f"| {name} | {len(rows)} | {_share(rows):.3f} | {len(right)} | {_share(right):.3f} |")
        return "\n".join(lines)

    def worst(self) -> str:
        """The first questions whose verdict a disguise changed, with what was said."""
        lost = [row for row in self.compared if not row.kept]
        lines = [
            f"- {row.disguise} {row.plain.asked.id} {row.plain.verdict.value} → {row.disguised.verdict.value}："
            f"{row.disguised.asked.question}\n  - 答：{' '.join(row.disguised.answer.text.split())[:SHOWN]}"
            for row in lost[:WORST]
        ]
        more = [f"- …… 另有 {len(lost) - WORST} 题"] if len(lost) > WORST else []
        return "\n".join([*lines, *more]) or "没有因写法而变的。"


def evaluate_disguises(questions: Sequence[Asked], ask: Ask, names: Iterable[str]) -> RobustnessReport:
    """Ask every question as it stands and in each disguise that fits it."""
    known = frozenset(names)
    compared = []
    for plain in evaluate_questions(questions, ask).judged:
        worn = disguises(plain.asked.question, known)
        asked = (replace(plain.asked, question=disguised.question) for disguised in worn)
        judged = evaluate_questions(asked, ask).judged
        compared += [Compared(d.name, plain, j) for d, j in zip(worn, judged, strict=True)]
    return RobustnessReport(tuple(compared))


def known_places(index: Index, questions: Iterable[Asked], gazetteer: Gazetteer) -> frozenset[str]:
    """The places that the documents of an index name for themselves and those that the questions name, in full and in short."""
    of_index = {place for document in index.documents() for place in document.metadata.places}
    in_questions = {mention.text for asked in questions for mention in gazetteer.find(asked.question)}
    short = {place.short for name in of_index for place in gazetteer.resolve(name)}
    return frozenset(of_index | in_questions | short | {short_name(name) for name in of_index})


def shares(report: RobustnessReport) -> Mapping[str, float]:
    """The share kept of each disguise and of all together."""
    return {name: _share(rows) for name, rows in report.by_disguise().items()} | {"合计": report.kept}


def _share(compared: Sequence[Compared]) -> float:
    return sum(row.kept for row in compared) / len(compared) if compared else 0.0
