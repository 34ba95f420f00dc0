"""`Lockdown.apply`: its order, and that it raises rather than leave a layer out."""

import errno
import json
import os
import time
from pathlib import Path
from typing import Any

import pytest

from autograder.student.lockdown import (
    Amounts,
    Lockdown,
    LockdownError,
    NotAvailable,
    landlock,
    locking,
    process,
    seccomp,
)
from autograder.student.lockdown import kernel as kernel_module
from autograder.student.lockdown.landlock import Rules, create_ruleset, enforce, file_rights

from .harness import needs_kernel, run_fresh

pytestmark = needs_kernel

# A program that prepares a lock-down, applies it in a child, and prints what the child raised.
PRELUDE = f"""
import json, os, resource, sys, threading
sys.path.insert(0, {str(Path(__file__).parent)!r})
from warm_parent import PACKAGE, stand_alone
lockdown = stand_alone(PACKAGE, "lockdown")
import numpy

def outcome(action):
    # The action is given the descriptors to keep, so that the answer can be sent.
    inlet, outlet = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            answer = repr(action((outlet,)))
        except BaseException as error:
            answer = type(error).__name__ + ": " + str(error)
        os.write(outlet, answer.encode())
        os._exit(0)
    os.close(outlet)
    with open(inlet) as file:
        text = file.read()
    os.waitpid(child, 0)
    return text
"""


def fresh(code: str) -> Any:
    return json.loads(run_fresh("-c", PRELUDE + code).stdout)


