"""The page 问答: a question in, the answer and its sources out; conversations are kept, and the link names the current one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from rag.conversations import MOST_ENTRIES
from rag.errors import ZhengwenError
from rag.records import Filter
from rag.ui.chat import sidebar
from rag.ui.chat.conversation import Asks, exchange
from rag.ui.chat.history import history
from rag.ui.chat.next_questions import what_next
from rag.ui.chat.owner import owner
from rag.ui.chat.resources import assistant as assistant_of
from rag.ui.chat.resources import conversations, examples
from rag.ui.chat.session import HERE, LONGEST_QUESTION, Asking, Talk
from rag.ui.chat.thread import show_exchange, show_outcome
from rag.ui.parts import cards, panels, resources
from rag.ui.parts.escaping import as_label, shortened
from rag.ui.parts.first_steps import no_documents, nothing_to_ask
from rag.ui.parts.rebuild import rebuild

SHOWN_EXCHANGES = 10
SHOWN = "exchanges-shown"
PROMPT = "问报告里的目标、进展和措施……"
# the newest question moves to the top, so that the answer below it is read from its beginning
TO_THE_NEWEST = """<script>
document.querySelector(".st-key-zw-exchange-{number}").scrollIntoView({{block: "start", behavior: "instant"}});
</script>"""
TO_THE_TOP = '<script>document.querySelector("[data-testid=stMain]").scrollTo(0, 0);</script>'


def page() -> None:
    """The whole page: side, then the conversation, or what to do where there is nothing to ask yet."""
    settings = resources.settings()
    building = resources.building(settings.corpus, settings.index)
    talk = Talk(conversations(settings.state), owner())
    with st.sidebar:
        st.button("新对话", key="new", icon=":material/add_comment:", on_click=talk.begin, width="stretch")
        listed = st.container(key="zw-conversations")
    try:
        assistant = assistant_of(settings.index, settings.encoder, settings.topics, settings.indicators)
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
    below = conversation(assistant, chosen, partial(examples, assistant), talk)
    with listed:
        history(talk)
    with below:
        what_next(talk, assistant)


def conversation(assistant: Asks, chosen: Filter, examples: Callable[[], Sequence[str]], talk: Talk) -> DeltaGenerator:
    """Show what was said, take the next question, answer what waits; returns the place below the newest answer."""
    talk.follow_link()
    thread = st.container(key="zw-thread")
    with st.container(key="zw-ask"):
        if chosen:
            st.html(panels.scope_html(chosen))
        full = len(talk.said) >= MOST_ENTRIES
        prompt = PROMPT if not full else f"这个对话已有 {MOST_ENTRIES} 个问题，请点“新对话”接着问"
        typed = st.chat_input(prompt, key=HERE, max_chars=LONGEST_QUESTION, disabled=full)
    if typed and typed.strip():
        talk.ask(Asking(typed.strip()))
    with thread:
        _notices(talk)
        below = _thread(assistant, chosen, talk)
        if talk.just_opened and talk.said:
            with below:
                st.html(TO_THE_NEWEST.format(number=len(talk.said) - 1), unsafe_allow_javascript=True)
        if not talk.said:
            _welcome(examples(), assistant.index.statistics().documents, talk)
    return below


def _notices(talk: Talk) -> None:
    if talk.gone:
        st.html(
            panels.notice_html("没有找到这个对话", "链接里的对话已被删除，或者不在这台电脑上。可以在这里重新提问。")
        )
    if not talk.own:
        st.html(panels.notice_html("这是别人分享的对话", "接着提问会另存一份到您自己的对话里，原来的不受影响。"))


def _thread(assistant: Asks, chosen: Filter, talk: Talk) -> DeltaGenerator:
    """Every exchange in its place, those that are asked again and at the end the new ones."""
    again = {asking.replaces: asking for asking in talk.waiting if asking.replaces}
    shown = f"{SHOWN}-{talk.id}"
    first = max(0, len(talk.said) - int(st.session_state.get(shown, SHOWN_EXCHANGES)))
    if first and st.button(f"显示更早的 {first} 个问题", key="show-earlier", type="tertiary"):
        st.session_state[shown] = len(talk.said)
        st.rerun()
    below = st.container(key="zw-next-none")
    for number, said in list(enumerate(talk.said))[first:]:
        with _frame(number, said.question):
            if said.key in again:
                _answer(again[said.key], number, said.filter, talk, assistant)
            else:
                show_exchange(said, talk.said[:number], talk, assistant.index)
            below = st.container(key=f"zw-next-{number}")
    for asking in talk.waiting:
        number = len(talk.said)
        with _frame(number, asking.question):
            outcome = st.container(gap="small")
            st.html(TO_THE_NEWEST.format(number=number), unsafe_allow_javascript=True)
            with outcome:
                _answer(asking, number, chosen, talk, assistant)
            below = st.container(key=f"zw-next-{number}")
    return below


def _frame(number: int, question: str) -> DeltaGenerator:
    frame = st.container(key=f"zw-exchange-{number}", gap="small")
    with frame:
        st.html(cards.question_html(question))
    return frame


def _answer(asking: Asking, number: int, chosen: Filter, talk: Talk, assistant: Asks) -> None:
    """Ask with what was said before it as history, keep the answer, show it."""
    earlier = talk.said[:number]
    with st.spinner("正在查阅报告……"):
        new = exchange(asking.question, earlier, chosen, assistant, asking.correction)
        talk.keep(asking, new)
    with st.container(gap="small"):
        show_outcome(new, earlier, talk, assistant.index, fresh=True)


def _welcome(examples: Sequence[str], documents: int, talk: Talk) -> None:
    st.html(panels.welcome_html(documents))
    st.html(TO_THE_TOP, unsafe_allow_javascript=True)
    with st.container(key="zw-examples", gap="small"):
        st.html('<p class="zw-try">试着问</p>')
        for number, example in enumerate(examples):
            label = as_label(shortened(example, 60))
            st.button(
                label,
                key=f"example-{number}",
                on_click=talk.ask,
                args=(Asking(example),),
                icon=":material/arrow_forward:",
                icon_position="right",
                width="stretch",
            )
