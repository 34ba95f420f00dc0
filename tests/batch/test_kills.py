"""Whatever is killed, whenever: the rerun has every record, once, and the same as undisturbed.

Set AUTOGRADER_KILLS to kill more often than the dozen times that fit into a short run.
"""

import os
import random
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from autograder.batch.pool import Pool
from autograder.batch.worker import Grader, Settings, Task
from autograder.handins.submission import from_files
from autograder.model import Status
from autograder.student.host.warm import WarmParent
from autograder.student.limits import Limits
from tests.batch.classes import (
    ASSIGNMENT,
    LEAVES,
    ROOT,
    SETS,
    command,
    environment,
    needs_lockdown,
    put,
    records,
    right,
    run,
    spoiled,
)

pytestmark = needs_lockdown
ROUNDS = int(os.environ.get("AUTOGRADER_KILLS", "12"))
STUDENTS = 24
SETTINGS = Settings("weight_init", 5, b"", Limits(5.0, 60.0, 1024))


@pytest.fixture(scope="module")
def hand_ins(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kills") / "submitted"
    kinds = [right(), spoiled("backprop", SETS), spoiled("initializers", LEAVES)]
    for number in range(STUDENTS):
        put(folder / f"s{number:02d}", kinds[number % 3])
    return folder


@pytest.fixture(scope="module")
def undisturbed(hand_ins: Path) -> list[dict[str, Any]]:
    out = hand_ins.parent / "undisturbed"
    assert run("grade", hand_ins, "--out", out, "--seed", 5).returncode == 0
    return records(out)


def family(pid: int) -> dict[str, list[int]]:
    """The grader's processes by what they are: the template of workers, these, warm parents,
    student processes."""
    parents: dict[int, list[int]] = {}
    commands: dict[int, str] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
                commands[int(entry.name)] = (entry / "cmdline").read_text()
            except OSError:
                continue
            parents.setdefault(int(fields[1]), []).append(int(entry.name))
    templates = [child for child in parents.get(pid, []) if "forkserver" in commands[child]]
    workers = [child for template in templates for child in parents.get(template, [])]
    warm = [child for worker in workers for child in parents.get(worker, [])]
    students = [child for parent in warm for child in parents.get(parent, [])]
    return {
        "grader": [pid],
        "template": templates,
        "worker": workers,
        "warm parent": warm,
        "student": students,
    }


def start(hand_ins: Path, out: Path, scratch: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command("grade", hand_ins, "--out", out, "--seed", 5, "--workers", 2),
        cwd=ROOT,
        env=environment() | {"TMPDIR": str(scratch)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


@pytest.mark.parametrize("round_", range(ROUNDS))
def test_killed_at_a_random_moment(
    hand_ins: Path,
    undisturbed: list[dict[str, Any]],
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    round_: int,
) -> None:
    chance = random.Random(round_)
    victim = ("grader", "worker", "warm parent", "template")[round_ % 4]
    scratch = tmp_path_factory.mktemp("t")  # short enough for the path of a socket
    with start(hand_ins, tmp_path / "out", scratch) as grader:
        time.sleep(chance.uniform(0.6, 3.0))
        before = family(grader.pid)
        if before[victim] and grader.poll() is None:
            os.kill(chance.choice(before[victim]), signal.SIGKILL)
        _, trouble = grader.communicate(timeout=120)
    if victim == "grader":
        assert_gone([pid for pids in before.values() for pid in pids])
        assert list(scratch.iterdir()) == []
        assert run("grade", hand_ins, "--out", tmp_path / "out", "--seed", 5).returncode == 0
    else:
        assert grader.returncode == 0, trouble
    assert records(tmp_path / "out") == undisturbed


def assert_gone(pids: list[int]) -> None:
    """Nobody outlives a killed grader for longer than it takes to notice."""
    until = time.monotonic() + 10
    while left := [pid for pid in pids if Path(f"/proc/{pid}").exists()]:
        assert time.monotonic() < until, f"still there: {left}"
        time.sleep(0.05)


def test_a_warm_parent_that_dies_while_it_starts_is_started_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kills: list[int] = []
    popen = subprocess.Popen

    def start_and_kill(*arguments: Any, **options: Any) -> Any:
        process = popen(*arguments, **options)
        if len(kills) < 2:
            kills.append(process.pid)
            process.kill()
        return process

    monkeypatch.setattr("autograder.student.host.warm.subprocess.Popen", start_and_kill)
    grader = Grader(SETTINGS)
    grader.close()
    assert len(kills) == 2


def test_no_process_is_left_of_a_submission_that_used_up_its_time() -> None:
    grader = Grader(Settings("weight_init", 5, b"", Limits(0.4, 0.6, 1024)))
    try:
        assert isinstance(grader.launcher, WarmParent)
        report = grader.grade(task("\nwhile True: pass\nwhile True: pass\n"))
        assert "used up the time" in str(report.notes)
        pid = grader.launcher.pid
        assert Path(f"/proc/{pid}/task/{pid}/children").read_text().split() == []
    finally:
        grader.close()


def task(code: str = "") -> Task:
    files = spoiled("backprop", code)
    return Task(from_files("ann", files, ASSIGNMENT.exercises))


def test_a_warm_parent_that_dies_is_replaced_within_a_submission() -> None:
    grader = Grader(SETTINGS)
    try:
        assert isinstance(grader.launcher, WarmParent)
        expected = grader.grade(task()).checks
        parent, launch = grader.launcher, grader.launcher.launch
        kills: list[int] = []

        def launch_and_kill() -> Any:
            process = launch()
            if len(kills) < 2:
                kills.append(parent.pid)
                os.kill(kills[-1], signal.SIGKILL)
            return process

        grader.launcher.launch = launch_and_kill
        report = grader.grade(task())
        assert len(set(kills)) == 2
        assert report.status is Status.GRADED
        assert report.checks == expected
    finally:
        grader.close()


def test_a_submission_that_keeps_ending_the_warm_parent_is_given_up() -> None:
    grader = Grader(SETTINGS)
    try:
        parent, launch = grader.launcher, grader.launcher.launch
        assert isinstance(parent, WarmParent)

        def launch_and_kill() -> Any:
            process = launch()
            os.kill(parent.pid, signal.SIGKILL)
            return process

        grader.launcher.launch = launch_and_kill
        report = grader.grade(task())
        assert report.status is Status.ERROR
        assert report.score == 0
        assert "please look at it" in report.notes[-1].text
    finally:
        grader.close()


def test_a_submission_that_keeps_ending_its_worker_is_given_up() -> None:
    poisoned = Task(from_files("bad", {}, ASSIGNMENT.exercises))
    object.__setattr__(poisoned, "left_out", _EndsWhoeverReadsIt())
    with Pool(SETTINGS, 2) as pool:
        reports = {report.student: report for report in pool.run([task(), poisoned, task()])}
    assert pool.deaths >= 3
    assert reports["bad"].status is Status.ERROR
    assert "3 times" in reports["bad"].notes[-1].text
    assert reports["ann"].score == 100


class _EndsWhoeverReadsIt:
    """Its truth is asked for while the task is graded."""

    def __bool__(self) -> bool:  # noqa: PLE0304  # it never returns
        os._exit(1)
