"""`python -m rag ask`: one question, or a file of them."""

from __future__ import annotations

import argparse

from rag.cli.json_lines import lines, print_json
from rag.cli.usage import need_one
from rag.records import Answer, Turn
from rag.settings import Settings

NAME, HELP = "ask", "提问"
EXAMPLES = """例：
  python -m rag ask "云溪县2024年粮食播种面积目标是多少？"
  python -m rag ask --json "……"
  python -m rag ask --batch 问题.jsonl > 回答.jsonl
每行问题：{"id": "1", "question": "……", "history": [{"role": "user", "content": "……"}]}"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("question", nargs="?", metavar="QUESTION", help="一个问题")
    parser.add_argument("--batch", metavar="QUESTIONS.jsonl", help="每行一个问题；- 表示标准输入")
    parser.add_argument("--json", action="store_true", help="以 JSON 打印回答")


def run(options: argparse.Namespace, settings: Settings) -> int:
    from rag.answers.as_json import as_json
    from rag.assistant import Assistant

    need_one(options.question, options.batch, "问题")
    assistant = Assistant.open(settings.index, settings.encoder, settings.topics, settings.indicators)
    if options.batch is None:
        answer = assistant.ask(options.question)
        if options.json:
            print_json(as_json(answer))
        else:
            _print_answer(answer)
        return 0
    for asked in lines(options.batch):
        history = tuple(Turn(str(t.get("role", "")), str(t.get("content", ""))) for t in asked.get("history") or ())
        print_json(as_json(assistant.ask(str(asked.get("question", "")), history), asked.get("id", "")))
    return 0


def _print_answer(answer: Answer) -> None:
    print(answer.text)
    for citation in answer.citations:
        print(f"\n[{citation.n}] {' › '.join((citation.title, *citation.headings))}（{citation.doc}）")
        print(f"    {citation.quote}")
