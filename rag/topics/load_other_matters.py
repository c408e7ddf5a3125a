"""other_matters.yaml → what reports speak of that is no policy topic."""

from __future__ import annotations

from pathlib import Path

from rag.topics.entries import EntryFile
from rag.topics.tagging import Topic

PACKAGED = Path(__file__).with_name("other_matters.yaml")
FIELDS = ("name", "synonyms", "example")


def load_other_matters() -> tuple[Topic, ...]:
    """The matters of the file that comes with the project; raises DataFileError where anything in it is wrong."""
    return tuple(
        Topic(entry.name, None, entry.words("synonyms"), entry.example, line=entry.line)
        for entry in EntryFile(PACKAGED, "事项", FIELDS).entries()
    )
