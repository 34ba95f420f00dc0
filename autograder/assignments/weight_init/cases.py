"""The inputs that functions are judged on, drawn anew from a generator for every check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from autograder.assignments.weight_init import network
from autograder.numerics import Array


@dataclass(frozen=True)
class Network:
    """One network with data.

    Attributes:
        sizes: neurons of every layer, inputs first.
        params, X, y, activation: as in the exercises.
    """

    sizes: tuple[int, ...]
    params: dict[str, Array]
    X: Array
    y: Array
    activation: str

    @cached_property
    def passed(self) -> tuple[list[Array], list[Array]]:
        """(a, h) as `forward` returns them."""
        return network.forward_pass(self.params, self.X, self.activation)

    @cached_property
    def slopes(self) -> dict[str, Array]:
        """The slope of the loss in every parameter."""
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
        return f"{examples}, layers {' → '.join(map(str, self.sizes))}, {self.activation}"

    def scaled(self, factor: float) -> Network:
        """The same pre-activations from inputs that are larger and first weights that are smaller.

        A finite difference with a fixed step, harmless before, is ruined by it.
        """
        params = self.params | {"W1": self.params["W1"] / factor}
        return Network(self.sizes, params, self.X * factor, self.y, self.activation)


class Cases:
    """Draws cases.

    Args:
        rng: where they come from; another generator means other numbers and the same claims.
    """

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng

    def normal(self, *shape: int, scale: float = 1.0) -> Array:
        """Normal draws."""
        return scale * self.rng.standard_normal(shape)

    def seed(self) -> int:
        """A seed for a generator that is described to the student."""
        return int(self.rng.integers(1, 2**31))

    def network(self, sizes: Sequence[int], examples: int, activation: str) -> Network:
        """A network with biases, mixed targets and pre-activations of about −3 … 3.

        W ~ N(0, 1/fan_in) and X ~ N(0, 1) give pre-activations of standard deviation 1; targets
        have a mean of 0.7, because gradients vanish where they average to the output.
        """
        params: dict[str, Array] = {}
        for layer, (fan_in, fan_out) in enumerate(zip(sizes, sizes[1:], strict=False), start=1):
            params[f"W{layer}"] = self.normal(fan_in, fan_out, scale=fan_in**-0.5)
            params[f"b{layer}"] = self.normal(fan_out, scale=0.5)
        X = self.normal(examples, sizes[0])
        y = 0.7 + self.normal(examples, sizes[-1])
        return Network(tuple(sizes), params, X, y, activation)
