"""Runs checks on one student and turns what they find into results.

One bug costs once: a check that fails while an earlier function of the student is known to be
wrong is run again with that function answered rightly by the grader; what passes then, passes.
"""

from __future__ import annotations

import contextlib
import hashlib
import inspect
import secrets
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

import numpy as np

from autograder.catalogue import Assignment, Check, Failed, Finding, Observation
from autograder.model import CheckResult, Note, Outcome
from autograder.notes import BROKEN
from autograder.student.calls import Answer, Asking, Frame, Missing, Program, Trouble
from autograder.student.guest.wire import Encoded, encode
from autograder.student.host.process import Lost
from autograder.student.host.remote import RemoteStudent, answers_of, steps_of

MAX_PRINTED = 200  # characters of output that are shown with a check
# Ids that say what was seen, not which idea is behind it; a recognised idea says more.
_SHALLOW = frozenset(
    {
        None,
        "raises",
        "wrong-arity",
        "transposed",
        "wrong-shape",
        "wrong-type",
        "wrong-count",
        "wrong-keys",
        "not-finite",
    }
)


DrawKey = tuple[int, bytes, str]


@dataclass(frozen=True, slots=True)
class Draw:
    """Decides the cases: the same draw gives the same cases, whatever runs before or beside.

    Attributes:
        seed: the number that a report shows.
        salt: known to the instructor only, so that nobody can compute the cases of a class.
        student: whose cases; only with a salt, so that everybody practises on the same ones.
    """

    seed: int = 0
    salt: bytes = b""
    student: str = ""

    @property
    def key(self) -> DrawKey:
        """Equal for draws that give the same cases."""
        return self.seed, self.salt, self.student if self.salt else ""

    def generator(self, check_id: str) -> np.random.Generator:
        """The generator for the cases of one check."""
        seed, salt, student = self.key
        who = student.encode("utf-8", "surrogateescape")
        parts = [str(seed).encode(), salt, who, check_id.encode()]
        digest = hashlib.sha256(b"".join(len(p).to_bytes(4, "big") + p for p in parts)).digest()
        return np.random.default_rng(int.from_bytes(digest[:16], "big"))


