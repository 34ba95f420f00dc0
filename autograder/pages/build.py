"""Builds the pages of a results folder: everything that touches the disk or other processes."""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from autograder.catalogue import Assignment, find_assignment
from autograder.handins import finding as handins
from autograder.handins.submission import Submission
from autograder.pages.class_numbers import ClassNumbers, Example, numbers_of
from autograder.pages.class_report import STUDENTS, class_page
from autograder.pages.csv_files import csv_files
from autograder.pages.names import ShownName, anonymous, named
from autograder.pages.sources import Excerpt, sources_of
from autograder.pages.student_pages import PageWriter, Single, Writing, write_in_worker
from autograder.results.graded_from import remembered
from autograder.results.lateness import lateness_in
from autograder.results.reading import Records

CHUNK = 20  # submissions that a worker gets at a time
ALONE = 60  # up to so many pages are written here: starting workers would take longer
NOWHERE = (
    "pages without students' own lines and pictures: the hand-ins are not where they were graded; "
    "say where with --submissions"
)
FOLDER, ANONYMOUS = "report", "report-anonymous"
Progress = Callable[[int], None]
Read = Callable[[str], Submission | None]


@dataclass(frozen=True, slots=True)
class SitePlan:
    """What is to be built.

    Attributes:
        results: the folder with `results.jsonl`.
        out: where the pages go; None for `report` within the results.
        submissions: where the graded files are; None shows no lines of them.
        anonymous: numbers in place of names.
        pictures: run the students' functions again and draw their networks.
        singles: whether each student gets a page.
        workers: processes for the students' pages.
        unsafe: draw pictures without lock-down.
    """

    results: Path
    out: Path | None = None
    submissions: Path | None = None
    anonymous: bool = False
    pictures: bool = False
    singles: bool = True
    workers: int = 2
    unsafe: bool = False

    @property
    def folder(self) -> Path:
        """Where the pages go. Anonymous ones never lie beside pages with names."""
        return self.out or self.results / (ANONYMOUS if self.anonymous else FOLDER)


@dataclass(frozen=True, slots=True)
class Built:
    """What has been built, and what was odd about the records."""

    page: Path
    numbers: ClassNumbers
    singles: int
    notes: tuple[str, ...]


def build(plan: SitePlan, progress: Progress = lambda done: None) -> Built:
    """Write the report on the class, its CSV files and the students' pages.

    Args:
        progress: told how many students' pages have been written.

    Raises:
        ExportError: there are no records, or of several assignments.
        UnusableFolder: the results cannot be read.
        NoLockdown: pictures are wanted, and student code cannot be locked down here.
        OSError: something cannot be written.
    """
    records = Records(plan.results)
    assignment = find_assignment(records.require_one_assignment())
    numbers = numbers_of(records)
    students = [row.student for row in numbers.rows]
    names = anonymous(students) if plan.anonymous else named(students)
    place = plan.submissions or remembered(plan.results)
    find = submissions_of(place, assignment)
    plan.folder.mkdir(parents=True, exist_ok=True)
    page = plan.folder / "index.html"
    text = class_page(numbers, assignment, names, _look(find), linked=plan.singles)
    page.write_text(text, encoding="utf-8", newline="\n")
    for name, table in csv_files(numbers, names).items():
        (plan.folder / name).write_text(table, encoding="utf-8-sig", newline="")
    done = _write_singles(plan, records, names, find, progress) if plan.singles else 0
    notes = list(records.notes)
    if plan.singles and plan.pictures and place is None:
        notes.append(NOWHERE)
    return Built(page, numbers, done, tuple(notes))


def submissions_of(path: Path | None, assignment: Assignment) -> Read:
    """Reads a student's submission by the name that grading gave it.

    Raises:
        UnusablePath: it cannot be read.
    """
    if path is None:
        return lambda student: None
    places = {place.student: place for place in handins.find(path, assignment).places}

    def read(student: str) -> Submission | None:
        place = places.get(student)
        return handins.read(place, assignment).submission if place else None

    return read


def _look(read: Read) -> Callable[[Example], Excerpt | None]:
    return lambda example: sources_of(example.files, read(example.student)).excerpt(example.check)


# --- the students' pages ------------------------------------------------------------------------


def _write_singles(
    plan: SitePlan, records: Records, names: dict[str, ShownName], read: Read, progress: Progress
) -> int:
    folder = plan.folder / STUDENTS
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.html"):  # of students who are no longer there, or under old numbers
        old.unlink()
    writing = Writing(min(records.assignments), folder, plan.pictures, plan.unsafe)
    lateness = lateness_in(plan.results)
    singles = (
        Single(
            report,
            names[report.student],
            read(report.student),
            str(lateness.standing(report)) if lateness else "",
        )
        for report in records
    )
    done = 0
    few = len(names) <= ALONE
    for count in _here(writing, singles) if few else _spread(writing, singles, plan.workers):
        done += count
        progress(done)
    return done


def _here(writing: Writing, singles: Iterable[Single]) -> Iterator[int]:
    with closing(PageWriter(writing)) as writer:
        for single in singles:
            writer.write(single)
            yield 1


def _spread(writing: Writing, singles: Iterator[Single], workers: int) -> Iterator[int]:
    """Let workers write, with few enough chunks under way that memory stays small."""
    # Not forked: the parent may have threads, and Python warns of that for good reason.
    context = multiprocessing.get_context("spawn")
    waiting: deque[Future[int]] = deque()
    with ProcessPoolExecutor(workers, context) as pool:
        while chunk := list(islice(singles, CHUNK)):
            waiting.append(pool.submit(write_in_worker, writing, chunk))
            if len(waiting) > 2 * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
