"""The self-test: everything hostile is refused, everything honest works, and a hole is seen."""

import errno
import functools
import os
import sys
from pathlib import Path

import pytest

from autograder.student.lockdown import SelfTest, hostile, probe, self_test_afresh
from autograder.student.lockdown.honest import must_work
from autograder.student.lockdown.hostile import must_be_refused

from .harness import Run, needs_kernel

pytestmark = needs_kernel
WHO = pytest.mark.parametrize("ordinary", [False, True], ids=["as started", "ordinary user"])


@WHO
def test_every_hostile_step_is_refused(locked: Run, ordinary: bool) -> None:
    steps = locked("hostile_steps", ordinary=ordinary)["hostile_steps"]
    assert len(steps) > 200
    assert {name: trouble for name, trouble in steps.items() if trouble} == {}


@WHO
def test_every_honest_step_works(locked: Run, ordinary: bool) -> None:
    steps = locked("honest_steps", ordinary=ordinary)["honest_steps"]
    assert len(steps) == 12
    assert {name: trouble for name, trouble in steps.items() if trouble} == {}


@pytest.mark.parametrize("version", range(1, 8))
def test_older_versions_of_landlock_hold_too(locked: Run, version: int) -> None:
    """With the rights that they lack (truncating, TCP, signals) left to the filter."""
    if version > probe().landlock:
        pytest.skip(f"this kernel offers version {probe().landlock}")
    found = locked("hostile_steps", "honest_steps", "applied", pretend=version)
    assert found["applied"]["landlock"] == version
    assert found["applied"]["scoped"] == (version >= 6)
    for steps in (found["hostile_steps"], found["honest_steps"]):
        assert {name: trouble for name, trouble in steps.items() if trouble} == {}


@pytest.mark.parametrize(
    "promised",
    [
        *("open /etc/passwd", "open /proc/self/environ", "list /", "open a file to write"),
        *("fork", "clone", "thread", "execve", "signal the parent", "be traced", "chown", "utime"),
        *("chmod in scratch", "chmod outside", "hard link into scratch", "symbolic link"),
        *("socket INET, type 1", "socket UNIX, type 2", "pair of datagram sockets"),
        *("raise memory", "raise descriptors", "outlive the parent", "be dumpable again"),
        *("system call memfd_create", "system call execveat", "system call io_uring_setup"),
        *("system call shmget", "system call msgget", "system call mq_open"),
        *("system call bpf", "system call keyctl", "system call mount", "system call unshare"),
        *("nameless file in scratch", "remove in scratch", "process_vm_readv of the parent"),
    ],
)
def test_a_promised_step_is_among_them(locked: Run, promised: str) -> None:
    assert locked("hostile_steps")["hostile_steps"].get(promised, "not tried") is None


def test_the_steps_name_the_parent_and_the_forbidden_paths(locked: Run) -> None:
    steps = locked("hostile_steps")["hostile_steps"]
    assert sum(name.startswith("open /proc/") and "/mem" in name for name in steps) >= 1
    assert f"list {Path(__file__).parent}" in steps
    assert sum(name.startswith("create ") for name in steps) >= 2


def test_without_landlock_the_files_are_seen_to_be_open(locked: Run) -> None:
    steps = locked("hostile_files", without="landlock")["hostile_files"]
    open_ones = {name for name, trouble in steps.items() if trouble}
    assert {"open /etc/passwd", "list /", "list /etc"} <= open_ones


def test_landlock_alone_closes_the_files(locked: Run) -> None:
    steps = locked("hostile_files", without="seccomp")["hostile_files"]
    # The odd access mode asks Landlock for no right at all: that one needs the filter.
    assert {name for name, trouble in steps.items() if trouble} <= {"open a file for neither"}


def test_a_machine_that_holds_has_proved_it() -> None:
    solutions = Path(__file__).parents[2] / "solutions"
    forbidden = [str(path) for path in (solutions, Path(__file__)) if path.exists()]
    result = self_test_afresh(forbidden=forbidden)
    assert result.failures == ()
    assert result.holds
    assert result.steps > 200


def test_a_forbidden_path_that_can_be_read_is_found() -> None:
    result = self_test_afresh(forbidden=[os.__file__])
    assert not result.holds
    assert result.failures == (f"open {os.path.abspath(os.__file__)}: not refused",)


def test_a_forbidden_path_that_does_not_exist_proves_nothing() -> None:
    result = self_test_afresh(forbidden=["/nowhere/solutions.py"])
    assert not result.holds
    assert len(result.failures) == 1


def test_an_interpreter_that_cannot_start_is_no_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    result = self_test_afresh()
    assert not result.holds
    assert "did not run" in result.failures[0]


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (PermissionError(1, "no"), None),
        (PermissionError(13, "no"), None),
        (OSError(38, "no"), None),
        (RuntimeError("can't start new thread"), None),
        (FileNotFoundError(2, "nothing there"), "not refused, but [Errno 2] nothing there"),
        (OSError(22, "bad argument"), "not refused, but [Errno 22] bad argument"),
        (RuntimeError("else"), "not refused, but RuntimeError('else')"),
        (None, "not refused"),
    ],
)
def test_only_a_refusal_counts(error: Exception | None, trouble: str | None) -> None:
    def action() -> None:
        if error is not None:
            raise error

    assert must_be_refused(action) == trouble
    assert (must_work(action) is None) == (error is None)


def test_where_nobody_can_make_a_file_it_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def open_on(path: str, flags: int) -> int:
        raise OSError(errno.EROFS if path == "/read-only" else errno.ENOSPC, "no", path)

    monkeypatch.setattr(hostile.os, "open", open_on)
    assert must_be_refused(functools.partial(hostile._create, "/read-only")) is None
    assert must_be_refused(functools.partial(hostile._create, "/full")) is not None


def test_no_step_at_all_is_no_proof() -> None:
    assert not SelfTest(steps=0, failures=()).holds
    assert not SelfTest(steps=9, failures=("open",)).holds
    assert SelfTest(steps=9, failures=()).holds
