"""Grades submissions one after the other: what each process of a pool, here or elsewhere, does."""

import contextlib
import gc
import os
import queue
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import autograder
from autograder._version import __version__
from autograder.batch.turns import take_turns
from autograder.catalogue import find_assignment
from autograder.grading.case_sets import CaseChoice
from autograder.grading.submission import Graded, graded
from autograder.handins.copied_code import know_ours
from autograder.handins.submission import Submission
from autograder.model import Report, Status
from autograder.notes import NO_LOCKDOWN, NOT_GRADED
from autograder.student.guest.compacting import keep_freed
from autograder.student.host.child import ParentDied
from autograder.student.host.launching import student_processes
from autograder.student.host.process import StudentProcess
from autograder.student.host.warm import NoLockdown
from autograder.student.limits import Limits

ATTEMPTS = 3  # the first and two more
# At the usual 700 a worker looks for garbage five times a hand-in, which is 1.3 of its 50 ms, and
# again and again among what stays for the whole class.
COLLECT_AFTER = 10_000
# Address space of a worker beyond what it begins with. Right answers take 0.6 GB at most, what one
# hand-in of six sends 0.17 GB (21 times `MAX_KEPT`), and their threads reserve 0.4 GB.
HEADROOM = 3 << 30
_PACKAGE = Path(autograder.__file__).resolve().parent
# The checks, and beside a checkout's package what they are about.
OUR_OWN = (str(_PACKAGE / "assignments"), str(_PACKAGE.parent / "solutions"))


@dataclass(frozen=True, slots=True)
class Settings:
    """What all submissions of a batch have in common.

    Attributes:
        assignment: the assignment's name, or its folder where it is not one of ours.
        seed: decides the cases, with the salt and the student's name.
        salt: a secret of the instructor; empty for the cases that everybody practises on.
        limits: of each submission.
        unsafe: grade without lock-down.
        secrets: paths that student code must not be able to read: salt, hand-ins, results.
    """

    assignment: str
    seed: int
    salt: bytes
    limits: Limits
    unsafe: bool = False
    secrets: tuple[str, ...] = ()

    def choice(self, student: str) -> CaseChoice:
        """What decides a student's cases."""
        return CaseChoice(self.seed, self.salt, student)


@dataclass(frozen=True, slots=True)
class Task:
    """One submission to grade.

    Attributes:
        submission: its files, which have been read.
        left_out: something that looked like an exercise file could not be read.
    """

    submission: Submission
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Begun:
    """What a worker says when it takes up a student's task; with nobody's name, that it is up."""

    student: str | None = None


class Grader:
    """Grades tasks with student processes of its own."""

    def __init__(self, settings: Settings) -> None:
        """Prepare, the self-test of the lock-down included.

        Raises:
            NoLockdown: student processes cannot be locked down here.
        """
        self.settings = settings
        self.assignment = find_assignment(settings.assignment)
        secrets = (*settings.secrets, *OUR_OWN, str(self.assignment.folder))
        self.launcher = student_processes(settings.limits, unsafe=settings.unsafe, secrets=secrets)

    def close(self) -> None:
        """End the student processes."""
        self.launcher.close()

    def grade(self, task: Task) -> Report:
        """The report, whatever the submission does; graded again when its process was lost
        through no fault of its own."""
        for _ in range(ATTEMPTS):
            before = self.launcher.troubles
            report = self._attempt(task)
            if self.launcher.troubles == before:
                return self._finished(task, report)
        return given_up(task, self.settings, "the process that forks student processes died")

    def _attempt(self, task: Task) -> Report:
        settings, submission = self.settings, task.submission
        before = self.launcher.troubles
        launched: list[StudentProcess] = []

        def launch() -> StudentProcess:
            if self.launcher.troubles != before:  # nobody will want the rest of this attempt
                raise ParentDied("the warm parent died during this submission")
            launched.append(self.launcher.launch())
            return launched[-1]

        choice = settings.choice(submission.student)
        try:
            with graded(submission, self.assignment, launch, choice, settings.limits) as one:
                self.while_alive(one)
                return one.report
        except Exception as error:  # noqa: BLE001  # our fault; the class must not wait for it
            return given_up(task, settings, f"the grader failed: {type(error).__name__}: {error}")
        finally:
            for process in launched:  # whatever became of the submission, none outlives it
                process.end()

    def while_alive(self, one: Graded) -> None:
        """What is done with a graded submission while its functions can be asked; nothing here."""

    def _finished(self, task: Task, report: Report) -> Report:
        if task.left_out and report.status is Status.EMPTY:
            report = replace(report, status=Status.UNREADABLE)
        if self.launcher.degree == "process":
            report = replace(report, notes=(*report.notes, NO_LOCKDOWN()))
        return report


def know_assignment(name: str) -> None:
    """Read what grading it needs, which a worker has then if it is forked from here."""
    assignment = find_assignment(name)
    know_ours(assignment.functions(), assignment.folder)


def given_up(task: Task, settings: Settings, why: str) -> Report:
    """The record of a submission that could not be graded; it is tried again by the next run."""
    assignment = find_assignment(settings.assignment)
    return Report(
        student=task.submission.student,
        assignment=assignment.name,
        status=Status.ERROR,
        seed=settings.seed,
        grader=__version__,
        files={file.name: file.sha256 for file in task.submission.files},
        max_score=assignment.max_score,
        notes=(*task.submission.notes, NOT_GRADED(why=why)),
    )


Make = Callable[[Settings], Grader]


def work(
    connection: "Connection[Any, Any]",
    settings: Settings,
    core: int | None = None,
    make: Make = Grader,
) -> None:
    """A worker process: tasks in, what was begun and reports out, until the other side hangs up.

    It stays on one core with its student processes, where there is one for it: it waits for them
    and they for it, and waking a process on another core takes longer (a tenth of all the time).
    """
    if core is not None:
        os.sched_setaffinity(0, {core})
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a Ctrl-C is for the process that has us
    bound_memory()
    try:
        grader = make(settings)
    except NoLockdown as error:
        with contextlib.suppress(OSError):  # another worker may have said so before
            connection.send(error)
        return
    keep_freed()
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER, 10, 10)
    tasks: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
    try:
        threading.Thread(target=_listen, args=(connection, tasks), daemon=True).start()
    except RuntimeError:  # there is no thread to be had; who started us says what that means
        grader.close()
        return

    def grade(task: Task) -> None:
        connection.send(Begun(task.submission.student))
        connection.send(grader.grade(task))

    with contextlib.closing(grader), contextlib.suppress(OSError):
        connection.send(Begun())
        take_turns(tasks, grade, grader.launcher)


def bound_memory() -> None:
    """Have what is too large be an error in this process, and not the end of somebody else's."""
    with contextlib.suppress(ImportError, OSError, ValueError):  # not Linux, or no /proc
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + HEADROOM
        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        if soft == resource.RLIM_INFINITY or soft > most:
            resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _listen(connection: "Connection[Any, Any]", tasks: queue.SimpleQueue[Task | None]) -> None:
    """Take tasks as they come, so that sending one never waits for another to be graded."""
    try:
        while True:
            tasks.put(connection.recv())
    except (EOFError, OSError):
        tasks.put(None)
