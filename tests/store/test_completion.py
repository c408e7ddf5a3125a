"""Topics by meaning in a build: from stored vectors, anew when the topics are edited, for figures too."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from rag.protocols import Vectors
from rag.records import FigureQuery
from rag.settings import Settings
from rag.store import open_index
from rag.store.build import build
from rag.store.report import BuildReport

BEES = "房前屋后摆上木箱，春天看花开，秋天割巢脾，一年下来每户能添7000元，老人也能搭把手，年轻人都愿意留下来。"
PLAIN = "会议由镇长主持，大家先后发言，气氛热烈，最后形成了一致的看法，并要求散会以后抓紧传达到每一位干部。"
REPORT = f"柏坞镇情况汇报\n一、农户增收\n{BEES}\n二、会议情况\n{PLAIN}\n"
TOPICS = """- name: 农业
  synonyms: [农业农村]
  example: 抓好农业农村工作。
- name: 养蜂
  parent: 农业
  synonyms: [蜂蜜, 蜂群]
  example: 蜂群达到300个。
- name: 种植
  parent: 农业
  synonyms: [粮食, 蔬菜]
  example: 蔬菜种植500亩。
- name: 渔业
  parent: 农业
  synonyms: [鱼塘, 水产]
  example: 鱼塘改造40口，塘边种蔬菜。
"""


class SubjectEncoder:
    """An Encoder without a model that knows what some words are about; everything else lies in one direction."""

    SUBJECTS = (("蜂", "巢脾"), ("蔬菜", "粮食"), ("鱼",), ("建交", "国防", "同志们", "代表", "台湾", "革命"))
    name = "subjects"
    dimension = 5

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Unit rows; the texts are remembered."""
        self.encoded.extend(texts)
        return self.encode_queries(texts)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Unit rows, the same as for passages."""
        found = [[1.0, *(any(word in text for word in words) for words in self.SUBJECTS)] for text in texts]
        vectors = np.array(found, dtype=np.float32)
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """One report and topics of its own."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "汇报.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "topics.yaml").write_text(TOPICS, encoding="utf-8")
    return Settings(corpus=tmp_path / "corpus", index=tmp_path / "index", topics=tmp_path / "topics.yaml", jobs=1)


def built(
    settings: Settings, encoder: SubjectEncoder
) -> tuple[BuildReport, dict[str, tuple[str, ...]], tuple[str, ...]]:
    """The report of a build, the topics of each passage by its first words, and those of the one figure."""
    report = build(settings, encoder)
    with closing(open_index(settings.index)) as index:
        passages = {text.text[-10:]: text.topics for text in index.passages_of("汇报.txt")}
        (figure,) = index.figures(FigureQuery()).figures
        return report, passages, figure.topics


def test_a_passage_without_the_words_of_a_topic_is_put_under_the_one_that_it_is_near_to(settings: Settings) -> None:
    _, passages, of_figure = built(settings, SubjectEncoder())
    assert passages[BEES[-10:]] == ("养蜂",)
    assert passages[PLAIN[-10:]] == ()
    assert of_figure == ("养蜂",)


def test_edited_topics_put_passages_elsewhere_without_encoding_them_again(settings: Settings) -> None:
    built(settings, SubjectEncoder())
    assert settings.topics is not None
    settings.topics.write_text(TOPICS.replace("养蜂", "林下经济"), encoding="utf-8")
    encoder = SubjectEncoder()
    report, passages, of_figure = built(settings, encoder)
    assert (report.retagged, report.encoded) == (("汇报.txt",), 0)
    assert not [text for text in encoder.encoded if "房前屋后" in text or "镇长" in text]
    assert (passages[BEES[-10:]], of_figure) == (("林下经济",), ("林下经济",))
    again = SubjectEncoder()
    assert built(settings, again)[0].retagged == ()
    assert again.encoded == []
