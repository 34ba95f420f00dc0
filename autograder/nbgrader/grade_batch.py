"""Grades the submissions of a course in a process of its own, into a folder of results.

A process of its own, because the workers of a pool begin by importing what their parent began
with, and nbgrader takes seconds to import.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from autograder.batch.pool import Pool
from autograder.batch.run import Batch, settle
from autograder.batch.worker import Settings, Task
from autograder.catalogue import find_assignment
from autograder.grading.case_sets import read_salt
from autograder.handins import finding as handins
from autograder.model import Report
from autograder.refusals import Refusal
from autograder.results.journal import Journal
from autograder.student.host.warm import NoLockdown
from autograder.student.limits import CLASS_LIMITS


@dataclass(frozen=True, slots=True)
class Job:
    """What to grade, and how.

    Attributes:
        assignment: its name.
        folders: student -> folder of the submission.
        results: the folder for the results, which is as `autograder grade --out` makes it.
        seed, salt, workers, unsafe: as of `autograder grade`.
        pictures: draw each student's network, too.
        secrets: paths that student code must not be able to read, besides hand-ins and results.
    """

    assignment: str
    folders: dict[str, str]
    results: str
    seed: int = 0
    salt: str = ""
    workers: int = 1
    unsafe: bool = False
    pictures: bool = True
    secrets: tuple[str, ...] = ()


def grade_here(job: Job, on_report: Callable[[Report], None]) -> None:
    """Grade what has no record yet, and draw what is not drawn yet.

    Args:
        job: what to grade.
        on_report: is given each report that is made, when it is in the journal and drawn.
    """
    assignment = find_assignment(job.assignment)
    places = tuple(
        handins.Place.of_folder(student, folder) for student, folder in sorted(job.folders.items())
    )
    salt = read_salt(job.salt) if job.salt else b""
    secrets = {os.path.commonpath(job.folders.values()), job.results, *job.secrets}
    if job.salt:
        secrets.add(job.salt)
    settings = Settings(
        job.assignment, job.seed, salt, CLASS_LIMITS, job.unsafe, tuple(sorted(secrets))
    )
    with Journal(Path(job.results)) as journal:
        settle(journal, assignment, settings)
        batch = Batch(handins.Class(places), assignment, journal)
        with _pool(job, settings, len(places)) as pool:
            for report in batch.grade(pool.run):
                on_report(report)
            if job.pictures:
                for _ in pool.run(_undrawn(job, places, journal)):
                    pass  # told by the records, like all that were there
        batch.finish()


def _pool(job: Job, settings: Settings, places: int) -> Pool:
    workers = min(job.workers, places)
    if not job.pictures:
        return Pool(settings, workers)
    from autograder.nbgrader.draw_pictures import DrawingGrader

    return Pool(settings, workers, partial(DrawingGrader, results=Path(job.results)))


def _undrawn(job: Job, places: Sequence[handins.Place], journal: Journal) -> Iterator[Task]:
    """Those with a record from before, and no pictures that go with it."""
    from autograder.nbgrader.draw_pictures import UndrawnTask
    from autograder.nbgrader.stored_pictures import stored

    known = {report.student: report for report in journal.reports()}
    for place in places:
        report = known.get(place.student)
        if report is not None and stored(Path(job.results), report) is None:
            handed_in = handins.read(place, find_assignment(job.assignment))
            yield UndrawnTask(handed_in.submission, handed_in.left_out, report=report)


def main() -> None:
    """Grade the job on standard input, and write each report on standard output, a line each."""
    with os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="ascii") as out:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what else is written is no report

        def on_report(report: Report) -> None:
            out.write(json.dumps(report.to_dict()) + "\n")
            out.flush()

        try:
            grade_here(Job(**json.load(sys.stdin)), on_report)
        except (NoLockdown, Refusal, OSError) as error:
            sys.exit(str(error))


if __name__ == "__main__":
    main()
