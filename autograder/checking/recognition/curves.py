"""What a function of one number shows along a line of inputs."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from autograder.checking.recognition.values import FACTOR, FEW_DIGITS
from autograder.numerics import Array

Curve = Callable[[Array], Array]  # elementwise, so of any shape
_MIDDLE = np.linspace(-4.0, 4.0, 33)
_OUT = np.array([4.5, 5, 6, 7, 8, 9, 10.5, 12, 14, 16, 18, 21, 25, 29, 33, 37, 50, 100, 300, 1000])
# Symmetric and sorted, with the inputs of every magnitude that the exercises allow.
GRID = np.concatenate([-_OUT[::-1], _MIDDLE, _OUT])
AROUND_ZERO = np.array([-0.3, -1e-3, 0.0, 1e-3, 0.3])
_ATOL = 1e-12  # what the exercises promise for activations
# Of the height, for `_is_stretched`: k is found to 1e-16 by bisection, a curve of that stretch to
# 1e-15; one whose k is off by `FACTOR` is a hundred times as far away.
_STRETCHED = 1e-8
# Of a curve of numbers of about 1: what is off by no more than rounding, of slopes and of bends.
_EXACT, _STRAIGHT = 1e-13, 1e-12
# A series is off by no more in the middle ring, and a difference quotient of any usual step by no
# more anywhere; what is quantised is off by (resolution / step), 1e-16 / 1e-12 at most.
_SERIES, _QUOTIENT, _QUANTISED = 1e-3, 0.05, 1e-4
_WHOLE = 1e-3  # of a unit: how near to whole multiples the values are that count units
_INSIDE = np.abs(GRID) <= 4.0


def name_of_curve(right: Curve, curve: Array, near_zero: Array, shifted: Array) -> str | None:
    """An id for the answers, of the shapes of `GRID`, `AROUND_ZERO`, and `GRID` moved by a hair."""
    truth = right(GRID)
    fits = _fits(truth, curve)
    if fits[_INSIDE].all():
        if not np.isfinite(curve).all():
            return "overflows"
        return "clipped" if _is_cut(truth, curve, fits) else None
    if _wrong_at_zero(right, curve, near_zero, fits):
        return "wrong-at-zero"
    if not np.isfinite(curve).all():
        return None
    if _is_cut(truth, curve, fits):
        return "clipped"
    if _is_single(truth, curve, shifted):
        return "float32"
    if _is_stretched(right, curve):
        # Alone, the inputs around zero tell whether it is the curve, or what came in with them.
        whole = _fits(right(AROUND_ZERO), near_zero).all()
        return "input-standardised" if whole else "scaled-tanh"
    return "approximated" if _is_approximate(truth, curve) else None


def _fits(truth: Array, curve: Array) -> NDArray[np.bool_]:
    with np.errstate(all="ignore"):
        fits: NDArray[np.bool_] = np.abs(curve - truth) <= _ATOL
    return fits


def _wrong_at_zero(right: Curve, curve: Array, near_zero: Array, fits: NDArray[np.bool_]) -> bool:
    zero = GRID == 0.0
    elsewhere = AROUND_ZERO != 0.0
    return bool(
        fits[~zero].all()
        and not fits[zero].any()
        and _fits(right(AROUND_ZERO), near_zero)[elsewhere].all()
    )


def _is_cut(truth: Array, curve: Array, fits: NDArray[np.bool_]) -> bool:
    """Right in the middle, and farther out one value on each side, the one where it was cut."""
    if fits.all() or not fits[GRID == 0.0].all():
        return False
    for side in (GRID > 0, GRID < 0):
        order = np.argsort(np.abs(GRID[side]))
        right, seen, expected = fits[side][order], curve[side][order], truth[side][order]
        if right.all():
            continue
        first = int(np.argmin(right))
        tail = seen[first:]
        between = sorted((expected[first - 1], expected[first])) if first else [np.inf, -np.inf]
        if np.ptp(tail) > _ATOL or not between[0] - _ATOL <= tail[0] <= between[1] + _ATOL:
            return False
    return True


def _is_single(truth: Array, curve: Array, shifted: Array) -> bool:
    # Single precision does not see a relative change of 1e-9 of its input; double does.
    nearly = np.abs(curve - truth).max() < FEW_DIGITS
    return bool(nearly and np.array_equal(curve[_INSIDE], shifted[_INSIDE]))


def _is_stretched(right: Curve, curve: Array) -> bool:
    """Whether the curve is c · right(k · a): k by bisection at one point, then everywhere."""
    base, height = right(np.zeros(1))[0], curve[GRID == 0.0][0]
    if not height > 0.0:
        return False
    at = float(GRID[_INSIDE][-8])
    wanted = curve[_INSIDE][-8] / height * base
    low, high = 0.05, 20.0
    rising = right(np.array([high * at]))[0] > right(np.array([low * at]))[0]
    for _ in range(60):
        middle = (low + high) / 2
        above = right(np.array([middle * at]))[0] > wanted
        low, high = (low, middle) if above == rising else (middle, high)
    stretched = height / base * right(low * GRID)
    return bool(abs(low - 1.0) > FACTOR and np.abs(curve - stretched).max() < _STRETCHED * height)


def _is_approximate(truth: Array, curve: Array) -> bool:
    """A series, good near zero and worse outwards; or straight lines along the right curve."""
    middle, seen = truth[_INSIDE], curve[_INSIDE]
    error = np.abs(seen - middle)
    distance = np.abs(_MIDDLE)
    rings = [error[(distance >= r) & (distance < r + 1.0)].max() for r in (0.0, 1.0, 2.0, 3.0)]
    if rings[0] < _SERIES and all(
        4 * a < b for a, b in zip(rings, rings[1:], strict=False) if b > _EXACT
    ):
        return bool(rings[3] > _ATOL)
    bends = np.abs(np.diff(seen, 2))
    straight = (bends < _STRAIGHT).mean() > 0.7 and np.ptp(seen) > 0.0
    return bool(straight and error.max() < 0.3 * np.ptp(truth))


def name_of_difference(right: Curve, curve: Array) -> str | None:
    """Whether a slope, of the shape of `GRID`, is a difference quotient of the right function.

    Its error is a multiple of a higher derivative, until rounding takes over; then every value
    is a whole multiple of (resolution of floats) / (step).
    """
    truth = right(_MIDDLE)
    error = curve[_INSIDE] - truth
    largest = np.abs(error).max()
    if not _EXACT < largest < _QUOTIENT:
        return None
    step = 1e-3
    once = (right(_MIDDLE + step) - right(_MIDDLE - step)) / (2 * step)
    twice = (right(_MIDDLE + step) - 2 * truth + right(_MIDDLE - step)) / step**2
    for shape in (once, twice):
        c = float(shape @ error) / float(shape @ shape)
        if np.linalg.norm(error - c * shape) < 0.1 * np.linalg.norm(error):
            return "finite-differences"
    return "finite-differences" if largest < _QUANTISED and _is_quantised(curve) else None


def _is_quantised(curve: Array) -> bool:
    # Where the function itself is above 1/4, floats are multiples of 2^-54.
    values = curve[(GRID >= 0.5) & (GRID <= 3.0)]
    for exponent in range(4, 13):
        for step in (10.0**-exponent, 2 * 10.0**-exponent):
            units = values * step * 2.0**54
            if units.max() > 3 and np.abs(units - np.round(units)).max() < _WHOLE:
                return True
    return False
