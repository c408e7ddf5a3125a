"""Searching an index of invented reports."""

from collections.abc import Sequence

import pytest

from rag.protocols import Vectors
from rag.records import Candidate, Filter
from rag.search import Searcher
from rag.store import StoredIndex
from tests.fakes import HashEncoder


class WatchedIndex:
    """Remembers under which filters an index was searched."""

    def __init__(self, index: StoredIndex) -> None:
        self._index = index
        self.filters: list[tuple[str, Filter]] = []

    def __getattr__(self, name: str) -> object:
        return getattr(self._index, name)

    def lexical(self, words: Sequence[str], filter: Filter, limit: int) -> tuple[Candidate, ...]:
        self.filters.append(("lexical", filter))
        return self._index.lexical(words, filter, limit)

    def dense(self, vector: Vectors, filter: Filter, limit: int) -> tuple[Candidate, ...]:
        self.filters.append(("dense", filter))
        return self._index.dense(vector, filter, limit)


@pytest.fixture(scope="module")
def searcher(index: StoredIndex, encoder: HashEncoder) -> Searcher:
    return Searcher(index, encoder)


@pytest.mark.parametrize(
    ("query", "doc", "words"),
    [
        ("2024年云岭县计划种植玉米多少亩", "2024年云岭县政府工作报告.txt", "玉米9600亩"),
        ("云岭县2023年计划种植多少亩玉米？", "2023年云岭县政府工作报告.txt", "玉米8200亩"),
        ("松原镇玉米面积", "2024年松原镇工作汇报.txt", "玉米700亩"),
        ("安装了多少盏路灯", "2024年松原镇工作汇报.txt", "路灯180盏"),
        ("引进了几家公司", "2024年云岭县政府工作报告.txt", "引进企业12家"),
        ("老人补贴发给谁", "2023年云岭县政府工作报告.txt", "高龄老年人发放津贴"),
    ],
)
def test_the_passage_that_answers_comes_first(searcher: Searcher, query: str, doc: str, words: str) -> None:
    best = searcher.search(query)[0].passage
    assert (best.doc, words in best.text) == (doc, True)


def test_hits_are_in_order_of_similarity_and_within_the_limit(searcher: Searcher) -> None:
    hits = searcher.search("种植玉米多少亩", limit=3)
    assert [hit.similarity for hit in hits] == sorted((hit.similarity for hit in hits), reverse=True)
    assert len(hits) == 3
    assert all(0.0 <= hit.similarity <= 1.0 for hit in hits)


def test_the_same_query_has_the_same_hits(searcher: Searcher, index: StoredIndex) -> None:
    first = searcher.search("落实耕地保护责任")
    assert first == searcher.search("落实耕地保护责任")
    assert first == Searcher(index, HashEncoder()).search("落实耕地保护责任")


def test_a_smaller_limit_takes_from_the_front(searcher: Searcher) -> None:
    assert searcher.search("玉米", limit=2) == searcher.search("玉米", limit=6)[:2]


@pytest.mark.parametrize(
    ("filter", "docs"),
    [
        (Filter(years=(2023,)), {"2023年云岭县政府工作报告.txt"}),
        (Filter(docs=("2024年松原镇工作汇报.txt",)), {"2024年松原镇工作汇报.txt"}),
        (Filter(years=(2024,)), {"2024年云岭县政府工作报告.txt", "2024年松原镇工作汇报.txt"}),
    ],
)
def test_only_what_passes_the_filter_is_found(searcher: Searcher, filter: Filter, docs: set[str]) -> None:
    assert {hit.passage.doc for hit in searcher.search("计划种植玉米", filter)} == docs


def test_both_searches_get_the_filter(index: StoredIndex, encoder: HashEncoder) -> None:
    watched = WatchedIndex(index)
    filter = Filter(years=(2023,))
    Searcher(watched, encoder).search("种植玉米", filter)
    assert sorted(name for name, _ in watched.filters) == ["dense", "lexical"]
    assert {found for _, found in watched.filters} == {filter}


def test_a_filter_that_nothing_passes_finds_nothing(searcher: Searcher) -> None:
    assert searcher.search("玉米", Filter(years=(1949,))) == ()


@pytest.mark.parametrize("query", ["", "   ", "？", "请问有哪些", "是多少呢", "的了和与"])
def test_a_query_that_says_nothing_finds_nothing(searcher: Searcher, query: str) -> None:
    assert searcher.search(query) == ()


@pytest.mark.parametrize("limit", [0, -1])
def test_no_hits_are_wanted_and_none_are_given(searcher: Searcher, limit: int) -> None:
    assert searcher.search("玉米", limit=limit) == ()


def test_words_that_no_document_has_are_searched_by_meaning(searcher: Searcher, index: StoredIndex) -> None:
    assert index.lexical(("鲸鲨",), Filter(), 10) == ()
    hits = searcher.search("鲸鲨")
    assert hits
    assert max(hit.similarity for hit in hits) < 0.1


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [("雲嶺縣計劃種植玉米多少畝", "云岭县计划种植玉米多少亩"), ("硬化村組道路", "硬化村组道路")],
)
def test_a_traditional_query_finds_the_same(searcher: Searcher, traditional: str, simplified: str) -> None:
    assert searcher.search(traditional) == searcher.search(simplified)


def test_full_width_digits_find_the_same(searcher: Searcher) -> None:
    assert searcher.search("２０２３年玉米") == searcher.search("2023年玉米")


@pytest.mark.parametrize("query", ['"玉米" AND (', "*:*", "玉米'; DROP TABLE passages", "玉米" * 5000, "a" * 10_000])
def test_a_hostile_query_is_only_words(searcher: Searcher, query: str) -> None:
    assert isinstance(searcher.search(query, limit=5), tuple)


def test_the_evidence_of_the_hits_can_be_looked_at(searcher: Searcher) -> None:
    weighed = searcher.explain("松原镇安装了多少盏路灯", limit=4)
    assert tuple(row.hit for row in weighed) == searcher.search("松原镇安装了多少盏路灯", limit=4)
    assert weighed[0].evidence.sentence > weighed[-1].evidence.sentence
    assert weighed[0].evidence.number == 1
