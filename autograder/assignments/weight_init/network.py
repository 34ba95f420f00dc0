"""The network of the exercises as a plain forward pass, and derivatives taken of it.

There is no backpropagation here. A gradient is the slope of the loss, measured by a complex step
in every parameter; and the known wrong gradients are the slopes of *another* network, whose
tangent was chosen wrongly (`Tangent`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.numerics import COMPLEX_STEP, Array, gradient, slope

# W1 (n_in, n_1), b1 (n_1,), …, WL (n_(L-1), n_out), bL (n_out,)
Params = Mapping[str, Array]
LARGEST_SLOPE = {"sigmoid": 0.25, "tanh": 1.0}


def logistic(z: Any) -> Any:
    """The logistic sigmoid for real or complex z with |Re z| ≤ 1000, without overflow."""
    negative = np.real(z) < 0
    small = np.exp(np.where(negative, z, -z))
    return np.where(negative, small, 1.0) / (small + 1.0)


ACTIVATIONS: dict[str, Callable[[Any], Any]] = {"sigmoid": logistic, "tanh": np.tanh}


def other_activation(activation: str) -> str:
    """The one of the two that it is not."""
    return "tanh" if activation == "sigmoid" else "sigmoid"


def activation_slope(a: Array, activation: str) -> Array:
    """f′(a), shaped like `a`: exact to 1e-15 absolute for |a| ≤ 1000, by a complex step."""
    # Past 300 cosh overflows in the complex tanh, and every slope is 0 to 1e-100 already.
    return slope(ACTIVATIONS[activation], np.minimum(np.maximum(a, -300.0), 300.0))


def depth_of(params: Mapping[str, Any]) -> int:
    """Number of weight layers L."""
    return sum(1 for name in params if name.startswith("W"))


def sizes_words(params: Mapping[str, Array]) -> str:
    """The layer sizes, read off the shapes, for "we ran"; a long run of equal ones is counted."""
    sizes = [len(params["W1"]), *(len(b) for name, b in params.items() if name[0] == "b")]
    if len(sizes) > 8:
        return f"{len(sizes) - 1} layers of {sizes[-1]} neurons"
    return f"layers {' → '.join(map(str, sizes))}"


def names(depth: int) -> list[str]:
    """W1, b1, …, WL, bL."""
    return [f"{kind}{layer}" for layer in range(1, depth + 1) for kind in "Wb"]


def shapes_for(sizes: Sequence[int]) -> dict[str, tuple[int, ...]]:
    """Name -> shape of the parameters of a network with these layer sizes."""
    shapes: dict[str, tuple[int, ...]] = {}
    for name in names(len(sizes) - 1):
        layer = int(name[1:])
        shapes[name] = (sizes[layer - 1], sizes[layer]) if name[0] == "W" else (sizes[layer],)
    return shapes


def forward_pass(params: Mapping[str, Any], X: Any, activation: str) -> tuple[list[Any], list[Any]]:
    """Pre-activations [a1 … aL] and activations [X, h1 … aL].

    Arrays of `params` may have one leading axis of variants, and may be complex.
    """
    depth = depth_of(params)
    pre_activations: list[Any] = []
    activations = [X]
    for layer in range(1, depth + 1):
        weighted = np.matmul(activations[layer - 1], params[f"W{layer}"])
        pre_activations.append(np.add(weighted, params[f"b{layer}"][..., None, :]))
        hidden = layer < depth
        outgoing = pre_activations[-1]
        activations.append(ACTIVATIONS[activation](outgoing) if hidden else outgoing)
    return pre_activations, activations


def squared_error(outputs: Any, y: Array) -> Any:
    """1/m Σᵢ ½ Σⱼ (ŷᵢⱼ − yᵢⱼ)² of outputs (…, m, n_out) and y (m, n_out); of shape (…)."""
    return 0.5 / y.shape[0] * ((outputs - y) ** 2).sum(axis=(-2, -1))


def _variants(params: Params, step: complex) -> dict[str, Any]:
    """Copies of the parameters, in each of which one single entry has moved by `step`."""
    flat = np.concatenate([array.ravel() for array in params.values()])
    return by_parameter(flat + step * np.eye(flat.size), params)


def by_parameter(values: NDArray[Any], params: Params) -> dict[str, Any]:
    """Name -> its part of `values` (…, entries of all parameters), of shape (…, *its shape).

    They keep their dtype: complex ones are of a complex step.
    """
    parts: dict[str, Any] = {}
    start = 0
    for name, array in params.items():
        part = values[..., start : start + array.size]
        parts[name] = part.reshape((*values.shape[:-1], *array.shape))
        start += array.size
    return parts


def slopes(params: Params, X: Array, y: Array, activation: str) -> dict[str, Array]:
    """∂loss/∂parameter, of the parameter's shape, for X (m, n_in); relative error 1e-15."""
    return slopes_along([params], X, y, activation)[0]


