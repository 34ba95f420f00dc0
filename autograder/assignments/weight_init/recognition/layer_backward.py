"""Known wrong backward passes of one layer."""

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.assignments.weight_init import derivatives, network
from autograder.assignments.weight_init.cases import Cases
from autograder.checking.recognition.bank import Bank, Entry
from autograder.checking.recognition.fits import all_close, clipped, factor_between, normalised
from autograder.checking.recognition.values import NOTHING, Seen, agree

_cases = Cases(np.random.default_rng(12))
_SIZES = [(4, 3, 7), (3, 3, 3), (5, 2, 6), (4, 1, 5)]
_BACKWARD = [
    (
        _cases.normal(m, fan_out, scale=scale),
        _cases.normal(m, fan_in),
        _cases.normal(fan_in, fan_out),
    )
    for (fan_in, fan_out, m), scale in zip(_SIZES, (1.0, 0.3, 2.0, 1.0), strict=True)
]
# A slope that is right, the arguments, and what is made of them.
Change = Callable[[Any, Any, Any, Any], Any]
_slopes = derivatives.layer_slopes


def _changed(
    weights: Change | None = None, biases: Change | None = None, inputs: Change | None = None
) -> Callable[..., Any]:
    """Right slopes, some of them changed."""

    def implementation(delta: Any, x: Any, W: Any) -> Any:
        changes = (weights, biases, inputs)
        return tuple(
            change(slope, delta, x, W) if change else slope
            for change, slope in zip(changes, _slopes(delta, x, W), strict=True)
        )

    return implementation


def _times(factor: Callable[[Any], float], parts: str) -> Callable[..., Any]:
    """A factor, from the inputs x, on some of the parts "Wbx"."""

    def change(s: Any, d: Any, x: Any, W: Any) -> Any:
        return s * factor(x)

    return _changed(*(change if part in parts else None for part in "Wbx"))


def _ordered(*order: int) -> Callable[..., Any]:
    def implementation(delta: Any, x: Any, W: Any) -> Any:
        slopes = _slopes(delta, x, W)
        return tuple(slopes[index] for index in order)

    return implementation


def _examples(part: slice, parts: str) -> Callable[..., Any]:
    """The sums over the examples are over some of them only."""
    weights = lambda s, d, x, W: _slopes(d[part], x[part], W)[0]
    biases = lambda s, d, x, W: _slopes(d[part], x[part], W)[1]
    return _changed(weights if "W" in parts else None, biases if "b" in parts else None)


def _special_on_squares(s: Any, d: Any, x: Any, W: Any) -> Any:
    return _slopes(d, x, W.T)[2] if W.shape[0] == W.shape[1] else s


def _first_output(d: Any, x: Any, W: Any) -> Any:
    only = d * (np.arange(d.shape[1]) == 0)
    return _slopes(only, x, W)


def _mean_upstream(axis: int | None) -> Change:
    return lambda s, d, x, W: _slopes(d, x, 0 * W + W.mean(axis=axis, keepdims=True))[2]


def _means(of_inputs: Callable[..., Any], of_delta: Callable[..., Any]) -> Callable[..., Any]:
    return _changed(lambda s, d, x, W: np.outer(of_inputs(x, axis=0), of_delta(d, axis=0)))


def _inputs_repeated(of_inputs: Callable[..., Any]) -> Callable[..., Any]:
    return _changed(lambda s, d, x, W: 0 * s + of_inputs(x, axis=0)[:, None])


