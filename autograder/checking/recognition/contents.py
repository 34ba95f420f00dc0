"""What draws are made of: copies, mirror images, pools of a few numbers, rounded ones."""

from collections.abc import Sequence

import numpy as np

from autograder.checking.chance import DIGITS, ONE_LENGTH, RIGHT_ANGLE, scaled
from autograder.numerics import Array

MANY_VALUES = 10  # that come again: what is cut off is at one bound or two


def by_content(draws: Sequence[Array]) -> str | None:
    """The id of what draws (fan_in, fan_out) have in them, whatever their spread; or None."""
    if all((array == array[:, :1]).all() for array in draws):
        return "columns-repeated"
    if all((array == array[:1]).all() for array in draws):
        return "rows-repeated"
    if all(_has_copies(array) for array in draws):
        return "columns-repeated"
    if all(_has_copies(array.T) for array in draws):
        return "rows-repeated"
    # Of one with an odd number of rows or columns nothing is said.
    for even in ([a for a in draws if a.shape[1] % 2 == 0], [a.T for a in draws if not len(a) % 2]):
        if all(_has_copies(np.hstack([array, -array]), array.shape[1]) for array in even):
            return "mirror-pairs"
    if all(_has_gaps(array) for array in draws):
        return "entries-not-filled"
    if all(np.array_equal(array, array.astype(np.float16)) for array in draws):
        return "rounded"
    for digits in range(13):
        exact = all(np.array_equal(array, np.round(array, digits)) for array in draws)
        if exact and any(np.unique(array).size > 4 for array in draws):
            return "rounded"
    if all(map(_at_right_angles, draws)):
        return "not-independent"
    if all(_is_normalised(array) and is_spread(array) for array in draws):
        return "mirror-pairs" if all(map(_has_opposites, draws)) else "normalised"
    return "not-independent" if _from_pools(draws) else None


def _from_pools(draws: Sequence[Array]) -> bool:
    """Whether each draw is made of a few numbers that come again and again, and are its own.

    Of a law of a few values all draws have the same ones, up to the spread; what is cut off, or
    comes twice here and there, leaves others that occur once. Of a long pool some do as well.
    """
    values = []
    for array in draws:
        found, counts = np.unique(np.round(scaled(array), DIGITS), return_counts=True)
        often = found[(counts > 1) & (found != 0.0)]
        once = float(np.sum(counts == 1)) / array.size
        if once > (0.1 if often.size < MANY_VALUES else 0.5):
            return False
        values.append(often)
    pooled = np.concatenate(values)
    return pooled.size > 2 and np.unique(np.abs(pooled)).size > 0.9 * pooled.size


def _has_copies(columns: Array, apart: int = 0) -> bool:
    """Whether two columns (at least `apart` places apart) are the same."""
    seen: dict[bytes, int] = {}
    for index, column in enumerate(columns.T):
        if column.any() and index - seen.setdefault(column.tobytes(), index) > max(apart // 2, 0):
            return True
    return False


def _has_opposites(array: Array) -> bool:
    """Whether nearly every number comes with the other sign, too, wherever: so the mean is 0."""
    return np.unique(np.abs(array)).size < 0.6 * np.unique(array).size


def _has_gaps(array: Array) -> bool:
    """Whole rows or columns of zeros, beside others."""
    return bool(array.any() and not (array.any(axis=0).all() and array.any(axis=1).all()))


def _is_normalised(array: Array) -> bool:
    spread = float(np.std(array))
    for axis in (None, 0, 1):
        mean = np.mean(array, axis=axis)
        if np.abs(mean).max() < 1e-14 * spread:  # by chance with one of 1e-14 · √n
            return True
        size = np.sqrt(np.sum(array**2, axis=axis))
        about_mean = np.std(array, axis=axis)
        for sizes in (size, about_mean) if axis is not None else ():
            if np.ptp(sizes) < ONE_LENGTH * sizes.max():
                return True
    return False


def _at_right_angles(array: Array) -> bool:
    """Whether columns, or rows where there are fewer, are orthogonal; more than one of them."""
    columns = array if array.shape[0] >= array.shape[1] else array.T
    lengths = np.linalg.norm(columns, axis=0)
    if columns.shape[1] < 2 or not lengths.all():
        return False
    unit = columns / lengths
    return bool(np.abs(unit.T @ unit - np.eye(unit.shape[1])).max() < RIGHT_ANGLE)


def is_spread(array: Array) -> bool:
    """Whether most numbers of an array, of any shape, occur once."""
    return bool(np.unique(array).size > 0.3 * array.size)
