"""The build process: one at a time, watched, and what it leaves."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rag.store import BuildState
from rag.ui.parts.building import STOPPED, Building, BuildView, Phase

REPORT = 'import json; print(json.dumps({"added": ["a.txt"]}))'
FAILURE = 'import sys; print("噪声", file=sys.stderr); print("错误：磁盘已满", file=sys.stderr); sys.exit(1)'
WAIT = "import time; time.sleep(60)"
WAIT_THE_SECOND_TIME = f"""
import pathlib
if pathlib.Path("ran").exists():
    {WAIT}
pathlib.Path("ran").touch()
{REPORT}
"""


class Watch:
    """Stands in for the state file: says what it was last given."""

    def __init__(self, state: BuildState | None = None) -> None:
        self.state = state

    def __call__(self) -> BuildState | None:
        return self.state


class Clock:
    """Time that passes only when told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def building(tmp_path: Path, code: str, watch: Watch | None = None) -> Building:
    return Building((sys.executable, "-c", code), tmp_path, watch or Watch())


def ended(building: Building) -> BuildView:
    while (view := building.view()).phase is Phase.RUNNING:
        time.sleep(0.02)
    return view


@pytest.fixture
def endless(tmp_path: Path) -> Iterator[Building]:
    running = building(tmp_path, WAIT)
    running.start()
    yield running
    running.stop()
    ended(running)


def test_nothing_was_started(tmp_path: Path) -> None:
    assert building(tmp_path, REPORT).view() == BuildView(Phase.IDLE)


def test_a_build_ends_with_its_report(tmp_path: Path) -> None:
    one = building(tmp_path, REPORT)
    one.start()
    assert ended(one) == BuildView(Phase.DONE, report={"added": ["a.txt"]})
    assert one.view().phase is Phase.DONE


def test_a_build_that_fails_leaves_its_last_line(tmp_path: Path) -> None:
    one = building(tmp_path, FAILURE)
    one.start()
    assert ended(one) == BuildView(Phase.FAILED, message="磁盘已满")


def test_a_build_that_dies_in_silence_still_says_something(tmp_path: Path) -> None:
    one = building(tmp_path, "import os; os._exit(9)")
    one.start()
    assert ended(one).message == "更新程序意外结束（状态 9）"


def test_a_second_start_leaves_the_running_build_alone(endless: Building) -> None:
    first = endless.process_id
    endless.start()
    assert endless.process_id == first
    assert endless.view().phase is Phase.RUNNING


def test_nothing_is_started_while_another_program_builds(tmp_path: Path) -> None:
    other = BuildState(4711, "", "reading", 3, 9)
    one = building(tmp_path, REPORT, Watch(other))
    one.start()
    assert one.process_id is None
    assert one.view() == BuildView(Phase.ELSEWHERE, other)


def test_a_new_build_forgets_the_outcome_of_the_last(tmp_path: Path) -> None:
    one = building(tmp_path, WAIT_THE_SECOND_TIME)
    one.start()
    assert ended(one).phase is Phase.DONE
    one.start()
    assert one.view() == BuildView(Phase.RUNNING)
    one.stop()
    ended(one)


def test_a_stopped_build_says_that_nothing_is_lost(endless: Building) -> None:
    endless.stop()
    assert ended(endless) == BuildView(Phase.STOPPED, message=STOPPED)


def test_a_build_that_ignores_the_keyboard_is_stopped_too(tmp_path: Path) -> None:
    one = building(tmp_path, f"import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); {WAIT}")
    one.start()
    one.stop()
    assert ended(one) == BuildView(Phase.STOPPED, message=STOPPED)


def test_a_report_can_be_put_away(tmp_path: Path) -> None:
    one = building(tmp_path, REPORT)
    one.start()
    ended(one)
    one.forget()
    assert one.view() == BuildView(Phase.IDLE)


def test_rate_and_time_left_come_from_what_was_done_since_the_stage_began(tmp_path: Path) -> None:
    watch, clock = Watch(BuildState(1, "", "encoding", 100, 1100)), Clock()
    one = Building(("true",), tmp_path, watch, clock)
    assert one.view().per_second is None
    clock.now, watch.state = 10.0, BuildState(1, "", "encoding", 600, 1100)
    view = one.view()
    assert (view.per_second, view.seconds_left) == (50.0, 10.0)
    clock.now, watch.state = 11.0, BuildState(1, "", "indexing", 1, 2)
    assert one.view().per_second is None
