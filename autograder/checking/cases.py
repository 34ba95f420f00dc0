"""The numbers that cases are made of, drawn anew from a generator for every check.

How large they are is not left to the draw: most arrays hold the same values on every seed, to a
hundredth, in an order that is drawn. What cuts numbers off, takes small ones for none, or goes by
the largest, the mean or the norm of an array then does the same at each seed.
"""

import math
from functools import lru_cache

import numpy as np

from autograder.checking.laws import normal_quantile
from autograder.numerics import Array


class Numbers:
    """Draws numbers.

    Args:
        rng: where they come from; another generator means other numbers and the same claims.
    """

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng

    def normal(self, *shape: int, scale: float = 1.0) -> Array:
        """Normal draws of this shape, float64, with mean 0 and standard deviation `scale`."""
        return scale * self.rng.standard_normal(shape)

    def in_any_order(self, values: Array) -> Array:
        """The values (n,) in an order that is drawn, all but the first three moved by up to 1 %.

        Of few values all but the first are moved, and a single one by up to a tenth: no two
        arrays are the same.
        """
        drawn = self.rng.random((2, values.size))
        if values.size == 1:
            return np.asarray(values * (1.0 - 0.1 * drawn[1]))
        moved = values * (0.99 + 0.02 * drawn[0])
        exact = _EXACT if values.size > _EXACT else 1
        moved[:exact] = values[:exact]
        return np.asarray(moved[drawn[1].argsort()])

    def away_from_zero(self, *shape: int) -> Array:
        """Numbers of this shape, of both signs, from 0.5 to 1.5 in size: none is small."""
        return self.in_any_order(_away_from_zero(math.prod(shape))).reshape(shape)

    def evenly(self, count: int, low: float, high: float) -> Array:
        """(count,) numbers spread evenly over an interval that is not centred on 0."""
        return self.in_any_order(_evenly(count, low, high))

    def spread_normally(self, *shape: int) -> Array:
        """Numbers of this shape, spread as normal draws of mean 0 and deviation 1 are."""
        return self.in_any_order(_normally(math.prod(shape))).reshape(shape)

    def seed(self) -> int:
        """A seed for a generator that is described to the student."""
        return int(self.rng.integers(1, 2**31))


# What comes first of the values below: the largest positive and negative one and the smallest.
_EXACT = 3


@lru_cache(maxsize=256)
def _away_from_zero(count: int) -> Array:
    sizes = np.array([1.47, 1.31, 0.53, *np.linspace(0.57, 1.27, max(count - _EXACT, 0))])
    return _signed(sizes[:count])


@lru_cache(maxsize=256)
def _normally(count: int) -> Array:
    # To as many decimals as `normal_quantile` has, and so the same on every machine.
    sizes = normal_quantile(0.5 + 0.5 * (np.arange(count) + 0.5) / count).round(6)
    return _signed(np.array([*sizes[:-_EXACT:-1], *sizes[: max(count - _EXACT + 1, 0)]]))


def _signed(sizes: Array) -> Array:
    """Every second one negative; read-only, as it is kept."""
    values = sizes * np.where(np.arange(sizes.size) % 2, -1.0, 1.0)
    values.flags.writeable = False
    return values


@lru_cache(maxsize=256)
def _evenly(count: int, low: float, high: float) -> Array:
    values = np.linspace(low, high, count) if count > 1 else np.array([high])
    order = np.argsort(-np.abs(values), kind="stable")
    values = np.concatenate([values[order[:2]], values[order[2:][::-1]]])
    values.flags.writeable = False
    return values
