"""Known wrong stacks, spreads of signals, and sizes of gradients."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from autograder.assignments.scaled_init import stack
from autograder.checking.recognition.bank import Bank, Entry
from autograder.numerics import Array
from autograder.student.calls import Student

_rng = np.random.default_rng(43)
_SQUARE, _LONG = (3, 3, 3, 3), (3,) * 12
_NETS = [((4, 3, 2), 6), ((3, 5, 4, 2), 5), (_SQUARE, 7), (_LONG, 4)]
ACTIVATIONS = ("relu", "tanh", "linear")


def _net(sizes: tuple[int, ...], m: int) -> tuple[dict[str, Array], Array]:
    params: dict[str, Array] = {}
    for layer in range(1, len(sizes)):
        shape = sizes[layer - 1], sizes[layer]
        params[f"W{layer}"] = _rng.normal(scale=(1.6 / shape[0]) ** 0.5, size=shape)
        params[f"b{layer}"] = _rng.normal(scale=0.6, size=shape[1])
    return params, _rng.normal(size=(m, sizes[0]))


_PASSES: list[tuple[Any, ...]] = [(*_net(*net), f) for net in _NETS for f in ACTIVATIONS]
_RETURNS: list[tuple[Any, ...]] = [
    (params, X, _rng.normal(size=(len(X), params[f"b{stack.depth_of(params)}"].size)), f)
    for params, X, f in _PASSES
]
Lists = tuple[list[Any], list[Any]]


def _varied(
    weighted: Callable[[Any, Any, Any], Any] = lambda h, W, b: h @ W + b,
    function: Callable[[str, int, int], str] = lambda f, layer, depth: f,
    name: Callable[[int], int] = lambda layer: layer,
    start: Callable[[Any, str], Any] = lambda X, f: X,
) -> Callable[[Any, Any, str], Lists]:
    """A forward pass that does one thing in its own way; layers are counted from 1."""

    def forward(params: Mapping[str, Any], X: Any, f: str) -> Lists:
        a: list[Any] = []
        h = [start(X, f)]
        depth = stack.depth_of(params)
        for layer in range(1, depth + 1):
            W, shift = params[f"W{name(layer)}"], params[f"b{name(layer)}"]
            a.append(weighted(h[-1], W, shift))
            h.append(stack.ACTIVATIONS[function(f, layer, depth)](a[-1]))
        return a, h

    return forward


def _after(change: Callable[[list[Any], list[Any]], Any]) -> Callable[..., Any]:
    return lambda params, X, f: change(*stack.forward_pass(params, X, f))


def _bias_outside(params: Mapping[str, Any], X: Any, f: str) -> Lists:
    a: list[Any] = []
    h = [X]
    for layer in range(1, stack.depth_of(params) + 1):
        a.append(h[-1] @ params[f"W{layer}"])
        h.append(stack.ACTIVATIONS[f](a[-1]) + params[f"b{layer}"])
    return a, h


def _by_name(layer: int) -> int:
    return sorted(range(1, 12), key=str)[layer - 1] if layer < 12 else layer


def _last_is(other: str) -> Callable[[str, int, int], str]:
    return lambda f, layer, depth: other if layer == depth else f


def _always(other: str) -> Callable[[str, int, int], str]:
    return lambda f, layer, depth: other


_FORWARD_WRONG: dict[str, list[Callable[..., Any]]] = {
    "last-layer-linear": [_varied(function=_last_is("linear"))],
    "activation-missing": [_varied(function=_always("linear"))],
    "ignores-activation-name": [
        _varied(function=_always("relu")),
        _varied(function=_always("tanh")),
        _varied(function=lambda f, *_: "relu" if f == "linear" else f),
        _varied(function=lambda f, *_: "tanh" if f == "linear" else f),
    ],
    "bias-forgotten": [_varied(lambda h, W, b: h @ W)],
    "bias-sign": [_varied(lambda h, W, b: h @ W - b)],
    "bias-after-activation": [_bias_outside],
    "activation-on-input": [_varied(start=lambda X, f: stack.ACTIVATIONS[f](X))],
    "same-weights-every-layer": [_varied(name=lambda layer: 1)],
    "layers-in-name-order": [_varied(name=_by_name)],
    "a-overwritten": [_after(lambda a, h: (h[1:], h))],
    "results-swapped": [_after(lambda a, h: (h, a))],
    "h-without-input": [_after(lambda a, h: (a, h[1:]))],
    "lists-reversed": [_after(lambda a, h: (a[::-1], h[::-1]))],
    "lists-too-short": [_after(lambda a, h: (a[:-1], h[:-1])), _after(lambda a, h: (a[1:], h[1:]))],
    "only-the-end": [_after(lambda a, h: (a[-1], h[-1]))],
}
_forward_bank = Bank(
    "forward_deep",
    "sequence",
    _PASSES,
    stack.forward_pass,
    [(id_, wrong) for id_, wrongs in _FORWARD_WRONG.items() for wrong in wrongs],
)


def _sizes(how: Callable[[Any], Any], which: str = "a") -> Callable[..., Any]:
    def measured(params: Any, X: Any, f: str) -> Any:
        a, h = stack.forward_pass(params, X, f)
        return np.array([how(layer) for layer in {"a": a, "h": h[1:], "X": [X, *a]}[which]])

    return measured


def _size(x: Any) -> Any:
    return stack.size(np.ascontiguousarray(x))


def _through(forward: Callable[..., Lists]) -> Callable[..., Any]:
    """The sizes of a wrong forward pass."""
    return lambda params, X, f: np.array([_size(layer) for layer in forward(params, X, f)[0]])


def _mean_size(x: Any, axis: int) -> Any:
    return np.mean(np.mean(x**2, axis=axis) ** 0.5)


_signal_right = _sizes(_size)
_SHARED: list[Entry] = [
    (id_, _through(wrong))
    for id_ in (
        *("bias-forgotten", "bias-sign", "bias-after-activation", "activation-on-input"),
        *("same-weights-every-layer", "layers-in-name-order", "ignores-activation-name"),
        "activation-missing",
    )
    for wrong in _FORWARD_WRONG[id_]
]
_signal_bank = Bank(
    "signal_through_depth",
    "array",
    _PASSES,
    _signal_right,
    [
        ("spread-about-mean", _sizes(np.std)),
        ("spread-about-mean", _sizes(lambda x: np.std(x, ddof=1))),
        ("spread-about-mean", _sizes(lambda x: np.mean(np.std(x, axis=0)))),
        ("spread-about-mean", _sizes(lambda x: np.mean(np.std(x, axis=1)))),
        ("root-missing", _sizes(lambda x: np.mean(x**2))),
        ("variance-for-size", _sizes(np.var)),
        ("sum-for-mean", _sizes(lambda x: np.sum(x**2) ** 0.5)),
        ("sum-for-mean", _sizes(lambda x: np.sum(x**2))),
        ("divides-by-examples", _sizes(lambda x: (np.sum(x**2) / len(x)) ** 0.5)),
        ("divides-by-examples", _sizes(lambda x: (np.sum(x**2) / x.shape[1]) ** 0.5)),
        ("mean-of-absolute-values", _sizes(lambda x: np.mean(np.abs(x)))),
        ("mean-for-size", _sizes(np.mean)),
        ("largest-for-mean", _sizes(lambda x: np.abs(x).max())),
        ("root-inside-mean", _sizes(lambda x: _mean_size(x, 0))),
        ("root-inside-mean", _sizes(lambda x: _mean_size(x, 1))),
        ("activation-for-pre-activation", _sizes(_size, "h")),
        ("activation-for-pre-activation", _sizes(np.std, "h")),
        ("input-counted", _sizes(_size, "X")),
        ("first-example-only", _sizes(lambda x: _size(x[:1]))),
        ("layers-reversed", lambda *args: _signal_right(*args)[::-1]),
        ("relative-to-the-first", lambda *args: _signal_right(*args) / _signal_right(*args)[0]),
        ("last-layer-forgotten", lambda *args: _signal_right(*args)[:-1]),
        ("only-the-end", lambda *args: _signal_right(*args)[-1:]),
        ("only-the-end", lambda *args: _signal_right(*args)[-1]),
        *_SHARED,
    ],
)


def _back(
    slope: Callable[[list[Any], list[Any], int, str], Any] = (
        lambda a, h, at, f: stack.activation_slope(a[at], f)
    ),
    how: Callable[[Any], Any] = _size,
    through: Callable[[Any, Any], Any] = lambda delta, W: delta @ W.T,
    seen: Callable[[Any, Any], Any] = lambda returning, delta: delta,
    first: Callable[[Any, Any], Any] = lambda upstream, slope: upstream * slope,
) -> Callable[..., Any]:
    """A way back that does one thing in its own way."""

    def sizes(params: Mapping[str, Any], X: Any, upstream: Any, f: str) -> Any:
        a, h = stack.forward_pass(params, X, f)
        found, returning = [], upstream
        for at in reversed(range(len(a))):
            last = at == len(a) - 1
            steep = slope(a, h, at, f)
            delta = first(returning, steep) if last else returning * steep
            found.append(how(seen(returning, delta)))
            returning = through(delta, params[f"W{at + 1}"])
        return np.array(found[::-1])

    return sizes


def _slope_of(other: str) -> Callable[[list[Any], list[Any], int, str], Any]:
    return lambda a, h, at, f: stack.activation_slope(a[at], other)


def _weight_gradients(params: Mapping[str, Any], X: Any, upstream: Any, f: str) -> Any:
    a, h = stack.forward_pass(params, X, f)
    deltas = stack.returned(params, a, upstream, f)
    return np.array([_size(h[at].T @ delta) for at, delta in enumerate(deltas)])


_gradient_right = _back()
_gradient_bank = Bank(
    "gradient_through_depth",
    "array",
    _RETURNS,
    _gradient_right,
    [
        ("derivative-missing", _back(slope=lambda a, h, at, f: 1.0)),
        (
            "derivative-at-activation",
            _back(slope=lambda a, h, at, f: stack.activation_slope(h[at + 1], f)),
        ),
        (
            "off-by-one-layer",
            _back(slope=lambda a, h, at, f: stack.activation_slope(a[max(at - 1, 0)], f)),
        ),
        (
            "activation-for-derivative",
            _back(slope=lambda a, h, at, f: h[at + 1]),
        ),
        ("last-slope-missing", _back(first=lambda upstream, slope: upstream)),
        ("stops-at-activation", _back(seen=lambda returning, delta: returning)),
        ("weights-not-transposed", _back(through=lambda delta, W: delta @ W)),
        ("spread-about-mean", _back(how=np.std)),
        ("root-missing", _back(how=lambda x: np.mean(x**2))),
        ("variance-for-size", _back(how=np.var)),
        ("sum-for-mean", _back(how=lambda x: np.sum(x**2) ** 0.5)),
        ("divides-by-examples", _back(how=lambda x: (np.sum(x**2) / len(x)) ** 0.5)),
        ("mean-of-absolute-values", _back(how=lambda x: np.mean(np.abs(x)))),
        ("mean-for-size", _back(how=np.mean)),
        ("largest-for-mean", _back(how=lambda x: np.abs(x).max())),
        ("root-inside-mean", _back(how=lambda x: _mean_size(x, 0))),
        ("root-inside-mean", _back(how=lambda x: _mean_size(x, 1))),
        ("weight-gradients", _weight_gradients),
        ("layers-reversed", lambda *args: _gradient_right(*args)[::-1]),
        ("relative-to-the-first", lambda *args: _gradient_right(*args) / _gradient_right(*args)[0]),
        ("relative-to-the-last", lambda *args: _gradient_right(*args) / _gradient_right(*args)[-1]),
        ("last-layer-forgotten", lambda *args: _gradient_right(*args)[:-1]),
        ("first-layer-forgotten", lambda *args: _gradient_right(*args)[1:]),
        ("error-averaged", lambda p, X, u, f: _gradient_right(p, X, u, f) / len(X)),
        *(
            ("ignores-activation-name", lambda p, X, u, f, g=g: _gradient_right(p, X, u, g))
            for g in ("relu", "tanh")
        ),
        *(("slope-of-another-activation", _back(slope=_slope_of(g))) for g in ("relu", "tanh")),
    ],
)
RECOGNISERS: dict[str, Callable[[Student], str | None]] = {
    bank.function: bank.recognise for bank in (_forward_bank, _signal_bank, _gradient_bank)
}
BANKS = [_forward_bank, _signal_bank, _gradient_bank]
