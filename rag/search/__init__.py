"""A query and a filter → passages, best first. See `searcher`."""

from rag.search.searcher import Searcher, Weighed

__all__ = ["Searcher", "Weighed"]
