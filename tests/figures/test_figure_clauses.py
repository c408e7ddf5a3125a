"""Sentences, clauses, and what belongs to each figure of a clause."""

import pytest

from rag.figures.clauses import Context, contexts, sentences
from rag.figures.lexicon import ROLES, alternation, lexicon
from rag.figures.marks import full_width
from rag.figures.quantities import quantities


def _contexts(text: str) -> tuple[Context, ...]:
    return contexts(text, 0, len(text), quantities(text))


def test_sentences_end_at_their_marks() -> None:
    text = "新建公路。改造管网！完工了吗？\n是"
    assert [text[a:b] for a, b in sentences(text)] == ["新建公路。", "改造管网！", "完工了吗？\n", "是"]


def test_sides_reach_to_the_next_figure_or_mark() -> None:
    first, second = _contexts("今年，新建公路3公里、桥梁2座，完工")
    assert (first.left, first.right, first.bounded, first.skipped) == ("新建公路", "、桥梁", True, "今年")
    assert (second.left, second.right, second.follows, second.listed) == ("桥梁", "", True, True)


def test_brackets_bound_what_stands_in_them() -> None:
    (inside,) = _contexts("抓产业（新建基地3个）、保民生")
    assert (inside.left, inside.right) == ("新建基地", "")
    (alone,) = _contexts("上塘村（300亩）")
    assert alone.left.startswith("上塘村")


def test_a_label_stands_before_its_colon() -> None:
    assert [c.label for c in _contexts("李子产值：2023年3亿元；目标4亿元")] == ["李子产值"] * len(
        _contexts("李子产值：2023年3亿元；目标4亿元")
    )


MARKS = (
    ("增长5%,达到3;", "增长5%，达到3；"),
    ("14,500亩(含)", "14,500亩（含）"),
    ('"三大"行动', "“三大”行动"),
    ("17:45开会:好", "17:45开会：好"),
    ('一个"引号', '一个"引号'),
)


@pytest.mark.parametrize(("text", "wide"), MARKS)
def test_marks_are_made_full_width_in_place(text: str, wide: str) -> None:
    assert full_width(text) == wide
    assert len(full_width(text)) == len(text)


def test_every_role_of_the_lexicon_has_words() -> None:
    assert all(getattr(lexicon(), role).pattern for role in ROLES)


def test_the_longest_word_is_found_at_either_end() -> None:
    assert lexicon().action.prefix("新建改造管网") == "新建"
    assert lexicon().level.suffix("产值达到") == "达到"
    assert lexicon().action.prefix("") == lexicon().action.suffix("") == ""
    assert alternation(["改", "改造", "改建"]).startswith("(?:改")
