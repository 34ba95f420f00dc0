"""Of which numbers orthogonal weights are made, where it shows: of normal ones, as they must be.

The first column of W is that of the matrix that was decomposed, over its length, for every way that
takes column after column: QR decompositions, Gram and Schmidt's, a Cholesky factor. So numbers of
another law show there to the digit, in a single call; statistics would need a thousand of most. Of
other ways, and of what does not show, nothing is said.

    >>> z = np.random.default_rng(0).normal(size=(20, 20))
    >>> made_of_whole_numbers(np.linalg.qr(z)[0])
    False
    >>> made_of_whole_numbers(np.linalg.qr(np.round(z, 2))[0])
    True
    >>> made_of_whole_numbers(np.linalg.qr(z.astype(np.float16).astype(np.float64))[0])
    True
"""

from collections.abc import Iterator, Sequence

import numpy as np

from autograder.checking.draws import Draws
from autograder.numerics import Array
from autograder.student.guest.generators import made

SAME = 1e-8  # of weights of length 1: what the exercise allows
# A half-precision number has eleven bits: over the last place of the smallest one, all are whole.
MOST = 2**11
# Numbers that tell anything: by chance ten are as near to whole ones as WHOLE with 2¹¹ · (2e-6)⁹,
# which is 1e-48.
FEWEST, WHOLE = 10, 1e-6
Calls = Sequence[tuple[Draws, Array]]  # what was asked, and W (fan_in, fan_out)


def origin(calls: Calls) -> tuple[str, Draws] | None:
    """What the numbers are instead, in words, and in which call it shows; or None.

    Args:
        calls: with W (fan_in, fan_out), of one gain each, at right angles.
    """
    shapes = set()
    for one, W in calls:
        first = columns(W)[:, 0]
        if one.beside == "far" and _is_cut(made(one.state), W):
            return "numbers of rng that are far out are not taken as they are", one
        if one.shape in shapes or max(one.shape) < FEWEST:
            continue
        shapes.add(one.shape)
        if min(one.shape) > 1 and made_of_whole_numbers(W):
            return "W is made of a matrix of whole numbers, or of numbers of a few digits", one
        for u in _first_columns(made(one.state).random(W.size + max(W.shape) ** 2), W.shape):
            if _are_parallel(first, u) or _are_parallel(first, u - 0.5):
                return "W is made of a matrix of uniform numbers", one
    return None


def made_of_whole_numbers(W: Array) -> bool:
    """Whether the first column, or row, of W (n, k) is a multiple of numbers with eleven bits."""
    first = np.abs(columns(W)[:, 0])
    first = first[first > SAME]
    if first.size < FEWEST or np.ptp(first) < SAME:  # a pattern of one number, which others tell
        return False
    whole = np.outer(np.arange(1, MOST), first / first.min())
    return bool((np.abs(whole - np.round(whole)) < WHOLE).all(axis=1).any())


def _is_cut(rng: np.random.Generator, W: Array) -> bool:
    """Whether the first column of W (n, n) follows that of rng's numbers, but for the largest."""
    first = np.abs(columns(W)[:, 0])
    for z in map(np.abs, _first_columns(rng.standard_normal(W.size), W.shape)):
        ratios = first / z
        kept = np.abs(ratios / np.median(ratios) - 1.0) < SAME
        if 2 * kept.sum() > kept.size > kept.sum() and z[~kept].min() > z[kept].max():
            return True
    return False


def columns(W: Array) -> Array:
    """W (fan_in, fan_out), turned so that it has no more columns than rows."""
    return W if W.shape[0] >= W.shape[1] else W.T


def _first_columns(numbers: Array, shape: tuple[int, ...]) -> Iterator[Array]:
    """First columns (n,) of matrices of n rows that are filled row by row, or column by column."""
    n, k = max(shape), min(shape)
    for step in sorted({1, k, n}):
        yield numbers[: step * (n - 1) + 1 : step]


def _are_parallel(v: Array, u: Array) -> bool:
    sizes = np.abs(v) / np.linalg.norm(v) - np.abs(u) / np.linalg.norm(u)
    return bool(np.abs(sizes).max() < SAME)
