"""Whether numbers are independent normal draws, each test with its chance of a false alarm.

Every function here takes `error`: a right array of independent normal numbers is refused by one
call with a probability below `TESTS` times that. The sentences are what was seen.

    >>> W = np.random.default_rng(0).normal(size=(40, 30))
    >>> dependence(W, error=1e-12) is None
    True
    >>> dependence(np.repeat(W[:, :1], 30, axis=1), error=1e-12)
    'all neurons have the same weights'
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from autograder.numerics import Array, correlation_bound, variance_bounds

# Tests in `dependence`: copies, the exact coincidences (two), and over each axis sums (two bounds,
# and one for the spread that they are relative to) and correlations.
TESTS = 11
# |x| / rms of two independent draws agree to twelve digits with a chance of 1e-12: of a thousand
# draws, four pairs do with one of 1e-26. With uniform numbers of 32 bits behind them: 1e-18.
DIGITS = 12
FEW_COPIES = 3
ALPHA = 1e-12  # the chance that right code is refused, of each single bound
# For `_exact`, as shares of the spread and of lengths, and as a cosine. What is made exact is so to
# a few 1e-16 and, where many products are added up, to 1e-14. By chance P(|mean| < 1e-15 · std) is
# below 1e-15 · √n, two columns of n agree in length with one below 1e-12 · √n, and are orthogonal
# with one below 1e-9 · √n: of ten and more, of which all pairs have to be, never.
ZERO_MEAN, ONE_LENGTH, RIGHT_ANGLE = 1e-15, 1e-12, 1e-9
# The density of (sample deviation / std) at 1 is √(n/π): 17 for 900 draws, so 4e-13 in all.
EXACT_STD = 3e-15
# Weights of one draw, scaled twice, agree to 1e-15, those of two draws with a chance of 1e-9 each.
SAME_DRAW = 1e-9
SMALL_SQUARE = 1e-290  # smaller ones have fewer than all digits, or none
FOR_THREADS = 10_000  # numbers that OpenBLAS shares out


def scaled(W: Array) -> Array:
    """W, of any shape, over its root mean square; W itself when it is zero."""
    size = root_mean_square(W)
    return W / size if size else W


def root_mean_square(W: Array) -> float:
    """The root of the mean of all squares of an array of any shape, also where no square can be
    written: of numbers below 1e-162 they are zero, of those above 1e154 they are infinite."""
    mean = mean_square(W)
    if SMALL_SQUARE < mean < math.inf:
        return math.sqrt(mean)
    largest = float(np.abs(W).max())
    if 0.0 < largest < math.inf:
        return float(largest * math.sqrt(mean_square(W / largest)))
    return math.sqrt(mean)


def mean_square(W: Array) -> float:
    """The mean of all squares of an array of any shape.

    Of many without BLAS, which shares 10,000 numbers out among threads and takes milliseconds.
    """
    flat = W.ravel()
    squares = np.vdot(flat, flat) if W.size < FOR_THREADS else np.einsum("i,i->", flat, flat)
    return float(squares) / W.size


def centred(W: Array) -> Array:
    """W, of any shape, about its mean, over the root mean square of what is left."""
    return scaled(W - W.mean())


def repeats(W: Array) -> NDArray[np.int64]:
    """How often each number occurs that occurs more than once, up to its sign; most often first.

    W is of any shape; the result is of shape (numbers,), int64.
    """
    _, counts = np.unique(np.round(np.abs(scaled(W)), DIGITS), return_counts=True)
    return -np.sort(-counts[counts > 1])


def come_again(arrays: Sequence[Array]) -> bool:
    """Whether one array, of any shape, has most of its numbers, up to their sign, from others.

    Only numbers that occur once in their own array count: a bound may well be anywhere.
    """
    singles, owners = [], []
    if sum(array.size - np.unique(np.round(array, DIGITS)).size for array in arrays) > FEW_COPIES:
        return False  # numbers of a few digits: they come again within one call as well
    for number, array in enumerate(arrays):
        own = _singles(np.sort(np.round(np.abs(array.ravel()), DIGITS)))
        if own.size >= array.size / 2:
            singles.append(own)
            owners.append(np.full(own.size, number))
    if len(singles) < 2:
        return False
    pooled, owner = np.concatenate(singles), np.concatenate(owners)
    order = np.argsort(pooled)
    equal = np.diff(pooled[order]) == 0.0
    if equal.sum() <= FEW_COPIES:
        return False
    shared = owner[order][np.append(equal, False) | np.append(False, equal)]
    shares = np.bincount(shared, minlength=len(arrays)) / np.array([a.size for a in arrays])
    return bool(shares.max() >= 0.25)


def _singles(ordered: Array) -> Array:
    differs = np.diff(ordered) != 0.0
    result: Array = ordered[np.append(True, differs) & np.append(differs, True)]
    return result


def dependence(
    W: Array, error: float, std: float | None = None, normal: Array | None = None
) -> str | None:
    """How the entries of a matrix show that they are no independent draws, or None.

    By `variance_bounds` (Chernoff) and `correlation_bound`; by the union bound, a right matrix is
    refused with a chance of at most `TESTS` times `error`.

    Args:
        W: (rows, columns), a row an input, a column a neuron.
        error: chance of a false alarm of each of the tests.
        std: what they were drawn with, where that is known.
        normal: of the same shape: what is normal when W is right (see `laws`); W when it is None.
    """
    # What is cut off at a bound lies there, which the normal law has infinitely far out.
    cut = repeats(W)[:1].sum() > _few(W)
    z = W if normal is None or cut else normal
    found = seen_without_statistics(W)
    signs = _is_one_value(W)
    if found is None and std is not None and not signs:
        found = _exact_spread(W, std)
    found = found or _sums(z, "neuron", error) or _sums(z.T, "input", error)
    if signs:
        return found
    return found or _correlations(z, "neuron", error) or _correlations(z.T, "input", error)


def seen_without_statistics(W: Array) -> str | None:
    """How entries of W (rows, columns) are copies, or exact, which even a few show; or None."""
    return _copies(W) or (None if _is_one_value(W) else _exact(W))


def _is_one_value(W: Array) -> bool:
    """Whether most weights have one value, up to their sign: a matter of the law.

    As many of either sign, or neurons of one length, are then nothing that was made exact: of 150
    signs half are positive with a chance of 6.5%. Nor are two inputs alike a dependence: of 60, two
    have the same 15 signs, or opposite ones, with one of 10%. What was said went by the seed.
    """
    return bool(2 * repeats(W)[:1].sum() > W.size)


def _few(W: Array) -> int:
    """As many weights as may occur more than once."""
    return max(FEW_COPIES, W.size // 1000)


def _copies(W: Array) -> str | None:
    if W.size > 1 and np.ptp(W) == 0.0:
        return f"all {W.size:,} weights are {W.flat[0]:.4g}"
    counts = repeats(W)
    # One number that comes often, beside others that do not, is a matter of the law: a bound, say.
    if counts[1:].sum() <= _few(W):
        return None if _is_one_value(W) else _constant_line(W)
    for kind, columns in (("neuron", W), ("input", W.T)):
        if columns.shape[1] > 1 and (columns == columns[:, :1]).all():
            return f"all {kind}s have the same weights"
    return f"{int(counts.sum()):,} of {W.size:,} weights occur more than once, up to their sign"


def _constant_line(W: Array) -> str | None:
    """That a neuron, or an input, has one weight throughout that hardly any other one has.

    Where half of all weights are 0, one of 380 inputs with 11 neurons has nothing else by chance.
    """
    for kind, columns in (("neuron", W), ("input", W.T)):
        constant = np.flatnonzero(np.ptp(columns, axis=0) == 0.0)
        if len(columns) < 2 or not constant.size:
            continue
        value = columns[0, constant[0]]
        others = np.abs(np.delete(columns, constant, axis=1)) == abs(value)
        if np.count_nonzero(others) <= _few(W):
            return f"the weights of {kind} {constant[0]} are all {value:.4g}"
    return None


def _exact(W: Array) -> str | None:
    """What the last digits show: nothing that is drawn is exact."""
    spread = float(np.std(W))
    if W.size > 1 and abs(float(np.mean(W))) < ZERO_MEAN * spread:
        return "the mean of all weights is exactly zero"
    for kind, columns in (("neuron", W), ("input", W.T)):
        count, number = columns.shape
        if number < 2 or count < 2:
            continue
        if np.median(np.abs(columns.mean(axis=0))) < ZERO_MEAN * spread:
            return f"the mean of each {kind}'s weights is exactly zero"
        norms = np.sqrt((columns**2).sum(axis=0))
        if np.ptp(norms) < ONE_LENGTH * norms.max():
            return f"the weights of every {kind} have exactly the same length"
        spreads = columns.std(axis=0)  # as of weights that were standardised, which have a mean
        if count > 2 and np.ptp(spreads) < ONE_LENGTH * spreads.max():
            return f"the weights of every {kind} have exactly the same standard deviation"
        if number <= count and np.abs(_off_diagonal(columns / norms)).max() < RIGHT_ANGLE:
            return f"the weights of any two {kind}s are exactly orthogonal"
    return None


def _exact_spread(W: Array, std: float) -> str | None:
    squares = float(np.vdot(W, W)), float(np.vdot(W - W.mean(), W - W.mean()))
    ratios = [math.sqrt(s / n) / std for s in squares for n in (W.size, W.size - 1) if n > 1]
    if any(abs(ratio - 1.0) < EXACT_STD for ratio in ratios):
        return "the standard deviation of the weights is exactly std"
    return None


def _off_diagonal(unit: Array) -> Array:
    products: Array = unit.T @ unit
    np.fill_diagonal(products, 0.0)
    return products


def _sums(columns: Array, kind: str, error: float) -> str | None:
    """The sums over each column scatter as sums of independent numbers do.

    Of `number` sums of `count` independent draws with one common mean, the sum of squares about
    their mean is χ² with `number` − 1 degrees of freedom, in units of `count` · variance.
    """
    count, number = columns.shape
    if count < 2 or number < 2:
        return None
    variance = float(np.var(columns)) * columns.size / (columns.size - 1)
    if not variance:
        return None  # of constants copies tell, and squares of tiny numbers are zero
    sums = columns.sum(axis=0)
    ratio = float(np.var(sums)) * number / (number - 1) / (count * variance)
    low, high = variance_bounds(number - 1, error)
    smallest, largest = variance_bounds(columns.size - 1, error)
    if low / largest <= ratio <= high / smallest:
        return None
    return (
        f"the sums of the weights of each {kind} scatter by {ratio**0.5:.2g} times what "
        "independent weights give"
    )


def _correlations(columns: Array, kind: str, error: float) -> str | None:
    count, number = columns.shape
    if count < 12 or number < 2:
        return None
    centred = columns - columns.mean(axis=0)
    norms = np.sqrt((centred**2).sum(axis=0))
    if not norms.all():
        return None  # constant columns: sums and copies tell
    correlation = _off_diagonal(centred / norms)
    place = int(np.abs(correlation).argmax())
    worst = float(correlation.flat[place])
    # Centring takes one degree of freedom.
    if abs(worst) <= correlation_bound(count - 1, number * (number - 1) // 2, error):
        return None
    first, second = sorted(divmod(place, number))
    return f"the weights of {kind}s {first} and {second} have a correlation of {worst:+.2f}"
