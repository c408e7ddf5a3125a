"""Public reading-comprehension questions → how often the right paragraph is found, by each way of searching.

Every paragraph becomes a document of its own in an index that a real build makes in a temporary folder. Then each
question is searched for by words alone, by meaning alone, by both fused by rank (reciprocal-rank fusion, Cormack et al.
2009, with k = 60) and by the search that users get.
"""

from __future__ import annotations

import json
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rag.errors import ReadError
from rag.protocols import Encoder, Index
from rag.records import Candidate, Filter
from rag.search import Searcher
from rag.settings import Settings
from rag.store import open_index
from rag.store.build import build
from rag.text.clean import clean_query
from rag.text.words import words

READING = (("DRCD dev（繁体）", "DRCD_dev.json"), ("CMRC 2018 trial", "cmrc2018_trial.json"))
WITHIN = 5
RANK_CONSTANT = 60
DEPTH = 100

Way = Callable[[str], Sequence[int]]


@dataclass(frozen=True, slots=True)
class ReadingSet:
    """Paragraphs, and for each question the number of the paragraph that answers it."""

    name: str
    paragraphs: tuple[str, ...]
    questions: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Retrieval:
    """How one way of searching did on one set: shares of the questions, and the median time of one in milliseconds."""

    dataset: str
    way: str
    questions: int
    first: float
    in_five: float
    median_ms: float


def read_reading(path: Path, name: str) -> ReadingSet:
    """A file in the form of SQuAD; raises ReadError where it cannot be read as one."""
    try:
        articles = json.loads(path.read_text(encoding="utf-8"))["data"]
        found = [paragraph for article in articles for paragraph in article["paragraphs"]]
        paragraphs = tuple(str(paragraph["context"]) for paragraph in found)
        questions = tuple(
            (str(asked["question"]), number) for number, paragraph in enumerate(found) for asked in paragraph["qas"]
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ReadError(str(path), f"不是 SQuAD 格式的问题集（{error}）", "检查文件是否完整") from error
    return ReadingSet(name, paragraphs, questions)


def evaluate_reading(folder: Path, encoder: Encoder, most_questions: int | None = None) -> tuple[Retrieval, ...]:
    """Each way of searching on each file of READING that `folder` holds; raises ReadError for a broken one.

    `most_questions` takes that many of each file, evenly spread; the paragraphs searched stay all of them.
    """
    rows: list[Retrieval] = []
    for name, file in READING:
        if (folder / file).is_file():
            rows.extend(evaluate_set(read_reading(folder / file, name), encoder, most_questions))
    return tuple(rows)


def evaluate_set(reading: ReadingSet, encoder: Encoder, most_questions: int | None = None) -> tuple[Retrieval, ...]:
    """Each way of searching on one set, over a fresh index of its paragraphs."""
    step = max(1, len(reading.questions) // most_questions) if most_questions else 1
    questions = reading.questions[::step]
    with tempfile.TemporaryDirectory() as scratch:
        index_folder = Path(scratch) / "index"
        corpus = Path(scratch) / "corpus"
        corpus.mkdir()
        for number, paragraph in enumerate(reading.paragraphs):
            (corpus / f"{number:06}.txt").write_text(paragraph, encoding="utf-8", newline="")
        build(Settings(corpus=corpus, index=index_folder), encoder)
        index = open_index(index_folder)
        try:
            return tuple(_measured(reading.name, name, way, questions) for name, way in _ways(index, encoder))
        finally:
            index.close()


def by_rank(rankings: Iterable[Sequence[Candidate]]) -> tuple[int, ...]:
    """Reciprocal-rank fusion: passage ids by the sum of 1 / (60 + rank) over the rankings, equal ones by id."""
    gained: defaultdict[int, float] = defaultdict(float)
    for ranking in rankings:
        for rank, candidate in enumerate(ranking, 1):
            gained[candidate.passage_id] += 1.0 / (RANK_CONSTANT + rank)
    return tuple(sorted(gained, key=lambda number: (-gained[number], number)))


def _ways(index: Index, encoder: Encoder) -> tuple[tuple[str, Way], ...]:
    """What is compared: a name and, for a question, the numbers of the paragraphs of the first hits."""
    everything = Filter()
    searcher = Searcher(index, encoder)

    def lexical(question: str, limit: int = WITHIN) -> tuple[Candidate, ...]:
        return index.lexical(words(question), everything, limit)

    def dense(question: str, limit: int = WITHIN) -> tuple[Candidate, ...]:
        return index.dense(encoder.encode_queries([clean_query(question)])[0], everything, limit)

    def paragraphs(ids: Iterable[int]) -> list[int]:
        return [_number(passage.doc) for passage in index.passages(tuple(ids)[:WITHIN])]

    return (
        ("关键词（BM25）", lambda question: paragraphs(hit.passage_id for hit in lexical(question))),
        ("语义", lambda question: paragraphs(hit.passage_id for hit in dense(question))),
        ("按名次融合（RRF）", lambda question: paragraphs(by_rank((lexical(question, DEPTH), dense(question, DEPTH))))),
        (
            "本项目",
            lambda question: [_number(hit.passage.doc) for hit in searcher.search(question, everything, WITHIN)],
        ),
    )


def _measured(dataset: str, name: str, way: Way, questions: Sequence[tuple[str, int]]) -> Retrieval:
    first = in_five = 0
    times = []
    for question, right in questions:
        began = time.perf_counter()
        found = way(question)
        times.append((time.perf_counter() - began) * 1000)
        first += found[:1] == [right]
        in_five += right in found
    count = max(1, len(questions))
    return Retrieval(
        dataset, name, len(questions), first / count, in_five / count, statistics.median(times) if times else 0.0
    )


def _number(doc: str) -> int:
    return int(Path(doc).stem)
