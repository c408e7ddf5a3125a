"""The index on disk: one catalogue that is the truth, two indexes derived from it, and how they are built."""

from rag.store.catalog import SourceState
from rag.store.change_log import ChangedFigure
from rag.store.figure_changes import FigureChange
from rag.store.index import Problem, StoredIndex, open_index
from rag.store.lexical import LexicalWeights
from rag.store.lock import BuildState, build_state

__all__ = [
    "BuildState",
    "ChangedFigure",
    "FigureChange",
    "LexicalWeights",
    "Problem",
    "SourceState",
    "StoredIndex",
    "build_state",
    "open_index",
]
