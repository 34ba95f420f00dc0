"""Known wrong forward passes, and wrong backward passes of one layer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.assignments.weight_init import network
from autograder.assignments.weight_init.cases import Cases
from autograder.assignments.weight_init.recognition.bank import Bank
from autograder.calls import Student

_cases = Cases(np.random.default_rng(12))
_SIZES = [(4, 3, 7), (3, 3, 3), (5, 2, 6)]
_LAYERS = [
    (_cases.normal(m, fan_in), _cases.normal(fan_in, fan_out), _cases.normal(fan_out))
    for fan_in, fan_out, m in _SIZES
]


def _weighted(x: Any, W: Any, b: Any) -> Any:
    return network.forward_pass({"W1": W, "b1": b}, x, "tanh")[0][0]


_layer_forward = Bank(
    "layer_forward",
    _LAYERS,
    _weighted,
    [
        ("bias-forgotten", lambda x, W, b: _weighted(x, W, 0 * b)),
        ("bias-sign", lambda x, W, b: _weighted(x, W, -b)),
        ("bias-summed-to-scalar", lambda x, W, b: _weighted(x, W, 0 * b + b.sum())),
        ("bias-summed-to-scalar", lambda x, W, b: _weighted(x, W, 0 * b + b.mean())),
        ("bias-summed-to-scalar", lambda x, W, b: _weighted(x, W, 0 * b + b[0])),
        ("bias-multiplied", lambda x, W, b: _weighted(x, W, 0 * b) * b),
        ("bias-twice", lambda x, W, b: _weighted(x, W, 2 * b)),
        ("activation-twice", lambda x, W, b: network.logistic(_weighted(x, W, b))),
        ("activation-twice", lambda x, W, b: np.tanh(_weighted(x, W, b))),
        ("activation-on-input", lambda x, W, b: _weighted(np.tanh(x), W, b)),
        ("activation-on-input", lambda x, W, b: _weighted(network.logistic(x), W, b)),
        ("mean-for-sum", lambda x, W, b: _weighted(x, W / len(W), b)),
        ("mean-for-sum", lambda x, W, b: _weighted(x, W / len(W) ** 0.5, b)),
        ("mean-for-sum", lambda x, W, b: _weighted(x, W, b) / len(x)),
        ("elementwise-product", lambda x, W, b: x.sum(axis=1, keepdims=True) * W.sum(axis=0) + b),
        ("weights-normalised", lambda x, W, b: _weighted(x, W / np.linalg.norm(W, axis=0), b)),
        ("first-example-only", lambda x, W, b: np.tile(_weighted(x[:1], W, b), (len(x), 1))),
        ("mean-for-sum", lambda x, W, b: _weighted(x - x.mean(axis=0), W, b)),
    ],
)

_BACKWARD = [
    (_cases.normal(m, fan_out), _cases.normal(m, fan_in), _cases.normal(fan_in, fan_out))
    for fan_in, fan_out, m in _SIZES
]


def _changed(
    weights: Callable[..., Any] | None = None,
    biases: Callable[..., Any] | None = None,
    inputs: Callable[..., Any] | None = None,
) -> Callable[..., Any]:
    def implementation(delta: Any, x: Any, W: Any) -> Any:
        slopes = network.layer_slopes(delta, x, W)
        changes = (weights, biases, inputs)
        return tuple(
            change(slope, delta, x, W) if change else slope
            for change, slope in zip(changes, slopes, strict=True)
        )

    return implementation


def _per_example(slope: Any, delta: Any, x: Any, W: Any) -> Any:
    return slope / len(x)


def _layer_bank() -> list[tuple[str, Callable[..., Any]]]:
    same = network.layer_slopes
    return [
        ("mean-twice", _changed(_per_example, _per_example)),
        ("mean-twice", _changed(_per_example)),
        ("mean-twice", _changed(_per_example, _per_example, _per_example)),
        ("no-mean-over-examples", _changed(*[lambda s, d, x, W: s * len(x)] * 2)),
        ("bias-mean", _changed(None, _per_example)),
        ("bias-ignored", _changed(None, lambda s, d, x, W: 0 * s)),
        ("bias-summed-to-scalar", _changed(None, lambda s, d, x, W: 0 * s + s.sum())),
        ("bias-summed-to-scalar", _changed(None, lambda s, d, x, W: s.sum())),
        ("wrong-axis", _changed(None, lambda s, d, x, W: d.sum(axis=1))),
        ("bias-not-summed", _changed(None, lambda s, d, x, W: d)),
        ("first-example-only", _changed(None, lambda s, d, x, W: d[0])),
        ("transposed", _changed(lambda s, d, x, W: s.T)),
        ("transposed", _changed(None, None, lambda s, d, x, W: s.T)),
        ("transposed", _changed(None, None, lambda s, d, x, W: same(d, d @ W, W.T)[2])),
        ("upstream-weights-ignored", _changed(None, None, lambda s, d, x, W: 0 * s + d.sum(axis=1, keepdims=True))),
        ("upstream-weights-averaged", _changed(None, None, lambda s, d, x, W: 0 * s + (d * W.mean(axis=0)).sum(axis=1, keepdims=True))),
        ("outer-product-of-means", _changed(lambda s, d, x, W: np.outer(x.mean(axis=0), d.mean(axis=0)))),
        ("outer-product-of-means", _changed(lambda s, d, x, W: np.outer(x.sum(axis=0), d.sum(axis=0)))),
        ("outer-product-of-means", _changed(lambda s, d, x, W: np.outer(x.mean(axis=0), d.sum(axis=0)))),
        ("delta-not-passed", _changed(None, None, lambda s, d, x, W: 0 * s)),
        ("derivative-at-activation", _changed(None, None, lambda s, d, x, W: s * network.activation_slope(x, "sigmoid"))),
        ("derivative-at-activation", _changed(None, None, lambda s, d, x, W: s * network.activation_slope(x, "tanh"))),
        ("derivative-at-activation", _changed(None, None, lambda s, d, x, W: s * x * (1 - x))),
        ("derivative-at-activation", _changed(None, None, lambda s, d, x, W: s * (1 - x**2))),
        ("upstream-weights-updated", _changed(None, None, lambda s, d, x, W: same(d, x, W - same(d, x, W)[0])[2])),
        ("wrong-order", lambda d, x, W: (lambda s: (s[2], s[0], s[1]))(same(d, x, W))),
        ("wrong-order", lambda d, x, W: (lambda s: (s[2], s[1], s[0]))(same(d, x, W))),
        ("wrong-order", lambda d, x, W: (lambda s: (s[1], s[0], s[2]))(same(d, x, W))),
        ("first-example-only", lambda d, x, W: (*same(d[:1], x[:1], W)[:2], same(d, x, W)[2])),
        ("last-example-dropped", lambda d, x, W: (*same(d[:-1], x[:-1], W)[:2], same(d, x, W)[2])),
        ("first-example-only", _changed(lambda s, d, x, W: same(d[:1], x[:1], W)[0])),
        ("last-example-dropped", _changed(lambda s, d, x, W: same(d[:-1], x[:-1], W)[0])),
        ("last-example-dropped", _changed(None, lambda s, d, x, W: same(d[:-1], x[:-1], W)[1])),
        ("wrong-sign", _changed(lambda s, d, x, W: -s)),
        ("wrong-sign", _changed(lambda s, d, x, W: -s, lambda s, d, x, W: -s)),
        ("wrong-sign", _changed(None, lambda s, d, x, W: -s)),
        ("wrong-sign", _changed(None, None, lambda s, d, x, W: -s)),
        *[
            ("weight-decay", _changed(lambda s, d, x, W, c=c: s + c * W))
            for c in (1e-4, 1e-3, 0.01, 0.05, 0.1, 0.5, 1.0)
        ],
        *[
            ("gradient-clipped", _changed(lambda s, d, x, W, c=c: np.clip(s, -c, c)))
            for c in (0.1, 0.5, 1.0, 2.0, 5.0)
        ],
    ]


_layer_backward = Bank("layer_backward", _BACKWARD, network.layer_slopes, _layer_bank())

_NETWORKS = [
    _cases.network(sizes, m, activation)
    for sizes, m, activation in (
        ((4, 3, 2), 6, "sigmoid"),
        ((4, 3, 2), 6, "tanh"),
        ((3, 3, 3), 5, "sigmoid"),
        ((3, 3, 3), 5, "tanh"),
    )
]


def _passed(
    entering: Callable[[Any, str], Any] = lambda x, f: x,
    combine: Callable[[Any, Any, Any], Any] = _weighted,
    hidden: Callable[[Any, str], Any] = lambda a, f: network.ACTIVATIONS[f](a),
    output: Callable[[Any, str], Any] = lambda a, f: a,
) -> Callable[..., Any]:
    """A forward pass with one of its pieces exchanged."""

    def implementation(params: Any, X: Any, activation: str) -> Any:
        a, h = [], [X]
        depth = network.depth_of(params)
        travelling = entering(X, activation)
        for layer in range(1, depth + 1):
            a.append(combine(travelling, params[f"W{layer}"], params[f"b{layer}"]))
            travelling = (hidden if layer < depth else output)(a[-1], activation)
            h.append(travelling)
        return a, h

    return implementation


def _f(a: Any, activation: str) -> Any:
    return network.ACTIVATIONS[activation](a)


def _other(a: Any, activation: str) -> Any:
    return network.ACTIVATIONS["tanh" if activation == "sigmoid" else "sigmoid"](a)


def _bias_after(params: Any, X: Any, activation: str) -> Any:
    a, h = [], [X]
    depth = network.depth_of(params)
    for layer in range(1, depth + 1):
        b = params[f"b{layer}"]
        a.append(_weighted(h[-1], params[f"W{layer}"], 0 * b if layer < depth else b))
        h.append(_f(a[-1], activation) + b if layer < depth else a[-1])
    return a, h


def _first_bias_forgotten(params: Any, X: Any, activation: str) -> Any:
    return _passed()({**params, "b1": 0 * params["b1"]}, X, activation)


def _last_bias_forgotten(params: Any, X: Any, activation: str) -> Any:
    last = f"b{network.depth_of(params)}"
    return _passed()({**params, last: 0 * params[last]}, X, activation)


def _same_weights(params: Any, X: Any, activation: str) -> Any:
    names = [name for name in params if name[0] == "W"]
    return _passed()({**params, **dict.fromkeys(names, params["W1"])}, X, activation)


def _recorded(change: Callable[[Any, Any, str], Any]) -> Callable[..., Any]:
    """A right pass that hands out other lists than it should."""

    def implementation(params: Any, X: Any, activation: str) -> Any:
        a, h = network.forward_pass(params, X, activation)
        return change(a, h, activation)

    return implementation


_forward = Bank(
    "forward",
    [(case.params, case.X, case.activation) for case in _NETWORKS],
    network.forward_pass,
    [
        ("bias-forgotten", _passed(combine=lambda x, W, b: _weighted(x, W, 0 * b))),
        ("bias-forgotten", _first_bias_forgotten),
        ("bias-forgotten", _last_bias_forgotten),
        ("bias-sign", _passed(combine=lambda x, W, b: _weighted(x, W, -b))),
        ("bias-after-activation", _bias_after),
        ("activation-missing", _passed(hidden=lambda a, f: a)),
        ("activation-on-input", _passed(entering=_f)),
        ("activation-twice", _passed(hidden=lambda a, f: _f(_f(a, f), f))),
        ("activation-on-output", _passed(output=_f)),
        ("activation-on-output", _passed(output=lambda a, f: network.logistic(a))),
        ("activation-on-output", _passed(output=lambda a, f: np.tanh(a))),
        ("ignores-activation-name", _passed(hidden=lambda a, f: network.logistic(a))),
        ("ignores-activation-name", _passed(hidden=lambda a, f: np.tanh(a))),
        ("wrong-activation", _passed(hidden=_other)),
        ("wrong-activation", _passed(hidden=lambda a, f: np.maximum(a, 0.0))),
        ("same-weights-every-layer", _same_weights),
        ("elementwise-product", _passed(combine=lambda x, W, b: x * W + b)),
        ("swapped-lists", _recorded(lambda a, h, f: (h, a))),
        ("h-without-input", _recorded(lambda a, h, f: (a, h[1:]))),
        ("lists-too-short", _recorded(lambda a, h, f: (a[:-1], h[:-1]))),
        ("lists-too-short", _recorded(lambda a, h, f: (a[:-1], h))),
        ("lists-too-short", _recorded(lambda a, h, f: (a, h[:-1]))),
        ("activation-stored-as-pre-activation", _recorded(lambda a, h, f: (h[1:], h))),
        ("pre-activation-stored-as-activation", _recorded(lambda a, h, f: (a, [h[0], *a]))),
        ("input-among-pre-activations", _recorded(lambda a, h, f: ([h[0], *a], h))),
        ("wrong-activation", _passed(hidden=lambda a, f: 2 * network.logistic(a) - 1 if f == "tanh" else _f(a, f))),
        ("activation-missing", _passed(hidden=lambda a, f: a if f == "tanh" else _f(a, f))),
        ("activation-missing", _passed(hidden=lambda a, f: a if f == "sigmoid" else _f(a, f))),
        ("derivative-for-function", _passed(hidden=lambda a, f: network.activation_slope(a, f))),
        ("first-layer-skipped", _recorded(lambda a, h, f: (a[::-1], h[::-1]))),
    ],
)

RECOGNISERS: dict[str, Callable[[Student], str | None]] = {
    bank.function: bank.recognise for bank in (_layer_forward, _layer_backward, _forward)
}
