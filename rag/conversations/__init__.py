"""Conversations of the chat, kept in a local database: what was asked and answered, and what users think of it."""

from rag.conversations.codec import ContentDamaged, read, written
from rag.conversations.feedback import REASONS, Feedback, Reason
from rag.conversations.store import MOST_ENTRIES, Conversation, Conversations, Entry, Listed, Page, titled

__all__ = [
    "MOST_ENTRIES",
    "REASONS",
    "ContentDamaged",
    "Conversation",
    "Conversations",
    "Entry",
    "Feedback",
    "Listed",
    "Page",
    "Reason",
    "read",
    "titled",
    "written",
]
