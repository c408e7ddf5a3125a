"""The name or folder of any sentence-transformers model → an Encoder, with the prefixes that the model was trained with.

A folder and a model that is in the hub's cache are loaded without network; only a name that is in neither goes to the hub,
which is what naming it asks for. Code that a model brings along is never run.
"""

from __future__ import annotations

import hashlib
import math
import re
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from rag.encoder.vocabulary import MOST_TOKENS, PASSAGE_PREFIX, QUERY_PREFIX
from rag.errors import EncoderError
from rag.protocols import Vectors

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_MOST_CHARACTERS = 16 * MOST_TOKENS
_REMEDY = "请在 rag.toml 中把 encoder 写成 bundled（内置模型）、已下载的模型文件夹，或联网时写 Hugging Face 上的模型名"
# the same weights for others than PyTorch
_OTHER_RUNTIMES = ("onnx/*", "openvino/*", "*.onnx", "*.h5", "*.msgpack", "*.ot", "*.gguf")


@dataclass(frozen=True, slots=True)
class Prefixes:
    """What is put before a text."""

    query: str
    passage: str


# by the last part of a name, for models that do not carry their prompts; the first that fits. From their model cards.
_FAMILIES = (
    # multilingual-e5-large-instruct
    (re.compile(r"\be5-.*instruct"), Prefixes("Instruct: 给出一个问题，检索能回答它的段落\nQuery: ", "")),
    # multilingual-e5-small, e5-base-v2
    (re.compile(r"\be5-(small|base|large)"), Prefixes(QUERY_PREFIX, PASSAGE_PREFIX)),
    # bge-small-zh-v1.5
    (re.compile(r"\bbge-(small|base|large)-zh"), Prefixes("为这个句子生成表示以用于检索相关文章：", "")),
    # bge-base-en-v1.5
    (
        re.compile(r"\bbge-(small|base|large)-en"),
        Prefixes("Represent this sentence for searching relevant passages: ", ""),
    ),
)
_NO_PREFIXES = Prefixes("", "")


def family_prefixes(name: str) -> Prefixes:
    """The prefixes of the family that a model's name or folder says it is of; empty ones for every other model."""
    last = Path(name).name.lower()
    return next((prefixes for pattern, prefixes in _FAMILIES if pattern.search(last)), _NO_PREFIXES)


class NamedEncoder:
    """An Encoder around a SentenceTransformer, in float32; texts of several threads are encoded one batch after another."""

    def __init__(self, model: SentenceTransformer, name: str) -> None:
        """`name` identifies the weights; its family gives the prefixes where the model has no prompts of its own."""
        self._model = model.float().eval()
        # a model without attention has no limit (infinity) and needs none
        if MOST_TOKENS < (model.max_seq_length or 0) < math.inf:
            model.max_seq_length = MOST_TOKENS
        self._name = name
        self._prefixes = family_prefixes(name.partition("@")[0])
        self._has_prompts = any(model.prompts.values())
        self._lock = threading.Lock()

    @property
    def name(self) -> str:
        return self._name

    @property
    def dimension(self) -> int:
        return int(self._model.get_embedding_dimension() or 0)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), dimension), float32, rows of length 1; a text counts up to its 512th token."""
        return self._encode(self._model.encode_document, self._prefixes.passage, texts)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), dimension), float32, rows of length 1; a text counts up to its 512th token."""
        return self._encode(self._model.encode_query, self._prefixes.query, texts)

    def _encode(self, encode: Callable[..., object], prefix: str, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        bounded = [text[:_MOST_CHARACTERS].encode("utf-8", "replace").decode("utf-8") for text in texts]
        prompt = None if self._has_prompts else prefix
        with self._lock:
            rows = encode(bounded, prompt=prompt, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(rows, dtype=np.float32)


def load_named(name: str) -> NamedEncoder:
    """The encoder of a model folder or of a model of the hub; raises EncoderError with what to do instead."""
    # seconds to import and hundreds of megabytes of memory, which the bundled model does without
    from safetensors import SafetensorError  # noqa: PLC0415
    from transformers.utils import logging as transformers_logging  # noqa: PLC0415

    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    folder = Path(name).expanduser()
    try:
        if folder.is_dir():
            return NamedEncoder(_load(folder), f"{folder.resolve().name}@{_content(folder)}")
        return _from_hub(name if "/" in name else f"sentence-transformers/{name}")
    except (OSError, ValueError, LookupError, TypeError, RuntimeError, ImportError, SafetensorError) as error:
        reason = str(error).partition("\n")[0]
        raise EncoderError(f"模型 {name} 无法加载（{reason}）；{_REMEDY}") from error


def _from_hub(name: str) -> NamedEncoder:
    from huggingface_hub import snapshot_download  # noqa: PLC0415

    try:
        snapshot = Path(snapshot_download(name, local_files_only=True))
        model = _load(snapshot)
    except (OSError, ValueError):  # not in the hub's cache, or only a part of it
        snapshot = Path(snapshot_download(name, ignore_patterns=list(_OTHER_RUNTIMES)))
        model = _load(snapshot)
    return NamedEncoder(model, f"{name}@{snapshot.name[:12]}")


def _load(folder: Path) -> SentenceTransformer:
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415

    return SentenceTransformer(str(folder), device="cpu", local_files_only=True)


def _content(folder: Path) -> str:
    """Changes with any byte that can change a vector; hidden files and model cards are not of the model."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        place = path.relative_to(folder)
        if place.suffix == ".md" or any(part.startswith(".") for part in place.parts):
            continue
        digest.update(place.as_posix().encode())
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:12]
