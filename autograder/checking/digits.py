"""What the digits of drawn numbers show: of single precision, or of rounding."""

import numpy as np
from numpy.typing import NDArray

from autograder.numerics import Array

COARSE = 4e-16  # two units in the last place; see `coarse`
DECIMALS, ONE_ROUNDING = 10, 4.5e-16  # see `have_decimals`


def coarse(numbers: Array) -> NDArray[np.bool_]:
    """Which numbers, of any shape, have no more digits than float32, but for one rounding.

    Of numbers with 53 digits, one in a hundred million has: two to five units in the last place
    are allowed, of the 5e8 from one float32 to the next.
    """
    off = np.abs(numbers - numbers.astype(np.float32))
    result: NDArray[np.bool_] = off <= COARSE * np.abs(numbers)
    return result


def have_decimals(numbers: Array, count: int) -> NDArray[np.bool_]:
    """Which numbers, of any shape, can be written with as many decimals, but for one rounding.

    With `DECIMALS` a double of about 1,000 that is drawn can with a chance of 0.009, and a smaller
    one with less: sixteen of them with 2e-33.
    """
    near = ONE_ROUNDING * np.abs(numbers)
    result: NDArray[np.bool_] = np.abs(np.round(numbers, count) - numbers) <= near
    return result


def decimals(numbers: Array) -> int | None:
    """With how few decimals all numbers, of any shape, can be written; None for over `DECIMALS`."""
    if not have_decimals(numbers, DECIMALS).all():
        return None
    return next(count for count in range(DECIMALS + 1) if have_decimals(numbers, count).all())


def may_be_rounded(heads: Array) -> NDArray[np.bool_]:
    """Of which rows of (calls, numbers) `rounded_in_words` may say something."""
    halves = heads == heads.astype(np.float16)
    result: NDArray[np.bool_] = halves.all(axis=1) | have_decimals(heads, DECIMALS).all(axis=1)
    return result


def rounded_in_words(numbers: Array, whose: str) -> str | None:
    """How all numbers, of any shape, are rounded: to some decimals, or to half precision."""
    places = decimals(numbers)
    if places is not None:
        return f"every weight{whose} {decimals_in_words(places)}"
    halves = np.array_equal(numbers, numbers.astype(np.float16))
    return f"every weight{whose} is a number of half precision" if halves else None


def decimals_in_words(places: int) -> str:
    """What a number of so many decimals has."""
    if not places:
        return "is a whole number"
    return "has one decimal and no more" if places == 1 else f"has {places} decimals and no more"
