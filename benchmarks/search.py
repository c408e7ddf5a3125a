"""How long a search takes, and which share each stage has, beside BM25 alone.

    python -m benchmarks.search INDEX [QUESTIONS.jsonl] [--encoder bundled]

QUESTIONS.jsonl has objects with "question" or "query"; without it the headings of the index are asked for. Times are in
milliseconds, after a warm-up, one query at a time.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rag.encoder import load_encoder
from rag.protocols import Encoder, Index
from rag.records import Filter
from rag.search import Searcher
from rag.store import open_index
from rag.text.words import words

WARM_UP = 5
MOST = 300
STAGES = ("encode_queries", "lexical", "dense", "similarities", "passages", "frequencies")


class Timed:
    """Passes every call on and adds up what the calls of STAGES take."""

    def __init__(self, inner: object, spent: defaultdict[str, float]) -> None:
        self._inner = inner
        self._spent = spent

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inner, name)
        return self._timing(name, found) if name in STAGES else found

    def _timing(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*arguments: Any) -> Any:
            with stopwatch(self._spent, name):
                return call(*arguments)

        return timed


@contextmanager
def stopwatch(spent: defaultdict[str, float], name: str) -> Iterator[None]:
    began = time.perf_counter()
    yield
    spent[name] += (time.perf_counter() - began) * 1000


def queries_of(index: Index, path: Path | None) -> list[str]:
    """The questions of a file, or else headings of the index."""
    if path is not None:
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        return [str(line.get("question") or line.get("query")) for line in lines][:MOST]
    documents = index.documents()[:MOST]
    headings = (
        passage.headings[-1]
        for document in documents
        for passage in index.passages_of(document.path)[:40:8]
        if passage.headings
    )
    return list(dict.fromkeys(headings))[:MOST]


def measure(index: Index, encoder: Encoder, queries: Sequence[str]) -> dict[str, list[float]]:
    """Milliseconds of every stage, of the whole search, and of BM25 alone, for each query."""
    spent: defaultdict[str, float] = defaultdict(float)
    searcher = Searcher(Timed(index, spent), Timed(encoder, spent))
    for query in queries[:WARM_UP]:
        searcher.search(query, Filter(), 5)
    rows: defaultdict[str, list[float]] = defaultdict(list)
    for query in queries:
        spent.clear()
        with stopwatch(spent, "search"):
            searcher.search(query, Filter(), 5)
        for name in STAGES:
            rows[name].append(spent[name])
        rows["weighing"].append(spent["search"] - sum(spent[name] for name in STAGES))
        rows["search"].append(spent["search"])
        with stopwatch(spent, "BM25 alone"):
            index.passages([candidate.passage_id for candidate in index.lexical(words(query), Filter(), 5)])
        rows["BM25 alone"].append(spent["BM25 alone"])
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("index", type=Path)
    parser.add_argument("questions", type=Path, nargs="?")
    parser.add_argument("--encoder", default="bundled")
    options = parser.parse_args()
    index = open_index(options.index)
    queries = queries_of(index, options.questions)
    rows = measure(index, load_encoder(options.encoder), queries)
    total = statistics.mean(rows["search"])
    print(f"{index.statistics().passages} passages, {len(queries)} queries")
    print(f"{'stage':16}{'median':>9}{'p95':>9}{'share':>8}")
    for name, times in rows.items():
        p95 = statistics.quantiles(times, n=20, method="inclusive")[-1]
        share = f"{statistics.mean(times) / total:.0%}" if name != "BM25 alone" else ""
        print(f"{name:16}{statistics.median(times):9.2f}{p95:9.2f}{share:>8}")


if __name__ == "__main__":
    main()
