"""What really becomes of the starts that `PREDICTIONS` asks about: they are run, not known."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from autograder.assignments.weight_init import network
from autograder.numerics import Array

FAN_IN, NEURONS, EXAMPLES, STEPS, RATE = 3, 4, 6, 4, 0.5  # small: equal is equal
# Neurons that are equal in exact arithmetic differ by 1e-16 after these steps, others by 1e-3 and
# more; what never leaves zero is zero.
DIFFERENT = 1e-9
Start = dict[str, Array]  # W1 (3, 4), b1 (4,), W2 (4, 1), b2 (1,)


@dataclass(frozen=True)
class Prediction:
    """One question: a start, and what is asked about its end.

    Attributes:
        words: the start in words.
        start: makes the parameters.
        measure: (start, end) -> how far, in the sense of the question; above `DIFFERENT` is yes.
        activation: of the hidden layer.
    """

    words: str
    start: Callable[[np.random.Generator], Start]
    measure: Callable[[Start, Start], float]
    activation: str = "sigmoid"

    @property
    def question(self) -> str:
        """What is asked."""
        return "W1 moves" if self.measure is _moved else "neurons become different"


def _filled(first: float | None, second: float | None, **others: Any) -> Callable[[Any], Start]:
    """Weights at a constant for each layer, or random where it is None."""

    def make(rng: np.random.Generator) -> Start:
        def layer(value: float | None, *shape: int) -> Array:
            return rng.standard_normal(shape) if value is None else np.full(shape, value)

        return {
            "W1": layer(first, FAN_IN, NEURONS),
            "b1": np.zeros(NEURONS),
            "W2": layer(second, NEURONS, 1),
            "b2": np.zeros(1),
        } | {name: value(rng) for name, value in others.items()}

    return make


def _apart(start: Start, end: Start) -> float:
    """How far hidden neurons are apart at the end, in any of their weights."""
    neurons = np.vstack([end["W1"], end["b1"], end["W2"].T])
    return float(np.ptp(neurons, axis=1).max())


def _moved(start: Start, end: Start) -> float:
    return float(np.abs(end["W1"] - start["W1"]).max())


def _biases(rng: np.random.Generator) -> Array:
    return rng.standard_normal(NEURONS)


def _repeated(rng: np.random.Generator) -> Array:
    return np.repeat(rng.standard_normal((FAN_IN, 1)), NEURONS, axis=1)


_ZERO = _filled(0.0, 0.0)
QUESTIONS: dict[str, Prediction] = {
    "all_zero": Prediction("everything zero", _ZERO, _apart),
    "all_one_half": Prediction("all weights one half", _filled(0.5, 0.5), _apart),
    "first_random_second_zero": Prediction("W1 random, W2 zero", _filled(None, 0.0), _apart),
    "first_constant_second_random": Prediction(
        "W1 constant, W2 random", _filled(0.5, None), _apart
    ),
    "zero_with_random_hidden_biases": Prediction(
        "weights zero, hidden biases random", _filled(0.0, 0.0, b1=_biases), _apart
    ),
    "one_random_column_repeated": Prediction(
        "W1 one random column repeated, W2 constant", _filled(0.0, 0.5, W1=_repeated), _apart
    ),
    "sigmoid_first_layer_moves": Prediction("everything zero, sigmoid", _ZERO, _moved),
    "tanh_first_layer_moves": Prediction("everything zero, tanh", _ZERO, _moved, "tanh"),
}


def starts() -> tuple[Array, Array, dict[str, Start]]:
    """Inputs (6, 3), targets (6, 1), and prediction -> the parameters where training begins."""
    rng = np.random.default_rng(2)
    X, y = rng.standard_normal((EXAMPLES, FAN_IN)), 0.7 + rng.standard_normal((EXAMPLES, 1))
    return X, y, {name: question.start(rng) for name, question in QUESTIONS.items()}


@cache
def what_happens() -> dict[str, bool]:
    """Prediction -> whether it comes true, for a few steps of descent on a small network."""
    X, y, begun = starts()
    happens = {}
    for name, question in QUESTIONS.items():
        params = begun[name]
        for _ in range(STEPS):
            slopes = network.slopes(params, X, y, question.activation)
            params = {name: array - RATE * slopes[name] for name, array in params.items()}
        happens[name] = question.measure(begun[name], params) > DIFFERENT
    return happens
