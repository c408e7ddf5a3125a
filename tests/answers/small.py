"""An index in memory over a few invented reports, and a search that finds every passage that passes the filter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from rag.answers.answering import Answerer
from rag.answers.asked.question import Reader
from rag.answers.reports.holdings import Holdings
from rag.answers.reports.shelf import Shelf
from rag.answers.words.load_vocabulary import load_vocabulary
from rag.extraction import Extraction
from rag.places import gazetteer
from rag.protocols import Vectors
from rag.records import (
    Candidate,
    Document,
    DocumentSummary,
    Facets,
    Figure,
    FigureCount,
    FigureGroup,
    FigurePage,
    FigureQuery,
    Filter,
    Hit,
    Metadata,
    Passage,
    ReportKind,
    Statistics,
)
from rag.text.clean import clean
from rag.text.passages import passages
from rag.text.structure import sections
from rag.topics import Indicators, load_indicators, load_topics
from tests.fakes import HashEncoder

COUNTY = ("岚原省", "望川市", "云渚县")
TOWN = (*COUNTY, "芦湾镇")

COUNTY_2023 = """政府工作报告
——2023年1月9日在云渚县第十届人民代表大会第二次会议上
云渚县人民政府县长　　沈砚秋

一、2022年工作回顾
过去一年，全县地区生产总值完成86.4亿元，增长4.2%；粮食播种面积31.5万亩、产量12.6万吨。城镇新增就业2150人，城镇调查失业率5.3%。
建成高标准农田1.8万亩，改造老旧小区14个。与邻省的松陵区结为友好城市。

二、2023年工作安排
今年发展主要预期目标是：地区生产总值增长6.5%左右，粮食产量13万吨以上，城镇新增就业2300人；城镇和农村居民人均可支配收入分别增长6%、8%。
新建高标准农田2.2万亩。投资3.4亿元，加快推进望川河生态修复。培育“渚上飞”低空经济品牌。
"""

COUNTY_2024 = """政府工作报告
——2024年1月11日在云渚县第十届人民代表大会第三次会议上
云渚县人民政府县长　　沈砚秋

一、2023年工作回顾
过去一年，全县地区生产总值完成92.7亿元，增长6.1%；粮食产量13.3万吨。城镇新增就业2380人。建成高标准农田2.1万亩。

二、2024年工作安排
今年发展主要预期目标是：地区生产总值增长6%以上，粮食产量13.5万吨以上，城镇新增就业2400人。新建高标准农田2.6万亩，改造老旧小区9个。
"""

TOWN_2024 = """在2024年全镇经济工作会议上的讲话

二、今年的重点工作
种植玉米4200亩，新栽茶叶350亩。对全镇XX户监测对象落实帮扶措施。
"""

NATION_2024 = """政府工作报告
——2024年3月5日在第十四届全国人民代表大会第二次会议上
国务院总理　　某某

一、2023年工作回顾
国内生产总值增长5.1%，城镇新增就业1240万人，粮食产量1.39万亿斤。