def test_the_order(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each step is recorded and not done: this is pytest's own process."""
    steps: list[str] = []

    def record(module: Any, name: str) -> None:
        monkeypatch.setattr(module, name, lambda *_, **__: steps.append(name))

    monkeypatch.setattr(process, "threads", lambda: 1)
    lockdown = Lockdown(readable=[str(tmp_path)])
    for name in ("hide_memory", "die_with", "set_environment", "keep_only"):
        record(process, name)
    for name in ("lower", "forbid_new_privileges", "enforce"):
        record(locking, name)
    record(lockdown._capabilities, "drop")
    record(lockdown._filter, "install")
    monkeypatch.setattr(os, "umask", lambda _: 0)
    monkeypatch.setattr(os, "chdir", lambda _: None)
    lockdown._made_by = -1  # as in a child
    applied = lockdown.apply(tmp_path)
    lockdown.close()
    assert steps == [
        *("hide_memory", "die_with", "set_environment", "keep_only", "lower"),
        *("forbid_new_privileges", "enforce", "drop", "install"),
    ]
    assert applied.scratch == str(tmp_path)


def test_what_is_missing_raises() -> None:
    found = fresh(
        """
prepared = lockdown.Lockdown()
os.symlink("/tmp", link := "/tmp/link-%d" % os.getpid())
print(json.dumps([
    outcome(lambda keep: prepared.apply("/nowhere/scratch", keep)),
    outcome(lambda keep: prepared.apply(lockdown.__file__, keep)),
    outcome(lambda keep: prepared.apply(link, keep)),
    outcome(lambda keep: prepared.apply(None, (*keep, 900))),
]))
os.unlink(link)
"""
    )
    absent, file, link, descriptor = found
    for text in (absent, file, link):
        assert text.startswith("LockdownError: the scratch folder cannot be opened up")
    assert descriptor.startswith("LockdownError: a descriptor that should stay is not open")


def test_a_second_filter_is_refused_and_raises() -> None:
    found = fresh(
        """
def twice(keep):
    lockdown.kernel.forbid_new_privileges()
    prepared = lockdown.Lockdown(landlock=False)
    prepared._filter.install(os.getpid())
    return prepared._filter.install(os.getpid())
print(json.dumps(outcome(twice)))
"""
    )
    assert found.startswith("LockdownError: the system call filter was not accepted")


def test_more_landlock_than_the_kernel_nests_raises() -> None:
    found = fresh(
        """
def deep(keep):
    lockdown.kernel.forbid_new_privileges()
    rules = lockdown.landlock.Rules(["/"])
    for _ in range(20):
        lockdown.landlock.enforce(rules.ruleset_for(None), rules.version)
print(json.dumps(outcome(deep)))
"""
    )
    assert found.startswith("LockdownError: Landlock was not enforced")


def test_a_limit_that_cannot_be_set_raises() -> None:
    found = fresh(
        """
prepared = lockdown.Lockdown()
prepared._limits = [(resource.RLIMIT_AS, (2, 1))]
print(json.dumps(outcome(lambda keep: prepared.apply(None, keep))))
"""
    )
    assert found.startswith("LockdownError: limit ")


def test_a_parent_with_threads_is_refused() -> None:
    found = fresh(
        """
stop = threading.Event()
thread = threading.Thread(target=stop.wait)
thread.start()
try:
    lockdown.Lockdown()
    answer = "accepted"
except lockdown.LockdownError as error:
    answer = str(error)
stop.set()
print(json.dumps(answer))
"""
    )
    assert found.startswith("2 threads run in this process")
    assert "OPENBLAS_NUM_THREADS" in found


def test_a_child_whose_parent_is_gone_is_refused() -> None:
    found = fresh(
        """
prepared = lockdown.Lockdown()
prepared._made_by = 1 if os.getppid() != 1 else 2
print(json.dumps(outcome(lambda keep: prepared.apply(None, keep))))
"""
    )
    assert found == "LockdownError: the parent process has died"


def test_the_process_that_prepared_it_may_lock_itself_down(tmp_path: Path) -> None:
    found = fresh(
        f"""
prepared = lockdown.Lockdown(lockdown.Amounts(open_files=20))
answer = vars(prepared.apply({str(tmp_path)!r}, keep_fds=(1, 2)))
try:
    open("/etc/passwd")
    answer["passwd"] = "open"
except PermissionError:
    answer["passwd"] = "closed"
with open("here", "w") as file:
    file.write("x")
answer["limit"] = resource.getrlimit(resource.RLIMIT_NOFILE)
print(json.dumps(answer))
"""
    )
    assert found["seccomp"] and found["landlock"] >= 1
    assert found["passwd"] == "closed"
    assert found["limit"] == [20, 20]
    assert (tmp_path / "here").read_text() == "x"


def test_without_a_scratch_folder_nothing_can_be_written() -> None:
    found = fresh(
        """
prepared = lockdown.Lockdown()
def attempt(keep):
    prepared.apply(None, keep)
    answers = []
    for path in ("here", "/tmp/here", "/dev/shm/here", "/here"):
        try:
            open(path, "w")
            answers.append("open")
        except OSError as error:
            answers.append(error.errno)
    open(os.devnull, "w").write("x")
    return answers + [os.getcwd()]
print(json.dumps(outcome(attempt)))
"""
    )
    assert found == "[13, 13, 13, 13, '/']"


def test_an_expected_scratch_folder_is_worth_the_same(tmp_path: Path) -> None:
    """Each child may write to its own folder alone, the one prepared for and any other."""
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    found = fresh(
        f"""
prepared = lockdown.Lockdown()
prepared.expect_scratch("/tmp")
prepared.expect_scratch({str(first)!r})
def attempt(own, keep):
    prepared.apply(own, keep)
    answers = []
    for path in ({str(first / "a")!r}, {str(second / "a")!r}, {str(tmp_path / "a")!r}):
        try:
            open(path, "a")
            answers.append("open")
        except OSError as error:
            answers.append(error.errno)
    return answers
folders = ({str(first)!r}, {str(second)!r})
print(json.dumps([outcome(lambda keep: attempt(folder, keep)) for folder in folders]))
"""
    )
    assert found == ["['open', 13, 13]", "[13, 'open', 13]"]


def test_the_child_dies_with_its_parent() -> None:
    done = run_fresh(
        "-c",
        PRELUDE
        + """
import signal, time
inlet, outlet = os.pipe()
parent = os.fork()
if parent == 0:
    prepared = lockdown.Lockdown()
    child = os.fork()
    if child == 0:
        prepared.apply(None, keep_fds=(outlet,))
        os.write(outlet, str(os.getpid()).encode())
        time.sleep(60)
        os._exit(0)
    os.waitpid(child, 0)
    os._exit(0)
os.close(outlet)
child = int(os.read(inlet, 20))
os.kill(parent, signal.SIGKILL)
os.waitpid(parent, 0)
print(child)
print(os.read(inlet, 1))  # the end of the pipe: the child, its last holder, is gone
""",
    )
    child, ending = done.stdout.split()
    assert ending == "b''"
    for _ in range(100):
        try:
            os.kill(int(child), 0)
        except ProcessLookupError:
            break
        time.sleep(0.02)  # until whoever inherited it has noticed
    else:
        status = Path(f"/proc/{child}/stat").read_text().split()[2]
        assert status == "Z"


def test_standard_descriptors_that_are_closed_are_filled() -> None:
    done = run_fresh(
        "-c",
        PRELUDE
        + """
os.close(0)
prepared = lockdown.Lockdown()
assert os.fstat(0).st_rdev == os.stat(os.devnull).st_rdev
assert prepared._null > 2
print(outcome(lambda keep: prepared.apply(None, keep).seccomp))
""",
    )
    assert done.stdout.strip() == "True"


def test_closing_returns_the_descriptors(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(process, "threads", lambda: 1)
    before = len(os.listdir("/proc/self/fd"))
    lockdown = Lockdown(readable=["/usr", "/etc"])
    lockdown.expect_scratch(tmp_path)
    assert len(os.listdir("/proc/self/fd")) > before
    lockdown.close()
    lockdown.close()
    assert len(os.listdir("/proc/self/fd")) == before


def test_a_listed_path_that_is_gone_raises() -> None:
    before = len(os.listdir("/proc/self/fd"))
    with pytest.raises(LockdownError, match="rules cannot be made"):
        Rules(["/usr", "/nowhere"])
    assert len(os.listdir("/proc/self/fd")) == before


def test_no_landlock_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise OSError(errno.ENOSYS, "no such call")

    monkeypatch.setattr(landlock, "call", refuse)
    assert landlock.abi() == 0
    with pytest.raises(NotAvailable, match="no Landlock"):
        Rules(["/usr"])


def test_an_unknown_processor_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernel_module, "ARCHITECTURE", None)
    monkeypatch.setattr(seccomp, "ARCHITECTURE", None)
    with pytest.raises(NotAvailable):
        kernel_module.call("getpid")
    with pytest.raises(NotAvailable):
        Lockdown(Amounts(), readable=[])


@pytest.mark.parametrize(
    ("version", "size", "bits"),
    [(1, 8, 13), (2, 8, 14), (3, 8, 15), (4, 16, 15), (5, 16, 16), (6, 24, 16), (9, 24, 16)],
)
def test_a_ruleset_takes_charge_of_all_that_its_version_knows(
    monkeypatch: pytest.MonkeyPatch, version: int, size: int, bits: int
) -> None:
    sizes = []

    def accept(_name: str, _attributes: int, size: int) -> int:
        sizes.append(size)
        return 77

    monkeypatch.setattr(landlock, "call", accept)
    assert create_ruleset(version) == (77, version >= 6)
    assert sizes == [size]
    assert file_rights(version) == (1 << bits) - 1


def test_a_kernel_that_overstates_its_version_gets_a_smaller_ruleset(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def without_scope(_name: str, _attributes: int, size: int) -> int:
        if size > 16:
            raise OSError(errno.EINVAL, "invalid argument")
        return 77

    monkeypatch.setattr(landlock, "call", without_scope)
    assert create_ruleset(6) == (77, False)


@pytest.mark.parametrize(("refusal", "expected"), [(errno.EINVAL, [1, 0]), (errno.E2BIG, [1])])
def test_a_kernel_without_the_flag_is_asked_without(
    monkeypatch: pytest.MonkeyPatch, refusal: int, expected: list[int]
) -> None:
    flags = []

    def refuse_flags(_name: str, _ruleset: int, given: int = 0) -> int:
        flags.append(given)
        if given:
            raise OSError(refusal, "refused")
        return 0

    monkeypatch.setattr(landlock, "call", refuse_flags)
    if len(expected) == 1:
        with pytest.raises(LockdownError, match="not enforced"):
            enforce(3, 7)
    else:
        enforce(3, 7)
    assert flags == expected


def test_other_refusals_of_a_ruleset_are_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise OSError(errno.ENOMEM, "no memory")

    monkeypatch.setattr(landlock, "call", refuse)
    with pytest.raises(OSError, match="no memory"):
        create_ruleset(6)
