"""Grades the corpora in two processes and says what became of every file."""

from __future__ import annotations

import importlib.util
import multiprocessing
import sys
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

from autograder.catalogue import Assignment, find_assignment
from autograder.grading.draw import Draw
from autograder.grading.submission import grade_submission
from autograder.handins.submission import from_files
from autograder.model import CheckResult, Outcome, Report
from autograder.student.host.launching import Launcher, student_processes
from autograder.student.host.warm import NoLockdown
from autograder.student.limits import Limits
from tests.corpora import HERE, Overlay, as_scripts, right_texts

# Right code needs milliseconds; the corpus has a few endless loops, which cost this much each.
LIMITS = Limits(call_seconds=3.0)
RANDOM_SEEDS = range(20)


@dataclass(frozen=True)
class Verdict:
    """What grading made of one wrong submission."""

    overlay: Overlay
    report: Report

    def lost(self, function: str) -> list[CheckResult]:
        """Checks of a function that lost points."""
        return [c for c in self.report.checks if c.function == function and c.earned < c.points]

    @property
    def caught(self) -> bool:
        """It loses points at the function that is wrong."""
        return bool(self.lost(self.overlay.function))

    @property
    def elsewhere(self) -> list[str]:
        """Checks of other functions, end-to-end claims apart, that lost points."""
        return [
            c.id
            for c in self.report.checks
            if c.earned < c.points
            and c.function != self.overlay.function
            and c.exercise != "claims"
        ]

    @property
    def diagnoses(self) -> set[str]:
        """Ids named at the function that is wrong."""
        return {c.diagnosis for c in self.lost(self.overlay.function) if c.diagnosis}

    @property
    def diagnosed(self) -> bool:
        """One of the ids that the file's first line names was named."""
        return bool(self.diagnoses & set(self.overlay.diagnoses))

    @property
    def misnamed(self) -> set[str]:
        """Ids that were named though the first line has none of those that were."""
        return set() if self.diagnosed else self.diagnoses


@cache
def assignment() -> Assignment:
    """The assignment that is on trial."""
    return find_assignment("weight_init")


@cache
def launcher() -> Launcher:
    """This process's student processes: locked down where that is possible."""
    try:
        return student_processes(LIMITS)
    except NoLockdown:
        return student_processes(LIMITS, unsafe=True)


def judge(
    name: str, files: Mapping[str, bytes], seed: int = 0, only: Iterable[str] | None = None
) -> Report:
    """The report on one submission."""
    submission = from_files(name, files, assignment().exercises)
    wanted = None if only is None else set(only)
    return grade_submission(
        submission, assignment(), launcher().launch, Draw(seed), LIMITS, only=wanted
    )


def judge_wrong(overlay: Overlay) -> Verdict:
    """What becomes of a wrong submission."""
    return Verdict(overlay, judge(overlay.name, overlay.files()))


def judge_random(overlay: Overlay) -> list[int]:
    """The seeds at which a wrong random initializer gets all its points."""
    ids = [check.id for check in assignment().checks if check.function == overlay.function]
    missed = []
    for seed in RANDOM_SEEDS:
        report = judge(overlay.name, overlay.files(), seed, ids)
        if all(result.outcome is Outcome.PASSED for result in report.checks):
            missed.append(seed)
    return missed


def judge_right(overlay: Overlay) -> Report:
    """The report on a right submission."""
    return judge(overlay.name, overlay.files())


def judge_form(name: str) -> Report:
    """The report on a right submission in an odd form."""
    return judge(name, forms().FORMS[name](right_texts()))


def judge_solution(seed: int) -> float:
    """The score of the solutions."""
    return judge("solutions", as_scripts(right_texts()), seed).score


def judge_solved_notebooks(seed: int) -> float:
    """The score of the solutions as notebooks."""
    return judge("notebooks", solved_notebooks(), seed).score


@cache
def solved_notebooks() -> dict[str, bytes]:
    """The solutions as the release would write them, answers left in."""
    from autograder.release import notebook_text, read_script, solved_notebook
    from tests.corpora import SOLUTIONS

    points = assignment().points()
    return {
        f"{name}.ipynb": notebook_text(
            solved_notebook(read_script(SOLUTIONS / f"{name}.py"), points)
        ).encode()
        for name in right_texts()
    }


@cache
def forms() -> ModuleType:
    """The module of odd forms."""
    path = HERE / "corpus" / "right" / "files.py"
    spec = importlib.util.spec_from_file_location("right_forms", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["right_forms"] = module
    spec.loader.exec_module(module)
    return module


def in_parallel(judge_one: Callable[[Any], Any], things: Iterable[Any]) -> list[Any]:
    """The verdicts on all things, in order, from two processes."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=context) as pool:
        return list(pool.map(judge_one, things, chunksize=4))
