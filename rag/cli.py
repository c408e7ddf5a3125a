"""The command line: parses, calls one function, prints, and returns the exit status.

0 for success, 1 for an error with one clear line on standard error, 2 for wrong usage. Imports that draw in the model
stay inside the commands, so that --help and wrong usage answer at once.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn, TextIO

from rag.errors import ReadError, SettingsError, ZhengwenError
from rag.progress import ProgressBars
from rag.records import Answer, FigureKind, Turn
from rag.settings import Settings, load_settings

DESCRIPTION = """问政府报告承诺了什么、完成了什么，得到数字和它所在的原句。

  python -m rag build                          读取 corpus/ 中新增和改动的文件，更新 index/
  python -m rag ask "2025年粮食产量目标是多少？"    提问
  python -m rag targets 报告.txt                  列出目标和完成的数字
  python -m rag search 招商引资                   查找段落
  python -m rag eval                           用问题集衡量检索和回答"""

BUILD_EXAMPLES = """例：
  python -m rag build
  python -m rag build --corpus ~/报告 --index ~/报告索引 --jobs 2
  python -m rag build --json > 结果.json"""

ASK_EXAMPLES = """例：
  python -m rag ask "云溪县2024年粮食播种面积目标是多少？"
  python -m rag ask --json "……"
  python -m rag ask --batch 问题.jsonl > 回答.jsonl
每行问题：{"id": "1", "question": "……", "history": [{"role": "user", "content": "……"}]}"""

SEARCH_EXAMPLES = """例：
  python -m rag search "高标准农田建设" --k 5
  python -m rag search --batch 查询.jsonl > 命中.jsonl
每行查询：{"id": "1", "query": "……"}"""

TARGETS_EXAMPLES = """例：
  python -m rag targets corpus/望川市/报告.txt                    一份文件里的目标和完成数，不需要索引
  python -m rag targets *.docx --format jsonl > 数字.jsonl       每行一个 JSON 对象
  python -m rag targets --place 望川市 --year 2025 --kind target  索引里一个地方一年的目标
  python -m rag targets --topic 粮食安全 --format xlsx --output 粮食.xlsx
  python -m rag targets 报告.txt --explain                       每个数字按哪条规则、凭什么读出
