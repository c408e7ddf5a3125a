"""Files or an index → figures, each with how it was come by where that is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rag.errors import ReadError
from rag.extraction import Extraction
from rag.figures.extract import Explained
from rag.protocols import Index
from rag.reading import Overrides, load_overrides, read
from rag.records import Document, FigureGroup, FigureQuery
from rag.targets.asking import passes
from rag.text.clean import clean
from rag.text.passages import passages
from rag.text.structure import sections
from rag.topics.inheritance import with_inherited_topics


@dataclass(frozen=True, slots=True)
class FileFigures:
    """What a file holds; `path` is the file as it was named."""

    path: Path
    figures: tuple[Explained, ...]


def from_files(
    paths: Iterable[Path], query: FigureQuery, extraction: Extraction, *, corpus: Path, max_bytes: int
) -> Iterator[FileFigures | ReadError]:
    """For each file, in order, its figures that pass, or why it cannot be read.

    Their topics are those that words and headings tell; the index also knows those told by meaning.

    The figures' `doc` is the name of the file. What metadata.csv says of it counts: that of `corpus` for a file below
    it, else one that lies beside the file. Raises DataFileError where that is broken.
    """
    told: dict[Path, Overrides] = {}
    for path in paths:
        location = path.resolve()
        root = corpus.resolve() if location.is_relative_to(corpus.resolve()) else location.parent
        if root not in told:
            told[root] = load_overrides(root)
        try:
            document = read(location, root, max_bytes=max_bytes, overrides=told[root])
        except ReadError as error:
            yield ReadError(str(path), error.reason, error.remedy if location.exists() else "请检查文件名")
        else:
            read_as = replace(document, path=path.name)
            found = _by_words(read_as, tuple(_explained(read_as, extraction)), extraction)
            yield FileFigures(path, tuple(explained for explained in found if passes(explained.figure, query)))


def from_index(index: Index, query: FigureQuery) -> Iterator[Explained]:
    """The figures of an index that pass, in the order of the query, without how they were come by."""
    for figure in index.figures(query).figures:
        yield Explained(figure, "", ())


def explained_from_index(index: Index, query: FigureQuery, extraction: Extraction) -> Iterator[Explained]:
    """The figures of an index that pass, with how each was come by: read once more from the originals that it holds."""
    for path in sorted(count.value for count in index.figure_counts(query, FigureGroup.DOCUMENT)):
        document = index.document(path)
        if document is not None:
            topics = {figure.span: figure.topics for figure in index.figures_of(path)}
            for explained in _explained(document, extraction):
                known = topics.get(explained.figure.span, explained.figure.topics)
                if passes(figure := replace(explained.figure, topics=known), query):
                    yield replace(explained, figure=figure)


def _explained(document: Document, extraction: Extraction) -> Iterator[Explained]:
    cleaned = clean(document.text)
    return extraction.explained(document, cleaned, sections(cleaned))


def _by_words(document: Document, found: Sequence[Explained], extraction: Extraction) -> Iterator[Explained]:
    """Figures without a topic under that of their passage, as the index has them."""
    if all(explained.figure.topics for explained in found):
        yield from found
        return
    tag = extraction.topics.tag
    around = [replace(p, topics=tag(p.text, p.headings)) for p in passages(document.path, clean(document.text))]
    figures = with_inherited_topics([explained.figure for explained in found], around, extraction.topics)
    for explained, figure in zip(found, figures, strict=True):
        yield replace(explained, figure=figure)
