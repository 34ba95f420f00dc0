"""Grades one submission: `grade(path) -> Report`."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path

from autograder import notes
from autograder._version import __version__
from autograder.catalogue import Assignment, Check, find_assignment
from autograder.grading.draw import Draw
from autograder.grading.environment import environment
from autograder.grading.examiner import Examiner, Failure
from autograder.grading.silence import named_but_missing
from autograder.handins.finding import one
from autograder.handins.likeness import likeness
from autograder.handins.submission import HandIn, Submission
from autograder.model import CheckResult, Note, Outcome, Report, Status
from autograder.student.guest.wire import Load
from autograder.student.host.backends import ProcessBackend, notes_on
from autograder.student.host.cold import ColdProcess
from autograder.student.host.process import StudentProcess
from autograder.student.host.remote import RemoteStudent
from autograder.student.limits import Limits

Launch = Callable[[], StudentProcess]


def grade(
    path: str | PathLike[str],
    assignment: str = "weight_init",
    *,
    seed: int = 0,
    limits: Limits | None = None,
    only: Collection[str] | None = None,
    started: Sequence[ColdProcess] = (),
) -> Report:
    """Grade what lies at a path, on this machine, in a process of its own.

    Args:
        path: one person's folder, zip or exercise file, read as `autograder grade` reads it.
        assignment: the assignment's name.
        seed: decides the cases.
        limits: time and memory; the defaults suit an exercise.
        only: ids of the checks that are wanted; those that they depend on are judged, not shown.
        started: processes that were started meanwhile, to be used first.

    Raises:
        UnusablePath: there is nothing to grade.
        UnknownAssignment: there is no such assignment.
    """
    found = find_assignment(assignment)
    submission = one(Path(path), found)
    limits = limits or Limits()
    waiting = list(started)
    return grade_submission(
        submission,
        found,
        lambda: StudentProcess(waiting.pop() if waiting else ColdProcess(limits.memory_mb)),
        Draw(seed),
        limits,
        only=only,
    )


def grade_submission(
    submission: Submission,
    assignment: Assignment,
    launch: Launch,
    draw: Draw,
    limits: Limits,
    *,
    only: Collection[str] | None = None,
) -> Report:
    """Grade a submission whose files have been read.

    Args:
        submission: the files.
        assignment: what they are held against.
        launch: starts a student process.
        draw: decides the cases.
        limits: time and memory.
        only: as in `grade`.
    """
    begun = time.perf_counter()
    if submission.files or only is not None:
        grading = _Grading(assignment, launch, draw, limits, only)
        checks = grading.run(submission.files)
        silent = named_but_missing(checks, submission.files, submission.notes)
        status, noted = grading.status(submission.files), [*grading.notes, *silent]
        lockdown = grading.lockdown
    else:
        checks, noted = _nothing(assignment), [notes.NO_FILE()]
        status, lockdown = Status.EMPTY, ""
    return Report(
        student=submission.student,
        assignment=assignment.name,
        status=status,
        seed=draw.seed,
        grader=__version__,
        seconds=round(time.perf_counter() - begun, 4),
        files={file.name: file.sha256 for file in submission.files},
        notes=(*submission.notes, *noted),
        checks=tuple(checks),
        environment=environment(lockdown or "nothing ran"),
        written=tuple(assignment.written),
        likeness=likeness(submission.files, assignment.functions()),
    )


def _nothing(assignment: Assignment) -> list[CheckResult]:
    return [
        CheckResult(
            check.id,
            check.exercise,
            check.function,
            check.points,
            0.0,
            Outcome.FAILED,
            "we saw: no exercise file was handed in",
            "missing-file",
        )
        for check in assignment.checks
    ]


@dataclass
class _Grading:
    """One submission on its way through the checks.

    Attributes:
        assignment, launch, draw, limits, only: as `grade_submission` gets them.
        notes: what was noted on the way.
        unreadable: names of files that could not be read.
        lockdown: how the last student process was confined.
    """

    assignment: Assignment
    launch: Launch
    draw: Draw
    limits: Limits
    only: Collection[str] | None
    notes: list[Note] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)
    lockdown: str = ""

    def run(self, files: Sequence[HandIn]) -> list[CheckResult]:
        """The results of all wanted checks, in the catalogue's order."""
        checks = self._wanted()
        together = [check for check in checks if check.exercise not in self.assignment.exercises]
        forms = {
            name: [f for f in files if f.exercise == name] for name in self.assignment.exercises
        }
        best: dict[str, _Form] = {}
        for turn in range(max([1, *(len(candidates) for candidates in forms.values())])):
            chosen = [c[turn] for c in forms.values() if turn < len(c)]
            with self._examiner(chosen) as examiner:
                for exercise, candidates in forms.items():
                    if turn == 0 or turn < len(candidates):
                        form = _Form.judged(
                            examiner, exercise, _of(checks, exercise), candidates[turn:]
                        )
                        kept = best.setdefault(exercise, form)
                        best[exercise] = form if form.points > kept.points else kept
                if not any(len(candidates) > 1 for candidates in forms.values()):
                    return self._shown([*_flat(best), *examiner.judge(together)])
        self._note_forms(forms, best)
        with self._examiner([form.file for form in best.values() if form.file]) as examiner:
            for form in best.values():
                examiner.failed |= form.failed
            return self._shown([*_flat(best), *examiner.judge(together)])

    def status(self, files: Sequence[HandIn]) -> Status:
        """What became of the submission as a whole."""
        if not files:
            return Status.EMPTY
        return Status.UNREADABLE if self.unreadable >= {f.name for f in files} else Status.GRADED

    def _note_forms(self, forms: dict[str, list[HandIn]], best: dict[str, _Form]) -> None:
        several = [
            f"{form.file.name} (of {len(forms[exercise])})"
            for exercise, form in best.items()
            if form.file and len(forms[exercise]) > 1
        ]
        self._note([notes.BETTER_COUNTS(files=", ".join(several))])

    @contextmanager
    def _examiner(self, files: Sequence[HandIn]) -> Iterator[Examiner]:
        backend = ProcessBackend(self._launch, [self._exercise_file(f) for f in files], self.limits)
        try:
            absent = self._load(backend, files)
            examiner = Examiner(self.assignment, RemoteStudent(backend), self.draw, absent)
            examiner.lockdown = self.lockdown
            yield examiner
            self._note(examiner.broken)
            self._note(notes_on(backend.tried))
        finally:
            backend.close()

    def _launch(self) -> StudentProcess:
        process = self.launch()
        self.lockdown = process.lockdown
        return process

    def _exercise_file(self, file: HandIn) -> Load:
        functions = list(self.assignment.exercises[file.exercise])
        return Load(file.exercise, file.name.rpartition("/")[2], file.data, functions)

    def _load(self, backend: ProcessBackend, files: Sequence[HandIn]) -> dict[str, str]:
        backend.load()
        absent = {
            exercise: f"there is no {exercise}.py or {exercise}.ipynb"
            for exercise in self.assignment.exercises
        }
        for file in files:
            loading = backend.loaded[file.exercise]
            del absent[file.exercise]
            self._note(loading.notes)
            if loading.unreadable:
                self.unreadable.add(file.name)
                note = notes.UNREADABLE(file=file.name, why=loading.unreadable)
                absent[file.exercise] = note.text
                self._note([note])
        return absent

    def _note(self, found: Iterable[Note]) -> None:
        self.notes += [note for note in found if note not in self.notes]

    def _wanted(self) -> list[Check]:
        checks = self.assignment.checks
        if self.only is None:
            return checks
        functions: set[str] = set()
        for check in checks:
            if check.id in self.only:
                functions |= {check.function, *check.needs}
        return [
            check
            for check in checks
            if check.id in self.only or (check.function in functions and not check.end_to_end)
        ]

    def _shown(self, results: list[CheckResult]) -> list[CheckResult]:
        return [r for r in results if self.only is None or r.id in self.only]


@dataclass(frozen=True)
class _Form:
    """One exercise, judged in one of the forms in which it was handed in."""

    file: HandIn | None
    results: list[CheckResult]
    failed: dict[str, Failure]

    @classmethod
    def judged(
        cls,
        examiner: Examiner,
        exercise: str,
        checks: Sequence[Check],
        candidates: Sequence[HandIn],
    ) -> _Form:
        results = examiner.judge(checks)
        functions = set(examiner.assignment.exercises[exercise])
        failed = {name: how for name, how in examiner.failed.items() if name in functions}
        return cls(candidates[0] if candidates else None, results, failed)

    @property
    def points(self) -> float:
        return sum(result.earned for result in self.results)


def _of(checks: Sequence[Check], exercise: str) -> list[Check]:
    return [check for check in checks if check.exercise == exercise]


def _flat(best: dict[str, _Form]) -> list[CheckResult]:
    return [result for form in best.values() for result in form.results]
