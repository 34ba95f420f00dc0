"""Whether neighbouring weights depend on each other."""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.numerics import Array


def neighbours(matrices: Sequence[Array], error: float) -> str | None:
    """How neighbouring entries of matrices (n, k) show that they depend on each other, or None.

    The matrices are `chance.centred`.

    Products of neighbours fall into two groups of independent ones. The mean of n products of
    independent normal numbers exceeds t with a chance of at most exp(−n·t²/2.2) for t ≤ 0.3, and of
    exp(−n·t²/2.4) for t ≤ 0.6.
    """
    for axis, words in ((1, "in the same row"), (0, "in the same column")):
        products = [_products(z, axis) for z in matrices]
        pooled = np.concatenate([product.ravel() for product in products])
        if not pooled.size:
            continue
        bound = math.sqrt(2.2 * math.log(4.0 / error) / (pooled.size / 2))
        bound *= math.sqrt(2.4 / 2.2) if bound > 0.3 else 1.0
        mean = float(pooled.mean())
        if abs(mean) > bound:
            return f"neighbouring weights {words} have a correlation of {mean:+.2f}"
    return None


def _products(W: Any, axis: int) -> Any:
    return W[:, 1:] * W[:, :-1] if axis else W[1:] * W[:-1]
