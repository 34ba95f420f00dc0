"""The register of checks: what an assignment consists of.

An assignment is a package that holds an `ASSIGNMENT` and modules of checks. A check is a plain
function; its name is a claim, and the first line of its docstring is what the student reads.
"""

from __future__ import annotations

import hashlib
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, wraps
from types import ModuleType
from typing import Any, NoReturn

import numpy as np

from autograder.student.calls import Answer, Asking, Program, Student

CheckFunction = Callable[..., Any]
Observation = Callable[[Any], Asking[Any]]
# Draws cases and says what is asked of the student on them.
Asks = Callable[[Any], tuple[Any, Program]]


class UnknownAssignment(ValueError):
    """There is no assignment of that name."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a failed check saw, in the student's words.

    Attributes:
        observed: what was seen ("W1 is off by 61 %").
        expected: what should have been seen; may be empty where the claim says it.
        ran: which call was made on what.
        diagnosis: the id of the misconception that the numbers show, or None.
        where: in which part of the function's domain it begins ("only for square W").
    """

    observed: str
    expected: str = ""
    ran: str = ""
    diagnosis: str | None = None
    where: str = ""


class Failed(Exception):
    """Ends a check that failed; `kept` is the share of its points that is earned all the same."""

    def __init__(self, finding: Finding, kept: float = 0.0) -> None:
        super().__init__(finding.observed)
        self.finding = finding
        self.kept = kept


def fail(
    observed: str,
    *,
    expected: str = "",
    ran: str = "",
    diagnosis: str | None = None,
    where: str = "",
    kept: float = 0.0,
) -> NoReturn:
    """End the check as failed."""
    raise Failed(Finding(observed, expected, ran, diagnosis, where), kept)


@dataclass(frozen=True, slots=True)
class Check:
    """One claim about one function."""

    exercise: str
    function: str
    name: str
    points: float
    needs: tuple[str, ...]
    body: CheckFunction
    end_to_end: bool = False
    observing: Observation | None = None

    @property
    def id(self) -> str:
        """`exercise.function.name`."""
        return f"{self.exercise}.{self.function}.{self.name}"

    @property
    def claim(self) -> str:
        """The first line of the docstring."""
        return (inspect.getdoc(self.body) or "").partition("\n")[0]


@dataclass(frozen=True, slots=True)
class Misconception:
    """A wrong idea: what it is, and where to think again (never the formula)."""

    id: str
    sentence: str
    pointer: str


