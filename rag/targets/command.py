"""One request for figures → a file or a stream: what `python -m rag targets` does once its words are parsed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from rag.errors import ReadError, SettingsError
from rag.extraction import Extraction
from rag.figures.extract import Explained
from rag.places import gazetteer
from rag.reading.files import MEGABYTE
from rag.records import FigureKind
from rag.settings import Settings
from rag.store import open_index
from rag.targets.asking import figure_query
from rag.targets.sources import FileFigures, explained_from_index, from_files, from_index
from rag.targets.writing import Format, write
from rag.topics import load_indicators, load_topics

Tell = Callable[[ReadError], None]


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: figures of `files`, or of the index where there are none, that pass, written in a format.

    `explain` adds how each was come by; `output` is the file to write, None for the stream that is given.
    """

    files: tuple[Path, ...] = ()
    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    topics: tuple[str, ...] = ()
    kinds: tuple[FigureKind, ...] = ()
    format: Format = Format.TABLE
    explain: bool = False
    output: Path | None = None


def list_figures(request: Request, settings: Settings, stream: BinaryIO, unreadable: Tell) -> bool:
    """Write what is asked for; False where files were named and none of them could be read.

    `unreadable` is told of each file that cannot be read, and the rest goes on. Raises QuestionError for an unknown
    topic, IndexMissing or IndexUnusable for the index, SettingsError where the output cannot be written,
    DataFileError where topics or indicators are broken.
    """
    extraction = Extraction(load_topics(settings.topics), load_indicators(settings.indicators))
    query = figure_query(
        gazetteer(),
        extraction.topics,
        places=request.places,
        years=request.years,
        topics=request.topics,
        kinds=request.kinds,
    )
    with _opened(request.output, stream) as out:
        if request.files:
            outcomes = from_files(
                request.files, query, extraction, corpus=settings.corpus, max_bytes=settings.max_file_mb * MEGABYTE
            )
            return _write_files(request, outcomes, out, unreadable)
        with closing(open_index(settings.index)) as index:
            found = explained_from_index(index, query, extraction) if request.explain else from_index(index, query)
            write(found, request.format, request.explain, out, lambda figure: _address(settings.corpus / figure.doc))
        return True


def _write_files(
    request: Request, outcomes: Iterable[FileFigures | ReadError], out: BinaryIO, unreadable: Tell
) -> bool:
    named = Counter(path.name for path in request.files)
    locations = {path.name: path for path in request.files if named[path.name] == 1}
    unread = 0

    def found() -> Iterator[Explained]:
        nonlocal unread
        for outcome in outcomes:
            if isinstance(outcome, ReadError):
                unread += 1
                unreadable(outcome)
            else:
                yield from outcome.figures

    write(found(), request.format, request.explain, out, lambda figure: _address(locations.get(figure.doc)))
    return unread < len(request.files)


def _address(path: Path | None) -> str | None:
    """The address of a file that is there."""
    return path.resolve().as_uri() if path is not None and path.is_file() else None


@contextmanager
def _opened(output: Path | None, stream: BinaryIO) -> Iterator[BinaryIO]:
    """The stream, or the file, which is put in place only when it is whole."""
    if output is None:
        yield stream
        return
    part = output.with_name(f"{output.name}.part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(output)
    except OSError as error:
        raise SettingsError(f"写不了 {output}：{error.strerror}；请检查文件夹、权限和磁盘空间") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
