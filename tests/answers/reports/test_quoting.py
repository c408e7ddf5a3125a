"""From clean characters back to the original."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answers.reports.quoting import original_span, quoted
from rag.records import Citation, Span
from rag.text.clean import clean
from rag.text.passages import passages

QUOTED = [
    # original, clean words wanted, the original's own words
    ("全县地区生产总值增长６．５％，粮食产量１３万吨。", "粮食产量13万吨", "粮食产量１３万吨"),
    ("全縣糧食產量13萬噸，增長5%。", "粮食产量13万吨", "糧食產量13萬噸"),
    ("种植玉米4 200 亩，，新栽茶叶350亩。", "新栽茶叶350亩", "新栽茶叶350亩"),
    ("PM\n2.5\n年平均浓度下降3%，空气优良天数比例90%。", "空气优良天数比例90%", "空气优良天数比例90%"),
]


@pytest.mark.parametrize(("original", "wanted", "quoted"), QUOTED)
def test_the_quote_holds_the_words_as_the_original_has_them(original: str, wanted: str, quoted: str) -> None:
    (passage,) = passages("a.txt", clean(original))
    sentence = next(s for s in passage.sentences if wanted in s.text)
    at = sentence.text.index(wanted)
    assert original_span(original, sentence, at, at + len(wanted)).of(original) == quoted


@given(
    text=st.text(alphabet="粮食糧產量增长5.1 ％%１２，。；、\n\u3000万亩XX", min_size=1, max_size=120),
    cut=st.tuples(st.integers(0, 200), st.integers(0, 200)),
)
def test_a_quote_never_leaves_its_sentence(text: str, cut: tuple[int, int]) -> None:
    for passage in passages("a.txt", clean(text)):
        for sentence in passage.sentences:
            start, stop = sorted(min(c, len(sentence.text)) for c in cut)
            assert sentence.span.covers(original_span(text, sentence, start, stop))


@pytest.mark.parametrize(
    ("quote", "legible"),
    [
        ("抓好農(nóng)貿(mào)市場(chǎng),、客運(yùn)站建設(shè),。", "抓好農貿市場、客運站建設。"),
        ("新栽茶叶\n350亩，，种植玉米", "新栽茶叶350亩，种植玉米"),
        ("增长(5%)左右", "增长(5%)左右"),
    ],
)
def test_an_answer_shows_a_quote_without_what_conversion_put_between_its_words(quote: str, legible: str) -> None:
    assert quoted(Citation(1, "a.txt", Span(0, len(quote)), quote, "", ())) == legible


def test_the_number_of_a_note_does_not_run_into_its_year() -> None:
    note = Citation(1, "a.txt", Span(0, 12), "14.2024年三件民生实事", "澄溪县政府工作报告", ())
    assert quoted(note) == "2024年三件民生实事"
