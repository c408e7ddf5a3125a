"""How long an answer takes, which share each stage has, and how much memory the process needs, beside BM25 alone.

    python benchmarks/ask.py INDEX [QUESTIONS.jsonl] [--encoder bundled]

QUESTIONS.jsonl has objects with "question" and, for follow-ups, "history"; without it the questions of
../shared/eval, or else those of the sample, are asked. Every question is asked once after a warm-up with others, then all of
them a second time. What a stage calls in another stage counts for the other stage alone. Prints Markdown.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import psutil

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from rag import assistant as door  # noqa: E402
from rag.answers import answering  # noqa: E402
from rag.answers.evidence.finding import Finder  # noqa: E402
from rag.answers.kinds import lookup  # noqa: E402
from rag.answers.tables import tabling  # noqa: E402
from rag.answers.tables.table import Tabler  # noqa: E402
from rag.assistant import Assistant  # noqa: E402
from rag.evaluation.questions import Asked, read_questions  # noqa: E402
from rag.protocols import Index  # noqa: E402
from rag.records import Filter  # noqa: E402
from rag.search import Searcher  # noqa: E402
from rag.text.words import words  # noqa: E402

QUESTIONS = (ROOT.parent / "shared" / "eval" / "questions_dev.jsonl", ROOT / "tests" / "sample_questions.jsonl")
WARM_UP = ("去年完成了哪些工作？", "今年粮食产量目标是多少？", "对比一下近两年的财政收入", "民生方面要办哪些实事？")
OF_INDEX = {
    "lexical": "searching by words",
    "dense": "searching by meaning",
    "similarities": "searching by meaning",
    "passages": "loading passages",
    "passages_of": "loading passages",
    "document": "loading originals",
    "frequencies": "searching by words",
    "figures": "looking up figures",
    "figures_of": "looking up figures",
}
OF_ENCODER = {"encode_queries": "encoding the question"}
OF_ANSWERING: tuple[tuple[object, str, str], ...] = (
    (answering, "read_in_conversation", "reading the question"),
    (Finder, "find", "finding"),
    (Tabler, "table", "tabling"),
    (Searcher, "search", "weighing passages"),
    (lookup, "decide", "deciding"),
    (lookup, "compose", "composing"),
    (tabling, "table_text", "composing"),
    (answering, "unsupported", "the guard"),
)
REST = "the rest"


class Stages:
    """Adds up the milliseconds that each stage takes by itself: while one calls another, only the other's clock runs."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)
        self._running: list[str] = []
        self._since = 0.0

    def timed(self, stage: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """`call`, with its time on the clock of `stage`."""

        def running(*arguments: Any, **named: Any) -> Any:
            self._switch()
            self._running.append(stage)
            try:
                return call(*arguments, **named)
            finally:
                self._switch()
                self._running.pop()

        return running

    def _switch(self) -> None:
        now = time.perf_counter()
        if self._running:
            self.spent[self._running[-1]] += (now - self._since) * 1000
        self._since = now


class Timed:
    """Passes everything on, and times the calls that belong to a stage."""

    def __init__(self, inner: object, stages: Stages, names: dict[str, str]) -> None:
        self._inner = inner
        self._stages = stages
        self._names = names

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inner, name)
        return self._stages.timed(self._names[name], found) if name in self._names else found


def instrument(stages: Stages) -> None:
    """Put the clocks around the stages of answering, for this process."""
    for owner, name, stage in OF_ANSWERING:
        setattr(owner, name, stages.timed(stage, getattr(owner, name)))
    for name, names in (("open_index", OF_INDEX), ("load_encoder", OF_ENCODER)):
        setattr(door, name, _opening(getattr(door, name), stages, names))


def _opening(opened: Callable[..., object], stages: Stages, names: dict[str, str]) -> Callable[..., Timed]:
    return lambda *arguments: Timed(opened(*arguments), stages, names)


def ask_all(assistant: Assistant, questions: Sequence[Asked], stages: Stages) -> list[dict[str, float]]:
    """Milliseconds by stage for each question."""
    ask = stages.timed(REST, assistant.ask)
    rows = []
    for asked in questions:
        stages.spent.clear()
        ask(asked.question, asked.history)
        rows.append(dict(stages.spent))
    return rows


def words_alone(index: Index, questions: Sequence[Asked]) -> list[float]:
    """Milliseconds that the five best passages take by BM25 alone."""
    times = []
    for asked in questions:
        began = time.perf_counter()
        found = index.lexical(words(asked.question), Filter(), 5)
        index.passages([candidate.passage_id for candidate in found])
        times.append((time.perf_counter() - began) * 1000)
    return times


def line(name: str, times: Sequence[float], share: str = "") -> str:
    """One row of the table."""
    p95 = statistics.quantiles(times, n=20, method="inclusive")[-1]
    return f"| {name} | {statistics.median(times):.1f} | {p95:.1f} | {max(times):.1f} | {share} |"


def table(rows: Sequence[dict[str, float]], again: Sequence[dict[str, float]], alone: Sequence[float]) -> str:
    """All stages, the largest share first, then the whole and what it is measured against."""
    whole = [sum(row.values()) for row in rows]
    spent = {name: [row.get(name, 0.0) for row in rows] for row in rows for name in row}
    lines = ["| milliseconds a question | median | p95 | max | share |", "|---|---:|---:|---:|---:|"]
    for name, times in sorted(spent.items(), key=lambda item: -sum(item[1])):
        lines.append(line(name, times, f"{sum(times) / sum(whole):.0%}"))
    lines.append(line("**question to answer**", whole, "100%"))
    lines.append(line("the same questions again", [sum(row.values()) for row in again]))
    lines.append(line("BM25 alone, five passages", alone))
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("index", type=Path)
    parser.add_argument("questions", type=Path, nargs="?", default=next((p for p in QUESTIONS if p.is_file()), None))
    parser.add_argument("--encoder", default="bundled")
    options = parser.parse_args()
    if options.questions is None:
        parser.error("there are no questions; name a file of them")
    questions = read_questions(options.questions)
    stages = Stages()
    instrument(stages)
    assistant = Assistant.open(options.index, options.encoder)
    for question in WARM_UP:
        assistant.ask(question)
    rows, again = ask_all(assistant, questions, stages), ask_all(assistant, questions, stages)
    size = assistant.index.statistics()
    print(f"{len(questions)} questions over {size.documents} documents, {size.passages} passages\n")
    print(table(rows, again, words_alone(assistant.index, questions)))
    print(f"\nmemory of the process after it: {psutil.Process().memory_info().rss / 2**20:.0f} MB")


if __name__ == "__main__":
    main()