_ENTRIES: list[Entry] = [
    *[("mean-twice", _times(lambda x: 1 / len(x), parts)) for parts in ("Wb", "W", "Wbx")],
    ("bias-mean", _times(lambda x: 1 / len(x), "b")),
    *[("no-mean-over-examples", _times(len, parts)) for parts in ("Wb", "W", "Wbx", "b")],
    *[("wrong-sign", _times(lambda x: -1.0, parts)) for parts in ("Wb", "W", "b", "x")],
    *[("factor-two", _times(lambda x: 2.0, parts)) for parts in ("Wb", "W", "b", "x")],
    *[("factor-half", _times(lambda x: 0.5, parts)) for parts in ("Wb", "W", "b", "x")],
    ("bias-ignored", _times(lambda x: 0.0, "b")),
    ("delta-not-passed", _times(lambda x: 0.0, "x")),
    ("delta-not-passed", _changed(None, None, lambda s, d, x, W: x)),
    ("bias-summed-to-scalar", _changed(None, lambda s, d, x, W: 0 * s + s.sum())),
    ("bias-summed-to-scalar", _changed(None, lambda s, d, x, W: s.sum())),
    ("bias-not-summed", _changed(None, lambda s, d, x, W: d)),
    ("wrong-axis", _changed(None, lambda s, d, x, W: d.sum(axis=1))),
    *[("first-example-only", _examples(slice(0, 1), parts)) for parts in ("Wb", "W", "b")],
    *[("last-example-only", _examples(slice(-1, None), parts)) for parts in ("Wb", "W", "b")],
    *[("last-example-dropped", _examples(slice(0, -1), parts)) for parts in ("Wb", "W", "b")],
    ("transposed", _changed(lambda s, d, x, W: s.T)),
    ("transposed", _changed(lambda s, d, x, W: s.T.reshape(s.shape))),
    ("transposed", _changed(None, None, lambda s, d, x, W: s.T)),
    ("transposed", _changed(None, None, lambda s, d, x, W: _slopes(d, x, W.T)[2])),
    ("transposed", _changed(None, None, _special_on_squares)),
    ("first-output-only", _first_output),
    (
        "upstream-weights-ignored",
        _changed(None, None, lambda s, d, x, W: _slopes(d, x, 1 + 0 * W)[2]),
    ),
    *[
        ("upstream-weights-averaged", _changed(None, None, _mean_upstream(axis)))
        for axis in (0, 1, None)
    ],
    ("upstream-weights-averaged", _changed(None, None, lambda s, d, x, W: s / W.shape[1])),
    ("outer-product-of-means", _means(np.mean, np.mean)),
    ("outer-product-of-means", _means(np.sum, np.sum)),
    ("outer-product-of-means", _means(np.mean, np.sum)),
    ("delta-ignored", _inputs_repeated(np.mean)),
    ("delta-ignored", _inputs_repeated(np.sum)),
    (
        "derivative-in-layer",
        _changed(None, None, lambda s, d, x, W: s * network.activation_slope(x, "sigmoid")),
    ),
    (
        "derivative-in-layer",
        _changed(None, None, lambda s, d, x, W: s * network.activation_slope(x, "tanh")),
    ),
    ("derivative-in-layer", _changed(None, None, lambda s, d, x, W: s * x * (1 - x))),
    ("derivative-in-layer", _changed(None, None, lambda s, d, x, W: s * (1 - x**2))),
    *[
        ("results-swapped", _ordered(*order))
        for order in ((2, 0, 1), (2, 1, 0), (1, 0, 2), (0, 2, 1), (1, 2, 0))
    ],
]


def _decayed(seen: Seen, truths: Seen) -> bool:
    """dW is the slope plus one multiple of W."""
    return _one_multiple(seen, truths, 0, lambda delta, x, W: W)


def _updated(seen: Seen, truths: Seen) -> bool:
    """dh_prev is what it would be if W had been updated with dW before."""
    return _one_multiple(seen, truths, 2, lambda d, x, W: _slopes(d, x, _slopes(d, x, W)[0])[2])


def _one_multiple(seen: Seen, truths: Seen, part: int, of: Callable[..., Any]) -> bool:
    """Whether one part is off by one multiple of something, and the others are right."""
    factors = []
    for arrays, truth, args in zip(seen, truths, _BACKWARD, strict=True):
        if arrays is None or truth is None or len(arrays) != 3:
            return False
        others = [index for index in range(3) if index != part]
        if not agree([arrays[i] for i in others], [truth[i] for i in others]):
            return False
        if arrays[part].shape != truth[part].shape:
            return False
        factors.append(factor_between(arrays[part] - truth[part], of(*args)))
    found = [factor for factor in factors if factor is not None and abs(factor) > NOTHING]
    return len(found) == len(factors) and all_close(found, found[0])


_layer_backward = Bank(
    "layer_backward",
    "sequence",
    _BACKWARD,
    _slopes,
    _ENTRIES,
    [
        ("weight-decay", _decayed),
        ("upstream-weights-updated", _updated),
        ("gradient-clipped", clipped),
        ("normalised", normalised),
    ],
)

BANKS = [_layer_backward]
