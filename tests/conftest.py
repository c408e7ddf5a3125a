"""Fixtures that every test may use."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents beside the project; tests that need it are skipped where it is absent."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the real documents (../shared) are not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def sample() -> Path:
    """The sample corpus that comes with the project."""
    return ROOT / "corpus"
