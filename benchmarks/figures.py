"""How many characters a second figures are read from, on one core, beside one plain expression for digits.

    python benchmarks/figures.py FOLDER [--rounds 3]

The extraction alone takes clean text and sections; "whole" is cleaning, sections and extraction together. The floor is a single
regular expression that finds digits with the word behind them and knows nothing else. Times are of the processor, the best
round counts.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rag.errors import ReadError
from rag.figures.extract import extract
from rag.reading import FORMATS, read
from rag.records import Document, Section
from rag.text.clean import CleanText, clean
from rag.text.structure import sections

LARGEST = 10_000_000
_DIGITS = re.compile(r"\d+(?:\.\d+)?[^\d\s，。；、]{0,3}")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document with its clean text and sections."""

    document: Document
    cleaned: CleanText
    parts: tuple[Section, ...]


def documents(folder: Path) -> list[Prepared]:
    """Every readable document under `folder`; what cannot be read is named and left out."""
    found = []
    for path in sorted(p for p in folder.rglob("*") if p.suffix.lstrip(".").lower() in FORMATS):
        try:
            document = read(path, folder, max_bytes=LARGEST)
        except ReadError as error:
            print(f"left out: {error}")
            continue
        cleaned = clean(document.text)
        found.append(Prepared(document, cleaned, sections(cleaned)))
    return found


def _extraction(prepared: Prepared) -> int:
    return len(extract(prepared.document, prepared.cleaned, prepared.parts))


def _whole(prepared: Prepared) -> int:
    cleaned = clean(prepared.document.text)
    return len(extract(prepared.document, cleaned, sections(cleaned)))


def _floor(prepared: Prepared) -> int:
    return sum(1 for _ in _DIGITS.finditer(prepared.cleaned.text))


def measured(work: Callable[[Prepared], int], over: Sequence[Prepared], rounds: int) -> tuple[float, int]:
    """Characters a second of the best of `rounds`, and how much was found."""
    characters = sum(len(p.cleaned.text) for p in over)
    best, found = float("inf"), 0
    for _ in range(rounds):
        began = time.process_time()
        found = sum(work(p) for p in over)
        best = min(best, time.process_time() - began)
    return characters / best, found


def main() -> None:
    """Print one line for each measurement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    over = documents(arguments.folder.resolve())
    print(f"{len(over)} documents, {sum(len(p.cleaned.text) for p in over):,} clean characters")
    for name, work in (("extraction", _extraction), ("whole", _whole), ("digits alone", _floor)):
        rate, found = measured(work, over, arguments.rounds)
        print(f"{name:13s} {rate:14,.0f} characters/s   {found:,} found")


if __name__ == "__main__":
    main()
