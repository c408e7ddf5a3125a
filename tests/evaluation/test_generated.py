"""Questions that the catalogue implies, and what counts as their answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import pytest

from rag.evaluation.askable import Cell, cells, sentence_around
from rag.evaluation.catalogue import Catalogue, Report, catalogue, is_silent
from rag.evaluation.consistency import Outcome, evaluate_generated, outcome, shares
from rag.evaluation.generated import Generated, Sort, generated
from rag.extraction import Extraction
from rag.places import gazetteer
from rag.records import (
    Answer,
    Bound,
    Citation,
    Figure,
    FigureKind,
    FigurePage,
    FigureQuery,
    Measure,
    Question,
    Span,
    Status,
    Turn,
)
from rag.text.clean import clean
from rag.text.structure import sections
from rag.topics import load_indicators, load_topics
from tests.answers.small import COUNTY, REPORTS, TOWN, MemoryIndex, answerer, report

TEXT = "2024年粮食产量13.5万吨以上。粮食产量增长2%。上半年新改农房86户。"
PLAN = report(
    "芦湾镇/要点.txt", "2024年工作要点\n\n今年新建山地苹果示范园120亩。\n", TOWN, 2024, "2024年芦湾镇工作要点"
)
HELD_REPORTS = (*REPORTS, PLAN)
DOCUMENTS = MemoryIndex(REPORTS).documents()
DOC = "云渚县/2024.txt"


def figure(text: str, **changes: object) -> Figure:
    at = TEXT.index(text)
    plain = Figure(
        doc=DOC, span=Span(at, at + len(text)), text=text, kind=FigureKind.TARGET, indicator="粮食产量",
        measure=Measure.LEVEL, value=Decimal("13.5"), value_high=None, unit="万吨", bound=Bound.AT_LEAST, year=2024,
        deadline=None, place="云渚县", masked=False, rule="test", concept="粮食产量", places=COUNTY,
    )  # fmt: skip
    return replace(plain, **changes)  # type: ignore[arg-type]


AMOUNT = figure("13.5万吨以上")
RATE = figure("2%", measure=Measure.INCREASE, value=Decimal(2), unit="%")


def found(*figures: Figure) -> list[tuple[str, Measure]]:
    return [(cell.subject, cell.measure) for cell in cells(figures, DOCUMENTS, lambda _: TEXT)]


def test_an_amount_and_its_rate_are_two_cells_and_the_amount_must_be_asked_by_unit() -> None:
    rate, amount = cells((AMOUNT, RATE), DOCUMENTS, lambda _: TEXT)
    assert (amount.measure, amount.unit, amount.texts, amount.rated) == (Measure.LEVEL, "万吨", ("13.5万吨以上",), True)
    assert (rate.measure, rate.texts, rate.rated) == (Measure.INCREASE, ("2%",), False)


def test_the_same_value_twice_is_one_cell_with_both_documents() -> None:
    (cell,) = cells((AMOUNT, replace(AMOUNT, text="13.5万吨", doc="云渚县/2023.txt")), DOCUMENTS, lambda _: TEXT)
    assert cell.texts == ("13.5万吨以上", "13.5万吨")
    assert cell.docs == (DOC, "云渚县/2023.txt")


@pytest.mark.parametrize(
    "figures",
    [
        (AMOUNT, replace(AMOUNT, value=Decimal(14))),  # two values
        (AMOUNT, replace(AMOUNT, value=Decimal(14), year=None)),  # another that may be of that year
        (replace(AMOUNT, masked=True, value=None),),
        (replace(AMOUNT, doc="芦湾镇/2024.txt"),),  # the report of another place
        (replace(AMOUNT, places=()),),
        (replace(RATE, unit="个百分点"),),  # how much more than elsewhere
        (figure("86户", indicator="新改农房", concept=None, unit="户"),),  # of half a year
        (replace(AMOUNT, indicator="产量等", concept=None),),  # no name to ask by
        (AMOUNT, replace(AMOUNT, places=("岚原省", "另一市", "云渚县"))),  # two places of one name
        (
            replace(AMOUNT, indicator="优质粮食产量", concept=None),
            replace(RATE, indicator="优质粮食产量目标", concept=None, value=Decimal(9)),
        ),  # words within words
    ],
)
def test_what_has_several_right_answers_is_no_cell(figures: tuple[Figure, ...]) -> None:
    assert (("粮食产量", Measure.LEVEL) not in found(*figures)) or figures[0].concept is None
    assert not any(subject != "粮食产量" for subject, _ in found(*figures))


def test_the_sentence_around_a_figure_ends_at_its_marks() -> None:
    at = TEXT.index("2%")
    assert sentence_around(TEXT, at, at + 2) == "粮食产量增长2%"


@dataclass(frozen=True)
class FigureIndex(MemoryIndex):
    """The small reports with the figures that extraction finds in them."""

    def figures(self, query: FigureQuery) -> FigurePage:
        extract = Extraction(load_topics(), load_indicators())
        texts = [(document, clean(document.text)) for document in self.held]
        figures = tuple(figure for d, text in texts for figure in extract(d, text, sections(text)))
        return FigurePage(figures, len(figures))


@pytest.fixture(scope="module")
def known() -> Catalogue:
    return catalogue(FigureIndex(HELD_REPORTS), load_indicators(), gazetteer())


@pytest.fixture(scope="module")
def asked(known: Catalogue) -> tuple[Generated, ...]:
    return generated(known, 200)


def of_sort(asked: Sequence[Generated], sort: Sort) -> list[Generated]:
    return [question for question in asked if question.sort is sort]


def test_the_catalogue_knows_what_its_reports_say(known: Catalogue) -> None:
    assert (
        Cell(
            "云渚县", 2024, "粮食产量", True, FigureKind.TARGET, Measure.LEVEL, "万吨", ("13.5万吨以上",), (DOC,), False
        )
        in known.cells
    )
    assert {2022, 2023, 2024} <= known.dated["云渚县"]
    assert known.strangers
    assert "全国" not in known.strangers


@pytest.mark.parametrize(
    ("subject", "text", "silent"),
    [
        ("粮食产量", "全年粮食产量达到13万吨。", False),
        ("粮食产量", "粮食播种面积31万亩、产量12万吨。", False),  # its beginning and its end in one sentence
        ("城镇居民人均可支配收入", "居民人均可支配收入增长6%。", False),  # a good piece of it
        ("财政收入", "一般公共预算收入8亿元。", False),  # many take the one for the other
        ("粮食产量", "粮食播种面积31万亩。蔬菜产量12万吨。", True),
        ("城镇调查失业率", "城镇新增就业2300人。", True),
    ],
)
def test_a_report_is_silent_only_where_nothing_could_be_meant(
    known: Catalogue, subject: str, text: str, silent: bool
) -> None:
    one = replace(known, reports=(Report(COUNTY, 2024, text),))
    assert is_silent("云渚县", 2024, subject, one) is silent


def test_all_sorts_are_asked_and_each_question_once(asked: tuple[Generated, ...]) -> None:
    assert {question.sort for question in asked} == set(Sort)
    assert len({question.question for question in asked}) == len(asked)


def test_questions_for_what_is_there_know_its_words_and_its_document(asked: tuple[Generated, ...]) -> None:
    for question in (*of_sort(asked, Sort.SHARED), *of_sort(asked, Sort.OWN)):
        assert question.texts
        assert all(any(text in d.text for d in HELD_REPORTS if d.path in question.docs) for text in question.texts)


def test_questions_for_what_is_not_there_have_no_answer_in_the_reports(
    asked: tuple[Generated, ...], known: Catalogue
) -> None:
    everything = "".join(document.text for document in HELD_REPORTS)
    for question in of_sort(asked, Sort.NO_PLACE):
        assert not question.texts
        assert any(place in question.question and place not in everything for place in known.strangers)
    for question in of_sort(asked, Sort.NO_YEAR):
        assert not question.texts
        assert not any(f"{year}年" in question.question for year in (2022, 2023, 2024))
    assert all(not question.texts for question in of_sort(asked, Sort.NO_SUBJECT))


def test_the_same_catalogue_gives_the_same_questions(asked: tuple[Generated, ...], known: Catalogue) -> None:
    assert generated(known, 200) == asked
    assert generated(known, 200, seed=1) != asked


def test_an_empty_catalogue_gives_none() -> None:
    assert generated(catalogue(FigureIndex(()), load_indicators(), gazetteer())) == ()


THERE = Generated(Sort.SHARED, "云渚县2024年粮食产量目标是多少？", ("13.5万吨以上",), (DOC,))
MISSING = Generated(Sort.NO_YEAR, "云渚县2031年粮食产量目标是多少？")


def answer(text: str, status: Status = Status.ANSWERED, doc: str = DOC) -> Answer:
    cited = (Citation(1, doc, Span(0, 5), text, "报告"),) if status is Status.ANSWERED else ()
    return Answer(status, text, Question(THERE.question, THERE.question), cited)


@pytest.mark.parametrize(
    ("question", "given", "wanted"),
    [
        (THERE, answer("粮食产量１３．５万吨以上"), Outcome.RIGHT),
        (THERE, answer("粮食产量113.5万吨以上"), Outcome.OTHER),
        (THERE, answer("粮食产量13.5万吨以上", doc="全国/2024.txt"), Outcome.NOT_CITED),
        (THERE, answer("没有说明", Status.NOT_FOUND), Outcome.REFUSED),
        (THERE, answer("哪个地区？", Status.UNCLEAR), Outcome.UNCLEAR),
        (MISSING, answer("没有2031年的报告，现有2023年、2024年的报告。", Status.NOT_FOUND), Outcome.RIGHT),
        (MISSING, answer("没有2031年的报告，2024年是13.5万吨。", Status.NOT_FOUND), Outcome.NUMBER_SAID),
        (MISSING, answer("粮食产量13.5万吨以上"), Outcome.ANSWERED),
        (MISSING, answer("哪个地区？", Status.UNCLEAR), Outcome.UNCLEAR),
    ],
)
def test_an_answer_is_what_the_catalogue_implies_or_not(question: Generated, given: Answer, wanted: Outcome) -> None:
    assert outcome(question, given) is wanted


def test_a_report_counts_by_sort_and_shows_the_worst() -> None:
    def ask(question: str, history: Sequence[Turn]) -> Answer:
        return answer("没有说明", Status.NOT_FOUND)

    came = evaluate_generated((THERE, MISSING), ask)
    assert shares(came) == {"有的：通用指标": 0.0, "没有的：年份": 1.0, "合计": 0.5}
    assert "| 有的：通用指标 | 1 | 0.000 | 拒答了有的 1 |" in came.table()
    assert came.worst().splitlines() == [
        "- 有的：通用指标，拒答了有的：1 题",
        "  - 云渚县2024年粮食产量目标是多少？",
        "    - 答：没有说明",
        "    - 应有：13.5万吨以上",
    ]


def test_what_is_not_there_is_refused_over_the_small_reports(asked: tuple[Generated, ...]) -> None:
    missing = of_sort(asked, Sort.NO_YEAR) + of_sort(asked, Sort.NO_PLACE)
    came = evaluate_generated(missing, answerer(HELD_REPORTS).answer)
    assert len(came.held) > 20
    assert came.right == 1.0, came.worst()
