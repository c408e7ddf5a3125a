"""The words that lexical search counts."""

import pytest

from rag.text.words import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今年种植玉米14500亩。", ("今年", "种植", "玉米", "14500", "亩")),
        ("增长５．５％，ＧＤＰ 300 亿元", ("增长", "5.5%", "gdp", "300", "亿元")),
        ("種植與養殖", ("种植", "养殖")),
        ("村和镇的任务", ("村", "镇", "任务")),
        ("，。 \n", ()),
        ("", ()),
    ],
)
def test_words_are_cut_folded_and_freed_of_what_says_nothing(text: str, expected: tuple[str, ...]) -> None:
    assert words(text) == expected


def test_a_long_word_comes_with_the_words_inside_it() -> None:
    assert {"高质量", "质量"} <= set(words("推动高质量发展"))


def test_a_question_and_a_text_in_another_script_share_their_words() -> None:
    assert set(words("種植玉米多少畝")) & set(words("种植玉米14500亩")) == {"种植", "玉米", "亩"}
