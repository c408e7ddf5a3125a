"""`python -m rag eval`: retrieval and answers measured, beside what the last run measured.

In: the settings, and optionally a question set and a set of annotated figures of the user's own. Out: the report as Markdown. Without
sets of their own, users measure on those of `../shared/eval`, where that folder lies beside the project; the questions are asked of
the index that the settings name, and its figures are held against the annotated ones. On request they are asked in disguises too, and questions that
the catalogue of that index answers or leaves without an answer are made up and asked, or what users have judged is asked again. What a run measured is kept in `evaluation.json` in the index
folder, and the next run says what has changed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rag.assistant import Assistant
from rag.conversations import Conversations
from rag.encoder import load_encoder
from rag.errors import ReadError
from rag.evaluation import consistency, robustness
from rag.evaluation.annotated import read_annotated
from rag.evaluation.catalogue import catalogue
from rag.evaluation.consistency import evaluate_generated
from rag.evaluation.feedback import ask_again
from rag.evaluation.figures import evaluate_figures
from rag.evaluation.generated import generated
from rag.evaluation.questions import Judged, QuestionReport, Verdict, evaluate_questions, read_questions
from rag.evaluation.retrieval import Retrieval, evaluate_reading
from rag.evaluation.robustness import evaluate_disguises, known_places
from rag.places import gazetteer
from rag.settings import Settings
from rag.topics import load_indicators

DATA = Path("..") / "shared" / "eval"
QUESTIONS = "questions_dev.jsonl"
TARGETS = "targets_dev.jsonl"
READING = "reading"
KEPT = "evaluation.json"
WORST = 20
NOTICEABLE = 0.0005

Measures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the report: its title, its Markdown, and the measures that the next run is compared with."""

    title: str
    text: str
    measures: Measures


def evaluate(
    settings: Settings,
    *,
    questions: Path | None = None,
    targets: Path | None = None,
    disguised: bool = False,
    generate: int = 0,
    feedback: bool = False,
    data: Path = DATA,
) -> str:
    """The whole report; `disguised` asks every question in disguises too, `generate` so many questions out of the index,
    `feedback` those that users have judged, and what was not named is then left out.

    Raises ReadError where there is nothing to measure with, IndexMissing without an index.
    """
    own = questions is not None or targets is not None or feedback
    if not own and not data.is_dir() and not generate:
        remedy = "用 --questions 或 --targets 指定自己的题目或标注，或用 --generated 按索引自动出题"
        raise ReadError(str(data), "没有找到评测数据", remedy)
    parts = []
    if not own and (data / READING).is_dir():
        parts.append(_retrieval(settings, data / READING))
    assistant = Assistant.open(settings.index, settings.encoder, settings.topics, settings.indicators)
    parts += [_judged(assistant, settings)] if feedback else []
    for annotated in _sets(targets, data / TARGETS, own):
        parts += _figures(assistant, annotated)
    for asked in _sets(questions, data / QUESTIONS, own):
        parts += _answers(assistant, asked)
        parts += [_disguised(assistant, asked)] if disguised else []
    parts += [_generated(assistant, settings, generate)] if generate else []
    measures = {name: value for part in parts for name, value in part.measures.items()}
    kept = settings.index / KEPT
    before = _kept(kept)
    parts.append(Part("与上次相比", compared(before, measures), {}))
    _keep(kept, before | measures)
    return "\n\n".join(f"## {part.title}\n\n{part.text}" for part in parts)


def _sets(given: Path | None, usual: Path, own: bool) -> tuple[Path, ...]:
    """The set that was named, else the usual one, where it is there and nothing was named at all."""
    if given is not None:
        return (given,)
    return (usual,) if usual.is_file() and not own else ()


def _judged(assistant: Assistant, settings: Settings) -> Part:
    report = ask_again(Conversations(settings.state).all_feedback(), assistant.ask)
    measures = {f"评价 {name}": share for name, share in report.measures().items()}
    return Part("用户的评价", report.text(), measures)


