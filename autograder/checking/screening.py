"""Many matrices looked at together: which of them plainly pass every test of `chance.dependence`.

Nearly all draws are right, and each test of theirs alone costs more in calls than in numbers. Here
matrices of one shape are stacked and tested with room to spare: each bound is moved by far more
than rounding moves what it is held against, towards refusing. What does not pass plainly is not
dependent yet: it is tested alone, to the digit.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.catalogue import fail
from autograder.checking.chance import DIGITS, FEW_COPIES
from autograder.checking.draws import Draws
from autograder.numerics import Array, correlation_bound, variance_bounds

# Sums of a thousand numbers, added up in another order, are within 1e-13 of each other; where a
# test is on exact coincidence, right draws are nearer to it than this with a chance of 1e-9.
ROOM = 1e-11
APART = 3 * 10.0**-DIGITS  # of |x| / size, of which copies are told by DIGITS digits
NOT_ORTHOGONAL = 1e-8  # ten times the bound of `dependence`: here a test is to fail too often
MARGIN = 1e-6  # of bounds that are of the order of 1
Passed = NDArray[np.bool_]  # one for each matrix: (matrices,)
# Of the largest weight of a call, in units of std: right ones have 2 to 6 where there are many, and
# of one alone hardly ever below 1e-9. Statistics add up squares and fourth powers of weights, which
# can be written from 1e-76 to 1e76.
SMALLEST, LARGEST = 1e-70, 1e70


def plainly_independent(
    matrices: Sequence[Array], stds: Sequence[float], error: float, *, differ: bool = False
) -> Passed:
    """For each matrix whether `dependence(matrix, error, std)` is None, as far as is plain.

    By the same inequalities (Chernoff's and the correlation's), held more strictly.

    Args:
        matrices: of any shapes.
        stds: what each was drawn with.
        error: chance of a false alarm of each of the tests.
        differ: it is known that no two weights of one matrix have plainly the same size.
    """
    passed = np.zeros(len(matrices), bool)
    shapes: dict[tuple[int, ...], list[int]] = {}
    for number, W in enumerate(matrices):
        # Every test is made of the columns and of the rows.
        shapes.setdefault(tuple(sorted(W.shape)), []).append(number)
    for shape, numbers in shapes.items():
        if shape == (1, 1):
            continue
        turned = (matrices[number] for number in numbers)
        stack = np.stack([W if W.shape == shape else W.T for W in turned])
        units = np.array([stds[number] for number in numbers])
        with np.errstate(all="ignore"):  # of constant weights nothing is plain
            passed[numbers] = _passed(stack / units[:, None, None], error, differ)
    return passed


def _passed(z: Array, error: float, differ: bool) -> Passed:
    count = z[0].size
    flat = z.reshape(len(z), count)
    squares, means = np.einsum("ij,ij->i", flat, flat), flat.mean(axis=1)
    size = np.sqrt(squares / count)
    passed: Passed = (size > 0.0) & (np.abs(means) > ROOM * size)
    if not differ:
        gaps = np.diff(np.sort(np.abs(flat), axis=1), axis=1).min(axis=1)
        passed &= gaps > APART * size
    centred = squares - count * means**2
    for total in (squares, centred):
        for degrees in (count, count - 1):
            passed &= np.abs(np.sqrt(total / degrees) - 1.0) > ROOM
    variance = centred / (count - 1)
    for columns in (z, z.transpose(0, 2, 1)):
        if columns.shape[1] > 1 and columns.shape[2] > 1:
            passed &= _columns_pass(columns, size, variance, error)
    return passed


def _columns_pass(columns: Array, size: Array, variance: Array, error: float) -> Passed:
    _, count, number = columns.shape
    means = columns.mean(axis=1)
    passed: Passed = (np.abs(means) > ROOM * size[:, None]).all(axis=1)
    squares = np.einsum("kij,kij->kj", columns, columns)
    norms = np.sqrt(squares)
    passed &= np.ptp(norms, axis=1) > ROOM * norms.max(axis=1)
    spreads = np.sqrt(squares - count * means**2)
    passed &= np.ptp(spreads, axis=1) > ROOM * spreads.max(axis=1)
    products = np.einsum("ki,ki->k", columns[:, :, 0], columns[:, :, 1])
    passed &= np.abs(products) > NOT_ORTHOGONAL * norms[:, 0] * norms[:, 1]
    ratio = np.var(means, axis=1) * count * number / (number - 1) / variance
    low, high = variance_bounds(number - 1, error)
    smallest, largest = variance_bounds(columns[0].size - 1, error)
    passed &= (low / largest * (1 + MARGIN) <= ratio) & (ratio * (1 + MARGIN) <= high / smallest)
    if count >= 12:
        unit = columns - means[:, None, :]
        unit /= spreads[:, None, :]
        correlations: Any = np.abs(unit.transpose(0, 2, 1) @ unit)
        correlations[:, np.arange(number), np.arange(number)] = 0.0
        bound = correlation_bound(count - 1, number * (number - 1) // 2, error)
        passed &= correlations.max(axis=(1, 2)) * (1 + MARGIN) <= bound
    return passed


def few_agree(ordered: Array) -> bool:
    """Whether at most `FEW_COPIES` of (n,) numbers, none negative, are the next in size."""
    if all_differ(ordered):
        return True
    return int(np.count_nonzero(np.diff(np.round(ordered, DIGITS)) == 0.0)) <= FEW_COPIES


def all_differ(ordered: Array) -> bool:
    """Whether no two of (n,) numbers, in order of size, are near to each other."""
    return bool(np.diff(ordered).min(initial=1.0) > APART)


def require_squares(calls: Iterable[tuple[Draws, Array]]) -> None:
    """Fail when weights are so far from std that nothing can be computed of them; zeros can be.

    Args:
        calls: what was asked, and W (fan_in, fan_out).

    Raises:
        Failed: of the first such call.
    """
    for one, W in calls:
        size = float(np.abs(W).max()) / one.std
        if size and not SMALLEST < size < LARGEST:
            fail(
                f"the largest weight has a size of {size:.1e} · std",
                expected="a few times std",
                ran=one.words,
            )


def tells(W: Array) -> bool:
    """Whether two calls would not give such weights by chance: not a few signs or zeros, say.

    Args:
        W: (fan_in, fan_out).
    """
    if W.size > 100:
        return W.item(0) != W.item(-1) or bool(np.ptp(W) > 0.0)
    return len(set(np.abs(W).ravel().tolist())) > 4
