"""How answers that are no single array are read: one number, or several arrays.

>>> one_number("the loss")(np.float64(0.5), (), "")
{'the loss': array(0.5)}
>>> one_number("the loss")(np.ones(2), (), "")
Traceback (most recent call last):
autograder.failing.Failed: the loss is an array of shape (2,)
>>> sorted(several_parts("dX", "dW")((np.zeros(2), np.ones(3)), (), ""))
['dW', 'dX']
>>> several_parts("dX", "dW")({"dX": np.zeros(2)}, (), "")
Traceback (most recent call last):
autograder.failing.Failed: the result is a dict
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.catalogue import fail
from autograder.checking.intake import apart, as_number, as_sequence
from autograder.checking.probe import RESULT, Pair

Parts = Mapping[str, Any]


@dataclass(frozen=True)
class OneNumber:
    """Reads an answer that is one number, as an array without axes.

    Attributes:
        part: what the number is called; a truth that is only what is right goes by it, too.
    """

    part: str

    def __call__(self, value: Any, args: tuple[Any, ...], ran: str) -> Parts:
        """The number under its name."""
        if isinstance(value, bool):  # an int to Python, and an answer to another question
            said = f"{self.part} is {value}"
            fail(said, expected="one number", ran=ran, diagnosis="bool-for-number")
        return {self.part: np.asarray(as_number(value, self.part, ran))}


def one_number(what: str = RESULT) -> OneNumber:
    """How an answer that is one number is read: as an array without axes, under its own name."""
    return OneNumber(what)


def several_parts(*names: str) -> Callable[[Any, tuple[Any, ...], str], Parts]:
    """How an answer of several arrays is read: a tuple or list, its parts under these names."""

    def unpack(value: Any, args: tuple[Any, ...], ran: str) -> Parts:
        parts = as_sequence(value, len(names), RESULT, ran)
        return dict(zip(names, parts, strict=True))

    return unpack


def in_words(args: tuple[Any, ...], wrong: Mapping[str, Pair]) -> str:
    """Both numbers, with as many digits as it takes to tell them apart."""
    ((what, (observed, expected)),) = wrong.items()
    saw, wanted = apart(float(observed), float(expected))
    return f"{what} is {saw}, and should be {wanted}"
