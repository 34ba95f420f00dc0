"""Known wrong relative gradients of a layer."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.assignments.weight_init import network
from autograder.assignments.weight_init.network import other_activation
from autograder.assignments.weight_init.recognition.tangents import in_h
from autograder.checking.recognition.bank import Bank, Entry, ask
from autograder.checking.recognition.values import Seen, flat
from autograder.student.calls import Student

_rng = np.random.default_rng(18)
_CASES: list[tuple[Any, ...]] = [
    (_rng.normal(scale=scale, size=shape), activation)
    for scale, shape in ((1.5, (20, 5)), (1.5, (20, 5)), (3.0, (12, 4)))
    for activation in ("sigmoid", "tanh")
]
Mean = Callable[..., Any]


def _slope(a: Any, f: str) -> Any:
    return network.activation_slope(a, f)


def _largest(f: str) -> float:
    return network.LARGEST_SLOPE[f]


def _right(a: Any, f: str) -> Any:
    return np.mean(_slope(a, f)) / _largest(f)


def _divided(by: Callable[[Any, str], Any]) -> Mean:
    """The mean slope over something else than the largest slope."""
    return lambda a, f: np.mean(_slope(a, f)) / by(a, f)


def _of(values: Callable[[Any, str], Any]) -> Mean:
    """The mean of something else than the slope."""
    return lambda a, f: np.mean(values(a, f)) / _largest(f)


def _gathered(how: Callable[[Any], Any]) -> Mean:
    """The slopes gathered in another way than by their mean."""
    return lambda a, f: how(_slope(a, f)) / _largest(f)


_ENTRIES: list[Entry] = [
    ("not-divided-by-maximum", _divided(lambda a, f: 1.0)),
    ("divided-twice", _divided(lambda a, f: _largest(f) ** 2)),
    ("multiplied-by-maximum", _divided(lambda a, f: 1 / _largest(f))),
    ("wrong-maximum", _divided(lambda a, f: _slope(a, f).max())),
    ("wrong-maximum", _divided(lambda a, f: 0.25)),
    ("wrong-maximum", _divided(lambda a, f: 0.5)),
    ("wrong-maximum", _divided(lambda a, f: {"sigmoid": 0.5, "tanh": 1.0}[f])),
    ("wrong-maximum", _divided(lambda a, f: {"sigmoid": 1.0, "tanh": 0.25}[f])),
    ("wrong-maximum", _divided(lambda a, f: {"sigmoid": 0.25, "tanh": 0.5}[f])),
    ("wrong-maximum", _divided(lambda a, f: {"sigmoid": 0.25, "tanh": 2.0}[f])),
    ("wrong-maximum", _divided(lambda a, f: network.ACTIVATIONS[f](a).max())),
    ("derivative-at-activation", _of(lambda a, f: _slope(network.ACTIVATIONS[f](a), f))),
    ("a-one-minus-a", _of(in_h)),
    ("function-for-derivative", _of(lambda a, f: network.ACTIVATIONS[f](a))),
    ("function-for-derivative", lambda a, f: np.mean(network.ACTIVATIONS[f](a))),
    ("one-minus-activation", _of(lambda a, f: 1 - network.ACTIVATIONS[f](a))),
    ("median-for-mean", _gathered(np.median)),
    ("sum-for-mean", _gathered(np.sum)),
    ("divides-by-rows", _gathered(lambda slopes: np.sum(slopes) / len(slopes))),
    ("divides-by-rows", _gathered(lambda slopes: np.sum(slopes) / slopes.shape[-1])),
    ("maximum-for-mean", _gathered(np.max)),
    ("derivative-of-mean", lambda a, f: _slope(np.array([np.mean(a)]), f)[0] / _largest(f)),
    ("sigmoid-derivative-for-tanh", lambda a, f: _right(a, "sigmoid")),
    ("sigmoid-derivative-for-tanh", lambda a, f: np.mean(_slope(a, "sigmoid")) / _largest(f)),
    ("tanh-derivative-for-sigmoid", lambda a, f: _right(a, "tanh")),
    ("tanh-derivative-for-sigmoid", lambda a, f: np.mean(_slope(a, "tanh")) / _largest(f)),
    ("wrong-activation", lambda a, f: _right(a, other_activation(f))),
    ("wrong-activation", lambda a, f: np.mean(_slope(a, other_activation(f))) / _largest(f)),
    ("unsaturated-share", lambda a, f: 1 - _right(a, f)),
]
_relative_gradient = Bank("relative_gradient", "number", _CASES, _right, _ENTRIES)
_FAR = np.array([[-1000.0, 0.5], [2.0, 1000.0]])


@_relative_gradient.closer
def _look(bank: Bank, student: Student, values: Sequence[Any], seen: Seen) -> str | None:
    if not bank.right_everywhere(seen):
        return bank.name(seen)
    cases = [(_FAR, "sigmoid"), (_FAR, "tanh")]
    far = [flat(value) for value in ask(student, "relative_gradient", cases)]
    return "overflows" if any(x and not np.isfinite(x[0]).all() for x in far) else None


BANKS = [_relative_gradient]
