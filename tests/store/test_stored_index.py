"""An index folder, read through the Index protocol."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from rag.protocols import Index
from rag.records import Facet, Filter, ReportKind
from rag.store import LexicalWeights, StoredIndex, open_index, queries
from rag.store.lexical import LexicalIndex
from rag.store.lock import building
from rag.store.snapshot import open_snapshot
from rag.store.vectors import APPROXIMATE_FROM
from tests.fakes import HashEncoder
from tests.store.conftest import Copied
from tests.store.small import build_small, found_by_meaning, found_by_words, write, write_reports
from tests.store.small_stages import amounts, characters, read_small, split_small


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four reports, a speech of another county, a reprint of it and a file that cannot be read."""
    folder = tmp_path_factory.mktemp("index")
    write_reports(folder / "corpus", 4)
    about = "云溪省/临川县|2030|speech"
    write(
        folder / "corpus",
        "讲话.txt",
        "招商引资要有新突破。",
        "玉米要稳产，力争种植77亩。",
        title="县长讲话",
        about=about,
    )
    write(
        folder / "corpus",
        "讲话转载.txt",
        "招商引资要有新突破",
        "玉米要稳产，力争种植77亩",
        title="县长讲话",
        about=about,
    )
    write(folder / "corpus", "坏.txt", about="不对")
    build_small(folder)
    return folder


@pytest.fixture(scope="module")
def index(folder: Path) -> StoredIndex:
    """The index of it."""
    return open_index(folder / "index")


def test_it_is_an_index_as_search_and_answers_know_it(index: StoredIndex) -> None:
    as_known: Index = index
    assert as_known.generation == 1


def test_statistics_count_a_reprint_as_a_document_but_not_its_passages(index: StoredIndex, folder: Path) -> None:
    found = index.statistics()
    assert (found.documents, found.passages, found.figures, found.encoder) == (6, 18, 17, "hash-bigrams")
    files = [file for file in (folder / "corpus").rglob("*.txt") if file.name != "坏.txt"]
    assert found.characters == sum(len(file.read_text(encoding="utf-8")) for file in files)
    assert found.built_at is not None
    assert date.fromisoformat(found.built_at[:10]).year >= 2025
    assert found.bytes_on_disk > 100_000


def test_facets_come_most_frequent_first(index: StoredIndex) -> None:
    found = index.facets()
    assert found.places[:2] == (Facet("云溪省", 6), Facet("溪山县", 4))
    assert found.years == (Facet("2030", 2), Facet("2023", 1), Facet("2022", 1), Facet("2021", 1), Facet("2020", 1))
    assert found.kinds == (Facet("work_report", 4), Facet("speech", 2))
    assert found.topics == (Facet("粮食安全", 6), Facet("招商引资", 2))


FILTERS = [
    (Filter(), ["乡镇/第00镇.txt", "乡镇/第01镇.txt", "乡镇/第02镇.txt", "乡镇/第03镇.txt", "讲话.txt"]),
    (Filter(places=("溪山县",)), ["乡镇/第00镇.txt", "乡镇/第01镇.txt", "乡镇/第02镇.txt", "乡镇/第03镇.txt"]),
    (Filter(places=("第1镇", "第3镇")), ["乡镇/第01镇.txt", "乡镇/第03镇.txt"]),
    (Filter(places=("没有的县",)), []),
    (Filter(years=(2021, 2030)), ["乡镇/第01镇.txt", "讲话.txt"]),
    (Filter(years=(10**30,)), []),
    (Filter(kinds=(ReportKind.SPEECH,)), ["讲话.txt"]),
    (Filter(topics=("招商引资",)), ["讲话.txt"]),
    (Filter(topics=("粮食安全",), places=("临川县",)), ["讲话.txt"]),
    (Filter(docs=("讲话转载.txt", "乡镇/第02镇.txt")), ["乡镇/第02镇.txt", "讲话.txt"]),
    (Filter(docs=("没有的文件.txt",)), []),
    (Filter(docs=("讲话.txt",), years=(2021,)), []),
    (Filter(places=("' OR 1=1 --",)), []),
]


@pytest.mark.parametrize(("filter", "paths"), FILTERS, ids=[str(number) for number in range(len(FILTERS))])
def test_both_searches_look_only_at_what_passes_the_filter(
    index: StoredIndex, filter: Filter, paths: list[str]
) -> None:
    by_words = found_by_words(index, "玉米招商", filter)
    by_meaning = found_by_meaning(index, "种植玉米", filter)
    assert sorted({doc for doc, _ in by_words}) == paths
    assert sorted({doc for doc, _, _ in by_meaning}) == paths
    if filter.topics == ("招商引资",):
        assert by_words == (("讲话.txt", 0),)
        assert [found[:2] for found in by_meaning] == [("讲话.txt", 0)]


