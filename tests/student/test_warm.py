"""The warm parent and its children, seen from the grader."""

import contextlib
import os
import select
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder.student.calls import Call
from autograder.student.guest.decoding import decode
from autograder.student.guest.wire import Answers, Load, Run
from autograder.student.host import launching, time_limit
from autograder.student.host.cold import ColdLauncher
from autograder.student.host.launching import student_processes
from autograder.student.host.process import Lost, StudentProcess
from autograder.student.host.programs import steps_of
from autograder.student.host.warm import NoLockdown, WarmParent
from autograder.student.limits import Limits, times_slower
from autograder.student.lockdown import probe

pytestmark = pytest.mark.skipif(bool(probe().missing), reason="no lock-down on this machine")
LIMITS = Limits(5.0, 20.0, 1024)
CODE = b"""
import os, stat, tempfile, time

def opens(path):
    return open(path).read()

def writes(size):
    descriptor, name = tempfile.mkstemp()
    os.write(descriptor, bytes(size))
    return name

def fills():
    for number in range(1000):
        open(f"f{number}", "w").close()
    time.sleep(3)

def hangs_up():
    os.closerange(3, 4096)
    time.sleep(3)

def forks():
    if os.fork() == 0:
        time.sleep(60)
    return os.getcwd()

def echo(text):
    return text

def asks():
    from guest.wire import RightCall, frame
    sockets = [fd for fd in range(3, 1024) if is_socket(fd)]
    while True:
        os.write(sockets[0], frame(RightCall("helper", [1])))
        os.read(sockets[0], 65536)

def is_socket(descriptor):
    try:
        return stat.S_ISSOCK(os.fstat(descriptor).st_mode)
    except OSError:
        return False

def spins(seconds):
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass
"""
FUNCTIONS = ["opens", "writes", "fills", "hangs_up", "forks", "echo", "asks", "spins"]


