"""The register of checks: what an assignment consists of.

An assignment is a package that holds an `ASSIGNMENT` and modules of checks. A check is a pair of
functions: `asks(cases)` draws cases and says the calls to make on them, and `judge(drawn, answers)`
fails, or does not. The name of the second is a claim, and the first line of its docstring is what
the student reads.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

import numpy as np

from autograder.fingerprint import fingerprint
from autograder.model import WrittenMark
from autograder.student.calls import Answer, Program, Student

# Draws cases and says what is asked of the student on them: (drawn, program).
Asks = Callable[[Any], tuple[Any, Program]]
# Fails when the answers are not right for what was drawn.
Judge = Callable[[Any, list[Answer]], None]


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
        calls: the numbers of the calls that show it, in the order of the program.
    """

    observed: str
    expected: str = ""
    ran: str = ""
    diagnosis: str | None = None
    where: str = ""
    calls: tuple[int, ...] = ()


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
    calls: tuple[int, ...] = (),
    kept: float = 0.0,
) -> NoReturn:
    """End the check as failed; the arguments are those of `Finding` and `Failed`.

    Raises:
        Failed: always.
    """
    raise Failed(Finding(observed, expected, ran, diagnosis, where, calls), kept)


@dataclass(frozen=True, slots=True)
class CheckQuestion:
    """What one or several checks ask; equal questions are asked once.

    Attributes:
        asks: draws the cases and says the calls.
        cases: the name under which its cases are drawn.
    """

    asks: Asks
    cases: str


@dataclass(frozen=True, slots=True)
class Check:
    """One claim about one function.

    Attributes:
        exercise, function, points, needs, end_to_end: as `Assignment.check` gets them.
        name: the claim, as a name.
        question: what is asked of the student.
        judge: fails, or does not, on what was drawn and answered.
    """

    exercise: str
    function: str
    name: str
    points: float
    needs: tuple[str, ...]
    question: CheckQuestion
    judge: Judge
    end_to_end: bool = False

    @property
    def id(self) -> str:
        """`exercise.function.name`."""
        return f"{self.exercise}.{self.function}.{self.name}"

    @property
    def claim(self) -> str:
        """The first line of the docstring."""
        return (inspect.getdoc(self.judge) or "").partition("\n")[0]


@dataclass(frozen=True, slots=True)
class Misconception:
    """A wrong idea: what it is, and where to think again (never the formula).

    Attributes:
        id: as in records.
        sentence: what it is.
        pointer: where to think again.
        accident: it happens without any idea behind it; reports count it apart.
    """

    id: str
    sentence: str
    pointer: str
    accident: bool = False


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
        written: the written questions, which a person grades, beside the points of the checks.
        registered: the checks, in the order in which they were registered.
        folder: the package's, once `find_assignment` has found it.
    """

    name: str
    exercises: Mapping[str, Sequence[str]]
    cases: Callable[[np.random.Generator], Any]
    right: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    misconceptions: Mapping[str, Misconception] = field(default_factory=dict)
    recognise: Callable[[str, Student], str | None] = lambda function, student: None
    written: Sequence[WrittenMark] = ()
    registered: list[Check] = field(default_factory=list)
    folder: Path | None = None

    def check(
        self,
        exercise: str,
        function: str,
        *,
        points: float,
        asks: Asks,
        needs: Sequence[str] = (),
        end_to_end: bool = False,
    ) -> Callable[[Judge], Judge]:
        """Register a check: what is decorated is its `judge(drawn, answers)`.

        Args:
            exercise: the exercise that it belongs to.
            function: the function whose points it carries.
            points: what it is worth.
            asks: draws the cases and says the calls, as `(drawn, program)`. Checks of one function
                with the same `asks` judge the same answers, so no judge may change what was drawn.
            needs: the student's functions that this one may call, or that its cases go through.
                Those before it in its own exercise need no mention.
            end_to_end: a claim on several functions together, which costs nothing by itself when
                it fails for the fault of one of them.

        Raises:
            ValueError: the check has no docstring, another has its name, or it needs a function
                that no exercise has.
        """
        known = {name for names in self.exercises.values() for name in names}
        unknown = sorted(set(needs) - known)

        asked = getattr(asks, "__name__", type(asks).__name__)
        question = CheckQuestion(asks, f"{function} {asked}")

        def register(judge: Judge) -> Judge:
            name = judge.__name__
            check = Check(
                exercise, function, name, points, tuple(needs), question, judge, end_to_end
            )
            if unknown:
                raise ValueError(f"{check.id} needs {', '.join(unknown)}, which no exercise has")
            if any(known.id == check.id for known in self.registered):
                raise ValueError(f"two checks are called {check.id}")
            if not check.claim:
                raise ValueError(
                    "Python leaves out docstrings here (-OO, PYTHONOPTIMIZE=2), and students read "
                    "those of checks: unset it"
                    if sys.flags.optimize > 1
                    else f"{check.id} has no docstring, and students read its first line"
                )
            self.registered.append(check)
            return judge

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

    def functions(self) -> frozenset[str]:
        """All names that the exercises ask for."""
        return frozenset(name for names in self.exercises.values() for name in names)

    def claims(self) -> dict[str, str]:
        """Id of a check -> the sentence that students read."""
        return {check.id: check.claim for check in self.checks}

    @property
    def max_score(self) -> float:
        """The sum of the points of all checks."""
        return round(sum(check.points for check in self.registered), 4)

    def fingerprint(self) -> str:
        """A hash of every file that can change a result; see `autograder.fingerprint`."""
        return fingerprint(self.folder)


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
    assignment.folder = Path(package.__path__[0])
    return assignment


def _import_checks(package: ModuleType) -> None:
    folder = importlib.import_module(f"{package.__name__}.checks")
    for module in pkgutil.iter_modules(folder.__path__):
        importlib.import_module(f"{folder.__name__}.{module.name}")


def known_assignments() -> list[str]:
    """The names of the assignments in the package."""
    folder = importlib.import_module("autograder.assignments")
    return sorted(module.name for module in pkgutil.iter_modules(folder.__path__))
