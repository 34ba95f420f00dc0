"""Judges checks on one student and turns what they find into results."""

import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

import numpy as np

from autograder.catalogue import Assignment, Check, Failed, Finding, Misconception
from autograder.grading import wording
from autograder.grading.asking import Inquiry, JudgeInput
from autograder.grading.by_the_clock import KernelClock
from autograder.grading.case_sets import CaseChoice
from autograder.grading.causes import cause_of, notes_on_trouble
from autograder.grading.snippets import snippet
from autograder.locating import place_in
from autograder.messages import NOTHING, Frame, Message, Snippet
from autograder.model import CheckResult, Note, Outcome
from autograder.notes import BROKEN, UNRECOGNISED
from autograder.student.calls import Missing, TimedOut, Trouble
from autograder.student.host.remote import RemoteStudent

# Ids that say what was seen, not which idea is behind it; a recognised idea says more.
_SHALLOW = frozenset(
    {None, "raises", "wrong-arity", "transposed", "wrong-shape", "wrong-type", "wrong-count",
     "wrong-keys", "not-finite", "only-in-part"}
)  # fmt: skip
_UNWRITTEN = frozenset({"not-implemented", "missing-function", "missing-file", "read-in-part"})


@dataclass(frozen=True, slots=True)
class Failure:
    """How a function has failed.

    Attributes:
        lost: it cost the process, and would cost the next one.
        unwritten: there is nothing of the student's to judge.
        remembers: no call of it shows anything without those before.
    """

    lost: bool = False
    unwritten: bool = False
    remembers: bool = False


@dataclass(slots=True)
class Problem:
    """Why a check did not pass.

    Attributes:
        finding: what was seen.
        kept: the share of the points that is earned all the same.
        place: where in the student's code it happened.
        lost: the process was lost by it.
        printed: what was printed before.
        broken: the check itself went wrong.
        cause: what the place where the code runs has to do with it.
        case: the failing case, to paste; see `snippets`.
        remembers: earlier calls had to do with it.
    """

    finding: Finding
    kept: float = 0.0
    place: Frame | None = None
    lost: bool = False
    printed: str = ""
    broken: bool = False
    cause: Misconception | None = None
    case: Snippet = field(default=Snippet())
    remembers: bool = False


