"""The network of the exercises as a plain forward pass, and derivatives taken of it.

There is no backpropagation here. A gradient is the slope of the loss, measured by a complex step
in every parameter; and the known wrong gradients are the slopes of *another* network, whose
tangent was chosen wrongly (`Tangent`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.numerics import COMPLEX_STEP, Array, slope

Params = Mapping[str, Array]
LARGEST_SLOPE = {"sigmoid": 0.25, "tanh": 1.0}


def logistic(z: Any) -> Any:
    """The logistic sigmoid for real or complex z with |Re z| ≤ 1000, without overflow."""
    negative = np.real(z) < 0
    small = np.exp(np.where(negative, z, -z))
    return np.where(negative, small, 1.0) / (small + 1.0)


ACTIVATIONS: dict[str, Callable[[Any], Any]] = {"sigmoid": logistic, "tanh": np.tanh}


def activation_slope(a: Array, activation: str) -> Array:
    """f′(a), shaped like `a`: exact to 1e-15 absolute for |a| ≤ 1000, by a complex step."""
    # Past 300 cosh overflows in the complex tanh, and every slope is 0 to 1e-100 already.
    return slope(ACTIVATIONS[activation], np.minimum(np.maximum(a, -300.0), 300.0))


def depth_of(params: Mapping[str, Any]) -> int:
    """Number of weight layers L."""
    return sum(1 for name in params if name.startswith("W"))


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
    """Name -> its part of `values` (…, entries of all parameters), of shape (…, *its shape)."""
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


def own_changes(entering: Array, neurons: int) -> Array:
    """What a change of each weight and bias of a layer makes of the layer's pre-activations.

    Args:
        entering: (networks, m, fan_in), the activations before the layer.
        neurons: fan_out.

    Returns:
        (networks, (fan_in + 1) · fan_out, m, fan_out): for the weights row by row, then the biases.
    """
    count, m, fan_in = entering.shape
    changes = np.zeros((count, fan_in + 1, neurons, m, neurons))
    own = np.einsum("...jmj->...jm", changes)  # a view: it moves its own neuron, and no other
    own[:, :-1] = entering.transpose(0, 2, 1)[:, :, None, :]
    own[:, -1] = 1.0
    return changes.reshape(count, -1, m, neurons)


def layer_slopes(delta: Array, h_prev: Array, W: Array) -> tuple[Array, Array, Array]:
    """Slopes of Σ delta·(pre-activation of one layer) in W, b and h_prev, of their shapes.

    delta is (…, m, fan_out), h_prev (…, m, fan_in), W (…, fan_in, fan_out), for as many layers as
    the leading axes have.

    The pre-activation is linear in each of them, so its change with one entry is what the layer
    makes of an array with a single 1.
    """
    *layers, m, fan_out = delta.shape
    fan_in = W.shape[-2]
    along = delta.reshape(-1, m * fan_out, 1)
    of_own = own_changes(h_prev.reshape(-1, m, fan_in), fan_out)
    of_input = np.zeros((len(along), m, fan_in, m, fan_out))
    row = np.einsum("...mimj->...mij", of_input)  # a view: an input moves its own example
    row[...] = W.reshape(-1, 1, fan_in, fan_out)
    own, inputs = (of.reshape(len(along), -1, m * fan_out) @ along for of in (of_own, of_input))
    return (
        own[:, :-fan_out].reshape(*layers, fan_in, fan_out),
        own[:, -fan_out:].reshape(*layers, fan_out),
        inputs.reshape(*layers, m, fan_in),
    )


def gradients(
    params: Params, a: Sequence[Array], h: Sequence[Array], residual: Array, activation: str
) -> Array:
    """∂loss/∂parameter of several networks at once: the change of every entry is carried forward.

    As `slopes`, to 1e-15, in a fraction of the time: only the derivative of the activation is taken
    by a complex step, of all hidden units at once.

    Args:
        params: name -> (networks, *shape of the parameter).
        a, h: as `forward_pass` returns them.
        residual: (networks, m, n_out), ∂loss/∂output.
        activation: of the hidden layers.

    Returns:
        (networks, entries), in the order of `params`.
    """
    count = len(residual)
    hidden = [0, *accumulate(array.size for array in a[:-1])]
    derivatives = activation_slope(np.concatenate([*a[:-1], np.empty(0)], axis=None), activation)
    changes = own_changes(h[0], a[0].shape[2])
    for layer in range(2, len(a) + 1):
        before = derivatives[hidden[layer - 2] : hidden[layer - 1]]
        changes *= before.reshape(a[layer - 2].shape)[:, None]
        own = own_changes(h[layer - 1], a[layer - 1].shape[2])
        travelling = changes.reshape(count, -1, changes.shape[3]) @ params[f"W{layer}"]
        changes = np.concatenate([travelling.reshape(count, -1, *own.shape[2:]), own], axis=1)
    along: Array = changes.reshape(count, changes.shape[1], -1) @ residual.reshape(count, -1, 1)
    return along[:, :, 0]


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
