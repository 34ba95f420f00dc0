"""Checks in one file: what a newcomer writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from autograder.catalogue import fail
from autograder.student.calls import Answer, Call, Program, value_of

from .. import ASSIGNMENT

if TYPE_CHECKING:
    import numpy as np


def some_number(rng: np.random.Generator) -> tuple[float, Program]:
    x = float(rng.normal())
    return x, [Call("double", (x,))]


def something_even(rng: np.random.Generator) -> tuple[float, Program]:
    x = float(rng.normal())
    return x, [Call("half", (2 * x,))]


@ASSIGNMENT.check("doubling", "double", points=60, asks=some_number)
def double_is_twice_as_much(x: float, answers: list[Answer]) -> None:
    """double(x) is twice x."""
    if value_of(answers[0]) != 2 * x:
        fail(f"double({x:.3g}) is {answers[0].value}", expected=f"{2 * x:.3g}")


@ASSIGNMENT.check("halving", "half", points=40, asks=something_even)
def half_undoes_double(x: float, answers: list[Answer]) -> None:
    """half(2x) is x."""
    if value_of(answers[0]) != x:
        fail("half did not undo a doubling")
