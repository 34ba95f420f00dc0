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
        layers = list(zip(sizes, sizes[1:], strict=False))
        weights = sum(fan_in * fan_out + fan_out for fan_in, fan_out in layers)
        draw = self.normal(weights + examples * (sizes[0] + sizes[-1]))
        return _network(tuple(sizes), examples, activation, draw.tobytes())


# A class without a salt is judged on the same networks, submission after submission: what is
# right for them is computed once. One submission has about 60 of them.
@lru_cache(maxsize=128)
def _network(sizes: tuple[int, ...], examples: int, activation: str, draw: bytes) -> Network:
    take = _Slices(np.frombuffer(draw))
    params: dict[str, Array] = {}
    for layer, (fan_in, fan_out) in enumerate(zip(sizes, sizes[1:], strict=False), start=1):
        params[f"W{layer}"] = fan_in**-0.5 * take(fan_in, fan_out)
        params[f"b{layer}"] = 0.5 * take(fan_out)
    X, y = take(examples, sizes[0]).copy(), 0.7 + take(examples, sizes[-1])
    return Network(sizes, params, X, y, activation)


class _Slices:
    """Cuts one long draw into arrays: many small draws cost more than the numbers in them."""

    def __init__(self, draw: Array) -> None:
        self.draw = draw
        self.used = 0

    def __call__(self, *shape: int) -> Array:
        start, self.used = self.used, self.used + math.prod(shape)
        return self.draw[start : self.used].reshape(shape)
