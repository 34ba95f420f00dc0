"""The grader's own ruler for stacks of layers: values by the definition, slopes by complex steps.

`params` hold W1 (fan_in, fan_out), b1 (fan_out,), …, WL, bL; every layer has the activation.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from autograder.numerics import Array, norm, slope

# W1 (n_in, n_1), b1 (n_1,), …, WL (n_(L-1), n_L), bL (n_L,)
Params = Mapping[str, Array]
# What is positive of a real or complex number, by its real part: so a complex step sees 0 at 0.
ACTIVATIONS: dict[str, Callable[[Any], Any]] = {
    "linear": lambda z: z,
    "tanh": np.tanh,
    "relu": lambda z: z * np.heaviside(np.real(z), 0.0),
}


def activation_slope(a: Array, activation: str) -> Array:
    """f′(a), shaped like `a`; ReLU has 0 at 0."""
    # Past 300 cosh overflows in the complex tanh, and every slope is 0 to 1e-100 already.
    return slope(ACTIVATIONS[activation], np.clip(a, -300.0, 300.0))


def depth_of(params: Mapping[str, Any]) -> int:
    """Number of layers L."""
    return sum(1 for name in params if name.startswith("W"))


def forward_pass(params: Mapping[str, Any], X: Any, activation: str) -> tuple[list[Any], list[Any]]:
    """Pre-activations [a1 … aL] and activations [X, h1 … hL]."""
    pre_activations: list[Any] = []
    activations = [X]
    for number in range(1, depth_of(params) + 1):
        weighted = np.matmul(activations[-1], params[f"W{number}"])
        pre_activations.append(np.add(weighted, params[f"b{number}"]))
        activations.append(ACTIVATIONS[activation](pre_activations[-1]))
    return pre_activations, activations


def size(array: Array) -> float:
    """The root mean square of all entries of an array of any shape."""
    return norm(array) / math.sqrt(array.size)


def returned(params: Params, a: Sequence[Array], upstream: Array, activation: str) -> list[Array]:
    """∂loss/∂a of every layer, of the shapes of `a`, by sending changes of a forward.

    Each unit of a layer is moved by itself; examples do not meet, so all rows move at once, and so
    do the changes of all layers that were passed. Only slopes are taken by a complex step; the rest
    of the stack is linear in a change.

    Args:
        params: by name.
        a: the pre-activations (m, units) of a forward pass.
        upstream: ∂loss/∂h_L, (m, units of the last layer).
        activation: of every layer.
    """
    ends = np.cumsum([entering.shape[1] for entering in a])[:-1]
    slopes = np.split(activation_slope(np.concatenate(a, axis=1), activation), ends, axis=1)
    examples = len(upstream)
    changes = np.empty((0, examples, len(params["W1"])))  # (units moved, m, units of a layer)
    for number, slope_of_layer in enumerate(slopes, start=1):
        count = slope_of_layer.shape[1]
        sent = changes.reshape(len(changes) * examples, changes.shape[2])  # one product for all
        moved = len(changes)
        changes = np.empty((moved + (count if number < len(slopes) else 0), examples, count))
        changes[:moved] = np.matmul(sent, params[f"W{number}"]).reshape(moved, examples, count)
        changes[moved:] = np.eye(count)[: len(changes) - moved, None, :]
        changes *= slope_of_layer
    before = [part.T for part in np.split((changes * upstream).sum(axis=-1), ends)]
    return [*before[:-1], slopes[-1] * upstream]
