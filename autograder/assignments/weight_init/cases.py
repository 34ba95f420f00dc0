"""The inputs that functions are judged on, drawn anew from a generator for every check."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from autograder.assignments.weight_init import network
from autograder.checking.cases import Numbers
from autograder.numerics import Array
from autograder.showing import counted

DEEP = 10  # layers, that of the inputs included
# Of 2,000 draws of 24 layers, what comes back to some layer is 2e-5 at least, and 0.03 at most.
LEAST_STRETCH, DEEP_BIAS = 0.8, 0.2


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
    def forward_args(self) -> tuple[Any, ...]:
        """The arguments of `forward`."""
        return self.params, self.X, self.activation

    @property
    def backward_args(self) -> tuple[Any, ...]:
        """The arguments of `backward`."""
        a, h = self.passed
        return self.params, a, h, self.y, self.activation

    @property
    def words(self) -> str:
        """The case in words, for "we ran"."""
        examples = counted(len(self.X), "example")
        scaled = "" if self.factor == 1.0 else f", inputs times {self.factor:,.0f}"
        return f"{examples}, layers {' → '.join(map(str, self.sizes))}, {self.activation}{scaled}"

    def scaled(self, factor: float) -> "Network":
        """The same pre-activations from inputs that are larger and first weights that are smaller.

        A finite difference with a fixed step, harmless before, is ruined by it.
        """
        params = self.params | {"W1": self.params["W1"] / factor}
        return Network(self.sizes, params, self.X * factor, self.y, self.activation, factor)


class Cases(Numbers):
    """Draws cases."""

    def network(self, sizes: Sequence[int], examples: int, activation: str) -> Network:
        """A network with biases, mixed targets and pre-activations of about −3 … 3.

        W as from N(0, 1/fan_in) and X as from N(0, 1) give pre-activations of deviation 1; targets
        have a mean of 0.7, because gradients vanish where they average to the output. Deep ones of
        equal layers pass on what comes in and what comes back, see `_passes_on`.
        """
        sizes = tuple(sizes)
        shapes = network.shapes_for(sizes)
        arrays = {
            name: self.spread_normally(*shape) * (shape[0] ** -0.5 if name[0] == "W" else 0.5)
            for name, shape in shapes.items()
        }
        X = self.spread_normally(examples, sizes[0])
        y = 0.7 + self.spread_normally(examples, sizes[-1])
        if len(sizes) >= DEEP and len(set(sizes)) == 1:
            _passes_on(arrays)
        return Network(sizes, arrays, X, y, activation)


def _passes_on(params: dict[str, Array]) -> None:
    """Turn the weights of equal layers into such as stretch no direction, and bend none to nothing.

    Of products of 24 random matrices a seed decides whether 1e-2 or 1e-12 comes back, and with it
    whether code that takes small numbers for none is wrong here. Changes `params` in place.
    """
    weights = [name for name in params if name[0] == "W"]
    left, stretch, right = np.linalg.svd(np.stack([params[name] for name in weights]))
    even = np.linspace(1.0, LEAST_STRETCH, stretch.shape[1])
    params.update(zip(weights, (left * even) @ right, strict=True))
    params.update({name: DEEP_BIAS * params[name] for name in params if name.startswith("b")})
