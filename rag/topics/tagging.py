"""Policy topics → which of them a passage or a question speaks of.

A topic is known by its words. A synonym alone is evidence enough, a hint needs a second one beside it, and a word of a
heading counts double, since the heading says what the whole section is about. All words of all topics are one
expression that takes the longest at each place, so that 主题教育 is not taken for 教育; an exception is such a longer
word that speaks for no topic. Topics come back strongest first. Left out are a topic mentioned in passing where another
is spoken of at length, and topics of the upper level where any of the lower level is told.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rag.topics.longest import longest_of

SYNONYM, HINT, EXCEPTION = 2, 1, 0
ENOUGH = 2
HEADING = 2
DWARFED = 5
RULES = f"{SYNONYM}:{HINT}:{ENOUGH}:{HEADING}:{DWARFED}"


@dataclass(frozen=True, slots=True)
class Topic:
    """One policy topic.

    `parent` is None for a topic of the upper level; `example` is a sentence that its words recognise; `line` is
    where the entry begins in its file.
    """

    name: str
    parent: str | None
    synonyms: tuple[str, ...]
    example: str
    hints: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    line: int = 0


class Topics:
    """All topics of one file, with the expressions that find them; immutable once made."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self._topics = tuple(topics)
        self._by_name = {topic.name: topic for topic in self._topics}
        self._children: dict[str, tuple[str, ...]] = {
            topic.name: tuple(t.name for t in self._topics if t.parent == topic.name) for topic in self._topics
        }
        self._rank = {topic.name: rank for rank, topic in enumerate(self._topics)}
        self._words = _word_table(self._topics)
        self._longest_word = longest_of(self._words)

    def __iter__(self) -> Iterator[Topic]:
        return iter(self._topics)

    def __len__(self) -> int:
        return len(self._topics)

    def __contains__(self, name: object) -> bool:
        return name in self._by_name

    @property
    def version(self) -> str:
        """Changes whenever a passage might be tagged differently, by its words or by its meaning; comments do not."""
        content = [(t.name, t.parent, t.synonyms, t.hints, t.exceptions, t.example) for t in self._topics]
        return hashlib.sha256(f"{RULES}{content!r}".encode()).hexdigest()[:16]

    def tag(self, text: str, headings: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Names of the topics that a passage speaks of, strongest first.

        `text` and `headings` are clean text (Simplified, half-width).
        """
        evidence, mentions = self._evidence(text, headings)
        least = max(ENOUGH, -(-max(evidence.values(), default=0) // DWARFED))
        enough = {name for name, weight in evidence.items() if weight >= least}
        exact = {name for name in enough if self._by_name[name].parent is not None}
        return tuple(sorted(exact or enough, key=lambda name: (-evidence[name], -mentions[name], self._rank[name])))

    def hinted(self, text: str, headings: tuple[str, ...] = ()) -> frozenset[str]:
        """Names of the topics that a passage has any word of, be it a single hint."""
        return frozenset(name for name, weight in self._evidence(text, headings)[0].items() if weight >= HINT)

    def _evidence(self, text: str, headings: tuple[str, ...]) -> tuple[Counter[str], Counter[str]]:
        """How much speaks for each topic: by its different words, and by every mention."""
        evidence: Counter[str] = Counter()
        mentions: Counter[str] = Counter()
        for spoken, factor in ((text, 1), ("\n".join(headings), HEADING)):
            for word, times in Counter(self._longest_word.findall(spoken.lower())).items():
                for name, weight in self._words[word]:
                    evidence[name] += weight * factor
                    mentions[name] += weight * factor * times
        return evidence, mentions

    def find(self, query: str) -> tuple[str, ...]:
        """Names of the topics, of either level, that a question names by a synonym, in the order of the question."""
        found: dict[str, None] = {}
        for word in self._longest_word.findall(query.lower()):
            for name, weight in self._words[word]:
                if weight == SYNONYM:
                    found[name] = None
        return tuple(found)

    def children(self, name: str) -> tuple[str, ...]:
        """The topics below `name` in the order of the file; empty for a lower-level or unknown topic."""
        return self._children.get(name, ())

    def parent(self, name: str) -> str | None:
        """The topic above `name`; None for an upper-level or unknown topic."""
        topic = self._by_name.get(name)
        return topic.parent if topic else None

    def roll_up(self, names: Iterable[str]) -> tuple[str, ...]:
        """The upper-level topics of `names`, each once, in the order of first mention."""
        return tuple(dict.fromkeys(self.parent(name) or name for name in names if name in self._by_name))

    def recognises(self, topic: Topic) -> bool:
        """True where the topic's own example is told by its words, as every example must be."""
        return topic.name in (self.find(topic.example) if topic.parent is None else self.tag(topic.example))


def _word_table(topics: Iterable[Topic]) -> dict[str, tuple[tuple[str, int], ...]]:
    """Each word, lower-case, with the topics that it speaks for and how strongly."""
    table: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for topic in topics:
        for words, weight in (
            ((topic.name, *topic.synonyms), SYNONYM),
            (topic.hints, HINT),
            (topic.exceptions, EXCEPTION),
        ):
            for word in words:
                table[word.lower()].setdefault(topic.name, weight)
    return {word: tuple(speaks_for.items()) for word, speaks_for in table.items()}
