"""Thumbs below an answer: whether it is good, and if not, why. Kept with all that it takes to ask the question again."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from rag.conversations import REASONS, Feedback, Reason
from rag.ui.chat.conversation import Exchange, merged, turns
from rag.ui.chat.session import Talk

GOOD, BAD = ":material/thumb_up:", ":material/thumb_down:"
LONGEST_REMARK = 500
SAID = {GOOD: f"{GOOD} 有用", BAD: f"{BAD} 有问题"}


def thumbs(said: Exchange, earlier: Sequence[Exchange], talk: Talk) -> None:
    """The two thumbs of one answer; to be called inside a fragment."""
    held = talk.judgement(said.key)
    key = f"{said.key}-thumbs"
    if key not in st.session_state and held is not None:
        st.session_state[key] = GOOD if held.good else BAD
    st.pills(
        "这个回答怎么样",
        (GOOD, BAD),
        format_func=SAID.__getitem__,
        key=key,
        label_visibility="collapsed",
        width="content",
        on_change=lambda: _judge(said, earlier, talk),
    )


def why(said: Exchange, earlier: Sequence[Exchange], talk: Talk) -> None:
    """Below the line, where the answer is judged not good: the common reasons, and room for another."""
    held = talk.judgement(said.key)
    if held is None or held.good:
        return
    reason, remark = _keys(said)
    if reason not in st.session_state:
        st.session_state[reason] = held.reason
    if remark not in st.session_state:
        st.session_state[remark] = held.remark

    def change() -> None:
        _judge(said, earlier, talk)

    with st.container(key=f"zw-why-{said.key}", gap="small"):
        st.pills("哪里不对", list(Reason), format_func=REASONS.__getitem__, key=reason, on_change=change)
        st.text_input(
            "补充说明",
            key=remark,
            max_chars=LONGEST_REMARK,
            placeholder="补充说明（可不填，回车保存）",
            label_visibility="collapsed",
            on_change=change,
        )
        kept = "已记下，只存在这台电脑上。" if not talk.trouble else "没有记下：对话记录暂时用不了。"
        st.html(f'<p class="zw-soft" role="status">{kept}</p>')


def _judge(said: Exchange, earlier: Sequence[Exchange], talk: Talk) -> None:
    thumb = st.session_state.get(f"{said.key}-thumbs")
    if thumb is None or said.answer is None:
        talk.judge(said.key, None)
        return
    good = thumb == GOOD
    reason, remark = _keys(said)
    feedback = Feedback(
        key=said.key,
        good=good,
        question=said.question,
        answer=said.answer,
        generation=said.generation,
        history=turns(earlier),
        filter=said.filter,
        correction=merged(said.carried, said.correction),
        reason=None if good else st.session_state.get(reason),
        remark="" if good else st.session_state.get(remark) or "",
    )
    talk.judge(said.key, feedback)


def _keys(said: Exchange) -> tuple[str, str]:
    return f"{said.key}-reason", f"{said.key}-remark"
