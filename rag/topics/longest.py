"""Words → one expression that matches the longest of them at each place of a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

BAND = 24


def longest_of(words: Iterable[str]) -> re.Pattern[str]:
    """An expression that matches the longest of `words` at each place, in the form of a prefix tree.

    A regular expression tries the branches of an alternation one by one, and the words have hundreds of first
    characters: looking ahead into one band of them after the other makes it three times as fast.
    """
    ordered = sorted(set(words))
    firsts = sorted({word[0] for word in ordered})
    bands = [set(firsts[at : at + BAND]) for at in range(0, len(firsts), BAND)]
    in_bands = (f"{_ahead(band)}{_branches([word for word in ordered if word[0] in band])}" for band in bands)
    return re.compile(f"{_ahead(firsts)}(?:{'|'.join(in_bands)})" if ordered else r"(?!)")


def _ahead(characters: Iterable[str]) -> str:
    return f"(?=[{''.join(map(re.escape, sorted(characters)))}])"


def _branches(words: list[str]) -> str:
    """The expression of one node: `words` are sorted, distinct and may begin with "" where a word ends here."""
    ends_here = words[:1] == [""]
    by_first: defaultdict[str, list[str]] = defaultdict(list)
    for word in words[ends_here:]:
        by_first[word[0]].append(word[1:])
    if not by_first:
        return ""
    branches = "|".join(re.escape(first) + _branches(rest) for first, rest in by_first.items())
    if ends_here:
        return f"(?:{branches})?"
    return f"(?:{branches})" if len(by_first) > 1 else branches
