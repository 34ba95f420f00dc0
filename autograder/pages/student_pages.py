"""Writes the students' pages; runs in worker processes when there are many."""

import atexit
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from autograder.catalogue import find_assignment
from autograder.charts import Chart
from autograder.handins.submission import Submission
from autograder.model import Report
from autograder.notes import NOT_DRAWN
from autograder.pages.feedback import feedback_page
from autograder.pages.names import ShownName
from autograder.pages.sources import graded_files, sources_of
from autograder.pictures.gallery import LIMITS, charts_of
from autograder.student.host.launching import student_processes


@dataclass(frozen=True, slots=True)
class Single:
    """What goes into one student's page.

    Attributes:
        report: what grading said.
        shown: the name, and that of the page.
        submission: the files, if they can be had.
        after: what a policy makes of the score, in words.
    """

    report: Report
    shown: ShownName
    submission: Submission | None
    after: str = ""


@dataclass(frozen=True, slots=True)
class Writing:
    """What the pages of all students have in common; small, so that it can be sent to a worker.

    Attributes:
        assignment: its name.
        folder: where pages go.
        pictures: draw the student's network.
        unsafe: draw without lock-down.
    """

    assignment: str
    folder: Path
    pictures: bool
    unsafe: bool


class PageWriter:
    """Writes pages; `close` it in the end."""

    def __init__(self, writing: Writing) -> None:
        """Have student processes at hand.

        Raises:
            NoLockdown: pictures are wanted, and student code cannot be locked down.
        """
        self.folder = writing.folder
        self.assignment = find_assignment(writing.assignment)
        self.launcher = (
            student_processes(LIMITS, unsafe=writing.unsafe) if writing.pictures else None
        )

    def close(self) -> None:
        """End what student processes come from."""
        if self.launcher is not None:
            self.launcher.close()

    def write(self, single: Single) -> None:
        """Write one page."""
        report = single.report
        drawn = self._charts(report, single.submission)
        if drawn is None:
            report = replace(report, notes=(*report.notes, NOT_DRAWN()))
        page = feedback_page(
            report,
            self.assignment,
            sources_of(report.files, single.submission),
            drawn or (),
            name=single.shown.name,
            after=single.after,
        )
        (self.folder / single.shown.page).write_text(page, encoding="utf-8", newline="\n")

    def _charts(self, report: Report, submission: Submission | None) -> Sequence[Chart] | None:
        same = Submission(report.student, graded_files(report.files, submission))
        if self.launcher is None or not same.files:
            return ()
        launch = self.launcher.launch
        try:
            return charts_of(same, self.assignment, launch=launch, limits=LIMITS, report=report)
        except Exception:  # noqa: BLE001  # one student's pictures must not cost the others theirs
            return None


@cache
def _kept(writing: Writing) -> PageWriter:
    writer = PageWriter(writing)
    atexit.register(writer.close)
    return writer


def write_in_worker(writing: Writing, singles: Sequence[Single]) -> int:
    """Write some pages, in a worker that keeps what it needs until it ends; returns how many."""
    for single in singles:
        _kept(writing).write(single)
    return len(singles)
