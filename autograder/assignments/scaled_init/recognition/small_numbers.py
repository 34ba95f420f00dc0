"""What becomes of the smallest and the largest signals, in a stack that is right otherwise."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.checking.recognition.bank import Bank, ask
from autograder.checking.recognition.values import RIGHT, Seen, flat
from autograder.numerics import Array, normwise
from autograder.student.calls import Student

_PARAMS = {"W1": np.array([[0.6, -0.8], [1.1, 0.7]]), "b1": np.zeros(2)}
_X = np.array([[1.2, -0.7], [0.4, 0.9], [-1.3, 0.3]])
ACTIVATIONS = ("relu", "tanh", "linear")
# The smallest numbers that are promised, and nearly the largest.
_SMALL = [(_PARAMS, 1e-9 * _X, name) for name in ACTIVATIONS]
_LARGE = [(_PARAMS, 500.0 * _X, name) for name in ACTIVATIONS]


def look_at_small_numbers(
    bank: Bank, student: Student, values: Sequence[Any], seen: Seen
) -> str | None:
    """`Bank.closer`: the idea that answers agree with, or what small numbers lose."""
    return bank.name(seen) or (_lost(bank, student) if bank.right_everywhere(seen) else None)


def _lost(bank: Bank, student: Student) -> str | None:
    small, large = (_compared(bank, student, cases) for cases in (_SMALL, _LARGE))
    if not all(np.isfinite(o).all() for o, _ in large):
        return "overflows"
    off = [(o, t) for o, t in small if normwise(o, t) > RIGHT]
    if not off or any(normwise(o, t) > RIGHT for o, t in large):
        return None
    if all((o == 0.0).all() for o, _ in off):
        return "small-set-to-zero"
    return "digits-lost" if all(normwise(o, t) < 1.0 for o, t in off) else None


def _compared(
    bank: Bank, student: Student, cases: Sequence[tuple[Any, ...]]
) -> list[tuple[Array, Array]]:
    """(observed, true) arrays; none where shapes differ."""
    both = []
    for value, case in zip(ask(student, bank.function, cases), cases, strict=True):
        both += list(zip(flat(value) or [], flat(bank.right(*case)) or [], strict=False))
    return both if all(o.shape == t.shape for o, t in both) else []
