"""Draws each student's network in the process that graded it."""

from __future__ import annotations

import contextlib
import queue
import signal
import threading
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from autograder.batch.pool import Pool, _one_thread_each, _Worker
from autograder.batch.worker import Grader, Settings, Task, _listen
from autograder.model import Report
from autograder.nbgrader.drawn import drawn, keep
from autograder.pictures.gallery import charts_of
from autograder.student.host.warm import NoLockdown
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
            keep(self.results, report, drawn(self._charts(task, report), self.assignment))
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


def work(connection: Connection[Any, Any], settings: Settings, results: Path) -> None:
    """A worker process, as `autograder.batch.worker.work`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        artist = Artist(settings, results)
    except NoLockdown as error:
        with contextlib.suppress(OSError):
            connection.send(error)
        return
    tasks: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(connection, tasks), daemon=True).start()
    with contextlib.closing(artist), contextlib.suppress(OSError):
        connection.send(artist.launcher.degree)
        while (task := tasks.get()) is not None:
            connection.send(artist.grade(task))


class DrawingPool(Pool):
    """A pool whose workers draw as well."""

    def __init__(self, settings: Settings, workers: int, results: Path) -> None:
        super().__init__(settings, workers)
        self.results = results

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=work, args=(theirs, self.settings, self.results), daemon=True
        )
        with _one_thread_each():
            process.start()
        theirs.close()
        return _Worker(process, ours)
