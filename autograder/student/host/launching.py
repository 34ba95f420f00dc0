"""Where student processes come from, on this machine."""

import contextlib
import os
import sys
from collections.abc import Callable, Iterable
from typing import Protocol

from autograder.student.host.cold import ColdLauncher
from autograder.student.host.process import StudentProcess
from autograder.student.host.warm import NoLockdown, WarmParent
from autograder.student.limits import Limits


class Launcher(Protocol):
    """Where student processes come from.

    Attributes:
        degree: how well they are confined (`kernel` or `process`).
        troubles: how often a process was lost through no fault of the student; whoever sees this
            number grow during a submission grades it again.
        waiting: entered while a process takes long, so that others can be graded meanwhile.
    """

    degree: str
    troubles: int
    waiting: Callable[[], contextlib.AbstractContextManager[None]]

    def launch(self) -> StudentProcess:
        """A fresh one."""

    def close(self) -> None:
        """No more of them."""


def student_processes(
    limits: Limits, *, unsafe: bool = False, secrets: Iterable[str] = ()
) -> Launcher:
    """What starts student processes here.

    Args:
        limits: of each process.
        unsafe: do without the lock-down.
        secrets: paths of which the lock-down must prove that student code cannot read them.

    Raises:
        NoLockdown: there is none to be had, and `unsafe` does not allow that.
    """
    if sys.platform == "linux" and hasattr(os, "pidfd_open"):
        try:
            return WarmParent(limits, locked=not unsafe, secrets=secrets)
        except NoLockdown:
            if not unsafe:
                raise
    elif not unsafe:
        raise NoLockdown(f"there is no lock-down for {sys.platform}; Linux 5.13 or later has one")
    return ColdLauncher(limits)


def locked_if_possible(limits: Limits) -> Launcher:
    """The same for files that may be somebody else's, also where there is no lock-down."""
    try:
        return student_processes(limits)
    except NoLockdown:
        return ColdLauncher(limits)
