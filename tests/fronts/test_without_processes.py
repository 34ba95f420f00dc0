"""`check()`, `show()` and `grade()` where there is no process, no thread and no signal: a browser.

Pyodide's Python is made up in a process of its own: what it lacks cannot be imported, threads do
not start, nothing forks, and of packages only NumPy is there. The real one is in
`tests/release/test_lite_in_browser.py`.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.corpora import right_texts

# Modules that Pyodide leaves out, or that do nothing there (pyodide.org, "Pyodide Python
# compatibility"); and the grader's packages, which a kit does not need.
MAKE_UP = """\
import _thread
import os
import sys
import numpy
import subprocess  # it is there, and starts nothing

ABSENT = {"_multiprocessing", "_posixsubprocess", "curses", "dbm", "fcntl", "grp"}
ABSENT |= {"multiprocessing", "pwd", "resource", "ssl", "sqlite3", "termios", "tkinter", "tty"}
ABSENT |= {"click", "jinja2", "pluggy", "pytest", "rich", "yaml", "distributed", "nbformat"}


class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ABSENT:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def no_thread(*_, **__):
    raise RuntimeError("can't start new thread")


def no_signal(*_):
    raise AssertionError("a signal was asked for")


for name in [name for name in sys.modules if name.partition(".")[0] in ABSENT]:
    del sys.modules[name]
sys.meta_path.insert(0, Absent())
_thread.start_new_thread = _thread.start_joinable_thread = no_thread
import threading
for name in ("_start_new_thread", "_start_joinable_thread"):
    setattr(threading, name, no_thread)
import signal
signal.signal = signal.alarm = signal.setitimer = signal.pthread_kill = no_signal
subprocess._can_fork_exec = False
for name in ("fork", "forkpty", "posix_spawn", "posix_spawnp", "kill", "killpg", "pipe"):
    delattr(os, name)
"""
ASK = """
import json
from autograder import check, grade, show
answers = {"right": check("initializers").earned}
del zeros_init
def zeros_init(fan_in, fan_out):
    return np.zeros((fan_out, fan_in))
wrong = check("zeros_init")
answers["wrong"] = [wrong.earned, repr(wrong)]
answers["claim"] = check("random_init_breaks_symmetry").earned
answers["pictures"] = show("neurons")._repr_html_()
try:
    grade(".")
except RuntimeError as error:
    answers["grade"] = [str(error), error._render_traceback_()]
"""


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What came of each call, in such a Python."""
    folder = tmp_path_factory.mktemp("browser")
    (folder / "backprop.py").write_text(right_texts()["backprop"], encoding="utf-8")
    told = "\nsys.__stdout__.write(json.dumps(answers))\n"
    program = MAKE_UP + right_texts()["initializers"] + ASK + told
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={"PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_checks_earn_what_they_earn_elsewhere(answers: dict[str, object]) -> None:
    from autograder.catalogue import find_assignment

    checks = find_assignment("weight_init").checks
    assert answers["right"] == sum(c.points for c in checks if c.exercise == "initializers")
    assert answers["claim"] == 1.0  # with the file beside the notebook


def test_feedback_names_nothing_that_is_not_there(answers: dict[str, object]) -> None:
    earned, words = answers["wrong"]
    assert earned == 1.0  # one row of zeros is right either way
    assert "expected" in words
    assert 'check("' in words
    assert "pytest" not in words


def test_pictures_are_drawn(answers: dict[str, object]) -> None:
    assert "<svg" in str(answers["pictures"])


def test_grade_says_what_to_do_instead(answers: dict[str, object]) -> None:
    sentence, rendered = answers["grade"]
    assert "check()" in sentence
    assert rendered == [sentence]
