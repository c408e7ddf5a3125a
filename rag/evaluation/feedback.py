"""What users think of the answers, and whether the answers have changed since: every judged question is asked again.

In: the feedback that the chat keeps, and a way to ask. Out: the counts by reason, and for each question what has become of its
answer. An answer that was found good and is another now stands first: it is what a change has broken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rag.conversations import REASONS, Feedback
from rag.errors import ZhengwenError
from rag.records import Answer, Correction, Filter, Turn

LONGEST_SHOWN = 160
UNSAID = "没有写原因"

Ask = Callable[[str, Sequence[Turn], Filter, Correction], Answer]


@dataclass(frozen=True, slots=True)
class Again:
    """A judged question and its answer now; None and the reason where it could not be asked."""

    feedback: Feedback
    answer: Answer | None
    problem: str = ""

    @property
    def changed(self) -> bool:
        """True where the answer says something else, or the same from other sentences."""
        return self.answer is None or _said(self.answer) != _said(self.feedback.answer)


@dataclass(frozen=True, slots=True)
class FeedbackReport:
    """All judged questions, asked again."""

    asked: tuple[Again, ...]

    def _of(self, *, good: bool, changed: bool) -> tuple[Again, ...]:
        return tuple(a for a in self.asked if a.feedback.good is good and a.changed is changed)

    def measures(self) -> dict[str, float]:
        """The shares of the good answers that are still the same, and of the others that have changed."""
        shares = {}
        for name, good, changed in (("点赞的回答不变", True, False), ("被指有问题的回答已变", False, True)):
            if of_this := [a for a in self.asked if a.feedback.good is good]:
                shares[name] = sum(a.changed is changed for a in of_this) / len(of_this)
        return shares

    def table(self) -> str:
        """How many judgements there are, by what was said of the answer."""
        counts = Counter(_reason(a.feedback) for a in self.asked)
        changed = Counter(_reason(a.feedback) for a in self.asked if a.changed)
        rows = [f"| {reason} | {n} | {changed[reason]} |" for reason, n in counts.most_common()]
        return "\n".join(["| 评价 | 个数 | 回答已变 |", "|---|---:|---:|", *rows])

    def text(self) -> str:
        """The whole report as Markdown, what is worst first."""
        if not self.asked:
            return "还没有人评价过回答。"
        parts = [
            ("点过赞、现在变了的（先看这些）", self._of(good=True, changed=True)),
            ("指过有问题、现在变了的", self._of(good=False, changed=True)),
            ("指过有问题、还是老样子的", self._of(good=False, changed=False)),
        ]
        told = [f"### {title}\n\n{_listed(asked)}" for title, asked in parts if asked]
        broken, *rest = told if self._of(good=True, changed=True) else ("", *told)
        still = len(self._of(good=True, changed=False))
        return "\n\n".join(part for part in (broken, self.table(), *rest, f"点过赞、没有变的：{still} 个。") if part)


def ask_again(kept: Iterable[Feedback], ask: Ask) -> FeedbackReport:
    """Ask every judged question under its own circumstances."""
    return FeedbackReport(tuple(_again(feedback, ask) for feedback in kept))


def _again(feedback: Feedback, ask: Ask) -> Again:
    try:
        answer = ask(feedback.question, feedback.history, feedback.filter, feedback.correction)
    except ZhengwenError as error:
        return Again(feedback, None, str(error))
    return Again(feedback, answer)


def _said(answer: Answer) -> tuple[object, ...]:
    return answer.status, answer.text, tuple((c.doc, c.quote) for c in answer.citations)


def _reason(feedback: Feedback) -> str:
    if feedback.good:
        return "有用"
    return REASONS[feedback.reason] if feedback.reason else UNSAID


def _listed(asked: Sequence[Again]) -> str:
    return "\n".join(_told(again) for again in asked)


def _told(again: Again) -> str:
    feedback = again.feedback
    remark = f"：{_flat(feedback.remark)}" if feedback.remark.strip() else ""
    why = "" if feedback.good else f"（{_reason(feedback)}{remark}）"
    then, now = feedback.answer, again.answer
    lines = [f"- {_flat(feedback.question)}{why}", f"  - 当时：{then.status.value} {_flat(then.text)}"]
    if again.changed:
        lines.append(f"  - 现在：{f'{now.status.value} {_flat(now.text)}' if now else again.problem}")
    return "\n".join(lines)


def _flat(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_SHOWN else flat[: LONGEST_SHOWN - 1] + "…"