def test_documents_that_pass_are_listed_by_path_with_the_reprints(index: StoredIndex) -> None:
    found = index.documents(Filter(topics=("招商引资",)))
    assert [(document.path, document.duplicate_of, document.passages) for document in found] == [
        ("讲话.txt", None, 2),
        ("讲话转载.txt", "讲话.txt", 2),
    ]
    assert found[0].metadata.title == "县长讲话"
    assert found[0].metadata.place == "临川县"


def test_a_document_and_its_passages_come_back_as_they_were_read(index: StoredIndex, folder: Path) -> None:
    root = folder / "corpus"
    for path in ("乡镇/第02镇.txt", "讲话转载.txt"):
        document = read_small(root / path, root)
        assert index.document(path) == document
        found = index.passages_of(path)
        without_topics = split_small(document).passages
        assert [(p.doc, p.ordinal, p.span, p.text, p.headings, p.sentences) for p in found] == [
            (p.doc, p.ordinal, p.span, p.text, p.headings, p.sentences) for p in without_topics
        ]
        assert all("".join(sentence.text for sentence in passage.sentences) == passage.text for passage in found)
        assert all(passage.span.of(document.text) == passage.text for passage in found)
    assert [passage.topics for passage in index.passages_of("讲话.txt")] == [("招商引资",), ("粮食安全",)]


def test_what_the_index_does_not_have_is_none(index: StoredIndex) -> None:
    assert index.document("../corpus/讲话.txt") is None
    assert index.passages_of("没有.txt") == ()
    with pytest.raises(KeyError, match="999999"):
        index.passages([999_999])
    with pytest.raises(KeyError, match="999999"):
        index.similarities(np.zeros(64, dtype=np.float32), [999_999])


def test_figures_come_back_with_every_field(index: StoredIndex, folder: Path) -> None:
    document = read_small(folder / "corpus" / "讲话.txt", folder / "corpus")
    assert index.figures_of("讲话.txt") == amounts(document)
    assert index.figures_of("讲话.txt")[0].value == Decimal(77)


def test_passages_come_in_the_order_of_their_ids_asked_for(index: StoredIndex) -> None:
    ids = [candidate.passage_id for candidate in index.lexical(characters("玉米"), Filter(), 5)]
    forwards, backwards = index.passages(ids), index.passages(ids[::-1])
    assert forwards == backwards[::-1]
    assert index.passages(ids[:1] * 3) == forwards[:1] * 3
    assert index.passages([]) == ()


def test_words_that_stand_in_one_passage_only_find_it_first(index: StoredIndex) -> None:
    (best, *_) = index.lexical(characters("稳产力争"), Filter(), 3)
    assert index.passages([best.passage_id])[0].text == "玉米要稳产，力争种植77亩。"
    assert best.similarity > 0


def test_words_of_title_and_headings_count_as_much_as_their_weight(folder: Path) -> None:
    heavy = open_index(folder / "index", LexicalWeights(body=0.0, context=5.0))
    assert found_by_words(heavy, "县长讲话") == (("讲话.txt", 0), ("讲话.txt", 1))
    without = open_index(folder / "index", LexicalWeights(body=1.0, context=0.0))
    assert found_by_words(without, "县长") == ()


def test_no_words_and_no_limit_find_nothing(index: StoredIndex) -> None:
    assert index.lexical((), Filter(), 5) == ()
    assert index.lexical(characters("玉米"), Filter(), 0) == ()
    assert index.lexical(("没有这个词", "", " "), Filter(), 5) == ()
    assert index.dense(np.ones(64, dtype=np.float32), Filter(), 0) == ()


def test_frequencies_count_passages_by_text_or_by_context(index: StoredIndex) -> None:
    assert index.frequencies(("玉", "招", "讲", "总", "无")) == (17, 1, 2, 18, 0)


def test_the_nearest_comes_first_with_its_dot_product(index: StoredIndex) -> None:
    (passage,) = (p for p in index.passages_of("讲话.txt") if p.ordinal == 1)
    (vector,) = HashEncoder().encode_queries([f"县长讲话\n{passage.text}"])
    found = index.dense(vector, Filter(), 4)
    assert index.passages([found[0].passage_id]) == (passage,)
    assert found[0].similarity == pytest.approx(1.0, abs=2e-3)
    assert [candidate.similarity for candidate in found] == sorted((c.similarity for c in found), reverse=True)
    again = index.similarities(vector, [candidate.passage_id for candidate in found])
    assert again == pytest.approx([candidate.similarity for candidate in found], abs=2e-3)
    assert again.dtype == np.float32
    assert index.similarities(vector, []).shape == (0,)


def test_a_vector_of_another_model_is_refused_with_the_numbers(index: StoredIndex) -> None:
    with pytest.raises(ValueError, match=r"shape \(64,\) is needed, got \(384,\)"):
        index.dense(np.zeros(384, dtype=np.float32), Filter(), 3)


