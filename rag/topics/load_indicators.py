"""indicators.yaml → Indicators, or a message that names file, line and remedy."""

from __future__ import annotations

from pathlib import Path

from rag.topics.entries import Entry, EntryFile
from rag.topics.indicators import Indicator, Indicators

PACKAGED = Path(__file__).with_name("indicators.yaml")
FIELDS = ("name", "synonyms", "except", "topic", "example")


def load_indicators(path: Path | None = None) -> Indicators:
    """The indicators of a file, by default the one that comes with the project.

    Raises DataFileError, naming file, line and remedy, where the file cannot be read or anything in it is wrong: a word
    that stands for two indicators among it, since nobody could say which is meant.
    """
    file = EntryFile(path or PACKAGED, "指标", FIELDS)
    indicators = tuple(_indicator(entry) for entry in file.entries())
    _check_words(file, indicators)
    loaded = Indicators(indicators)
    for indicator in indicators:
        if indicator.name not in loaded.find(indicator.example):
            raise file.error(
                indicator.line,
                f"指标“{indicator.name}”的例句认不出这个指标：“{indicator.example}”",
                "请在 synonyms 中补上例句里的说法，或者换一句例句",
            )
    return loaded


def _indicator(entry: Entry) -> Indicator:
    topic = entry.text("topic")
    if topic is None:
        raise entry.file.error(entry.line, f"指标“{entry.name}”缺少 topic", "请补上所属主题")
    return Indicator(entry.name, entry.words("synonyms"), topic, entry.example, entry.words("except"), entry.line)


def _check_words(file: EntryFile, indicators: tuple[Indicator, ...]) -> None:
    owners: dict[str, Indicator] = {}
    for indicator in indicators:
        for word in (indicator.name, *indicator.synonyms):
            other = owners.setdefault(word.upper(), indicator)
            if other is not indicator:
                wrong = f"“{word}”既是“{other.name}”（第 {other.line} 行）又是“{indicator.name}”"
                raise file.error(indicator.line, wrong, "一个说法只能属于一个指标，请删去一处")
