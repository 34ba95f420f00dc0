"""What stands in for a student's function that has failed, so that one bug costs once.

Later functions are judged again while these answer in its place, from the grader's side of the
pipe. None of them is written as the exercise asks: derivatives are measured, not derived.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from autograder.assignments.weight_init import derivatives, network
from autograder.numerics import Array, require_numbers, require_row, require_shape, require_small
from autograder.student.guest.values import Described

# Numbers in all copies of a network, or of a layer, that are made to measure slopes: of the cases
# 66,000 at most. So many complex ones take 0.16 GB, and half a second.
MAX_MOVED = 10_000_000
# Entries that a layer counts for at least: without any, its arrays and their names take 0.6 kB.
EMPTY = 80


def _require_few(copies: int, numbers: int) -> None:
    if copies * numbers > MAX_MOVED:
        raise ValueError(f"slopes of {copies:,} numbers are beyond what is asked for")


def _numbers(params: Any, X: Any) -> int:
    """How many pre-activations a network has in all; `ValueError` where it is none."""
    examples, _ = np.shape(X)
    units = 0
    for layer in range(1, network.depth_of(params) + 1):
        _, width = np.shape(params[f"W{layer}"])
        require_row(params[f"b{layer}"], width)
        units += width
    return int(examples * units)


def _drawn(fan_in: int, fan_out: int, std: float, rng: Any = None) -> Array:
    """Draws that do not depend on `rng`, which stays in the student's process."""
    shape = require_small(fan_in, fan_out)
    require_numbers(std=std)
    return std * np.random.default_rng([fan_in, fan_out]).standard_normal(shape)


def _equal(fan_in: int, fan_out: int, value: float = 0.0) -> Array:
    weights = np.empty(require_small(fan_in, fan_out))
    weights.fill(value)
    return weights


def _params(layer_sizes: Sequence[int], weight_init: Described) -> dict[str, Array]:
    """Parameters from the initializer that is described: the right one of that name, because a
    student's own cannot be called from here; its own checks say what that does."""
    make = RIGHT[weight_init.fields["function"]]
    for size in layer_sizes:
        require_numbers(size=size)
    shapes = list(zip(layer_sizes, layer_sizes[1:], strict=False))
    require_small(sum(max(abs(fan_in * fan_out), EMPTY) for fan_in, fan_out in shapes))
    params = {}
    for layer, shape in enumerate(shapes, start=1):
        params[f"W{layer}"] = make(*shape, *weight_init.fields["extra"])
        params[f"b{layer}"] = _equal(1, shape[1])[0]
    return params


def _forward(params: Any, X: Any, activation: str) -> Any:
    require_small(_numbers(params, X))
    return network.forward_pass(params, X, activation)


def _layer(h_prev: Any, W: Any, b: Any) -> Any:
    pre_activations, _ = _forward({"W1": W, "b1": b}, h_prev, "tanh")
    return pre_activations[0]


def _gradients(params: Any, a: Any, h: Any, y: Any, activation: str) -> dict[str, Array]:
    weights = sum(np.size(array) for array in params.values())
    _, outputs = np.shape(params[f"W{network.depth_of(params)}"])
    require_shape(y, (len(h[0]), outputs))
    _require_few(weights, max(weights, _numbers(params, h[0])))
    return network.slopes(params, h[0], y, activation)


def updated(params: Any, grads: Any, learning_rate: float) -> dict[str, Array]:
    """The parameters, shaped as they were, after one step.

    Raises:
        ValueError: a gradient has another shape than its parameter, or the rate is an array.
    """
    require_numbers(learning_rate=learning_rate)
    for name, array in params.items():
        require_shape(grads[name], np.shape(array))
    return {
        name: np.add(array, np.multiply(-learning_rate, grads[name]))
        for name, array in params.items()
    }


def _layer_slopes(delta: Any, h_prev: Any, W: Any) -> Any:
    examples, fan_in = np.shape(h_prev)
    if (*np.shape(delta), fan_in) != (examples, *np.shape(W)[::-1]):
        raise ValueError("changes, inputs and weights of several layers")
    _require_few(np.size(W), examples**2)
    return derivatives.layer_slopes(delta, h_prev, W)


RIGHT: Mapping[str, Callable[..., Any]] = {
    "zeros_init": _equal,
    "constant_init": _equal,
    "normal_init": _drawn,
    "init_params": _params,
    "sigmoid": lambda a: network.logistic(np.asarray(a, dtype=float)),
    "sigmoid_grad": lambda a: network.activation_slope(np.asarray(a, dtype=float), "sigmoid"),
    "tanh_grad": lambda a: network.activation_slope(np.asarray(a, dtype=float), "tanh"),
    "layer_forward": _layer,
    "forward": _forward,
    "layer_backward": _layer_slopes,
    "backward": _gradients,
    "sgd_step": updated,
}
