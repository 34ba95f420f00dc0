"""What the domains of functions that return one number have in common.

>>> one_number("the loss")(np.float64(0.5), (), "")
{'the loss': array(0.5)}
>>> one_number("the loss")(np.ones(2), (), "")
Traceback (most recent call last):
autograder.failing.Failed: the loss is an array of shape (2,)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from autograder.catalogue import fail
from autograder.checking.intake import apart, as_number
from autograder.checking.probe import RESULT, Pair

Parts = Mapping[str, Any]


def one_number(what: str = RESULT) -> Callable[[Any, tuple[Any, ...], str], Parts]:
    """How an answer that is one number is read: as an array without axes, under its own name."""

    def unpack(value: Any, args: tuple[Any, ...], ran: str) -> Parts:
        if isinstance(value, bool):  # an int to Python, and an answer to another question
            fail(f"{what} is {value}", expected="one number", ran=ran, diagnosis="bool-for-number")
        return {what: np.asarray(as_number(value, what, ran))}

    return unpack


def in_words(args: tuple[Any, ...], wrong: Mapping[str, Pair]) -> str:
    """Both numbers, with as many digits as it takes to tell them apart."""
    ((what, (observed, expected)),) = wrong.items()
    saw, wanted = apart(float(observed), float(expected))
    return f"{what} is {saw}, and should be {wanted}"
