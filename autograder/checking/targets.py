"""Whether answers are right: one by one, and those of many calls at once; and what is wrong.

>>> right = np.array([3.0, 4.0])
>>> [is_right(right + error, (right, 5e-12)) for error in (1e-13, 1e-9)]
[True, False]
>>> [is_right(labels, (np.array([2, 0]), 0.0)) for labels in (np.array([2, 0]), right)]
[True, False]
>>> [is_right(number, (np.array(3.0), 5e-12)) for number in (np.float64(3.0), np.float32(3.0), 3.0)]
[True, False, False]
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from autograder.catalogue import Finding
from autograder.checking.intake import EXACT, FLOAT64
from autograder.numerics import Array
from autograder.student.calls import Trouble


def is_right(value: Any, expected: tuple[Any, float]) -> bool:
    """Whether an array is float64, of the right shape, and near enough; nan is near to nothing.

    Where whole numbers or truth values are right: whether it holds the same ones. NumPy's numbers
    are arrays of no dimension: its functions return them for such arrays.
    """
    array, bound = expected
    if isinstance(value, np.generic):
        value = np.asarray(value)
    if array.dtype is not FLOAT64 and array.dtype.kind in EXACT:
        return (
            type(value) is np.ndarray
            and value.dtype.kind in EXACT[array.dtype.kind]
            and np.array_equal(value, array)
        )
    if type(value) is not np.ndarray or value.dtype is not FLOAT64 or value.shape != array.shape:
        return False
    if not bound:  # squares of tiny differences are zero
        return bool((value == array).all())
    distance = value - array
    return bool(np.vdot(distance, distance) <= bound * bound)


class Targets:
    """What is right for several cases, in a row: for answers that are compared all at once.

    Attributes:
        flat: the numbers of all parts of all truths, each row by row.
        sizes: how many numbers each part has.
    """

    def __init__(self, truths: Sequence[Mapping[str, tuple[Any, float]]]) -> None:
        arrays, allowed = zip(*[part for truth in truths for part in truth.values()], strict=True)
        counts = list(map(len, truths))
        self.sizes = tuple([array.size for array in arrays])
        self.flat: Array = np.concatenate(arrays, axis=None)
        bounds = np.array(allowed)
        # Sums are added up in another order than one by one, which moves them by 1e-16: what is as
        # near to a bound as that is looked at alone.
        self._allowed = 0.99 * bounds * bounds
        self._starts = np.cumsum((0, *self.sizes[:-1]))
        self._first_parts = np.cumsum((0, *counts[:-1]))
        self._exact = np.repeat(bounds == 0.0, self.sizes)

    def met_by(self, numbers: Array) -> list[bool]:
        """For each case whether these numbers, (numbers,) as in `flat`, are right for it."""
        distance = numbers - self.flat
        near = np.add.reduceat(distance * distance, self._starts) <= self._allowed
        if self._exact.any():  # squares of tiny differences are zero
            other = (distance != 0.0) & self._exact
            near &= ~np.logical_or.reduceat(other, self._starts)
        right: list[bool] = np.logical_and.reduceat(near, self._first_parts).tolist()
        return right


@dataclass
class Verdict:
    """What is wrong with one answer.

    Attributes:
        trouble: why there is none.
        refused: why it cannot be read at all.
        parts: its parts as they came, where they were looked at one by one.
        wrong: names of the parts that are wrong.
    """

    trouble: Trouble | None = None
    refused: Finding | None = None
    parts: Mapping[str, Any] = field(default_factory=dict)
    wrong: tuple[str, ...] = ()

    def fails(self, names: Collection[str] | None) -> bool:
        """Whether the answer, or one of these parts of it, is not right."""
        if self.trouble is not None or self.refused is not None:
            return True
        return bool(self.wrong) and (names is None or any(name in names for name in self.wrong))


RIGHT = Verdict()
