"""Reading the packed model file."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from rag.encoder.packed import Blocks, PackedModel, open_packed
from rag.errors import EncoderError

PIECES = ("<s>", "<pad>", "</s>", "<unk>", "粮", "食")


def small_file(path: Path, *, magic: bytes = b"E5S1", version: int = 1, block: int = 32) -> Path:
    """A file of the packed form with six pieces, one vector "bias" and one 4-bit matrix "matrix" of one row."""
    texts = [piece.encode() for piece in PIECES]
    offsets = np.cumsum([0, *map(len, texts)]).astype("<u4")
    head = magic + struct.pack("<I7ifi", version, 32, 1, 1, 32, len(PIECES), 8, 1, 1e-12, block)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, int(offsets[-1]))
    head += offsets.tobytes() + np.arange(len(PIECES), dtype="<f4").tobytes() + b"".join(texts)
    head += struct.pack("<iI", 1, 9) + struct.pack("<IBI", ord("！"), 1, ord("!"))
    bias = np.array([1.5, -2.0], dtype="<f4").tobytes()
    matrix = np.float16(0.5).tobytes() + bytes(low | (15 - low) << 4 for low in range(16))
    names = [("bias", bias), ("matrix", matrix)]
    start = len(head) + 4 + sum(2 + len(name) + 21 for name, _ in names)
    directory = struct.pack("<i", len(names))
    for name, data in names:
        directory += struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", 0, 1, start, len(data))
        start += len(data)
    path.write_bytes(head + directory + bias + matrix)
    return path


def test_header_vocabulary_and_tensors_are_read(tmp_path: Path) -> None:
    model = open_packed(small_file(tmp_path / "small.bin"))
    assert (model.shape.hidden, model.shape.layers, model.shape.positions) == (32, 1, 8)
    assert model.vocabulary.pieces == PIECES
    assert model.vocabulary.scores == (0, 1, 2, 3, 4, 5)
    assert (model.vocabulary.bos, model.vocabulary.pad, model.vocabulary.unknown) == (0, 1, 3)
    assert model.vector("bias").tolist() == [1.5, -2.0]


def test_low_nibbles_are_the_first_half_of_a_block_and_high_ones_the_second(tmp_path: Path) -> None:
    matrix = open_packed(small_file(tmp_path / "small.bin")).blocks("matrix", 32)
    assert matrix.steps().tolist() == [[*range(16), *range(15, -1, -1)]]
    assert matrix.weights()[0].tolist() == [0.5 * (step - 8) for step in (*range(16), *range(15, -1, -1))]


def test_rows_are_taken_in_the_order_asked_for() -> None:
    scales = np.array([[1.0], [2.0], [3.0]], dtype=np.float32)
    matrix = Blocks(scales, np.full((3, 1, 16), 0x99, dtype=np.uint8))
    assert matrix.rows(np.array([2, 0])).weights()[:, 0].tolist() == [3.0, 1.0]


@pytest.mark.parametrize("broken", [{"magic": b"GGUF"}, {"version": 2}, {"block": 64}])
def test_a_file_of_another_form_is_refused_with_the_remedy(tmp_path: Path, broken: dict[str, Any]) -> None:
    with pytest.raises(EncoderError, match="重新安装"):
        open_packed(small_file(tmp_path / "other.bin", **broken))


@pytest.mark.parametrize("kept", [0, 3, 40, 100, 180, -1])
def test_a_truncated_file_is_refused_with_its_path(tmp_path: Path, kept: int) -> None:
    path = small_file(tmp_path / "short.bin")
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(EncoderError, match=r"short\.bin"):
        open_packed(path)


def test_the_bundled_model_has_the_shape_of_multilingual_e5_small(packed: PackedModel) -> None:
    shape = packed.shape
    assert (shape.hidden, shape.layers, shape.heads, shape.inner, shape.positions) == (384, 12, 12, 1536, 512)
    assert len(packed.vocabulary.pieces) == 250_002
