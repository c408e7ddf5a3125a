"""Files → Documents: encodings, HTML, Word and PDF, and the metadata that the text gives."""

from rag.reading.files import contents, fingerprint
from rag.reading.formats import FORMATS
from rag.reading.overrides import NO_OVERRIDES, Override, Overrides, load_overrides
from rag.reading.reader import read, read_bytes
from rag.reading.walk import Listing, SourceFile, source_files

__all__ = [
    "FORMATS",
    "NO_OVERRIDES",
    "Listing",
    "Override",
    "Overrides",
    "SourceFile",
    "contents",
    "fingerprint",
    "load_overrides",
    "read",
    "read_bytes",
    "source_files",
]
