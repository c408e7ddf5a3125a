"""The chips below an answer on the screen: each opens what it can be changed to, and a change asks again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from rag.records import Correction, Question, QuestionKind
from rag.ui.chat.conversation import Exchange, merged
from rag.ui.chat.reading import NAMES, Chip, Choices, Field, chips, without
from rag.ui.chat.session import Asking, Talk
from rag.ui.parts.escaping import as_html, as_label, shortened
from rag.ui.parts.wording import QUESTION_KINDS, scope

LONGEST_CHIP = 24
LONGEST_SCOPE = 40
LONGEST_INDICATOR = 60
MOST_VALUES = 6
MOST_AT_A_GLANCE = 24


def understood(said: Exchange, talk: Talk, known: Callable[[], Choices]) -> None:
    """The chips of one answer, in a line that the caller has begun; to be called inside a fragment.

    `known` is asked for only where a chip is open.
    """
    found = chips(said)
    if not found or said.answer is None:
        return
    within = f"只在{as_html(shortened(scope(said.filter), LONGEST_SCOPE))}里找，" if said.filter else ""
    st.html(f'<span class="zw-soft">{within}理解为</span>', width="content")
    for chip in found:
        kind = "changed" if chip.changed else "read"
        with st.container(key=f"zw-chip-{kind}-{said.key}-{chip.field}", width="content"):
            label = as_label(shortened(chip.text, LONGEST_CHIP))
            popover = st.popover(label, key=f"{said.key}-{chip.field}", on_change="rerun", type="tertiary")
            if popover.open:
                with popover:
                    _change(said, said.answer.question, chip, talk, known())
    if said.correction and st.button("恢复原来的理解", key=f"{said.key}-as-read", type="tertiary"):
        _ask_again(said, Correction(), talk)


def ask_again(said: Exchange, talk: Talk) -> None:
    """Ask the same once more, in place of what was answered."""
    talk.ask(Asking(said.question, said.key, said.correction))


def _change(said: Exchange, question: Question, chip: Chip, talk: Talk, known: Choices) -> None:
    with st.container(key=f"zw-change-{said.key}-{chip.field}"):
        wanted = _choose(question, chip.field, f"{said.key}-{chip.field}-choice", known)
        with st.container(horizontal=True, vertical_alignment="center"):
            if st.button("按这个重新回答", key=f"{said.key}-{chip.field}-apply", type="primary"):
                _ask_again(said, merged(said.correction, wanted), talk)
            removable = chip.field is not Field.KIND and chip.values
            if removable and st.button("去掉这一项", key=f"{said.key}-{chip.field}-drop", type="tertiary"):
                _ask_again(said, without(said.correction, chip.field), talk)


def _choose(question: Question, field: Field, key: str, known: Choices) -> Correction:
    """The correction of one field that the widget stands at."""
    if field is Field.PLACES:
        return Correction(places=tuple(_several(field, known.places, question.places, key)))
    if field is Field.TOPICS:
        return Correction(topics=tuple(_several(field, known.topics, question.topics, key)))
    if field is Field.YEARS:
        years = _several(field, [str(y) for y in known.years], [str(y) for y in question.years], key)
        return Correction(years=tuple(int(year) for year in years))
    if field is Field.INDICATOR:
        return Correction(indicator=_indicator(known.indicators, question.indicator or "", key))
    kinds = list(QuestionKind)
    kind = st.radio(NAMES[field], kinds, kinds.index(question.kind), QUESTION_KINDS.__getitem__, key=key)
    return Correction(kind=kind)


def _several(field: Field, known: Sequence[str], read: Sequence[str], key: str) -> list[str]:
    """All at a glance where there are few, else a list to search in."""
    options = list(dict.fromkeys((*known, *read)))
    if len(options) <= MOST_AT_A_GLANCE:
        return st.pills(
            NAMES[field], options, selection_mode="multi", default=list(read), format_func=as_label, key=key
        )
    return st.multiselect(
        NAMES[field],
        options,
        default=list(read),
        key=key,
        placeholder="不限",
        max_selections=max(MOST_VALUES, len(read)),
        filter_mode="contains",
        select_all=False,
    )


def _indicator(known: Sequence[str], read: str, key: str) -> str:
    options = list(dict.fromkeys((*([read] if read else []), *known)))
    chosen = st.selectbox(
        NAMES[Field.INDICATOR],
        options,
        index=0 if read else None,
        key=key,
        placeholder="选一个，或者自己写",
        accept_new_options=True,
        filter_mode="contains",
    )
    return (chosen or "").strip()[:LONGEST_INDICATOR]


def _ask_again(said: Exchange, correction: Correction, talk: Talk) -> None:
    talk.ask(Asking(said.question, said.key, correction))
    st.rerun()
