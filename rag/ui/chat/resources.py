"""What the page 问答 keeps for all users of the server together: the assistant, questions to ask, the conversations."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import streamlit as st

from rag.conversations import Conversations
from rag.protocols import Index
from rag.records import Answer, Filter
from rag.ui.chat.conversation import Asks, Exchange
from rag.ui.chat.reading import Choices
from rag.ui.chat.reading import choices as choices_of
from rag.ui.parts.resources import stored_index


@st.cache_resource(show_spinner="正在载入语义模型和资料库，第一次打开需要十几秒……")
def assistant(index: Path, encoder: str, topics: Path | None, indicators: Path | None) -> Asks:
    """Model and index, loaded for all users together; raises StoreError, EncoderError and DataFileError, and is tried anew then."""
    from rag.assistant import Assistant  # noqa: PLC0415 - draws in the model, which the first page must not wait for

    return Assistant.over(stored_index(index), encoder, topics, indicators)


def examples(assistant: Asks) -> tuple[str, ...]:
    """Questions that the library can answer, to begin with."""
    return _examples(assistant.index.generation, assistant)


@st.cache_resource(show_spinner="正在挑选示例问题……", max_entries=2)
def _examples(generation: int, _assistant: Asks) -> tuple[str, ...]:
    from rag.answers.examples import example_questions  # noqa: PLC0415 - draws in what the assistant needs

    return example_questions(_assistant.index, ask=_assistant.ask)


@st.cache_resource(show_spinner=False)
def conversations(state: Path) -> Conversations:
    """What keeps the conversations of this server."""
    return Conversations(state)


def choices(index: Index) -> Choices:
    """What a reading can be corrected to."""
    return _choices(index.generation, index)


@st.cache_resource(show_spinner=False, max_entries=2)
def _choices(generation: int, _index: Index) -> Choices:
    return choices_of(_index)


def suggested(said: Sequence[Exchange], assistant: Asks) -> tuple[str, ...]:
    """Questions to go on with after the last answer, none of those that were asked; takes about a second the first time."""
    newest = said[-1]
    if newest.answer is None:
        return ()
    asked = tuple(one.question for one in said)
    circumstances = (newest.answer.text, repr(newest.filter), assistant.index.generation)
    return _suggested(asked, circumstances, newest.answer, newest.filter, assistant)


@st.cache_data(show_spinner=False, max_entries=500)
def _suggested(
    asked: tuple[str, ...], circumstances: tuple[str, str, int], _answer: Answer, _filter: Filter, _assistant: Asks
) -> tuple[str, ...]:
    from rag.answers.suggestions import suggestions  # noqa: PLC0415 - draws in what the assistant needs

    return suggestions(_answer, _assistant.index, partial(_assistant.ask, filter=_filter), asked=asked)
