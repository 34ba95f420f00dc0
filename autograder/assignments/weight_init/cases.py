"""The inputs that functions are judged on, drawn anew from a generator for every check."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np

from autograder.assignments.weight_init import network
from autograder.checking.cases import Numbers
from autograder.numerics import Array


@dataclass(frozen=True)
class Network:
    """One network with data.

    Attributes:
        sizes: neurons of every layer, inputs first.
        params, X, y, activation: as in the exercises.
        factor: what the inputs were multiplied with, and the first weights divided by.
    """

    sizes: tuple[int, ...]
    params: dict[str, Array]
    X: Array
    y: Array
    activation: str
    factor: float = 1.0

    @cached_property
    def passed(self) -> tuple[list[Array], list[Array]]:
        """(a, h) as `forward` returns them."""
        return network.forward_pass(self.params, self.X, self.activation)

    @cached_property
    def slopes(self) -> dict[str, Array]:
        """The slope of the loss in every parameter, of the parameter's shape, float64."""
        return network.slopes(self.params, self.X, self.y, self.activation)

    @property
    def backward_args(self) -> tuple[Any, ...]:
        """The arguments of `backward`."""
        a, h = self.passed
        return self.params, a, h, self.y, self.activation

    @property
    def words(self) -> str:
        """The case in words, for "we ran"."""
        examples = f"{len(self.X)} example" + ("s" if len(self.X) > 1 else "")
        scaled = "" if self.factor == 1.0 else f", inputs times {self.factor:,.0f}"
        return f"{examples}, layers {' → '.join(map(str, self.sizes))}, {self.activation}{scaled}"

    def scaled(self, factor: float) -> Network:
        """The same pre-activations from inputs that are larger and first weights that are smaller.

        A finite difference with a fixed step, harmless before, is ruined by it.
        """
        params = self.params | {"W1": self.params["W1"] / factor}
        return Network(self.sizes, params, self.X * factor, self.y, self.activation, factor)


class Cases(Numbers):
    """Draws cases."""

    def network(self, sizes: Sequence[int], examples: int, activation: str) -> Network:
        """A network with biases, mixed targets and pre-activations of about −3 … 3.

        W ~ N(0, 1/fan_in) and X ~ N(0, 1) give pre-activations of standard deviation 1; targets
        have a mean of 0.7, because gradients vanish where they average to the output.
        """
        sizes = tuple(sizes)
        pieces, scales, shifts = _pieces(sizes, examples)
        # Many small draws cost more than the numbers in them.
        draw = scales * self.rng.standard_normal(scales.size) + shifts
        arrays = {name: draw[part].reshape(shape) for name, part, shape in pieces}
        X, y = arrays.pop("X"), arrays.pop("y")
        return Network(sizes, arrays, X, y, activation)


_Piece = tuple[str, slice, tuple[int, ...]]


@lru_cache(maxsize=128)
def _pieces(sizes: tuple[int, ...], examples: int) -> tuple[list[_Piece], Array, Array]:
    """The arrays of a network in one draw: name, place and shape; and what each number is times,
    and plus."""
    pieces: list[_Piece] = []
    scales, shifts = [], []
    start = 0
    shapes = network.shapes_for(sizes) | {"X": (examples, sizes[0]), "y": (examples, sizes[-1])}
    for name, shape in shapes.items():
        size = math.prod(shape)
        pieces.append((name, slice(start, start + size), shape))
        scale = {"W": shape[0] ** -0.5, "b": 0.5}.get(name[0], 1.0)
        scales.append(np.full(size, scale))
        shifts.append(np.full(size, 0.7 if name == "y" else 0.0))
        start += size
    return pieces, np.concatenate(scales), np.concatenate(shifts)
