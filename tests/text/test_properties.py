"""What holds for every text, however broken."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from rag.records import Span
from rag.text.clean import clean, clean_query
from rag.text.outline import outline
from rag.text.passages import passages
from rag.text.structure import sections

PIECES = [
    "，", ",", "。", "、", "；", "：", "？", "%", "“", "”", "（", "）", "(", ")", "…", "——", "增长", "５％",
    "15.16", "亿元", "1", "2.5", "PM", "網", "(wǎng)", "（xiàn）", "(ge)", "個", "縣", "一是", "二是", "一要",
    "三、", "（一）", "1.", "1234", "发展", "责任编辑：张三", "来源：某报", "热点文章", "221381", "问：", "答：", "首先，", "其次，",
    "以内", "乾", "昇", "瞭解", "篇1：", "本作品是法律", "白塔县今年完成投资三亿元，全部任务如期完成。",
]  # fmt: skip
BLANKS = [" ", "  ", "\t", "　", "\n", "\r\n", "\r", "\n\n", "\u200b", "\ufeff", "\xa0", "政 府", "b c"]
TEXTS = st.lists(st.one_of(st.sampled_from([*PIECES, *BLANKS]), st.text(max_size=4)), max_size=40).map("".join)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_every_clean_character_has_its_place_in_the_original(original: str) -> None:
    found = clean(original)
    spans = [found.span(at, at + 1) for at in range(len(found.text))]
    assert all(len(span) == 1 for span in spans)
    assert all(before.stop <= after.start for before, after in pairwise(spans))
    assert [found.clean_range(span) for span in spans] == [(at, at + 1) for at in range(len(spans))]
    assert found.clean_range(Span(0, len(original))) == (0, len(found.text))


@given(TEXTS, st.data())
@settings(max_examples=300, deadline=None)
def test_a_range_maps_there_and_back(original: str, data: st.DataObject) -> None:
    found = clean(original)
    start = data.draw(st.integers(0, len(found.text)))
    stop = data.draw(st.integers(start, len(found.text)))
    span = found.span(start, stop)
    assert span.stop <= len(original)
    assert found.clean_range(span) == (start, stop)


@given(TEXTS)
@settings(max_examples=500, deadline=None)
def test_clean_text_is_clean(original: str) -> None:
    once = clean(original).text
    assert clean(once).text == once


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_a_question_never_fails_and_is_one_line(original: str) -> None:
    assert "\n" not in clean_query(original)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_every_character_is_a_heading_of_its_own_line_or_in_exactly_one_passage(original: str) -> None:
    found = clean(original)
    ranges = [found.clean_range(sentence.span) for passage in passages("a", found) for sentence in passage.sentences]
    covered = [at for start, stop in ranges for at in range(start, stop)]
    headings = {
        at
        for node in outline(found.text)
        if node.heading.standing
        for at in range(node.heading.start, node.heading.stop)
    }
    wanted = [at for at, character in enumerate(found.text) if character != "\n" and at not in headings]
    assert covered == wanted


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_a_section_lies_inside_the_one_above_it(original: str) -> None:
    found = sections(clean(original))
    assert all(section.span.covers(section.heading_span) for section in found)
    assert all(len(section.path) == section.level for section in found)
    for outer, inner in pairwise(found):
        if inner.level > outer.level:
            assert outer.span.covers(inner.span)
            assert inner.path[: outer.level] == outer.path


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_a_passage_is_its_sentences_and_stands_in_its_span(original: str) -> None:
    found = clean(original)
    for passage in passages("a", found):
        assert passage.text == "".join(sentence.text for sentence in passage.sentences)
        assert all(passage.span.covers(sentence.span) for sentence in passage.sentences)
        for sentence in passage.sentences:
            start, stop = found.clean_range(sentence.span)
            assert found.text[start:stop] == sentence.text
