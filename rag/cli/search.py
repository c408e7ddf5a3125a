"""`python -m rag search`: the passages nearest to a query, or to each of a file of them."""

from __future__ import annotations

import argparse

from rag.cli.json_lines import lines, print_json
from rag.cli.usage import need_one, up_to
from rag.settings import Settings

NAME, HELP = "search", "查找段落"
EXAMPLES = """例：
  python -m rag search "高标准农田建设" --k 5
  python -m rag search --batch 查询.jsonl > 命中.jsonl
每行查询：{"id": "1", "query": "……"}"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("query", nargs="?", metavar="QUERY", help="查询词或问题")
    parser.add_argument("--batch", metavar="QUERIES.jsonl", help="每行一个查询；- 表示标准输入")
    parser.add_argument("--k", type=up_to(1000), default=10, help="返回的段落数（默认 10）")
    parser.add_argument("--json", action="store_true", help="以 JSON 打印命中")


def run(options: argparse.Namespace, settings: Settings) -> int:
    from rag.assistant import Assistant, found_as_json

    need_one(options.query, options.batch, "查询")
    assistant = Assistant.open(settings.index, settings.encoder, settings.topics, settings.indicators)
    if options.batch is None:
        found = assistant.find(options.query, limit=options.k)
        if options.json:
            print_json(found_as_json(found))
        for hit in () if options.json else found.hits:
            print(
                f"{hit.similarity:.2f}  {' › '.join((hit.passage.doc, *hit.passage.headings))}\n      {hit.passage.text}"
            )
        return 0
    for asked in lines(options.batch):
        found = assistant.find(str(asked.get("query", "")), limit=options.k)
        print_json(found_as_json(found, asked.get("id", "")))
    return 0
