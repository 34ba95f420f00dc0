"""Tells whether `backward` measures the slopes of one layer only, however exactly it does so."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import numpy as np

from autograder.assignments.weight_init import network
from autograder.checking.recognition.bank import ask
from autograder.checking.recognition.curves import GRID, Curve, name_of_difference
from autograder.checking.recognition.values import one_array
from autograder.student.calls import Student


def measured_slopes(student: Student) -> str | None:
    """`finite-differences`, when slopes of one neuron along a line are difference quotients.

    With one neuron, one example, an outgoing weight of 1 and an error of −1 the gradient of the
    hidden bias is −f′(b1), that of the outgoing weight −f(b1), and nothing else is in them.
    """
    for activation, function in network.ACTIVATIONS.items():
        values = ask(student, "backward", [_alone(bias, activation) for bias in GRID])
        slope = partial(network.activation_slope, activation=activation)
        curves: dict[str, Curve] = {"b1": slope, "W2": function}
        for name, right in curves.items():
            slopes = [_minus(value, name) for value in values]
            if None not in slopes:
                id_ = name_of_difference(right, np.array(slopes, dtype=float))
                if id_ is not None:
                    return id_
    return None


def _alone(bias: float, activation: str) -> tuple[Any, ...]:
    one, none = np.ones((1, 1)), np.zeros((1, 1))
    params = {"W1": none, "b1": np.array([bias]), "W2": one, "b2": np.zeros(1)}
    a, h = network.forward_pass(params, one, activation)
    return params, a, h, h[-1] + 1.0, activation


def _minus(value: Any, name: str) -> float | None:
    array = one_array(value.get(name)) if isinstance(value, Mapping) else None
    return None if array is None or array.size != 1 else -float(array.item())
