"""Students of `scaled_init` whose functions live in this process."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from autograder.catalogue import Assignment, find_assignment
from autograder.grading.draw import Draw
from autograder.grading.examiner import Examiner
from autograder.model import CheckResult
from autograder.student.host.remote import RemoteStudent
from tests.validity import in_process

ROOT = Path(__file__).parents[2]
SOLUTIONS, EXERCISES = ROOT / "solutions" / "scaled_init", ROOT / "exercises" / "scaled_init"


@cache
def assignment() -> Assignment:
    """The assignment that is on trial."""
    return find_assignment("scaled_init")


def names_in(folder: Path, more: str = "") -> dict[str, Any]:
    """What the scripts of a folder bind, one after the other, and then some more code."""
    names: dict[str, Any] = {"__name__": "exercise"}
    with contextlib.redirect_stdout(io.StringIO()):
        for exercise in assignment().exercises:
            exec(compile((folder / f"{exercise}.py").read_text("utf-8"), exercise, "exec"), names)
        exec(compile(more, "more.py", "exec"), names)
    return names


@cache
def solutions() -> Mapping[str, Any]:
    """The names that the solutions define."""
    return names_in(SOLUTIONS)


def student_of(names: Mapping[str, Any]) -> RemoteStudent:
    """The student whose functions these are."""
    return in_process.student_of(names, assignment())


def results(
    names: Mapping[str, Any], seed: int = 0, salt: bytes = b"", only: Iterable[str] = ()
) -> list[CheckResult]:
    """The results of all checks, or of those of some functions."""
    wanted = set(only)
    checks = [check for check in assignment().checks if not wanted or check.function in wanted]
    draw = Draw(seed, salt, "somebody" if salt else "")
    return Examiner(assignment(), student_of(names), draw).judge(checks)


def lost(results_: Iterable[CheckResult]) -> dict[str, CheckResult]:
    """Id -> result of every check that does not give all its points."""
    return {result.id: result for result in results_ if result.earned < result.points}


def wrong(code: str) -> Mapping[str, Any]:
    """The solutions with something defined anew behind them, with NumPy as `np`."""
    names = dict(solutions())
    with np.errstate(all="ignore"):
        exec(compile(code, "wrong.py", "exec"), names)
    return names
