"""Conversations are kept whole, listed to their owner, searched, renamed, deleted and brought back."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from rag.conversations import MOST_ENTRIES, Conversations, Entry, Feedback, Reason
from rag.conversations.database import Database
from rag.conversations.store import DELETED_FOR_S, LARGEST_CONTENT, MOST_CONVERSATIONS
from rag.errors import ConversationsUnusable
from rag.records import Correction, Filter, Turn
from tests.conftest import ROOT
from tests.ui.fakes import HOSTILE, corn

ANN, BEN = "ann", "ben"


class Clock:
    """Tells a later second each time that it is asked."""

    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        self.now += 1
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def kept(tmp_path: Path, clock: Clock) -> Conversations:
    return Conversations(tmp_path / "state", clock)


def entry(question: str, answer: str = "答", key: str = "") -> Entry:
    return Entry(key or question, question, answer, '{"text":"……"}')


def titles(kept: Conversations, owner: str = ANN, search: str = "") -> list[str]:
    return [listed.title for listed in kept.listed(owner, search).listed]


def test_a_conversation_is_kept_in_order_under_its_first_question(kept: Conversations, tmp_path: Path) -> None:
    id = kept.append(ANN, None, entry("种多少玉米？"))
    assert kept.append(ANN, id, entry("那油菜呢？")) == id
    again = Conversations(tmp_path / "state").opened(id)
    assert again is not None
    assert again.title == "种多少玉米？"
    assert again.entries == (entry("种多少玉米？"), entry("那油菜呢？"))


def test_the_list_is_of_one_owner_newest_first(kept: Conversations) -> None:
    first = kept.append(ANN, None, entry("一"))
    kept.append(ANN, None, entry("二"))
    kept.append(BEN, None, entry("别人的"))
    kept.append(ANN, first, entry("再问"))
    assert titles(kept) == ["一", "二"]
    assert titles(kept, BEN) == ["别人的"]
    assert kept.listed(ANN, limit=1).total == 2


def test_ids_cannot_be_guessed_and_differ(kept: Conversations) -> None:
    ids = {kept.append(ANN, None, entry("问")) for _ in range(50)}
    assert len(ids) == 50
    assert min(map(len, ids)) >= 20


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("玉米", ["甲"]),
        ("8000亩", ["甲"]),
        ("甲", ["甲"]),
        ("玉米 油菜", ["甲"]),
        ("gdp", ["乙"]),
        ("%", ["乙"]),
        ("_", []),
        ("' OR 1=1 --", []),
        ("", ["乙", "甲"]),
        ("玉" * 10_000, []),
    ],
)
def test_search_looks_into_titles_questions_and_answers(kept: Conversations, search: str, found: list[str]) -> None:
    id = kept.append(ANN, None, entry("种多少玉米？", "其中地膜玉米8000亩以上"))
    kept.append(ANN, id, entry("那油菜呢？"))
    kept.rename(ANN, id, "甲")
    other = kept.append(ANN, None, entry("GDP目标是多少？", "增长6.5%以上"))
    kept.rename(ANN, other, "乙")
    assert titles(kept, search=search) == found


@pytest.mark.parametrize(
    ("given", "kept_as"),
    [
        ("新的名字", "新的名字"),
        ("  两\n行 ", "两 行"),
        (" ", "原"),
        (HOSTILE[:50], HOSTILE[:50]),
        ("长" * 99, "长" * 59 + "…"),
    ],
)
def test_a_title_is_one_bounded_line_of_any_text(kept: Conversations, given: str, kept_as: str) -> None:
    id = kept.append(ANN, None, entry("原"))
    kept.rename(ANN, id, given)
    assert titles(kept) == [kept_as]


def test_a_deleted_conversation_is_nowhere_until_it_is_restored(kept: Conversations) -> None:
    id = kept.append(ANN, None, entry("一"))
    kept.delete(ANN, id)
    assert titles(kept) == []
    assert kept.opened(id) is None
    kept.restore(ANN, id)
    assert titles(kept) == ["一"]
    assert kept.opened(id) is not None


def test_what_is_long_deleted_goes_for_good(kept: Conversations, clock: Clock, tmp_path: Path) -> None:
    id = kept.append(ANN, None, entry("一"))
    kept.delete(ANN, id)
    clock.now += DELETED_FOR_S + 10
    kept.append(ANN, None, entry("二"))
    kept.restore(ANN, id)
    assert titles(kept) == ["二"]
    with sqlite3.connect(tmp_path / "state" / "conversations.sqlite") as db:
        assert db.execute("SELECT question FROM exchange").fetchall() == [("二",)]
    db.close()


def test_nobody_but_the_owner_changes_a_conversation_but_whoever_has_the_link_may_copy_it(kept: Conversations) -> None:
    id = kept.append(ANN, None, entry("一"))
    kept.rename(BEN, id, "改")
    kept.delete(BEN, id)
    kept.replace(BEN, id, "一", entry("改"))
    assert kept.append(BEN, id, entry("二")) != id
    copied = kept.copy(BEN, id)
    assert copied is not None
    mine, theirs = kept.opened(id), kept.opened(copied)
    assert mine is not None and theirs is not None
    assert (mine.title, mine.entries) == ("一", (entry("一"),))
    assert (theirs.owner, theirs.entries) == (BEN, mine.entries)
    assert kept.copy(BEN, "no such") is None


def test_an_answer_takes_the_place_of_another(kept: Conversations) -> None:
    id = kept.append(ANN, None, entry("一", key="a"))
    kept.append(ANN, id, entry("二", key="b"))
    kept.replace(ANN, id, "a", entry("一", "另一个答案", key="c"))
    found = kept.opened(id)
    assert found is not None
    assert [(e.key, e.answer) for e in found.entries] == [("c", "另一个答案"), ("b", "答")]


def test_sizes_are_bounded(kept: Conversations, monkeypatch: pytest.MonkeyPatch) -> None:
    id = kept.append(ANN, None, entry("一"))
    with pytest.raises(ConversationsUnusable, match="太长"):
        kept.append(ANN, id, Entry("k", "问", "答", "x" * (LARGEST_CONTENT + 1)))
    for n in range(MOST_ENTRIES - 1):
        kept.append(ANN, id, entry(str(n)))
    with pytest.raises(ConversationsUnusable, match="新对话"):
        kept.append(ANN, id, entry("又一个"))
    monkeypatch.setattr("rag.conversations.store.MOST_CONVERSATIONS", 3)
    for n in range(4):
        kept.append(ANN, None, entry(f"第{n}个"))
    assert titles(kept) == ["第3个", "第2个", "第1个"]
    assert MOST_CONVERSATIONS >= 1000


def test_surrogates_and_nul_are_kept_out_of_the_file_without_an_error(kept: Conversations) -> None:
    id = kept.append(ANN, None, entry("问\ud800\x00题", key="k"))
    assert titles(kept, search="题") == ["问?\x00题"]
    assert kept.opened("\ud800") is None
    assert kept.opened(id) is not None


def test_many_threads_write_at_once_and_nothing_is_lost(kept: Conversations) -> None:
    id = kept.append(ANN, None, entry("零"))
    with ThreadPoolExecutor(10) as pool:
        list(pool.map(lambda n: kept.append(ANN, id, entry(str(n))), range(60)))
    found = kept.opened(id)
    assert found is not None
    assert sorted(e.question for e in found.entries) == sorted(["零", *map(str, range(60))])


def test_threads_that_write_at_once_wait_for_one_another_however_little_patience_there_is(tmp_path: Path) -> None:
    database = Database(tmp_path, patience_s=0)

    def note(n: int) -> None:
        with database.writing() as db:
            db.execute("INSERT INTO feedback (key, owner, judged, content) VALUES (?, ?, 0, '')", (str(n), ANN))

    note(0)
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(note, range(1, 200)))
    with database.reading() as db:
        assert db.execute("SELECT count(*) FROM feedback").fetchone()[0] == 200


def test_a_file_that_somebody_reads_already_is_usable_at_once(tmp_path: Path) -> None:
    kept = Conversations(tmp_path)
    kept.append(ANN, None, entry("一"))
    path = tmp_path / "conversations.sqlite"
    for mode in ("DELETE", "WAL"):
        other = sqlite3.connect(path, isolation_level=None)
        other.execute(f"PRAGMA journal_mode = {mode}")
        # a reader keeps SQLite from changing the mode, and SQLite does not wait for it
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM conversation").fetchone()
        assert titles(kept) == ["一"]
        other.close()
    assert titles(kept) == ["一"]


def test_the_file_is_made_by_whoever_is_first_of_many(tmp_path: Path) -> None:
    def begin(n: int) -> str:
        return Conversations(tmp_path).append(ANN, None, entry(str(n)))

    with ThreadPoolExecutor(12) as pool:
        ids = list(pool.map(begin, range(24)))
    assert len(set(ids)) == Conversations(tmp_path).listed(ANN).total == 24


def test_a_process_that_is_killed_while_writing_leaves_whole_conversations(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from rag.conversations import Conversations, Entry\n"
        "kept = Conversations(Path(sys.argv[1])); id = None\n"
        "for n in range(100_000):\n"
        "    id = kept.append('ann', id if n % 50 else None, Entry(str(n), str(n), '答', '{}')); print(n, flush=True)\n"
    )
    writer = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    with writer, writer.stdout as said:
        while int(said.readline()) < 20:
            pass
        time.sleep(0.01)
        os.kill(writer.pid, signal.SIGKILL)
        last = max([20, *(int(line) for line in said if line.endswith("\n"))])
    kept = Conversations(tmp_path)
    found = [kept.opened(listed.id) for listed in kept.listed(ANN).listed]
    numbers = sorted(int(e.question) for c in found if c is not None for e in c.entries)
    assert numbers[: last + 1] == list(range(last + 1))
    assert kept.append(ANN, None, entry("还能写"))


def test_a_judgement_is_kept_with_its_circumstances_changed_and_taken_back(kept: Conversations) -> None:
    good = Feedback("k1", True, "种多少玉米？", corn("种多少玉米？"), 3, (Turn("user", "前"),), Filter(years=(2024,)))
    kept.judge(ANN, good)
    bad = replace(good, good=False, reason=Reason.YEAR, remark="x" * 5000, correction=Correction(years=(2023,)))
    kept.judge(ANN, bad)
    kept.judge(BEN, good)
    (mine,) = kept.judged(ANN, ["k1", "k2"])
    assert (mine.good, mine.reason, len(mine.remark)) == (False, Reason.YEAR, 1000)
    assert (mine.answer, mine.history, mine.filter) == (bad.answer, bad.history, bad.filter)
    assert [found.good for found in kept.all_feedback()] == [False, True]
    kept.unjudge(ANN, "k1")
    assert kept.judged(ANN, ["k1"]) == ()
    assert len(kept.all_feedback()) == 1


def test_a_damaged_file_is_said_with_its_remedy_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "conversations.sqlite"
    path.write_bytes(b"no database at all" * 500)
    with pytest.raises(ConversationsUnusable, match=r"已损坏.*移到别处"):
        Conversations(tmp_path).listed(ANN)
    assert path.read_bytes() == b"no database at all" * 500


def test_a_file_of_a_newer_version_is_not_touched(tmp_path: Path) -> None:
    Conversations(tmp_path).append(ANN, None, entry("一"))
    db = sqlite3.connect(tmp_path / "conversations.sqlite")
    db.execute("PRAGMA user_version = 9")
    db.close()
    with pytest.raises(ConversationsUnusable, match="格式 9，这里只认得 1"):
        Conversations(tmp_path).append(ANN, None, entry("二"))


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file", encoding="utf-8")
    with pytest.raises(ConversationsUnusable, match="打不开或写不进去"):
        Conversations(tmp_path / "state").listed(ANN)


def test_hundreds_of_conversations_are_paged(kept: Conversations) -> None:
    for n in range(300):
        kept.append(ANN, None, entry(f"第{n}个问题"))
    page = kept.listed(ANN, limit=20)
    assert (len(page.listed), page.total, page.listed[0].title) == (20, 300, "第299个问题")
