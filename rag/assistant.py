"""Index, encoder and rules together behind one door: what the command line, the chat and scripts use.

    Assistant.open("index").ask("柏坞镇今年要种多少亩玉米？")

In: a question, the conversation so far and a filter. Out: a checked `Answer` with the time it took. An assistant follows
every new generation of its index and may be shared between threads.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rag.answers.answering import Answerer
from rag.answers.asked.question import TagTopics
from rag.answers.examples import example_questions
from rag.encoder import load_encoder
from rag.encoder.remembering import Remembering
from rag.places import Gazetteer, gazetteer
from rag.protocols import Encoder, Index
from rag.records import Answer, Correction, Filter, Hit, Turn
from rag.search import Searcher
from rag.store import open_index
from rag.topics import Indicators, load_indicators, load_topics

# an answer during which a build was published is given anew, so that no quote is of one generation and its text of another
TRIES = 3
# names a place and a thing, asks for an amount and holds a slip, so that every dictionary is read
WARM_UP = "柏坞镇今年要种多少亩玉米，有几个工作专斑？"


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, best first, and the milliseconds it took."""

    hits: tuple[Hit, ...]
    elapsed_ms: float


class Assistant:
    """Answers questions from one index."""

    def __init__(
        self,
        index: Index,
        encoder: Encoder,
        places: Gazetteer,
        topics: TagTopics,
        indicators: Indicators | None = None,
    ) -> None:
        self._index = index
        self._encoder = Remembering(encoder)
        self._searcher = Searcher(index, self._encoder)
        self._places = places
        self._topics = topics
        self._indicators = indicators or load_indicators()
        self._renewing = threading.Lock()
        self._held: tuple[int, Answerer] | None = None

    @classmethod
    def open(
        cls,
        index_folder: str | Path,
        encoder_name: str = "bundled",
        topics: Path | None = None,
        indicators: Path | None = None,
    ) -> Assistant:
        """Open an index folder with the encoder it was built with and files of topics and of the names of indicators
        (None: those of the project).

        Raises IndexMissing or IndexUnusable for the folder, EncoderError for the model, DataFileError for the files.
        """
        return cls.over(open_index(Path(index_folder)), encoder_name, topics, indicators)

    @classmethod
    def over(
        cls,
        index: Index,
        encoder_name: str = "bundled",
        topics: Path | None = None,
        indicators: Path | None = None,
    ) -> Assistant:
        """The same over an index that is open already and may be shared with others.

        Raises EncoderError for the model, DataFileError for the files.
        """
        tag, named = load_topics(topics).tag, load_indicators(indicators)
        assistant = cls(index, load_encoder(encoder_name), gazetteer(), tag, named)
        # the first question should not wait for dictionaries and the model's first run
        assistant.search("工作")
        assistant.ask(WARM_UP)
        return assistant

    @property
    def index(self) -> Index:
        """The index that answers come from."""
        return self._index

    def ask(
        self,
        question: str,
        history: Sequence[Turn] = (),
        filter: Filter = Filter(),
        correction: Correction = Correction(),
    ) -> Answer:
        """One answer, with every number in it checked against its sources.

        What `correction` sets takes the place of what was read from the question; the answer's `question` shows how it was
        understood in the same words, so that sending those back changes nothing.
        """
        began = time.perf_counter()
        for _ in range(TRIES):
            generation, answerer = self._answerer()
            answer = answerer.answer(question, history, filter, correction)
            if self._index.generation == generation:
                break
        return replace(answer, elapsed_ms=_since(began))

    def examples(self, n: int = 6) -> tuple[str, ...]:
        """Up to `n` questions that this index answers, each tried; takes some milliseconds for every one."""
        return example_questions(self._index, n, self.ask)

    def search(self, query: str, filter: Filter = Filter(), limit: int = 10) -> tuple[Hit, ...]:
        """The passages nearest to a query, best first."""
        return self.find(query, filter, limit).hits

    def find(self, query: str, filter: Filter = Filter(), limit: int = 10) -> Found:
        """The same with the time it took."""
        began = time.perf_counter()
        hits = self._searcher.search(query, filter, limit)
        return Found(hits, _since(began))

    def _answerer(self) -> tuple[int, Answerer]:
        """The answerer for the index as it stands, with its generation; a new one for each."""
        held, generation = self._held, self._index.generation
        if held is not None and held[0] == generation:
            return held
        with self._renewing:
            if self._held is None or self._held[0] != generation:
                self._held = (
                    generation,
                    Answerer(
                        self._index,
                        self._searcher,
                        self._encoder,
                        self._places,
                        topics=self._topics,
                        indicators=self._indicators,
                    ),
                )
            return self._held


def _since(began: float) -> float:
    return (time.perf_counter() - began) * 1000


def found_as_json(found: Found, id: str = "") -> dict[str, object]:
    """The hits of a search in the form that README describes; offsets are code points of the original."""
    hits = [
        {
            "doc": hit.passage.doc,
            "start": hit.passage.span.start,
            "end": hit.passage.span.stop,
            "text": hit.passage.text,
            "similarity": round(hit.similarity, 4),
        }
        for hit in found.hits
    ]
    return {"id": id, "hits": hits, "elapsed_ms": round(found.elapsed_ms, 2)}
