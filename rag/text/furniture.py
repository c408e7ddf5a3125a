"""Lines of the page around a text: navigation, counters, share buttons, credits, licence notices.

Most kinds of them hold anywhere. Those whose words could also be a line of a report (a bare number, a date, a single word
such as 下载) hold only at the edges: before the first line of running text or after the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rag.text.draft import Cut
from rag.text.furniture_lines import ANYWHERE, AT_THE_EDGES, LISTS, NOTICES, Furniture


def _whole_line(rules: tuple[Furniture, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{rule.pattern})" for rule in rules))


_ANYWHERE, _AT_THE_EDGES, _NOTICES, _LISTS = map(_whole_line, (ANYWHERE, AT_THE_EDGES, NOTICES, LISTS))
_LINE = re.compile(r"(?m)^ *+([^\n]++)")
_RUNNING = re.compile(r"[。！？；!?]")
_SHORTEST_RUNNING, _LONGEST_LINE, _LONGEST_NOTICE = 20, 1000, 3000


class _Page:
    """The lines of a text, told apart into those of the page and those of the report."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = _LINE.finditer(text)
        self.lines = tuple((line.start(1), line.start(1) + len(line[1].rstrip(" "))) for line in found)
        self.marked = [self._is(_ANYWHERE, line) for line in self.lines]

    def _is(self, rules: re.Pattern[str], line: Cut) -> bool:
        return line[1] - line[0] <= _LONGEST_LINE and rules.fullmatch(self.text, *line) is not None

    def _is_running(self, at: int) -> bool:
        start, stop = self.lines[at]
        return (
            not self.marked[at]
            and stop - start >= _SHORTEST_RUNNING
            and _RUNNING.search(self.text, start, stop) is not None
        )

    def furniture(self) -> Iterator[Cut]:
        """The lines to leave out, in order."""
        end = self._first(_NOTICES, (at for at in range(len(self.lines)) if self._near_the_end(at)))
        running = [at for at in range(end) if self._is_running(at)]
        first, last = (running[0], running[-1]) if running else (0, end)
        end = self._first(_LISTS, range(last + 1, end), end)
        for at, line in enumerate(self.lines):
            outside = not first <= at <= last
            if at >= end or self.marked[at] or (outside and self._is(_AT_THE_EDGES, line)):
                yield line

    def _first(self, rules: re.Pattern[str], among: Iterable[int], otherwise: int | None = None) -> int:
        found = (at for at in among if self._is(rules, self.lines[at]))
        return next(found, len(self.lines) if otherwise is None else otherwise)

    def _near_the_end(self, at: int) -> bool:
        return self.lines[at][0] >= len(self.text) - _LONGEST_NOTICE


def furniture(text: str) -> Iterator[Cut]:
    """The lines that belong to the page and not to the text, without their line ends."""
    return _Page(text.replace("\t", " ")).furniture()
