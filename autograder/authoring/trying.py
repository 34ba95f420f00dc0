"""Functions answered in this process, for trying a check while it is written."""

from collections.abc import Callable
from typing import Any

from autograder.student.calls import Answer, Program
from autograder.student.host.notebook import NotebookBackend
from autograder.student.host.remote import RemoteStudent


def answers_to(program: Program, **functions: Callable[..., Any]) -> list[Answer]:
    """What these functions answer to the calls of a check.

    They run here, so they had better be trusted ones; in grading they run in a locked-down process.

    >>> from autograder.student.calls import Call
    >>> [answer] = answers_to([Call("twice", (21,))], twice=lambda x: 2 * x)
    >>> answer.value
    42
    """
    backend = NotebookBackend({"functions": list(functions)}, dict(functions))
    return RemoteStudent(backend).run(program)
