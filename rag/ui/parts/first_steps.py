"""The page where there is nothing to ask yet: what is missing, what to do, and the button that does it.

From an empty folder the first answer is a few clicks away: take the sample, which is read at once, then an example.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

import streamlit as st

from rag.errors import IndexMissing, ReadError, ZhengwenError
from rag.protocols import Index
from rag.reading import source_files
from rag.reading.formats import FORMATS
from rag.settings import Settings
from rag.ui.parts import resources
from rag.ui.parts.building import Building
from rag.ui.parts.escaping import as_html
from rag.ui.parts.guard import described
from rag.ui.parts.links import DOCUMENTS, link
from rag.ui.parts.panels import notice_html
from rag.ui.parts.rebuild import BUSY, rebuild
from rag.ui.parts.sample_import import import_sample

ENDINGS = "、".join(FORMATS)
PROBLEM = "sample-problem"


class OverIndex(Protocol):
    """What is shown of an index."""

    @property
    def index(self) -> Index:
        """The index."""


Library = TypeVar("Library", bound=OverIndex)


def with_library(opened: Callable[[Settings], Library], show: Callable[[Library], None]) -> None:
    """A page over the index, or what to do where there is none yet, or none that holds documents.

    `opened` gives what the page shows and raises ZhengwenError where it cannot.
    """
    settings = resources.settings()
    try:
        library = opened(settings)
        documents = library.index.statistics().documents
    except ZhengwenError as error:
        nothing_to_ask(error, settings, resources.building(settings.corpus, settings.index))
        return
    if documents:
        show(library)
    else:
        no_documents(settings, resources.building(settings.corpus, settings.index))


def nothing_to_ask(error: ZhengwenError, settings: Settings, building: Building) -> None:
    """Say why no question can be taken; offer to build where that helps, else to try again."""
    if not isinstance(error, IndexMissing):
        st.html(notice_html(*described(error), tone="problem"))
        st.button("再试一次", key="retry", icon=":material/refresh:")
        return
    no_documents(settings, building)


def no_documents(settings: Settings, building: Building) -> None:
    """There is no library yet, or an empty one: where to put the reports, and the button that reads them."""
    if building.view().phase in BUSY:
        st.html(notice_html("正在建立资料库", "建好以后这里就可以提问，不用刷新页面。"))
    elif _has_documents(settings.corpus):
        where = f"报告已放在 {settings.corpus.resolve()}"
        st.html(
            notice_html(
                "资料库还没有建立", f"{where}\n点下面的按钮开始读取。第一次需要几分钟，以后只处理有变动的文件。"
            )
        )
    else:
        _empty(settings.corpus, building)
    rebuild(building, "建立资料库", "build-first", remark="")


def _empty(corpus: Path, building: Building) -> None:
    """No report anywhere: try the sample, or bring one's own."""
    st.html(
        '<div class="zw-welcome"><h1>还没有报告可查</h1>'
        f'<p>先用随程序带来的示例资料试一试，都是虚构的地方；或者到“<a href="{link(DOCUMENTS, {})}" target="_self">文档</a>”页加入自己的报告。</p></div>'
    )
    title, text = st.session_state.pop(PROBLEM, ("", ""))
    if title:
        st.html(notice_html(title, text, tone="problem"))

    def take() -> None:
        try:
            import_sample(corpus)
        except ReadError as error:
            st.session_state[PROBLEM] = described(error)
        else:
            building.start()

    st.button(
        "导入示例资料", key="take-sample", icon=":material/science:", on_click=take, type="primary", width="stretch"
    )
    st.html(
        f'<p class="zw-soft">也可以直接把文件（{as_html(ENDINGS)}）放进 {as_html(str(corpus.resolve()))}，再点下面的按钮。</p>'
    )


def _has_documents(corpus: Path) -> bool:
    try:
        return bool(source_files(corpus).files)
    except ReadError:
        return False
