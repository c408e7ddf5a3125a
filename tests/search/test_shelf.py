"""What search knows of the documents."""

import pytest

from rag.records import DocumentSummary, Metadata, Passage, Sentence, Span
from rag.search.shelf import Shelf


def summary(path: str, title: str, passages: int, duplicate_of: str | None = None) -> DocumentSummary:
    metadata = Metadata(title=title, places=("云渚省", "云岭县"), year=2024)
    return DocumentSummary(path, metadata, "txt", None, False, (), 100, passages, duplicate_of)


def passage(doc: str, text: str, *headings: str) -> Passage:
    return Passage(doc, 0, Span(0, 1), text, headings, (Sentence(Span(0, 1), text),))


SHELF = Shelf.of(
    3,
    (
        summary("报告.txt", "云岭县政府工作报告", 40),
        summary("转载.txt", "云岭县政府工作报告", 40, duplicate_of="报告.txt"),
        summary("一行.txt", "云岭县种植玉米", 1),
    ),
)


def test_the_context_holds_title_places_year_and_headings() -> None:
    context = SHELF.context(passage("报告.txt", "种植玉米。", "一、粮食生产", "（一）玉米"))
    assert context == "云岭县政府工作报告 云渚省 云岭县 2024年 一、粮食生产 （一）玉米"


def test_a_document_of_another_generation_has_its_headings_only() -> None:
    assert SHELF.context(passage("新的.txt", "种植玉米。", "一、粮食生产")).strip() == "一、粮食生产"


def test_passages_of_duplicates_are_not_counted() -> None:
    assert SHELF.passages == 41


@pytest.mark.parametrize(
    ("doc", "text", "expected"),
    [
        ("报告.txt", "云岭县政府工作报告", True),
        ("报告.txt", "粮食生产。", True),
        ("报告.txt", "云岭县政府工作报告提出种植玉米。", False),
        ("一行.txt", "云岭县种植玉米", False),
        ("新的.txt", "粮食生产。", False),
    ],
)
def test_a_passage_may_be_no_more_than_a_title(doc: str, text: str, expected: bool) -> None:
    assert SHELF.only_a_title(passage(doc, text, "一、粮食生产")) is expected


def test_an_empty_index_has_a_shelf() -> None:
    assert Shelf.of(1, ()).passages == 1