@pytest.fixture(scope="module")
def secret(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("instructor") / "salt"
    path.write_text("pepper")
    return path


@pytest.fixture(scope="module")
def parent(secret: Path) -> Iterator[WarmParent]:
    parent = WarmParent(LIMITS, secrets=[str(secret), str(secret.parent), "/not/there"])
    yield parent
    parent.close()
    assert not Path(parent.folder).exists()


@pytest.fixture
def student(parent: WarmParent) -> Iterator[StudentProcess]:
    student = launch(parent)
    yield student
    student.end()


def launch(parent: Any) -> StudentProcess:
    student: StudentProcess = parent.launch()
    student.exchange(Load("work", "work.py", CODE, FUNCTIONS), 30.0)
    return student


def call(student: StudentProcess, function: str, *args: Any) -> Any:
    reply = student.exchange(Run([steps_of([Call(function, args)])]), 5.0)
    assert isinstance(reply, Answers)
    _, value, more = decode(reply.answers[0])
    return more.get("0", {"value": value})


def test_secrets_are_closed(parent: WarmParent, student: StudentProcess, secret: Path) -> None:
    assert parent.secrets == [str(secret), str(secret.parent)]
    assert call(student, "opens", str(secret))["raised"]["type"] == "PermissionError"


def test_a_secret_that_students_could_read_is_refused() -> None:
    with pytest.raises(NoLockdown, match="must stay unreadable"):
        WarmParent(LIMITS, secrets=[os.__file__])


def test_temporary_files_are_made_in_scratch(parent: WarmParent, student: StudentProcess) -> None:
    name = decode(call(student, "writes", 10)["value"])
    assert Path(name).parent.parent == Path(parent.folder).resolve()
    assert Path(name).stat().st_size == 10
    student.end()
    assert not Path(name).exists()


def test_an_untouched_folder_serves_again_and_a_used_one_does_not(parent: WarmParent) -> None:
    first = launch(parent)
    folder = first.connection._scratch.path
    first.end()
    second = launch(parent)
    assert second.connection._scratch.path == folder
    call(second, "writes", 1)
    second.end()
    assert not Path(folder).exists()


def test_too_many_files_end_the_process(student: StudentProcess) -> None:
    with pytest.raises(Lost, match="ended its process: more than 256 files written"):
        call(student, "fills")


def test_a_process_that_hangs_up_and_lives_on_is_killed(student: StudentProcess) -> None:
    with pytest.raises(Lost) as lost:
        call(student, "hangs_up")
    assert lost.value.why == "ended its process"
    pid = student.connection.pid
    assert not Path(f"/proc/{pid}").exists()


def until_answered(student: StudentProcess) -> None:
    """Return once its reply is there."""
    poll = select.poll()
    poll.register(student.connection._line, select.POLLIN)
    poll.poll()


def test_questions_are_on_the_account_of_who_asks(student: StudentProcess) -> None:
    answered = []

    def answer(name: str, args: list[Any]) -> None:
        answered.append(name)
        until = time.thread_time() + 0.02
        while time.thread_time() < until:
            pass

    with pytest.raises(Lost) as lost:
        student.exchange(Run([steps_of([Call("asks", ())])]), 0.2, answer)
    assert lost.value.timed_out
    # Asking costs the process less than a tenth of what answering costs us.
    assert 5 < len(answered) < 20 * times_slower()


def test_programs_that_end_while_nobody_looks_do_not_share_the_time_of_one(
    parent: WarmParent, student: StudentProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextlib.contextmanager
    def others() -> Iterator[None]:
        until_answered(student)
        yield

    monkeypatch.setattr(parent, "waiting", others)
    programs = [steps_of([Call("spins", (0.2,))])] * 3
    reply = student.exchange(Run(programs), 0.4, total=5.0)
    assert isinstance(reply, Answers)
    assert len(reply.answers) == 3


def test_out_of_time_is_the_program_that_was_looked_at(
    student: StudentProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look(account: time_limit.Account) -> None:
        until_answered(student)  # the grader stands still, and the next programs are begun
        raise TimeoutError

    monkeypatch.setattr(time_limit.Account, "look", look)
    with pytest.raises(Lost, match="did not come to an end") as lost:
        student.exchange(Run([steps_of([Call("spins", (0.2,))])] * 3), 5.0)
    assert lost.value.mark == 0


def test_what_a_process_does_not_take_ends_with_the_deadline(parent: WarmParent) -> None:
    student = launch(parent)
    os.kill(student.connection.pid, signal.SIGSTOP)
    begun = time.monotonic()
    with pytest.raises(Lost, match="did not come to an end"):
        student.exchange(Run([steps_of([Call("echo", ("x" * 5_000_000,))])]), 0.3)
    assert time.monotonic() - begun < 5


def test_more_than_a_buffer_goes_both_ways(student: StudentProcess) -> None:
    text = "x" * 5_000_000
    assert decode(call(student, "echo", text)["value"]) == text


def test_without_lock_down_what_a_process_started_ends_with_it() -> None:
    parent = WarmParent(LIMITS, locked=False)
    try:
        assert parent.degree == "process"
        student = launch(parent)
        folder = decode(call(student, "forks")["value"])
        assert Path(folder).parent == Path(parent.folder).resolve()
        student.end()
        children = Path(f"/proc/{parent.pid}/task/{parent.pid}/children")
        assert children.read_text().split() == []
    finally:
        parent.close()


def test_children_end_with_a_warm_parent_that_is_killed(parent: WarmParent) -> None:
    student = launch(parent)
    troubles = parent.troubles
    os.kill(parent.pid, signal.SIGKILL)
    with pytest.raises(Lost):
        for _ in range(500):  # the signal of its parent's death may take its time
            call(student, "echo", "x")
            time.sleep(0.01)
    assert parent.troubles > troubles
    again = launch(parent)
    assert decode(call(again, "echo", "x")["value"]) == "x"
    again.end()


def test_elsewhere_it_takes_unsafe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launching.sys, "platform", "plan9")
    with pytest.raises(NoLockdown, match="there is no lock-down for plan9"):
        student_processes(LIMITS)
    launcher = student_processes(LIMITS, unsafe=True)
    monkeypatch.undo()
    assert isinstance(launcher, ColdLauncher)
    assert launcher.degree == "process"
    student = launch(launcher)
    assert decode(call(student, "echo", "x")["value"]) == "x"
    student.end()
    launcher.close()
