"""A question set put to the assistant, and how many of its answers are right.

In: a file of questions (JSON lines: id, type, question, history, answers, evidence, forbidden, refuse, masked) and something
that answers. Out: a verdict for each, and a table by type. A question is right where

    answerable    the text holds every required piece and no forbidden one, is no longer than its type allows, and every
                  document of the evidence is cited at a span that overlaps it
    refuse        the answer is not_found
    masked        the answer is masked, and the evidence is cited

Numbers are compared whole: 5% is not found in 3.5%. A number in an answer that stands in no quote is counted apart; there
may be none.
"""

from __future__ import annotations

import json
import re
import statistics
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Any

from rag.answers.telling.guard import unsupported
from rag.errors import ReadError
from rag.records import Answer, Citation, Span, Status, Turn

LONGEST = {
    "lookup_target": 200,
    "lookup_result": 200,
    "followup": 300,
    "lookup_text": 500,
    "track": 600,
    "superlative_count": 600,
    "masked": 300,
}
LONGEST_OF_OTHERS = 1500

_GROUPED = re.compile(r"(?<=\d),(?=\d{3})")
_BLANKS = re.compile(r"\s+")

Ask = Callable[[str, Sequence[Turn]], Answer]


class Verdict(StrEnum):
    """What came of one question."""

    RIGHT = "正确"
    REFUSED = "拒答了能答的"
    ANSWERED = "答了不能答的"
    NOT_MASKED = "没有说明数字被隐去"
    MISSING = "缺少要点"
    FORBIDDEN = "说了不该说的"
    TOO_LONG = "太长"
    NOT_CITED = "没有引用依据"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the answer stands: the name of a document and spans in its original text."""

    doc: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a set; `pieces` are required, each with the forms that count."""

    id: str
    type: str
    question: str
    history: tuple[Turn, ...]
    pieces: tuple[tuple[str, ...], ...]
    evidence: tuple[Evidence, ...]
    forbidden: tuple[str, ...]
    refuse: bool
    masked: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """One question with its answer, the verdict, and the numbers in it that no source holds."""

    asked: Asked
    answer: Answer
    verdict: Verdict
    loose: frozenset[str]


@dataclass(frozen=True, slots=True)
class QuestionReport:
    """All verdicts of one set, in the order of the set."""

    judged: tuple[Judged, ...]

    @property
    def right(self) -> float:
        """The share of right answers; 0 for an empty set."""
        return _share(self.judged)

    def by_type(self) -> dict[str, tuple[Judged, ...]]:
        """The verdicts of each type of question, types by name."""
        found: dict[str, list[Judged]] = defaultdict(list)
        for judged in self.judged:
            found[judged.asked.type].append(judged)
        return {name: tuple(found[name]) for name in sorted(found)}

    def table(self) -> str:
        """Right answers by type, what went wrong, times, and loose numbers, as Markdown."""
        lines = ["| 题型 | 题数 | 正确 | 正确率 |", "|---|---:|---:|---:|"]
        for name, rows in (*self.by_type().items(), ("合计", self.judged)):
            right = sum(j.verdict is Verdict.RIGHT for j in rows)
            lines.append(f"| {name} | {len(rows)} | {right} | {_share(rows):.3f} |")
        wrong = Counter(j.verdict.value for j in self.judged if j.verdict is not Verdict.RIGHT)
        if wrong:
            lines += ["", "没有答对：" + "，".join(f"{verdict} {n}" for verdict, n in wrong.most_common())]
        times = sorted(j.answer.elapsed_ms for j in self.judged)
        if times:
            late = times[min(len(times) - 1, int(len(times) * 0.95))]
            lines += ["", f"用时：中位数 {statistics.median(times):.0f} 毫秒，95 分位 {late:.0f} 毫秒"]
        lines += ["", f"含有无出处数字的回答：{sum(bool(j.loose) for j in self.judged)}"]
        return "\n".join(lines)


def read_questions(path: Path) -> tuple[Asked, ...]:
    """The questions of a file; raises ReadError naming the line that is not one."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(str(path), f"读不出来（{error}）", "检查文件是否存在、是否为 UTF-8") from error
    found = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                found.append(_asked(json.loads(line)))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise ReadError(str(path), f"第 {number} 行不是一道题（{error!r}）", "每行一个 JSON 对象") from error
    return tuple(found)


def evaluate_questions(questions: Iterable[Asked], ask: Ask) -> QuestionReport:
    """Put every question to `ask` and judge its answer."""
    judged = []
    for asked in questions:
        answer = ask(asked.question, asked.history)
        loose = unsupported(answer, asked.history)
        judged.append(Judged(asked, answer, judge(asked, answer), loose))
    return QuestionReport(tuple(judged))


def judge(asked: Asked, answer: Answer) -> Verdict:
    """The verdict on one answer."""
    not_found = answer.status is Status.NOT_FOUND
    if asked.refuse:
        return Verdict.RIGHT if not_found else Verdict.ANSWERED
    if not_found:
        return Verdict.REFUSED
    cited = {evidence.doc for evidence in asked.evidence if _cites(answer.citations, evidence)}
    wrong = _wrong_if_masked(answer) if asked.masked else _wrong_in_text(asked, answer)
    if wrong is not None:
        return wrong
    return Verdict.RIGHT if cited == {evidence.doc for evidence in asked.evidence} else Verdict.NOT_CITED


def _wrong_if_masked(answer: Answer) -> Verdict | None:
    return None if answer.status is Status.MASKED else Verdict.NOT_MASKED


def _wrong_in_text(asked: Asked, answer: Answer) -> Verdict | None:
    text = flat(answer.text)
    if not all(any(holds(text, form) for form in piece) for piece in asked.pieces):
        return Verdict.MISSING
    if any(holds(text, form) for form in asked.forbidden):
        return Verdict.FORBIDDEN
    return Verdict.TOO_LONG if len(text) > LONGEST.get(asked.type, LONGEST_OF_OTHERS) else None


def flat(text: str) -> str:
    """`text` in one width, without blanks and without the separators of numbers."""
    return _GROUPED.sub("", _BLANKS.sub("", unicodedata.normalize("NFKC", text)))


def holds(text: str, piece: str) -> bool:
    """True where the flat `text` holds `piece`, its numbers whole."""
    flat_piece = flat(piece)
    left = r"(?<![\d.])" if flat_piece[:1].isdigit() else ""
    right = r"(?!\.?\d)" if flat_piece[-1:].isdigit() else ""
    return re.search(left + re.escape(flat_piece) + right, text) is not None


def _cites(citations: Sequence[Citation], evidence: Evidence) -> bool:
    return any(
        PurePosixPath(citation.doc).name == evidence.doc
        and any(citation.span.overlaps(span) for span in evidence.spans)
        for citation in citations
    )


def _asked(line: Mapping[str, Any]) -> Asked:
    return Asked(
        id=str(line["id"]),
        type=str(line["type"]),
        question=str(line["question"]),
        history=tuple(Turn(str(t["role"]), str(t["content"])) for t in line.get("history", ())),
        pieces=tuple(tuple(str(form) for form in piece) for piece in line.get("answers", ())),
        evidence=tuple(
            Evidence(str(e["doc"]), tuple(Span(int(a), int(b)) for a, b in e["spans"]))
            for e in line.get("evidence", ())
        ),
        forbidden=tuple(str(form) for form in line.get("forbidden", ())),
        refuse=bool(line.get("refuse", False)),
        masked=bool(line.get("masked", False)),
    )


def _share(judged: Sequence[Judged]) -> float:
    return sum(j.verdict is Verdict.RIGHT for j in judged) / len(judged) if judged else 0.0
