"""Grades mutants of the solutions: which are equal, which are caught where they are wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from autograder.authoring.corpora import as_scripts, with_text
from autograder.authoring.trials import mutants_of
from autograder.checking.mutants import Mutant
from tests.corpora import right_texts
from tests.mutants.comparing import cases_of, difference
from tests.validity.judging import assignment, in_parallel, judge


@dataclass(frozen=True)
class Verdict:
    """What became of one mutant.

    Attributes:
        mutant: which.
        differs: how it breaks the contract; empty when it agrees with the solution everywhere.
        caught: it loses points at its function.
        elsewhere: checks of other functions that lose points, of mutants that are not caught.
    """

    mutant: Mutant
    differs: str
    caught: bool
    elsewhere: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """One of the columns of the table; `rejected` is equal and loses points all the same."""
        if not self.differs:
            return "rejected" if self.caught else "equal"
        if self.caught:
            return "caught"
        return "blamed elsewhere" if self.elsewhere else "missed"


@cache
def all_mutants() -> tuple[Mutant, ...]:
    """Every mutant of every name of the exercises."""
    return tuple(mutants_of(assignment(), right_texts()))


def files_of(mutant: Mutant) -> dict[str, bytes]:
    """The mutant as a whole submission."""
    exercise = assignment().exercise_of(mutant.function)
    assert exercise is not None
    return as_scripts(with_text(right_texts(), exercise, mutant.text))


def try_out(mutant: Mutant) -> Verdict:
    """Compare a mutant with the solution, and grade it by the checks of its function."""
    ids = [check.id for check in assignment().checks if check.function == mutant.function]
    files = files_of(mutant)
    report = judge(mutant.function, files, only=ids)
    caught = any(result.earned < result.points for result in report.checks)
    differs = difference(mutant.function, mutant.text)
    if caught or not differs:
        return Verdict(mutant, differs, caught)
    whole = judge(mutant.function, files)
    elsewhere = (result.id for result in whole.checks if result.earned < result.points)
    return Verdict(mutant, differs, caught, tuple(elsewhere))


def try_all(mutants: Iterable[Mutant]) -> list[Verdict]:
    """The verdicts on mutants, in their order, from two processes."""
    return in_parallel(try_out, mutants)


def proof(functions: Iterable[str]) -> dict[str, int]:
    """Function -> calls at which an equal mutant agreed with the solution."""
    return {function: cases_of(function) for function in functions}
