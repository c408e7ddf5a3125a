"""One user's current conversation: the session's copy of it, the file that keeps it, and the link that names it.

The link leads: where it names another conversation, that one is opened; otherwise it follows what is shown. A file that cannot be used
is told of, and the conversation goes on for as long as the session lasts.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

import streamlit as st

from rag.conversations import ContentDamaged, Conversations, Entry, Feedback, Listed, Page, read, written
from rag.errors import ConversationsUnusable
from rag.records import Correction
from rag.ui.chat.conversation import Exchange
from rag.ui.parts.links import CONVERSATION, QUESTION

SAID, CURRENT, OWN, WAITING = "exchanges", "conversation", "conversation-own", "questions-waiting"
JUDGED, TROUBLE, UNSAVED = "judged", "conversations-trouble", "conversation-unsaved"
GONE, OPENED = "link-gone", "conversation-just-opened"
LINK_ASKED, WRITTEN = "link-asked", "link-written"
HERE = "question"
ON_ITS_WAY_S = 1.0
LONGEST_ID = 64
LONGEST_QUESTION = 10_000

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Asking:
    """A question that waits for its answer, which takes the place of the exchange with the key `replaces`."""

    question: str
    replaces: str | None = None
    correction: Correction = Correction()


class Talk:
    """What the session knows of its current conversation."""

    def __init__(self, kept: Conversations, owner: str) -> None:
        self._kept = kept
        self.owner = owner

    @property
    def said(self) -> tuple[Exchange, ...]:
        """What was asked and answered, oldest first."""
        found: tuple[Exchange, ...] = st.session_state.get(SAID, ())
        return found

    @property
    def id(self) -> str | None:
        """The conversation that is kept; None where it is new or cannot be kept."""
        found: str | None = st.session_state.get(CURRENT)
        return found

    @property
    def own(self) -> bool:
        """False for a conversation of another browser's, opened by its link."""
        return bool(st.session_state.get(OWN, True))

    @property
    def trouble(self) -> str:
        """Why conversations cannot be kept at the moment; empty where they can."""
        return str(st.session_state.get(UNSAVED) or st.session_state.get(TROUBLE, ""))

    @property
    def gone(self) -> bool:
        """True where the link named a conversation that there is not; asked once."""
        return bool(st.session_state.pop(GONE, False))

    @property
    def just_opened(self) -> bool:
        """True in the run that first shows a conversation that was opened; asked once."""
        return bool(st.session_state.pop(OPENED, False))

    @property
    def waiting(self) -> tuple[Asking, ...]:
        """The questions that wait for their answer, in their order."""
        found: tuple[Asking, ...] = st.session_state.get(WAITING, ())
        return found

    def follow_link(self) -> None:
        """Open what the address bar names, ask what it asks, or let it name what is shown."""
        asked = st.query_params.get(QUESTION, "").strip()[:LONGEST_QUESTION]
        linked = st.query_params.get(CONVERSATION, "")[:LONGEST_ID]
        if asked and asked != st.session_state.get(LINK_ASKED):
            self.begin()
            st.session_state[LINK_ASKED] = asked
            self.ask(Asking(asked))
        elif not asked and not _just_written():
            st.session_state.pop(LINK_ASKED, None)
            if linked and linked != self.id:
                self.open(linked)
            elif not linked and self.id and HERE in st.session_state:
                self.begin()
        self._write_link()

    def ask(self, asking: Asking) -> None:
        """Put a question at the end of those that wait; one that waits already, from a second click, waits once."""
        if asking not in self.waiting:
            st.session_state[WAITING] = (*self.waiting, asking)

    def begin(self) -> None:
        """A new conversation; what waits is dropped."""
        for name in (SAID, CURRENT, OWN, WAITING, JUDGED, UNSAVED):
            st.session_state.pop(name, None)
        self._write_link()

    def open(self, id: str) -> None:
        """Show a kept conversation; where there is none of this id, a new one begins and `gone` says so."""
        found = self._try(lambda: self._kept.opened(id))
        self.begin()
        if found is None:
            st.session_state[GONE] = not self.trouble
            return
        st.session_state[SAID] = tuple(_exchange(entry) for entry in found.entries)
        st.session_state[CURRENT], st.session_state[OWN] = found.id, found.owner == self.owner
        st.session_state[OPENED] = True
        self._write_link()

    def keep(self, asking: Asking, new: Exchange) -> None:
        """Take an answer into the conversation, at its end or in the place of another, and into the file."""
        st.session_state[WAITING] = tuple(waiting for waiting in self.waiting if waiting is not asking)
        place = next((n for n, said in enumerate(self.said) if said.key == asking.replaces), None)
        if place is None:
            st.session_state[SAID] = (*self.said, new)
        else:
            st.session_state[SAID] = (*self.said[:place], new, *self.said[place + 1 :])
        self._try(lambda: self._keep(None if place is None else asking.replaces, new), UNSAVED)
        self._write_link()

    def listed(self, search: str, limit: int) -> Page | None:
        """This browser's conversations; None where they cannot be read."""
        return self._try(lambda: self._kept.listed(self.owner, search, limit))

    def rename(self, listed: Listed, title: str) -> None:
        """Give a conversation another title."""
        self._try(lambda: self._kept.rename(self.owner, listed.id, title))

    def delete(self, listed: Listed) -> None:
        """Take a conversation out of the list; where it is the current one, a new one begins."""
        self._try(lambda: self._kept.delete(self.owner, listed.id))
        if listed.id == self.id:
            self.begin()

    def restore(self, id: str) -> None:
        """Undo a deletion."""
        self._try(lambda: self._kept.restore(self.owner, id))

    def exchanges_of(self, id: str) -> tuple[Exchange, ...]:
        """All of a kept conversation, also outside of a run of the page; nothing where it is gone."""
        found = self._kept.opened(id)
        return () if found is None else tuple(_exchange(entry) for entry in found.entries)

    def judgement(self, key: str) -> Feedback | None:
        """What this user thinks of an answer."""
        held: dict[str, Feedback] = st.session_state.get(JUDGED) or {}
        if JUDGED not in st.session_state and self.said:
            keys = [said.key for said in self.said]
            held = {found.key: found for found in self._try(lambda: self._kept.judged(self.owner, keys)) or ()}
            st.session_state[JUDGED] = held
        return held.get(key)

    def judge(self, key: str, feedback: Feedback | None) -> bool:
        """Keep what this user thinks of an answer, None to take it back; False where it cannot be kept."""
        held: dict[str, Feedback] = {name: f for name, f in (st.session_state.get(JUDGED) or {}).items() if name != key}
        if feedback is None:
            self._try(lambda: self._kept.unjudge(self.owner, key))
        else:
            self._try(lambda: self._kept.judge(self.owner, feedback))
            held[key] = feedback
        st.session_state[JUDGED] = held
        return not self.trouble

    def _keep(self, replaces: str | None, new: Exchange) -> None:
        if self.id is not None and not self.own:
            st.session_state[CURRENT], st.session_state[OWN] = self._kept.copy(self.owner, self.id), True
        if replaces is not None and self.id is not None:
            self._kept.replace(self.owner, self.id, replaces, _entry(new))
            return
        # where nothing of it could be kept before, all of it is kept now
        for said in (new,) if self.id is not None else self.said:
            st.session_state[CURRENT] = self._kept.append(self.owner, self.id, _entry(said))

    def _try(self, work: Callable[[], Found], trouble: str = TROUBLE) -> Found | None:
        """What the file says; None where it cannot be used, which `trouble` then tells."""
        try:
            found = work()
        except ConversationsUnusable as error:
            st.session_state[trouble] = str(error)
            return None
        st.session_state.pop(trouble, None)
        return found

    def _write_link(self) -> None:
        wanted = {CONVERSATION: self.id} if self.id else {}
        if st.query_params.to_dict() != wanted:
            st.query_params.from_dict(wanted)
            st.session_state[WRITTEN] = time.monotonic()


def _just_written() -> bool:
    """True while the browser may still send the link as it was before."""
    written_at: float | None = st.session_state.get(WRITTEN)
    return written_at is not None and time.monotonic() - written_at < ON_ITS_WAY_S


def _entry(said: Exchange) -> Entry:
    text = said.answer.text if said.answer else ""
    return Entry(said.key, said.question, text, written(said))


def _exchange(entry: Entry) -> Exchange:
    try:
        # the key of the row names it in the file
        return replace(read(Exchange, entry.content), key=entry.key)
    except ContentDamaged as error:
        return Exchange(entry.key, entry.question, problem=("这条记录读不出来", f"{error}\n可以把问题再问一遍。"))
