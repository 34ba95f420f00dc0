"""The functions of a notebook's kernel, and of the exercise files beside it, as one student."""

import contextlib
import sys
import traceback
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from autograder.catalogue import Assignment, find_assignment, known_assignments, usual_assignment
from autograder.handins.finding import whole_folder
from autograder.handins.submission import HandIn
from autograder.student.guest.wire import Load
from autograder.student.host.notebook import NotebookBackend
from autograder.student.host.process import Lost
from autograder.student.host.tracebacks import own_frames

_reading_files = False


class Stopped(KeyboardInterrupt):
    """The user's own interrupt; a notebook says where his code was, in place of a traceback."""

    def _render_traceback_(self) -> list[str]:
        # What IPython shows in place of a traceback, of which all but a line would be ours.
        return [str(self)]


@contextlib.contextmanager
def interrupts_told() -> Iterator[None]:
    """Say where an interrupt stopped the functions of a notebook.

    Raises:
        Stopped: the user interrupted the kernel.
    """
    try:
        yield
    except KeyboardInterrupt as error:
        trail = traceback.walk_tb(error.__traceback__)
        places = own_frames((frame.f_code.co_filename, line, "") for frame, line in trail)
        where = f" at {places[-1]}" if places else ""
        raise Stopped(f"KeyboardInterrupt: stopped{where}, before it was through") from None


def reading_files() -> bool:
    """Whether a file beside the notebook is running: its own calls of `check` and `show` do
    nothing, as everywhere else where files are read."""
    return _reading_files


def assignment_here(named: str | None) -> Assignment:
    """The assignment of this name, else the one that the notebook's folder is named for.

    A kit brings its own, which the package that is installed may not know: it lies in the folder
    `autograder` beside `exercises`.

    Raises:
        UnknownAssignment: there is none.
    """
    here = Path.cwd()
    brought = here.parent.parent / "autograder" / "assignments" / here.name
    if named is None and here.name not in known_assignments() and brought.is_dir():
        return find_assignment(brought)
    return find_assignment(usual_assignment([here.name]) if named is None else named)


def notebook_student(
    assignment: Assignment, namespace: dict[str, Any], functions: Collection[str]
) -> tuple[NotebookBackend, dict[str, str]]:
    """What the notebook defines, and what it does not from the files in its folder.

    Args:
        assignment: whose exercises.
        namespace: the notebook's globals.
        functions: those that will be called; no file is read that answers none of them.

    Returns:
        The backend, and exercise -> why nothing of it is there.
    """
    own = {
        exercise: names
        for exercise, names in assignment.exercises.items()
        if any(name in namespace for name in names)
    }
    backend = NotebookBackend(own, namespace)
    absent = {
        exercise: f"nothing of the exercise `{exercise}` is defined in this notebook, and no file "
        f"{exercise}.py or {exercise}.ipynb lies beside it"
        for exercise in assignment.exercises
        if exercise not in own
    }
    wanted = {assignment.exercise_of(name) for name in functions} - own.keys() - {None}
    for exercise, file in (_files_beside(assignment, own) if wanted else {}).items():
        if exercise not in wanted:
            continue
        # A file beside the notebook may be half written, or hang: then its exercise is not there.
        with contextlib.suppress(Lost):
            _load(backend, file, assignment.exercises[exercise])
            del absent[exercise]
    return backend, absent


def _load(backend: NotebookBackend, file: HandIn, functions: Any) -> None:
    global _reading_files  # noqa: PLW0603  # what the file calls has no other way to know
    request = Load(file.exercise, file.name.rpartition("/")[2], file.data, list(functions))
    _reading_files = True
    main = sys.modules["__main__"]  # a notebook that is read takes its place, which is this one's
    try:
        backend.exchange(request, {})
    finally:
        _reading_files = False
        sys.modules["__main__"] = main


def _files_beside(assignment: Assignment, own: Mapping[str, Any]) -> dict[str, HandIn]:
    # No deeper than the assignment's own folder: a notebook may run in the home folder.
    submission = whole_folder(Path.cwd(), assignment, depth=1)
    files: dict[str, HandIn] = {}
    # Who works in a notebook has the others beside it more up to date than scripts.
    for file in sorted(submission.files, key=lambda file: not file.name.endswith(".ipynb")):
        if file.exercise not in own:
            files.setdefault(file.exercise, file)
    return files
