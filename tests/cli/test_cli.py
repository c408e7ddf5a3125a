"""Every command as a script calls it: exit status, what is printed where, and what it says of wrong use."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from rag import encoder
from rag.cli import COMMANDS, main
from rag.settings import Settings
from rag.store.build import build
from tests.fakes import HashEncoder

REPORT = """石笕乡政府工作报告
——2024年1月12日在石笕乡第九届人民代表大会第三次会议上
一、2023年工作回顾
全乡粮食总产量达到1.3万吨，增长2.1%。
二、2024年工作安排
新修村道18公里，种植油茶2600亩。
"""
QUESTION = "石笕乡2024年种植油茶多少亩？"


@pytest.fixture(autouse=True)
def small_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test here is about the model."""
    monkeypatch.setattr(encoder, "load_encoder", lambda _: HashEncoder())
    monkeypatch.setattr("rag.assistant.load_encoder", lambda _: HashEncoder())


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "石笕乡.txt").write_text(REPORT, encoding="utf-8")
    return folder


@pytest.fixture
def index(corpus: Path, tmp_path: Path) -> str:
    build(Settings(corpus=corpus, index=tmp_path / "index", jobs=1), HashEncoder())
    return str(tmp_path / "index")


def objects(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize("name", [command.NAME for command in COMMANDS])
def test_every_command_explains_itself_with_examples(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([name, "--help"])
    assert left.value.code == 0
    assert f"例：\n  python -m rag {name}" in capsys.readouterr().out


WRONG_USES = [
    [],
    ["read"],
    ["ask"],
    ["ask", "甲", "--batch", "b.jsonl"],
    ["search"],
    ["search", "甲", "--k", "0"],
    ["search", "甲", "--k", "1001"],
    ["targets", "甲.txt", "--format", "csv", "--explain"],
    ["eval", "--generated", "many"],
]


@pytest.mark.parametrize("arguments", WRONG_USES, ids=" ".join)
def test_wrong_use_is_status_2_and_says_what_is_right(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    told = capsys.readouterr()
    assert told.err
    assert told.out == ""


def test_a_build_says_what_changed(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["build", "--json", "--corpus", str(corpus), "--index", str(tmp_path / "index"), "--jobs", "1"]
    assert main(arguments) == 0
    (first,) = objects(capsys)
    assert first["added"] == ["石笕乡.txt"]
    assert main(arguments) == 0
    (second,) = objects(capsys)
    assert second["added"] == []


def test_without_an_index_one_line_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", QUESTION, "--index", str(tmp_path / "none")]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("错误：")
    assert "python -m rag build" in told.err
    assert len(told.err.splitlines()) == 1


def test_an_answer_is_printed_with_its_source(index: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", QUESTION, "--index", index]) == 0
    told = capsys.readouterr().out
    assert "2600亩" in told.splitlines()[0]
    assert "种植油茶2600亩" in told
    assert "石笕乡.txt" in told


def test_an_answer_as_json_holds_its_quote_verbatim(index: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", QUESTION, "--json", "--index", index]) == 0
    (answer,) = objects(capsys)
    assert answer["status"] == "answered"
    (citation,) = answer["citations"]
    assert REPORT[citation["start"] : citation["end"]] == citation["quote"]
    assert citation["doc"] == "石笕乡.txt"


def test_a_batch_is_answered_in_its_order(index: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    batch = tmp_path / "questions.jsonl"
    follow_up = {"id": "b", "question": "那村道呢？", "history": [{"role": "user", "content": QUESTION}]}
    asked = [follow_up, {"id": "a", "question": QUESTION}]
    batch.write_text("\n\n".join(json.dumps(one, ensure_ascii=False) for one in asked), encoding="utf-8-sig")
    assert main(["ask", "--batch", str(batch), "--index", index]) == 0
    answers = objects(capsys)
    assert [answer["id"] for answer in answers] == ["b", "a"]
    assert "18公里" in answers[0]["text"]
    assert "2600亩" in answers[1]["text"]


def test_a_batch_may_come_through_standard_input(
    index: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO('{"id": "1", "query": "油茶"}\n'))
    assert main(["search", "--batch", "-", "--k", "1", "--index", index]) == 0
    (found,) = objects(capsys)
    (hit,) = found["hits"]
    assert (found["id"], hit["doc"]) == ("1", "石笕乡.txt")
    assert REPORT[hit["start"] : hit["end"]] == hit["text"]


BROKEN = [
    ('{"question": "一"}\n不是', "第 2 行不是 JSON"),
    ('["一"]', "第 1 行应是一个 JSON 对象"),
]


@pytest.mark.parametrize(("text", "said"), BROKEN)
def test_a_broken_batch_is_named_with_its_line(
    text: str, said: str, index: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    batch = tmp_path / "broken.jsonl"
    batch.write_text(text, encoding="utf-8")
    assert main(["ask", "--batch", str(batch), "--index", index]) == 1
    assert said in capsys.readouterr().err


def test_a_batch_that_is_not_there_is_named(index: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--batch", "没有.jsonl", "--index", index]) == 1
    assert "打不开 没有.jsonl" in capsys.readouterr().err


def test_sets_of_ones_own_are_measured(index: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    start = REPORT.index("2600亩")
    figure = {
        "doc": "石笕乡.txt",
        "start": start,
        "end": start + 5,
        "text": "2600亩",
        "kind": "target",
        "indicator": "油茶",
        "measure": "level",
        "value": "2600",
        "value_high": None,
        "unit": "亩",
        "bound": "eq",
        "year": 2024,
        "masked": False,
    }
    targets, questions = tmp_path / "t.jsonl", tmp_path / "q.jsonl"
    targets.write_text(json.dumps(figure, ensure_ascii=False), encoding="utf-8")
    (tmp_path / "t_ranges.json").write_text(json.dumps({"石笕乡.txt": [[start - 4, start + 6]]}), encoding="utf-8")
    asked = {"id": "1", "type": "lookup_target", "question": QUESTION, "answers": [["2600亩"]]}
    questions.write_text(json.dumps(asked, ensure_ascii=False), encoding="utf-8")
    assert main(["eval", "--targets", str(targets), "--questions", str(questions), "--index", index]) == 0
    told = capsys.readouterr().out
    assert "| record | 1.000 | 1.000 | 1.000 |" in told
    assert "| lookup_target | 1 | 1 | 1.000 |" in told
    assert "这是第一次评测。" in told


def test_an_interrupted_command_says_that_nothing_is_lost(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted() -> Settings:
        raise KeyboardInterrupt

    monkeypatch.setattr("rag.cli.load_settings", interrupted)
    assert main(["build"]) == 130
    assert "已保存" in capsys.readouterr().err
