"""Workers that do not start, or do not come back, are told from those that do their work."""

import os
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue
from types import SimpleNamespace
from typing import Any

import pytest

from autograder.batch import forkserver, pool
from autograder.batch.forkserver import starting
from autograder.batch.pool import Pool, PoolBroken
from autograder.batch.turns import take_turns
from autograder.batch.worker import Settings, Task
from autograder.grading.case_sets import CASE_SETS
from autograder.handins.submission import from_files
from autograder.model import Status
from autograder.student.limits import Limits
from autograder.student.lockdown import environment
from tests.batch import leaving
from tests.batch.classes import ASSIGNMENT, needs_lockdown

ROOT = Path(__file__).parents[2]
pytestmark = needs_lockdown
SETTINGS = Settings("weight_init", 5, b"", Limits(0.1, 0.1, 1024))
SALTED = replace(SETTINGS, salt=b"salt")


class _NeverTrue:
    """Its truth is asked for while the task is graded, and never known."""

    def __bool__(self) -> bool:
        time.sleep(600)
        return True


def empty(student: str) -> Task:
    return Task(from_files(student, {}, ASSIGNMENT.exercises))


@pytest.mark.parametrize("work", [leaving.at_once, leaving.once_up])
def test_workers_that_end_as_they_start_are_not_started_for_ever(
    monkeypatch: pytest.MonkeyPatch, work: Any
) -> None:
    monkeypatch.setattr(pool, "work", work)
    with Pool(SETTINGS, 2) as broken, pytest.raises(PoolBroken, match="end as soon as they start"):
        list(broken.run([empty("ann")]))


def test_a_worker_that_does_not_come_back_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "SLACK_SECONDS", 3.0)
    monkeypatch.setattr(pool, "ATTEMPTS", 1)
    stuck = empty("stuck")
    object.__setattr__(stuck, "left_out", _NeverTrue())
    with Pool(SETTINGS, 1) as patient:
        reports = {report.student: report for report in patient.run([stuck, empty("ann")])}
        assert len(patient._workers) == 1
    assert "did not come back from it, 1 times" in reports["stuck"].notes[-1].text
    assert reports["ann"].status is Status.EMPTY


@pytest.mark.parametrize("threads", [0, 1, 3])
def test_where_threads_are_few_these_do_the_work(
    monkeypatch: pytest.MonkeyPatch, threads: int
) -> None:
    started = []

    class Few(threading.Thread):
        def start(self) -> None:
            if len(started) == threads:
                raise RuntimeError("can't start new thread")
            started.append(self)
            super().start()

    monkeypatch.setattr("concurrent.futures.thread.threading.Thread", Few)
    tasks: SimpleQueue[Any] = SimpleQueue()
    done: list[Any] = []
    for task in (1, 2, 3, 4, None):
        tasks.put(task)
    launcher: Any = SimpleNamespace(waiting=None)
    take_turns(tasks, done.append, launcher)
    assert sorted(done) == [1, 2, 3, 4]
    assert len(started) == threads


def test_no_more_workers_are_started_than_there_is_work() -> None:
    with Pool(SETTINGS, 2) as pool_of_two:
        reports = list(pool_of_two.run([empty("ann")]))
        assert len(pool_of_two._workers) == 1
    assert [report.student for report in reports] == ["ann"]


def _shared_out(
    monkeypatch: pytest.MonkeyPatch, settings: Settings, students: int
) -> list[list[str]]:
    """Who is given to each of two workers that take turns in finishing what they hold."""
    given: list[list[str]] = [[], []]
    of_two = Pool(settings, 2)
    lines: list[Any] = [
        SimpleNamespace(send=lambda task, to=to: to.append(task.submission.student)) for to in given
    ]
    workers = iter([pool._Worker(None, line) for line in lines])
    monkeypatch.setattr(of_two, "_start", lambda: next(workers))
    source = iter([empty(f"student {number}") for number in range(students)])
    while of_two._feed(source):
        for worker in of_two._workers:
            del worker.tasks[:1]
    return given


def test_with_a_salt_hardly_any_cases_are_made_by_two_workers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = _shared_out(monkeypatch, SALTED, 300)
    assert sorted(given[0] + given[1]) == sorted(f"student {n}" for n in range(300))
    assert abs(len(given[0]) - len(given[1])) <= 1
    first, second = ({SALTED.choice(student).case_set for student in some} for some in given)
    assert len(first | second) == CASE_SETS
    # In the order in which they come each worker meets all 32; this way two are made twice.
    assert len(first & second) <= 10


def test_without_a_salt_tasks_are_given_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    given = _shared_out(monkeypatch, SETTINGS, 40)
    numbers = [[int(student.split()[1]) for student in some] for some in given]
    assert numbers == [sorted(some) for some in numbers]


def test_no_process_imports_what_lies_in_the_working_folder(tmp_path: Path) -> None:
    for name in ("queue", "secrets", "numpy", "json"):  # as in a folder of hand-ins
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'imported')!r}, 'w')")
    code = (
        "import sys; sys.path.remove('');"
        "from tests.batch import test_pool as t;"
        "print([r.status.value for r in t.Pool(t.SETTINGS, 1).run([t.empty('ann')])])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "['empty']\n", done.stderr
    assert not (tmp_path / "imported").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is forked")
def test_no_path_of_a_socket_is_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/tmp")
    with starting("weight_init") as context:
        assert context.get_start_method() == "forkserver"
    deep = tmp_path / ("a" * 90)
    deep.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(deep))
    with starting("weight_init") as context:
        assert context.get_start_method() == "spawn"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is forked")
def test_no_socket_is_open_to_other_users(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/tmp")
    monkeypatch.setattr(sys, "version_info", (3, 11, 0, "final", 0))
    with starting("weight_init") as context:
        assert context.get_start_method() == "spawn"


def test_workers_have_the_threads_that_student_processes_have() -> None:
    confined = {name for name in environment() if name.endswith("_THREADS")}
    assert set(forkserver._ONE_THREAD) == confined
