"""`python -m rag eval`: retrieval, figures and answers measured."""

from __future__ import annotations

import argparse
from pathlib import Path

from rag.cli.usage import up_to
from rag.settings import Settings

NAME, HELP = "eval", "衡量检索、数字和回答"
EXAMPLES = """例：
  python -m rag eval                           ../shared/eval 中的检索、数字与问题集
  python -m rag eval --questions 我的问题.jsonl
  python -m rag eval --targets 我的标注.jsonl    旁边可有 我的标注_ranges.json，写明每份文件标注了哪些范围
  python -m rag eval --disguised               每道题再换五种写法问一遍
  python -m rag eval --generated 2000          按索引自动出题：有的要答对，没有的要拒答
  python -m rag eval --feedback                问答页里评价过的问题再问一遍，看回答变了没有"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("--questions", type=Path, metavar="F", help="问题集（JSONL）")
    parser.add_argument("--targets", type=Path, metavar="F", help="手工标注的数字（JSONL），与索引中的数字比较")
    parser.add_argument("--disguised", action="store_true", help="每道题再用繁体、全角、客套话、错字、颠倒语序问一遍")
    parser.add_argument("--generated", type=up_to(100_000), default=0, metavar="N", help="按索引中的数字自动出 N 道题")
    parser.add_argument("--feedback", action="store_true", help="列出问答页收到的评价，并把这些问题重新问一遍")


def run(options: argparse.Namespace, settings: Settings) -> int:
    from rag.evaluation.report import evaluate

    report = evaluate(
        settings,
        questions=options.questions,
        targets=options.targets,
        disguised=options.disguised,
        generate=options.generated,
        feedback=options.feedback,
    )
    print(report)
    return 0