@dataclass
class Examiner:
    """Judges the checks of an assignment on one student, in order.

    One bug costs once. A check that fails while an earlier function of the student is known to be
    wrong is judged again with that function answered rightly by the grader; what passes then,
    passes. The same holds for a claim on several functions together, as long as it is still a claim
    on the student: every function is written, and at least half of them are the student's own. Else
    it is blocked, and judged when they are right.

    Attributes:
        assignment: whose checks.
        student: whose functions.
        choice: decides the cases.
        absent: exercise -> why it is not there at all.
        unread: function -> the syntax error in the file that names it.
        failed: functions that have failed a check so far, and how.
        lockdown: how the student process is confined, as in a record's `environment`.
        notes: notes for a person: on checks of ours that went wrong, and on work not counted.
    """

    assignment: Assignment
    student: RemoteStudent
    choice: CaseChoice
    absent: dict[str, str] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)
    failed: dict[str, Failure] = field(default_factory=dict)
    lockdown: str = ""
    notes: list[Note] = field(default_factory=list)
    _recognised: dict[str, str | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.student.answered_by(self.assignment.right)
        self._inquiry = Inquiry(self.assignment, self.student, self.choice)
        self._clock = KernelClock(self.assignment, self.student, self.choice)

    def judge(self, checks: Iterable[Check]) -> list[CheckResult]:
        """The results of some checks, which must come after those of the functions they need."""
        checks = list(checks)
        self.ask(checks)
        with _quietly():
            return [self._judged(check) for check in checks]

    def ask(self, checks: Iterable[Check]) -> None:
        """Ask what some checks ask, in one round trip, so that judging them needs no other."""
        with _quietly():
            self._inquiry.ask_together(
                check.question for check in checks if not self._lost((check.function, *check.needs))
            )

    def _judged(self, check: Check) -> CheckResult:
        wrong = self._wrong_before(check)
        # What hangs costs no second process: whatever calls it is asked with it answered rightly.
        lost = self._lost((*check.needs, *wrong))
        problem = None if lost else self._attempt(check)
        if problem is None and not lost:
            if self.lockdown == "kernel":  # else there is only a clock on the wall
                self.notes += self._clock.contradictions(check)
            return _result(check, Outcome.PASSED, check.points)
        if check.end_to_end and wrong:
            return self._claim(check, wrong, problem)
        if wrong or (check.end_to_end and (wrong := self._wrong_beneath(check.needs))):
            with self.student.with_right(wrong):
                again = self._attempt(check, wrong)
                # Who did not come to an end is not called again: what was seen first says more.
                problem = problem if again and _hung(again) and _hung(problem) else again
                diagnosis = self._diagnosis(check, problem, wrong)
        else:
            diagnosis = self._diagnosis(check, problem)
        if problem is None:
            return _result(check, Outcome.PASSED, check.points)
        if problem.broken:
            self.notes.append(BROKEN(check=check.id, why=problem.finding.observed))
            return _result(check, Outcome.BROKEN, 0.0, wording.BROKEN)
        return self._failed(check, problem, diagnosis)

    def _wrong_before(self, check: Check) -> tuple[str, ...]:
        """Functions that are known to be wrong and that this check's answers may depend on."""
        before = {*check.needs, *self._wrong_beneath([check.function])}
        return tuple(name for name in self.failed if name in before)

    def _wrong_beneath(self, functions: Sequence[str]) -> tuple[str, ...]:
        """Functions known to be wrong that any of these, after them in its exercise, may call."""
        orders = self.assignment.exercises.values()
        earlier = [names[: names.index(f)] for names in orders for f in functions if f in names]
        return tuple(name for name in self.failed if any(name in names for names in earlier))

    def _lost(self, functions: Iterable[str]) -> bool:
        """Whether asking would cost another process, by what is known of these functions."""
        return any(self.failed[name].lost for name in functions if name in self.failed)

    def _claim(self, check: Check, wrong: Sequence[str], problem: Problem | None) -> CheckResult:
        """The result of a claim that does not hold, or was not tried, while functions are wrong."""
        stands = (
            all(name in self.assignment.right for name in wrong)
            and not any(self.failed[name].unwritten for name in wrong)
            and 2 * len(wrong) <= len(set(check.needs))
        )
        if stands:
            with self.student.with_right(wrong):
                if self._attempt(check, wrong) is None:
                    return _result(check, Outcome.PASSED, check.points)
        observed = "" if problem is None or problem.broken else problem.finding.observed
        return _result(check, Outcome.BLOCKED, 0.0, wording.blocked(observed, wrong))

    def _attempt(self, check: Check, replaced: Sequence[str] = ()) -> Problem | None:
        if not replaced and self._inquiry.has_passed(check):
            return None
        try:
            answered = self._inquiry.answered(check.question, replaced)
        except Exception as error:  # noqa: BLE001  # our fault, and never the student's
            return self._fault(error)
        try:
            if answered.refusal is not None:
                raise answered.refusal
            check.judge(answered.drawn, answered.answers)
        except Failed as failed:
            finding = failed.finding
            calls = finding.calls or ((0,) if len(answered.program) == 1 else ())
            return Problem(
                replace(finding, ran=finding.ran or answered.ran()),
                failed.kept,
                printed=answered.printed(calls),
                case=self._case(answered, calls, replaced),
            )
        except Trouble as trouble:
            self.notes += notes_on_trouble(trouble, self.lockdown)
            trouble.ran = trouble.ran or answered.ran(trouble)
            raised = [n for n, a in enumerate(answered.answers) if a.trouble is trouble]
            return replace(
                self._problem(check, trouble),
                case=self._case(answered, raised[:1], replaced),
                remembers=not trouble.alone,
            )
        except Exception as error:  # noqa: BLE001  # our fault, and never the student's
            return self._fault(error)
        if not replaced:
            self._inquiry.passes(check)
        return None

    def _fault(self, error: Exception) -> Problem:
        place = place_in(self.assignment.folder, error)
        return Problem(Finding(f"{place}{type(error).__name__}: {error}"), broken=True)

    def _case(self, answered: JudgeInput, calls: Sequence[int], replaced: Sequence[str]) -> Snippet:
        """What shows a problem again; nothing where the cases are secret, or answers were ours."""
        if not calls or self.choice.salt or replaced:
            return Snippet()
        return snippet(self.assignment, answered.program, calls)

    def _problem(self, check: Check, trouble: Trouble) -> Problem:
        function, observed = trouble.function, f"{trouble.function} {trouble.observed}"
        exercise = self.assignment.exercise_of(function) or check.exercise
        if isinstance(trouble, Missing) and exercise in self.absent:
            return Problem(Finding(self.absent[exercise], diagnosis="missing-file"))
        if isinstance(trouble, Missing) and function in self.unread:
            observed += f"; {self.unread[function]}"
            return Problem(Finding(observed, diagnosis="read-in-part"))
        other = f"{check.function}, with your {function}" if function != check.function else ""
        return Problem(
            Finding(observed, "", trouble.ran or other, trouble.diagnosis, trouble.where),
            place=trouble.frames[-1] if trouble.frames else None,
            lost=trouble.lost,
            printed=trouble.printed,
            cause=cause_of(trouble, self.lockdown),
        )

    def _diagnosis(
        self, check: Check, problem: Problem | None, replaced: Sequence[str] = ()
    ) -> str | None:
        """The id of the idea behind a problem, when all that was seen bears it out."""
        if problem is None or problem.broken:
            return None
        diagnosis = problem.finding.diagnosis
        if diagnosis not in _SHALLOW or problem.cause is not None:
            return diagnosis
        if check.function not in self._recognised:
            self._recognised[check.function] = self._idea(check, replaced)
        return self._recognised[check.function] or diagnosis

    def _idea(self, check: Check, replaced: Sequence[str]) -> str | None:
        try:
            idea = self.assignment.recognise(check.function, self.student)
            seen = self._inquiry.answered(check.question, replaced)
            if idea and self.assignment.bears_out(check.function, idea, seen.drawn, seen.answers):
                return idea
        except Exception as error:  # noqa: BLE001  # our fault; what was seen holds without it
            self.notes.append(UNRECOGNISED(check=check.id, why=self._fault(error).finding.observed))
        return None

    def _failed(self, check: Check, problem: Problem, diagnosis: str | None) -> CheckResult:
        before = self.failed.get(check.function, Failure())
        now = self.failed[check.function] = Failure(
            problem.lost or before.lost,
            problem.finding.diagnosis in _UNWRITTEN or before.unwritten,
            problem.remembers or before.remembers,
        )
        idea = problem.cause or self.assignment.misconceptions.get(diagnosis or "")
        place = problem.place or self.student.place(check.function)
        message = wording.message_on(problem.finding, idea, place, problem.printed)
        earned = round(check.points * min(max(problem.kept, 0.0), 1.0), 4)
        case = Snippet() if now.unwritten or now.remembers else problem.case
        return replace(_result(check, Outcome.FAILED, earned, message, diagnosis), case=case)


def _hung(problem: Problem | None) -> bool:
    return problem is not None and problem.finding.diagnosis == TimedOut.diagnosis


@contextmanager
def _quietly() -> Iterator[None]:
    """No warning of ours, of a student's values among them, reaches a terminal."""
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _result(
    check: Check,
    outcome: Outcome,
    earned: float,
    said: Message = NOTHING,
    diagnosis: str | None = None,
) -> CheckResult:
    return CheckResult(
        check.id, check.exercise, check.function, check.points, earned, outcome, said, diagnosis
    )