@dataclass
class Assignment:
    """What is handed in, and the checks on it.

    Attributes:
        name: its folder's name.
        exercises: file stem -> names that the file must define, in the order of the lesson.
        cases: makes the cases of one check from a random generator.
        right: right answers by function, served to a student's later functions when the function
            itself has failed, so that one bug costs once.
        misconceptions: id -> misconception.
        recognise: (function, student) -> id of the known wrong implementation that the function
            agrees with on cases of its own, or None.
    """

    name: str
    exercises: Mapping[str, Sequence[str]]
    cases: Callable[[np.random.Generator], Any]
    right: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    misconceptions: Mapping[str, Misconception] = field(default_factory=dict)
    recognise: Callable[[str, Student], str | None] = lambda function, student: None
    registered: list[Check] = field(default_factory=list)

    def check(
        self,
        exercise: str,
        function: str,
        *,
        points: float,
        needs: Sequence[str] = (),
        end_to_end: bool = False,
        observing: Observation | None = None,
        asks: Asks | None = None,
    ) -> Callable[[CheckFunction], CheckFunction]:
        """Register a check: a function of the student and of the cases to judge on.

        A generator function gets the cases only and asks by `yield` (see
        `autograder.student.calls.each`); what such checks ask first goes to the
        student in one round trip for all of them.

        Args:
            exercise: the exercise that it belongs to.
            function: the function whose points it carries.
            points: what it is worth.
            needs: the student's earlier functions that this one may call.
            end_to_end: a claim on several functions together: judged with the student's own
                functions only, and blocked when one of them has failed and the claim does not hold.
            observing: what is asked of the student, where several checks judge the same answers:
                a generator function of the cases, which runs once; each check gets what it
                returned.
            asks: the form of a check in two phases: it draws the cases and says the calls, as
                `(drawn, program)`; the check itself is `judge(drawn, answers)`. Checks with the
                same `asks` judge the same answers.
        """
        question = observing if asks is None else _observation(asks)

        def register(body: CheckFunction) -> CheckFunction:
            name = body.__name__
            judge = body if asks is None else _of_pair(body)
            check = Check(
                exercise, function, name, points, tuple(needs), judge, end_to_end, question
            )
            if any(known.id == check.id for known in self.registered):
                raise ValueError(f"two checks are called {check.id}")
            if not check.claim:
                raise ValueError(f"{check.id} has no docstring, and students read its first line")
            self.registered.append(check)
            return body

        return register

    @property
    def checks(self) -> list[Check]:
        """All checks, in the order of the exercises and of their functions."""
        order: dict[tuple[str, str], int] = {}
        for exercise, functions in self.exercises.items():
            for function in functions:
                order[exercise, function] = len(order)
        last = len(order)
        return sorted(
            self.registered, key=lambda check: order.get((check.exercise, check.function), last)
        )

    def exercise_of(self, function: str) -> str | None:
        """The exercise that defines a function."""
        for exercise, functions in self.exercises.items():
            if function in functions:
                return exercise
        return None

    def points(self) -> dict[str, float]:
        """Function -> points of all its checks."""
        table: dict[str, float] = {}
        for check in self.checks:
            table[check.function] = table.get(check.function, 0.0) + check.points
        return table

    def claims(self) -> dict[str, str]:
        """Id of a check -> the sentence that students read."""
        return {check.id: check.claim for check in self.checks}

    def fingerprint(self) -> str:
        """A hash of the ids, points and text of all checks: another one means other checks."""
        digest = hashlib.sha256()
        for check in self.checks:
            parts = [part for part in (check.observing, check.body) if part is not None]
            source = "".join(map(inspect.getsource, parts))
            digest.update(f"{check.id} {check.points}\n{source}".encode())
        return digest.hexdigest()[:12]


@cache
def _observation(asks: Asks) -> Observation:
    @wraps(asks)
    def observing(cases: Any) -> Asking[tuple[Any, list[Answer]]]:
        drawn, program = asks(cases)
        answers = yield program
        return drawn, answers

    return observing


def _of_pair(judge: CheckFunction) -> CheckFunction:
    @wraps(judge)
    def body(seen: tuple[Any, list[Answer]]) -> None:
        judge(*seen)

    return body


def find_assignment(name: str) -> Assignment:
    """The assignment of that name, with every module of its `checks` folder imported.

    Args:
        name: a folder of `autograder.assignments`, or the dotted name of a package elsewhere.

    Raises:
        UnknownAssignment: there is none.
    """
    place = name if "." in name else f"autograder.assignments.{name}"
    try:
        package = importlib.import_module(place)
    except ModuleNotFoundError as error:
        if error.name and place.startswith(error.name):
            raise UnknownAssignment(
                f"there is no assignment {name!r}; known: {', '.join(known_assignments())}"
            ) from error
        raise
    _import_checks(package)
    assignment = package.ASSIGNMENT
    assert isinstance(assignment, Assignment)
    return assignment


def _import_checks(package: ModuleType) -> None:
    folder = importlib.import_module(f"{package.__name__}.checks")
    for module in pkgutil.iter_modules(folder.__path__):
        importlib.import_module(f"{folder.__name__}.{module.name}")


def known_assignments() -> list[str]:
    """The names of the assignments in the package."""
    folder = importlib.import_module("autograder.assignments")
    return sorted(module.name for module in pkgutil.iter_modules(folder.__path__))
