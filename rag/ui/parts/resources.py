"""What all users share, made once: settings, the assistant with its model, the index, its figures, the build process."""

from __future__ import annotations

import shutil
import sys
from functools import partial
from pathlib import Path

import streamlit as st

from rag.comparing.comparer import Comparer
from rag.settings import Settings, load_settings
from rag.store import StoredIndex, build_state, open_index
from rag.store.altered import AlteredFiles
from rag.ui.parts.building import Building


@st.cache_resource(show_spinner=False)
def settings() -> Settings:
    """The settings of this server; raises SettingsError."""
    return load_settings()


@st.cache_resource(show_spinner=False)
def stored_index(index: Path) -> StoredIndex:
    """The index, open once for all pages; raises StoreError, and is tried anew then."""
    return open_index(index)


@st.cache_resource(show_spinner=False)
def comparer(index: Path) -> Comparer:
    """The figures of the index side by side; raises StoreError, and is tried anew then."""
    return Comparer(stored_index(index))


@st.cache_resource(show_spinner=False)
def altered_files(corpus: Path) -> AlteredFiles:
    """Which files of the corpus have changed since a build."""
    return AlteredFiles(corpus)


@st.cache_resource(show_spinner=False)
def building(corpus: Path, index: Path) -> Building:
    """The build process of this server for one library."""
    # the chat answers while a build runs, so the build yields
    gently = ("nice", "-n", "10") if shutil.which("nice") else ()
    command = (*gently, sys.executable, "-m", "rag", "build", "--json", "--corpus", str(corpus), "--index", str(index))
    return Building(command, Path.cwd(), partial(build_state, index))
