"""Students whose functions live in this process."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable
from functools import cache
from typing import Any

from autograder.assignments.weight_init import ASSIGNMENT
from autograder.student.host.notebook import NotebookBackend
from autograder.student.host.remote import RemoteStudent
from tests.corpora import Overlay, right_texts

FUNCTIONS = [name for names in ASSIGNMENT.exercises.values() for name in names]


@cache
def _right() -> dict[str, Any]:
    return {key: value for text in right_texts().values() for key, value in _run(text).items()}


def _run(text: str) -> dict[str, Any]:
    namespace: dict[str, Any] = {"__name__": "exercise"}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(text, "exercise.py", "exec"), namespace)
    return namespace


def student_with(**functions: Callable[..., Any]) -> RemoteStudent:
    """A right student but for these functions."""
    return RemoteStudent(NotebookBackend({"all": FUNCTIONS}, _right() | functions))


def right(function: str) -> Callable[..., Any]:
    """The solution's function."""
    found: Callable[..., Any] = _right()[function]
    return found


def student_of(overlay: Overlay) -> RemoteStudent:
    """The student of a wrong overlay, as far as its own exercise goes."""
    namespace = _run(overlay.files()[f"{overlay.exercise}.py"].decode())
    names = ASSIGNMENT.exercises[overlay.exercise]
    return RemoteStudent(NotebookBackend({overlay.exercise: names}, namespace))
