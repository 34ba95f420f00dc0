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


def decimals_in_words(places: int) -> str:
    """What a number of so many decimals has."""
    if not places:
        return "is a whole number"
    return "has one decimal and no more" if places == 1 else f"has {places} decimals and no more"