def _figures(assistant: Assistant, path: Path) -> tuple[Part, ...]:
    report = evaluate_figures(read_annotated(path), assistant.index)
    measures = {f"数字 {depth}": f1 for depth, f1 in report.measures().items()}
    return Part(f"数字（{path}）", report.table(), measures), Part("没有读对的", report.worst(WORST), {})


def _retrieval(settings: Settings, reading: Path) -> Part:
    results = evaluate_reading(reading, load_encoder(settings.encoder))
    measures = {f"{r.dataset} {r.way} {name}": value for r in results for name, value in _shares(r).items()}
    return Part("检索", retrieval_table(results), measures)


def _answers(assistant: Assistant, path: Path) -> tuple[Part, ...]:
    report = evaluate_questions(read_questions(path), assistant.ask)
    measures = {f"回答 {name}": share for name, share in _by_type(report).items()}
    return Part(f"回答（{path}）", report.table(), measures), Part("没有答对的", worst(report.judged), {})


def _disguised(assistant: Assistant, path: Path) -> Part:
    questions = read_questions(path)
    names = known_places(assistant.index, questions, gazetteer())
    report = evaluate_disguises(questions, assistant.ask, names)
    measures = {f"换写法 {name}": share for name, share in robustness.shares(report).items()}
    return Part("同一个问题换一种写法", f"{report.table()}\n\n{report.worst()}", measures)


def _generated(assistant: Assistant, settings: Settings, most: int) -> Part:
    known = catalogue(assistant.index, load_indicators(settings.indicators), gazetteer())
    report = evaluate_generated(generated(known, most), assistant.ask)
    measures = {f"自动出题 {name}": share for name, share in consistency.shares(report).items()}
    return Part("按索引自动出的题", f"{report.table()}\n\n{report.worst()}", measures)


def retrieval_table(results: Sequence[Retrieval]) -> str:
    """One row a way of searching and a data set."""
    rows = [
        f"| {r.dataset} | {r.way} | {r.questions} | {r.first:.3f} | {r.in_five:.3f} | {r.median_ms:.1f} |"
        for r in results
    ]
    return "\n".join(["| 数据集 | 方法 | 题数 | 第一条 | 前五条 | 毫秒 |", "|---|---|---:|---:|---:|---:|", *rows])


def worst(judged: Sequence[Judged]) -> str:
    """The first questions that were not answered right, with what was said and what was wanted."""
    wrong = [j for j in judged if j.verdict is not Verdict.RIGHT or j.loose]
    lines = [
        f"- {j.asked.id} {j.verdict.value}：{j.asked.question}\n"
        f"  - 答：{' '.join(j.answer.text.split())[:120]}\n"
        f"  - 应有：{'；'.join(' / '.join(piece) for piece in j.asked.pieces) or '拒答'}"
        for j in wrong[:WORST]
    ]
    more = [f"- …… 另有 {len(wrong) - WORST} 题"] if len(wrong) > WORST else []
    return "\n".join([*lines, *more]) or "全部答对。"


def compared(before: Mapping[str, float], now: Mapping[str, float]) -> str:
    """What differs from the run before, one line a measure."""
    if not before:
        return "这是第一次评测。"
    changes = [
        f"- {name}：{before[name]:.3f} → {value:.3f}（{value - before[name]:+.3f}）"
        for name, value in now.items()
        if name in before and abs(value - before[name]) >= NOTICEABLE
    ]
    return "\n".join(changes) or "没有变化。"


def _shares(result: Retrieval) -> Measures:
    return {"第一条": result.first, "前五条": result.in_five}


def _by_type(report: QuestionReport) -> Measures:
    shares = {name: QuestionReport(rows).right for name, rows in report.by_type().items()}
    return shares | {"合计": report.right}


def _kept(path: Path) -> Measures:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): float(value) for name, value in found.items() if isinstance(value, int | float)}


def _keep(path: Path, measures: Measures) -> None:
    waiting = path.with_suffix(".new")
    waiting.write_text(json.dumps(measures, ensure_ascii=False, indent=1), encoding="utf-8")
    waiting.replace(path)
