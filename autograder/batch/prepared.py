"""What the process has done from which workers are forked; it imports this (see `template`)."""

from __future__ import annotations

import contextlib
import gc
import os

from autograder import locating
from autograder.batch import template
from autograder.catalogue import find_assignment
from autograder.handins.ours import know_ours
from autograder.student.guest.compacting import keep_freed


def prepare(assignment: str) -> None:
    """Do what each worker would, if the assignment is one of ours: others' may start threads."""
    with contextlib.suppress(locating.UnknownAssignment):  # each worker says so
        if locating.is_own(assignment):
            found = find_assignment(assignment)
            know_ours(found.functions(), found.folder)


keep_freed()
prepare(os.environ.get(template.ASSIGNMENT, ""))
gc.collect()
gc.freeze()  # else each worker looks through all of it, and copies its pages
