"""What a machine lacks is said; without it nothing is graded there, and with --unsafe all is."""

import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from autograder.batch import doctor
from autograder.student.host.child import ParentDied
from autograder.student.host.warm import NoLockdown
from autograder.student.lockdown import SelfTest
from tests.batch.classes import ROOT, environment, needs_lockdown, put, records, right

pytestmark = needs_lockdown
WITHOUT = Path(__file__).parent / "without.py"
LACKS = {
    "landlock_create_ruleset": ("no Landlock", "this kernel offers no Landlock"),
    "seccomp": ("no system call filter", "the system call filter was not accepted"),
    "pidfd_open": ("no descriptors of processes", "there are no descriptors of processes"),
}


def without(calls: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, str(WITHOUT), calls, *map(str, arguments)],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if done.returncode == 3:
        pytest.skip("no filter can be installed here")
    assert "Traceback" not in done.stderr
    return done


@pytest.mark.parametrize("call", LACKS)
def test_what_a_machine_lacks(call: str, tmp_path: Path) -> None:
    missing, why = LACKS[call]
    found = without(call, "doctor")
    assert found.returncode == 1
    assert f"missing: {missing}" in found.stdout
    assert "`autograder grade` needs --unsafe here" in found.stdout
    put(tmp_path / "ann", right())
    grade = ("grade", tmp_path / "ann", "--out", tmp_path / "out", "--workers", 1)
    refused = without(call, *grade)
    assert refused.returncode == 1
    assert f"student code cannot be locked down here ({why}" in refused.stderr
    assert not (tmp_path / "out").exists()


def test_unsafe_grades_where_nothing_is_there(tmp_path: Path) -> None:
    put(tmp_path / "ann", right())
    grade = ("grade", tmp_path / "ann", "--out", tmp_path / "out", "--workers", 1, "--unsafe")
    assert without(",".join(LACKS), *grade).returncode == 0
    (record,) = records(tmp_path / "out")
    assert record["score"] == 100
    assert record["notes"] == ["graded without lock-down (--unsafe)"]


def examined(monkeypatch: pytest.MonkeyPatch, **replaced: object) -> tuple[bool, str]:
    for name, value in replaced.items():
        monkeypatch.setattr(doctor, name, value)
    console = Console(record=True, width=100)
    return doctor.examine(console), console.export_text()


def test_a_self_test_that_found_a_hole(monkeypatch: pytest.MonkeyPatch) -> None:
    hole = SelfTest(228, ("open /etc/passwd: not refused",))
    holds, text = examined(monkeypatch, self_test_afresh=lambda forbidden: hole)
    assert not holds
    assert "228 steps, 1 failed\n  open /etc/passwd: not refused" in text


def test_student_processes_that_do_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(limits: object) -> None:
        raise NoLockdown("no memory for it")

    holds, text = examined(monkeypatch, student_processes=none)
    assert not holds
    assert "student process     no memory for it" in text


def test_student_processes_that_are_of_no_use(monkeypatch: pytest.MonkeyPatch) -> None:
    class Useless:
        closed = False

        def launch(self) -> None:
            raise ParentDied("the warm parent is gone")

        def close(self) -> None:
            self.closed = True

    useless = Useless()
    holds, text = examined(monkeypatch, student_processes=lambda limits: useless)
    assert not holds and useless.closed
    assert "starts, but is of no use: the warm parent is gone" in text
