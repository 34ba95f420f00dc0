"""Prepares the process that workers are forked from, which imports this; see `forkserver`."""

import atexit
import contextlib
import gc
import os
from importlib import import_module
from pathlib import Path

from autograder import locating
from autograder.batch import forkserver
from autograder.student.guest.compacting import keep_freed
from autograder.student.host import importing


def prepare(assignment: str) -> None:
    """Do what each worker would, if the assignment is one of ours: others' may start threads."""
    importing.begin()  # which goes on beside this
    worker = import_module("autograder.batch.worker")
    with contextlib.suppress(locating.UnknownAssignment):  # each worker says so
        if locating.is_own(assignment):
            worker.know_assignment(assignment)


def clear_away(folder: str, owner: int) -> None:
    """Remove the folder where this process has listened, when who made it has been killed.

    Args:
        folder: its path.
        owner: the process that made it, our parent, who removes it in the end if it can.
    """
    if os.getppid() == owner:
        return
    with contextlib.suppress(OSError):  # it is gone, or somebody else uses it, too
        for socket in Path(folder).glob("listener-*"):
            socket.unlink()
        Path(folder).rmdir()


if forkserver.FOLDER in os.environ:
    atexit.register(
        clear_away,
        os.environ[forkserver.FOLDER],
        int(os.environ.get(forkserver.OWNER, os.getppid())),
    )
keep_freed()
prepare(os.environ.get(forkserver.ASSIGNMENT, ""))
gc.collect()
gc.freeze()  # else each worker looks through all of it, and copies its pages
