"""Policy topics: a data file that users edit, and which topics a passage or a question speaks of."""

from rag.topics.load import load_topics
from rag.topics.tagging import Topic, Topics

__all__ = ["Topic", "Topics", "load_topics"]