@dataclass
class Examiner:
    """Judges the checks of an assignment on one student, in order.

    Attributes:
        assignment: whose checks.
        student: whose functions.
        draw: decides the cases.
        absent: exercise -> why it is not there at all.
        failed: functions that have failed a check so far, with whether that cost the process.
    """

    assignment: Assignment
    student: RemoteStudent
    draw: Draw
    absent: dict[str, str] = field(default_factory=dict)
    failed: dict[str, bool] = field(default_factory=dict)
    broken: list[Note] = field(default_factory=list)
    _recognised: dict[str, str | None] = field(default_factory=dict)
    _observed: dict[tuple[_Question, tuple[str, ...]], Observed] = field(default_factory=dict)
    _begun: dict[_Question, tuple[Asking[Any], Program]] = field(default_factory=dict)
    _ahead: dict[_Question, bytes] = field(default_factory=dict)
    _digests: dict[_Question | None, bytes] = field(default_factory=dict)
    _asked_again: set[_Question | None] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.student.answered_by(self.assignment.right)

    def judge(self, checks: Iterable[Check]) -> list[CheckResult]:
        """The results of some checks, which must come after those of the functions they need."""
        checks = list(checks)
        self._ask_ahead(checks)
        return [self.judge_one(check) for check in checks]

    def judge_one(self, check: Check) -> CheckResult:
        """The result of one check."""
        guilty = [name for name in check.needs if name in self.failed]
        if check.end_to_end:
            return self._judge_together(check, guilty)
        lost = any(self.failed[name] for name in guilty)
        problem = None if lost else self._attempt(check)
        if guilty and (lost or problem is not None):
            with self.student.with_right(guilty):
                problem = self._attempt(check, guilty)
                if problem is not None:
                    problem = self._diagnosed(check, problem)
        elif problem is not None:
            problem = self._diagnosed(check, problem)
        if problem is None:
            return self._result(check, Outcome.PASSED, check.points)
        if problem.broken:
            return self._broken(check, problem)
        self.failed[check.function] = problem.lost or self.failed.get(check.function, False)
        return self._failed(check, problem)

    def _judge_together(self, check: Check, guilty: list[str]) -> CheckResult:
        lost = [name for name in guilty if self.failed[name]]
        problem = Problem(Finding("")) if lost else self._attempt(check)
        if problem is None:
            return self._result(check, Outcome.PASSED, check.points)
        if problem.broken:
            return self._broken(check, problem)
        if guilty:
            whose = ", ".join(f"`{name}`" for name in guilty)
            why = f"we saw: {problem.finding.observed}\n" if problem.finding.observed else ""
            message = f"{why}expected: first a right {whose}; this claim is judged again after that"
            return self._result(check, Outcome.BLOCKED, 0.0, clean_lines(message))
        return self._failed(check, problem)

    def _ask_ahead(self, checks: Iterable[Check]) -> None:
        """Ask in one round trip what each of these checks asks first.

        A round trip wakes two processes, which costs more than most of what is asked.
        """
        questions = {
            question: None
            for check in checks
            if (question := _question(check))
            and not any(self.failed.get(name) for name in (check.function, *check.needs))
        }
        programs = self._encoded(tuple(questions))
        replies = self.student.run_all(list(programs.values()))
        self._ahead = {} if replies is None else dict(zip(programs, replies, strict=True))
        self._digests = {question: _digest(reply) for question, reply in self._ahead.items()}

    def _encoded(self, questions: tuple[_Question, ...]) -> dict[_Question, Encoded]:
        """What each asks first; of a class that is judged on the same cases, encoded once."""
        key = self.assignment.name, self.draw.key, questions
        if key not in _encoded:
            programs = {}
            for question in questions:
                # What ends it before it asks, ends it again when the check is judged.
                with contextlib.suppress(Exception):
                    self._begun[question] = self._begin(question)
                    programs[question] = Encoded(encode(steps_of(self._begun[question][1])))
            if len(_encoded) >= MAX_ENCODED:
                _encoded.clear()
            _encoded[key] = programs
        return _encoded[key]

    def _attempt(self, check: Check, replaced: Sequence[str] = ()) -> Problem | None:
        question = _question(check)
        # A verdict on what was answered ahead, and on nothing else: see where it is remembered.
        verdict = None
        if question in self._digests and not replaced:
            verdict = self.draw.key, check, self._digests[question]
            if verdict in _passed:
                return None
        try:
            if question is None:
                check.body(self.student, self._cases(check.id))
            elif check.observing is None:
                self._ask(question, replaced)
            else:
                check.body(self._observe(question, replaced))
        except Failed as failed:
            return Problem(failed.finding, failed.kept)
        except Trouble as trouble:
            return self._problem(check, trouble)
        except Exception as error:  # noqa: BLE001  # our fault, and never the student's
            return Problem(Finding(f"{type(error).__name__}: {error}"), broken=True)
        if verdict is not None and question not in self._asked_again:
            if len(_passed) >= MAX_PASSED:
                _passed.clear()
            _passed.add(verdict)
        return None

    def _cases(self, whose: str) -> Any:
        return self.assignment.cases(self.draw.generator(whose))

    def _ask(self, question: _Question, replaced: Sequence[str]) -> Any:
        """What the asking returns, carried on from what was asked ahead where that is of use."""
        try:
            begun = self._begun.pop(question) if question in self._begun else self._begin(question)
            asking, program = begun
            answers = None if replaced else self._answered_ahead(question, program)
            while True:
                if answers is None:
                    self._asked_again.add(question)
                    answers = self.student.run(program)
                program = asking.send(answers)
                answers = None
        except StopIteration as end:
            return end.value

    def _begin(self, question: _Question) -> tuple[Asking[Any], Program]:
        asking = question.ask(self._cases(question.cases))
        return asking, next(asking)

    def _answered_ahead(self, question: _Question, program: Program) -> list[Answer] | None:
        reply = self._ahead.pop(question, None)
        with contextlib.suppress(Lost):  # it is no answer to this: asked alone, it will say so
            return None if reply is None else answers_of(program, reply)
        return None

    def _observe(self, question: _Question, replaced: Sequence[str]) -> Any:
        key = question, tuple(replaced)
        if key not in self._observed:
            try:
                self._observed[key] = Observed(self._ask(question, replaced))
            except (Failed, Trouble) as refusal:
                self._observed[key] = Observed(None, refusal)
        observed = self._observed[key]
        if observed.refusal is not None:
            raise observed.refusal
        return observed.seen

    def _problem(self, check: Check, trouble: Trouble) -> Problem:
        observed = f"{trouble.function} {trouble.observed}"
        exercise = self.assignment.exercise_of(trouble.function) or check.exercise
        if isinstance(trouble, Missing) and exercise in self.absent:
            observed = self.absent[exercise]
        ran = (
            ""
            if trouble.function == check.function
            else f"{check.function}, with your {trouble.function}"
        )
        place = trouble.frames[-1] if trouble.frames else None
        return Problem(
            Finding(observed, "", trouble.ran or ran, trouble.diagnosis, trouble.where),
            place=place,
            lost=trouble.lost,
            printed=trouble.printed,
        )

    def _diagnosed(self, check: Check, problem: Problem) -> Problem:
        if problem.broken or problem.finding.diagnosis not in _SHALLOW:
            return problem
        if check.function not in self._recognised:
            self._recognised[check.function] = self.assignment.recognise(
                check.function, self.student
            )
        problem.recognised = self._recognised[check.function]
        return problem

    def _failed(self, check: Check, problem: Problem) -> CheckResult:
        diagnosis = problem.recognised or problem.finding.diagnosis
        place = problem.place or self.student.place(check.function)
        earned = round(check.points * min(max(problem.kept, 0.0), 1.0), 4)
        message = self._message(problem, diagnosis, place)
        return self._result(check, Outcome.FAILED, earned, message, diagnosis)

    def _message(self, problem: Problem, diagnosis: str | None, place: Frame | None) -> str:
        finding = problem.finding
        idea = self.assignment.misconceptions.get(diagnosis or "")
        lines = [
            ("we ran", finding.ran),
            ("we saw", finding.observed),
            ("expected", finding.expected),
            ("where", finding.where),
            ("likely", idea.sentence if idea else ""),
            ("think about", idea.pointer if idea else ""),
            ("look at", str(place) if place and place.line else ""),
            ("printed", problem.printed.strip()[:MAX_PRINTED]),
        ]
        return "\n".join(f"{label}: {clean(text)}" for label, text in lines if text)

    def _broken(self, check: Check, problem: Problem) -> CheckResult:
        self.broken.append(BROKEN(check=check.id, why=clean(problem.finding.observed)))
        message = (
            "we saw: this check itself went wrong; that is not your fault and costs you nothing"
        )
        return self._result(check, Outcome.BROKEN, check.points, message)

    @staticmethod
    def _result(
        check: Check,
        outcome: Outcome,
        earned: float,
        message: str = "",
        diagnosis: str | None = None,
    ) -> CheckResult:
        return CheckResult(
            check.id,
            check.exercise,
            check.function,
            check.points,
            earned,
            outcome,
            message,
            diagnosis,
        )