def test_problems_say_which_files_could_not_be_read(index: StoredIndex) -> None:
    assert [(problem.path, problem.reason, problem.remedy) for problem in index.problems()] == [
        ("坏.txt", "第二行不是 places|year|kind", "请改正第二行")
    ]


def test_a_running_reader_follows_each_new_generation(tmp_path: Path) -> None:
    write_reports(tmp_path / "corpus", 2)
    build_small(tmp_path)
    reader = open_index(tmp_path / "index")
    for count in (3, 4):
        write_reports(tmp_path / "corpus", count)
        build_small(tmp_path)
        assert reader.generation == count - 1
        assert len(reader.documents()) == count
        assert {doc for doc, _ in found_by_words(reader, "玉米")} == {f"乡镇/第{n:02}镇.txt" for n in range(count)}
        assert len(found_by_meaning(reader, "玉米")) == count * 4


def test_what_was_found_before_a_new_generation_can_still_be_shown(tmp_path: Path) -> None:
    file = write(tmp_path / "corpus", "报告.txt", "种植玉米100亩。")
    build_small(tmp_path)
    reader = open_index(tmp_path / "index")
    (found,) = reader.lexical(characters("玉米"), Filter(), 1)
    file.write_text(file.read_text(encoding="utf-8").replace("100", "200"), encoding="utf-8")
    build_small(tmp_path)
    assert reader.passages([found.passage_id])[0].text == "种植玉米100亩。"
    assert reader.similarities(np.ones(64, dtype=np.float32), [found.passage_id]).shape == (1,)
    (now,) = reader.lexical(characters("玉米"), Filter(), 1)
    assert reader.passages([now.passage_id])[0].text == "种植玉米200亩。"


def test_fifty_threads_read_while_builds_go_on(tmp_path: Path) -> None:
    write_reports(tmp_path / "corpus", 4)
    build_small(tmp_path)
    reader = open_index(tmp_path / "index")
    failures: list[BaseException] = []
    over = threading.Event()

    def read() -> None:
        try:
            while not over.is_set():
                words = {doc for doc, _ in found_by_words(reader, "玉米")}
                assert len(words) in (4, 5)
                assert len(found_by_meaning(reader, "玉米", Filter(places=("溪山县",)))) in (16, 20)
                assert len(reader.documents()) in (4, 5)
                time.sleep(0.05)
        except BaseException as error:  # noqa: BLE001 - a thread hands on whatever went wrong
            failures.append(error)

    threads = [threading.Thread(target=read) for _ in range(50)]
    for thread in threads:
        thread.start()
    for count in (5, 4, 5):
        write_reports(tmp_path / "corpus", count)
        for file in sorted((tmp_path / "corpus" / "乡镇").iterdir())[count:]:
            file.unlink()
        build_small(tmp_path)
    over.set()
    for thread in threads:
        thread.join()
    assert failures == []


def test_an_empty_corpus_gives_an_empty_index(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    report = build_small(tmp_path)
    assert (report.documents, report.generation) == (0, 1)
    index = open_index(tmp_path / "index")
    assert index.documents() == ()
    assert index.lexical(("玉",), Filter(), 5) == ()
    assert index.dense(np.ones(64, dtype=np.float32), Filter(), 5) == ()


class Vanishing:
    """os.scandir while a build replaces a folder: it has been listed, and is gone when it is looked into."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._scan = os.scandir
        self.vanished = False

    def __call__(self, path: str | Path | int) -> object:
        if not isinstance(path, int) and Path(path).name == self._name and not self.vanished:
            self.vanished = True
            shutil.rmtree(path)
        return self._scan(path)


def test_statistics_stand_while_a_build_replaces_a_folder_of_the_index(
    built: Copied, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = open_index(built(3) / "index")
    vanishing = Vanishing("lexical")
    monkeypatch.setattr(os, "scandir", vanishing)
    found = index.statistics()
    assert vanishing.vanished
    assert found.documents == 3
    assert found.bytes_on_disk > 100_000
    index.close()


class CommittedMeanwhile:
    """LexicalIndex.open while a build takes `removed` out: it commits first, and writes its manifest later."""

    def __init__(self, removed: Sequence[int]) -> None:
        self._open = LexicalIndex.open
        self._removed: Sequence[int] | None = removed

    def __call__(self, folder: Path) -> LexicalIndex:
        if self._removed is not None:
            self._open(folder).update(self._removed, ())
            self._removed = None
        return self._open(folder)


def test_words_are_not_of_a_generation_that_is_committed_while_they_are_opened(
    built: Copied, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = built(3) / "index"
    with open_snapshot(folder, APPROXIMATE_FROM).connections.borrowed() as connection:
        every = queries.passing(connection, 1, Filter()).tolist()
    monkeypatch.setattr(LexicalIndex, "open", CommittedMeanwhile(every))
    with building(folder):
        snapshot = open_snapshot(folder, APPROXIMATE_FROM)
    assert len(snapshot.lexical) == len(snapshot.vectors) == len(every)
    snapshot.close()
