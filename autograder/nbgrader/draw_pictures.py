"""Draws each student's network in the process that graded it."""

import contextlib
from dataclasses import dataclass
from pathlib import Path

from autograder.batch.worker import Grader, Settings, Task
from autograder.grading.submission import Graded, asked_again
from autograder.model import Report
from autograder.nbgrader.stored_pictures import store, stored_pictures
from autograder.pictures.gallery import LIMITS, charts_while


@dataclass(frozen=True, slots=True, kw_only=True)
class UndrawnTask(Task):
    """A submission that has a report and lacks the pictures."""

    report: Report


class DrawingGrader(Grader):
    """Grades and draws."""

    def __init__(self, settings: Settings, results: Path) -> None:
        """As a grader.

        Raises:
            NoLockdown: student processes cannot be locked down here.
        """
        super().__init__(settings)
        self.results = results

    def grade(self, task: Task) -> Report:
        """The report; the pictures go to where they are kept."""
        if not isinstance(task, UndrawnTask):
            return super().grade(task)
        with (
            contextlib.suppress(Exception),
            asked_again(
                task.submission, task.report, self.assignment, self.launcher.launch, LIMITS
            ) as one,
        ):
            self.while_alive(one)
        return task.report

    def while_alive(self, one: Graded) -> None:
        """Draw it, and keep the pictures."""
        # Without a picture there is a notebook still, and the next run tries again.
        with contextlib.suppress(Exception):
            drawn = charts_while(one, self.assignment, LIMITS)
            pictures = stored_pictures(drawn, self.assignment) if drawn else []
            store(self.results, one.report, pictures)
