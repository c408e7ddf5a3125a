"""The assistant over a real index of the sample, built with an encoder that needs no model."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.errors import IndexMissing
from rag.evaluation.questions import QuestionReport, Verdict, evaluate_questions, read_questions
from rag.places import gazetteer
from rag.records import Correction, Filter, Status
from rag.settings import Settings
from rag.store import open_index
from rag.store.build import build
from tests.fakes import HashEncoder

QUESTION = "柏坞镇2024年要新栽多少亩脆李？"


def no_topics(_: str) -> tuple[str, ...]:
    """A tagger that knows no topic."""
    return ()


@pytest.fixture(scope="module")
def index_folder(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("assistant") / "index"
    build(Settings(corpus=sample, index=folder, jobs=1), HashEncoder())
    return folder


@pytest.fixture(scope="module")
def assistant(index_folder: Path) -> Assistant:
    return Assistant(open_index(index_folder), HashEncoder(), gazetteer(), no_topics)


@pytest.fixture(scope="module")
def judged(assistant: Assistant) -> QuestionReport:
    questions = read_questions(Path(__file__).parent / "sample_questions.jsonl")
    return evaluate_questions(questions, assistant.ask)


def test_the_questions_of_the_sample_are_answered(judged: QuestionReport) -> None:
    assert judged.right >= 0.9


def test_nothing_of_the_sample_that_is_not_said_is_answered(judged: QuestionReport) -> None:
    verdicts = {j.asked.id: j.verdict for j in judged.judged if j.asked.refuse}
    assert set(verdicts.values()) == {Verdict.RIGHT}


def test_no_answer_has_a_number_without_a_source(judged: QuestionReport) -> None:
    assert [j.asked.id for j in judged.judged if j.loose] == []


def test_every_quote_stands_in_its_document_as_it_is(judged: QuestionReport, assistant: Assistant) -> None:
    for row in judged.judged:
        for citation in row.answer.citations:
            document = assistant.index.document(citation.doc)
            assert document is not None
            assert citation.span.of(document.text) == citation.quote


def test_sending_back_what_was_read_gives_the_same_answer(judged: QuestionReport, assistant: Assistant) -> None:
    for row in judged.judged:
        read = row.answer.question
        correction = Correction(read.places, read.years, read.topics, read.indicator or "", read.kind)
        again = assistant.ask(row.asked.question, row.asked.history, correction=correction)
        assert replace(again, elapsed_ms=0) == replace(row.answer, elapsed_ms=0), row.asked.id


def test_an_answer_tells_the_time_it_took(assistant: Assistant) -> None:
    assert assistant.ask(QUESTION).elapsed_ms > 0


def test_many_threads_get_the_same_answer(assistant: Assistant) -> None:
    texts: list[str] = []
    threads = [threading.Thread(target=lambda: texts.append(assistant.ask(QUESTION).text)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(texts) == 8
    assert len(set(texts)) == 1


def test_examples_are_answered(assistant: Assistant) -> None:
    examples = assistant.examples(4)
    assert len(examples) == 4
    assert {assistant.ask(example).status for example in examples} == {Status.ANSWERED}


def test_a_search_gives_the_nearest_passages(assistant: Assistant) -> None:
    hits = assistant.search("脆李 新栽", Filter(places=("柏坞镇",)), limit=3)
    assert len(hits) == 3
    assert "脆李" in hits[0].passage.text
    assert assistant.find("脆李 新栽", limit=3).elapsed_ms > 0


@pytest.fixture
def growing(tmp_path: Path) -> Iterator[tuple[Settings, Path]]:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "2023年云渚县政府工作报告.txt").write_text(
        "2023年云渚县政府工作报告\n\n今年种植玉米4200亩。\n", encoding="utf-8"
    )
    settings = Settings(corpus=corpus, index=tmp_path / "index", jobs=1)
    build(settings, HashEncoder())
    yield settings, corpus


def test_an_assistant_follows_a_new_build(growing: tuple[Settings, Path]) -> None:
    settings, corpus = growing
    assistant = Assistant(open_index(settings.index), HashEncoder(), gazetteer(), no_topics)
    assert assistant.ask("云渚县2024年要种多少亩茶叶？").status is Status.NOT_FOUND
    (corpus / "2024年云渚县政府工作报告.txt").write_text(
        "2024年云渚县政府工作报告\n\n今年种植茶叶350亩。\n", encoding="utf-8"
    )
    build(settings, HashEncoder())
    assert "350亩" in assistant.ask("云渚县2024年要种多少亩茶叶？").text


def test_a_folder_without_an_index_is_an_error_for_users(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing):
        Assistant.open(tmp_path / "none")


def test_importing_the_package_draws_in_nothing_heavy() -> None:
    code = (
        "import sys, rag; print([m for m in ('numpy', 'onnxruntime', 'torch', 'faiss', 'jieba') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_assistant_is_where_scripts_look_for_it() -> None:
    import rag  # noqa: PLC0415

    assert rag.Assistant is Assistant
    with pytest.raises(AttributeError):
        rag.nothing  # noqa: B018
