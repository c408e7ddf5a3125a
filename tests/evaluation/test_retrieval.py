"""Measuring retrieval: reading the questions, fusing by rank, and what the measurement says."""

import json
from pathlib import Path

import pytest

from rag.encoder import load_encoder
from rag.errors import ReadError
from rag.evaluation.retrieval import READING, ReadingSet, by_rank, evaluate_reading, evaluate_set, read_reading
from rag.records import Candidate
from tests.fakes import HashEncoder

PARAGRAPHS = (
    ("云岭县今年种植玉米9600亩，推广水肥一体技术。", ("种植玉米多少亩？", "推广什么技术？")),
    ("松原镇安装路灯180盏，硬化村组道路12公里。", ("安装路灯几盏？",)),
    ("石门乡新建敬老院一所，改造危旧房屋36户。", ("改造危旧房屋多少户？",)),
)
OURS = "本项目"


def write_squad(path: Path) -> Path:
    paragraphs = [
        {"context": context, "qas": [{"question": question, "id": f"{at}-{n}"} for n, question in enumerate(questions)]}
        for at, (context, questions) in enumerate(PARAGRAPHS)
    ]
    path.write_text(json.dumps({"data": [{"paragraphs": paragraphs}]}, ensure_ascii=False), encoding="utf-8")
    return path


def test_questions_know_their_paragraph(tmp_path: Path) -> None:
    reading = read_reading(write_squad(tmp_path / "questions.json"), "小样")
    assert reading.paragraphs == tuple(context for context, _ in PARAGRAPHS)
    assert [number for _, number in reading.questions] == [0, 0, 1, 2]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"data": 3}', '{"data": [{"paragraphs": [{"qas": []}]}]}'])
def test_a_file_of_another_form_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "broken.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ReadError, match=r"broken\.json"):
        read_reading(path, "坏的")


def test_fusion_by_rank_prefers_what_both_searches_found() -> None:
    words = (Candidate(1, 9.0), Candidate(2, 8.0), Candidate(3, 7.0))
    meaning = (Candidate(4, 0.9), Candidate(2, 0.8), Candidate(5, 0.7))
    assert by_rank((words, meaning)) == (2, 1, 4, 3, 5)


def test_all_ways_are_measured_on_all_questions(tmp_path: Path) -> None:
    rows = evaluate_set(read_reading(write_squad(tmp_path / "questions.json"), "小样"), HashEncoder())
    assert [row.way for row in rows] == ["关键词（BM25）", "语义", "按名次融合（RRF）", OURS]
    assert {(row.dataset, row.questions) for row in rows} == {("小样", 4)}
    assert rows[-1].first == 1.0
    assert all(0.0 <= row.first <= row.in_five <= 1.0 and row.median_ms > 0 for row in rows)


def test_a_folder_without_the_files_gives_no_rows(tmp_path: Path) -> None:
    assert evaluate_reading(tmp_path, HashEncoder()) == ()


def test_files_are_taken_in_their_order_and_questions_evenly(tmp_path: Path) -> None:
    for _, file in READING:
        write_squad(tmp_path / file)
    rows = evaluate_reading(tmp_path, HashEncoder(), most_questions=2)
    assert [row.dataset for row in rows[::4]] == [name for name, _ in READING]
    assert {row.questions for row in rows} == {2}


@pytest.mark.shared
@pytest.mark.parametrize(
    ("file", "paragraphs", "first", "in_five"),
    [("DRCD_dev.json", 240, 0.96, 0.99), ("cmrc2018_trial.json", 240, 0.97, 0.99)],
)
def test_the_right_paragraph_is_found_in_real_reading_sets(
    shared: Path, file: str, paragraphs: int, first: float, in_five: float
) -> None:
    whole = read_reading(shared / "eval" / "reading" / file, file)
    questions = tuple((question, number) for question, number in whole.questions if number < paragraphs)
    part = ReadingSet(whole.name, whole.paragraphs[:paragraphs], questions[::3])
    *others, ours = evaluate_set(part, load_encoder())
    assert (ours.way, ours.questions >= 240) == (OURS, True)
    assert (ours.first >= first, ours.in_five >= in_five) == (True, True), ours
    assert all(ours.first >= other.first and ours.in_five >= other.in_five for other in others)
