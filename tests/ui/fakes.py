"""An index of two invented documents and an assistant that answers from them, for pages without a model or a disk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from rag.errors import QuestionError
from rag.figures.units import comparable
from rag.protocols import Vectors
from rag.records import (
    Answer,
    Bound,
    Candidate,
    Citation,
    Correction,
    Document,
    DocumentSummary,
    Facet,
    Facets,
    Figure,
    FigureCount,
    FigureGroup,
    FigureKind,
    FigureOrder,
    FigurePage,
    FigureQuery,
    Filter,
    Hit,
    Measure,
    Metadata,
    Passage,
    Question,
    QuestionKind,
    ReportKind,
    Sentence,
    Span,
    Statistics,
    Status,
    Turn,
)
from rag.targets.asking import passes

FIELDS = ("places", "years", "topics", "indicator", "kind")
SENTENCE = "2024年全镇计划种植玉米1.2万亩，其中地膜玉米8000亩以上。"
HOSTILE = "<script>window.hacked=1</script><img src=x onerror=window.hacked=1> $x^2$ [点我](javascript:alert(1)) :smile: **粗**"
REPORT = Document(
    path="云溪县/青石镇_2024.txt",
    text=(
        "青石镇2024年政府工作报告\n——2024年1月18日在镇人民代表大会上\n一、过去一年的工作\n"
        "一年来，全镇粮食总产量稳定在6800吨，村级道路硬化12公里。\n"
        "二、今年的任务\n（一）稳住粮食生产\n要把饭碗端牢，落实耕地保护责任，压实村组两级管护。"
        + SENTENCE
        + "同时抓好病虫害统防统治，确保种足种好。\n（二）办好民生实事\n"
        + "\n".join(f"第{n}件实事安排在第{n}村，由包村干部负责，年底前完成。" for n in range(1, 200))
    ),
    metadata=Metadata(
        title="青石镇2024年政府工作报告",
        places=("宁川省", "云溪县", "青石镇"),
        year=2024,
        date=date(2024, 1, 18),
        kind=ReportKind.WORK_REPORT,
        speaker="周文远",
    ),
    format="txt",
    encoding="utf-8",
    part="第1/3页",
    notes=("标题写 2024 年，落款写 2023 年，以落款为准",),
)
TRICK = Document(
    path="不可信/<b>页.html",
    text=f"标题\n{HOSTILE}\n文末",
    metadata=Metadata(title=f"《{HOSTILE}》", places=("<i>县</i>",), year=2023, kind=ReportKind.NEWS),
    format="html",
    encoding="utf-8",
    redacted=True,
)


class FakeIndex:
    """Holds REPORT and TRICK; finds nothing by itself."""

    generation = 3

    def __init__(self, documents: Sequence[Document] = (REPORT, TRICK)) -> None:
        self._documents = {document.path: document for document in documents}

    def statistics(self) -> Statistics:
        return Statistics(3, len(self._documents), 214, 37, 9000, "bundled", "2024-06-01T08:30:00+08:00", 1_000_000)

    def facets(self) -> Facets:
        return Facets(
            places=(Facet("云溪县", 1), Facet("青石镇", 1)),
            years=(Facet("2023", 1), Facet("2024", 1)),
            kinds=(Facet("work_report", 1), Facet("news", 1)),
            topics=(Facet("粮食安全", 2),),
        )

    def documents(self, filter: Filter = Filter()) -> tuple[DocumentSummary, ...]:
        return tuple(
            DocumentSummary(d.path, d.metadata, d.format, d.part, d.redacted, d.notes, len(d.text), 10)
            for d in self._documents.values()
            if not filter.docs or d.path in filter.docs
        )

    def document(self, path: str) -> Document | None:
        return self._documents.get(path)

    def passages(self, ids: Sequence[int]) -> tuple[Passage, ...]:
        raise KeyError(ids)

    def passages_of(self, path: str) -> tuple[Passage, ...]:
        return ()

    def lexical(self, words: Sequence[str], filter: Filter, limit: int) -> tuple[Candidate, ...]:
        return ()

    def dense(self, vector: Vectors, filter: Filter, limit: int) -> tuple[Candidate, ...]:
        return ()

    def similarities(self, vector: Vectors, ids: Sequence[int]) -> Vectors:
        raise KeyError(ids)


def citation(n: int, document: Document, quote: str, headings: tuple[str, ...] = ()) -> Citation:
    """The citation of the first place in `document` that holds `quote`."""
    start = document.text.index(quote)
    return Citation(n, document.path, Span(start, start + len(quote)), quote, document.metadata.title, headings)


def figure(indicator: str, text: str, value: str | None, unit: str, bound: Bound = Bound.EXACT) -> Figure:
    """A target of REPORT for 2024."""
    start = REPORT.text.index(text)
    return Figure(
        doc=REPORT.path,
        span=Span(start, start + len(text)),
        text=text,
        kind=FigureKind.TARGET,
        indicator=indicator,
        measure=Measure.LEVEL,
        value=None if value is None else Decimal(value),
        value_high=None,
        unit=unit,
        bound=bound,
        year=2024,
        deadline=None,
        place="青石镇",
        masked=value is None,
        rule="test",
    )


def hit(document: Document, quote: str, headings: tuple[str, ...] = ()) -> Hit:
    """The passage of `document` that is exactly `quote`."""
    start = document.text.index(quote)
    span = Span(start, start + len(quote))
    return Hit(1, Passage(document.path, 0, span, quote, headings, (Sentence(span, quote),)), 0.62)


def corn_targets() -> tuple[Figure, ...]:
    """Figures of REPORT: two targets, a result of the year before, a blanked one, one of hostile words."""
    grown = figure("玉米种植面积", "1.2万亩", "1.2", "万亩")
    film = figure("地膜玉米种植面积", "8000亩以上", "8000", "亩", Bound.AT_LEAST)
    road = replace(figure("村级道路", "12公里", "12", "公里"), kind=FigureKind.RESULT, year=2023)
    return (
        replace(grown, topics=("粮食安全",), places=("云溪县", "青石镇"), concept="玉米面积"),
        replace(film, topics=("粮食安全",), places=("云溪县", "青石镇")),
        replace(road, topics=("交通运输",), places=("云溪县", "青石镇")),
        replace(figure("实事", "第1件", None, "件"), topics=("教育",), places=("云溪县",)),
        replace(figure(HOSTILE, "6800吨", "6800", "吨"), topics=("粮食安全",), places=("云溪县",)),
    )


class FakeFigures(FakeIndex):
    """Lists the figures that it is given, and remembers the queries."""

    def __init__(self, figures: Sequence[Figure] = (), documents: Sequence[Document] = (REPORT, TRICK)) -> None:
        super().__init__(documents)
        self._figures = tuple(figures or corn_targets())
        self.asked: list[FigureQuery] = []

    def figures(self, query: FigureQuery) -> FigurePage:
        self.asked.append(query)
        found = [figure for figure in self._figures if passes(figure, query)]
        if query.order is FigureOrder.NEWEST:
            found.sort(key=lambda figure: -(figure.year or 0))
        stop = None if query.limit is None else query.offset + query.limit
        return FigurePage(tuple(found[query.offset : stop]), len(found))

    def figure_counts(self, query: FigureQuery, by: FigureGroup) -> tuple[FigureCount, ...]:
        found = [figure for figure in self._figures if passes(figure, query)]
        values = Counter(value for figure in found for value in _values(figure, by) if value)
        return tuple(FigureCount(value, n) for value, n in values.most_common())


def _values(figure: Figure, by: FigureGroup) -> tuple[str | None, ...]:
    return {
        FigureGroup.TOPIC: figure.topics,
        FigureGroup.PLACE: figure.places,
        FigureGroup.OWN_PLACE: (figure.place,),
        FigureGroup.OWN_PLACE: figure.places[-1:],
        FigureGroup.SCALE: (f"{figure.measure}/{comparable(figure.value or Decimal(0), figure.unit)[0]}",),
        FigureGroup.CONCEPT: (figure.concept,),
        FigureGroup.YEAR: (str(figure.year),),
        FigureGroup.KIND: (figure.kind.value,),
        FigureGroup.UNIT: (figure.unit,),
        FigureGroup.DOCUMENT: (figure.doc,),
    }[by]


class FakeAssistant:
    """Answers by a word of the question: 玉米 is answered, 脚本 cites hostile text, 崩溃 breaks, 长 is refused."""

    def __init__(self, index: FakeIndex | None = None) -> None:
        self.index = index or FakeIndex()
        self.asked: list[tuple[str, tuple[Turn, ...], Filter]] = []
        self.corrections: list[Correction] = []

    def ask(
        self,
        question: str,
        history: Sequence[Turn] = (),
        filter: Filter = Filter(),
        correction: Correction = Correction(),
    ) -> Answer:
        self.asked.append((question, tuple(history), filter))
        self.corrections.append(correction)
        answer = self._answer(question)
        return replace(answer, question=_as_meant(answer.question, correction))

    def _answer(self, question: str) -> Answer:
        if "崩溃" in question:
            raise ZeroDivisionError("internals that nobody should see")
        if len(question) > 500:
            raise QuestionError(f"问题有 {len(question)} 个字，最多 500 个；请缩短后再问")
        if "玉米" in question:
            return corn(question)
        if "脚本" in question:
            return Answer(
                Status.ANSWERED, f"原文写道：{HOSTILE}[1]", Question(question, question), (citation(1, TRICK, HOSTILE),)
            )
        if "哪里" in question:
            return Answer(Status.UNCLEAR, "请问的是哪个乡镇？", Question(question, question))
        near = (hit(REPORT, "村级道路硬化12公里。", ("一、过去一年的工作",)),)
        text = "资料中有青石镇 2024 年的报告，没有提到所问的内容。"
        return Answer(Status.NOT_FOUND, text, Question(question, question, ("青石镇",)), searched=near)


def _as_meant(read: Question, correction: Correction) -> Question:
    """What was read, with what is corrected in its place and no longer inherited."""
    said = {field: value for field in FIELDS if (value := getattr(correction, field)) is not None}
    left = tuple(name for name in read.inherited if name not in said)
    return replace(read, **said, inherited=left)


def corn(question: str) -> Answer:
    """An answer with two figures, a computed number and one citation."""
    read = Question(
        question, question, ("云溪县青石镇",), (2024,), ("粮食安全",), "玉米", QuestionKind.FIGURE, ("places",)
    )
    return Answer(
        status=Status.ANSWERED,
        text="青石镇2024年计划种植玉米1.2万亩，其中地膜玉米8000亩以上[1]，占66.7%。",
        question=read,
        citations=(citation(1, REPORT, SENTENCE, ("二、今年的任务", "（一）稳住粮食生产")),),
        figures=(
            figure("玉米", "1.2万亩", "1.2", "万亩"),
            figure("地膜玉米", "8000亩以上", "8000", "亩", Bound.AT_LEAST),
        ),
        computed=("66.7%",),
    )
