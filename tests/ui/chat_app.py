"""The page 问答 run by Streamlit without a browser, and what its tests do on it."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.ui.fakes import FakeAssistant


def app() -> None:
    import streamlit as st  # noqa: PLC0415 - the body is run as a script of its own

    from rag.conversations import Conversations  # noqa: PLC0415
    from rag.ui.chat.history import history  # noqa: PLC0415
    from rag.ui.chat.next_questions import what_next  # noqa: PLC0415
    from rag.ui.chat.page import conversation  # noqa: PLC0415
    from rag.ui.chat.session import Talk  # noqa: PLC0415
    from rag.ui.chat.sidebar import filters  # noqa: PLC0415
    from rag.ui.parts.guard import guarded  # noqa: PLC0415
    from tests.ui.fakes import FakeAssistant, FakeFigures  # noqa: PLC0415

    assistant = st.session_state.setdefault("assistant", FakeAssistant(FakeFigures()))
    talk = Talk(Conversations(st.session_state["state"]), st.session_state["owner"])
    with st.sidebar:
        st.button("新对话", key="new", on_click=talk.begin)
        listed = st.container()
        chosen = filters(assistant.index.facets())
    with guarded():
        examples = ("青石镇2024年计划种多少亩玉米？", "**粗** $x$ :smile:")
        below = conversation(assistant, chosen, lambda: examples, talk)
        with listed:
            history(talk)
        with below:
            what_next(talk, assistant)


def opened(state: Path, owner: str = "ann", assistant: FakeAssistant | None = None, **link: str) -> AppTest:
    """The page in a new session of a browser, at a link."""
    page = AppTest.from_function(app, default_timeout=30)
    if assistant is not None:
        page.session_state["assistant"] = assistant
    page.session_state["state"], page.session_state["owner"] = state, owner
    for name, value in link.items():
        page.query_params[name] = value
    return page.run()


def html(page: AppTest) -> str:
    return "".join(element.proto.body for element in page.get("html"))


def ask(page: AppTest, question: str) -> AppTest:
    return page.chat_input[0].set_value(question).run()
