"""Running the graph: order, shapes, and that a text's vector depends on nothing but the text."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from rag.encoder.onnx_encoder import GRAPH, TOKENIZER, OnnxEncoder
from rag.errors import EncoderError

TEXTS = (
    "今年计划种植玉米1.5万亩。",
    "路",
    "我们要坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，" * 6,
    "建成“四好农村路”120公里；",
    "",
    "完成投资4.8亿元，同比增长40%。",
)


def test_rows_stand_in_the_order_of_the_texts(bundled: OnnxEncoder) -> None:
    together = bundled.encode_passages(TEXTS)
    backwards = bundled.encode_passages(TEXTS[::-1])[::-1]
    assert np.array_equal(together, backwards)
    assert len({row.tobytes() for row in together}) == len(TEXTS)


def test_a_text_has_the_same_vector_in_any_company(bundled: OnnxEncoder) -> None:
    together = bundled.encode_passages(TEXTS)
    for row, text in zip(together, TEXTS, strict=True):
        assert np.array_equal(bundled.encode_passages([text])[0], row)


def test_a_list_longer_than_what_is_tokenized_at_once_keeps_its_order(bundled: OnnxEncoder) -> None:
    texts = [f"第{number}组" for number in range(600)]
    vectors = bundled.encode_queries(texts)
    for number in (0, 511, 512, 599):
        assert np.array_equal(vectors[number], bundled.encode_queries([f"第{number}组"])[0])


def test_threads_that_ask_at_once_get_what_each_would_get_alone(bundled: OnnxEncoder) -> None:
    alone = bundled.encode_queries(TEXTS)
    with ThreadPoolExecutor(4) as pool:
        rows = list(pool.map(lambda text: bundled.encode_queries([text])[0], TEXTS * 4))
    assert np.array_equal(np.stack(rows), np.concatenate([alone] * 4))


def test_rows_are_float32_of_length_one(bundled: OnnxEncoder) -> None:
    vectors = bundled.encode_passages(TEXTS)
    assert (vectors.shape, vectors.dtype) == ((len(TEXTS), 384), np.float32)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_no_texts_give_no_rows(bundled: OnnxEncoder) -> None:
    assert bundled.encode_passages([]).shape == (0, 384)
    assert bundled.encode_queries([]).shape == (0, 384)


def test_queries_and_passages_are_told_apart(bundled: OnnxEncoder) -> None:
    assert not np.array_equal(bundled.encode_queries(TEXTS[:1]), bundled.encode_passages(TEXTS[:1]))


def test_a_very_long_text_counts_up_to_its_512th_token(bundled: OnnxEncoder) -> None:
    start = "持续抓好粮食生产，" * 300
    vectors = bundled.encode_passages([start, start + "招商引资" * 500_000])
    assert np.array_equal(vectors[0], vectors[1])


@pytest.mark.parametrize("text", ["\x00", "\ud800粮食", "👨‍👩‍👧 幸福😀", "ประเทศไทย", "\n\t ", "縣", "\U0010ffff"])
def test_any_text_has_a_vector(bundled: OnnxEncoder, text: str) -> None:
    vectors = bundled.encode_queries([text, text])
    assert np.isfinite(vectors).all()
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_a_graph_that_cannot_be_loaded_is_named_with_the_remedy(tmp_path: Path, unpacked_folder: Path) -> None:
    (tmp_path / GRAPH).parent.mkdir()
    (tmp_path / GRAPH).write_bytes(b"not a graph")
    (tmp_path / TOKENIZER).write_bytes((unpacked_folder / TOKENIZER).read_bytes())
    with pytest.raises(EncoderError, match="删除文件夹"):
        OnnxEncoder(tmp_path, "broken")
