"""Axes: from data to pixels, and the values that are written along them."""

import math

import numpy as np

from autograder.numerics import Array


class Scale:
    """From data to pixels along one axis.

    Args:
        low, high: the data at its two ends.
        start, end: their pixels.
        log: whether the axis is logarithmic.
    """

    def __init__(self, low: float, high: float, start: float, end: float, *, log: bool) -> None:
        self.log = log
        self.low, self.high = (math.log10(low), math.log10(high)) if log else (low, high)
        self.start, self.end = start, end

    def pixels(self, values: Array) -> Array:
        """(n,) where (n,) values are drawn; outside of the axis they are drawn at its edge."""
        data = np.log10(np.maximum(values, 1e-300)) if self.log else values
        share = np.clip((data - self.low) / (self.high - self.low or 1.0), 0.0, 1.0)
        result: Array = self.start + share * (self.end - self.start)
        return result

    def ticks(self) -> list[tuple[float, str]]:
        """(pixel, label) of a handful of round values."""
        if self.log:
            step = max(1, math.ceil((self.high - self.low) / 6))
            powers = range(math.ceil(self.low - 1e-9), math.floor(self.high + 1e-9) + 1)
            values = [float(p) for p in powers if p % step == 0]
            if len(values) < 3:
                return self._between()
            return [(self._at(value), _power(int(value))) for value in values]
        step_size = _round_step((self.high - self.low) / 4)
        first = math.ceil(self.low / step_size - 1e-9)
        last = math.floor(self.high / step_size + 1e-9)
        return [(self._at(n * step_size), f"{n * step_size:.6g}") for n in range(first, last + 1)]

    def _between(self) -> list[tuple[float, str]]:
        # Less than two powers of ten: 1, 2 and 5 times a power.
        found = [
            m * 10.0**p
            for p in range(math.floor(self.low), math.ceil(self.high))
            for m in (1, 2, 5)
        ]
        return [
            (self._at(math.log10(v)), f"{v:.6g}")
            for v in found
            if self.low <= math.log10(v) <= self.high
        ]

    def _at(self, value: float) -> float:
        return self.start + (value - self.low) / (self.high - self.low or 1.0) * (
            self.end - self.start
        )


def _round_step(rough: float) -> float:
    size = 10.0 ** math.floor(math.log10(rough)) if rough > 0 else 1.0
    return next((m * size for m in (1.0, 2.0, 2.5, 5.0, 10.0) if m * size >= rough * 0.999), size)


def _power(exponent: int) -> str:
    return f"{10.0**exponent:g}" if -3 < exponent < 4 else f"1e{exponent}"
