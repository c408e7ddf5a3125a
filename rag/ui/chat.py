"""The page 问答: a question in, the answer and its sources out; the conversation stays while the session lasts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from rag.errors import ZhengwenError
from rag.protocols import Index
from rag.records import Answer, Filter
from rag.ui import cards, panels, resources, sidebar
from rag.ui.conversation import Asks, Exchange, exchange
from rag.ui.escaping import as_label, shortened
from rag.ui.first_steps import no_documents, nothing_to_ask
from rag.ui.reader import read_on
from rag.ui.rebuild import rebuild

EXCHANGES = "exchanges"
PENDING = "pending-question"
SHOWN_SOURCES = 3
SHOWN_FIGURES = 12
LONGEST_QUESTION = 10_000
PROMPT = "问报告里的目标、进展和措施……"
# a question just asked moves to the top, so that the answer below it is read from its beginning
TO_THE_NEWEST = """<script>
document.querySelector(".st-key-zw-exchange-{number}").scrollIntoView({{block: "start", behavior: "instant"}});
</script>"""


def page() -> None:
    """The whole page: side, then the conversation, or what to do where there is nothing to ask yet."""
    settings = resources.settings()
    building = resources.building(settings.corpus, settings.index)
    with st.sidebar:
        st.button("新对话", key="new", icon=":material/add_comment:", on_click=new_conversation, width="stretch")
    try:
        assistant = resources.assistant(settings.index, settings.encoder, settings.topics, settings.indicators)
    except ZhengwenError as error:
        nothing_to_ask(error, settings, building)
        return
    statistics = assistant.index.statistics()
    if not statistics.documents:
        no_documents(settings, building)
        return
    with st.sidebar:
        chosen = sidebar.filters(assistant.index.facets())
        sidebar.library(statistics, settings)
        rebuild(building, "更新资料库", "rebuild")
    conversation(assistant, chosen, partial(resources.examples, assistant))


def conversation(assistant: Asks, chosen: Filter, examples: Callable[[], Sequence[str]]) -> None:
    """Show what was said, take the next question, answer it."""
    said: tuple[Exchange, ...] = st.session_state.setdefault(EXCHANGES, ())
    thread = st.container(key="zw-thread")
    with st.container(key="zw-ask"):
        if chosen:
            st.html(panels.scope_html(chosen))
        typed = st.chat_input(PROMPT, key="question", max_chars=LONGEST_QUESTION, submit_mode="disable")
    asked = (typed or st.session_state.pop(PENDING, "")).strip()
    with thread:
        for number, earlier in enumerate(said):
            _show(number, earlier, assistant.index)
        if asked:
            _answer(asked, said, chosen, assistant)
        elif not said:
            _welcome(examples(), assistant.index.statistics().documents)


def new_conversation() -> None:
    """Forget what was said in this session."""
    st.session_state[EXCHANGES] = ()
    st.session_state.pop(PENDING, None)


def _answer(asked: str, said: tuple[Exchange, ...], chosen: Filter, assistant: Asks) -> None:
    with st.container(key=f"zw-exchange-{len(said)}", gap="small"):
        st.html(cards.question_html(asked))
        outcome = st.container(gap="small")
        st.html(TO_THE_NEWEST.format(number=len(said)), unsafe_allow_javascript=True)
        with st.spinner("正在查阅报告……"):
            new = exchange(asked, said, chosen, assistant)
    st.session_state[EXCHANGES] = (*said, new)
    with outcome:
        _show_outcome(new, assistant.index, fresh=True)


def _show(number: int, said: Exchange, index: Index) -> None:
    with st.container(key=f"zw-exchange-{number}", gap="small"):
        st.html(cards.question_html(said.question))
        with st.container(gap="small"):
            _show_outcome(said, index)


def _show_outcome(said: Exchange, index: Index, fresh: bool = False) -> None:
    if said.problem is not None:
        st.html(panels.notice_html(*said.problem, tone="problem"))
    elif said.answer is not None:
        _show_answer(said, said.answer, index, fresh)


def _show_answer(said: Exchange, answer: Answer, index: Index, fresh: bool) -> None:
    more = f"{said.key}-all"
    shown = said.sources if st.session_state.get(more) else said.sources[:SHOWN_SOURCES]
    st.html(cards.answer_html(answer, said.key, [source.citation.n for source in shown], fresh))
    if answer.figures:
        st.html(cards.figures_html(answer.figures, SHOWN_FIGURES))
    _show_remarks(said, answer)
    for source in shown:
        with st.container(key=f"zw-card-{said.key}-{source.citation.n}", gap=None):
            st.html(cards.source_html(source, said.key))
            read_on(source, index, f"{said.key}-{source.citation.n}")
    if rest := len(said.sources) - len(shown):
        st.button(f"再看其余 {rest} 处来源", key=f"{more}-button", on_click=_remember, args=(more,), type="tertiary")


def _show_remarks(said: Exchange, answer: Answer) -> None:
    """How the question was read, the answer to be copied, and what comes near where nothing was found."""
    line = cards.understood_html(answer)
    if line or said.sources:
        with st.container(horizontal=True, vertical_alignment="center", key=f"zw-below-{said.key}"):
            st.html(line or "<p></p>")
            if said.sources:
                with st.popover("复制", icon=":material/content_copy:", type="tertiary"):
                    st.code(cards.citation_text(answer, said.sources), language=None, wrap_lines=True)
    if said.nearest:
        st.html(panels.nearest_html(said.nearest))


def _remember(key: str) -> None:
    st.session_state[key] = True


def _welcome(examples: Sequence[str], documents: int) -> None:
    st.html(panels.welcome_html(documents))
    with st.container(key="zw-examples", gap="small"):
        st.html('<p class="zw-try">试着问</p>')
        for number, example in enumerate(examples):
            label = as_label(shortened(example, 60))
            st.button(
                label,
                key=f"example-{number}",
                on_click=_ask_next,
                args=(example,),
                icon=":material/arrow_forward:",
                icon_position="right",
                width="stretch",
            )


def _ask_next(question: str) -> None:
    st.session_state[PENDING] = question
