"""Known wrong activation functions and slopes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.assignments.weight_init import network
from autograder.assignments.weight_init.recognition.bank import Bank
from autograder.calls import Student

_A = np.random.default_rng(11).normal(scale=1.5, size=(5, 4))
_CASES = [(_A,), (_A[:2] - 0.5,)]


def _sigma(a: Any) -> Any:
    return network.logistic(a)


def _slope(activation: str) -> Callable[[Any], Any]:
    return lambda a: network.activation_slope(np.asarray(a), activation)


def _rounded(function: Callable[[Any], Any]) -> list[tuple[str, Callable[[Any], Any]]]:
    return [("rounded", lambda a, n=digits: np.round(function(a), n)) for digits in range(7)]


def _clipped(function: Callable[[Any], Any]) -> list[tuple[str, Callable[[Any], Any]]]:
    bounds = (0.5, 1.0, 2.0, 3.0)
    return [("clipped", lambda a, c=bound: function(np.clip(a, -c, c))) for bound in bounds] + [
        ("clipped", lambda a, e=edge: np.clip(function(a), e, 1 - e)) for edge in (0.1, 0.05, 0.01)
    ]


_SIGMA_SLOPE, _TANH_SLOPE = _slope("sigmoid"), _slope("tanh")

_sigmoid = Bank(
    "sigmoid",
    _CASES,
    _sigma,
    [
        ("exponent-sign", lambda a: _sigma(-a)),
        ("tanh-not-halved", lambda a: _sigma(2 * a)),
        ("base-two", lambda a: _sigma(a * np.log(2.0))),
        ("derivative-for-function", _SIGMA_SLOPE),
        ("wrong-activation", np.tanh),
        ("wrong-activation", lambda a: np.maximum(a, 0.0)),
        ("scaled-tanh", lambda a: 2 * _sigma(a) - 1),
        ("scaled-tanh", lambda a: np.tanh(a / 2) / 2),
        ("scaled-tanh", lambda a: 0.5 + np.tanh(a / 2)),
        ("scaled-tanh", lambda a: (1 + np.tanh(a)) / 2),
        ("activation-twice", lambda a: _sigma(_sigma(a))),
        ("exponent-sign", lambda a: 1 / (1 - np.exp(-a))),
        ("exponent-sign", lambda a: 1 + np.exp(-a)),
        ("overflows", lambda a: np.exp(a)),
        ("hard-sigmoid", lambda a: np.clip(0.2 * a + 0.5, 0, 1)),
        ("hard-sigmoid", lambda a: np.clip(a / 6 + 0.5, 0, 1)),
        ("hard-sigmoid", lambda a: np.clip(a / 4 + 0.5, 0, 1)),
        ("normalised-over-entries", lambda a: np.exp(a) / np.exp(a).sum()),
        ("normalised-over-entries", lambda a: np.exp(a) / np.exp(a).sum(axis=-1, keepdims=True)),
        ("normalised-over-entries", lambda a: np.exp(a) / np.exp(a).sum(axis=0)),
        ("wrong-activation", lambda a: a / (1 + np.abs(a))),
        *_rounded(_sigma),
        *_clipped(_sigma),
    ],
)

_sigmoid_grad = Bank(
    "sigmoid_grad",
    _CASES,
    _SIGMA_SLOPE,
    [
        ("a-one-minus-a", lambda a: a * (1 - a)),
        ("one-minus-sigma-squared", lambda a: 1 - _sigma(a) ** 2),
        ("derivative-at-activation", lambda a: _SIGMA_SLOPE(_sigma(a))),
        ("function-for-derivative", _sigma),
        ("one-minus-activation", lambda a: 1 - _sigma(a)),
        ("wrong-activation", _TANH_SLOPE),
        ("derivative-sign", lambda a: -_SIGMA_SLOPE(a)),
        ("derivative-sign", lambda a: _sigma(a) * (_sigma(a) + 1)),
        ("scaled-tanh", lambda a: _SIGMA_SLOPE(2 * a)),
        ("scaled-tanh", lambda a: 2 * _SIGMA_SLOPE(2 * a)),
        ("square-missing", lambda a: np.exp(-a) / (1 + np.exp(-a))),
        ("square-missing", lambda a: np.exp(a) / (1 + np.exp(a))),
        ("derivative-twice", lambda a: _SIGMA_SLOPE(a) * (1 - 2 * _sigma(a))),
        ("derivative-twice", lambda a: _SIGMA_SLOPE(a) ** 2),
        ("a-one-minus-a", lambda a: a * (1 - _sigma(a))),
        ("a-one-minus-a", lambda a: _sigma(a) * (1 - a)),
        ("one-minus-sigma-squared", lambda a: _sigma(a) - _sigma(a) ** 3),
        ("one-minus-sigma-squared", lambda a: (1 - _sigma(a)) ** 2),
        ("exponent-sign", lambda a: np.exp(a) / (1 + np.exp(-a)) ** 2),
        ("scaled-tanh", lambda a: (1 - np.tanh(a / 2) ** 2) / 2),
        *_rounded(_SIGMA_SLOPE),
    ],
)

_tanh_grad = Bank(
    "tanh_grad",
    _CASES,
    _TANH_SLOPE,
    [
        ("derivative-at-activation", lambda a: 1 - a**2),
        ("derivative-at-activation", lambda a: _TANH_SLOPE(np.tanh(a))),
        ("square-missing", lambda a: 1 - np.tanh(a)),
        ("square-missing", lambda a: 1 / np.cosh(a)),
        ("square-missing", lambda a: 1 - np.abs(np.tanh(a))),
        ("square-inside", lambda a: 1 - np.tanh(a**2)),
        ("tan-for-tanh", lambda a: 1 - np.tan(a) ** 2),
        ("tan-for-tanh", lambda a: 1 + np.tan(a) ** 2),
        ("derivative-sign", lambda a: 1 + np.tanh(a) ** 2),
        ("derivative-sign", lambda a: -_TANH_SLOPE(a)),
        ("wrong-activation", _SIGMA_SLOPE),
        ("function-for-derivative", np.tanh),
        ("scaled-tanh", lambda a: _TANH_SLOPE(a / 2) / 2),
        ("scaled-tanh", lambda a: _TANH_SLOPE(a / 2)),
        ("scaled-tanh", lambda a: _TANH_SLOPE(2 * a)),
        ("wrong-activation", lambda a: np.tanh(a) * (1 - np.tanh(a))),
        ("wrong-activation", lambda a: 1 - _sigma(a) ** 2),
        ("derivative-twice", lambda a: _TANH_SLOPE(a) ** 2),
        ("derivative-twice", lambda a: -2 * np.tanh(a) * _TANH_SLOPE(a)),
        ("one-minus-activation", lambda a: (1 - np.tanh(a)) ** 2),
        ("hyperbolic-mix-up", lambda a: 1 / np.sinh(a) ** 2),
        ("hyperbolic-mix-up", lambda a: np.cosh(a) ** 2),
        ("hyperbolic-mix-up", lambda a: 1 - np.sinh(a) ** 2),
        *_rounded(_TANH_SLOPE),
    ],
)


def _recognise(bank: Bank) -> Callable[[Student], str | None]:
    def recogniser(student: Student) -> str | None:
        id_ = bank.recognise(student)
        return "derivative-sign" if id_ == "wrong-sign" and bank is not _sigmoid else id_

    return recogniser


RECOGNISERS: dict[str, Callable[[Student], str | None]] = {
    bank.function: _recognise(bank) for bank in (_sigmoid, _sigmoid_grad, _tanh_grad)
}
