"""Checks of `zeros_init` and `constant_init`."""

from autograder.assignments.weight_init import ASSIGNMENT
from autograder.assignments.weight_init.domains.constants import CONSTANT_INIT, ZEROS_INIT
from autograder.checking.conduct import judge_conduct
from autograder.checking.judging import judge_values
from autograder.checking.probe import Drawn
from autograder.student.calls import Answer

check = ASSIGNMENT.check


@check("initializers", "zeros_init", points=3, asks=ZEROS_INIT.asks)
def every_weight_is_zero(cases: Drawn, answers: list[Answer]) -> None:
    """Every weight is zero, in an array of fan_in rows and fan_out columns."""
    judge_values(ZEROS_INIT, cases, answers)


@check("initializers", "zeros_init", points=1, asks=ZEROS_INIT.asks)
def zeros_init_returns_new_arrays(cases: Drawn, answers: list[Answer]) -> None:
    """Every call returns a new array; what is done to one does not show in the next."""
    judge_conduct(ZEROS_INIT, cases, answers)


@check("initializers", "constant_init", points=4, asks=CONSTANT_INIT.asks)
def every_weight_is_the_value(cases: Drawn, answers: list[Answer]) -> None:
    """Every weight is the given value."""
    judge_values(CONSTANT_INIT, cases, answers)


@check("initializers", "constant_init", points=1, asks=CONSTANT_INIT.asks)
def constant_init_returns_new_arrays(cases: Drawn, answers: list[Answer]) -> None:
    """Every call returns a new array; what is done to one does not show in the next."""
    judge_conduct(CONSTANT_INIT, cases, answers)
