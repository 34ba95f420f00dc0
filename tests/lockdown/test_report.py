"""How the self-test's parent judges what its child reports, or does not report.

The child here is forked from pytest itself and not locked; its steps are made up.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from autograder.student.lockdown import Amounts, LockdownError, SelfTest, self_test, selftest

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="forks"),
    pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning"),
]
Steps = dict[str, Callable[[], object]]
Report = Callable[..., SelfTest]


def refuse() -> None:
    raise PermissionError(1, "not permitted")


@pytest.fixture
def report(monkeypatch: pytest.MonkeyPatch) -> Report:
    """Run the self-test with made-up steps, and nothing locked."""

    def run(
        hostile: Steps,
        honest: Steps | None = None,
        apply: Callable[..., object] = lambda *_, **__: None,
        timeout: float = 10.0,
    ) -> SelfTest:
        monkeypatch.setattr(selftest, "refused", lambda *_: iter(hostile.items()))
        monkeypatch.setattr(selftest, "working", lambda *_: iter((honest or {}).items()))
        stub = SimpleNamespace(apply=apply, limits=Amounts())
        return self_test(stub, timeout=timeout)  # stands for a Lockdown

    return run


def test_all_held(report: Report) -> None:
    found = report({"open": refuse, "fork": refuse}, {"multiply": lambda: 6 * 7})
    assert found.steps == 3
    assert found.failures == ()
    assert found.holds


def test_each_hole_is_named(report: Report) -> None:
    found = report({"open": refuse, "fork": lambda: 1}, {"multiply": lambda: 1 // 0})
    assert found.steps == 3
    assert not found.holds
    fork, multiply = found.failures
    assert fork == "fork: not refused"
    assert multiply.startswith("multiply: ZeroDivisionError")


def test_a_child_that_hangs_is_killed_and_named(report: Report) -> None:
    start = time.monotonic()
    found = report({"open": refuse, "matmul": lambda: time.sleep(60)}, timeout=0.5)
    assert time.monotonic() - start < 10
    assert found.failures == ("matmul: the process hung or died (exit status -9)",)
    assert not found.holds


def test_a_child_that_dies_is_named(report: Report) -> None:
    found = report({"open": refuse, "jump": lambda: os._exit(3)})
    assert found.failures == ("jump: the process hung or died (exit status 3)",)


def test_a_child_that_cannot_be_locked_is_no_proof(report: Report) -> None:
    def fail(*_: object, **__: object) -> None:
        raise LockdownError("no filter\nto be had")

    found = report({"open": refuse}, apply=fail)
    assert found.steps == 0
    assert found.failures == ("no filter to be had",)
    assert not found.holds


def test_files_that_appear_are_found_and_removed(report: Report) -> None:
    made = f"/tmp/made-by-{os.getpid()}"

    def create() -> None:
        Path(f"/tmp/made-by-{os.getpid()}").touch()
        refuse()  # says that it was refused, and it was not

    found = report({"create": create})
    assert len(found.failures) == 1
    path, _, rest = found.failures[0].partition(" ")
    assert rest == "was created"
    assert path.startswith("/tmp/made-by-")
    assert not Path(path).exists()
    assert not Path(made).exists()


def test_a_machine_that_cannot_be_prepared_is_no_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise LockdownError("nothing here")

    monkeypatch.setattr(selftest, "Lockdown", fail)
    found = self_test()
    assert found.failures == ("nothing here",)
    assert not found.holds
