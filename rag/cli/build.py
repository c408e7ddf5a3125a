"""`python -m rag build`: the index brought up to date with the corpus."""

from __future__ import annotations

import argparse
from pathlib import Path

from rag.cli.json_lines import print_json
from rag.progress import ProgressBars
from rag.settings import Settings

NAME, HELP = "build", "更新索引"
EXAMPLES = """例：
  python -m rag build
  python -m rag build --corpus ~/报告 --index ~/报告索引 --jobs 2
  python -m rag build --json > 结果.json"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="报告所在文件夹")
    parser.add_argument("--jobs", type=int, metavar="N", help="读取文件的进程数，0 表示按核心数")
    parser.add_argument("--json", action="store_true", help="以 JSON 打印结果")


def run(options: argparse.Namespace, settings: Settings) -> int:
    from rag.encoder import load_encoder
    from rag.store.build import build

    with ProgressBars(quiet=options.json) as bars:
        report = build(settings, load_encoder(settings.encoder), progress=bars)
    if options.json:
        print_json(report.as_json())
    else:
        print(report.summary())
    return 0
