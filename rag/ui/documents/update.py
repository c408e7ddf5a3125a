"""The strip of the page 文档 that says what the library does not have yet, and the button that takes it over."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

import streamlit as st

from rag.errors import ZhengwenError
from rag.records import DocumentSummary
from rag.store import Problem, SourceState
from rag.ui.documents.pending import Pending, pending, pending_text
from rag.ui.parts import resources
from rag.ui.parts.building import Building
from rag.ui.parts.escaping import as_html
from rag.ui.parts.guard import described
from rag.ui.parts.panels import notice_html
from rag.ui.parts.rebuild import LOOK_EVERY_S, rebuild


class Told(Protocol):
    """What the strip needs of an index."""

    def problems(self) -> Sequence[Problem]:
        """The source files that the last build could not read."""

    def sources(self) -> Sequence[SourceState]:
        """What the last build found of each source file."""


def update(corpus: Path, index: Told, documents: Sequence[DocumentSummary], building: Building) -> Pending:
    """Shows the strip; returns what is to be taken over, nothing where that cannot be told."""
    found = Pending()
    try:
        altered = partial(resources.altered_files(corpus).among, states=index.sources())
        found = pending(corpus, documents, [problem.path for problem in index.problems()], altered)
        said = f'<p class="zw-pending">{as_html(pending_text(found))}</p>'
    except ZhengwenError as error:
        said = notice_html(*described(error), tone="problem")
    with st.container(key="zw-waits-update" if found else "zw-agrees-update", gap="small"):
        st.html(said)
        rebuild(building, "更新资料库", "rebuild-documents", idle_every_s=LOOK_EVERY_S)
    return found
