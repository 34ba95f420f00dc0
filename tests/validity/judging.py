"""What the tests judge on a bench of `autograder prove`: files of the corpora, forms, solutions."""

import copy
import importlib.util
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from autograder.authoring.bench import LIMITS, Bench, on_benches
from autograder.catalogue import Assignment, find_assignment
from autograder.grading.case_sets import CaseChoice
from autograder.grading.submission import grade_submission
from autograder.handins.finding import one
from autograder.model import Outcome, Report
from tests.corpora import HERE, SOLUTIONS, Overlay, as_scripts, right_texts

RANDOM_SEEDS = range(20 if os.environ.get("AUTOGRADER_ALL_SEEDS") else 8)


@cache
def assignment() -> Assignment:
    """The assignment that is on trial."""
    return find_assignment("weight_init")


@cache
def bench() -> Bench:
    """This process's own."""
    return Bench(assignment(), right_texts())


def in_parallel(judge: Callable[[Bench, Any], Any], things: Iterable[Any]) -> list[Any]:
    """What is made of all things, in order, in two processes."""
    return list(on_benches(judge, things, assignment(), right_texts(), workers=2))


def judge_random(bench: Bench, overlay: Overlay) -> list[int]:
    """The seeds at which a wrong random initializer gets all its points."""
    # Each file stands alone: the others need not be read for this function's own points. Why
    # points are lost is asked on cases that are the same at every seed: once is enough, for the
    # corpus on seed 0, and it would be half of the time here (11 files: 6.8 s of 13.7).
    file = f"{overlay.exercise}.py"
    files = {file: overlay.files()[file]}
    unexplained = copy.copy(bench)
    unexplained.assignment = replace(bench.assignment, recognise=lambda function, student: None)
    missed = []
    for seed in RANDOM_SEEDS:
        report = unexplained.judge(overlay.name, files, seed, [overlay.function])
        if all(result.outcome is Outcome.PASSED for result in report.checks):
            missed.append(seed)
    return missed


def judge_form(bench: Bench, name: str) -> Report:
    """The report on a right submission in an odd form, read from a folder as a class is."""
    with tempfile.TemporaryDirectory() as folder:
        for file, data in forms().FORMS[name](right_texts()).items():
            path = Path(folder, file)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        submission = replace(one(Path(folder), assignment()), student=name)
        launch = bench.launcher.launch
        return grade_submission(submission, assignment(), launch, CaseChoice(0), LIMITS)


def judge_solution(bench: Bench, seed: int) -> float:
    """The score of the solutions."""
    return bench.judge("solutions", as_scripts(right_texts()), seed).score


def judge_solved_notebooks(bench: Bench, seed: int) -> float:
    """The score of the solutions as notebooks."""
    return bench.judge("notebooks", solved_notebooks(), seed).score


@cache
def solved_notebooks() -> dict[str, bytes]:
    """The solutions as the release would write them, answers left in."""
    from autograder.release.notebooks import notebook_text, solved_notebook
    from autograder.release.script import read_script

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
