"""The values that cross module borders: frozen, with tuples, importing nothing of ours.

Offsets count code points of a document's original decoded text unless a field says otherwise.
"""

from rag.records.answers import Answer, Citation, Correction, Question, QuestionKind, Status, Turn
from rag.records.documents import Document, DocumentSummary, Metadata, Passage, ReportKind, Section, Sentence, Span
from rag.records.figures import (
    Bound,
    Figure,
    FigureCount,
    FigureGroup,
    FigureKind,
    FigureOrder,
    FigurePage,
    FigureQuery,
    Measure,
)
from rag.records.searching import Candidate, Facet, Facets, Filter, Hit, Statistics

__all__ = [
    "Answer",
    "Bound",
    "Candidate",
    "Citation",
    "Correction",
    "Document",
    "DocumentSummary",
    "Facet",
    "Facets",
    "Figure",
    "FigureCount",
    "FigureGroup",
    "FigureKind",
    "FigureOrder",
    "FigurePage",
    "FigureQuery",
    "Filter",
    "Hit",
    "Measure",
    "Metadata",
    "Passage",
    "Question",
    "QuestionKind",
    "ReportKind",
    "Section",
    "Sentence",
    "Span",
    "Statistics",
    "Status",
    "Turn",
]
