"""How long people wait when many ask at once, while the library is being rebuilt, beside one person alone.

    python benchmarks/users.py [--corpus corpus] [--users 10 50] [--each 8] [--think 2.0]

A server over a copy of the corpus is asked through its websocket, as a browser does it: every user opens the page, then asks
questions one after another, thinking in between as long as `--think` says on average (exponentially distributed), and now and then
opens another page. Meanwhile builds run one after another, each over documents that were changed, so that all of them are read
and encoded anew. A wait ends when the answer is on the page. Prints Markdown; where anything went wrong, what the server wrote
to its log and how failed builds explained themselves go to standard error.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from rag.evaluation.questions import read_questions  # noqa: E402
from tests.browser.serving import build, server  # noqa: E402

QUESTIONS = (ROOT.parent / "shared" / "eval" / "questions_dev.jsonl", ROOT / "tests" / "sample_questions.jsonl")
OTHER_PAGES = ("library", "compare", "documents", "status")
LONGEST_WAIT_S = 120.0
LARGEST_MESSAGE = 64 * 2**20
TOLD = 120
ANSWERED, TROUBLE = "zw-answer", "zw-notice zw-problem"


@dataclass
class Waits:
    """Seconds until the answer stood on the page, and until another page was complete; what went wrong, counted."""

    questions: list[float] = field(default_factory=list)
    pages: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)


@dataclass
class Screen:
    """What a browser would remember of the page between two runs of it."""

    question_box: str = ""
    page: str = ""
    trouble: str = ""

    def draw(self, message: ForwardMsg) -> str:
        """Take one message in; returns the HTML in it."""
        if message.HasField("page_not_found"):
            self.trouble = "page not found"
        if message.HasField("new_session"):
            self.page = message.new_session.page_script_hash
        if not message.HasField("delta"):
            return ""
        element = message.delta.new_element
        match element.WhichOneof("type"):
            case "chat_input":
                self.question_box = element.chat_input.id
            case "exception":
                self.trouble = element.exception.type or "exception"
            case "html":
                if TROUBLE in element.html.body:
                    self.trouble = re.sub(r"<[^>]+>", " ", element.html.body).strip()[:TOLD]
                return str(element.html.body)
        return ""


class User:
    """One browser: a websocket and what it has been shown."""

    def __init__(self, socket: ClientConnection, waits: Waits) -> None:
        self._socket = socket
        self._waits = waits
        self._screen = Screen()

    async def open(self, page: str = "") -> None:
        """Open a page and wait until it is complete."""
        message = BackMsg()
        message.rerun_script.page_name = page
        message.rerun_script.query_string = ""
        self._waits.pages.append(await self._wait(message))

    async def ask(self, question: str) -> None:
        """Ask, and wait for the answer to be on the page and then for the page to be complete."""
        message = BackMsg()
        message.rerun_script.page_script_hash = self._screen.page
        state = message.rerun_script.widget_states.widgets.add()
        state.id = self._screen.question_box
        state.chat_input_value.data = question
        self._waits.questions.append(await self._wait(message, ANSWERED, question))

    async def _wait(self, message: BackMsg, awaited: str = "", asked: str = "") -> float:
        began, seen, shown = time.perf_counter(), 0.0, not asked
        await self._socket.send(message.SerializeToString())
        while True:
            said = ForwardMsg.FromString(await asyncio.wait_for(self._socket.recv(decode=False), LONGEST_WAIT_S))
            html = self._screen.draw(said)
            shown = shown or ("zw-question" in html and asked[:20] in html)
            if awaited and shown and not seen and awaited in html:
                seen = time.perf_counter() - began
            if (
                said.WhichOneof("type") == "script_finished"
                and said.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
            ):
                break
        if self._screen.trouble:
            self._waits.errors[self._screen.trouble] += 1
            self._screen.trouble = ""
        elif awaited and not seen:
            self._waits.errors["no answer"] += 1
        return seen or time.perf_counter() - began


async def one_user(address: str, questions: Sequence[str], think_s: float, seed: int, waits: Waits) -> None:
    """Open the page, then ask the questions; every fifth time look at another page and come back."""
    chance = random.Random(seed)
    await asyncio.sleep(chance.uniform(0, think_s))
    stream = address.replace("http", "ws", 1) + "/_stcore/stream"
    try:
        async with connect(stream, subprotocols=["streamlit"], max_size=LARGEST_MESSAGE, ping_timeout=None) as socket:  # type: ignore[list-item]
            user = User(socket, waits)
            await user.open()
            for number, question in enumerate(questions, start=1):
                await asyncio.sleep(chance.expovariate(1 / think_s) if think_s else 0)
                await user.ask(question)
                if number % 5 == 0:
                    await user.open(chance.choice(OTHER_PAGES))
                    await user.open()
    except (OSError, TimeoutError) as error:
        waits.errors[type(error).__name__] += 1


async def crowd(address: str, users: int, questions: Sequence[str], each: int, think_s: float) -> Waits:
    """All users at once, each with questions of its own order."""
    waits = Waits()
    orders = [random.Random(seed).choices(questions, k=each) for seed in range(users)]
    await asyncio.gather(*(one_user(address, order, think_s, seed, waits) for seed, order in enumerate(orders)))
    return waits


@contextmanager
def builds(corpus: Path, index: Path) -> Iterator[list[str]]:
    """Builds one after another until the end; yields the list of what those that failed said."""
    failed: list[str] = []
    over = threading.Event()
    command = [sys.executable, "-m", "rag", "build", "--json", "--corpus", str(corpus), "--index", str(index)]
    gently = [*(("nice", "-n", "10") if shutil.which("nice") else ()), *command]

    def go_on() -> None:
        for number in itertools.count(1):
            if over.is_set():
                return
            _change(corpus, number)
            with tempfile.TemporaryFile() as said:
                process = subprocess.Popen(gently, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=said)
                while process.poll() is None:
                    if over.wait(0.2):
                        process.terminate()
                        process.wait()
                        return
                if process.returncode:
                    said.seek(0)
                    failed.append(said.read().decode("utf-8", "replace"))

    running = threading.Thread(target=go_on)
    running.start()
    try:
        yield failed
    finally:
        over.set()
        running.join()


def _change(corpus: Path, number: int) -> None:
    """Every text a little different, so that its passages are encoded anew."""
    for path in corpus.rglob("*.txt"):
        text = path.read_bytes()
        path.write_bytes(text.replace(b"\n", f" {number}\n".encode("ascii"), 40))


def _questions() -> tuple[str, ...]:
    source = next(path for path in QUESTIONS if path.is_file())
    return tuple(asked.question for asked in read_questions(source) if not asked.history)


def _row(what: str, waits: Waits, alone: Waits | None) -> str:
    ordered = sorted(waits.questions)
    median, p95 = statistics.median(ordered), ordered[max(0, -(-95 * len(ordered) // 100) - 1)]
    beside = f"{median / statistics.median(alone.questions):.1f}" if alone else "1"
    errors = "、".join(f"{name} {count}" for name, count in waits.errors.items()) or "0"
    pages = statistics.median(waits.pages)
    return f"| {what} | {len(ordered)} | {median * 1000:.0f} | {p95 * 1000:.0f} | {beside} | {pages * 1000:.0f} | {errors} |"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus")
    parser.add_argument("--users", type=int, nargs="+", default=[10, 50])
    parser.add_argument("--each", type=int, default=8, help="questions of one user")
    parser.add_argument("--think", type=float, default=2.0, help="seconds between two questions, on average")
    options = parser.parse_args(arguments)
    questions = _questions()
    with tempfile.TemporaryDirectory() as scratch:
        corpus = Path(shutil.copytree(options.corpus, Path(scratch) / "corpus", copy_function=shutil.copyfile))
        for place in (corpus, *corpus.rglob("*")):
            place.chmod(0o755 if place.is_dir() else 0o644)
        index = Path(scratch) / "index"
        build(corpus, index)
        os.environ["ZHENGWEN_STATE"] = str(Path(scratch) / "state")
        log = Path(scratch) / "server.log"
        with server(corpus, index, log) as address:
            asyncio.run(crowd(address, 1, questions, 5, 0))
            alone = asyncio.run(crowd(address, 1, questions, 30, 0))
            print(
                "| users | questions | median ms | p95 ms | median beside one alone | another page, median ms | errors |"
            )
            print("|---|---:|---:|---:|---:|---:|---:|", flush=True)
            print(_row("1, nothing being built", alone, None), flush=True)
            for users in options.users:
                with builds(corpus, index) as failed:
                    waits = asyncio.run(crowd(address, users, questions, options.each, options.think))
                if failed:
                    waits.errors["failed builds"] = len(failed)
                print(_row(f"{users}, and a rebuild", waits, alone), flush=True)
                if waits.errors:
                    print(log.read_text(encoding="utf-8", errors="replace"), *failed, sep="\n", file=sys.stderr)


if __name__ == "__main__":
    main()
