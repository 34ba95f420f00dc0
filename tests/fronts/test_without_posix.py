"""What a student runs, where the system is no Unix: nothing forks and no Unix-only module is there.

Windows is made up on both sides, in the process that grades and in the student's: such modules
cannot be imported, such functions of `os` are gone, and `sys.platform` says `win32`. What this does
not show is what Windows' own calls do.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.corpora import SOLUTIONS

MAKE_UP = """\
import asyncio, linecache, os, shutil, subprocess, sys, tempfile, types, zipfile, zoneinfo
import numpy, numpy.random

GONE = ("fcntl", "grp", "pwd", "resource", "termios", "tty", "pty", "syslog")
for name in GONE:
    sys.modules[name] = None
for name in ("fork", "forkpty", "killpg", "setsid", "getuid", "O_NOFOLLOW", "O_NONBLOCK", "uname"):
    delattr(os, name)
os.O_BINARY = 0
sys.modules["msvcrt"] = types.SimpleNamespace(setmode=lambda *_: None)
sys.platform = "win32"
"""
# The student's process begins with the same, and goes on as it would.
STUDENT = """
import runpy
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""
GRADER = """
import json
from autograder.grading.submission import grade
from autograder.student.host import cold

start = cold._started


def started(memory_mb, folder):
    real, cold.COLD_START = cold.COLD_START, sys.argv[1]
    popen = subprocess.Popen
    words = [sys.executable, "-I", "-B", sys.argv[1], str(real), str(memory_mb)]
    subprocess.Popen = lambda command, **options: popen(words, **options)
    try:
        return start(memory_mb, folder)
    finally:
        subprocess.Popen, cold.COLD_START = popen, real


cold._started = started
from autograder.student.limits import Limits
reports = [grade(sys.argv[2]), grade(sys.argv[3], limits=Limits(call_seconds=0.5))]
print(json.dumps([[r.score, [n.text for n in r.notes], r.environment] for r in reports]))
"""


HANGS = """
import numpy as np
def zeros_init(fan_in, fan_out):
    return np.zeros((fan_in, fan_out))
while True:
    pass
"""


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> list[list[object]]:
    """Score, notes and surroundings: of the solutions, and of a file that hangs when it is read."""
    folder = tmp_path_factory.mktemp("windows")
    (folder / "student.py").write_text(MAKE_UP + STUDENT)
    (folder / "hangs").mkdir()
    (folder / "hangs" / "initializers.py").write_text(HANGS)
    paths = [str(folder / "student.py"), str(SOLUTIONS), str(folder / "hangs")]
    done = subprocess.run(
        [sys.executable, "-c", MAKE_UP + GRADER, *paths],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert done.returncode == 0, done.stderr
    found: list[list[object]] = json.loads(done.stdout)
    return found


def test_right_work_earns_everything(graded: list[list[object]]) -> None:
    score, notes, surroundings = graded[0]
    assert score == 100.0
    assert notes == []
    assert isinstance(surroundings, dict)
    assert surroundings["lockdown"] == "process"


def test_a_process_that_hangs_is_ended(graded: list[list[object]]) -> None:
    score, notes, _ = graded[1]
    assert score == 4.0
    assert "did not come to an end within 0.5 s" in str(notes)
