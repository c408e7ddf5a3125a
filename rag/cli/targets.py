"""`python -m rag targets`: the figures of files, or of an index."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from rag.cli.usage import refuse_usage
from rag.errors import ReadError
from rag.records import FigureKind
from rag.settings import Settings

NAME, HELP = "targets", "列出目标和完成的数字"
EXAMPLES = """例：
  python -m rag targets corpus/望川市/报告.txt                    一份文件里的目标和完成数，不需要索引
  python -m rag targets *.docx --format jsonl > 数字.jsonl       每行一个 JSON 对象
  python -m rag targets --place 望川市 --year 2025 --kind target  索引里一个地方一年的目标
  python -m rag targets --topic 粮食安全 --format xlsx --output 粮食.xlsx
  python -m rag targets 报告.txt --explain                       每个数字按哪条规则、凭什么读出
--place、--year、--topic、--kind 都可以写几次；--place 也可以写简称，包括下级地方。"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="报告文件；不写则读索引")
    parser.add_argument("--place", action="append", default=[], metavar="P", help="地方")
    parser.add_argument("--year", action="append", default=[], type=int, metavar="Y", help="数字所属的年份")
    parser.add_argument("--topic", action="append", default=[], metavar="T", help="主题")
    parser.add_argument("--kind", action="append", default=[], choices=("target", "result"), help="目标或完成")
    parser.add_argument(
        "--format", choices=("table", "jsonl", "csv", "xlsx"), default="table", help="输出格式（默认 table）"
    )
    parser.add_argument("--explain", action="store_true", help="写明规则、子句和各项的依据（table 和 jsonl）")
    parser.add_argument("--output", type=Path, metavar="F", help="写入文件，而不是打印")


def run(options: argparse.Namespace, settings: Settings) -> int:
    from rag.targets.command import Request, list_figures
    from rag.targets.writing import EXPLAINING, Format

    format = Format(options.format)
    if options.explain and format not in EXPLAINING:
        refuse_usage(f"--explain 只能和 {' 或 '.join(EXPLAINING)} 一起用")
    if format is Format.XLSX and options.output is None and sys.stdout.isatty():
        refuse_usage("--format xlsx 要用 --output 写明文件，或者重定向")
    request = Request(
        files=tuple(options.files),
        places=tuple(options.place),
        years=tuple(options.year),
        topics=tuple(options.topic),
        kinds=tuple(FigureKind(kind) for kind in options.kind),
        format=format,
        explain=options.explain,
        output=options.output,
    )
    sys.stdout.flush()
    return 0 if list_figures(request, settings, sys.stdout.buffer, _tell_unreadable) else 1


def _tell_unreadable(error: ReadError) -> None:
    print(f"没有读出 {error}", file=sys.stderr)
