"""What a call must return, as `Call(..., returns=array(7, 3))` declares it.

A value of another form fails the checks that asked for it before their judges see it, with a
sentence on what it is instead: None, another type, another shape or dtype, nan. So does a call that
returns nothing because it raised. A judge of declared calls may compute at once.

    >>> import numpy as np
    >>> array(2, 3)(np.zeros((2, 3)), "the result", "f()").shape
    (2, 3)
    >>> array(2, 3)(np.zeros((3, 2)), "the result", "f()")
    Traceback (most recent call last):
    autograder.failing.Failed: the result has shape (3, 2)
    >>> whole(2)(np.array([3, 0], dtype=np.int32), "the labels", "f()")
    array([3, 0], dtype=int32)
    >>> number()(np.float64(0.5), "the loss", "f()")
    0.5
    >>> params({"W1": (2,)})({"W1": np.ones(2), "more": None}, "the result", "f()")
    {'W1': array([1., 1.])}
    >>> several(number(), array(1))((3, None), "the result", "f()")
    Traceback (most recent call last):
    autograder.failing.Failed: result[1] is None
"""

from collections.abc import Mapping
from typing import Any

import numpy as np

from autograder.checking.intake import as_array, as_expected, as_number, as_params, as_sequence
from autograder.numerics import Array
from autograder.student.calls import Form


def array(*shape: int) -> Form:
    """A float64 array of this shape, of finite numbers."""

    def form(value: Any, what: str, ran: str) -> Array:
        return as_array(value, shape, what, ran)

    return form


def whole(*shape: int) -> Form:
    """An array of this shape that holds whole numbers, of any integer dtype."""
    like = np.broadcast_to(np.int64(0), shape)

    def form(value: Any, what: str, ran: str) -> Any:
        return as_expected(value, like, what, ran)

    return form


def number() -> Form:
    """One finite real number, Python's or NumPy's; the judge gets a float."""
    return as_number


def params(shapes: Mapping[str, tuple[int, ...]]) -> Form:
    """A dict that holds a float64 array of the right shape, finite, under each of these names."""

    def form(value: Any, what: str, ran: str) -> dict[str, Array]:
        return as_params(value, shapes, what, ran)

    return form


def several(*forms: Form) -> Form:
    """A list or tuple of as many values, each of its form; the judge gets a list."""

    def form(value: Any, what: str, ran: str) -> list[Any]:
        values = as_sequence(value, len(forms), what, ran)
        return [
            part_of(part, f"{what.removeprefix('the ')}[{index}]", ran)
            for index, (part_of, part) in enumerate(zip(forms, values, strict=True))
        ]

    return form
