"""topics.yaml → Topics, or a message that names file, line and remedy."""

from __future__ import annotations

from pathlib import Path

from rag.topics.entries import Entry, EntryFile
from rag.topics.tagging import Topic, Topics

PACKAGED = Path(__file__).with_name("topics.yaml")
FIELDS = ("name", "parent", "synonyms", "hints", "except", "example")


def load_topics(path: Path | None = None) -> Topics:
    """The topics of a file, by default the one that comes with the project.

    Raises DataFileError, naming file, line and remedy, where the file cannot be read or anything in it is wrong.
    """
    file = EntryFile(path or PACKAGED, "主题", FIELDS)
    topics = tuple(_topic(entry) for entry in file.entries())
    _check_parents(file, topics)
    loaded = Topics(topics)
    for topic in topics:
        if not loaded.recognises(topic):
            raise file.error(
                topic.line,
                f"主题“{topic.name}”的例句认不出这个主题：“{topic.example}”",
                "请在 synonyms 中补上例句里的专用词，或者换一句例句",
            )
    return loaded


def _topic(entry: Entry) -> Topic:
    synonyms = entry.words("synonyms")
    if not synonyms:
        raise entry.file.error(entry.line, f"主题“{entry.name}”的 synonyms 是空的", "请至少写一个专用词")
    return Topic(
        name=entry.name,
        parent=entry.text("parent"),
        synonyms=synonyms,
        example=entry.example,
        hints=entry.words("hints"),
        exceptions=entry.words("except"),
        line=entry.line,
    )


def _check_parents(file: EntryFile, topics: tuple[Topic, ...]) -> None:
    upper = {topic.name for topic in topics if topic.parent is None}
    names = {topic.name for topic in topics}
    for topic in topics:
        if topic.parent is not None and topic.parent not in upper:
            reason = "它自己还有上级，只分两级" if topic.parent in names else "没有这个主题"
            wrong = f"主题“{topic.name}”的上级“{topic.parent}”不能用（{reason}）"
            raise file.error(topic.line, wrong, f"可用的上级有 {'、'.join(sorted(upper))}")
