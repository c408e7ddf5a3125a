"""The strip of the page 文档 that says what the library does not have yet, and the button that takes it over."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from rag.errors import ZhengwenError
from rag.records import DocumentSummary
from rag.ui.building import Building
from rag.ui.documents_pending import Pending, pending, pending_text
from rag.ui.escaping import as_html
from rag.ui.guard import described
from rag.ui.panels import notice_html
from rag.ui.rebuild import LOOK_EVERY_S, rebuild


def update(corpus: Path, documents: Sequence[DocumentSummary], unread: Sequence[str], building: Building) -> Pending:
    """Shows the strip; returns what is to be taken over, nothing where that cannot be told."""
    found = Pending()
    try:
        found = pending(corpus, documents, unread)
        said = f'<p class="zw-pending">{as_html(pending_text(found))}</p>'
    except ZhengwenError as error:
        said = notice_html(*described(error), tone="problem")
    with st.container(key="zw-waits-update" if found else "zw-agrees-update", gap="small"):
        st.html(said)
        rebuild(building, "更新资料库", "rebuild-documents", idle_every_s=LOOK_EVERY_S)
    return found