class _Question(NamedTuple):
    """What a check asks by `yield`, and the name under which its cases are drawn."""

    ask: Observation
    cases: str


@cache
def _question(check: Check) -> _Question | None:
    if check.observing is not None:
        return _Question(check.observing, f"{check.function} {check.observing.__name__}")
    if inspect.isgeneratorfunction(check.body):
        return _Question(check.body, check.id)
    return None


@dataclass(frozen=True, slots=True)
class Observed:
    """What several checks judge, or why there is nothing to judge."""

    seen: Any
    refusal: Failed | Trouble | None = None


@dataclass(slots=True)
class Problem:
    """Why a check did not pass."""

    finding: Finding
    kept: float = 0.0
    place: Frame | None = None
    lost: bool = False
    printed: str = ""
    broken: bool = False
    recognised: str | None = None


# A check judges nothing but the answers, by the cases of its draw: the same answers pass again. Of
# a class that is judged on the same cases, most right answers are the same to the last bit.
MAX_PASSED = 20_000  # of 0.3 kB; a class with a salt fills it with what never comes again
_passed: set[tuple[DrawKey, Check, bytes]] = set()
MAX_ENCODED = 16  # of 0.3 MB: one for each exercise and one for the claims
_encoded: dict[tuple[str, DrawKey, tuple[_Question, ...]], dict[_Question, Encoded]] = {}
# Nobody outside can look for other answers with the same digest.
_KEY = secrets.token_bytes(16)


def _digest(reply: bytes) -> bytes:
    return hashlib.blake2b(reply, digest_size=16, key=_KEY).digest()


def clean(text: str, limit: int = 400) -> str:
    """One line of printable text: student's text may hold anything."""
    shown = "".join(
        character if unicodedata.category(character)[0] != "C" else " "
        for character in text[: 4 * limit]
    )
    joined = " ".join(shown.split())
    return joined if len(joined) <= limit else joined[: limit - 1] + "…"


def clean_lines(text: str) -> str:
    """The same, line by line."""
    return "\n".join(clean(line) for line in text.splitlines())
