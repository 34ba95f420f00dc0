"""Known wrong activation functions and slopes."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.assignments.weight_init import network
from autograder.checking.recognition.bank import Bank, Entry, ask
from autograder.checking.recognition.curves import (
    AROUND_ZERO,
    GRID,
    name_of_curve,
    name_of_difference,
)
from autograder.checking.recognition.values import Seen, one_array
from autograder.student.calls import Student

_rng = np.random.default_rng(11)
_CASES = [(_rng.normal(scale=1.5, size=(5, 4)),), (_rng.normal(scale=1.5, size=(5, 4)),)]


def _sigma(a: Any) -> Any:
    return network.logistic(a)


def _sigma_slope(a: Any) -> Any:
    return network.activation_slope(np.asarray(a), "sigmoid")


def _tanh_slope(a: Any) -> Any:
    return network.activation_slope(np.asarray(a), "tanh")


def _averaged(slope: Callable[[Any], Any]) -> list[Entry]:
    return [
        ("derivative-averaged", lambda a: 0 * a + slope(a).mean(axis=0)),
        ("derivative-averaged", lambda a: 0 * a + slope(a).mean(axis=1, keepdims=True)),
        ("derivative-averaged", lambda a: 0 * a + slope(a).mean()),
        ("derivative-averaged", lambda a: 0 * a + slope(a.mean(axis=0))),
    ]


def _over_its_sum(axis: int | None) -> Callable[[Any], Any]:
    return lambda a: np.exp(a) / np.exp(a).sum(axis=axis, keepdims=True)


_sigmoid = Bank(
    "sigmoid",
    "array",
    _CASES,
    _sigma,
    [
        ("exponent-sign", lambda a: _sigma(-a)),
        ("tanh-not-halved", lambda a: _sigma(2 * a)),
        ("base-two", lambda a: _sigma(a * np.log(2.0))),
        ("derivative-for-function", _sigma_slope),
        ("wrong-activation", np.tanh),
        ("wrong-activation", lambda a: np.maximum(a, 0.0)),
        ("wrong-activation", lambda a: a / (1 + np.abs(a))),
        ("wrong-activation", lambda a: np.log1p(np.exp(a))),
        ("wrong-activation", _over_its_sum(None)),
        ("wrong-activation", _over_its_sum(-1)),
        ("wrong-activation", _over_its_sum(0)),
        ("scaled-tanh", lambda a: 2 * _sigma(a) - 1),
        ("scaled-tanh", lambda a: np.tanh(a / 2) / 2),
        ("scaled-tanh", lambda a: 0.5 + np.tanh(a / 2)),
        ("scaled-tanh", lambda a: 1 + np.tanh(a)),
        ("activation-twice", lambda a: _sigma(_sigma(a))),
        ("denominator-sign", lambda a: 1 / (1 - np.exp(-a))),
        ("denominator-sign", lambda a: 1 / (1 - np.exp(a))),
        ("missing-parentheses", lambda a: 1 + np.exp(-a)),
        ("missing-parentheses", lambda a: 1 + np.exp(a)),
    ],
)

_sigmoid_grad = Bank(
    "sigmoid_grad",
    "array",
    _CASES,
    _sigma_slope,
    [
        ("a-one-minus-a", lambda a: a * (1 - a)),
        ("a-one-minus-a", lambda a: a * (1 - _sigma(a))),
        ("a-one-minus-a", lambda a: _sigma(a) * (1 - a)),
        ("one-minus-sigma-squared", lambda a: 1 - _sigma(a) ** 2),
        ("one-minus-sigma-squared", lambda a: _sigma(a) - _sigma(a) ** 3),
        ("square-outside", lambda a: (1 - _sigma(a)) ** 2),
        ("derivative-at-activation", lambda a: _sigma_slope(_sigma(a))),
        ("function-for-derivative", _sigma),
        ("one-minus-activation", lambda a: 1 - _sigma(a)),
        ("wrong-activation", _tanh_slope),
        ("derivative-sign", lambda a: -_sigma_slope(a)),
        ("plus-for-minus", lambda a: _sigma(a) * (_sigma(a) + 1)),
        ("missing-parentheses", lambda a: np.exp(-a) / 1 + np.exp(-a) ** 2),
        ("scaled-tanh", lambda a: 2 * _sigma_slope(2 * a)),
        ("scaled-tanh", lambda a: (1 - np.tanh(a / 2) ** 2) / 2),
        ("second-derivative", lambda a: _sigma_slope(a) * (1 - 2 * _sigma(a))),
        ("derivative-twice", lambda a: _sigma_slope(a) ** 2),
        ("exponent-sign", lambda a: np.exp(a) / (1 + np.exp(-a)) ** 2),
        *_averaged(_sigma_slope),
    ],
)

_tanh_grad = Bank(
    "tanh_grad",
    "array",
    _CASES,
    _tanh_slope,
    [
        ("a-one-minus-a", lambda a: 1 - a**2),
        ("derivative-at-activation", lambda a: _tanh_slope(np.tanh(a))),
        ("square-missing", lambda a: 1 - np.tanh(a)),
        ("square-missing", lambda a: 1 / np.cosh(a)),
        ("square-missing", lambda a: 1 - np.abs(np.tanh(a))),
        ("square-inside", lambda a: 1 - np.tanh(a**2)),
        ("square-outside", lambda a: (1 - np.tanh(a)) ** 2),
        ("tan-for-tanh", lambda a: 1 - np.tan(a) ** 2),
        ("tan-for-tanh", lambda a: 1 + np.tan(a) ** 2),
        ("plus-for-minus", lambda a: 1 + np.tanh(a) ** 2),
        ("derivative-sign", lambda a: -_tanh_slope(a)),
        ("function-for-derivative", np.tanh),
        ("wrong-activation", _sigma_slope),
        ("wrong-activation", lambda a: np.tanh(a) * (1 - np.tanh(a))),
        ("wrong-activation", lambda a: 1 - _sigma(a) ** 2),
        ("scaled-tanh", lambda a: _tanh_slope(a / 2)),
        ("derivative-twice", lambda a: _tanh_slope(a) ** 2),
        ("second-derivative", lambda a: -2 * np.tanh(a) * _tanh_slope(a)),
        ("hyperbolic-mix-up", lambda a: 1 / np.sinh(a) ** 2),
        ("hyperbolic-mix-up", lambda a: np.cosh(a) ** 2),
        ("hyperbolic-mix-up", lambda a: 1 - np.sinh(a) ** 2),
        *_averaged(_tanh_slope),
    ],
)


@_sigmoid.closer
@_sigmoid_grad.closer
@_tanh_grad.closer
def _look(bank: Bank, student: Student, values: Sequence[Any], seen: Seen) -> str | None:
    id_ = bank.name(seen)
    if id_ is None:
        return _by_curve(bank, student)
    if id_ == "wrong-sign" and bank is not _sigmoid:
        return "derivative-sign"
    # The words for 2 and ½ point to the square in the loss, and there is no loss in these.
    return "constant-factor" if id_ in {"factor-two", "factor-half"} else id_


def _by_curve(bank: Bank, student: Student) -> str | None:
    """What the answers show along a line of inputs, near zero and far out."""
    inputs = [GRID, AROUND_ZERO, GRID * (1 + 1e-9), np.array([np.nan, 1.0])]
    curves = [one_array(value) for value in ask(student, bank.function, [(a,) for a in inputs])]
    for curve, a in zip(curves, inputs, strict=True):
        if curve is None or curve.shape != a.shape:
            return None
    curve, near_zero, shifted, with_nan = (c for c in curves if c is not None)
    if not curve.any() and np.isnan(with_nan[0]) and bank is not _sigmoid:
        return "missing-parentheses"  # something was computed from a, and taken away again
    if bank is not _sigmoid:
        id_ = name_of_difference(bank.right, curve)
        if id_ is not None:
            return id_
    return name_of_curve(bank.right, curve, near_zero, shifted)


BANKS = [_sigmoid, _sigmoid_grad, _tanh_grad]
