"""A folder with a tokenizer and an ONNX graph → an Encoder that runs on all cores, without torch.

Each text is a run of its own on one thread, as many at once as there are cores: nothing is spent on padding, memory is
bounded by the longest text a core, and the same text has the same vector in whatever company it comes.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnxruntime
from onnxruntime.capi import onnxruntime_pybind11_state as failures
from tokenizers import Encoding, Tokenizer

from rag.encoder.vocabulary import MOST_TOKENS, PASSAGE_PREFIX, QUERY_PREFIX
from rag.errors import EncoderError
from rag.protocols import Vectors

TOKENIZER = "tokenizer.json"
GRAPH = "onnx/model_int8.onnx"

# pieces have 16 characters at most, so what is cut off here would be cut off as tokens
_MOST_CHARACTERS = 16 * MOST_TOKENS
# tokens take more memory than text, so not all of a long list are kept
_AT_ONCE = 512
_ERRORS_ONLY = 3
_LOAD_FAILURES = (
    failures.Fail,
    failures.InvalidGraph,
    failures.InvalidProtobuf,
    failures.NoSuchFile,
    failures.NotImplemented,
    failures.RuntimeException,
)


class OnnxEncoder:
    """An Encoder; may be used by several threads at once."""

    def __init__(self, folder: Path, name: str) -> None:
        """Raises EncoderError where the files of the folder cannot be loaded."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = _ERRORS_ONLY
        try:
            self._session = onnxruntime.InferenceSession(
                folder / GRAPH, sess_options=options, providers=["CPUExecutionProvider"]
            )
        except _LOAD_FAILURES as error:
            raise EncoderError(f"模型 {folder / GRAPH} 无法加载（{error}）；请删除文件夹 {folder} 后重试") from error
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._name = name
        self._input = self._session.get_inputs()[0].name
        self._dimension = int(self._session.get_outputs()[0].shape[-1])

    @property
    def name(self) -> str:
        return self._name

    @property
    def dimension(self) -> int:
        return self._dimension

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), dimension), float32, rows of length 1; a text counts up to its 512th token."""
        return self._encode(PASSAGE_PREFIX, texts)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), dimension), float32, rows of length 1; a text counts up to its 512th token."""
        return self._encode(QUERY_PREFIX, texts)

    def _encode(self, prefix: str, texts: Sequence[str]) -> Vectors:
        vectors = np.empty((len(texts), self._dimension), dtype=np.float32)
        for start in range(0, len(texts), _AT_ONCE):
            part = texts[start : start + _AT_ONCE]
            encodings = self._tokenizer.encode_batch([prefix + _tokenizable(text) for text in part])
            self._fill(vectors[start : start + _AT_ONCE], encodings)
        return vectors

    def _fill(self, vectors: Vectors, encodings: Sequence[Encoding]) -> None:
        workers = min(len(encodings), _cores())
        if workers == 1:
            for row, encoding in enumerate(encodings):
                vectors[row] = self._run(encoding)
            return
        # the longest first, so that all cores end at about the same time
        order = sorted(range(len(encodings)), key=lambda row: -len(encodings[row].ids))
        with ThreadPoolExecutor(workers) as pool:
            for row, vector in zip(order, pool.map(self._run, (encodings[row] for row in order)), strict=True):
                vectors[row] = vector

    def _run(self, encoding: Encoding) -> Vectors:
        ids = np.asarray([encoding.ids], dtype=np.int64)
        (vectors,) = self._session.run(None, {self._input: ids})
        vector: Vectors = vectors[0]
        return vector


def _tokenizable(text: str) -> str:
    """Bounded, and without lone surrogates, which have no UTF-8 form."""
    return text[:_MOST_CHARACTERS].encode("utf-8", "replace").decode("utf-8")


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