--place、--year、--topic、--kind 都可以写几次；--place 也可以写简称，包括下级地方。"""

EVAL_EXAMPLES = """例：
  python -m rag eval                           ../shared/eval 中的检索与问题集
  python -m rag eval --questions 我的问题.jsonl
  python -m rag eval --disguised               每道题再换五种写法问一遍
  python -m rag eval --generated 2000          按索引自动出题：有的要答对，没有的要拒答"""


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

    build = commands.add_parser("build", help="更新索引", epilog=BUILD_EXAMPLES, formatter_class=raw)
    build.add_argument("--corpus", type=Path, metavar="DIR", help="报告所在文件夹")
    build.add_argument("--jobs", type=int, metavar="N", help="读取文件的进程数，0 表示按核心数")
    build.add_argument("--json", action="store_true", help="以 JSON 打印结果")
    build.set_defaults(run=_build)

    ask = commands.add_parser("ask", help="提问", epilog=ASK_EXAMPLES, formatter_class=raw)
    ask.add_argument("question", nargs="?", metavar="QUESTION", help="一个问题")
    ask.add_argument("--batch", metavar="QUESTIONS.jsonl", help="每行一个问题；- 表示标准输入")
    ask.add_argument("--json", action="store_true", help="以 JSON 打印回答")
    ask.set_defaults(run=_ask)

    targets = commands.add_parser("targets", help="列出目标和完成的数字", epilog=TARGETS_EXAMPLES, formatter_class=raw)
    targets.add_argument("files", nargs="*", type=Path, metavar="FILE", help="报告文件；不写则读索引")
    targets.add_argument("--place", action="append", default=[], metavar="P", help="地方")
    targets.add_argument("--year", action="append", default=[], type=int, metavar="Y", help="数字所属的年份")
    targets.add_argument("--topic", action="append", default=[], metavar="T", help="主题")
    targets.add_argument("--kind", action="append", default=[], choices=("target", "result"), help="目标或完成")
    targets.add_argument(
        "--format", choices=("table", "jsonl", "csv", "xlsx"), default="table", help="输出格式（默认 table）"
    )
    targets.add_argument("--explain", action="store_true", help="写明规则、子句和各项的依据（table 和 jsonl）")
    targets.add_argument("--output", type=Path, metavar="F", help="写入文件，而不是打印")
    targets.set_defaults(run=_targets)

    search = commands.add_parser("search", help="查找段落", epilog=SEARCH_EXAMPLES, formatter_class=raw)
    search.add_argument("query", nargs="?", metavar="QUERY", help="查询词或问题")
    search.add_argument("--batch", metavar="QUERIES.jsonl", help="每行一个查询；- 表示标准输入")
    search.add_argument("--k", type=_up_to(1000), default=10, help="返回的段落数（默认 10）")
    search.add_argument("--json", action="store_true", help="以 JSON 打印命中")
    search.set_defaults(run=_search)

    evaluate = commands.add_parser("eval", help="衡量检索和回答", epilog=EVAL_EXAMPLES, formatter_class=raw)
    evaluate.add_argument("--questions", type=Path, metavar="F", help="问题集（JSONL）")
    evaluate.add_argument("--disguised", action="store_true", help="每道题再用繁体、全角、客套话、错字、颠倒语序问一遍")
    evaluate.add_argument(
        "--generated", type=_up_to(100_000), default=0, metavar="N", help="按索引中的数字自动出 N 道题"
    )
    evaluate.set_defaults(run=_eval)

    for command in (build, ask, targets, search, evaluate):
        command.add_argument("--index", type=Path, metavar="DIR", help="索引文件夹")
    return parser


def _up_to(most: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not text.isdecimal() or not 1 <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"应为 1 到 {most} 之间的整数，现为 {text}")
        return int(text)

    return number


def _settings(options: argparse.Namespace) -> Settings:
    settings = load_settings()
    given = {name: value for name in ("corpus", "index", "jobs") if (value := getattr(options, name, None)) is not None}
    return replace(settings, **given)


def _lines(name: str) -> Iterator[dict[str, Any]]:
    """The JSON objects of a file, one a line; raises SettingsError naming the line that is none."""
    with _opened(name) as stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                yield _object(line, f"{name} 第 {number} 行")


def _opened(name: str) -> AbstractContextManager[TextIO]:
    try:
        return nullcontext(sys.stdin) if name == "-" else Path(name).open(encoding="utf-8-sig")
    except OSError as error:
        raise SettingsError(f"打不开 {name}：{error.strerror}") from error


def _object(line: str, where: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        raise SettingsError(f"{where}不是 JSON：{error.msg}") from error
    if not isinstance(value, dict):
        raise SettingsError(f"{where}应是一个 JSON 对象")
    return value


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False), flush=True)


def _need_one(value: str | None, batch: str | None, what: str) -> None:
    if (value is None) == (batch is None):
        _refuse_usage(f"给出一个{what}，或者 --batch 文件，二者取一")


def _refuse_usage(rule: str) -> NoReturn:
    print(f"用法：{rule}；见 --help", file=sys.stderr)
    raise SystemExit(2)


def _build(options: argparse.Namespace, settings: Settings) -> int:
    from rag.encoder import load_encoder
    from rag.store.build import build

    with ProgressBars(quiet=options.json) as bars:
        report = build(settings, load_encoder(settings.encoder), progress=bars)
    if options.json:
        _print_json(report.as_json())
    else:
        print(report.summary())
    return 0


def _ask(options: argparse.Namespace, settings: Settings) -> int:
    from rag.answers.as_json import as_json
    from rag.assistant import Assistant

    _need_one(options.question, options.batch, "问题")
    assistant = Assistant.open(settings.index, settings.encoder, settings.topics, settings.indicators)
    if options.batch is None:
        answer = assistant.ask(options.question)
        if options.json:
            _print_json(as_json(answer))
        else:
            _print_answer(answer)
        return 0
    for asked in _lines(options.batch):
        history = tuple(Turn(str(t.get("role", "")), str(t.get("content", ""))) for t in asked.get("history") or ())
        _print_json(as_json(assistant.ask(str(asked.get("question", "")), history), asked.get("id", "")))
    return 0


def _print_answer(answer: Answer) -> None:
    print(answer.text)
    for citation in answer.citations:
        print(f"\n[{citation.n}] {' › '.join((citation.title, *citation.headings))}（{citation.doc}）")
        print(f"    {citation.quote}")


def _targets(options: argparse.Namespace, settings: Settings) -> int:
    from rag.targets.command import Request, list_figures
    from rag.targets.writing import EXPLAINING, Format

    format = Format(options.format)
    if options.explain and format not in EXPLAINING:
        _refuse_usage(f"--explain 只能和 {' 或 '.join(EXPLAINING)} 一起用")
    if format is Format.XLSX and options.output is None and sys.stdout.isatty():
        _refuse_usage("--format xlsx 要用 --output 写明文件，或者重定向")
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


def _search(options: argparse.Namespace, settings: Settings) -> int:
    from rag.assistant import Assistant, found_as_json

    _need_one(options.query, options.batch, "查询")
    assistant = Assistant.open(settings.index, settings.encoder, settings.topics, settings.indicators)
    if options.batch is None:
        found = assistant.find(options.query, limit=options.k)
        if options.json:
            _print_json(found_as_json(found))
        for hit in () if options.json else found.hits:
            print(
                f"{hit.similarity:.2f}  {' › '.join((hit.passage.doc, *hit.passage.headings))}\n      {hit.passage.text}"
            )
        return 0
    for asked in _lines(options.batch):
        found = assistant.find(str(asked.get("query", "")), limit=options.k)
        _print_json(found_as_json(found, asked.get("id", "")))
    return 0


def _eval(options: argparse.Namespace, settings: Settings) -> int:
    from rag.evaluation.report import evaluate

    print(evaluate(settings, options.questions, options.disguised, options.generated))
    return 0
