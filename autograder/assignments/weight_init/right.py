"""What stands in for a student's function that has failed, so that one bug costs once.

Later functions are judged again while these answer in its place, from the grader's side of the
pipe. None of them is written as the exercise asks: derivatives are measured, not derived.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from autograder.assignments.weight_init import network
from autograder.numerics import Array


def _layer(h_prev: Any, W: Any, b: Any) -> Any:
    pre_activations, _ = network.forward_pass({"W1": W, "b1": b}, h_prev, "tanh")
    return pre_activations[0]


def _gradients(params: Any, a: Any, h: Any, y: Any, activation: str) -> dict[str, Array]:
    return network.slopes(params, h[0], y, activation)


def _updated(params: Any, grads: Any, learning_rate: float) -> dict[str, Array]:
    return {
        name: np.add(array, np.multiply(-learning_rate, grads[name]))
        for name, array in params.items()
    }


RIGHT: Mapping[str, Callable[..., Any]] = {
    "sigmoid": lambda a: network.logistic(np.asarray(a, dtype=float)),
    "sigmoid_grad": lambda a: network.activation_slope(np.asarray(a, dtype=float), "sigmoid"),
    "tanh_grad": lambda a: network.activation_slope(np.asarray(a, dtype=float), "tanh"),
    "layer_forward": _layer,
    "forward": network.forward_pass,
    "layer_backward": network.layer_slopes,
    "backward": _gradients,
    "sgd_step": _updated,
}
