"""Known wrong diagnostics."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.assignments.weight_init import network
from autograder.assignments.weight_init.recognition.bank import Bank
from autograder.calls import Student
from autograder.numerics import largest_gap

_rng = np.random.default_rng(16)
_W = [(_rng.standard_normal((5, 4)),), (0.1 * _rng.standard_normal((3, 6)),), (9 * _rng.standard_normal((4, 4)),)]


def _norms(W: Any) -> Any:
    return np.sqrt((W**2).sum(axis=0))


def _pairs(W: Any) -> Any:
    """Distances between all pairs of different columns."""
    first, second = np.triu_indices(W.shape[1], 1)
    return _norms(W[:, first] - W[:, second])


def _differences(W: Any) -> Any:
    first, second = np.triu_indices(W.shape[1], 1)
    return W[:, first] - W[:, second]


def _gap(W: Any) -> Any:
    return largest_gap(W) / _norms(W).max()


_neuron_gap = Bank(
    "neuron_gap",
    _W,
    _gap,
    [
        ("gap-across-inputs", lambda W: _gap(W.T)),
        ("gap-across-inputs", lambda W: largest_gap(W.T) / _norms(W).max()),
        ("gap-not-relative", largest_gap),
        ("gap-across-inputs", lambda W: largest_gap(W.T)),
        ("gap-first-two", lambda W: _norms(W[:, :1] - W[:, 1:2])[0] / _norms(W).max()),
        ("gap-first-two", lambda W: _norms(W[:, :1] - W).max() / _norms(W).max()),
        ("gap-first-two", lambda W: _norms(W[:, :1] - W[:, -1:])[0] / _norms(W).max()),
        ("gap-first-two", lambda W: _norms(W[:, :1] - W[:, 1:2])[0] / _norms(W[:, :2]).max()),
        ("gap-neighbours-only", lambda W: _norms(np.diff(W, axis=1)).max() / _norms(W).max()),
        ("gap-squared", lambda W: _gap(W) ** 2),
        ("gap-squared", lambda W: largest_gap(W) ** 2 / _norms(W).max()),
        ("gap-smallest", lambda W: _pairs(W).min() / _norms(W).max()),
        ("gap-mean", lambda W: _pairs(W).mean() / _norms(W).max()),
        ("gap-mean", lambda W: 2 * _pairs(W).sum() / W.shape[1] ** 2 / _norms(W).max()),
        ("gap-mean", lambda W: _norms(W - W.mean(axis=1, keepdims=True)).max() / _norms(W).max()),
        ("gap-mean", lambda W: np.median(_pairs(W)) / _norms(W).max()),
        ("gap-mean", lambda W: _pairs(W).sum() / _norms(W).max()),
        ("gap-largest-entry", lambda W: np.abs(_differences(W)).max() / _norms(W).max()),
        ("gap-largest-entry", lambda W: np.abs(_differences(W)).max() / np.abs(W).max()),
        ("gap-largest-entry", lambda W: np.abs(_differences(W)).max()),
        ("gap-largest-entry", lambda W: np.ptp(W) / np.abs(W).max()),
        ("gap-largest-entry", lambda W: np.ptp(W) / _norms(W).max()),
        ("gap-largest-entry", lambda W: np.ptp(W, axis=1).max() / _norms(W).max()),
        ("gap-wrong-norm", lambda W: np.abs(_differences(W)).sum(axis=0).max() / np.abs(W).sum(axis=0).max()),
        ("gap-wrong-norm", lambda W: np.abs(_differences(W)).sum(axis=0).max() / _norms(W).max()),
        ("gap-wrong-norm", lambda W: largest_gap(W) / np.abs(W).max()),
        ("gap-wrong-norm", lambda W: largest_gap(W) / np.linalg.norm(W)),
        ("gap-wrong-norm", lambda W: largest_gap(W) / np.linalg.norm(W, 2)),
        ("gap-wrong-norm", lambda W: largest_gap(W) / np.abs(W).sum(axis=0).max()),
        ("gap-wrong-norm", lambda W: largest_gap(W) / _norms(W).mean()),
        ("gap-wrong-norm", lambda W: largest_gap(W) / _norms(W).min()),
        ("gap-wrong-norm", lambda W: largest_gap(W) / _norms(W).sum()),
        ("gap-wrong-norm", lambda W: largest_gap(W) / _norms(W)[0]),
        ("gap-wrong-norm", lambda W: largest_gap(W) / _norms(W.T).max()),
        ("gap-wrong-norm", lambda W: largest_gap(W) / W.max()),
        ("gap-of-norms", lambda W: np.ptp(_norms(W)) / _norms(W).max()),
        ("gap-signed", lambda W: np.abs(_differences(W).sum(axis=0)).max() / _norms(W).max()),
        ("gap-signed", lambda W: _differences(W).sum(axis=0).max() / _norms(W).max()),
        ("gap-signed", lambda W: _differences(W).max() / _norms(W).max()),
        ("gap-signed", lambda W: np.ptp(W.sum(axis=0)) / _norms(W).max()),
        ("gap-signed", lambda W: np.ptp(W.mean(axis=0)) / _norms(W).max()),
        ("gap-signed", lambda W: np.abs(_differences(W).mean(axis=0)).max() / _norms(W).max()),
    ],
)


def _recognise_gap(student: Student) -> str | None:
    id_ = _neuron_gap.recognise(student)
    if id_ is not None:
        return id_
    (zero,) = student.each("neuron_gap", [(np.zeros((3, 4)),)])
    if isinstance(zero, (float, np.floating)) and not np.isfinite(zero):
        return "gap-nan-when-zero"
    tiny = 1e-9 * _W[0][0]
    (small,) = student.each("neuron_gap", [(tiny,)])
    (usual,) = student.each("neuron_gap", [_W[0]])
    if isinstance(small, (float, np.floating)) and abs(float(usual) - _gap(_W[0][0])) < 1e-3:
        return "gap-epsilon" if abs(float(small) - _gap(tiny)) > 1e-6 else None
    return None


def _edges(activation: str) -> tuple[float, float]:
    return (0.0, 1.0) if activation == "sigmoid" else (-1.0, 1.0)


def _layer(activation: str, seed: int) -> Any:
    rng = np.random.default_rng(seed)
    a = rng.normal(size=(25, 8)) + rng.choice([-6.0, -2.0, 0.0, 2.5, 7.0], size=(25, 8))
    return network.ACTIVATIONS[activation](a)


_LAYERS = [
    (_layer("sigmoid", 17), "sigmoid", 0.01),
    (_layer("tanh", 18), "tanh", 0.01),
    (_layer("sigmoid", 19), "sigmoid", 0.05),
    (_layer("tanh", 20), "tanh", 0.2),
]


def _share(near: Callable[[Any, float, float, float], Any]) -> Callable[..., Any]:
    return lambda h, f, tol=0.01: np.mean(near(h, *_edges(f), tol))


def _both(h: Any, low: float, high: float, tol: float) -> Any:
    return (h < low + tol) | (h > high - tol)


_right_share = _share(_both)
_saturated_fraction = Bank(
    "saturated_fraction",
    _LAYERS,
    _right_share,
    [
        ("one-limit-only", _share(lambda h, low, high, tol: h > high - tol)),
        ("one-limit-only", _share(lambda h, low, high, tol: h < low + tol)),
        ("one-limit-only", lambda h, f, tol=0.01: np.mean(h > 1 - tol) if f == "sigmoid" else _right_share(h, f, tol)),
        ("one-limit-only", lambda h, f, tol=0.01: np.mean(h > 1 - tol) if f == "tanh" else _right_share(h, f, tol)),
        ("limits-of-other-activation", lambda h, f, tol=0.01: _right_share(h, "sigmoid", tol)),
        ("limits-of-other-activation", lambda h, f, tol=0.01: _right_share(h, "tanh", tol)),
        ("limits-of-other-activation", lambda h, f, tol=0.01: _right_share(h, "tanh" if f == "sigmoid" else "sigmoid", tol)),
        ("limits-of-other-activation", lambda h, f, tol=0.01: np.mean(np.abs(h) > 1 - tol)),
        *[("tolerance-ignored", lambda h, f, tol=0.01, t=t: _right_share(h, f, t)) for t in (0.01, 0.05, 0.1, 0.001)],
        ("tolerance-relative", lambda h, f, tol=0.01: _right_share(h, f, tol * (_edges(f)[1] - _edges(f)[0]))),
        ("tolerance-relative", lambda h, f, tol=0.01: _right_share(h, f, tol / 2)),
        ("count-for-share", lambda h, f, tol=0.01: _right_share(h, f, tol) * h.size),
        ("count-for-share", lambda h, f, tol=0.01: _right_share(h, f, tol) * 100),
        ("count-for-share", lambda h, f, tol=0.01: _right_share(h, f, tol) * h.shape[1]),
        ("count-for-share", lambda h, f, tol=0.01: _right_share(h, f, tol) * h.shape[0]),
        ("count-for-share", lambda h, f, tol=0.01: np.mean(_both(h, *_edges(f), tol).any(axis=1))),
        ("count-for-share", lambda h, f, tol=0.01: np.mean(_both(h, *_edges(f), tol).all(axis=0))),
        ("count-for-share", lambda h, f, tol=0.01: np.mean(_both(h, *_edges(f), tol).any(axis=0))),
        ("unsaturated-share", lambda h, f, tol=0.01: 1 - _right_share(h, f, tol)),
        ("both-limits-at-once", lambda h, f, tol=0.01: 0.0),
        *[("pre-activation-threshold", lambda h, f, tol=0.01, c=c: np.mean(np.abs(h) > c)) for c in (1.0, 0.5, 0.9, 2.0, 3.0, 5.0)],
        ("pre-activation-threshold", lambda h, f, tol=0.01: _right_share(network.ACTIVATIONS[f](h), f, tol)),
        ("slope-for-activation", lambda h, f, tol=0.01: np.mean((h * (1 - h) if f == "sigmoid" else 1 - h**2) < tol)),
        ("slope-for-activation", lambda h, f, tol=0.01: np.mean(network.activation_slope(h, f) < tol)),
    ],
)

_PRE = [
    (_rng.normal(scale=1.5, size=(20, 5)), "sigmoid"),
    (_rng.normal(scale=1.5, size=(20, 5)), "tanh"),
    (_rng.normal(scale=3.0, size=(12, 4)), "sigmoid"),
    (_rng.normal(scale=3.0, size=(12, 4)), "tanh"),
]


def _slope(a: Any, f: str) -> Any:
    return network.activation_slope(a, f)


def _largest(f: str) -> float:
    return network.LARGEST_SLOPE[f]


_relative_gradient = Bank(
    "relative_gradient",
    _PRE,
    lambda a, f: np.mean(_slope(a, f)) / _largest(f),
    [
        ("not-divided-by-maximum", lambda a, f: np.mean(_slope(a, f))),
        ("divided-twice", lambda a, f: np.mean(_slope(a, f)) / _largest(f) ** 2),
        ("wrong-maximum", lambda a, f: np.mean(_slope(a, f)) / _slope(a, f).max()),
        ("wrong-maximum", lambda a, f: np.mean(_slope(a, f)) / 0.25),
        ("wrong-maximum", lambda a, f: np.mean(_slope(a, f)) / 0.5),
        ("wrong-maximum", lambda a, f: np.mean(_slope(a, f)) / (0.5 if f == "sigmoid" else 1.0)),
        ("wrong-maximum", lambda a, f: np.mean(_slope(a, f)) * 0.25 if f == "sigmoid" else np.mean(_slope(a, f))),
        ("wrong-maximum", lambda a, f: np.mean(_slope(a, f)) / (1.0 if f == "sigmoid" else 0.25)),
        ("wrong-maximum", lambda a, f: np.mean(_slope(a, f)) / network.ACTIVATIONS[f](a).max()),
        ("derivative-at-activation", lambda a, f: np.mean(_slope(network.ACTIVATIONS[f](a), f)) / _largest(f)),
        ("derivative-at-activation", lambda a, f: np.mean(a * (1 - a) if f == "sigmoid" else 1 - a**2) / _largest(f)),
        ("median-for-mean", lambda a, f: np.median(_slope(a, f)) / _largest(f)),
        ("sum-for-mean", lambda a, f: np.sum(_slope(a, f)) / _largest(f)),
        ("sum-for-mean", lambda a, f: np.sum(_slope(a, f)) / len(a) / _largest(f)),
        ("sum-for-mean", lambda a, f: np.sum(_slope(a, f)) / a.shape[-1] / _largest(f)),
        ("largest-for-mean", lambda a, f: np.max(_slope(a, f)) / _largest(f)),
        ("largest-for-mean", lambda a, f: np.min(_slope(a, f)) / _largest(f)),
        ("slope-of-mean", lambda a, f: _slope(np.array([np.mean(a)]), f)[0] / _largest(f)),
        ("root-mean-square", lambda a, f: np.sqrt(np.mean(_slope(a, f) ** 2)) / _largest(f)),
        ("root-mean-square", lambda a, f: np.linalg.norm(_slope(a, f)) / _largest(f)),
        ("wrong-activation", lambda a, f: np.mean(_slope(a, "sigmoid")) / 0.25),
        ("wrong-activation", lambda a, f: np.mean(_slope(a, "tanh"))),
        ("wrong-activation", lambda a, f: np.mean(_slope(a, "sigmoid")) / _largest(f)),
        ("wrong-activation", lambda a, f: np.mean(_slope(a, "tanh")) / _largest(f)),
        ("activation-for-derivative", lambda a, f: np.mean(network.ACTIVATIONS[f](a)) / _largest(f)),
        ("activation-for-derivative", lambda a, f: np.mean(network.ACTIVATIONS[f](a))),
        ("unsaturated-share", lambda a, f: 1 - np.mean(_slope(a, f)) / _largest(f)),
        ("square-missing", lambda a, f: np.mean(_slope(a, f) if f == "sigmoid" else 1 - np.tanh(a)) / _largest(f)),
    ],
)

RECOGNISERS: dict[str, Callable[[Student], str | None]] = {
    "neuron_gap": _recognise_gap,
    "saturated_fraction": _saturated_fraction.recognise,
    "relative_gradient": _relative_gradient.recognise,
}
