"""Where sentences end."""

import pytest

from rag.text.sentences import LONGEST, sentences

CASES = [
    ("今年增长3.5%。明年更好！", ["今年增长3.5%。", "明年更好！"]),
    ("他说：“好！我们干。”大家同意。", ["他说：“好！我们干。”", "大家同意。"]),
    ("“干得好！”李明说，要继续。", ["“干得好！”李明说，要继续。"]),
    ("参加的有村民（含移民。）和干部。散会。", ["参加的有村民（含移民。）和干部。", "散会。"]),
    ("粮食增产；农民增收。", ["粮食增产；农民增收。"]),
    ("没有句号的一行\n下一行。", ["没有句号的一行", "下一行。"]),
    ("真的吗？！是的……好。", ["真的吗？！", "是的……", "好。"]),
    ('要落实"两个确保"。"好。"他答。', ['要落实"两个确保"。', '"好。"', "他答。"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_text_is_cut_into_its_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:stop] for start, stop in sentences(text)] == expected


def test_a_sentence_without_end_is_cut_at_its_clauses() -> None:
    clause = "一" * 99 + "；"
    parts = [stop - start for start, stop in sentences(clause * 40)]
    assert set(parts) == {LONGEST}


def test_a_text_without_any_mark_is_cut_where_it_stands() -> None:
    text = "一" * (3 * LONGEST + 7)
    assert [stop - start for start, stop in sentences(text)] == [LONGEST] * 3 + [7]
