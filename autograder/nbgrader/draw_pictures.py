"""Draws each student's network in the process that graded it."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.batch.worker import Grader, Settings, Task
from autograder.model import Report
from autograder.nbgrader.stored_pictures import store, stored_pictures
from autograder.pictures.gallery import charts_of
from autograder.student.limits import Limits

# Pictures take well below a second; a submission that is slow must not hold up a class.
LIMITS = Limits(call_seconds=5.0, total_seconds=15.0)


@dataclass(frozen=True, slots=True)
class Graded(Task):
    """A submission that has a report and lacks the pictures."""

    report: Report | None = None


class Artist(Grader):
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
        known = task.report if isinstance(task, Graded) else None
        report = known or super().grade(task)
        # Without a picture there is a notebook still, and the next run tries again.
        with contextlib.suppress(Exception):
            store(
                self.results, report, stored_pictures(self._charts(task, report), self.assignment)
            )
        return report

    def _charts(self, task: Task, report: Report) -> list[Any]:
        if not task.submission.files or not report.checks:
            return []
        return charts_of(
            task.submission,
            self.assignment,
            launch=self.launcher.launch,
            limits=LIMITS,
            report=report,
        )
