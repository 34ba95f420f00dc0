"""Warm parents that are forked from one process, which has imported for all of them."""

import os
from pathlib import Path

import pytest

from autograder.student.guest.wire import Answers, Run
from autograder.student.host import importing
from autograder.student.host.warm import WarmParent
from autograder.student.limits import Limits
from autograder.student.lockdown import probe

pytestmark = pytest.mark.skipif(bool(probe().missing), reason="no lock-down on this machine")
LIMITS = Limits(5.0, 20.0, 1024)


def parent_of(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


def serves(parent: WarmParent) -> bool:
    process = parent.launch()
    try:
        return isinstance(process.exchange(Run([]), 5.0), Answers)
    finally:
        process.end()


def test_they_are_its_children_and_outlive_it(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[tuple[importing.subprocess.Popen[bytes], importing.socket.socket]] = []
    monkeypatch.setattr(importing, "_begun", begun)
    importing.begin()
    imports, requests = begun[0]
    one, other = WarmParent(LIMITS), WarmParent(LIMITS)
    try:
        assert parent_of(one.pid) == parent_of(other.pid) == imports.pid
        assert os.getsid(one.pid) == one.pid  # a Ctrl-C is not for it
        assert os.sched_getaffinity(one.pid) == os.sched_getaffinity(0)
        assert serves(one)
        other.close()
        assert not Path(other.folder).exists()
        imports.kill()
        imports.wait()
        assert serves(one)
        alone = WarmParent(LIMITS)
        try:
            assert parent_of(alone.pid) == os.getpid()
            assert begun == []
            assert serves(alone)
        finally:
            alone.close()
    finally:
        one.close()
        requests.close()


def test_it_ends_when_nobody_can_ask_it_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[tuple[importing.subprocess.Popen[bytes], importing.socket.socket]] = []
    monkeypatch.setattr(importing, "_begun", begun)
    importing.begin()
    imports, requests = begun.pop()
    requests.close()
    assert imports.wait(30) == 0
