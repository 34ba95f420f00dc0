"""Whether two answers, or the forms of two arguments, are the same.

>>> same([1.0, np.zeros(2)], (1.0, np.zeros(2))), same({"W": 1.0}, {"W": 1.0 + 1e-9})
(True, False)
"""

from collections.abc import Hashable, Mapping
from typing import Any

import numpy as np

from autograder.numerics import Array
from autograder.student.calls import Answer

REPEAT_RTOL = 1e-12  # the same code on the same numbers; other memory alignment moves last bits


def answers_agree(first: Answer, second: Answer) -> bool:
    """Whether two calls returned the same, to the last bits."""
    return first.sent == second.sent or same(first.value, second.value)


def argument_form(value: Any) -> Hashable:
    """What an argument has in common with others of its shape; the value where it has none.

    >>> argument_form([np.zeros((2, 3)), 0.5]) == argument_form([np.ones((2, 3)), 0.5])
    True
    """
    if isinstance(value, Mapping):
        return frozenset((key, argument_form(part)) for key, part in value.items())
    if isinstance(value, (list, tuple)):
        return tuple(map(argument_form, value))
    return value.shape if isinstance(value, np.ndarray) else repr(value)


def same(first: Any, second: Any, rtol: float = REPEAT_RTOL) -> bool:
    """Whether two values of the wire have one structure and (nearly) one content.

    The order of keys is no content; arrays are compared normwise, because entries that nearly
    cancel differ by more than any bound on each of them.
    """
    if isinstance(first, dict):
        return (
            isinstance(second, dict)
            and first.keys() == second.keys()
            and all(same(first[key], second[key], rtol) for key in first)
        )
    if isinstance(first, (list, tuple)):
        return (
            isinstance(second, (list, tuple))
            and len(first) == len(second)
            and all(same(a, b, rtol) for a, b in zip(first, second, strict=True))
        )
    if isinstance(first, (np.ndarray, np.generic)):
        return (
            isinstance(second, (np.ndarray, np.generic))
            and first.shape == second.shape
            and _same_array(np.asarray(first), np.asarray(second), rtol)
        )
    if isinstance(first, float) and isinstance(second, float):
        return _same_array(np.asarray(first), np.asarray(second), rtol)
    return type(first) is type(second) and (first == second or not _comparable(first))


def _same_array(first: Any, second: Any, rtol: float) -> bool:
    if first.dtype == second.dtype and first.tobytes() == second.tobytes():
        return True
    if first.dtype.kind != second.dtype.kind:  # whole numbers the first time, and floats later
        return False
    if first.dtype.kind not in "fiuc":  # truth values, texts, dates
        return bool(first.dtype == second.dtype and np.array_equal(first, second))
    with np.errstate(all="ignore"):
        finite = np.isfinite(first)
        if not np.array_equal(first[~finite], second[~finite], equal_nan=True):
            return False
        distance = np.linalg.norm(first[finite] - second[finite])
        return bool(distance <= rtol * np.linalg.norm(first[finite]))


def _comparable(value: Any) -> bool:
    return value is None or isinstance(value, (bool, int, float, str, bytes))


def have_in_common(W: Array, V: Array) -> bool:
    """Whether two arrays of any shapes, of one spread, share numbers as two draws never do.

    >>> z = np.random.default_rng(0).normal(size=60)
    >>> have_in_common(z[:50], z[5:55]), have_in_common(z[:30], z[30:])
    (True, False)
    """
    one, other = (np.unique(x) for x in (W, V))
    if 2 * min(one.size, other.size) < min(W.size, V.size):  # few values, whoever drew them
        return False
    return bool(2 * np.intersect1d(one, other).size > min(one.size, other.size))
