"""Grades one submission: `grade(path) -> Report`.

    with graded(submission, assignment, launch, choice, limits) as one:
        one.report, one.student().sigmoid(…)

Whoever wants more of a student than a report (pictures of a network, say) asks while the process
that was graded is still there, so that nothing of a student's runs twice.
"""

import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from autograder import notes
from autograder._version import __version__
from autograder.catalogue import Assignment, find_assignment, usual_assignment
from autograder.grading.case_sets import CaseChoice
from autograder.grading.environment import environment
from autograder.grading.judgement import Judgement, Launch, load_of
from autograder.grading.named_but_missing import named_but_missing, still_true
from autograder.grading.wording import ones_own
from autograder.handins.copied_code import notes_on_copies
from autograder.handins.copied_ruler import resting_on_ruler
from autograder.handins.finding import one
from autograder.handins.likeness import Written, functions_written, likeness
from autograder.handins.submission import Submission
from autograder.handins.winnowing import encoded, prints_of
from autograder.messages import Message
from autograder.model import CheckResult, Note, Outcome, Report, Status
from autograder.student.host.backends import ProcessBackend
from autograder.student.host.cold import ColdProcess
from autograder.student.host.process import StudentProcess
from autograder.student.host.remote import RemoteStudent
from autograder.student.limits import Limits

__all__ = ["Graded", "Launch", "asked_again", "grade", "grade_submission", "graded"]


def grade(
    path: str | PathLike[str],
    assignment: str | Assignment | None = None,
    *,
    seed: int = 0,
    limits: Limits | None = None,
    only: Collection[str] | None = None,
    launch: Launch | None = None,
) -> Report:
    """Grade what lies at a path, on this machine, in a process of its own.

    Args:
        path: one person's folder, zip or exercise file, read as `autograder grade` reads it.
        assignment: the assignment, or its name or folder; by default the one that the path is
            named for, or else ours.
        seed: decides the cases.
        limits: time and memory; the defaults suit an exercise.
        only: ids of the checks that are wanted; those that they depend on are judged, not shown.
        launch: starts a student process; by default one without lock-down.

    Raises:
        UnusablePath: there is nothing to grade.
        UnknownAssignment: there is no such assignment.
        NoProcess: no process can be started here, as in a browser.
    """
    found = (
        assignment
        if isinstance(assignment, Assignment)
        else find_assignment(assignment or usual_assignment([Path(path).resolve().name]))
    )
    submission = one(Path(path), found)
    limits = limits or Limits()
    memory = limits.memory_mb
    launch = launch or (lambda: StudentProcess(ColdProcess(memory)))
    return grade_submission(submission, found, launch, CaseChoice(seed), limits, only=only)


def grade_submission(
    submission: Submission,
    assignment: Assignment,
    launch: Launch,
    choice: CaseChoice,
    limits: Limits,
    *,
    only: Collection[str] | None = None,
) -> Report:
    """Grade a submission whose files have been read."""
    with graded(submission, assignment, launch, choice, limits, only=only) as one:
        return one.report


@dataclass(frozen=True, slots=True)
class Graded:
    """A graded submission whose functions can still be asked.

    Of an exercise that was handed in more than once it is the form that counts.

    Attributes:
        report: what grading said.
        backend: where the functions are; None where no file was handed in.
    """

    report: Report
    backend: ProcessBackend | None

    def student(self) -> RemoteStudent:
        """The student, anew: a function that has hung with another one is asked again.

        Raises:
            ValueError: nothing was handed in.
        """
        if self.backend is None:
            raise ValueError("nothing was handed in, so there is nobody to ask")
        return RemoteStudent(self.backend)


@contextmanager
def graded(
    submission: Submission,
    assignment: Assignment,
    launch: Launch,
    choice: CaseChoice,
    limits: Limits,
    *,
    only: Collection[str] | None = None,
) -> Iterator[Graded]:
    """Grade a submission, and keep its functions at hand for as long as the context lasts."""
    begun = time.perf_counter()
    words = functions_written(submission.files, assignment.functions())
    # What is asked for some checks goes into no record, so nobody compares it.
    compared = words if only is None else Written({})
    prints = prints_of(compared.asked.values())
    copies = notes_on_copies(prints, compared.others, assignment.functions(), assignment.folder)
    copies += [] if compared.whole else [notes.NOT_COMPARED()]
    resting = resting_on_ruler(submission.files, words, assignment)
    with closing(Judgement(assignment, launch, choice, limits, only)) as grading:
        if submission.files or only is not None:
            checks, status, noted = _judged(grading, submission, resting)
        else:
            checks, status = _nothing(assignment), Status.EMPTY
            noted = [*submission.notes, notes.NO_FILE()]
        report = Report(
            student=submission.student,
            assignment=assignment.name,
            status=status,
            seed=choice.seed,
            grader=__version__,
            seconds=round(time.perf_counter() - begun, 4),
            files={file.name: file.sha256 for file in submission.files},
            notes=(*noted, *copies, *_notes_on_resting(resting)),
            checks=tuple(checks),
            environment=environment(grading.lockdown or "nothing ran"),
            written=tuple(assignment.written),
            likeness=likeness(compared),
            prints=encoded(prints),
        )
        yield Graded(report, grading.backend)


@contextmanager
def asked_again(
    submission: Submission, report: Report, assignment: Assignment, launch: Launch, limits: Limits
) -> Iterator[Graded]:
    """The functions of a submission that has been graded before.

    Only where an exercise was handed in more than once is it graded anew, to know which counts.
    """
    answered = [file.exercise for file in submission.files]
    if len(set(answered)) < len(answered):
        with graded(submission, assignment, launch, CaseChoice(report.seed), limits) as one:
            yield one
        return
    files = [load_of(file, assignment) for file in submission.files]
    with closing(ProcessBackend(launch, files, limits)) as backend:
        yield Graded(report, backend if files else None)


def _judged(
    grading: Judgement, submission: Submission, resting: Mapping[str, str]
) -> tuple[list[CheckResult], Status, list[Note]]:
    checks = [ones_own(check, resting) for check in grading.run(submission.files)]
    known = still_true(submission.notes, checks, grading.notes)
    silent = named_but_missing(checks, submission.files, known)
    return checks, grading.status(submission.files), [*known, *grading.notes, *silent]


def _notes_on_resting(resting: Mapping[str, str]) -> list[Note]:
    if not resting:
        return []
    code = ", ".join(sorted(set(resting.values())))
    return [notes.RESTS(functions=sorted(resting), code=code)]


def _nothing(assignment: Assignment) -> list[CheckResult]:
    return [
        CheckResult(
            check.id,
            check.exercise,
            check.function,
            check.points,
            0.0,
            Outcome.FAILED,
            Message(observed="no exercise file was handed in"),
            "missing-file",
        )
        for check in assignment.checks
    ]
