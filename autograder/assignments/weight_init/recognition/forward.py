"""Known wrong forward passes, of one layer and of a network."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.assignments.weight_init import network
from autograder.assignments.weight_init.cases import Cases
from autograder.checking.recognition.bank import Bank, Entry, ask
from autograder.checking.recognition.values import Seen, agree, flat
from autograder.student.calls import Student

_cases = Cases(np.random.default_rng(12))
_SIZES = [(4, 3, 7), (3, 3, 3), (5, 2, 6)]
_LAYERS = [
    (_cases.normal(m, fan_in), _cases.normal(fan_in, fan_out), _cases.normal(fan_out))
    for fan_in, fan_out, m in _SIZES
]
Hidden = Callable[[Any, str], Any]


def _weighted(x: Any, W: Any, b: Any) -> Any:
    return network.forward_pass({"W1": W, "b1": b}, x, "tanh")[0][0]


def _without_last(x: Any, W: Any, b: Any) -> Any:
    a = _weighted(x, W, b)
    a[-1] = 0.0
    return a


def _reshaped(x: Any, W: Any, b: Any) -> Any:
    return _weighted(x, W, 0 * b).T.reshape(len(x), W.shape[1]) + b


_layer_forward = Bank(
    "layer_forward",
    "array",
    _LAYERS,
    _weighted,
    [
        ("bias-forgotten", lambda x, W, b: _weighted(x, W, 0 * b)),
        ("bias-sign", lambda x, W, b: _weighted(x, W, -b)),
        ("bias-summed-to-scalar", lambda x, W, b: _weighted(x, W, 0 * b + b.sum())),
        ("bias-summed-to-scalar", lambda x, W, b: _weighted(x, W, 0 * b + b.mean())),
        ("bias-summed-to-scalar", lambda x, W, b: _weighted(x, W, 0 * b + b[0])),
        ("bias-multiplied", lambda x, W, b: _weighted(x, W, 0 * b) * b),
        ("bias-added-to-weights", lambda x, W, b: _weighted(x, W + b, 0 * b)),
        ("bias-once-per-input", lambda x, W, b: _weighted(x, W, len(W) * b)),
        ("activation-in-layer", lambda x, W, b: network.logistic(_weighted(x, W, b))),
        ("activation-in-layer", lambda x, W, b: np.tanh(_weighted(x, W, b))),
        ("activation-in-layer", lambda x, W, b: np.maximum(_weighted(x, W, b), 0.0)),
        ("activation-on-input", lambda x, W, b: _weighted(np.tanh(x), W, b)),
        ("activation-on-input", lambda x, W, b: _weighted(network.logistic(x), W, b)),
        ("divides-by-inputs", lambda x, W, b: _weighted(x, W / len(W), b)),
        ("divides-by-inputs", lambda x, W, b: _weighted(x, W, b) / len(W)),
        ("divides-by-inputs", lambda x, W, b: _weighted(x, W / len(W) ** 0.5, b)),
        ("divides-by-rows", lambda x, W, b: _weighted(x, W, b) / len(x)),
        ("divides-by-rows", lambda x, W, b: _weighted(x, W / len(x), b)),
        ("elementwise-product", lambda x, W, b: x * W + b),
        ("transposed", lambda x, W, b: _weighted(x, W.T, b)),
        ("transposed", _reshaped),
        ("first-example-only", lambda x, W, b: np.tile(_weighted(x[:1], W, b), (len(x), 1))),
        ("last-example-only", lambda x, W, b: np.tile(_weighted(x[-1:], W, b), (len(x), 1))),
        ("last-example-dropped", _without_last),
        ("input-standardised", lambda x, W, b: _weighted(x - x.mean(axis=0), W, b)),
        ("input-standardised", lambda x, W, b: _weighted(_standard(x), W, b)),
    ],
)


def _standard(x: Any) -> Any:
    return (x - x.mean(axis=0)) / x.std(axis=0)


def _f(a: Any, activation: str) -> Any:
    return network.ACTIVATIONS[activation](a)


def _other(a: Any, activation: str) -> Any:
    return _f(a, network.other_activation(activation))


def _only(which: str, otherwise: Hidden) -> Hidden:
    """Right for one activation."""
    return lambda a, f: _f(a, f) if f == which else otherwise(a, f)


def _passed(
    entering: Hidden = lambda X, f: X,
    combine: Callable[[Any, Any, Any], Any] = _weighted,
    hidden: Hidden = _f,
    handed_on: Callable[[Any, Any, str], Any] = lambda a, h, f: h,
    output: Hidden = lambda a, f: a,
    keeps_input: bool = False,
) -> Callable[..., Any]:
    """A forward pass with one of its pieces exchanged.

    Args:
        entering: what is made of the input.
        combine: what a layer computes.
        hidden: the activation of hidden layers.
        handed_on: what the next layer gets, from (a, h, activation).
        output: what is made of the output.
        keeps_input: whether h[0] is the input as it came all the same.
    """

    def implementation(params: Any, X: Any, f: str) -> Any:
        signal = entering(X, f)
        a: list[Any] = []
        h = [X if keeps_input else signal]
        depth = network.depth_of(params)
        for layer in range(1, depth + 1):
            a.append(combine(signal, params[f"W{layer}"], params[f"b{layer}"]))
            h.append(hidden(a[-1], f) if layer < depth else output(a[-1], f))
            signal = handed_on(a[-1], h[-1], f)
        return a, h

    return implementation


def _layered(hidden: Callable[[Any, Any, str, int], tuple[Any, Any]]) -> Callable[..., Any]:
    """Another way through hidden layers, from (weighted sum, b, activation, layer) to (a, h)."""

    def implementation(params: Any, X: Any, f: str) -> Any:
        a: list[Any] = []
        h = [X]
        depth = network.depth_of(params)
        for layer in range(1, depth + 1):
            b = params[f"b{layer}"]
            weighted = _weighted(h[-1], params[f"W{layer}"], 0 * b)
            out = hidden(weighted, b, f, layer) if layer < depth else (weighted + b,) * 2
            a.append(out[0])
            h.append(out[1])
        return a, h

    return implementation


def _activated(choose: Callable[[int, str], str]) -> Callable[..., Any]:
    """Another activation in some layers, by (layer, activation)."""
    return _layered(lambda z, b, f, layer: (z + b, _f(z + b, choose(layer, f))))


def _with_params(change: Callable[[Any, int], Any]) -> Callable[..., Any]:
    """A right pass through other parameters, from (params, depth)."""

    def implementation(params: Any, X: Any, activation: str) -> Any:
        changed = {**params, **change(params, network.depth_of(params))}
        return network.forward_pass(changed, X, activation)

    return implementation


def _weights_of(choose: Callable[[int, int], int]) -> Callable[..., Any]:
    """The parameters of another layer, by (layer, depth)."""
    return _with_params(
        lambda params, depth: {
            f"{kind}{layer}": params[f"{kind}{choose(layer, depth)}"]
            for layer in range(1, depth + 1)
            for kind in "Wb"
        }
    )


def _by_name(params: Any, X: Any, activation: str) -> Any:
    """A pass through the layers in the order of their names as text."""
    order = sorted(range(1, network.depth_of(params) + 1), key=str)
    return _weights_of(lambda layer, depth: order[layer - 1])(params, X, activation)


def _recorded(change: Callable[[Any, Any], Any]) -> Callable[..., Any]:
    """A right pass that hands out other lists than it should."""
    return lambda params, X, f: change(*network.forward_pass(params, X, f))


_NETWORKS = [
    _cases.network(sizes, m, activation)
    for sizes, m in (((4, 3, 2), 6), ((3, 3, 3), 3), ((2, 3, 4, 2), 7))
    for activation in ("sigmoid", "tanh")
] + [_cases.network((2, 3, 3, 3, 2), 4, "tanh")]
_FORWARD: list[Entry] = [
    ("bias-forgotten", _passed(combine=lambda x, W, b: _weighted(x, W, 0 * b))),
    ("bias-forgotten", _with_params(lambda p, depth: {"b1": 0 * p["b1"]} if depth > 1 else {})),
    ("bias-forgotten", _with_params(lambda p, depth: {f"b{depth}": 0 * p[f"b{depth}"]})),
    ("bias-sign", _passed(combine=lambda x, W, b: _weighted(x, W, -b))),
    ("bias-added-to-weights", _passed(combine=lambda x, W, b: _weighted(x, W + b, 0 * b))),
    ("bias-after-activation", _layered(lambda z, b, f, layer: (z, _f(z, f) + b))),
    ("activation-missing", _passed(hidden=lambda a, f: a)),
    ("activation-missing", _passed(hidden=_only("tanh", lambda a, f: a))),
    ("activation-missing", _passed(hidden=_only("sigmoid", lambda a, f: a))),
    ("activation-missing", _passed(handed_on=lambda a, h, f: a)),
    ("activation-missing", _recorded(lambda a, h: (a, [h[0], *a]))),
    ("activation-on-input", _passed(entering=_f)),
    ("activation-on-input", _passed(entering=_f, keeps_input=True)),
    ("activation-twice", _passed(hidden=lambda a, f: _f(_f(a, f), f))),
    ("activation-twice", _passed(handed_on=lambda a, h, f: _f(h, f))),
    ("activation-on-output", _passed(output=_f)),
    ("activation-on-output", _passed(output=lambda a, f: network.logistic(a))),
    ("activation-on-output", _passed(output=lambda a, f: np.tanh(a))),
    ("ignores-activation-name", _activated(lambda layer, f: "sigmoid")),
    ("ignores-activation-name", _activated(lambda layer, f: "tanh")),
    ("ignores-activation-name", _activated(lambda layer, f: f if layer == 1 else "sigmoid")),
    ("ignores-activation-name", _activated(lambda layer, f: f if layer == 1 else "tanh")),
    ("wrong-activation", _passed(hidden=_other)),
    ("wrong-activation", _passed(hidden=lambda a, f: np.maximum(a, 0.0))),
    ("wrong-activation", _passed(hidden=_only("sigmoid", lambda a, f: 2 * _f(a, "sigmoid") - 1))),
    ("derivative-for-function", _passed(hidden=network.activation_slope)),
    ("same-weights-every-layer", _weights_of(lambda layer, depth: 1)),
    ("same-weights-every-layer", _weights_of(lambda k, depth: k if k in {1, depth} else 2)),
    ("same-weights-every-layer", _with_params(lambda p, n: {f"W{n}": p[f"W{max(n - 1, 1)}"]})),
    ("elementwise-product", _passed(combine=lambda x, W, b: x * W + b)),
    ("transposed", _passed(combine=lambda x, W, b: _weighted(x, W.T, b))),
    ("transposed", _passed(combine=_reshaped)),
    ("input-standardised", _passed(entering=lambda X, f: X - X.mean(axis=0))),
    ("input-standardised", _passed(entering=lambda X, f: X - X.mean(axis=0), keeps_input=True)),
    ("input-standardised", _passed(entering=lambda X, f: _standard(X))),
    ("input-standardised", _passed(entering=lambda X, f: _standard(X), keeps_input=True)),
    ("results-swapped", _recorded(lambda a, h: (h, a))),
    ("lists-reversed", _recorded(lambda a, h: (a[::-1], h[::-1]))),
    ("h-without-input", _recorded(lambda a, h: (a, h[1:]))),
    ("lists-too-short", _recorded(lambda a, h: (a[:-1], h[:-1]))),
    ("lists-too-short", _recorded(lambda a, h: (a[:-1], h))),
    ("lists-too-short", _recorded(lambda a, h: (a, h[:-1]))),
    ("lists-too-long", _recorded(lambda a, h: ([h[0], *a], h))),
    ("lists-too-long", _recorded(lambda a, h: (a, [*h, h[-1]]))),
    ("a-overwritten", _recorded(lambda a, h: (h[1:], h))),
]
_forward = Bank(
    "forward",
    "sequence",
    [(case.params, case.X, case.activation) for case in _NETWORKS],
    network.forward_pass,
    _FORWARD,
)
# Where layers are taken by their names as text, the tenth is the first to be misplaced.
_DEEP = [_cases.network((2,) * (layers + 1), 3, "tanh") for layers in (9, 11)]


@_forward.closer
def _look(bank: Bank, student: Student, values: Sequence[Any], seen: Seen) -> str | None:
    if not bank.right_everywhere(seen):
        return bank.name(seen) or _by_length(seen)
    deep = [(case.params, case.X, case.activation) for case in _DEEP]
    nine, eleven = ask(student, "forward", deep)
    if not agree(flat(nine), flat(network.forward_pass(*deep[0]))):
        return None
    if agree(flat(eleven), flat(_by_name(*deep[1]))):
        return "layers-in-name-order"
    arrays = flat(eleven) if isinstance(eleven, (list, tuple)) else None
    return "lists-too-short" if arrays and len(arrays) < 2 * len(_DEEP[1].sizes) - 1 else None


def _by_length(seen: Seen) -> str | None:
    """Whether what came is what should come first, and the rest is missing."""
    both = [(o, t) for o, t in zip(seen, _forward.truths, strict=True) if o is not None and t]
    fewer = any(len(o) < len(t) for o, t in both)
    longer = any(len(o) > len(t) for o, t in both)
    return "lists-too-short" if fewer and not longer else None


BANKS = [_layer_forward, _forward]
