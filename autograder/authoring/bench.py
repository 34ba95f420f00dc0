"""Judges submissions of one assignment, one after the other or in several processes."""

import contextlib
import multiprocessing
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from typing import Any, TypeVar

from autograder.batch.forkserver import one_thread
from autograder.catalogue import Assignment, Check, find_assignment
from autograder.grading.case_sets import CaseChoice
from autograder.grading.examiner import Examiner
from autograder.grading.submission import Graded, graded
from autograder.handins.submission import from_files
from autograder.locating import place_in
from autograder.model import CheckResult, Note, Report
from autograder.notes import BROKEN
from autograder.refusals import Refusal
from autograder.student.guest.wire import Load
from autograder.student.host.backends import ProcessBackend
from autograder.student.host.launching import Launcher, student_processes
from autograder.student.host.remote import RemoteStudent
from autograder.student.host.warm import NoLockdown
from autograder.student.limits import Limits

# Right code needs milliseconds; each endless loop of a corpus, and of a mutant, costs this much.
LIMITS = Limits(call_seconds=3.0)


class BrokenChecks(Refusal):
    """The author's own code ends with an error; the text says where, and with which."""


Thing = TypeVar("Thing")
Made = TypeVar("Made")


class Bench:
    """Where submissions are judged.

    Attributes:
        assignment: whose checks.
        solutions: exercise -> text of its solution.
        launcher: of student processes.
    """

    def __init__(self, assignment: Assignment, solutions: Mapping[str, str]) -> None:
        """Start what student processes are forked from: locked down where that is possible."""
        self.assignment, self.solutions = assignment, solutions
        try:
            self.launcher: Launcher = student_processes(LIMITS)
        except NoLockdown:  # the author's own files
            self.launcher = student_processes(LIMITS, unsafe=True)

    def close(self) -> None:
        """End it."""
        self.launcher.close()

    @contextlib.contextmanager
    def graded(
        self,
        name: str,
        files: Mapping[str, bytes],
        seed: int = 0,
        only: Collection[str] | None = None,
    ) -> Iterator[Graded]:
        """The report on a submission, and its functions, to be asked more.

        Args:
            files: name -> bytes.
            seed: decides the cases.
            only: ids of the checks that are wanted; all when it is None.

        Raises:
            BrokenChecks: a check went wrong by itself; so do the next two.
        """
        submission = from_files(name, files, self.assignment.exercises)
        launch, choice = self.launcher.launch, CaseChoice(seed)
        with graded(submission, self.assignment, launch, choice, LIMITS, only=only) as one:
            _require_sound(one.report.notes, name, seed)
            yield one

    def judge(
        self,
        name: str,
        files: Mapping[str, bytes],
        seed: int = 0,
        functions: Sequence[str] | None = None,
    ) -> Report:
        """The report on a submission.

        Args:
            name, files, seed: as above.
            functions: only the checks that carry the points of these.
        """
        only = functions and {c.id for c in self.assignment.checks if c.function in functions}
        with self.graded(name, files, seed, only or None) as one:
            return one.report

    def judged_alone(
        self, student: RemoteStudent, checks: Iterable[Check], seed: int
    ) -> list[CheckResult]:
        """The results of these checks and no others, with no right function served for a wrong one.

        Args:
            checks: which ones; what they need is taken for right.
            seed: decides the cases.
        """
        examiner = Examiner(replace(self.assignment, right={}), student, CaseChoice(seed))
        results = examiner.judge(checks)
        _require_sound(examiner.notes, "one function", seed)
        return results

    @contextlib.contextmanager
    def student(self, files: Mapping[str, bytes]) -> Iterator[RemoteStudent]:
        """The functions of a submission, or of some of its exercises, to be asked anything."""
        loads = [
            Load(exercise, f"{exercise}.py", files[f"{exercise}.py"], list(functions))
            for exercise, functions in self.assignment.exercises.items()
            if f"{exercise}.py" in files
        ]
        backend = ProcessBackend(self.launcher.launch, loads, LIMITS)
        try:
            backend.load()
            yield RemoteStudent(backend)
        finally:
            backend.close()


def _require_sound(notes: Iterable[Note], name: str, seed: int) -> None:
    for note in notes:
        if note.kind == BROKEN.id:
            raise BrokenChecks(f"on {name}, seed {seed}: {note.text}")


def on_benches(
    judge: Callable[[Bench, Thing], Made],
    things: Iterable[Thing],
    assignment: Assignment,
    solutions: Mapping[str, str],
    workers: int = 1,
) -> Iterator[Made]:
    """What `judge` makes of all things, in order, as it is made.

    Args:
        assignment, solutions: of the benches.
        workers: processes, each with a bench; with one it is this process.
    """
    waiting = list(things)
    if workers == 1 or len(waiting) < 2:
        with contextlib.closing(Bench(assignment, solutions)) as bench:
            for thing in waiting:
                yield _judged_on(bench, judge, thing)
        return
    one_thread()
    context = multiprocessing.get_context("spawn")
    begun = (assignment.reference, dict(solutions))
    with ProcessPoolExecutor(workers, context, _begin, begun) as pool:
        try:
            yield from pool.map(_judged, ((judge, thing) for thing in waiting), chunksize=4)
        except BaseException:  # nobody waits for the rest, also when it is interrupted
            pool.shutdown(wait=False, cancel_futures=True)
            raise


_bench: list[Bench] = []  # of a worker process


def _begin(reference: str, solutions: Mapping[str, str]) -> None:
    _bench.append(Bench(find_assignment(reference), solutions))


def _judged(job: tuple[Callable[[Bench, Any], Any], Any]) -> Any:
    judge, thing = job
    return _judged_on(_bench[0], judge, thing)


def _judged_on(bench: Bench, judge: Callable[[Bench, Thing], Made], thing: Thing) -> Made:
    try:
        return judge(bench, thing)
    except BrokenChecks:
        raise
    except Exception as error:  # noqa: BLE001  # an author's code may raise anything
        place = place_in(bench.assignment.folder, error)
        raise BrokenChecks(f"{place}{type(error).__name__}: {error}") from None
