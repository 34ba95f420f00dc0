"""Students of `scaled_init` whose functions live in this process."""

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from autograder.model import CheckResult
from tests.validity import in_process

ROOT = Path(__file__).parents[2]
SOLUTIONS, EXERCISES = ROOT / "solutions" / "scaled_init", ROOT / "exercises" / "scaled_init"
LESSON = "scaled_init"
assignment = partial(in_process.assignment, LESSON)
solutions = partial(in_process.solutions, LESSON)
student_of = partial(in_process.student_of, lesson=LESSON)


def results(
    names: Mapping[str, Any], seed: int = 0, salt: bytes = b"", only: Iterable[str] = ()
) -> list[CheckResult]:
    """The results of all checks, or of those of some functions."""
    wanted = set(only)
    checks = [check for check in assignment().checks if not wanted or check.function in wanted]
    return in_process.judged(names, checks, seed, salt, LESSON)


def lost(results_: Iterable[CheckResult]) -> dict[str, CheckResult]:
    """Id -> result of every check that does not give all its points."""
    return {result.id: result for result in results_ if result.earned < result.points}


def wrong(code: str) -> Mapping[str, Any]:
    """The solutions with something defined anew behind them, with NumPy as `np`."""
    names = dict(solutions())
    with np.errstate(all="ignore"):
        exec(compile(code, "wrong.py", "exec"), names)
    return names
