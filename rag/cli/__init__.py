"""The command line: parses, calls one function, prints, and returns the exit status.

0 for success, 1 for an error with one clear line on standard error, 2 for wrong usage. Each command is a module that adds its
arguments and runs; what draws in the model is imported as it runs, so that --help and wrong usage answer at once.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rag.cli import ask, build, evaluate, search, targets
from rag.errors import ZhengwenError
from rag.settings import Settings, load_settings

DESCRIPTION = """问政府报告承诺了什么、完成了什么，得到数字和它所在的原句。

  python -m rag build                          读取 corpus/ 中新增和改动的文件，更新 index/
  python -m rag ask "2025年粮食产量目标是多少？"    提问
  python -m rag targets 报告.txt                  列出目标和完成的数字
  python -m rag search 招商引资                   查找段落
  python -m rag eval                           用问题集衡量检索和回答"""

COMMANDS = (build, ask, targets, search, evaluate)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status. Usage errors leave through SystemExit(2) as argparse does."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        settings = _settings(options)
        status: int = options.run(options, settings)
    except ZhengwenError as error:
        print(f"错误：{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("已中断；已完成的部分已保存，下次接着做。", file=sys.stderr)
        return 130
    except BrokenPipeError:
        return 0
    return status


def _parser() -> argparse.ArgumentParser:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="python -m rag", description=DESCRIPTION, formatter_class=raw)
    commands = parser.add_subparsers(required=True, metavar="命令")
    for module in COMMANDS:
        command = commands.add_parser(module.NAME, help=module.HELP, epilog=module.EXAMPLES, formatter_class=raw)
        module.arguments(command)
        command.add_argument("--index", type=Path, metavar="DIR", help="索引文件夹")
        command.set_defaults(run=module.run)
    return parser


def _settings(options: argparse.Namespace) -> Settings:
    settings = load_settings()
    given = {name: value for name in ("corpus", "index", "jobs") if (value := getattr(options, name, None)) is not None}
    return replace(settings, **given)
