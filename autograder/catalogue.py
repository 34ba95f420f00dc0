"""The register of checks: what an assignment consists of.

An assignment is a package that holds an `ASSIGNMENT` and a module, or a folder, of checks. A check
is a pair of functions: `asks(cases)` draws cases and says the calls to make on them, and
`judge(drawn, answers)` fails, or does not. The name of the second is a claim, and the first line of
its docstring is what the student reads.
"""

import inspect
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path
from typing import Any

import numpy as np

from autograder import locating
from autograder.bounds import Bounds
from autograder.failing import Failed, Finding, fail
from autograder.fingerprint import fingerprint
from autograder.locating import OURS, UnknownAssignment, known_assignments
from autograder.misconceptions import GENERAL, Misconception
from autograder.model import WrittenMark
from autograder.student.calls import Answer, Program, Student

__all__ = [
    "OURS", "Assignment", "Check", "CheckQuestion", "Failed", "Finding", "Misconception",
    "UnknownAssignment", "fail", "find_assignment", "known_assignments",
    "usual_assignment",
]  # fmt: skip

# Draws cases and says what is asked of the student on them: (drawn, program).
Asks = Callable[[Any], tuple[Any, Program]]
# Fails when the answers are not right for what was drawn.
Judge = Callable[[Any, list[Answer]], None]


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
        exercise, function, points, needs, end_to_end, chance: as `Assignment.check` gets them.
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
    chance: float = 0.0

    @property
    def id(self) -> str:
        """`exercise.function.name`."""
        return f"{self.exercise}.{self.function}.{self.name}"

    @property
    def claim(self) -> str:
        """The first line of the docstring."""
        return (inspect.getdoc(self.judge) or "").partition("\n")[0]


