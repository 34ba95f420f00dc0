"""Judges a submission in every form in which its exercises were handed in; the better one counts.

All first forms of the exercises are judged together, in one student process, then all second ones,
and so on. Claims on several exercises are judged at the end, on the forms that count.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from autograder import notes
from autograder.catalogue import Assignment, Check
from autograder.grading.case_sets import CaseChoice
from autograder.grading.examiner import Examiner, Failure
from autograder.handins.content import holds
from autograder.handins.submission import HandIn
from autograder.model import CheckResult, Note, Status
from autograder.student.guest.wire import Load
from autograder.student.host.backends import ProcessBackend, notes_on
from autograder.student.host.process import StudentProcess
from autograder.student.host.remote import RemoteStudent
from autograder.student.limits import Limits

Launch = Callable[[], StudentProcess]
# Of the time for a whole hand-in what each form has at least, so that a copy that hangs takes
# nothing from a right one: in a class 5 of 20 s, and the slowest of 334 right hand-ins takes 0.6.
LEAST_SHARE = 0.25


@dataclass
class Judgement:
    """Judges one submission, and keeps what was noted on the way.

    Attributes:
        assignment, launch, choice, limits, only: as `grade_submission` gets them.
        notes: what was noted on the way.
        unreadable: names of files that could not be read.
        lockdown: how the last student process was confined.
        backend: where the functions are that were judged last.
        used: seconds that the processes of the forms before have used.
    """

    assignment: Assignment
    launch: Launch
    choice: CaseChoice
    limits: Limits
    only: Collection[str] | None
    notes: list[Note] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)
    lockdown: str = ""
    backend: ProcessBackend | None = None
    used: float = 0.0

    def run(self, files: Sequence[HandIn]) -> list[CheckResult]:
        """The results of all wanted checks, in the catalogue's order."""
        checks = self._wanted()
        together = [check for check in checks if check.exercise not in self.assignment.exercises]
        forms = {
            name: [f for f in files if f.exercise == name] for name in self.assignment.exercises
        }
        most = max([1, *(len(candidates) for candidates in forms.values())])
        best: dict[str, _Form] = {}
        for turn in range(most):
            examiner = self._examiner([c[turn] for c in forms.values() if turn < len(c)])
            if most == 1:
                examiner.ask(checks)
            for exercise, candidates in forms.items():
                if turn == 0 or turn < len(candidates):
                    form = _Form.judged(
                        examiner, exercise, _of(checks, exercise), candidates[turn:]
                    )
                    kept = best.setdefault(exercise, form)
                    best[exercise] = form if form.points > kept.points else kept
            if most > 1:
                self._note_what_came_of(examiner)
        if most > 1:
            self._note_forms(forms, best)
            examiner = self._examiner([form.file for form in best.values() if form.file])
            for form in best.values():
                examiner.failed |= form.failed
        results = self._shown([*_flat(best), *examiner.judge(together)])
        self._note_what_came_of(examiner)
        return results

    def close(self) -> None:
        """End the student process."""
        if self.backend is not None:
            self.backend.close()

    def status(self, files: Sequence[HandIn]) -> Status:
        """What became of the submission as a whole."""
        if not files:
            return Status.EMPTY
        return Status.UNREADABLE if self.unreadable >= {f.name for f in files} else Status.GRADED

    def _note_forms(self, forms: dict[str, list[HandIn]], best: "dict[str, _Form]") -> None:
        several = [
            f"{form.file.name}, not {' or '.join(others)}"
            for exercise, form in best.items()
            if form.file and (others := [f.name for f in forms[exercise] if f != form.file])
        ]
        self._note([notes.BETTER_COUNTS(files="; ".join(several))])

    def _examiner(self, files: Sequence[HandIn]) -> Examiner:
        """Somebody to judge these files; the process of those before ends."""
        if self.backend is not None:
            self.used += self.backend.seconds
        self.close()
        loads = [load_of(file, self.assignment) for file in files]
        self.backend = ProcessBackend(self._launch, loads, self._limits_left())
        absent = self._load(self.backend, files)
        examiner = Examiner(self.assignment, RemoteStudent(self.backend), self.choice, absent)
        examiner.lockdown = self.lockdown
        examiner.unread = self._unread(self.backend, files)
        return examiner

    def _limits_left(self) -> Limits:
        """What the next form may use: of the time for all of them what is left, or its share."""
        total = self.limits.total_seconds
        return replace(self.limits, total_seconds=max(total - self.used, LEAST_SHARE * total))

    def _note_what_came_of(self, examiner: Examiner) -> None:
        assert self.backend is not None
        self._note(examiner.notes)
        self._note(notes_on(self.backend.tried))

    def _launch(self) -> StudentProcess:
        process = self.launch()
        self.lockdown = process.lockdown
        return process

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

    def _unread(self, backend: ProcessBackend, files: Sequence[HandIn]) -> dict[str, str]:
        """Functions whose names stand in a file with a syntax error, and what that error is."""
        unread: dict[str, str] = {}
        for file in files:
            for note in backend.loaded[file.exercise].notes:
                if note.kind == notes.SYNTAX_ERROR.id:
                    named = holds(file.data, self.assignment.exercises[file.exercise]).mentioned
                    unread |= {name: note.text for name in named if name not in unread}
        return unread

    def _note(self, found: Iterable[Note]) -> None:
        for note in found:
            if note not in self.notes:
                self.notes.append(note)

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
    ) -> "_Form":
        results = examiner.judge(checks)
        functions = set(examiner.assignment.exercises[exercise])
        failed = {name: how for name, how in examiner.failed.items() if name in functions}
        return cls(candidates[0] if candidates else None, results, failed)

    @property
    def points(self) -> float:
        return sum(result.earned for result in self.results)


def load_of(file: HandIn, assignment: Assignment) -> Load:
    """A file as a student process is told to read it."""
    functions = list(assignment.exercises[file.exercise])
    return Load(file.exercise, file.name.rpartition("/")[2], file.data, functions)


def _of(checks: Sequence[Check], exercise: str) -> list[Check]:
    return [check for check in checks if check.exercise == exercise]


def _flat(best: dict[str, _Form]) -> list[CheckResult]:
    return [result for form in best.values() for result in form.results]
