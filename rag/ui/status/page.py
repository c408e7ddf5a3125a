"""The page 关于/状态: how the library is, what is in it, where it lies, and what the program is made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import streamlit as st

from rag.errors import ZhengwenError
from rag.records import DocumentSummary, Filter, Statistics
from rag.settings import Settings
from rag.store import Problem
from rag.ui.parts import panels, resources
from rag.ui.parts.building import Building, Phase
from rag.ui.parts.guard import described
from rag.ui.parts.rebuild import BUSY
from rag.ui.parts.unread import Unread, unread_html
from rag.ui.status import findings as status_findings
from rag.ui.status.panels import ABOUT, facts_html, health_html, sizes


class Inspected(Protocol):
    """What the page needs of an index."""

    def statistics(self) -> Statistics:
        """Size and state."""

    def documents(self, filter: Filter = Filter()) -> tuple[DocumentSummary, ...]:
        """All documents."""

    def problems(self) -> Sequence[Problem]:
        """The source files that the last build could not read."""


def page() -> None:
    """The whole page; what does not depend on the library is told even where it cannot be opened."""
    settings = resources.settings()
    building = resources.building(settings.corpus, settings.index)
    with st.container(key="zw-status", gap="medium"):
        st.html(ABOUT)
        try:
            health(resources.stored_index(settings.index), settings, building)
        except ZhengwenError as error:
            st.html(panels.notice_html(*described(error), tone="problem"))
        program(settings)


def health(index: Inspected, settings: Settings, building: Building) -> None:
    """How an index is, what it holds, and what the last build changed where that was started here."""
    unread = tuple(Unread(problem.path, problem.reason, problem.remedy) for problem in index.problems())
    view = building.view()
    st.html(
        '<h2 class="zw-section">资料库的状况</h2>'
        + health_html(status_findings.findings(index.documents(), unread, settings, view.phase in BUSY))
        + unread_html(unread)
    )
    st.html(facts_html("资料库里有什么", sizes(index.statistics())))
    if view.phase is Phase.DONE:
        st.html('<h2 class="zw-section">最近一次更新</h2>' + panels.build_report_html(view.report or {}))


def program(settings: Settings) -> None:
    """Where the data lies, the model, and the versions of what the program is made of."""
    st.html(facts_html("数据放在哪里", status_findings.places(settings)))
    st.html(facts_html("语义模型", status_findings.model(settings.encoder)))
    st.html(facts_html("程序的组成", status_findings.versions()))
