"""A bank of answers, and the comparison of a student's answers with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np

from autograder.calls import Student
from autograder.numerics import Array

# Wrong gradients of 65 kinds are pairwise farther apart than this on four cases.
MATCH = 1e-7
Args = tuple[Any, ...]
Wrong = Callable[..., Any]


class Bank:
    """Known wrong implementations of one function, and their answers.

    Args:
        function: the student's function.
        cases: fixed argument tuples.
        right: answers of a right implementation (for factors).
        wrong: (id, implementation), the more specific first; several may have one id.
    """

    def __init__(
        self,
        function: str,
        cases: Sequence[Args],
        right: Wrong,
        wrong: Sequence[tuple[str, Wrong]],
    ) -> None:
        self.function = function
        self.cases = cases
        self.right = right
        self.wrong = wrong

    @cached_property
    def answers(self) -> list[tuple[str, list[list[Array] | None]]]:
        """Id and answers on every case; computed once."""
        with np.errstate(all="ignore"):
            return [
                (id_, [_safe(implementation, args) for args in self.cases])
                for id_, implementation in self.wrong
            ]

    @cached_property
    def truths(self) -> list[list[Array]]:
        """The right answers."""
        return [flat(self.right(*args)) or [] for args in self.cases]

    def recognise(self, student: Student) -> str | None:
        """The id of the implementation that the student's answers agree with on every case."""
        observed = [flat(value) for value in student.each(self.function, self.cases)]
        for id_, answers in self.answers:
            pairs = list(zip(observed, answers, strict=True))
            if all(o is not None and w is not None and agree(o, w) for o, w in pairs):
                return id_
        return constant_factor(observed, self.truths)


def _safe(implementation: Wrong, args: Args) -> list[Array] | None:
    try:
        return flat(implementation(*args))
    except (ValueError, IndexError, TypeError, KeyError):
        return None  # this wrong idea does not run on this case, so neither would the student's


def flat(value: Any) -> list[Array] | None:
    """The arrays of a value, dict entries by their names; None when something else is in it."""
    if isinstance(value, Mapping):
        return flat([value[key] for key in sorted(value)])
    if isinstance(value, (list, tuple)):
        parts = [flat(item) for item in value]
        if any(part is None for part in parts):
            return None
        return [array for part in parts for array in part or []]
    if isinstance(value, (bool, int, float, np.ndarray, np.generic)):
        array = np.asarray(value)
        return [array.astype(np.float64)] if array.dtype.kind in "biuf" else None
    return None


def agree(observed: Sequence[Array], expected: Sequence[Array]) -> bool:
    """Whether all arrays agree in shape and, normwise, in content."""
    if len(observed) != len(expected):
        return False
    for o, e in zip(observed, expected, strict=True):
        if o.shape != e.shape or not np.isfinite(o).all() == np.isfinite(e).all():
            return False
        scale = float(np.linalg.norm(np.nan_to_num(e))) or 1.0
        if not np.linalg.norm(np.nan_to_num(o) - np.nan_to_num(e)) <= MATCH * scale:
            return False
    return True


def constant_factor(
    observed: Sequence[list[Array] | None], truths: Sequence[list[Array]]
) -> str | None:
    """An id when every array is one and the same multiple of the truth."""
    factors = []
    for arrays, truth in zip(observed, truths, strict=True):
        if arrays is None or len(arrays) != len(truth):
            return None
        for o, t in zip(arrays, truth, strict=True):
            factor = factor_between(o, t)
            if factor is None:
                return None
            factors.append(factor)
    if not factors or np.ptp(factors) > 1e-6 * max(map(abs, factors)):
        return None
    return name_of_factor(factors[0])


def factor_between(observed: Array, truth: Array) -> float | None:
    """c when observed = c · truth, else None."""
    if observed.shape != truth.shape or not np.isfinite(observed).all():
        return None
    size = float(np.vdot(truth, truth))
    if size == 0.0:
        return None
    c = float(np.vdot(truth, observed)) / size
    distance = float(np.linalg.norm(observed - c * truth))
    return c if distance <= MATCH * max(abs(c), 1e-3) * size**0.5 else None


def name_of_factor(factor: float) -> str | None:
    """What a factor common to everything is called."""
    known = {-1.0: "wrong-sign", 2.0: "factor-two", 0.5: "factor-half"}
    for value, id_ in known.items():
        if abs(factor - value) < 1e-6:
            return id_
    return None if abs(factor - 1.0) < 1e-6 or abs(factor) < 1e-9 else "constant-factor"
