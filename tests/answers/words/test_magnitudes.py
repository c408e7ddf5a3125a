"""Classes of things by the order of their size."""

from __future__ import annotations

import pytest

from rag.answers.words.magnitudes import magnitudes, said_as

NAMED = [
    # question, the class that it names
    ("澄溪县有几个千亿级产业", ["千亿级"]),
    ("澄溪县要打造几个百亿元级园区", ["百亿元级"]),
    ("澄溪县的亿元企业有几家", ["亿"]),
    ("澄溪县GDP超百亿的镇有几个", ["百亿"]),
    ("澄溪县哪些产业规模超过千亿", ["千亿"]),
    ("澄溪县要培育几个五千亿级产业", ["五千亿级"]),
    ("澄溪县有多少万企业", []),
    ("澄溪县的财政收入超过百亿了吗", []),
    ("澄溪县产业投资3千亿元", []),
    ("澄溪县产业投资几千亿", []),
]


@pytest.mark.parametrize(("question", "classes"), NAMED)
def test_a_question_names_a_class_by_its_size(question: str, classes: list[str]) -> None:
    assert [question[start:stop].rstrip("元") for start, stop in magnitudes(question)] == classes


SAID = [
    # word of the question, sentence of a report, what speaks of it
    ("千亿级", "茶业成为第2个千亿级产业", ["千亿级"]),
    ("千亿级", "打造3个千亿元级集群", ["千亿元级"]),
    ("千亿级", "茶业产值突破千亿", ["千亿"]),
    ("亿", "开工亿元以上项目12个", ["亿元"]),
    ("千亿", "建成千亿产业2个", ["千亿"]),
    ("千亿级", "打造3个百亿级、1个五千亿级园区", []),
    ("万亿级", "产值达到1.5万亿元", []),
]


@pytest.mark.parametrize(("word", "sentence", "said"), SAID)
def test_a_report_speaks_of_the_class_and_of_no_other(word: str, sentence: str, said: list[str]) -> None:
    pattern = said_as(word)
    assert pattern is not None
    assert [found[0] for found in pattern.finditer(sentence)] == said


def test_other_words_are_no_classes() -> None:
    assert said_as("产业") is None
