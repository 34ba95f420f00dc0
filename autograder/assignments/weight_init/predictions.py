"""What really becomes of the starts that `PREDICTIONS` asks about: they are run, not known."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np

from autograder.assignments.weight_init import network
from autograder.numerics import Array

_SIZES, _EXAMPLES, _STEPS, _RATE = (3, 4, 1), 6, 4, 0.5  # small: equal is equal
DIFFERENT = 1e-9  # see `what_happens`: between 1e-16 and 1e-3
_Start = dict[str, Array]  # W1 (3, 4), b1 (4,), W2 (4, 1), b2 (1,)


def _start(rng: np.random.Generator) -> _Start:
    return {"W1": np.zeros((3, 4)), "b1": np.zeros(4), "W2": np.zeros((4, 1)), "b2": np.zeros(1)}


def _filled(first: float | None, second: float | None) -> Callable[[np.random.Generator], _Start]:
    """Weights at a constant for each layer, or random where it is None."""

    def make(rng: np.random.Generator) -> _Start:
        start = _start(rng)
        for name, value in (("W1", first), ("W2", second)):
            shape = start[name].shape
            start[name] = rng.standard_normal(shape) if value is None else np.full(shape, value)
        return start

    return make


def _random_hidden_biases(rng: np.random.Generator) -> _Start:
    return _start(rng) | {"b1": rng.standard_normal(4)}


def _column_repeated(rng: np.random.Generator) -> _Start:
    column = rng.standard_normal((3, 1))
    return _filled(0.0, 0.5)(rng) | {"W1": np.repeat(column, 4, axis=1)}


_BECOME_DIFFERENT: dict[str, Callable[[np.random.Generator], _Start]] = {
    "all_zero": _start,
    "all_one_half": _filled(0.5, 0.5),
    "first_random_second_zero": _filled(None, 0.0),
    "first_constant_second_random": _filled(0.5, None),
    "zero_with_random_hidden_biases": _random_hidden_biases,
    "one_random_column_repeated": _column_repeated,
}
_FIRST_LAYER_MOVES = {
    "sigmoid_first_layer_moves": "sigmoid",
    "tanh_first_layer_moves": "tanh",
}


@cache
def what_happens() -> dict[str, bool]:
    """Prediction -> whether it comes true, for a few steps of descent on a small network.

    Neurons that are equal in exact arithmetic differ here by 1e-16, others by 1e-3 and more.
    """
    rng = np.random.default_rng(2)
    X, y = rng.standard_normal((_EXAMPLES, 3)), 0.7 + rng.standard_normal((_EXAMPLES, 1))
    happens = {
        name: _neurons_differ(_descend(make(rng), X, y, "sigmoid"))
        for name, make in _BECOME_DIFFERENT.items()
    }
    for name, activation in _FIRST_LAYER_MOVES.items():
        happens[name] = bool(np.any(_descend(_start(rng), X, y, activation)["W1"]))
    return happens


def _descend(params: _Start, X: Array, y: Array, activation: str) -> _Start:
    for _ in range(_STEPS):
        slopes = network.slopes(params, X, y, activation)
        params = {name: array - _RATE * slopes[name] for name, array in params.items()}
    return params


def _neurons_differ(params: _Start) -> bool:
    neurons = np.vstack([params["W1"], params["b1"], params["W2"].T])
    return bool(np.ptp(neurons, axis=1).max() > DIFFERENT)
