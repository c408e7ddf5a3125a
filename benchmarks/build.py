"""How long a build takes, and how much of it is not the encoder's own time.

    python benchmarks/build.py [--corpus DIR] [--encoder NAME] [--jobs N] [--json]

Builds an index of the corpus in a scratch folder, builds it again with nothing changed, adds one document and builds
once more. The encoder is then given the same texts by itself: that is the time that the budget of 15 % is measured
against, in processor time too, which other programs on the machine disturb less.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from rag.encoder import load_encoder  # noqa: E402
from rag.protocols import Encoder  # noqa: E402
from rag.settings import Settings  # noqa: E402
from rag.store import open_index  # noqa: E402
from rag.store.build import build  # noqa: E402
from rag.store.encode import BATCH  # noqa: E402
from rag.text.passages import indexed_text  # noqa: E402

SHARED = ROOT.parent / "shared" / "corpus"
NEW = """澄溪县黄泥镇2024年工作要点

一、稳住粮食生产。全镇粮食播种面积稳定在3.2万亩以上，粮食总产量达到1.6万吨。新建高标准农田2000亩。

二、抓好项目建设。全年招商引资到位资金1.5亿元，完成固定资产投资2亿元，增长8%左右。

三、办好民生实事。新改建农村公路12公里，改造农村户厕300户，城乡居民人均可支配收入增长6%以上。
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """Times in seconds, `_cpu_s` of all cores together. `encoder_alone_s` is for the same texts without the build around
    it, `added_beyond_encoder_s` what adding one document takes beyond encoding it."""

    corpus: str
    encoder: str
    files: int
    documents: int
    passages: int
    encoded: int
    megabytes: float
    build_s: float
    build_cpu_s: float
    encoder_in_build_s: float
    encoder_alone_s: float
    encoder_alone_cpu_s: float
    unchanged_s: float
    added_s: float
    added_beyond_encoder_s: float
    open_s: float

    @property
    def overhead(self) -> float:
        """What a build takes beyond the encoder's own time, as a share of that."""
        return self.build_s / self.encoder_alone_s - 1 if self.encoder_alone_s else 0.0

    @property
    def cpu_overhead(self) -> float:
        """The same in processor time."""
        return self.build_cpu_s / self.encoder_alone_cpu_s - 1 if self.encoder_alone_cpu_s else 0.0

    def told(self) -> str:
        """A table for people."""
        rows = (
            ("corpus", f"{self.corpus}, {self.files} files"),
            ("index", f"{self.documents} documents, {self.passages} passages, {self.megabytes:.1f} MB"),
            ("build", f"{self.build_s:.1f} s for {self.encoded} encoded passages with {self.encoder}"),
            (
                "encoder alone",
                f"{self.encoder_alone_s:.1f} s ({self.encoded / max(self.encoder_alone_s, 1e-9):.0f} passages a second)",
            ),
            ("beyond the encoder", f"{100 * self.overhead:.1f} %, in processor time {100 * self.cpu_overhead:.1f} %"),
            ("nothing changed", f"{self.unchanged_s:.2f} s"),
            ("one document added", f"{self.added_s:.2f} s, {self.added_beyond_encoder_s:.2f} s beyond the encoder"),
            ("open", f"{self.open_s:.2f} s"),
        )
        return "\n".join(f"{name:20} {value}" for name, value in rows)


def measure(corpus: Path, encoder: Encoder, jobs: int, scratch: Path) -> Measured:
    """Build, build again, add one document; all in `scratch`."""
    copy, index = scratch / "corpus", scratch / "index"
    shutil.copytree(corpus, copy)
    settings = Settings(corpus=copy, index=index, jobs=jobs)
    cpu = processor_seconds()
    first = build(settings, encoder)
    build_cpu = processor_seconds() - cpu
    unchanged = build(settings, encoder)
    (copy / "2024年黄泥镇工作要点.txt").write_text(NEW, encoding="utf-8")
    added = build(settings, encoder)
    began = time.perf_counter()
    opened = open_index(index)
    opening = time.perf_counter() - began
    statistics = opened.statistics()
    opened.close()
    alone, alone_cpu = encoder_alone(index, encoder)
    return Measured(
        corpus=str(corpus),
        encoder=encoder.name,
        files=len(first.added) + len(first.skipped),
        documents=first.documents,
        passages=first.passages,
        encoded=first.encoded,
        megabytes=statistics.bytes_on_disk / 1e6,
        build_s=first.seconds,
        build_cpu_s=build_cpu,
        encoder_in_build_s=first.encoder_seconds,
        encoder_alone_s=alone,
        encoder_alone_cpu_s=alone_cpu,
        unchanged_s=unchanged.seconds,
        added_s=added.seconds,
        added_beyond_encoder_s=added.seconds - added.encoder_seconds,
        open_s=opening,
    )


def processor_seconds() -> float:
    """Of this process and of its children that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def encoder_alone(index: Path, encoder: Encoder) -> tuple[float, float]:
    """Seconds, and seconds of processor time, for the encoder to do what it did for the build, in the same batches."""
    opened = open_index(index)
    texts = list(
        dict.fromkeys(
            indexed_text(passage, document.metadata.title)
            for document in opened.documents()
            if document.duplicate_of is None
            for passage in opened.passages_of(document.path)
        )
    )
    opened.close()
    began, cpu = time.perf_counter(), processor_seconds()
    for at in range(0, len(texts), BATCH):
        encoder.encode_passages(texts[at : at + BATCH])
    return time.perf_counter() - began, processor_seconds() - cpu


def main() -> None:
    """Parse, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=SHARED if SHARED.is_dir() else ROOT / "corpus")
    parser.add_argument("--encoder", default="bundled")
    parser.add_argument("--jobs", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    encoder = load_encoder(options.encoder)
    encoder.encode_passages(["预热"])
    with tempfile.TemporaryDirectory(prefix="build-benchmark-") as scratch:
        measured = measure(options.corpus, encoder, options.jobs, Path(scratch))
    print(json.dumps(asdict(measured), ensure_ascii=False) if options.json else measured.told())


if __name__ == "__main__":
    main()
