"""Policy topics and the names of indicators: data files that users edit, and what a text speaks of by them."""

from rag.topics.indicators import Indicator, Indicators
from rag.topics.load import load_topics
from rag.topics.load_indicators import load_indicators
from rag.topics.tagging import Topic, Topics

__all__ = ["Indicator", "Indicators", "Topic", "Topics", "load_indicators", "load_topics"]
