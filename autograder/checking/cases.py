"""The numbers that cases are made of, drawn anew from a generator for every check."""

import numpy as np

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

    def away_from_zero(self, *shape: int) -> Array:
        """Numbers of this shape, of both signs, from 0.5 to 1.5 in size: none is small."""
        numbers = self.rng.random(shape) * 2.0 - 1.0
        return numbers + 0.5 * np.sign(numbers)

    def seed(self) -> int:
        """A seed for a generator that is described to the student."""
        return int(self.rng.integers(1, 2**31))
