"""Judges functions of this process, without a student process: thousands of seeds in a minute.

Only for functions that can be trusted: right ones, and wrong ones that come to an end.
"""

import contextlib
import hashlib
import io
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from types import ModuleType
from typing import Any

import numpy as np

from autograder.catalogue import Assignment, Check, find_assignment
from autograder.grading.case_sets import CaseChoice
from autograder.grading.examiner import Examiner
from autograder.model import CheckResult
from autograder.student.guest.standins import InertFinder, InertModule
from autograder.student.host.notebook import NotebookBackend
from autograder.student.host.remote import RemoteStudent
from autograder.student.limits import Limits
from tests.corpora import FIRST, Overlay, right_texts


@cache
def assignment(lesson: str = FIRST) -> Assignment:
    """The assignment that is on trial."""
    return find_assignment(lesson)


@cache
def solutions(lesson: str = FIRST) -> Mapping[str, Any]:
    """The names that the solutions of a lesson define."""
    return {name: value for text in right_texts(lesson).values() for name, value in names_in(text)}


def names_in(text: str) -> list[tuple[str, Any]]:
    """What a file binds when it is run."""
    # Each text is a module of its own and stays one: what pickles its classes looks them up there.
    name = f"exercise_{hashlib.sha256(text.encode()).hexdigest()[:12]}"
    module = sys.modules[name] = ModuleType(name)
    with contextlib.redirect_stdout(io.StringIO()), np.errstate(all="ignore"), _plots_inert():
        exec(compile(text, "exercise.py", "exec"), vars(module))
    return list(vars(module).items())


@contextlib.contextmanager
def _plots_inert() -> Iterator[None]:
    """As in a student process: what draws is not there, and whoever asks for it gets nothing."""
    kept = sys.meta_path[:]
    sys.meta_path.insert(0, InertFinder)
    try:
        yield
    finally:
        sys.meta_path[:] = kept
        for name in [name for name, it in sys.modules.items() if type(it) is InertModule]:
            del sys.modules[name]


def with_overlay(overlay: Overlay, lesson: str = FIRST) -> Mapping[str, Any]:
    """The solutions with one exercise redefined by an overlay of the corpora."""
    text = overlay.files()[f"{overlay.exercise}.py"].decode()
    own = assignment(lesson).exercises[overlay.exercise]
    others = {name: value for name, value in solutions(lesson).items() if name not in own}
    return {**others, **dict(names_in(text))}


def student_of(names: Mapping[str, Any], lesson: str = FIRST) -> RemoteStudent:
    """The student whose functions these are."""
    exercises = dict(assignment(lesson).exercises)
    # What comes to an end may take its time on a busy machine.
    limits = Limits(call_seconds=60.0)
    return RemoteStudent(NotebookBackend(exercises, dict(names), limits))


def student_with(**functions: Callable[..., Any]) -> RemoteStudent:
    """A right student but for these functions."""
    return student_of({**solutions(), **functions})


def checks_of(*functions: str) -> list[Check]:
    """The checks that carry the points of these functions ("symmetry" and "saturation" too)."""
    return [check for check in assignment().checks if check.function in functions]


def judged(
    names: Mapping[str, Any],
    checks: Iterable[Check],
    seed: int,
    salt: bytes = b"",
    lesson: str = FIRST,
) -> list[CheckResult]:
    """The results of some checks."""
    draw = CaseChoice(seed, salt, "somebody" if salt else "")
    with np.errstate(all="ignore"):
        return Examiner(assignment(lesson), student_of(names, lesson), draw).judge(checks)


def handing_out_again(function: Callable[..., Any]) -> Callable[..., Any]:
    """A function that returns the very same thing when all its arguments come again."""
    known: dict[bytes, Any] = {}

    def remembering(*args: Any) -> Any:
        plain = [arg for arg in args if not callable(arg)]
        return known.setdefault(pickle.dumps(plain), function(*args))

    return remembering