@dataclass
class Assignment:
    """What is handed in, and the checks on it.

    Attributes:
        name: its folder's name.
        exercises: file stem -> names that the file must define, in the order of the lesson.
        cases: makes the cases of one check from a random generator; the generator itself unless it
            says otherwise.
        right: right answers by function, served to a student's later functions when the function
            itself has failed, so that one bug costs once. They depend on their arguments alone, but
            for those that are given a generator (which stays with the student): these may draw.
        misconceptions: id -> misconception; those that any assignment can name are added.
        recognise: (function, student) -> id of the known wrong implementation that the function
            agrees with on cases of its own, or None.
        bears_out: (function, id, drawn, answers) -> whether the answers that were judged fit that
            idea, which is said only then; see `autograder.checking.recognition.evidence`.
        ruler: modules of the package that compute what functions are asked for, so that nobody may
            hand in a copy: a function that rests on one earns nothing.
        written: the written questions, which a person grades, beside the points of the checks.
        bounds: what `autograder prove` demands of the checks.
        registered: the checks, in the order in which they were registered.
        timed: name of a check that trusts a count -> what is asked where the kernel's clock is
            held against it, and the judge of that; see `autograder.grading.by_the_clock`.
        folder: the package's, once `find_assignment` has found it.
        corpus: where its wrong and right files are: in its folder, or else where `prove` is run.
    """

    name: str
    exercises: Mapping[str, Sequence[str]]
    cases: Callable[[np.random.Generator], Any] = lambda rng: rng
    right: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    misconceptions: Mapping[str, Misconception] = field(default_factory=dict)
    recognise: Callable[[str, Student], str | None] = lambda function, student: None
    bears_out: Callable[[str, str, Any, Sequence[Answer]], bool] = lambda *seen: True
    ruler: Sequence[str] = ()
    written: Sequence[WrittenMark] = ()
    bounds: Bounds = field(default_factory=Bounds)
    registered: list[Check] = field(default_factory=list)
    timed: dict[str, tuple[Asks, Judge]] = field(default_factory=dict)
    folder: Path | None = None
    corpus: str = locating.CORPUS

    def __post_init__(self) -> None:
        self.misconceptions = {**GENERAL, **self.misconceptions}

    def check(
        self,
        exercise: str,
        function: str,
        *,
        points: float,
        asks: Asks,
        needs: Sequence[str] = (),
        end_to_end: bool = False,
        chance: float = 0.0,
    ) -> Callable[[Judge], Judge]:
        """Register a check: what is decorated is its `judge(drawn, answers)`.

        Args:
            exercise: the exercise that it belongs to.
            function: the function whose points it carries.
            points: what it is worth.
            asks: draws the cases and says the calls, as `(drawn, program)`. Checks of one function
                with the same `asks` judge the same answers, so no judge may change what was drawn;
                claims with the same one need the same functions.
            needs: the student's functions that this one may call, or that its cases go through.
                Those before it in its own exercise need no mention.
            end_to_end: a claim on several functions together, which costs nothing by itself when
                it fails for the fault of one of them.
            chance: of a right submission to fail it, by calculation. Zero where nothing is drawn
                by the student, and where a `Drawing` is judged, whose bounds are counted.

        Raises:
            ValueError: it has no docstring, or another's name; it is on or needs a function that is
                not there; it is a claim whose answers another one with other needs judges.
        """
        asked = getattr(asks, "__name__", type(asks).__name__)
        question = CheckQuestion(asks, f"{function} {asked}")

        def register(judge: Judge) -> Judge:
            name, needed = judge.__name__, tuple(needs)
            check = Check(
                exercise, function, name, points, needed, question, judge, end_to_end, chance
            )
            self._require_sound(check)
            self.registered.append(check)
            return judge

        return register

    def _require_sound(self, check: Check) -> None:
        asks: object = check.question.asks  # an author may have forgotten what it must be
        if check.function not in self.exercises.get(check.exercise, [check.function]):
            raise ValueError(f"{check.id}: {check.exercise} has no function {check.function}")
        if not callable(asks):
            asked = type(asks).__name__
            raise ValueError(f"{check.id}: asks={asked} cannot be called; is it `.asks` of it?")
        if unknown := sorted(set(check.needs) - self.functions()):
            raise ValueError(f"{check.id} needs {', '.join(unknown)}, which no exercise has")
        if any(known.id == check.id for known in self.registered):
            raise ValueError(f"two checks are called {check.id}")
        for other in self.registered if check.end_to_end else []:
            same = other.end_to_end and other.question == check.question
            if same and {*other.needs} != {*check.needs}:
                raise ValueError(
                    f"{check.id} and {other.id} judge the same answers and need different "
                    "functions: a wrong one would cost both; give each its own `asks`"
                )
        if not check.claim:
            raise ValueError(
                "Python leaves out docstrings here (-OO, PYTHONOPTIMIZE=2), and students read "
                "those of checks: unset it"
                if sys.flags.optimize > 1
                else f"{check.id} has no docstring, and students read its first line"
            )

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

    @property
    def reference(self) -> str:
        """What finds it in any process on a machine with the same files: its name or its folder."""
        outside = self.folder is not None and self.folder.parent != locating.OWN
        return str(self.folder) if outside else self.name

    @property
    def pictured(self) -> bool:
        """Whether there are pictures of what students' functions do: a module `pictures`."""
        return self.folder is not None and any(
            (self.folder / name).exists() for name in ("pictures.py", "pictures/__init__.py")
        )

    @property
    def lesson(self) -> Path | None:
        """Its author's folder of solved lessons, where that is part of its own; else None."""
        own = self.folder / locating.LESSON if self.folder else None
        return own if own and own.is_dir() else None

    def fingerprint(self) -> str:
        """A hash of every file that can change a result; see `autograder.fingerprint`."""
        return fingerprint(self.folder)


def find_assignment(given: str | PathLike[str]) -> Assignment:
    """An assignment, with every module of its checks imported.

    Args:
        given: its name, or the path of its folder; see `autograder.locating`.

    Raises:
        UnknownAssignment: there is none, or what is there is none.
    """
    package = locating.package_of(given)
    folder = Path(package.__path__[0])
    with locating.in_a_sentence(folder):
        assignment = getattr(package, "ASSIGNMENT", None)
        if not isinstance(assignment, Assignment):
            raise TypeError("__init__.py has no ASSIGNMENT = Assignment(...)")
        if assignment.name != folder.name:
            raise ValueError(f"it is called {assignment.name!r}, and its folder {folder.name!r}")
        assignment.folder = folder
        if not assignment.registered:
            raise ValueError(
                "no check is registered on its ASSIGNMENT; checks.py, or the modules of checks/, "
                "get it by `from . import ASSIGNMENT` (`from .. import` in checks/)"
            )
    return assignment


def usual_assignment(names: Iterable[str] = ()) -> str:
    """The assignment that is meant where none is named: the first of these that is known, or ours.

    A students' kit knows one only.
    """
    known = known_assignments()
    return next((name for name in (*names, OURS) if name in known), known[0])
