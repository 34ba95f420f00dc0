"""One check in one file: what a newcomer writes."""

from __future__ import annotations

from autograder.catalogue import fail
from autograder.student.calls import Student
from tests.tiny import ASSIGNMENT


@ASSIGNMENT.check("doubling", "double", points=60)
def double_is_twice_as_much(student: Student, rng) -> None:  # type: ignore[no-untyped-def]
    """double(x) is twice x."""
    x = float(rng.normal())
    if student.double(x) != 2 * x:
        fail(f"double({x:.3g}) is {student.double(x)}", expected=f"{2 * x:.3g}")


@ASSIGNMENT.check("halving", "half", points=40)
def half_undoes_double(student: Student, rng) -> None:  # type: ignore[no-untyped-def]
    """half(2x) is x."""
    x = float(rng.normal())
    if student.half(2 * x) != x:
        fail("half did not undo a doubling")
