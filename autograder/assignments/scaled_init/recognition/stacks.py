"""Known wrong stacks, spreads of signals, and sizes of gradients."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import numpy as np

from autograder.assignments.scaled_init import stack
from autograder.assignments.scaled_init.recognition.small_numbers import (
    ACTIVATIONS,
    look_at_small_numbers,
)
from autograder.checking.recognition.bank import Bank, Entry
from autograder.checking.recognition.values import FEW_DIGITS, NOTHING, Seen, pairs
from autograder.numerics import Array, normwise

_rng = np.random.default_rng(43)
# Layers in which turned weights fit, and so many that what grows with depth is seen.
_SQUARE, _LONG = (3, 3, 3, 3), (3,) * 12
_NETS = [((4, 3, 2), 6), ((3, 5, 4, 2), 5), (_SQUARE, 7), (_LONG, 4)]


def _net(sizes: tuple[int, ...], m: int) -> tuple[dict[str, Array], Array]:
    params: dict[str, Array] = {}
    for layer in range(1, len(sizes)):
        shape = sizes[layer - 1], sizes[layer]
        params[f"W{layer}"] = _rng.normal(scale=(1.6 / shape[0]) ** 0.5, size=shape)
        params[f"b{layer}"] = _rng.normal(scale=0.6, size=shape[1])
    return params, _rng.normal(size=(m, sizes[0]))


PASSES: list[tuple[Any, ...]] = [(*_net(*net), f) for net in _NETS for f in ACTIVATIONS]
Lists = tuple[list[Any], list[Any]]


def _varied(
    weighted: Callable[[Any, Any, Any], Any] = lambda h, W, b: h @ W + b,
    function: Callable[[str, int, int], Any] = lambda f, layer, depth: f,
    name: Callable[[int, int], int] = lambda layer, depth: layer,
    start: Callable[[Any, str], Any] = lambda X, f: X,
    entering: Callable[[Any, str, int], Any] = lambda h, f, layer: h,
    leaving: Callable[[Any, Any], Any] = lambda h, b: h,
) -> Callable[[Any, Any, str], Lists]:
    """A forward pass that does one thing in its own way; layers are counted from 1."""

    def forward(params: Mapping[str, Any], X: Any, f: str) -> Lists:
        a: list[Any] = []
        h = [start(X, f)]
        depth = stack.depth_of(params)
        for layer in range(1, depth + 1):
            number, activation = name(layer, depth), function(f, layer, depth)
            W, b = params[f"W{number}"], params[f"b{number}"]
            a.append(weighted(entering(h[-1], f, layer), W, b))
            h.append(leaving(stack.ACTIVATIONS.get(activation, activation)(a[-1]), b))
        return a, h

    return forward


def _after(change: Callable[[list[Any], list[Any]], Any]) -> Callable[..., Any]:
    return lambda params, X, f: change(*stack.forward_pass(params, X, f))


def _by_name(layer: int, depth: int) -> int:
    return sorted(range(1, depth + 1), key=str)[layer - 1]


def _first_where_it_fits(params: Mapping[str, Any], X: Any, f: str) -> Lists:
    first = params["W1"]
    return stack.forward_pass(
        {
            name: first if name[0] == "W" and array.shape == first.shape else array
            for name, array in params.items()
        },
        X,
        f,
    )


def _activated_again(which: Callable[[int], bool]) -> Callable[..., Lists]:
    """Activations go through the function once more on their way into some layers, by number."""
    return _varied(entering=lambda h, f, layer: stack.ACTIVATIONS[f](h) if which(layer) else h)


def _with_shortcuts(params: Mapping[str, Any], X: Any, f: str) -> Lists:
    def weighted(h: Any, W: Any, b: Any) -> Any:
        a = h @ W + b
        return a + h if a.shape == h.shape and h is not X else a

    return _varied(weighted)(params, X, f)


def _of_data(change: Callable[[Any], Any]) -> Callable[..., Lists]:
    return lambda params, X, f: stack.forward_pass(params, change(X), f)


def _normalised(h: Any, W: Any, b: Any) -> Any:
    a = h @ W + b
    return a / size_of(a)


def _standardised(axis: int, h: Any, f: str, layer: int) -> Any:
    """What enters a layer, but the first, about its mean and over its deviation, as in training."""
    if layer == 1:
        return h
    mean, spread = h.mean(axis=axis, keepdims=True), h.std(axis=axis, keepdims=True)
    return (h - mean) / (spread + 1e-5)


def _with_activations_added(params: Mapping[str, Any], X: Any, f: str) -> Lists:
    a: list[Any] = []
    h = [X]
    for layer in range(1, stack.depth_of(params) + 1):
        a.append(h[-1] @ params[f"W{layer}"] + params[f"b{layer}"])
        new = stack.ACTIVATIONS[f](a[-1])
        h.append(new + h[-1] if new.shape == h[-1].shape else new)
    return a, h


def _overwritten_by(name: str) -> Callable[..., Lists]:
    def forward(params: Mapping[str, Any], X: Any, f: str) -> Lists:
        a, h = stack.forward_pass(params, X, f)
        return (h[1:], h) if f == name else (a, h)

    return forward


def size_of(x: Any) -> Any:
    """The root mean square of all entries."""
    return stack.size(np.ascontiguousarray(x))


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
        _varied(function=lambda f, *_: "linear" if f == "tanh" else f),
        _varied(function=lambda f, *_: "linear" if f == "relu" else f),
    ],
    "wrong-activation": [
        _varied(function=lambda f, *_: (lambda a: 1 / (1 + np.exp(-a))) if f == "tanh" else f)
    ],
    "activation-twice": [_activated_again(lambda layer: layer > 1)],
    "input-standardised": [
        _of_data(lambda X: (X - X.mean(axis=0)) / X.std(axis=0)),
        _of_data(lambda X: X - X.mean(axis=0)),
        _of_data(lambda X: (X - X.mean()) / X.std()),
    ],
    "input-added": [_with_shortcuts, _with_activations_added],
    "layers-normalised": [
        _varied(_normalised),
        *(_varied(entering=partial(_standardised, axis)) for axis in (0, 1)),
    ],
    "bias-forgotten": [_varied(lambda h, W, b: h @ W)],
    "bias-sign": [_varied(lambda h, W, b: h @ W - b)],
    "bias-after-activation": [_varied(lambda h, W, b: h @ W, leaving=lambda h, b: h + b)],
    "activation-on-input": [
        _varied(start=lambda X, f: stack.ACTIVATIONS[f](X)),
        _activated_again(lambda layer: layer == 1),
        _activated_again(lambda layer: True),
    ],
    "same-weights-every-layer": [_varied(name=lambda layer, depth: 1), _first_where_it_fits],
    "layers-in-name-order": [_varied(name=_by_name)],
    "a-overwritten": [_after(lambda a, h: (h[1:], h)), *map(_overwritten_by, ("relu", "tanh"))],
    "results-swapped": [_after(lambda a, h: (h, a))],
    "h-without-input": [_after(lambda a, h: (a, h[1:]))],
    "lists-reversed": [_after(lambda a, h: (a[::-1], h[::-1]))],
    "lists-too-short": [_after(lambda a, h: (a[:-1], h[:-1])), _after(lambda a, h: (a[1:], h[1:]))],
    "only-the-end": [_after(lambda a, h: (a[-1], h[-1]))],
}


def single_precision(seen: Seen, truths: Seen) -> bool:
    """Nearly right, everywhere to about as many digits as float32 has (7, or 6 after many sums)."""
    both = pairs(seen, truths)
    if both is None:
        return False
    errors = [normwise(o, t) for o, t in both if t.any()]
    return max(errors) < FEW_DIGITS and float(np.median(errors)) > NOTHING


_forward_bank = Bank(
    "forward_deep",
    "sequence",
    PASSES,
    stack.forward_pass,
    [(id_, wrong) for id_, wrongs in _FORWARD_WRONG.items() for wrong in wrongs],
    [("float32", single_precision)],
)


def _sizes(how: Callable[[Any], Any], which: str = "a") -> Callable[..., Any]:
    def measured(params: Any, X: Any, f: str) -> Any:
        a, h = stack.forward_pass(params, X, f)
        return np.array(
            [how(layer) for layer in {"a": a, "h": h[1:], "in": h[:-1], "X": [X, *a]}[which]]
        )

    return measured


def _through(forward: Callable[..., Lists]) -> Callable[..., Any]:
    """The sizes of a wrong forward pass."""
    return lambda params, X, f: np.array([size_of(layer) for layer in forward(params, X, f)[0]])


def _by_theory(params: Mapping[str, Any], X: Any, f: str) -> Any:
    """What the lesson says of the mean over all draws, for these weights."""
    found, size = [], size_of(X)
    for layer in range(1, stack.depth_of(params) + 1):
        W = params[f"W{layer}"]
        size *= size_of(W) * len(W) ** 0.5
        found.append(size)
        size *= 0.5**0.5 if f == "relu" else 1.0
    return np.array(found)


def mean_size(x: Any, axis: int) -> Any:
    """The mean of the root mean squares along an axis."""
    return np.mean(np.mean(x**2, axis=axis) ** 0.5)


_signal_right = _sizes(size_of)
_SHARED: list[Entry] = [
    (id_, _through(wrong))
    for id_ in (
        *("bias-forgotten", "bias-sign", "bias-after-activation", "activation-on-input"),
        *("same-weights-every-layer", "layers-in-name-order", "ignores-activation-name"),
        *("activation-missing", "wrong-activation", "activation-twice", "input-standardised"),
        "input-added",
    )
    for wrong in _FORWARD_WRONG[id_]
]
_signal_bank = Bank(
    "signal_through_depth",
    "array",
    PASSES,
    _signal_right,
    [
        ("spread-about-mean", _sizes(np.std)),
        ("spread-about-mean", _sizes(lambda x: np.std(x, ddof=1))),
        ("spread-about-mean", _sizes(lambda x: np.mean(np.std(x, axis=0)))),
        ("spread-about-mean", _sizes(lambda x: np.mean(np.std(x, axis=1)))),
        ("spread-about-mean", _sizes(lambda x: np.mean(np.var(x, axis=0)) ** 0.5)),
        ("spread-about-mean", _sizes(lambda x: np.mean(np.var(x, axis=1)) ** 0.5)),
        ("divides-by-one-less", _sizes(lambda x: (np.sum(x**2) / (x.size - 1)) ** 0.5)),
        ("median-for-mean", _sizes(lambda x: np.median(x**2) ** 0.5)),
        ("median-for-mean", _sizes(lambda x: np.median(np.abs(x)))),
        ("logarithm", _sizes(lambda x: np.log(size_of(x)))),
        ("root-missing", _sizes(lambda x: np.mean(x**2))),
        ("variance-for-size", _sizes(np.var)),
        ("root-over-part", _sizes(lambda x: np.sum(x**2) ** 0.5 / x.size)),
        ("sum-for-mean", _sizes(lambda x: np.sum(x**2) ** 0.5)),
        ("sum-for-mean", _sizes(lambda x: np.sum(x**2))),
        ("divides-by-examples", _sizes(lambda x: (np.sum(x**2) / len(x)) ** 0.5)),
        ("divides-by-examples", _sizes(lambda x: (np.sum(x**2) / x.shape[1]) ** 0.5)),
        ("mean-of-absolute-values", _sizes(lambda x: np.mean(np.abs(x)))),
        ("mean-for-size", _sizes(np.mean)),
        ("largest-for-mean", _sizes(lambda x: np.abs(x).max())),
        ("root-inside-mean", _sizes(lambda x: mean_size(x, 0))),
        ("root-inside-mean", _sizes(lambda x: mean_size(x, 1))),
        ("activation-for-pre-activation", _sizes(size_of, "h")),
        ("activation-for-pre-activation", _sizes(np.std, "h")),
        ("activation-for-pre-activation", _sizes(size_of, "in")),
        ("weights-only", _by_theory),
        ("input-counted", _sizes(size_of, "X")),
        ("first-example-only", _sizes(lambda x: size_of(x[:1]))),
        ("layers-reversed", lambda *args: _signal_right(*args)[::-1]),
        ("relative-to-the-first", lambda *args: _signal_right(*args) / _signal_right(*args)[0]),
        ("relative-to-the-input", lambda *args: _signal_right(*args) / size_of(args[1])),
        ("last-layer-forgotten", lambda *args: _signal_right(*args)[:-1]),
        ("only-the-end", lambda *args: _signal_right(*args)[-1:]),
        ("only-the-end", lambda *args: _signal_right(*args)[-1]),
        *_SHARED,
    ],
)
for _bank in (BANKS := [_forward_bank, _signal_bank]):
    _bank.closer(look_at_small_numbers)
