"""Writes the students' pages; runs in worker processes when there are many."""

from __future__ import annotations

import atexit
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from autograder.catalogue import Assignment, find_assignment
from autograder.charts import Chart
from autograder.handins.submission import Submission
from autograder.model import Report
from autograder.notes import NOT_DRAWN
from autograder.pages.feedback import feedback_page
from autograder.pages.names import ShownName
from autograder.pages.sources import graded_files, sources_of
from autograder.pictures.gallery import charts_of
from autograder.student.host.launching import Launcher, student_processes
from autograder.student.limits import Limits

# Pictures take well below a second; a submission that hangs must not hold up a class.
LIMITS = Limits(call_seconds=5.0, total_seconds=15.0)


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
class PageWriter:
    """Writes pages into a folder; small, so that it can be sent to a worker.

    Attributes:
        assignment: its name.
        folder: where pages go.
        pictures: draw the student's network.
        anonymous: the page must not name anybody.
        unsafe: draw without lock-down.
    """

    assignment: str
    folder: Path
    pictures: bool
    anonymous: bool
    unsafe: bool

    def __call__(self, singles: Sequence[Single]) -> int:
        """Write some pages, in a worker that keeps what it needs until it ends."""
        return Ready(self, *_kept(self)).write(singles)

    @contextmanager
    def ready(self) -> Iterator[Ready]:
        """Prepare to write here.

        Raises:
            NoLockdown: pictures are wanted, and student code cannot be locked down.
        """
        launcher = student_processes(LIMITS, unsafe=self.unsafe) if self.pictures else None
        try:
            yield Ready(self, find_assignment(self.assignment), launcher)
        finally:
            if launcher is not None:
                launcher.close()


@dataclass(frozen=True, slots=True)
class Ready:
    """A writer with its assignment, and where student processes come from."""

    writer: PageWriter
    assignment: Assignment
    launcher: Launcher | None

    def write(self, singles: Sequence[Single]) -> int:
        """Write some pages; returns how many."""
        for single in singles:
            page = self._page(single)
            (self.writer.folder / single.shown.page).write_text(
                page, encoding="utf-8", newline="\n"
            )
        return len(singles)

    def _page(self, single: Single) -> str:
        report = single.report
        drawn = self._charts(report, single.submission)
        if drawn is None:
            report = replace(report, notes=(*report.notes, NOT_DRAWN()))
        return feedback_page(
            report,
            self.assignment,
            sources_of(report.files, single.submission),
            drawn or (),
            name=single.shown.name,
            after=single.after,
        )

    def _charts(self, report: Report, submission: Submission | None) -> Sequence[Chart] | None:
        same = graded_files(report.files, submission)
        if self.launcher is None or same is None or not same.files:
            return ()
        try:
            return charts_of(
                same, self.assignment, launch=self.launcher.launch, limits=LIMITS, report=report
            )
        except Exception:  # noqa: BLE001  # one student's pictures must not cost the others theirs
            return None


@cache
def _kept(writer: PageWriter) -> tuple[Assignment, Launcher | None]:
    launcher = student_processes(LIMITS, unsafe=writer.unsafe) if writer.pictures else None
    if launcher is not None:
        atexit.register(launcher.close)
    return find_assignment(writer.assignment), launcher
