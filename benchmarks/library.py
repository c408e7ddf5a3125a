"""How long the pages 目标库 and 对比与追踪 wait for their index, by the number of figures in it.

    python benchmarks/library.py [--figures 10000 100000]

For each size an index of generated reports about real counties is built in a scratch folder (with hashed words in place of a
model, which has no part in this), then every way of looking at it is timed: the first page, a late page, sorted by amount, narrowed
by filters, free text, the counts beside all filters, one indicator everywhere and over the years, and 20,000 rows as a file. Prints
Markdown, the largest size as a ratio to the smallest.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from rag.places import gazetteer  # noqa: E402
from rag.records import FigureGroup, FigureKind, FigureOrder, FigureQuery  # noqa: E402
from rag.settings import Settings  # noqa: E402
from rag.store import open_index  # noqa: E402
from rag.store.build import build  # noqa: E402
from rag.topics import load_topics  # noqa: E402
from rag.ui.library.catalog import Catalog  # noqa: E402
from rag.ui.library.view import View  # noqa: E402
from rag.ui.parts.figure_files import FILE_KINDS, exported  # noqa: E402
from tests.fakes import HashEncoder  # noqa: E402

REPEATS, SEED = 5, 7
FIRST_YEAR, LAST_YEAR = 2012, 2025
A_REPORT = 60
SAID = (
    "地区生产总值{did}{n}亿元，增长{r}%。",
    "粮食播种面积{did}{n}万亩，粮食产量{did}{m}万吨。",
    "新建高标准农田{n}万亩，改造老旧小区{m}个。",
    "一般公共预算收入{did}{n}亿元，增长{r}%以上。",
    "城镇新增就业{n}人，城镇登记失业率控制在{r}%以内。",
    "新改建农村公路{n}公里，改造农村户厕{m}户。",
    "接待游客{n}万人次，旅游收入{did}{m}亿元。",
    "农村居民人均可支配收入{did}{n}元，增长{r}%左右。",
    "完成造林{n}亩，森林覆盖率{did}{r}%。",
    "引进项目{n}个，到位资金{m}亿元。",
)


def corpus(folder: Path, figures: int) -> None:
    """Reports of counties over the years that together hold about so many figures."""
    chance = random.Random(SEED)
    names = sorted({place.name for place in gazetteer().places if place.name.endswith("县") and len(place.name) > 2})
    left = figures
    for name in names:
        for year in range(FIRST_YEAR, LAST_YEAR + 1):
            if left <= 0:
                return
            path = folder / name / f"{year}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_report(name, year, chance), encoding="utf-8")
            left -= A_REPORT


def _report(place: str, year: int, chance: random.Random) -> str:
    review, plan = ("\n".join(_sentences(did, chance)) for did in ("完成", "达到"))
    return (
        f"{year}年{place}政府工作报告\n一、{year - 1}年工作回顾\n过去一年，{review}\n"
        f"二、{year}年工作安排\n今年的主要目标是：{plan}\n"
    )


def _sentences(did: str, chance: random.Random) -> list[str]:
    count = A_REPORT // 4
    return [
        said.format(did=did, n=chance.randint(2, 9000), m=chance.randint(2, 900), r=f"{chance.uniform(0.5, 19):.1f}")
        for said in chance.choices(SAID, k=count)
    ]


def looks(catalog: Catalog) -> dict[str, Callable[[], object]]:
    """Every way of looking that is timed, by its name."""
    largest = View(order=FigureOrder.LARGEST)
    topic = next(t.name for t in catalog.topics if t.parent is None)
    place = catalog.index.figure_counts(FigureQuery(), FigureGroup.PLACE)[0].value
    concept = catalog.index.figure_counts(FigureQuery(), FigureGroup.CONCEPT)[0].value
    narrowed = View(area=topic, years=(LAST_YEAR,), kind=FigureKind.TARGET, order=FigureOrder.LARGEST)
    everywhere = FigureQuery(concepts=(concept,), years=(LAST_YEAR,))
    over_years = FigureQuery(concepts=(concept,), places=(place,))
    return {
        "first page": lambda: catalog.page(View()),
        "a page in the middle": lambda: catalog.page(View(page=1 + catalog.page(View())[1].total // 100)),
        "largest first": lambda: catalog.page(largest),
        "topic, year and kind, largest first": lambda: catalog.page(narrowed),
        "free text": lambda: catalog.page(View(text="农田")),
        "counts beside all filters": lambda: _uncached(catalog).choices(View()),
        "counts, narrowed": lambda: _uncached(catalog).choices(narrowed),
        "one indicator everywhere in one year": lambda: catalog.index.figures(everywhere),
        "one indicator of one place over the years": lambda: catalog.index.figures(over_years),
        "20,000 rows as CSV": lambda: exported(FILE_KINDS[0], View(), catalog),
    }


def _uncached(catalog: Catalog) -> Catalog:
    return Catalog(catalog.index, catalog.topics)


def measured(figures: int) -> tuple[int, dict[str, float]]:
    """How many figures there are in fact, and the median milliseconds of each way of looking."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        corpus(folder / "corpus", figures)
        settings = replace(Settings(), corpus=folder / "corpus", index=folder / "index")
        build(settings, HashEncoder())
        catalog = Catalog(open_index(settings.index), load_topics(None))
        catalog.page(View())
        times = {name: _median_ms(look) for name, look in looks(catalog).items()}
        return catalog.index.statistics().figures, times


def _median_ms(look: Callable[[], object]) -> float:
    times = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        look()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figures", type=int, nargs="+", default=[10_000, 100_000])
    runs = [measured(figures) for figures in parser.parse_args(arguments).figures]
    print("| what | " + " | ".join(f"{there:,} figures, ms" for there, _ in runs) + " | ratio |")
    print("|---|" + "---:|" * (len(runs) + 1))
    for name in runs[0][1]:
        times = [times[name] for _, times in runs]
        print(f"| {name} | " + " | ".join(f"{ms:.1f}" for ms in times) + f" | {times[-1] / times[0]:.1f} |")


if __name__ == "__main__":
    main()
