"""What a question is looked for with."""

import pytest

from rag.search.asked import MOST_CHARACTERS, MOST_WORDS, read_asked


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("请问今年计划种植多少亩玉米？", ("今年", "计划", "种植", "亩", "玉米")),
        ("哪一年完成了高标准农田建设", ("完成", "标准", "农田", "建设")),
        ("有没有新建敬老院呢", ("新建", "敬老", "敬老院")),
        ("对口帮扶是什么", ("对口", "帮扶")),
    ],
)
def test_words_that_only_ask_are_left_out(question: str, expected: tuple[str, ...]) -> None:
    assert set(expected) <= set(read_asked(question).words)
    assert not {"请问", "多少", "哪一年", "一年", "有没有", "呢", "什么"} & set(read_asked(question).words)


@pytest.mark.parametrize("question", ["", "  ", "请问有哪些？", "多少", "是什么呢", "？！……", "怎么样"])
def test_a_question_without_content_has_no_words(question: str) -> None:
    assert read_asked(question).words == ()


def test_a_traditional_question_is_read_as_its_simplified_form() -> None:
    assert read_asked("今年種植玉米多少畝") == read_asked("今年种植玉米多少亩")


def test_pairs_run_across_words_but_not_across_what_was_left_out() -> None:
    pairs = read_asked("畜牧业产值的增速").pairs
    assert ("业产" in pairs, "值增" in pairs, "增速" in pairs) == (True, False, True)


def test_a_number_is_one_pair() -> None:
    assert "2024" in read_asked("2024年的玉米").pairs


def test_everyday_words_bring_those_of_reports_with_them() -> None:
    asked = read_asked("GDP目标")
    forms = dict(zip(asked.words, asked.forms, strict=True))
    assert forms["gdp"][:2] == ("gdp", "生产总值")
    assert forms["目标"] == ("目标",)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("种多少亩玉米", True),
        ("有几个示范园", True),
        ("覆盖率有多高", True),
        ("玉米怎么种", False),
        ("谁负责抗旱", False),
    ],
)
def test_it_is_seen_whether_a_number_is_asked_for(question: str, number: bool) -> None:
    assert read_asked(question).number is number


def test_an_endless_question_is_cut() -> None:
    asked = read_asked("".join(f"第{number}镇的玉米产量，" for number in range(5000)))
    assert len(asked.text) <= MOST_CHARACTERS
    assert len(asked.words) <= MOST_WORDS
