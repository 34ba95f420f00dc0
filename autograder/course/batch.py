"""Grades the submissions of a course in a process of its own, into a folder of results.

A process of its own, because the workers of a pool begin by importing what their parent began
with, and nbgrader takes seconds to import.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from autograder.batch import handins
from autograder.batch.journal import Journal, UnusableFolder
from autograder.batch.places import on_disk
from autograder.batch.pool import Pool, PoolBroken
from autograder.batch.run import Batch, settle
from autograder.batch.worker import Settings
from autograder.catalogue import find_assignment
from autograder.model import Report
from autograder.student.student import Limits
from autograder.student.warm import NoLockdown
from autograder.submission import Submission


class NotGraded(RuntimeError):
    """The batch could not be graded; the text says why."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to grade, and how.

    Attributes:
        assignment: its name.
        folders: student -> folder of the submission.
        results: the folder for the results, which is as `autograder grade --out` makes it.
        seed, salt, workers, unsafe: as of `autograder grade`.
    """

    assignment: str
    folders: dict[str, str]
    results: str
    seed: int = 0
    salt: str = ""
    workers: int = 1
    unsafe: bool = False


def read_folder(student: str, folder: Path | str, assignment: str) -> handins.HandedIn:
    """A student's files, as `autograder grade` finds them."""
    place = handins.Place(student, [lambda: on_disk(folder)])
    return handins.read(place, find_assignment(assignment))


def submission_in(student: str, folder: Path | str, assignment: str) -> Submission:
    """The same, without what was left out."""
    return read_folder(student, folder, assignment).submission


def grade_elsewhere(job: Job) -> dict[str, Report]:
    """Student -> report, from a process of its own.

    Raises:
        NotGraded: there are no reports, and why.
    """
    done = subprocess.run(
        [sys.executable, "-m", "autograder.course.batch"],
        input=json.dumps(asdict(job)),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        lines = done.stderr.strip().splitlines()
        raise NotGraded(lines[-1] if lines else f"the grader ended with {done.returncode}")
    return reports(Path(job.results), job.folders)


def reports(results: Path, wanted: Mapping[str, Any]) -> dict[str, Report]:
    """Student -> report, of those wanted, out of a folder of results."""
    from autograder.batch.journal import read_reports

    return {report.student: report for report in read_reports(results) if report.student in wanted}


def grade_here(job: Job) -> None:
    """Grade what has no record yet."""
    assignment = find_assignment(job.assignment)
    places = tuple(
        handins.Place(student, [lambda folder=folder: on_disk(folder)])  # type: ignore[misc]
        for student, folder in sorted(job.folders.items())
    )
    salt = Path(job.salt).read_bytes().strip() if job.salt else b""
    settings = Settings(job.assignment, job.seed, salt, Limits(), job.unsafe)
    with Journal(Path(job.results)) as journal:
        settle(journal, assignment, settings)
        batch = Batch(handins.Class(places), assignment, journal)
        with Pool(settings, min(job.workers, len(places))) as pool:
            for _ in batch.grade(pool.run):
                pass
        batch.finish()


def main() -> None:
    """Grade the job on standard input."""
    try:
        grade_here(Job(**json.load(sys.stdin)))
    except (NoLockdown, PoolBroken, UnusableFolder, OSError) as error:
        sys.exit(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