def slopes_along(
    history: Sequence[Params], X: Array, y: Array, activation: str
) -> list[dict[str, Array]]:
    """`slopes` at each of several places in one pass; shapes as there."""
    first = history[0]
    flat = np.stack(
        [np.concatenate([params[name].ravel() for name in first]) for params in history]
    )
    moved = flat[:, None, :] + 1j * COMPLEX_STEP * np.eye(flat.shape[1])
    _, activations = forward_pass(by_parameter(moved, first), X, activation)
    loss = squared_error(activations[-1], y)
    return [by_parameter(row, first) for row in np.imag(loss) / COMPLEX_STEP]


@dataclass(frozen=True)
class Tangent:
    """How a small change travels through the network, layer by layer; rightly or wrongly.

    Attributes:
        residual: (m, n_out), what multiplies the change of the output: ∂loss/∂ŷ.
        inputs: for every layer, what multiplies a change of its weights (rightly h_prev).
        upstream: for every layer, what a change of its inputs is multiplied with (rightly W).
        derivative: for every hidden layer, what multiplies a change of a (rightly f′(a)).
    """

    residual: Array
    inputs: Sequence[Array]
    upstream: Sequence[Array]
    derivative: Sequence[Array]

    def slopes(self, params: Params) -> dict[str, Array]:
        """The slopes, of the parameters' shapes, by one forward pass of changes."""
        changed = _variants({name: 0.0 * array for name, array in params.items()}, 1.0)
        travelling: Any = 0.0
        for layer, entering in enumerate(self.inputs, start=1):
            change = np.real(entering @ changed[f"W{layer}"] + changed[f"b{layer}"][..., None, :])
            if layer > 1:
                change = change + np.matmul(travelling, self.upstream[layer - 1])
            travelling = change
            if layer < len(self.inputs):
                travelling = travelling * self.derivative[layer - 1]
        return by_parameter((travelling * self.residual).sum(axis=(-2, -1)), params)


def right_tangent(params: Params, X: Array, y: Array, activation: str) -> Tangent:
    """The tangent that belongs to the loss at X (m, n_in), from which wrong ones are varied."""
    pre_activations, activations = forward_pass(params, X, activation)
    depth = depth_of(params)
    return Tangent(
        residual=(activations[-1] - y) / y.shape[0],
        inputs=activations[:-1],
        upstream=[params[f"W{layer}"] for layer in range(1, depth + 1)],
        derivative=[activation_slope(a, activation) for a in pre_activations[:-1]],
    )


def layer_slopes(delta: Array, h_prev: Array, W: Array) -> tuple[Array, Array, Array]:
    """Slopes of Σ delta·(pre-activation of one layer) in W, b and h_prev, of their shapes.

    delta is (…, m, fan_out), h_prev (…, m, fan_in), W (…, fan_in, fan_out), for as many layers as
    the leading axes have; every number is moved by itself.
    """

    def along(moved: Any, b: Any, entering: Any) -> Any:
        return (delta * (np.matmul(entering, moved) + b[..., None, :])).sum()

    b = np.zeros(delta[..., 0, :].shape)
    return (
        gradient(lambda moved: along(moved, b, h_prev), W),
        gradient(lambda moved: along(W, moved, h_prev), b),
        gradient(lambda moved: along(W, b, moved), h_prev),
    )


def gradients(
    params: Params, a: Sequence[Array], h: Sequence[Array], residual: Array, activation: str
) -> Array:
    """∂loss/∂parameter of several networks, one after the other; shapes as in `at_once`."""
    found = []
    for number, own in enumerate(residual):
        of_this = {name: array[number] for name, array in params.items()}
        tangent = Tangent(
            residual=own,
            inputs=[entering[number] for entering in h[:-1]],
            upstream=[of_this[f"W{layer}"] for layer in range(1, len(a) + 1)],
            derivative=[activation_slope(before[number], activation) for before in a[:-1]],
        )
        slopes = tangent.slopes(of_this)
        found.append(np.concatenate([slopes[name].ravel() for name in params]))
    return np.array(found)
