"""Values as lists of arrays, and whether two of them agree."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from autograder.numerics import Array

# Wrong gradients of 65 kinds are pairwise farther apart than this on four cases.
MATCH = 1e-7
# Right float64 results differ by less, however they were computed.
RIGHT = 1e-12
# Factors, powers and ratios that come of values that match: of each MATCH, and of a difference of
# two some ten times that.
FACTOR = 1e-6
# A factor, a rate or a difference of numbers of about 1 is none up to here: a thousand times what
# rounding leaves (RIGHT).
NOTHING = 1e-9
FEW_DIGITS = 1e-5  # of single precision: 6e-8 of a number, and 1e-6 or more after many sums
MAX_PARTS = 1000
# What was seen on each case: arrays of any shape, or None where there is nothing to read.
Seen = list[list[Array] | None]


def flat(value: Any) -> list[Array] | None:
    """The arrays, of any shape, of a value, dict entries by their names; else None."""
    if isinstance(value, Mapping):
        return flat([value[key] for key in sorted(value, key=str)])
    if isinstance(value, (list, tuple)):
        parts = [flat(item) for item in value] if len(value) <= MAX_PARTS else [None]
        if any(part is None for part in parts):
            return None
        return [array for part in parts for array in part or []]
    if isinstance(value, (bool, int, float, np.ndarray, np.generic)):
        try:
            array = np.asarray(value)
        except OverflowError:
            return None
        return [array.astype(np.float64)] if array.dtype.kind in "biuf" else None
    return None


def named_arrays(value: Any, names: Iterable[str]) -> dict[str, Array] | None:
    """The entries of these names that hold one array, of any shape; None of what is no dict."""
    if not isinstance(value, Mapping):
        return None
    found = {name: one_array(value[name]) for name in names if name in value}
    return {name: array for name, array in found.items() if array is not None}


def one_array(value: Any) -> Array | None:
    """The array, of any shape, of a value that holds one; else None."""
    arrays = flat(value)
    return arrays[0] if arrays is not None and len(arrays) == 1 else None


def agree(
    observed: Sequence[Array] | None, expected: Sequence[Array] | None, rtol: float = MATCH
) -> bool:
    """Whether all arrays agree in shape and, normwise, in content; nothing agrees with nothing."""
    if observed is None or expected is None:
        return observed is expected
    return len(observed) == len(expected) and all(
        _alike(o, e, rtol) for o, e in zip(observed, expected, strict=True)
    )


def agree_everywhere(seen: Seen, expected: Seen, rtol: float = MATCH) -> bool:
    """Whether all cases agree, and at least one of them has something to agree on."""
    return any(arrays for arrays in seen) and all(
        agree(o, e, rtol) for o, e in zip(seen, expected, strict=True)
    )


def _alike(observed: Array, expected: Array, rtol: float) -> bool:
    if observed.shape != expected.shape:
        return False
    finite = np.isfinite(expected)
    if not finite.all() and not np.array_equal(finite, np.isfinite(observed)):
        return False
    with np.errstate(all="ignore"):
        size = float(np.linalg.norm(expected[finite]))
        distance = float(np.linalg.norm((observed - expected)[finite]))
    return np.isfinite(size) and distance <= rtol * (size or 1.0)


def pairs(seen: Seen, truths: Seen) -> list[tuple[Array, Array]] | None:
    """(observed, true) arrays over all cases; None unless all are there, fit and are finite."""
    result = []
    for arrays, truth in zip(seen, truths, strict=True):
        if arrays is None or truth is None or len(arrays) != len(truth):
            return None
        result += list(zip(arrays, truth, strict=True))
    fits = all(o.shape == t.shape and np.isfinite(o).all() for o, t in result)
    return result if fits and result else None