三、2024年政府工作任务
今年发展主要预期目标是：国内生产总值增长5.3%左右；城镇新增就业1190万人以上。
"""


@dataclass(frozen=True)
class MemoryIndex:
    """An Index over documents given as text."""

    held: tuple[Document, ...]
    generation: int = 1
    _passages: dict[str, tuple[Passage, ...]] = field(default_factory=dict)
    _figures: dict[str, tuple[Figure, ...]] = field(default_factory=dict)

    def documents(self, filter: Filter = Filter()) -> tuple[DocumentSummary, ...]:
        return tuple(
            DocumentSummary(d.path, d.metadata, d.format, d.part, d.redacted, d.notes, len(d.text), 1)
            for d in self.held
            if not filter.docs or d.path in filter.docs
        )

    def document(self, path: str) -> Document | None:
        return next((d for d in self.held if d.path == path), None)

    def passages_of(self, path: str) -> tuple[Passage, ...]:
        if path not in self._passages:
            document = self.document(path)
            assert document is not None
            self._passages[path] = passages(path, clean(document.text))
        return self._passages[path]

    def figures_of(self, path: str) -> tuple[Figure, ...]:
        if path not in self._figures:
            document = self.document(path)
            assert document is not None
            cleaned = clean(document.text)
            extract = Extraction(load_topics(None), indicators())
            self._figures[path] = extract(document, cleaned, sections(cleaned))
        return self._figures[path]

    def figures(self, query: FigureQuery) -> FigurePage:
        every = (f for d in self.held for f in self.figures_of(d.path))
        found = tuple(f for f in every if _is_asked(f, query))
        return FigurePage(found[: query.limit], len(found))

    def figure_counts(self, query: FigureQuery, by: FigureGroup) -> tuple[FigureCount, ...]:
        raise NotImplementedError

    def passages(self, ids: Sequence[int]) -> tuple[Passage, ...]:
        every = self._every()
        return tuple(every[number] for number in ids)

    def lexical(self, words: Sequence[str], filter: Filter, limit: int) -> tuple[Candidate, ...]:
        found = (n for n, passage in enumerate(self._every()) if any(word in passage.text for word in words))
        return tuple(Candidate(number, 1.0) for number in found)[:limit]

    def _every(self) -> tuple[Passage, ...]:
        return tuple(passage for d in self.held for passage in self.passages_of(d.path))

    def dense(self, vector: Vectors, filter: Filter, limit: int) -> tuple[Candidate, ...]:
        raise NotImplementedError

    def frequencies(self, words: Sequence[str]) -> tuple[int, ...]:
        raise NotImplementedError

    def similarities(self, vector: Vectors, ids: Sequence[int]) -> Vectors:
        raise NotImplementedError

    def facets(self) -> Facets:
        return Facets()

    def statistics(self) -> Statistics:
        raise NotImplementedError


def _is_asked(figure: Figure, query: FigureQuery) -> bool:
    fields = (
        (query.years, figure.year),
        (query.kinds, figure.kind),
        (query.concepts, figure.concept),
        (query.docs, figure.doc),
    )
    return all(not allowed or value in allowed for allowed, value in fields)


@dataclass(frozen=True)
class FindsAll:
    """A search that proposes every passage of the documents that pass, in their order."""

    index: MemoryIndex

    def search(self, query: str, filter: Filter, limit: int) -> tuple[Hit, ...]:
        every = (p for d in self.index.documents(filter) for p in self.index.passages_of(d.path))
        return tuple(Hit(n, passage, 0.5) for n, passage in enumerate(every))[:limit]


def report(path: str, text: str, places: tuple[str, ...], year: int, title: str) -> Document:
    """A report of this place and year; its speaker is who stands in its head."""
    kind = ReportKind.SPEECH if "讲话" in text[:40] else ReportKind.WORK_REPORT
    speaker = "沈砚秋" if "沈砚秋" in text else None
    return Document(path, text, Metadata(title, places, year, None, kind, speaker), "text", "utf-8")


REPORTS = (
    report("云渚县/2023.txt", COUNTY_2023, COUNTY, 2023, "2023年云渚县政府工作报告"),
    report("云渚县/2024.txt", COUNTY_2024, COUNTY, 2024, "2024年云渚县政府工作报告"),
    report("芦湾镇/2024.txt", TOWN_2024, TOWN, 2024, "2024年芦湾镇经济工作会议讲话"),
    report("全国/2024.txt", NATION_2024, ("全国",), 2024, "2024年国务院政府工作报告"),
)


def no_topics(_: str) -> tuple[str, ...]:
    """A tagger that knows no topic."""
    return ()


@cache
def indicators() -> Indicators:
    """The indicators of the project."""
    return load_indicators()


def answerer(documents: tuple[Document, ...] = REPORTS) -> Answerer:
    """Answers from these documents alone."""
    index = MemoryIndex(documents)
    return Answerer(index, FindsAll(index), HashEncoder(), gazetteer(), topics=no_topics, indicators=indicators())


def reader(documents: tuple[Document, ...] = REPORTS) -> Reader:
    """Reads questions about these documents."""
    return Reader(
        Shelf.of(MemoryIndex(documents)),
        gazetteer(),
        load_vocabulary(),
        no_topics,
        indicators().find,
        Holdings(MemoryIndex(documents)).mentioning,
    )
