"""Ideas with a parameter: the parameter is fitted, and the rest has to agree."""

from collections.abc import Iterable, Sequence

import numpy as np

from autograder.checking.recognition.values import (
    FACTOR,
    FEW_DIGITS,
    MATCH,
    NOTHING,
    RIGHT,
    Seen,
    pairs,
)
from autograder.numerics import Array

SMALLEST = 1e-3  # below it a factor is known as this one is: to a share of the truth, not of itself


def constant_factor(seen: Seen, truths: Seen) -> str | None:
    """An id when every array is one and the same multiple of the truth."""
    factor = common_factor(pairs(seen, truths) or [])
    return None if factor is None else name_of_factor(factor)


def common_factor(both: Iterable[tuple[Array, Array]]) -> float | None:
    """c when in each pair the first is c times the second, arrays of one shape; else None."""
    found = [factor_between(observed, truth) for observed, truth in both]
    factors = [factor for factor in found if factor is not None]
    if not factors or len(factors) < len(found) or not all_close(factors, factors[0]):
        return None
    return factors[0]


def factor_between(observed: Array, truth: Array) -> float | None:
    """c when observed = c · truth, arrays of one shape, else None."""
    if observed.shape != truth.shape or not np.isfinite(observed).all():
        return None
    with np.errstate(all="ignore"):
        size = float(np.vdot(truth, truth))
        if size == 0.0 or not np.isfinite(size):
            return None
        c = float(np.vdot(truth, observed)) / size
        distance = float(np.linalg.norm(observed - c * truth))
    return c if distance <= MATCH * max(abs(c), SMALLEST) * size**0.5 else None


def name_of_factor(factor: float) -> str | None:
    """What a factor common to everything is called."""
    known = {-1.0: "wrong-sign", 2.0: "factor-two", 0.5: "factor-half"}
    for value, id_ in known.items():
        if abs(factor - value) < FACTOR:
            return id_
    return None if abs(factor - 1.0) < FACTOR or abs(factor) < NOTHING else "constant-factor"


def all_close(factors: Sequence[float], value: float) -> bool:
    """Whether all are the value, to the accuracy of a match."""
    return all(abs(factor - value) <= FACTOR * max(abs(value), SMALLEST) for factor in factors)


def rounded(seen: Seen, truths: Seen) -> bool:
    """Whether everything is the truth, rounded to some number of decimals."""
    both = pairs(seen, truths)
    if both is None:
        return False
    observed = np.concatenate([o.ravel() for o, _ in both])
    truth = np.concatenate([t.ravel() for _, t in both])
    if np.unique(observed).size < 3 or np.abs(observed).max() > 1e6:
        return False
    for digits in range(13):
        expected = np.round(truth, digits)
        # A thousandth of half a unit of the last decimal, or two units of the last binary place.
        noise = max(1e-6 * 10.0**-digits, 4e-16 * max(1.0, float(np.abs(truth).max())))
        if np.abs(observed - expected).max() <= noise:
            return bool(np.abs(expected - truth).max() > 10 * noise)
    return False


def single(seen: Seen, truths: Seen) -> bool:
    """Whether everything that is off is near the truth, and a number of single precision."""
    both = pairs(seen, truths)
    off = [(o, t) for o, t in both or [] if not _near(o, t, RIGHT)]
    # Sums of some ten products, each known to 6e-8, are known to 1e-6 or so.
    return bool(off) and all(
        _near(o, t, FEW_DIGITS) and np.array_equal(o, o.astype(np.float32)) for o, t in off
    )


def clipped(seen: Seen, truths: Seen) -> bool:
    """Whether entries, or whole arrays, or all of a case, were cut at one bound."""
    both = pairs(seen, truths)
    if both is None:
        return False
    bound = max(float(np.abs(o).max(initial=0.0)) for o, _ in both)
    if all(_near(o, np.clip(t, -bound, bound)) for o, t in both):
        return bound > 0.0 and any(not _near(o, t) for o, t in both)
    return _shortened([([o], [t]) for o, t in both]) or _shortened(
        [(o or [], t or []) for o, t in zip(seen, truths, strict=True)]
    )


def _shortened(groups: Sequence[tuple[Sequence[Array], Sequence[Array]]]) -> bool:
    """Groups longer than one bound were made that long; the others are right."""
    lengths, cut = [], 0
    for observed, truth in groups:
        o = np.concatenate([array.ravel() for array in observed])
        t = np.concatenate([array.ravel() for array in truth])
        factor = factor_between(o, t)
        if factor is None or not 0.0 < factor < 1.0 + NOTHING:
            return False
        if factor < 1.0 - FACTOR:
            lengths.append(float(np.linalg.norm(o)))
            cut += 1
        elif lengths and float(np.linalg.norm(t)) > lengths[0] * (1 + FACTOR):
            return False
    # Everything cut would be everything normalised, and one that is cut alone would be any factor.
    return 1 < cut < len(groups) and all_close(lengths, lengths[0])


def normalised(seen: Seen, truths: Seen) -> bool:
    """Whether every array, or every case as a whole, points the right way at one length."""
    both = pairs(seen, truths)
    if both is None:
        return False
    whole = [
        (np.concatenate([x.ravel() for x in o or []]), np.concatenate([x.ravel() for x in t or []]))
        for o, t in zip(seen, truths, strict=True)
    ]
    return _one_length(both) or _one_length(whole)


def _one_length(both: Sequence[tuple[Array, Array]]) -> bool:
    lengths = []
    for o, t in both:
        factor = factor_between(o, t)
        if factor is None or factor <= 0.0:
            return False
        lengths.append(float(np.linalg.norm(o)))
    return len(lengths) > 2 and all_close(lengths, lengths[0])


def _near(observed: Array, expected: Array, rtol: float = MATCH) -> bool:
    return bool(np.linalg.norm(observed - expected) <= rtol * (np.linalg.norm(expected) or 1.0))
